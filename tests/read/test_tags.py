"""The best well-formed tags, held against trying all of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.tags import best_spans, best_tags, is_legal, legal_moves, spans_of


def random_scores(seed, lengths, kinds):
    rng = np.random.default_rng(seed)
    return [rng.normal(scale=3, size=(n, 4 * kinds + 1)).astype(np.float32) for n in lengths]


def every_legal_sequence(words, kinds):
    moves = legal_moves(kinds)
    for tags in product(range(4 * kinds + 1), repeat=words):
        if is_legal(np.array(tags), moves):
            yield tags


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(1, 2))
def test_the_best_tags_are_those_that_trying_all_of_them_finds(seed, lengths, kinds):
    sequences = random_scores(seed, lengths, kinds)
    for scores, tags in zip(sequences, best_tags(sequences, legal_moves(kinds)), strict=True):
        best = max(every_legal_sequence(len(scores), kinds), key=lambda t: sum(scores[range(len(t)), t]))
        assert tuple(tags.tolist()) == best


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 6), st.floats(0, 12))
def test_words_that_look_like_none_part_a_search_without_harm(seed, length, boost):
    (scores,) = random_scores(seed, [length], 1)
    scores[np.random.default_rng(seed).random(length) < 0.5, -1] += boost
    (tags,) = best_tags([scores], legal_moves(1))
    best = max(every_legal_sequence(length, 1), key=lambda t: sum(scores[range(length), t].tolist()))
    assert tuple(tags.tolist()) == best


@pytest.mark.parametrize("score", [np.nan, -np.inf])
def test_scores_that_are_none_give_well_formed_tags_all_the_same(score):
    scores = np.full((5, 9), score, dtype=np.float32)
    (tags,) = best_tags([scores], legal_moves(2))
    assert is_legal(tags, legal_moves(2))


@given(st.integers(0, 10_000), st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(1, 4))
def test_what_comes_out_is_always_well_formed(seed, lengths, kinds):
    moves = legal_moves(kinds)
    for length, tags in zip(lengths, best_tags(random_scores(seed, lengths, kinds), moves), strict=True):
        assert len(tags) == length
        assert is_legal(tags, moves)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 12), min_size=2, max_size=6))
def test_a_sequence_is_tagged_the_same_alone_and_beside_others(seed, lengths):
    sequences, moves = random_scores(seed, lengths, 2), legal_moves(2)
    together = best_spans(sequences, moves)
    assert together == [best_spans([scores], moves)[0] for scores in sequences]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([4, 4, 4], []),
        ([2, 4, 2], [(0, 1, 0), (2, 3, 0)]),
        ([0, 1, 3], [(0, 3, 0)]),
        ([0, 3, 0, 3], [(0, 2, 0), (2, 4, 0)]),
    ],
)
def test_tags_of_one_kind_become_their_spans(tags, spans):
    assert spans_of(np.array(tags), 1) == spans


def test_a_span_keeps_the_number_of_its_kind():
    assert spans_of(np.array([4, 7, 2, 8, 6]), 2) == [(0, 2, 1), (2, 3, 0), (4, 5, 1)]


@pytest.mark.parametrize("tags", [[1, 3], [0, 4], [3], [0, 2], [0, 0, 3]])
def test_a_span_that_is_not_opened_or_closed_is_not_well_formed(tags):
    assert not is_legal(np.array(tags), legal_moves(1))
