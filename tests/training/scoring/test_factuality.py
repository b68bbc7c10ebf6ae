from math import isnan
from types import SimpleNamespace

import pytest

from reportedly.errors import BrokenInput, ModelError
from reportedly.read.decode import Marked
from tests.training.invented import Told
from training.evaluate import score, tree_of
from training.scoring.factuality import figures

JUDGED = """0	Boats	_	NNS
1	left	3.0	VBD

0	None	_	NN
1	returned	-3.0	VBD
2	or	_	CC
3	sank	0.0	VBD
"""


def sure(*numbers):
    """A reader that gives the words these numbers."""
    return Told(lambda text, tokens: SimpleNamespace(factuality=list(numbers)))


def figures_of(tmp_path, reader):
    (tmp_path / "dev.conll").write_text(JUDGED, "utf-8")
    return tree_of(score("factuality", tmp_path / "dev.conll", reader))


def test_only_words_with_a_label_count(tmp_path):
    found = figures_of(tmp_path, sure(9, 3, 9, -3, 9, 0))
    assert (found["pearson"], found["mae"]) == (1.0, 0.0)
    assert found["n"] == {"blocks": 1, "sentences": 2, "words": 3}
    assert set(found["ci"]) == {"pearson", "mae"}


def test_factuality_figures_agree_with_a_count_by_hand(tmp_path):
    # Ours 2, 0, -2 for 3, -3, 0: covariance (2·3 + 2·0) / 3 = 2, variances 8 / 3 and 6, r = 2 / 4.
    found = figures_of(tmp_path, sure(0, 2, 0, 0, 0, -2))
    assert found["pearson"] == 0.5
    assert found["mae"] == 2.0  # (1 + 3 + 2) / 3


def test_the_wrong_way_round_is_minus_one(tmp_path):
    assert figures_of(tmp_path, sure(0, -1, 0, 1, 0, 0))["pearson"] == -1.0


def test_a_reader_that_always_says_the_same_has_no_correlation(tmp_path):
    assert figures_of(tmp_path, sure(*[2.7] * 6))["pearson"] == 0.0


def test_nothing_to_count_has_no_meaning_and_shows_as_zero(tmp_path):
    assert all(isnan(figure) for figure in figures({}).values())
    (tmp_path / "dev.conll").write_text("0\tBoats\t_\n", "utf-8")
    found = tree_of(score("factuality", tmp_path, sure(1.0)))
    assert (found["pearson"], found["mae"]) == (0.0, 0.0)
    assert found["ci"]["pearson"] == {"lo": 0.0, "hi": 0.0}


def test_a_draw_of_sentences_that_are_all_certain_does_not_count_for_the_correlation(tmp_path):
    certain = "0\tleft\t3.0\n\n" * 40
    (tmp_path / "dev.conll").write_text(certain + JUDGED, "utf-8")
    echo = Told(
        lambda text, tokens: SimpleNamespace(
            factuality=[3.0 * (text[s.begin : s.end] == "left") for s in tokens.spans]
        )
    )
    found = tree_of(score("factuality", tmp_path, echo))
    assert found["n"]["blocks"] == 2
    assert found["ci"]["pearson"]["lo"] > 0.5


@pytest.mark.parametrize("reader", [sure(1.0), Told(lambda text, tokens: Marked.empty())])
def test_a_model_without_a_number_for_each_word_is_named(tmp_path, reader):
    with pytest.raises(ModelError, match="numbers for the 6 words of dev-0"):
        figures_of(tmp_path, reader)


def test_a_file_without_labels_in_its_rows_is_refused(tmp_path):
    (tmp_path / "dev.conll").write_text("0\tBoats\n", "utf-8")
    with pytest.raises(BrokenInput, match="line 1"):
        score("factuality", tmp_path, sure())
