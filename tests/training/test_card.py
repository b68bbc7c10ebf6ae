import pytest

from reportedly.errors import BrokenInput
from reportedly.read.decode import Marked
from tests.training.invented import Told, write_article, write_reports
from training.card import fill, main, measure, table_of
from training.corpora import CorpusMissing

PARTS = [
    ("Coast", {"exact": {"cue": 50.0, "all": 66.67}, "linked": 40.0, "n": {"documents": 1, "words": 1200}}),
    ("Trees", {"upos": 91.25, "n": {"words": 3}}),
]


def test_the_table_has_a_row_for_each_figure_and_says_once_how_much_was_measured():
    assert table_of(PARTS).splitlines()[2:] == [
        "| Coast | exact cue | 50.0 | 1 documents, 1,200 words |",
        "| Coast | exact all | 66.7 |  |",
        "| Coast | linked | 40.0 |  |",
        "| Trees | upos | 91.2 | 3 words |",
    ]


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
