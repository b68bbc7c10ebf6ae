"""What a time expression can mean, and what relative ones count from.

Takes: nothing; these are the nouns of the time grammar.
Gives: meanings with an interval, or with the reason why there is none.
Never: looks at a clock, or takes the publication date for want of a better one.

Invariant: a meaning without an interval has a reason, unless it is a length or a repetition.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.dates import Date, Interval, first_day

NO_PUBLISHED = "no publication date to count from"
COARSE = "the publication date is not precise enough to count from"
NO_PERIOD = "the document states no period"
VAGUE = "vague"
ELSEWHERE = "counted from another time in the text"
NO_SUCH_DATE = "no calendar has this date"
DAY_ORDER = "day and month cannot be told apart"
MONTH_OR_YEARS = "a month and a range of years cannot be told apart"
FISCAL = "the fiscal year's first month is not stated"
NO_DAY = "the time of day does not say which day"
EVERY_YEAR = "it recurs each year"


class Kind(StrEnum):
    """What sort of expression it is."""

    DATE = "date"  # when: "on Monday", "last year", "in the coming weeks"
    CLOCK = "clock"  # when, within a day: "at 9 a.m. on Monday", "last night"
    HINT = "hint"  # when, by a word that only colours another: "current", "recent", "once"
    LENGTH = "length"  # how long: "for three years"
    REPEAT = "repeat"  # how often: "every day"


class Grain(StrEnum):
    """The unit in which an expression speaks: "late last year" speaks of a year, "in 1998-08" of a month."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


SEASONS = frozenset({Grain.SPRING, Grain.SUMMER, Grain.AUTUMN, Grain.WINTER})


class Tense(StrEnum):
    """Where a vague expression points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; `count` is None where the words do not say how many."""

    count: float | None
    grain: Grain


@dataclass(frozen=True, slots=True)
class Shift:
    """How far from another time of the text: "two weeks earlier" is -2 weeks, "the same day" 0 days.

    `compares` is set where the words compare ("than a year ago"): counted from a quarter, a year earlier is
    the same quarter then.
    """

    by: int
    grain: Grain
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means.

    `interval` is closed, as precise as the words; where it is None, `reason` says why. `clock` is a time of
    day as ISO 8601 writes it ("T09:00"), or a part of the day: "TMO", "TAF", "TEV", "TNI". `length` is set
    where the words give one, `shift` where they count from another time, `tense` where they are vague.
    `leads` is set where the next expression is the other end of it, and gave it its year: the "March" of
    "March to August 2011". `yearless` is set where the year was left out. `month`, 1 … 12, is one that
    recurs each year.
    """

    interval: Interval | None = None
    grain: Grain | None = None
    reason: str | None = None
    clock: str | None = None
    length: Length | None = None
    shift: Shift | None = None
    tense: Tense | None = None
    leads: bool = False
    yearless: bool = False
    month: int | None = None


class Unresolved(Exception):
    """A time expression whose value cannot be known; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from.

    `period` is what the document reports on; `ahead` makes "on Monday" the next one, not the last; it is
    not `certain` when only the words around say so.
    Its methods raise Unresolved when the publication date is missing or names no month or day.
    """

    published: Date | None
    period: Interval | None = None
    ahead: bool = False
    certain: bool = True

    def year(self) -> int:
        """The year of publication."""
        if self.published is None:
            raise Unresolved(NO_PUBLISHED)
        return self.published.year

    def month(self) -> Date:
        """The month of publication."""
        year = self.year()
        if self.published is None or self.published.month is None:
            raise Unresolved(COARSE)
        return Date(year, self.published.month)

    def day(self) -> date:
        """The day of publication."""
        self.month()
        if self.published is None or self.published.day is None:
            raise Unresolved(COARSE)
        return first_day(self.published)


Resolver = Callable[[re.Match[str], Anchor], Meaning | Interval | None]
