"""Hints of times: whole words, and those around a unit of time."""

import pytest

from reportedly.compose.time_hints import hints_in
from reportedly.records import Span


def hints(text: str) -> frozenset[str]:
    return hints_in(text, Span(0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The candidate knows the farm.",
        "Violent clashes determined it.",
        "They may march on.",
        "The president left.",
    ],
)
def test_a_word_that_only_holds_one_that_tells_a_time_gives_no_hint(text: str) -> None:
    assert hints(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("They left two days later.", "apart"),
        ("They left a year or so later.", "apart"),
        ("They held it for 3 months.", "counted"),
        ("They held it for two full years.", "counted"),
        ("It took a week.", "articled"),
        ("It went on for weeks.", "hedged"),
    ],
)
def test_a_unit_gives_the_hints_of_the_words_beside_it(text: str, hint: str) -> None:
    assert {"unit", hint} <= hints(text)
    assert hint not in hints("They spent those days at Ilden.")


def test_a_stretch_that_ends_within_a_word_has_the_hints_of_its_part_of_it() -> None:
    text = "Boats left in Marchland."
    assert "month" in hints_in(text, Span(0, text.index("land")))
    assert "month" not in hints_in(text, Span(0, len(text)))
