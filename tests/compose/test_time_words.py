"""Numbers, ordinals and units in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.time_words import number_of, ordinal_of, unit_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred and ten", 110),
        ("two thousand", 2000),
        ("two thousand three hundred", 2300),
        ("a", 1),
        ("an", 1),
        ("a couple of", 2),
        ("half a", 0.5),
        ("six and a half", 6.5),
        ("1,500", 1500),
        ("2.5", 2.5),
    ],
)
def test_a_count_in_words_is_a_number(words: str, number: float) -> None:
    assert number_of(words) == number


def test_an_ordinal_is_a_number_in_words_and_digits() -> None:
    assert [ordinal_of(word) for word in ("third", "Twenty-first", "twenty first", "3rd", "21st", "8")] == [
        3,
        21,
        21,
        3,
        21,
        8,
    ]


def test_a_unit_is_named_in_the_singular() -> None:
    assert [unit_of(word) for word in ("Weeks", "century", "centuries", "millennia", "day")] == [
        "week",
        "century",
        "century",
        "millennium",
        "day",
    ]


@given(st.integers(1, 9999))
def test_digits_stand_for_themselves(number: int) -> None:
    assert number_of(f"{number:,}") == number_of(str(number)) == number
