import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")
pytest.importorskip("onnx", reason="training writes and reads the exported network with onnx")

from reportedly.read.engine import SHIPPED  # noqa: E402  after the check for torch
from training.labels import Inventory  # noqa: E402
from training.runs import build, inner_of  # noqa: E402
from training.shipped import read_shipped  # noqa: E402


def test_every_weight_comes_back_from_what_ships_in_its_own_shape():
    weights = read_shipped(SHIPPED)
    network = build(Inventory.load(SHIPPED / "labels.json"), inner=inner_of(weights))
    wanted = {k: tuple(v.shape) for k, v in network.state_dict().items()}
    assert {k: tuple(v.shape) for k, v in weights.items()} == wanted
    assert all(torch.isfinite(v).all() for v in weights.values())
