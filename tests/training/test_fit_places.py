import numpy as np
import pytest

from reportedly.records import Span
from reportedly.resolve.ranking import WEIGHTS
from tests.resolve.atlas import KARVENIA, PARAN, SMALL_PARAN
from training.fit_places import climb, fit_known, fit_logistic, fit_ranking, main, ranked_right, texts
from training.toponyms import Article, Toponym

ARTICLES = [
    Article("a", "Paran, Karvenia", (Toponym(Span(0, 5), PARAN, None), Toponym(Span(7, 15), KARVENIA, None))),
    Article("b", "Paran, Sorra", (Toponym(Span(0, 5), SMALL_PARAN, None), Toponym(Span(7, 12), 2, None))),
    Article("c", "Nowhere", (Toponym(Span(0, 7), None, None),)),
]


def test_a_ranking_is_learned_from_which_places_are_right(atlas):
    found = list(texts(ARTICLES, atlas))
    weights = fit_ranking(found, atlas)
    assert weights.keys() == WEIGHTS.keys()
    assert ranked_right(found, weights, atlas) == 100
    assert len(fit_known(found, weights, atlas)) == 2


def test_a_logistic_function_is_learned():
    features = np.array([[1.0, 0.0], [1.0, 1.0]] * 10)
    constant, factor = fit_logistic(features, features[:, 1])
    assert constant < -1
    assert factor > 2


def test_a_slope_is_climbed_down_to_its_foot():
    assert climb(np.array([5.0]), lambda at: 2 * at, rate=0.1).tolist() == pytest.approx([0], abs=0.05)


def test_a_missing_corpus_gives_one_and_names_the_path(tmp_path, capsys):
    assert main([str(tmp_path / "none.xml")]) == 1
    assert "no such corpus" in capsys.readouterr().err
