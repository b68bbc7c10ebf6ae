from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.packed import Numbered, PackedEntities, PackedSpans, PackedWords
from reportedly.records import Entity, Span, Word

SPANS = st.tuples(st.integers(0, 2**32 - 91), st.integers(0, 90)).map(lambda at: Span(at[0], at[0] + at[1]))
TEXT = st.text(max_size=9)
WORDS = st.builds(
    Word, SPANS, TEXT, TEXT, TEXT, TEXT, st.none() | st.integers(0, 100_000), st.sampled_from(["root", "obj"])
)
ENTITIES = st.lists(
    st.builds(Entity, SPANS, st.sampled_from(["Person", "Location"]), st.sampled_from([0.5, 1.0])), max_size=6
)


@given(st.lists(WORDS, max_size=8))
def test_words_come_out_as_they_went_in(words):
    packed = PackedWords(words, Numbered())
    assert list(packed) == words
    assert [packed[n] for n in range(len(packed))] == words
    assert packed[1:3] == tuple(words[1:3])


@given(st.lists(WORDS, max_size=4))
def test_packed_words_are_equal_to_the_same_words_however_they_are_kept(words):
    packed = PackedWords(words, Numbered())
    assert packed == tuple(words) == PackedWords(words, Numbered())
    assert hash(packed) == hash(tuple(words))
    assert repr(packed) == repr(tuple(words))
    assert packed != (*words, None)


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_spans_come_out_as_they_went_in(first, more):
    packed = PackedSpans(first)
    packed.extend(more)
    assert list(packed) == packed[:] == [*first, *more]
    assert [packed[n] for n in range(len(packed))] == [*first, *more]


@given(ENTITIES, ENTITIES)
def test_entities_come_out_as_they_went_in(first, more):
    packed = PackedEntities(first)
    packed.extend(more)
    assert packed == (*first, *more) == PackedEntities([*first, *more])
    assert [packed[n] for n in range(len(packed))] == [*first, *more]
    assert hash(packed) == hash((*first, *more))
    assert repr(packed) == repr((*first, *more))


@given(ENTITIES, st.slices(6))
def test_a_slice_of_packed_entities_is_that_slice(entities, part):
    assert list(PackedEntities(entities)[part]) == entities[part]


@given(ENTITIES, st.slices(6), st.slices(6))
def test_a_slice_of_a_slice_is_that_of_both(entities, outer, inner):
    assert list(PackedEntities(entities)[outer][inner]) == entities[outer][inner]
