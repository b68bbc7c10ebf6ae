import json

import pytest

from reportedly.errors import BrokenInput
from reportedly.records import Span
from training.cases import read_case_folder
from training.corpora import CorpusMissing

CLAIM = {"begin": 0, "end": 4, "chain": ["Harbour Board"], "polarity": "affirmed", "modality": "asserted"}


def write(path, **top):
    path.write_text(json.dumps(top), "utf-8")


def test_a_case_has_its_text_beside_it_and_keeps_what_is_scored(tmp_path):
    (tmp_path / "one.txt").write_text("They left.", "utf-8")
    write(tmp_path / "one.json", claims=[CLAIM], aliases={"Harbour Board": ["the board"]}, published="2031")
    (case,) = read_case_folder(tmp_path)
    assert (case.name, case.path, case.published) == ("one", tmp_path / "one.txt", "2031")
    assert case.claims[0].content == Span(0, 4)
    assert case.claims[0].chain == ("Harbour Board",)
    assert case.aliases == {"Harbour Board": ("the board",)}


def test_a_gold_file_of_another_name_belongs_to_the_article_beside_it(tmp_path):
    (tmp_path / "article.txt").write_text("They left.", "utf-8")
    write(tmp_path / "gold.json", claims=[])
    (case,) = read_case_folder(tmp_path / "gold.json")
    assert case.path == tmp_path / "article.txt"
    assert case.published is None


@pytest.mark.parametrize("written", ["[", "[]", '{"claims": [{"begin": 0}]}', '{"claims": 3}'])
def test_a_file_of_another_shape_is_named_with_what_it_should_hold(tmp_path, written):
    (tmp_path / "one.json").write_text(written, "utf-8")
    with pytest.raises(BrokenInput, match=r"one\.json: is no file of labelled claims"):
        list(read_case_folder(tmp_path))


def test_a_folder_without_cases_is_no_corpus(tmp_path):
    with pytest.raises(CorpusMissing, match=r"holds no \.json"):
        list(read_case_folder(tmp_path))


def test_the_date_may_stand_with_the_document(tmp_path):
    write(tmp_path / "one.json", claims=[CLAIM], aliases={}, document={"published": "2031-07-10"})
    (case,) = read_case_folder(tmp_path)
    assert case.published == "2031-07-10"
