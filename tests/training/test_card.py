import pytest

from reportedly.errors import BrokenInput
from reportedly.read.decode import Marked
from tests.training.invented import Told, write_article, write_reports
from training.card import PARTS as CARD
from training.card import Part, fill, main, measure, table_of
from training.corpora import CorpusMissing
from training.evaluate import TASKS, Scored
from training.intervals import Interval

COAST = Scored(
    {"exact.cue": 50.0, "exact.all": 66.67, "linked": 40.0},
    {"exact.cue": Interval(41.25, 58.04), "linked": Interval(30.0, 50.0)},
    {"documents": 1, "words": 1200},
)
SURE = Scored({"pearson": 0.7256, "mae": 0.4}, {"pearson": Interval(0.7, 0.7551)}, {"words": 3})
PARTS = [Part("Coast", "attribution", COAST), Part("Sure", "factuality", SURE)]


def test_the_table_has_a_row_for_each_figure_and_says_once_how_much_was_measured():
    assert table_of(PARTS).splitlines()[2:] == [
        "| Coast | exact cue | 50.0 (41.2 to 58.0) | 1 documents, 1,200 words |",
        "| Coast | exact all | 66.7 |  |",
        "| Coast | linked | 40.0 (30.0 to 50.0) |  |",
        "| Sure | pearson | 0.73 (0.70 to 0.76) | 3 words |",
        "| Sure | mae | 0.40 |  |",
    ]


def test_every_task_of_the_model_has_a_part_on_the_card():
    assert {task for _, task, _ in CARD} == {name for name, task in TASKS.items() if not task.by_rules}


def test_the_page_keeps_everything_but_what_stands_between_the_marks(tmp_path):
    page = tmp_path / "model.md"
    page.write_text("above\n<!-- figures:begin -->\nold\n<!-- figures:end -->\nbelow\n", "utf-8")
    fill(page, "| new |")
    fill(page, "| newer |")
    wanted = "above\n<!-- figures:begin -->\n\n| newer |\n\n<!-- figures:end -->\nbelow\n"
    assert page.read_text("utf-8") == wanted
    assert [p.name for p in tmp_path.iterdir()] == ["model.md"]


def test_a_page_without_marks_is_left_alone_and_named(tmp_path):
    page = tmp_path / "model.md"
    page.write_text("plain\n", "utf-8")
    with pytest.raises(BrokenInput, match=r"model\.md: has no marks"):
        fill(page, "")
    assert page.read_text("utf-8") == "plain\n"


def test_corpora_that_are_missing_are_named_before_anything_is_written(tmp_path):
    write_article(tmp_path / "polnear" / "dev")
    write_reports(tmp_path / "re3d" / "centcom")
    empty = Told(lambda text, tokens: Marked.empty())
    with pytest.raises(CorpusMissing, match="en_ewt-dev"):
        measure(tmp_path, empty)


def test_a_missing_model_gives_one_and_a_message(tmp_path, capsys):
    assert main([str(tmp_path), "--model", str(tmp_path)]) == 1
    assert "is missing" in capsys.readouterr().err
