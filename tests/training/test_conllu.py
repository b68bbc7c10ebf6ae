import pytest

from reportedly.errors import BrokenInput
from tests.training.invented import TREE
from training.conllu import read_conllu


def written(tmp_path, text):
    path = tmp_path / "coast.conllu"
    path.write_bytes(text.encode())
    return path


def test_ranges_and_empty_nodes_are_passed_over(tmp_path):
    first, second = read_conllu(written(tmp_path, TREE))
    assert [w.form for w in first.words] == ["Boats", "can", "not", "sail", "."]
    assert [w.head for w in first.words] == [4, 4, 4, 0, 4]
    assert [w.deprel for w in second.words] == ["nsubj", "root"]


def test_marks_of_documents_and_paragraphs_are_kept(tmp_path):
    first, second = read_conllu(written(tmp_path, TREE))
    assert (first.id, first.new_document, first.new_paragraph) == ("coast-1", True, True)
    assert (second.id, second.new_document, second.new_paragraph) == ("coast-2", False, True)


def test_line_ends_of_windows_change_nothing(tmp_path):
    plain = list(read_conllu(written(tmp_path, TREE)))
    assert list(read_conllu(written(tmp_path, TREE.replace("\n", "\r\n")))) == plain


def test_a_last_sentence_without_a_blank_line_is_read(tmp_path):
    assert len(list(read_conllu(written(tmp_path, TREE.rstrip("\n"))))) == 2


def test_the_bracket_code_of_an_entity_is_found_among_other_notes(tmp_path):
    row = "1\tVelt\tVelt\tPROPN\tNNP\t_\t0\troot\t_\tSpaceAfter=No|Entity=(1-place-new)|MSeg=Velt\n\n"
    (sentence,) = read_conllu(written(tmp_path, row))
    assert sentence.words[0].entity == "(1-place-new)"


def test_an_empty_file_has_no_sentences(tmp_path):
    assert list(read_conllu(written(tmp_path, ""))) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1\tBoats\tboat\n", "line 1 has 3 columns"),
        (TREE.replace("\t4\tnsubj", "\t_\tnsubj"), "line 4 has the head '_'"),
        (TREE.replace("\t4\tnsubj", "\t9\tnsubj"), "'coast-1' has a head behind its last word"),
    ],
)
def test_a_damaged_file_is_refused_with_its_name_and_the_place(tmp_path, text, wrong):
    path = written(tmp_path, text)
    with pytest.raises(BrokenInput) as caught:
        list(read_conllu(path))
    assert str(path) in str(caught.value)
    assert wrong in str(caught.value)


def test_bytes_that_are_not_utf8_are_refused(tmp_path):
    path = tmp_path / "coast.conllu"
    path.write_bytes(b"1\tm\xfc\n")
    with pytest.raises(BrokenInput, match="not UTF-8"):
        list(read_conllu(path))
