from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")
pytest.importorskip("safetensors", reason="training reads the encoder with safetensors")

from reportedly.read.windows import pack  # noqa: E402  after the check for torch
from tests.training.invented import TREE, write_article, write_case, write_reports  # noqa: E402
from training import train as program  # noqa: E402
from training.corpora import read_cases, read_polnear, read_re3d, read_ud  # noqa: E402
from training.labels import IGNORE, O, take_stock, target_of  # noqa: E402
from training.losses import loss_of, pad  # noqa: E402
from training.network import Network, Shape  # noqa: E402
from training.runs import load_weights, resume, save  # noqa: E402

PLAN = program.Plan(batch_windows=2)


@pytest.fixture(autouse=True)
def one_thread():
    """Tiny networks gain nothing from more threads, which wait for each other on a busy machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def documents(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    return {
        "polnear": list(read_polnear(write_article(tmp_path / "p"))),
        "ewt": list(read_ud(tmp_path / "a.conllu")) * 2,
        "re3d": list(read_re3d(write_reports(tmp_path / "r"))),
        "cases": list(read_cases(write_case(tmp_path / "c"))),
    }


@pytest.fixture
def inventory(documents):
    found = take_stock([d for part in documents.values() for d in part])
    return replace(found, entity=found.entity or ("none",), name=found.name or ("none",))


@pytest.fixture
def windows(documents, inventory):
    def cut(document):
        pieces = [(7 + n % 40,) for n in range(len(document.spans))]
        marks = {"sentences": document.sentences, "paragraph_starts": document.paragraph_starts}
        return [target_of(document, w, inventory) for w in pack(document.words, pieces, **marks)]

    return {name: [t for d in part for t in cut(d)] for name, part in documents.items()}


def small(inventory):
    same = {
        k: len(getattr(inventory, k)) for k in ("upos", "xpos", "lemma", "deprel", "activity", "modality")
    }
    tagged = {k: 4 * len(getattr(inventory, k)) + 1 for k in ("entity", "name")}
    return Network(
        Shape(
            **same, **tagged, mention=len(inventory.mention) + 1,
            vocabulary=200, hidden=24, layers=1, attention_heads=2, inner=32, positions=192,
            tag_hidden=16, arc=8, relation=8, link=8, reference=4,
        )
    )  # fmt: skip


def test_heads_that_no_corpus_teaches_mark_nothing(documents, windows):
    trees = {"ewt": documents["ewt"]}
    inventory = take_stock(trees["ewt"])
    assert (inventory.activity, inventory.modality) == (("none",), ("asserted",))
    network = small(inventory)
    program.mute_untaught(network, {"ewt": [[t] for t in windows["ewt"]]})
    group = [replace(t, activity=np.full_like(t.activity, IGNORE)) for t in windows["ewt"]]
    loss, _ = loss_of(network, group)
    assert torch.isfinite(loss)
    seen = network.eval().roles(torch.randn(1, 3, network.shape.tag_hidden)).reshape(1, 3, 3, 5)
    assert (seen.argmax(-1) == O).all()


def test_the_rate_rises_then_falls_to_zero():
    plan = program.Plan(warmup=0.1)
    rates = [program.rate_at(step, 100, plan) for step in range(101)]
    assert rates[0] == 0
    assert rates[10] == max(rates) == 1
    assert rates[100] == 0
    assert rates[10:] == sorted(rates[10:], reverse=True)


def test_short_rows_are_filled_with_what_is_ignored():
    found = pad([np.array([1, 2]), np.array([3])], 3)
    assert found.tolist() == [[1, 2, -100], [3, -100, -100]]


def test_a_head_counts_no_loss_where_the_corpus_has_no_label(windows, inventory):
    torch.manual_seed(1)
    network = small(inventory).eval()
    _, parts = loss_of(network, windows["polnear"])
    assert parts["roles"] > 0
    assert parts["links"] > 0
    unknown = ("syntax", "arcs", "entity", "name", "proposition", "claim", "factuality", "reference")
    assert {parts[k] for k in unknown} == {0.0}
    _, parts = loss_of(network, windows["ewt"])
    assert parts["roles"] == parts["links"] == 0
    assert parts["arcs"] > 0


def test_learning_brings_the_loss_down(windows, inventory):
    torch.manual_seed(1)
    network = small(inventory)
    optimiser = program.optimiser_of(network, PLAN)
    group = [t for part in windows.values() for t in part]
    losses = [sum(program.learn(network, optimiser, group, PLAN, factor=1.0).values()) for _ in range(30)]
    assert losses[-1] < 0.9 * losses[0]


def test_a_checkpoint_brings_back_weights_optimiser_and_step(windows, inventory, tmp_path):
    torch.manual_seed(1)
    network = small(inventory)
    optimiser = program.optimiser_of(network, PLAN)
    program.learn(network, optimiser, windows["ewt"], PLAN, factor=1.0)
    average = {name: w.detach() + 1 for name, w in network.state_dict().items()}
    save(tmp_path, network, optimiser, average, step=7)
    other = small(inventory)
    second = program.optimiser_of(other, PLAN)
    followed = {name: w.detach().clone() for name, w in other.state_dict().items()}
    assert resume(tmp_path, other, second, followed) == 7
    assert all(torch.equal(average[name], followed[name]) for name in average)
    for mine, theirs in zip(network.parameters(), other.parameters(), strict=True):
        assert torch.equal(mine, theirs)
    assert [p.name for p in tmp_path.glob("checkpoint*")] == ["checkpoint.pt"]


def test_without_a_checkpoint_the_run_begins_at_the_first_step(inventory, tmp_path):
    network = small(inventory)
    assert resume(tmp_path, network, program.optimiser_of(network, PLAN), {}) == 0


def test_the_running_mean_moves_towards_the_weights_by_what_is_not_kept(inventory):
    network = small(inventory)
    average = {name: torch.zeros_like(w) for name, w in network.state_dict().items()}
    program.follow(average, network, 0.75)
    for name, weights in network.state_dict().items():
        assert torch.allclose(average[name], weights / 4)


def test_weights_go_over_to_another_inventory_label_by_label(inventory, tmp_path):
    torch.manual_seed(1)
    old = small(inventory)
    torch.save(old.state_dict(), tmp_path / "network.pt")
    inventory.save(tmp_path / "labels.json")
    more = replace(inventory, activity=("aaa", *inventory.activity), entity=("Aaa", *inventory.entity))
    new = small(more)
    load_weights(new, more, tmp_path)
    assert torch.equal(new.activity.weight[1:], old.activity.weight)
    assert torch.equal(
        new.entity[1].weight[4 : 4 * len(more.entity)], old.entity[1].weight[: 4 * len(inventory.entity)]
    )
    assert torch.equal(new.roles.weight, old.roles.weight)


def test_the_command_line_has_the_numbers_of_the_plan(tmp_path):
    args = program.build_parser().parse_args(["a", "b", "--out", "c"])
    assert args.epochs == program.Plan().epochs == 2.5


def test_how_often_a_corpus_is_shown_can_be_said_for_a_run(tmp_path):
    args = program.build_parser().parse_args(
        ["c", "d", "--out", str(tmp_path), "--repeat", "reports=12", "ewt=0.5"]
    )
    assert dict(args.repeat) == {"reports": 12.0, "ewt": 0.5}


def test_a_corpus_that_nobody_knows_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        program.build_parser().parse_args(["c", "d", "--out", str(tmp_path), "--repeat", "novels=2"])
    assert "'novels' is no corpus" in capsys.readouterr().err


def test_a_missing_corpus_gives_one_names_path_and_next_step_and_writes_nothing(tmp_path, capsys):
    path = tmp_path / "nowhere"
    assert program.main([str(path), str(path), "--out", str(tmp_path / "out")]) == 1
    assert f"{path}: no such corpus; give the path" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
