"""The only file that talks to the inference engine: arrays in, arrays out."""

import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.errors import ModelError
from reportedly.read.lemmas import Lexicon
from reportedly.read.windows import Batch, Pieces

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
SHIPPED = Path(__file__).parent / "model"
OUTPUTS = (
    "roles",
    "proposition",
    "entity",
    "name",
    "upos",
    "xpos",
    "lemma",
    "arcs",
    "relations",
    "links",
    "activity",
    "modality",
    "depth",
)
# Heads that an exported model may lack: how certain a predicate is, and what refers to the same.
LATER = ("factuality", "mention", "reference")

# The engine's fused kernel is slower than the two that it replaces: without it, a run takes an eighth less.
# Source: measured with onnxruntime 1.32 on x86-64, one thread, windows of 192 pieces.
SLOW_FUSIONS = ("SkipLayerNormFusion",)


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers mean, in the order of the network's outputs.

    `pair` holds the weights of what two mentions' phrases show: see `reportedly.read.references`.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    entity: tuple[str, ...]
    name: tuple[str, ...]
    activity: tuple[str, ...]
    modality: tuple[str, ...]
    mention: tuple[str, ...] = ()
    pair: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """What the network says of B windows of W words.

    `roles` [B, W, 3, 5], `proposition` [B, W, 5], `entity` [B, W, L, T] (L layers: outermost, and inside
    those), `name` [B, W, T]: log-probabilities;
    `upos`, `xpos`, `lemma` [B, W]: label numbers; `arcs` [B, W dependent, W head], `relations`
    [B, W, R]: scores; `links` [B, 2, W cue, W start], `activity`, `modality`, `depth` [B, W, labels]:
    chances; `factuality` [B, W]: -3 … 3; `mention` [B, W]: label numbers, the last for none;
    `reference` [B, W, 2 * D + 1]: see `reportedly.read.references`. The last three are None where the model
    lacks them.
    """

    roles: Floats
    proposition: Floats
    entity: Floats
    name: Floats
    upos: Ints
    xpos: Ints
    lemma: Ints
    arcs: Floats
    relations: Floats
    links: Floats
    activity: Floats
    modality: Floats
    depth: Floats
    factuality: Floats | None = None
    mention: Ints | None = None
    reference: Floats | None = None

    def of_window(self, row: int, words: int) -> "Output":
        """Return views of window number `row` with its padding cut off: the shapes above without B."""
        there = [name for name in (*OUTPUTS, *LATER) if getattr(self, name) is not None]
        views = {name: getattr(self, name)[row, :words] for name in there}
        views["arcs"] = self.arcs[row, :words, :words]
        views["links"] = self.links[row, :, :words, :words]
        return Output(**views)


class Engine:
    """The reading model in memory.

    Args:
        folder: holds network.onnx, labels.json and tokenizer.json; None for the one shipped.
        threads: how many batches it runs at once; 0 for as many as there are cores.

    Raises:
        ModelError: a file is missing or not what this version expects.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 0) -> None:
        folder = folder or SHIPPED
        self.labels = _labels(folder / "labels.json")
        tokenizer = Tokenizer.from_file(str(_need(folder / "tokenizer.json")))
        self.lexicon = Lexicon(tokenizer.get_vocab())
        self.pieces = Pieces(tokenizer)
        options = onnxruntime.SessionOptions()
        # Each run on a thread of its own: threads that share one run wait for each other at every node.
        options.intra_op_num_threads = 1
        self._pool = ThreadPoolExecutor(threads or _cores())
        options.log_severity_level = 3
        # Memory stays flat over windows of many sizes.
        options.enable_mem_pattern = False
        path = str(_need(folder / "network.onnx"))
        try:
            self._session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
            )
        except Exception as error:  # the engine raises classes of its own, undocumented
            raise ModelError(path, f"cannot be loaded ({error})", "install the package again") from error
        there = {o.name for o in self._session.get_outputs()}
        if not set(OUTPUTS) <= there <= {*OUTPUTS, *LATER}:
            raise ModelError(path, "has other outputs than this version reads", "install the package again")
        self._outputs = [*OUTPUTS, *(name for name in LATER if name in there)]

    def start(self, batch: Batch) -> Future[Output]:
        """Run the network on a batch beside what else runs; return where its output will be."""
        return self._pool.submit(self._run, batch)

    def _run(self, batch: Batch) -> Output:
        inputs = {
            "pieces": batch.pieces,
            "shapes": batch.shapes,
            "begins": batch.begins,
            "ends": batch.ends,
            "sentences": batch.sentences,
        }
        found = dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))
        if found["entity"].ndim == 3:  # one layer
            found["entity"] = found["entity"][:, :, None]
        return Output(**found)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # a container may grant fewer than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _need(path: Path) -> Path:
    if not path.is_file():
        raise ModelError(str(path), "is missing", "install the package again, or set REPORTEDLY_MODEL")
    return path


def _labels(path: Path) -> Labels:
    try:
        rows = json.loads(_need(path).read_text(encoding="utf-8"))
        lacking = dict.fromkeys(("mention", "pair"), ())
        return Labels(**{name: tuple((lacking | rows)[name]) for name in Labels.__slots__})
    except (ValueError, KeyError) as error:
        raise ModelError(
            str(path), f"is not a label inventory ({error})", "install the package again"
        ) from error
