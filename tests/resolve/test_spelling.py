import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Precision
from reportedly.resolve.spelling import is_latin, key_of, kind_of, take_apart

UNIT = {Precision.FIRST_LEVEL, Precision.SECOND_LEVEL}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("St. Marl", "saint marl"),
        ("SAINT-MARL", "saint marl"),
        ("Al-Parān", "al paran"),
        ("U.S.", "us"),
        ("The Oster", "oster"),
        ("The", "the"),
        ("Łødz", "lodz"),
        ("Ra’s Marl", "ras marl"),
        ("—", ""),
    ],
)
def test_all_spellings_of_a_name_have_one_key(written, key):
    assert key_of(written) == key


@given(st.text(max_size=20))
def test_a_key_is_its_own_key_unless_it_begins_with_an_article(name):
    key = key_of(name)
    if not key.startswith(("the ", "st ", "ste ", "mt ", "ft ")):
        assert key_of(key) == key


@pytest.mark.parametrize(
    ("written", "core", "kinds"),
    [
        ("Tamsel Province", "tamsel", UNIT),
        ("Province of Tamsel", "tamsel", UNIT),
        ("County Oster", "oster", UNIT),
        ("City of Paran", "paran", {Precision.SETTLEMENT}),
        ("Paran", "paran", set()),
        ("City", "city", set()),
    ],
)
def test_a_common_noun_is_parted_from_the_name(written, core, kinds):
    taken = take_apart(written)
    assert (taken.core, set(taken.kinds)) == (core, kinds)


@pytest.mark.parametrize("word", ["county", "Counties", "Co.", "provinces"])
def test_a_noun_says_its_kind_in_singular_and_plural(word):
    assert kind_of(word) == UNIT


def test_a_word_for_no_kind_of_place_has_none():
    assert not kind_of("bridge")


def test_letters_of_other_scripts_are_told_apart():
    assert [is_latin(name) for name in ("Parān", "Phú Mỹ", "Паран", "باران")] == [True, True, False, False]
