import pytest

from reportedly.errors import BrokenInput
from tests.training.invented import GUM_PAGE, TIMEML
from training.corpora import CorpusMissing
from training.timex import Scheme, read_timed


def text_of(tmp_path, name, content):
    (tmp_path / name).write_text(content, "utf-8")
    (text,) = read_timed(tmp_path)
    return text


def test_timeml_gives_the_text_its_creation_time_and_its_marks(tmp_path):
    text = text_of(tmp_path, "a.tml", TIMEML)
    assert text.scheme is Scheme.TIMEML
    assert text.created == "2031-04-09"
    assert text.text.split() == "Guards & crew left on Monday, after three years.".split()
    assert [(text.text[m.span.begin : m.span.end], m.type, m.value) for m in text.marked] == [
        ("Monday", "DATE", "2031-04-07"),
        ("three years", "DURATION", "P3Y"),
    ]


def test_gum_words_are_put_together_as_they_are_written(tmp_path):
    text = text_of(tmp_path, "a.xml", GUM_PAGE)
    assert text.scheme is Scheme.TEI
    assert text.created == "2031-04-09"
    assert text.text.strip() == "The half-built port (2011) didn't open until 9:30, from May to July 2012."
    assert [(text.text[m.span.begin : m.span.end], m.type, m.value) for m in text.marked] == [
        ("2011", "DATE", "2011"),
        ("9:30", "TIME", "09:30:00"),
        ("May", "DATE", "2012-05/.."),
        ("July 2012", "DATE", "../2012-07"),
    ]


def test_a_folder_without_either_format_is_no_corpus(tmp_path):
    with pytest.raises(CorpusMissing, match=r"holds no \.tml"):
        list(read_timed(tmp_path))


def test_a_file_without_a_text_is_broken(tmp_path):
    with pytest.raises(BrokenInput, match="has no <TEXT>"):
        text_of(tmp_path, "a.tml", "<TimeML></TimeML>")
    (tmp_path / "a.tml").unlink()
    with pytest.raises(BrokenInput, match="has no <text>"):
        text_of(tmp_path, "a.xml", "<page></page>")
