"""Partial dates and intervals."""

from datetime import date, timedelta, timezone
from datetime import datetime as DateTime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import (
    Date,
    Interval,
    Published,
    bounds,
    first_day,
    format_date,
    format_interval,
    format_published,
    last_day,
    months_interval,
    overlap,
    parse_date,
    parse_interval,
    parse_published,
    quarter_interval,
    same_days,
    shift_months,
    valid_date,
    week_interval,
)
from reportedly.errors import SettingsError

days = st.dates(max_value=date(9998, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> Date:
    day = draw(days)
    parts = (day.year, day.month, day.day)
    return Date(*parts[: draw(st.integers(1, 3))])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    one, other = sorted((draw(partial_dates()), draw(partial_dates())), key=first_day)
    ends = [(one, one), (one, None), (None, one)]
    if first_day(one) <= last_day(other):
        ends.append((one, other))
    return Interval(*draw(st.sampled_from(ends)))


@given(partial_dates())
def test_a_date_survives_being_written_and_read(value: Date) -> None:
    assert parse_date(format_date(value)) == value


@given(intervals())
def test_an_interval_survives_being_written_and_read(value: Interval) -> None:
    assert parse_interval(format_interval(value)) == value


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_a_publication_time_keeps_its_offset(moment: DateTime, offset_minutes: int) -> None:
    zone = timezone(timedelta(minutes=offset_minutes))
    written = moment.replace(tzinfo=zone).isoformat()
    read = parse_published(written)
    assert format_published(read) == written
    assert read.on == Date(moment.year, moment.month, moment.day)


@given(partial_dates())
def test_a_publication_date_without_a_time_keeps_its_precision(value: Date) -> None:
    assert parse_published(format_date(value)) == Published(value)


@given(partial_dates())
def test_a_date_begins_no_later_than_it_ends(value: Date) -> None:
    assert first_day(value) <= last_day(value)


@given(partial_dates(), st.integers(-600, 600))
def test_shifting_months_there_and_back_returns_to_the_month(value: Date, by: int) -> None:
    shifted = shift_months(value, by)
    if shifted is not None:
        assert value.month is not None
        assert shift_months(shifted, -by) == Date(value.year, value.month)


@given(intervals(), intervals())
def test_overlap_is_mutual(one: Interval, other: Interval) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one)


@pytest.mark.parametrize(
    "value", ["", "18", "2018-13", "2019-02-29", "2018-2-3", "0000", "2018-02-03x", "٢٠١٨", "2018/2019"]
)
def test_what_is_no_date_is_refused_with_its_value(value: str) -> None:
    with pytest.raises(SettingsError, match="is no date"):
        parse_date(value, thing="published")


@pytest.mark.parametrize("value", ["../..", "2018/", "2019/2018", "2018-05-02/2018-05-01", "..", "/2018"])
def test_what_is_no_interval_is_refused(value: str) -> None:
    with pytest.raises(SettingsError):
        parse_interval(value)


@pytest.mark.parametrize(
    "value", ["2019-02T10:00", "2019-02-06T", "2019-02-06T25:00", "2019-02-06T10", "2019-02-06T10:00+3"]
)
def test_what_is_no_publication_time_is_refused(value: str) -> None:
    with pytest.raises(SettingsError):
        parse_published(value)


def test_half_open_bounds_end_the_day_after_the_last() -> None:
    assert bounds(parse_interval("2018-02")) == (date(2018, 2, 1), date(2018, 3, 1))
    assert bounds(parse_interval("2006/..")) == (date(2006, 1, 1), None)
    assert bounds(parse_interval("../9999")) == (None, None)


def test_a_year_covers_the_same_days_as_its_first_to_last_day() -> None:
    assert same_days(parse_interval("2018"), parse_interval("2018-01-01/2018-12-31"))
    assert not same_days(parse_interval("2018"), parse_interval("2018/.."))


def test_months_that_touch_do_not_overlap() -> None:
    assert not overlap(parse_interval("2018-02"), parse_interval("2018-03/.."))
    assert overlap(parse_interval("../2018-03-01"), parse_interval("2018-03"))


def test_a_quarter_runs_from_its_first_to_its_last_day() -> None:
    quarter = quarter_interval(2018, 4)
    assert quarter is not None
    assert format_interval(quarter) == "2018-10-01/2018-12-31"


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert format_interval(week_interval(date(2020, 1, 1))) == "2019-12-30/2020-01-05"


def test_a_year_alone_has_no_month_to_shift() -> None:
    assert shift_months(Date(2018), 1) is None
    assert months_interval(Date(2018), 3) is None
    assert shift_months(Date(9999, 12), 1) is None


def test_a_day_needs_a_month() -> None:
    assert valid_date(2018, None, 3) is None
    assert valid_date(2016, 2, 29) == Date(2016, 2, 29)
    assert valid_date(10000) is None
