"""Heads from scores: always a tree, and the best one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.trees import decode_tree


def random_scores(seed, words):
    return np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)


def is_tree(heads):
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        i = start
        for _ in heads:
            i = heads[i]
        if i != roots[0]:
            return False
    return True


def total(scores, heads):
    return sum(float(scores[i, head]) for i, head in enumerate(heads) if head != i)


@given(st.integers(0, 100_000), st.integers(1, 40))
def test_whatever_the_scores_there_is_one_root_and_no_cycle(seed, words):
    assert is_tree(decode_tree(random_scores(seed, words)))


@settings(max_examples=80)
@given(st.integers(0, 100_000), st.integers(1, 5))
def test_no_other_tree_with_the_same_root_scores_higher(seed, words):
    scores = random_scores(seed, words)
    heads = decode_tree(scores)
    root = next(i for i, head in enumerate(heads) if head == i)
    trees = [t for t in product(range(words), repeat=words) if t[root] == root and is_tree(t)]
    assert total(scores, heads) == pytest.approx(max(total(scores, tree) for tree in trees))


def test_the_root_is_the_word_that_scores_highest_as_its_own_head():
    scores = np.array(
        [[5, 4, 0], [0, 6, 0], [0, 1, 0]], dtype=np.float32
    )  # two words are their own best head
    assert decode_tree(scores) == [1, 1, 1]


def test_heads_that_make_a_tree_already_are_kept():
    assert decode_tree(np.zeros((3, 3), dtype=np.float32), [1, 1, 0]) == [1, 1, 0]


def test_heads_in_a_ring_are_broken_up():
    scores = np.full((3, 3), -5, dtype=np.float32)
    scores[0, 1] = scores[1, 0] = 3
    scores[2, 2] = scores[0, 2] = 1
    assert decode_tree(scores) == [2, 0, 2]


def test_no_words_have_no_heads():
    assert decode_tree(np.zeros((0, 0), dtype=np.float32)) == []


def test_scores_that_are_all_alike_still_make_a_tree():
    assert is_tree(decode_tree(np.zeros((60, 60), dtype=np.float32)))
