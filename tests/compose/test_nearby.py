from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.nearby import BLOCK_CODE_POINTS, Nearby
from reportedly.compose.trees import shared
from reportedly.records import Span

SPANS = st.tuples(st.integers(0, 2_000), st.integers(1, 700)).map(lambda at: Span(at[0], at[0] + at[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_nothing_that_shares_a_character_is_missed_and_the_order_is_kept(spans, span):
    found = Nearby(range(len(spans)), lambda n: (spans[n],)).around(span)
    assert found == sorted(set(found))
    assert {n for n, s in enumerate(spans) if shared(s, span)} <= set(found)


def test_what_stands_in_two_places_is_found_at_both_and_once():
    near = Nearby(["levy"], lambda _: (Span(0, 9), Span(2_000, 2_009)))
    assert near.around(Span(4, 5)) == near.around(Span(2_004, 2_005)) == ["levy"]
    assert near.around(Span(0, 2_010)) == ["levy"]
    assert near.around(Span(900, 950)) == []


def test_what_is_added_later_comes_after():
    near = Nearby(["first"], lambda _: (Span(0, 9),))
    near.add("second")
    assert near.around(Span(0, 1)) == ["first", "second"]


def test_what_ends_where_a_block_begins_is_not_in_it():
    near = Nearby(["levy"], lambda _: (Span(0, BLOCK_CODE_POINTS),))
    assert near.around(Span(BLOCK_CODE_POINTS, BLOCK_CODE_POINTS + 1)) == []
