"""The examples of the papers, with the figures that they print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scoring.clusters import Ratios, clusters_of, compare


def clusters(*words):
    """Clusters of one-letter mentions: "abc" is a cluster of three."""
    return [frozenset(word) for word in words]


def shares(ratios):
    return (
        pytest.approx(ratios.found / ratios.gold, abs=0.0051),
        pytest.approx(ratios.right / ratios.predicted, abs=0.0051),
        pytest.approx(ratios.f1 / 100, abs=0.0051),
    )


def test_predicted_mentions_are_scored_as_in_the_reference_implementation():
    # Source: Pradhan et al. 2014, the worked example.
    found = compare(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert shares(found["muc"]) == (0.40, 0.40, 0.40)
    assert shares(found["b3"]) == (0.42, 0.50, 0.45)
    assert shares(found["ceafe"]) == (0.65, 0.43, 0.52)


@pytest.mark.parametrize(
    ("mine", "muc", "b3", "ceafe"),
    [
        (["12345", "6789ABC"], 94.7, 86.5, 73.3),
        (["1234589ABC", "67"], 94.7, 73.7, 66.7),
        (["123456789ABC"], 90.0, 54.5, 29.4),
        (list("123456789ABC"), 0.0, 40.0, 17.8),
    ],
)
def test_four_ways_to_be_wrong_score_as_counted_by_hand(mine, muc, b3, ceafe):
    # Source: the partitions of Bagga and Baldwin 1998 and Luo 2005.
    found = compare(clusters("12345", "67", "89ABC"), clusters(*mine))
    assert found["muc"].f1 == pytest.approx(muc, abs=0.06)
    assert found["b3"].f1 == pytest.approx(b3, abs=0.06)
    assert found["ceafe"].f1 == pytest.approx(ceafe, abs=0.06)


def test_the_precision_of_a_cluster_too_large_is_that_of_the_paper():
    found = compare(clusters("12345", "67", "89ABC"), clusters("12345", "6789ABC"))["b3"]
    assert found.right / found.predicted == pytest.approx(0.762, abs=0.0005)
    assert found.found == found.gold


partitions = st.lists(st.integers(0, 3), min_size=2, max_size=8).map(
    lambda numbers: clusters_of(enumerate(numbers))
)


@given(partitions)
def test_the_same_clusters_score_a_hundred(gold):
    found = compare(gold, list(reversed(gold)))
    assert found["b3"].f1 == pytest.approx(100)
    assert found["ceafe"].f1 == pytest.approx(100)
    linked = any(len(cluster) > 1 for cluster in gold)
    assert found["muc"].f1 == pytest.approx(100 if linked else 0)


@given(partitions, partitions)
def test_exchanging_the_sides_exchanges_recall_and_precision(gold, mine):
    one, other = compare(gold, mine), compare(mine, gold)
    for metric, ratios in one.items():
        assert ratios.found == pytest.approx(other[metric].right)
        assert ratios.gold == other[metric].predicted
        assert ratios.f1 == pytest.approx(other[metric].f1)
        assert 0 <= ratios.f1 <= 100 + 1e-9


def test_nothing_on_either_side_gives_zero_and_no_error():
    assert [ratios.f1 for ratios in compare([], []).values()] == [0.0, 0.0, 0.0]
    assert Ratios(0, 3, 0, 0).f1 == 0.0


def test_the_least_leaves_out_what_stands_alone_and_a_mention_counts_once():
    mentions = [("a", 1), ("b", 2), ("c", 1), ("a", 2)]
    assert clusters_of(mentions) == [frozenset("ac"), frozenset("b")]
    assert clusters_of(mentions, least=2) == [frozenset("ac")]
