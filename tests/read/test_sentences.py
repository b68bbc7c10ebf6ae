"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.sentences import split_sentences
from reportedly.read.words import split_words
from reportedly.records import Span

# Letters and the marks that the rules look at.
TEXTS = st.text(st.sampled_from("aB c.D!?\"'”“()… \n1"), max_size=60)


def ranges_of(text):
    words = list(split_words(text, Span(0, len(text))))
    return words, split_sentences(text, words)


def sentences_of(text):
    words, ranges = ranges_of(text)
    return [text[words[b].begin : words[e - 1].end] for b, e in ranges]


@given(TEXTS)
def test_sentences_cover_all_words_in_order_without_gaps(text):
    words, ranges = ranges_of(text)
    assert [i for b, e in ranges for i in range(b, e)] == list(range(len(words)))
    assert all(b < e for b, e in ranges)


@pytest.mark.parametrize(
    "sentences",
    [
        ["The bridge fell.", "Nobody was hurt."],
        ["“We left at dawn.”", "He gave no reason."],
        ["Who ordered it?", "Mr. Adler would not say."],
        ["Gen. Brook met Dr. Cole in Fort St. Anne on Jan. 5."],
        ["The price rose to 2.5 million."],
        ["They came from the U.S. Army base."],
        ["They came from the U.S.", "The base is closed."],
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_at_an_abbreviation(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_no_words_make_no_sentence():
    assert ranges_of("  ") == ([], [])
