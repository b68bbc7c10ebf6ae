import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")
pytest.importorskip("onnx", reason="training writes and reads the exported network with onnx")

from reportedly.read.engine import SHIPPED  # noqa: E402  after the check for torch
from training.labels import Inventory  # noqa: E402
from training.runs import build  # noqa: E402
from training.shipped import read_shipped  # noqa: E402

# What a model of before these heads lacks; its entities have one layer.
LATER = ("factuality.", "mention", "reference.", "pair")


def test_every_weight_comes_back_from_what_ships_in_its_own_shape():
    network = build(Inventory.load(SHIPPED / "labels.json"))
    wanted = {k: tuple(v.shape) for k, v in network.state_dict().items() if not k.startswith("entity.1.")}
    weights = read_shipped(SHIPPED)
    found = {k: tuple(v.shape) for k, v in weights.items() if not k.startswith("entity.1.")}
    assert found.items() <= wanted.items()
    assert all(k.startswith(LATER) for k in wanted.keys() - found.keys())
    assert all(torch.isfinite(v).all() for v in weights.values())
