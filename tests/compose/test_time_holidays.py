"""Days of the year that go by a name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.time_holidays import HOLIDAYS, easter_sunday, holidays_of, islamic_day
from reportedly.compose.times import find_times
from reportedly.dates import Interval, first_day
from reportedly.records import Span


def value(text: str, published: str | None = "2021-03-17", ahead: bool = False) -> str | None:
    (time,) = find_times(text, Span(0, len(text)), published=published, ahead=ahead)
    return time.value


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2019, (4, 21)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter_is_where_the_church_has_it(year: int, day: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *day)


@given(st.integers(1583, 9000))
def test_easter_is_a_sunday_in_march_or_april(year: int) -> None:
    assert date(year, 3, 22) <= easter_sunday(year) <= date(year, 4, 25)
    assert easter_sunday(year).weekday() == 6


def test_the_islamic_calendar_begins_on_its_epoch_and_keeps_to_known_days() -> None:
    assert islamic_day(1, 1, 1) == date(622, 7, 19)  # 16 July of the Julian calendar
    assert islamic_day(1440, 9, 1) == date(2019, 5, 6)


@given(st.integers(1, 8000), st.integers(1, 12))
def test_an_islamic_month_has_29_or_30_days(year: int, month: int) -> None:
    following = islamic_day(year + month // 12, month % 12 + 1, 1)
    assert (following - islamic_day(year, month, 1)) / timedelta(days=1) in (29, 30)


def test_a_year_can_have_ramadan_twice() -> None:
    first, second = holidays_of("Ramadan", 2030)
    assert first.first is not None
    assert second.first is not None
    assert (first_day(second.first) - first_day(first.first)).days in (354, 355)


@given(st.sampled_from(sorted(HOLIDAYS)), st.integers(1600, 9000))
def test_each_holiday_of_a_year_begins_in_that_year(name: str, year: int) -> None:
    for found in holidays_of(name, year):
        assert isinstance(found, Interval)
        assert found.first is not None
        assert found.first.year == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Christmas Day.", "2020-12-25"),
        ("They met on Christmas Day 2015.", "2015-12-25"),
        ("They met on New Year’s Eve.", "2020-12-31"),
        ("They met last Thanksgiving.", "2020-11-26"),
        ("They meet this Thanksgiving.", "2021-11-25"),
        ("They met during Ramadan.", "2020-04-24/2020-05-23"),
        ("They met on Eid ul-Fitr 2019.", "2019-06-05"),
        ("They fled before Ramadan 2019.", "../2019-05-05"),
        ("It sank in the Second World War.", "1939-09-01/1945-09-02"),
    ],
)
def test_a_holiday_is_the_nearest_up_to_publication_or_that_of_its_year(text: str, expected: str) -> None:
    assert value(text) == expected


def test_a_holiday_in_a_statement_that_looks_ahead_is_the_next_one() -> None:
    assert value("They will meet at Easter.") == "2021-04-04"


def test_a_verb_that_sounds_like_a_holiday_is_none() -> None:
    text = "She lent money to the guards."
    assert find_times(text, Span(0, len(text)), published="2021-03-17") == ()


def test_before_the_islamic_calendar_began_nothing_is_computed() -> None:
    assert holidays_of("Ramadan", 1) == []
    assert holidays_of("Easter", 9999) == []
