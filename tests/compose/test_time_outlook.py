"""Whether a statement looks ahead."""

import pytest

from reportedly.compose.time_outlook import looks_ahead
from reportedly.records import Span


def ahead(text: str, words: str = "Friday") -> bool:
    begin = text.index(words)
    return looks_ahead(text, Span(begin, begin + len(words)))


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on Friday.",
        "The council will be dissolved on Friday.",
        "Talks are to begin Friday.",
        "She is scheduled to appear Friday.",
        "They agreed to leave on Friday.",
        "On Friday, the council will meet.",
        "The tax takes effect Friday.",
        "By Friday all of them are out.",
        "They were told that they'll march on Friday.",
    ],
)
def test_the_verb_beside_a_time_says_that_it_lies_ahead(text: str) -> None:
    assert ahead(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Friday.",
        "The council said on Friday that it will meet.",
        "It will meet, she said Friday.",
        "Guards fled on Friday.",
        "On Friday, guards fled.",
        "It will meet soon. Friday was too early.",
        "Friday",
    ],
)
def test_any_other_time_lies_behind(text: str) -> None:
    assert not ahead(text)
