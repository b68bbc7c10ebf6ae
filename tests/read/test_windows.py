"""Windows: what the network gets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.windows import CLS, PAD, SEP, WINDOW_PIECES, Window, batch, pack, shape_of

SIZES = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=90), min_size=1, max_size=8)


def packed(sizes):
    """Windows of sentences whose words have these numbers of pieces."""
    flat = [n for sentence in sizes for n in sentence]
    ends = np.cumsum([len(sentence) for sentence in sizes]).tolist()
    ranges = list(zip([0, *ends[:-1]], ends, strict=True))
    pieces = [tuple(range(1000, 1000 + n)) for n in flat]
    windows = list(pack(["w"] * len(flat), pieces, sentences=ranges, paragraph_starts=frozenset({0})))
    return windows, ranges


@given(SIZES)
def test_windows_hold_every_word_once_and_in_order(sizes):
    windows, ranges = packed(sizes)
    assert [i for w in windows for i in range(w.first, w.last)] == list(range(ranges[-1][1]))
    for window in windows:
        count = window.last - window.first
        assert len(window.pieces) == len(window.shapes) == len(window.sentences) == count


@given(SIZES)
def test_no_window_is_larger_than_the_network_takes(sizes):
    for window in packed(sizes)[0]:
        assert sum(map(len, window.pieces)) <= WINDOW_PIECES - 2


@given(SIZES)
def test_a_sentence_is_cut_only_when_no_window_can_hold_it(sizes):
    windows, ranges = packed(sizes)
    borders = {w.first for w in windows} - {b for b, _ in ranges}
    for border in borders:
        begin, _ = next((b, e) for b, e in ranges if b < border < e)
        assert sum(sizes[ranges.index((begin, _))]) > WINDOW_PIECES - 2


@given(SIZES)
def test_sentences_are_numbered_from_one_in_each_window(sizes):
    for window in packed(sizes)[0]:
        assert sorted(set(window.sentences)) == list(range(1, max(window.sentences) + 1))
        assert list(window.sentences) == sorted(window.sentences)


@pytest.mark.parametrize(
    ("word", "shape"),
    [("camp", 0), ("Camp", 1), ("A", 1), ("NATO", 2), ("McAdam", 3), ("12", 4), (",", 4)],
)
def test_the_shape_of_a_word_is_its_case(word, shape):
    assert shape_of(word) == shape


def test_a_batch_says_where_each_word_begins_and_ends():
    short = Window(0, 1, ((7,),), (0,), (1,))
    long = Window(1, 3, ((8, 9), (10,)), (6, 0), (1, 2))
    arrays = batch([short, long])
    assert arrays.pieces.tolist() == [[CLS, 7, SEP, PAD, PAD], [CLS, 8, 9, 10, SEP]]
    assert arrays.begins.tolist() == [[1, 0], [1, 3]]
    assert arrays.ends.tolist() == [[1, 0], [2, 3]]
    assert arrays.sentences.tolist() == [[1, 0], [1, 2]]
    assert arrays.shapes.tolist()[1] == [4, 6, 6, 0, 4]
