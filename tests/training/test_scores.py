from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Span
from training.scores import Counts, most_pairs, overlap, total


def test_figures_are_in_percent_by_hand():
    counts = Counts(hits=2, predicted=4, gold=5)
    assert counts.precision == 50
    assert counts.recall == 40
    assert counts.f1 == pytest.approx(2 * 50 * 40 / 90)


def test_nothing_to_count_gives_zero_and_no_error():
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_the_same_item_twice_counts_once():
    counts = Counts()
    counts.add(["a", "a", "b"], ["a", "c"])
    assert (counts.hits, counts.predicted, counts.gold) == (1, 2, 2)


def test_a_total_adds_counts_not_figures():
    whole = total([Counts(1, 1, 1), Counts(0, 3, 1)])
    assert (whole.hits, whole.predicted, whole.gold) == (1, 4, 2)


def test_spans_that_only_touch_do_not_overlap():
    assert not overlap([Span(0, 4)], [Span(4, 6)])
    assert overlap([Span(0, 1), Span(5, 8)], [Span(7, 9)])


def test_a_missing_role_agrees_only_with_a_missing_role():
    assert overlap([], [])
    assert not overlap([], [Span(0, 1)])
    assert not overlap([Span(0, 1)], [])


def test_pairing_takes_the_way_that_leaves_nobody_out():
    # The first could take either; first come, first served would leave the second alone.
    assert most_pairs([[0, 1], [0]]) == 2
    assert most_pairs([[0], [0], [0]]) == 1
    assert most_pairs([[0, 1], [1, 2], [2, 3], [0, 1, 2]]) == 4
    assert most_pairs([]) == most_pairs([[], []]) == 0


graphs = st.lists(st.lists(st.integers(0, 4), unique=True, max_size=5), max_size=5)


@given(graphs)
def test_pairing_is_as_good_as_trying_every_way(partners):
    def seats(order):
        return sum(one < len(partners) and n in partners[one] for n, one in enumerate(order))

    assert most_pairs(partners) == max(seats(order) for order in permutations(range(5)))


@given(graphs, st.randoms())
def test_pairing_does_not_depend_on_the_order(partners, random):
    shuffled = [random.sample(row, len(row)) for row in random.sample(partners, len(partners))]
    assert most_pairs(shuffled) == most_pairs(partners)
