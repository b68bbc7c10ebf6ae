"""Counts and amounts with what they count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.quantities import find_quantities
from reportedly.records import Span, Word

NOUNS = (
    "houses villages percent barrels oil voters guards women children trucks police officers week day year"
    " month fuel people residents men time fighters cash wheat thirds camps leaders battery drop teacher"
).split()
ADJECTIVES = "armed new local other fake rural old wounded smaller".split()
VERBS = "burned fled seized were was paid said lost returned left joined".split()
PLACES = "Aruna Lake Omar Battery Resolution Kesh".split()
NUMBERS = "two three four five six ten twelve twenty hundred thousand million one seven forty".split()
CLOSED = {
    "of": "ADP",
    "in": "ADP",
    "a": "DET",
    "the": "DET",
    "and": "CCONJ",
    "or": "CCONJ",
    "per": "ADP",
    "$": "SYM",
}


def upos_of(form: str) -> str:
    if form[0].isdigit() or form.lower() in NUMBERS:
        return "NUM"
    for tag, words in (("NOUN", NOUNS), ("ADJ", ADJECTIVES), ("VERB", VERBS), ("PROPN", PLACES)):
        if form in words:
            return tag
    if not form.isalnum():
        return "SYM" if form in "$%" else "PUNCT"
    return CLOSED.get(form.lower(), "ADV")


def words_of(text: str, heads: dict[int, int] | None = None) -> list[Word]:
    """Words of a text whose words and marks all stand apart but for hyphens and the final full stop."""
    words: list[Word] = []
    begin = 0
    for form in text.replace("-", " - ").replace(".", " .").replace(",", " ,").replace(" ,0", ",0").split():
        begin = text.index(form, begin)
        span = Span(begin, begin + len(form))
        head = (heads or {}).get(len(words))
        tag = upos_of(form)
        words.append(Word(span, form, form.lower(), tag, "NN", head, "nummod" if head is not None else "dep"))
        begin = span.end
    return words


def quantities(text: str, heads: dict[int, int] | None = None) -> list[str]:
    return [quantity.text for quantity in find_quantities(words_of(text, heads), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards burned 12 houses.", ["12 houses"]),
        ("Guards burned twelve new houses in Aruna.", ["twelve new houses"]),
        ("At least 40 armed guards fled.", ["At least 40 armed guards"]),
        ("More than 6,000 people fled.", ["More than 6,000 people"]),
        ("An estimated 300 guards fled.", ["estimated 300 guards"]),
        ("They lost $ 2 million.", ["$ 2 million"]),
        ("They lost between $ 2 million and $ 3 million.", ["between $ 2 million and $ 3 million"]),
        ("They paid $ 50 a week.", ["$ 50 a week"]),
        ("They seized $ 3 million in fake cash.", ["$ 3 million in fake cash"]),
        ("Some 80 percent of rural voters fled.", ["Some 80 percent of rural voters"]),
        ("They lost 80 %.", ["80 %"]),
        ("They seized 300 barrels of oil.", ["300 barrels of oil"]),
        ("They seized 300 barrels per day.", ["300 barrels per day"]),
        ("Four of the guards fled.", ["Four of the guards"]),
        ("Hundreds of people fled.", ["Hundreds of people"]),
        ("Two - thirds of voters fled.", ["Two - thirds of voters"]),
        ("Three or four guards fled.", ["Three or four guards"]),
        ("Ten or more guards fled.", ["Ten or more guards"]),
        ("They left at least 9 men and women.", ["at least 9 men and women"]),
        ("They lost 30 guards and 5 trucks.", ["30 guards", "5 trucks"]),
        ("Six were wounded.", ["Six"]),
        ("Several villages burned.", ["Several villages"]),
        ("One teacher fled.", ["One teacher"]),
    ],
)
def test_a_number_comes_with_what_it_counts(text: str, expected: list[str]) -> None:
    assert quantities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Guards fled in 2016.",
        "Guards fled on 4 May 2016.",
        "Guards fled two days ago.",
        "Omar, 34, fled.",
        "A 34-year-old teacher fled.",
        "Resolution 1907 was burned.",
        "They joined Battery 5.",
        "They returned to article 7 of it.",
        "The K-4 was burned.",
        "One of the guards fled.",
        "The two leaders fled.",
        "Guards fled.",
        "",
    ],
)
def test_what_dates_names_or_ages_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_the_head_that_syntax_names_ends_the_phrase() -> None:
    assert quantities("They seized 12 police officers trucks.", {2: 4}) == ["12 police officers"]


def test_a_head_behind_a_preposition_is_not_believed() -> None:
    assert quantities("They seized 12 trucks in villages.", {2: 5}) == ["12 trucks"]


def test_only_quantities_inside_the_span_are_kept() -> None:
    text = "They lost 30 guards and 5 trucks."
    found = find_quantities(words_of(text), text, within=Span(20, len(text)))
    assert [quantity.text for quantity in found] == ["5 trucks"]


def test_a_quantity_lies_where_its_words_stand() -> None:
    text = "They lost 30 guards."
    (found,) = find_quantities(words_of(text), text)
    assert text[found.span.begin : found.span.end] == found.text == "30 guards"


PIECES = st.sampled_from(
    "12 5,000 two hundred half thirds $ % percent million of the and or between to - one 2016 guards Omar"
    " armed per a week in at least more than as many worth , . several hundreds year old every".split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.dictionaries(st.integers(0, 13), st.integers(0, 13)))
def test_any_words_give_quantities_in_order_without_overlap(text: str, heads: dict[int, int]) -> None:
    found = find_quantities(words_of(text, heads), text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.begin
    for quantity in found:
        assert text[quantity.span.begin : quantity.span.end] == quantity.text
