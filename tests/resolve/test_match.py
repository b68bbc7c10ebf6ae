"""Names compared; the held-out pairs were written before the fold, and nobody tunes on them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.packs import load_actors, load_name_words
from reportedly.resolve import SAME, Matcher, name_states

PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("name_pairs.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
STATES = {"Karvenia": "KV", "Karvenian": "KV", "Lomar": "LM", "Lomari": "LM", "North Lomar": "NL"}
WORDS = load_name_words()
NAMES = st.lists(
    st.sampled_from([word for pair in PAIRS for word in pair[0].split()]), min_size=1, max_size=4
)


@pytest.fixture(scope="module")
def matcher():
    return Matcher(load_name_words(), STATES)


def test_the_held_out_list_has_three_hundred_pairs_of_every_sort():
    assert len(PAIRS) >= 300
    sorts = [(pair[2], pair[3]) for pair in PAIRS]
    for sort in ("person", "group"):
        for verdict in ("same", "different"):
            assert sorts.count((sort, verdict)) >= 75
    assert all(len(pair) == 5 and pair[4] for pair in PAIRS)


def test_the_held_out_pairs_are_told_with_precision_and_recall():
    matcher = Matcher(load_name_words(), name_states(load_actors()))
    told = [
        (matcher.compare(a, b, person=sort == "person").score >= SAME, verdict == "same")
        for a, b, sort, verdict, _ in PAIRS
    ]
    right = told.count((True, True))
    assert right / (right + told.count((True, False))) >= 0.97
    assert right / (right + told.count((False, True))) >= 0.90


def is_same(matcher, a, b, *, person):
    return matcher.compare(a, b, person=person).score >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Abd al-Latif Hosni", "Abdellatif Husni"),
        ("Tomas Veld Marín", "Tomas Veld"),
        ("Khalid bin Nasir Veld", "Khaled Nasser Veld"),
        ("Amir Ali Veld", "Amirali Veld"),
    ],
)
def test_one_person_is_known_in_another_spelling(matcher, a, b):
    assert is_same(matcher, a, b, person=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ahmed Veld", "Mahmoud Veld"),
        ("Hassan Veld", "Hussein Veld"),
        ("Tomas Veld", "Tomas Brask"),
        ("Tomas Veld", "Tomas Shah Veld"),
        ("Nasr Veld", "Nasir Veld"),
        ("Karim Veld", "Rahim Veld"),
        ("Veld", "Tomas Veld"),
        ("Tomas Veld Marín", "Tomas Veld Ossa"),
    ],
)
def test_two_people_stay_two(matcher, a, b):
    assert not is_same(matcher, a, b, person=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Liwa al-Tamsel", "Tamsel Brigade"),
        ("Harakat Tamsel", "Tamsel Movement"),
        ("Karvenian Ministry of Defence", "Karvenia's Defense Ministry"),
        ("Lomar Board of Trade", "Lomari Trade Board"),
        ("3rd Tamsel Brigade", "Third Tamsel Brigade"),
        ("Tamsel Network", "The Tamsel network"),
        ("Frente de Liberación Tamsel", "Tamsel Liberation Front"),
    ],
)
def test_one_body_is_known_in_another_spelling_or_order(matcher, a, b):
    assert is_same(matcher, a, b, person=False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1st Tamsel Brigade", "2nd Tamsel Brigade"),
        ("Tamsel Brigade", "1st Tamsel Brigade"),
        ("Northern Tamsel Front", "Southern Tamsel Front"),
        ("Asa'ib Tamsel", "Kata'ib Tamsel"),
        ("Karvenian Army", "Lomari Army"),
        ("Karvenian Army", "Army"),
        ("Lomar Army", "North Lomar Army"),
        ("Tamsel", "Tamsel in Karvenia"),
        ("Tamsel", "Tamsel Alliance"),
        ("Movement", "Group"),
        ("Ansar al-Tamsel", "Ansar al-Veldin"),
    ],
)
def test_two_bodies_stay_two(matcher, a, b):
    assert not is_same(matcher, a, b, person=False)


def test_reasons_say_what_differs(matcher):
    match = matcher.compare("1st Tamsel Brigade", "2nd Tamsel Brigade", person=False)
    assert match.reasons == ("numbers or directions differ",)
    match = matcher.compare("Liwa Tamsel", "Saraya Tamsel", person=False)
    assert match.reasons == ("brigade is not companies",)


def test_a_name_without_letters_is_nobody(matcher):
    assert matcher.compare("", "", person=True).score == 0
    assert matcher.compare("-", "-", person=False).score < SAME


@given(NAMES, NAMES, st.booleans())
def test_the_order_of_the_two_does_not_matter(a, b, person):
    one, other = " ".join(a), " ".join(b)
    matcher = Matcher(WORDS, {})
    assert matcher.compare(one, other, person=person) == matcher.compare(other, one, person=person)


@given(NAMES)
def test_a_person_is_the_same_as_itself(name):
    assert Matcher(WORDS, {}).compare(" ".join(name), " ".join(name), person=True).score == 1
