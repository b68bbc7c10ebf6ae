from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scoring.assignment import best_columns, greatest_sum


def test_the_best_pair_is_given_up_where_the_sum_gains():
    assert best_columns([[9, 8], [8, 1]]) == [1, 0]
    assert best_columns([[9, 8, 7], [8, 1, 0]]) == [1, 0]
    assert best_columns([]) == []


def test_pairs_that_are_not_there_add_nothing():
    assert greatest_sum({}) == 0
    assert greatest_sum({(0, 0): 0.8, (1, 0): 0.5, (2, 0): 0.9}) == 0.9
    assert greatest_sum({(0, 5): 0.5, (3, 5): 0.4, (3, 7): 0.2}) == pytest.approx(0.7)


tables = st.integers(1, 4).flatmap(
    lambda rows: st.lists(
        st.lists(st.floats(0, 1), min_size=5, max_size=5).map(tuple), min_size=rows, max_size=rows
    )
)


@given(tables)
def test_the_columns_are_as_good_as_trying_every_way(table):
    chosen = best_columns(table)
    assert len(set(chosen)) == len(table)
    best = max(sum(row[c] for row, c in zip(table, way, strict=False)) for way in permutations(range(5)))
    assert sum(row[c] for row, c in zip(table, chosen, strict=True)) == pytest.approx(best)


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 3)), st.floats(0.01, 1), max_size=12))
def test_solving_piece_by_piece_is_as_good_as_trying_every_way(similar):
    ways = permutations(range(5), 4)
    best = max(sum(similar.get((a, b), 0) for b, a in enumerate(way)) for way in ways)
    assert greatest_sum(similar) == pytest.approx(best)
