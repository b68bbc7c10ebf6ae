"""Partial ISO 8601 dates and intervals of them.

Takes: text such as "2018", "1998-08", "2018-10-01/2018-12-31", "2006/..", "2019-02-06T09:30:00+03:00".
Gives: frozen values that compare, format back to the same text and count in days.
Never: reads a clock or guesses a missing part.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.errors import SettingsError

OPEN = ".."
MONTHS = "January February March April May June July August September October November December".split()
MONTH_BEGINS = [month[:3] for month in MONTHS]  # "Jan", by which any way to shorten them begins
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_CLOCK = re.compile(r"T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_FORMS = "write YYYY, YYYY-MM or YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a month of a year or a day: `month` and `day` are None where the date is less precise.

    `month` is 1 … 12, `day` 1 … 31. Source: ISO 8601-1:2019, 5.2.2 (complete and reduced precision).
    """

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first to the last date, both included; None is an open end.

    Source: ISO 8601-2:2019, 4.4 (".." for an open end); annotation of times as closed intervals.
    """

    first: Date | None
    last: Date | None


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: the date as the source gave it, and its time of day if it had one.

    `clock` is what follows the day, from "T" on, with its offset, as written.
    """

    on: Date
    clock: str | None = None


def parse_date(value: str, *, thing: str = "date") -> Date:
    """Read one partial date.

    Args:
        value: "2018", "2018-08" or "2018-08-07".
        thing: what the value is for, named in the error.
    Raises:
        SettingsError: another form, or a day that no calendar has.
    """
    match = _PARTIAL.fullmatch(value)
    found = match and valid_date(*(int(part) if part else None for part in match.groups()))
    if not found:
        raise SettingsError(thing, f"{value!r} is no date", _FORMS)
    return found


def valid_date(year: int | None, month: int | None = None, day: int | None = None) -> Date | None:
    """The date with these parts, or None when the calendar has no such date (30 February, month 13)."""
    if year is None or not 1 <= year <= 9999 or (day is not None and month is None):
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Date(year, month, day)


def format_date(value: Date) -> str:
    """The date as ISO 8601, as precise as it is."""
    parts = [f"{value.year:04}"] + [f"{part:02}" for part in (value.month, value.day) if part is not None]
    return "-".join(parts)


def parse_interval(value: str, *, thing: str = "period") -> Interval:
    """Read a date, or two with a slash between them, as an interval.

    Args:
        value: "2018", "2018-10-01/2018-12-31", "2006/..", "../2010-07".
        thing: what the value is for, named in the error.
    Returns:
        The closed interval; a single date is its own first and last.
    Raises:
        SettingsError: another form, two open ends, or an end before the beginning.
    """
    first, slash, last = value.partition("/")
    ends = [
        None if slash and part == OPEN else parse_date(part, thing=thing) for part in (first, last or first)
    ]
    found = Interval(ends[0], ends[1])
    begin, end = bounds(found)
    if slash and (not last or found == Interval(None, None)):
        raise SettingsError(thing, f"{value!r} is no interval", "give at least one of its two ends")
    if begin and end and begin >= end:
        raise SettingsError(thing, f"{value!r} ends before it begins", "put the earlier date first")
    return found


def format_interval(value: Interval) -> str:
    """The interval as ISO 8601; one date when first and last are the same."""
    if value.first is not None and value.first == value.last:
        return format_date(value.first)
    return "/".join(OPEN if end is None else format_date(end) for end in (value.first, value.last))


def parse_published(value: str, *, thing: str = "published") -> Published:
    """Read a publication date or date-time.

    Args:
        value: a partial date, or a day with a time of day: "2019-02-06T09:30:00+03:00", "2019-02-06T06:30Z".
        thing: what the value is for, named in the error.
    Raises:
        SettingsError: another form, or a day or time of day that does not exist.
    """
    day, mark, clock = value.partition("T")
    on = parse_date(day, thing=thing)
    if not mark:
        return Published(on)
    if on.day is None or not _CLOCK.fullmatch(mark + clock) or not _is_clock(value):
        raise SettingsError(thing, f"{value!r} is no date-time", "write YYYY-MM-DDThh:mm:ss+hh:mm")
    return Published(on, mark + clock)


def _is_clock(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def format_published(value: Published) -> str:
    """The publication date or date-time as ISO 8601, as the source gave it."""
    return format_date(value.on) + (value.clock or "")


def first_day(value: Date) -> date:
    """The first day that a date covers."""
    return date(value.year, value.month or 1, value.day or 1)


def last_day(value: Date) -> date:
    """The last day that a date covers."""
    month = value.month or 12
    return date(value.year, month, value.day or monthrange(value.year, month)[1])


def bounds(value: Interval) -> tuple[date | None, date | None]:
    """The interval in days, half-open: from the first day up to, not including, the second.

    Returns None for an open end; 9999-12-31 as a last day also gives None, as no later day exists.
    """
    begin = first_day(value.first) if value.first else None
    last = last_day(value.last) if value.last else date.max
    return begin, None if last == date.max else last + timedelta(days=1)


def same_days(one: Interval, other: Interval) -> bool:
    """Whether two intervals cover the same days, however precisely they are written."""
    return bounds(one) == bounds(other)


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two intervals have a day in common."""
    (begin, end), (other_begin, other_end) = bounds(one), bounds(other)
    starts_in_time = begin is None or other_end is None or begin < other_end
    return starts_in_time and (other_begin is None or end is None or other_begin < end)


def from_day(value: date) -> Date:
    """A calendar day as a date."""
    return Date(value.year, value.month, value.day)


def shift_months(value: Date, by: int) -> Date | None:
    """The month `by` months later (earlier when negative), without a day; None when its month is unknown."""
    if value.month is None:
        return None
    months = value.year * 12 + value.month - 1 + by
    return valid_date(months // 12, months % 12 + 1)


def months_interval(first: Date, count: int) -> Interval | None:
    """`count` whole months from the month of `first` on, to the last day; None when unknown."""
    last = shift_months(first, count - 1)
    if last is None or first.month is None:
        return None
    return Interval(Date(first.year, first.month, 1), from_day(last_day(last)))


def quarter_interval(year: int, quarter: int) -> Interval | None:
    """Calendar quarter 1 … 4 of a year, from its first to its last day."""
    return months_interval(Date(year, quarter * 3 - 2), 3)


def week_interval(day: date) -> Interval:
    """The week with this day in it, Monday to Sunday.

    Source: ISO 8601-1:2019, 3.1.1.23 (calendar weeks begin on Monday).
    """
    monday = day - timedelta(days=day.weekday())
    return Interval(from_day(monday), from_day(monday + timedelta(days=6)))
