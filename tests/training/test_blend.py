import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")

from training.blend import blend, main  # noqa: E402  after the check for torch
from training.labels import Inventory  # noqa: E402
from training.runs import build  # noqa: E402

LABELS = {
    "upos": ("NOUN", "VERB"), "xpos": ("NN", "VB"), "lemma": ("0|",), "deprel": ("obj", "root"),
    "entity": ("Person",), "name": ("person",), "activity": ("attack", "none"), "modality": ("asserted",),
}  # fmt: skip


def run(folder, value, **labels):
    """A run whose weights are all the same number."""
    inventory = Inventory(**{**LABELS, **labels})
    network = build(inventory, inner=4)
    folder.mkdir()
    inventory.save(folder / "labels.json")
    torch.save({k: torch.full_like(w, value) for k, w in network.state_dict().items()}, folder / "network.pt")
    return folder


def test_the_blend_is_the_weighted_mean(tmp_path):
    runs = [run(tmp_path / "a", 1.0), run(tmp_path / "b", 3.0)]
    weights, _ = blend(runs, [1, 3])
    assert torch.allclose(weights["upos.weight"], torch.tensor(2.5))


def test_a_label_that_a_run_lacks_is_the_last_ones(tmp_path):
    runs = [run(tmp_path / "a", 1.0), run(tmp_path / "b", 3.0, activity=("attack", "none", "pay"))]
    weights, inventory = blend(runs, [1, 1])
    assert inventory.activity == ("attack", "none", "pay")
    assert weights["activity.bias"].tolist() == [2.0, 2.0, 3.0]


@pytest.mark.parametrize("shares", [["1"], ["0", "0"]])
def test_shares_that_make_no_mean_are_refused(tmp_path, shares, capsys):
    runs = [str(run(tmp_path / "a", 1.0)), str(run(tmp_path / "b", 3.0))]
    assert main([*runs, "--out", str(tmp_path / "out"), "--shares", *shares]) == 1
    assert "give one share a run" in capsys.readouterr().err


def test_what_is_blended_can_be_loaded_again(tmp_path):
    runs = [str(run(tmp_path / "a", 1.0)), str(run(tmp_path / "b", 3.0))]
    assert main([*runs, "--out", str(tmp_path / "out")]) == 0
    weights, _ = blend([tmp_path / "out"], [1])
    assert torch.allclose(weights["upos.weight"], torch.tensor(2.0))
