from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.packed import PackedSpans, PackedWords
from reportedly.records import Span, Word

SPANS = st.tuples(st.integers(0, 2**40), st.integers(0, 90)).map(lambda at: Span(at[0], at[0] + at[1]))
TEXT = st.text(max_size=9)
WORDS = st.builds(
    Word, SPANS, TEXT, TEXT, TEXT, TEXT, st.none() | st.integers(0, 100_000), st.sampled_from(["root", "obj"])
)


@given(st.lists(WORDS, max_size=8))
def test_words_come_out_as_they_went_in(words):
    packed = PackedWords(words)
    assert list(packed) == words
    assert [packed[n] for n in range(len(packed))] == words
    assert packed[1:3] == tuple(words[1:3])


@given(st.lists(WORDS, max_size=4))
def test_packed_words_are_equal_to_the_same_words_however_they_are_kept(words):
    packed = PackedWords(words)
    assert packed == tuple(words) == PackedWords(words)
    assert hash(packed) == hash(tuple(words))
    assert repr(packed) == repr(tuple(words))
    assert packed != (*words, None)


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_spans_come_out_as_they_went_in(first, more):
    packed = PackedSpans(first)
    packed.extend(more)
    assert list(packed) == packed[:] == [*first, *more]
    assert [packed[n] for n in range(len(packed))] == [*first, *more]
