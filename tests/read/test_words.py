"""Words as the treebanks cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.words import split_words
from reportedly.records import Span


def words_of(text):
    return [text[s.begin : s.end] for s in split_words(text, Span(0, len(text)))]


@given(st.text(max_size=80))
def test_every_visible_character_is_in_exactly_one_word(text):
    covered = [i for s in split_words(text, Span(0, len(text))) for i in range(s.begin, s.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_lie_inside_the_part_that_was_asked_for(text, a, b):
    begin, end = sorted((min(a, len(text)), min(b, len(text))))
    for span in split_words(text, Span(begin, end)):
        assert begin <= span.begin < span.end <= end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It's theirs, isn't it?", "It 's theirs , is n't it ?"),
        ("She cannot stay", "She can not stay"),
        ("Gen. Adler left the U.S. base", "Gen. Adler left the U.S. base"),
        ("5,500 men at 10:30", "5,500 men at 10:30"),
        ("a well-armed unit", "a well - armed unit"),
        ("the brigades' camps", "the brigades ' camps"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("“Stop,” he said", "“ Stop , ” he said"),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(text, words):
    assert words_of(text) == words.split()


def test_white_space_has_no_words():
    assert words_of(" \n\t ") == []
