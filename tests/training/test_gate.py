from datetime import date
from pathlib import Path

import pytest
import yaml

from reportedly.errors import BrokenInput
from tests.training.invented import TREE, parses
from training import gate
from training.corpora import CorpusMissing, read_factuality, read_polnear, read_re3d, read_ud
from training.evaluate import TASKS
from training.floors import Floors, Lowered, Part, read_floors, write_floors

SAMPLE = Path(gate.__file__).parent / "sample"
WRONG = [("X", None, "dep")] * 7
RIGHT = [
    ("NOUN", 3, "nsubj"),
    ("AUX", 3, "aux"),
    ("PART", 3, "advmod"),
    ("VERB", None, "root"),
    ("PUNCT", 3, "punct"),
    ("PRON", 1, "nsubj"),
    ("VERB", None, "root"),
]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the gate on one small treebank with a reader that gives these rows."""
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "a.conllu").write_text(TREE, "utf-8")
    write_floors(tmp_path / "floors.yml", Floors(1.0, (Part("syntax", "a.conllu", None, {}),)))

    def start(rows, *options):
        monkeypatch.setattr(gate, "Reader", lambda model: parses(rows))
        return gate.main([str(tmp_path / "corpora"), "--floors", str(tmp_path / "floors.yml"), *options])

    return start


def test_a_model_passes_the_floors_that_it_set_and_a_worse_one_fails(run, capsys):
    assert run(RIGHT) == 1  # no floors yet
    assert run(RIGHT, "--raise") == 0
    assert run(RIGHT) == 0
    assert "syntax a.conllu: 3 figures, none below its floor" in capsys.readouterr().out
    assert run(WRONG) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1].split(" is ")[0] for line in said] == ["upos", "uas", "las"]


def test_raising_with_a_worse_model_changes_no_floor_and_fails(run, tmp_path):
    run(RIGHT, "--raise")
    before = (tmp_path / "floors.yml").read_bytes()
    assert run(WRONG, "--raise") == 1
    assert (tmp_path / "floors.yml").read_bytes() == before


def test_lowering_writes_down_what_when_and_why(run, tmp_path):
    run(RIGHT, "--raise")
    assert run(WRONG, "--lower", "--why", "half the time", "--on", "2031-04-09") == 0
    found = read_floors(tmp_path / "floors.yml")
    assert Lowered("2031-04-09", "syntax a.conllu", "upos from 99 to 0", "half the time") in found.lowered
    assert run(WRONG) == 0


@pytest.mark.parametrize(
    "options",
    [
        ["--lower"],
        ["--lower", "--why", "so"],
        ["--lower", "--on", "2031-04-09"],
        ["--lower", "--why", " ", "--on", "2031-04-09"],
        ["--lower", "--why", "so", "--on", "yesterday"],
        ["--lower", "--raise", "--why", "so", "--on", "2031-04-09"],
        ["--raise", "--why", "so", "--on", "2031-04-09"],
    ],
)
def test_lowering_without_a_reason_and_a_date_is_refused(run, tmp_path, options):
    before = (tmp_path / "floors.yml").read_bytes()
    with pytest.raises(SystemExit) as caught:
        run(WRONG, *options)
    assert caught.value.code == 2
    assert (tmp_path / "floors.yml").read_bytes() == before


def test_another_corpus_fails_however_well_it_is_read(run, tmp_path, capsys):
    run(RIGHT, "--raise")
    with (tmp_path / "corpora" / "a.conllu").open("a", encoding="utf-8") as file:
        file.write("\n")
    for options in ([], ["--raise"]):
        assert run(RIGHT, *options) == 1
        assert "is another corpus" in capsys.readouterr().err
    assert run(RIGHT, "--lower", "--why", "a blank line", "--on", "2031-04-09") == 0


def test_a_missing_corpus_gives_one_and_its_name(run, tmp_path, capsys):
    (tmp_path / "corpora" / "a.conllu").unlink()
    assert run(RIGHT) == 1
    assert "a.conllu: no such corpus" in capsys.readouterr().err


def test_an_unknown_task_in_the_file_is_named(tmp_path):
    floors = Floors(1.0, (Part("grammar", "a", None, {}),))
    with pytest.raises(BrokenInput, match="grammar a: is no task that is scored"):
        list(gate.measure(floors, tmp_path, parses(RIGHT)))
    with pytest.raises(CorpusMissing):
        list(gate.measure(Floors(1.0, (Part("syntax", "a", None, {}),)), tmp_path, parses(RIGHT)))


# The files of floors that ship, and the set that ships.


@pytest.mark.parametrize("path", [gate.FLOORS, SAMPLE / "floors.yml"], ids=["corpora", "sample"])
def test_every_part_that_is_listed_has_its_digest_and_a_floor_for_each_figure(path):
    floors = read_floors(path)
    assert floors.margin >= 1
    for part in floors.parts:
        assert len(part.sha256) == 64
        assert set(TASKS[part.task].figures({})) <= set(part.floors), part.name
    for row in floors.lowered:
        assert date.fromisoformat(row.date)
        assert row.why.strip()
    assert yaml.safe_load(path.read_text("utf-8"))["parts"]


def test_the_shipped_model_keeps_the_floors_of_the_sample(capsys):
    code = gate.main([str(SAMPLE), "--floors", str(SAMPLE / "floors.yml")])
    assert code == 0, capsys.readouterr().err


def test_the_sample_quotes_what_stands_at_its_offsets():
    for path in (SAMPLE / "attribution").glob("*.ann"):
        text = path.with_suffix(".txt").read_text("utf-8")
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("T"):
                _, places, words = line.split("\t")
                spans = [map(int, part.split()) for part in places.split(" ", 1)[1].split(";")]
                assert words == " ".join(text[begin:end] for begin, end in spans)
    for document in read_re3d(SAMPLE / "entities"):
        assert document.entities


def test_the_sample_has_labels_for_every_task():
    assert sum(len(d.attributions) for d in read_polnear(SAMPLE / "attribution")) >= 20
    trees = list(read_ud(SAMPLE / "trees.conllu"))
    assert len(trees) == 3
    for document in trees:
        groups = [r.referent for r in document.references]
        assert len(groups) - len(set(groups)) >= 5
    (judged,) = read_factuality(SAMPLE / "factuality.conll")
    labels = [n for n in judged.factuality if n is not None]
    assert len(labels) >= 40
    assert min(labels) == -3
    assert max(labels) == 3
