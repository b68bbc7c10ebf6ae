"""What each form of time expression means.

Takes: a match and what relative expressions count from.
Gives: a closed interval of dates; None when the words are no time after all; Unresolved with the reason.
Never: looks at a clock, or takes the publication date for want of a better one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.dates import (
    Date,
    Interval,
    first_day,
    from_day,
    last_day,
    months_interval,
    quarter_interval,
    shift_months,
    valid_date,
    week_interval,
)

NO_PUBLISHED = "no publication date to count from"
COARSE = "the publication date is not precise enough to count from"
NO_PERIOD = "the document states no period"
VAGUE = "vague"
ELSEWHERE = "counted from another time in the text"
NO_SUCH_DATE = "no calendar has this date"
DAY_ORDER = "day and month cannot be told apart"
MONTH_OR_YEARS = "a month and a range of years cannot be told apart"
FISCAL = "the fiscal year's first month is not stated"


class Unresolved(Exception):
    """A time expression whose value cannot be known; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from.

    `period` is what the document reports on; `ahead` makes "on Monday" the next one, not the last.
    Its methods raise Unresolved when the publication date is missing or names no month or day.
    """

    published: Date | None
    period: Interval | None = None
    ahead: bool = False

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


Resolver = Callable[[re.Match[str], Anchor], Interval | None]

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBERS = [
    "_",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
COUNTS = {word: number for number, word in enumerate(_NUMBERS)} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}

# What a bare number or month follows when it is a time, and what it follows when it is not.
_DATING = re.compile(
    r"\b(?:in|since|until|till|by|during|throughout|through|before|after|between|from|for|of|early|late|mid|the|year|circa"
    r"|and|to|or|last|next|this|back)[\s-]+$|\($",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"\b(?:resolution|unscr|no\.|number|order|decree|act|law|section|article|route|highway|flight|page|room"
    r"|unit|about|approximately|nearly|almost|some|roughly|exactly|than|least|most|up to|other)\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?!was\b|is\b|has\b|as\b|its\b|this\b|his\b)[a-z]+s\b(?!')|\s+(?:people|men|women|children)\b"
)
_PEOPLE = re.compile(
    r"\s+(?:people|men|women|children|troops|soldiers|fighters|militants|civilians|refugees|families)\b"
)
_BEFORE_CHARS = 20  # code points before an expression that its neighbours are sought in
_NAMES_TOO = ("march", "april", "may", "june", "august")


def _group(match: re.Match[str], name: str) -> str:
    """What a named group matched, in lower case; empty when it did not, or the rule has no such group."""
    return (match.groupdict().get(name) or "").lower()


def _known(value: Interval | None) -> Interval:
    if value is None:
        raise Unresolved(NO_SUCH_DATE)
    return value


def _date(year: int, month: int | None = None, day: int | None = None) -> Date:
    found = valid_date(year, month, day)
    if found is None:
        raise Unresolved(NO_SUCH_DATE)
    return found


def _one(value: Date) -> Interval:
    return Interval(value, value)


def _month_number(match: re.Match[str], name: str = "month") -> int:
    return [month[:3].lower() for month in MONTHS].index(_group(match, name)[:3]) + 1


def _year_number(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year that is written, or meant by "last year"; None when the expression has none."""
    word = _group(match, "yearword")
    if word:
        return anchor.year() + {"last": -1, "next": 1}.get(word, 0)
    return int(_group(match, "year") or 0) or None


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else COUNTS[word.lower()]


def _nearest(month: int, day: int | None, anchor: Anchor, *, strict: bool = False) -> Date:
    """A month or day without its year: the nearest up to publication, or from it on when looking ahead."""
    now = from_day(anchor.day()) if day else anchor.month()
    step = 1 if anchor.ahead else -1
    for year in range(now.year, now.year + 9 * step, step):
        found = valid_date(year, month, day)
        if found and (first_day(found) - first_day(now)).days * step >= int(strict):
            return found
    raise Unresolved(NO_SUCH_DATE)


# ---------------------------------------------------------------- days, months and years as written


def iso(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A date as ISO 8601 writes it; "2005-08" may also be years, "2011-14" can be nothing else."""
    year, month, day = int(match["year"]), int(match["number"]), _group(match, "day")
    if day or month <= year % 100:
        return _one(_date(year, month, int(day) if day else None)) if day or month <= 12 else None
    if month <= 12:
        raise Unresolved(MONTH_OR_YEARS)
    return None


def digits(match: re.Match[str], anchor: Anchor) -> Interval:
    """A date in digits, when only one order of day and month is possible."""
    one, other = int(match["one"]), int(match["other"])
    if one <= 12 and other <= 12 and one != other:
        raise Unresolved(DAY_ORDER)
    return _one(_date(int(match["year"]), min(one, other), max(one, other)))


def day_of_month(match: re.Match[str], anchor: Anchor) -> Interval:
    """A day, or several days of one month; without its year, the nearest such day."""
    month, day, year = _month_number(match), int(match["day"]), _year_number(match, anchor)
    first = _date(year, month, day) if year else _nearest(month, day, anchor)
    to_day = _group(match, "to_day")
    return Interval(first, _date(first.year, month, int(to_day))) if to_day else _one(first)


def shared_year(match: re.Match[str], anchor: Anchor) -> Interval:
    """Two months or days with one year between them: it belongs to the second."""
    year = _year_number(match, anchor) or anchor.year()
    day, to_day = _group(match, "day"), _group(match, "to_day")
    last = _date(year, _month_number(match, "to_month"), int(to_day) if to_day else None)
    first = _date(year, _month_number(match), int(day) if day else None)
    if first_day(first) > first_day(last):
        first = _date(year - 1, first.month, first.day)
    return Interval(first, last)


def month_of_year(match: re.Match[str], anchor: Anchor) -> Interval:
    """A month, whole: no convention says which days "early" and "late" in a month are."""
    return _one(_date(_year_number(match, anchor) or anchor.year(), _month_number(match)))


def that_month(match: re.Match[str], anchor: Anchor) -> Interval:
    """The last, this or the next such month."""
    which, month = _group(match, "which"), _month_number(match)
    if which in ("this", "current"):
        return _one(_date(anchor.year(), month))
    return _one(_nearest(month, None, replace(anchor, ahead=which in ("next", "coming")), strict=True))


def _before(match: re.Match[str]) -> str:
    """The words just before a match."""
    return match.string[max(0, match.start() - _BEFORE_CHARS) : match.start()]


def lone_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A month without a year; names that people and verbs bear too need a word before them that dates."""
    name = _group(match, "month")
    dated = _group(match, "part") or _DATING.search(_before(match))
    is_full = name.capitalize() in MONTHS
    if not (dated and (is_full or name.endswith("."))) and (not is_full or name in _NAMES_TOO):
        return None
    return _one(_nearest(_month_number(match), None, anchor))


def _in_part(year: int, part: str) -> Interval:
    """A year, or its first quarter, middle half or last quarter.

    Source: the annotation of "late" and "the end of" a year as its last quarter; "early" mirrors it.
    """
    if not part:
        return _one(_date(year))
    first_month = {"early": 1, "beginning": 1, "start": 1, "mid": 4, "middle": 4}.get(part, 10)
    return _known(months_interval(Date(year, first_month), 6 if part in ("mid", "middle") else 3))


def year_part(match: re.Match[str], anchor: Anchor) -> Interval:
    """A year, or a part of it."""
    return _in_part(_year_number(match, anchor) or anchor.year(), _group(match, "part"))


def lone_year(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Four digits that may be a year: not after "resolution" or "about", not before what they count."""
    before = _before(match)
    is_likely = "1900" < match["year"] < "2100" and not match["year"].endswith("00")
    if _NUMBERING.search(before) or (_COUNTED if not is_likely else _PEOPLE).match(match.string, match.end()):
        return None
    return year_part(match, anchor)


def years(match: re.Match[str], anchor: Anchor) -> Interval:
    """Years such as "2014-16": the second year takes the missing digits from the first."""
    first, last = match["year"], match["to_year"]
    return Interval(_date(int(first)), _date(int(first[: 4 - len(last)] + last)))


def decade(match: re.Match[str], anchor: Anchor) -> Interval:
    """Ten years, or their first four, middle three, last three."""
    written, to = match["decade"], _group(match, "to_decade")
    first = int(written) if len(written) == 4 else 1900 + int(written)
    last = int(str(first)[: 4 - len(to)] + to) if to else first
    begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(_group(match, "part"), (0, 9))
    return Interval(_date(first + begin), _date(last + end))


# ---------------------------------------------------------------- quarters, halves and fiscal years


def _period_unit(anchor: Anchor, unit: str) -> Date | None:
    """The first month of the reported period, when the period is exactly one such unit."""
    if anchor.period is None or anchor.period.first is None or anchor.period.last is None:
        return None
    begin = first_day(anchor.period.first)
    whole = months_interval(Date(begin.year, begin.month), _UNIT_MONTHS.get(unit, 0))
    is_whole = whole and whole.last == from_day(last_day(anchor.period.last)) and begin.day == 1
    return Date(begin.year, begin.month) if is_whole else None


def _quarter_by(by: int, anchor: Anchor) -> Interval:
    """The quarter that the document reports on, or else that of publication, moved by whole quarters."""
    moved = shift_months(_period_unit(anchor, "quarter") or anchor.month(), by * 3)
    if moved is None or moved.month is None:
        raise Unresolved(NO_SUCH_DATE)
    return _known(quarter_interval(moved.year, (moved.month + 2) // 3))


def nth_quarter(match: re.Match[str], anchor: Anchor) -> Interval:
    """A numbered quarter, of the year that is named or else the nearest one."""
    if _group(match, "fiscal"):
        raise Unresolved(FISCAL)
    number = _ORDINALS.get(_group(match, "ordinal")) or int(_group(match, "number") or 1)
    year = _year_number(match, anchor)
    if year is None:
        year = anchor.year() if _group(match, "theyear") else _nearest(number * 3 - 2, None, anchor).year
    return _known(quarter_interval(year, number))


def last_quarter(match: re.Match[str], anchor: Anchor) -> Interval:
    """The quarter before this one."""
    return _quarter_by(-1, anchor)


def half(match: re.Match[str], anchor: Anchor) -> Interval:
    """The first or second half of a year."""
    year = _year_number(match, anchor) or anchor.year()
    return _known(months_interval(Date(year, 1 if _group(match, "ordinal") == "first" else 7), 6))


def months_at_end(match: re.Match[str], anchor: Anchor) -> Interval:
    """The first or last so many months of a year."""
    count, year = _count(match["count"]), _year_number(match, anchor) or anchor.year()
    return _known(months_interval(Date(year, 1 if _group(match, "end") == "first" else 13 - count), count))


def fiscal_year(match: re.Match[str], anchor: Anchor) -> Interval:
    """October to September for the United States' fiscal year, else the year that it is named after.

    Source: 31 U.S.C. 1102 (from October 1 to September 30 of the following year).
    """
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return _known(months_interval(Date(year - 1, 10), 12)) if _group(match, "federal") else _one(_date(year))


# ---------------------------------------------------------------- counted from the publication date


def ago(match: re.Match[str], anchor: Anchor) -> Interval:
    """So many units back, as precise as the unit: weeks ago is a week, years ago a year."""
    unit = _group(match, "unit")
    if _group(match, "hedge") or unit in ("decade", "century"):
        raise Unresolved(VAGUE)
    return _unit_by(-_count(match["count"]), unit, replace(anchor, period=None))


def _unit_by(by: int, unit: str, anchor: Anchor) -> Interval:
    """The unit of time that lies `by` units from now."""
    if unit == "quarter":
        return _quarter_by(by, anchor)
    begin = _period_unit(anchor, unit)
    if unit == "year":
        return _one(_date((begin.year if begin else anchor.year()) + by))
    if unit == "month":
        moved = shift_months(begin or anchor.month(), by)
        return _known(_one(moved) if moved else None)
    if unit == "decade":
        first = (anchor.year() // 10 + by) * 10
        return Interval(_date(first), _date(first + 9))
    return _days_by(by, unit, anchor)


def _days_by(by: int, unit: str, anchor: Anchor) -> Interval:
    if unit == "day":
        return _one(from_day(anchor.day() + timedelta(days=by)))
    if unit == "week":
        return week_interval(anchor.day() + timedelta(days=7 * by))
    raise Unresolved(VAGUE)


def weekend(match: re.Match[str], anchor: Anchor) -> Interval:
    """The last weekend that has begun by publication; "last" is over by then, "next" is yet to come."""
    today, which = anchor.day(), _group(match, "which")
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    if which in ("next", "coming") or (anchor.ahead and which != "last" and today.weekday() < 5):
        saturday += timedelta(days=7)
    elif which in ("last", "past") and today.weekday() >= 5:
        saturday -= timedelta(days=7)
    return Interval(from_day(saturday), from_day(saturday + timedelta(days=1)))


def that_unit(match: re.Match[str], anchor: Anchor) -> Interval:
    """This, the last or the next week, month, quarter, year; "late last year" is its last quarter."""
    which, unit, part = (_group(match, name) for name in ("which", "unit", "part"))
    if which == "previous" and unit != "quarter":
        raise Unresolved(ELSEWHERE)
    found = _unit_by(
        {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0), unit, anchor
    )
    return _in_part(found.first.year, part) if unit == "year" and found.first else found


def units_long(match: re.Match[str], anchor: Anchor) -> Interval:
    """The last or next so many units: in days for days and weeks, in months for longer ones."""
    unit, count = _group(match, "unit"), _count(_group(match, "count") or "one")
    ahead = _group(match, "which") in ("next", "coming")
    by = count if ahead else -count
    if unit in ("day", "week"):
        here: Date | None = from_day(anchor.day())
        there: Date | None = from_day(anchor.day() + timedelta(days=by * (7 if unit == "week" else 1)))
    else:
        here = anchor.month()
        there = shift_months(here, by * _UNIT_MONTHS.get(unit, 1200))
    if there is None:
        raise Unresolved(NO_SUCH_DATE)
    if there is None:
        raise Unresolved(NO_SUCH_DATE)
    return Interval(here, there) if ahead else Interval(there, here)


def weekday(match: re.Match[str], anchor: Anchor) -> Interval:
    """A weekday: the last one up to publication; before it for "last", after it for "next"."""
    today, target = anchor.day(), [day.lower() for day in DAYS].index(_group(match, "weekday"))
    which, week = _group(match, "which"), _group(match, "week")
    back = (today.weekday() - target) % 7
    if week or which in ("this", "current"):
        days = target - today.weekday() + {"last": -7, "next": 7}.get(week, 0)
    elif which in ("next", "coming") or (anchor.ahead and not which):
        days = 7 - back if back or which else 0
    else:
        days = -back if back or not which else -7
    return _one(from_day(today + timedelta(days=days)))


def near_day(match: re.Match[str], anchor: Anchor) -> Interval:
    """Today, yesterday, tomorrow."""
    word = " ".join(_group(match, "word").split())
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2}.get(word, 0)
    return _one(from_day(anchor.day() + timedelta(days=by)))


def reported_period(match: re.Match[str], anchor: Anchor) -> Interval:
    """What the document says it reports on."""
    if anchor.period is None:
        raise Unresolved(NO_PERIOD)
    return anchor.period


def vague(match: re.Match[str], anchor: Anchor) -> Interval:
    """An expression that no interval can be given for."""
    raise Unresolved(VAGUE)


def elsewhere(match: re.Match[str], anchor: Anchor) -> Interval:
    """An expression that counts from another event or date in the text."""
    raise Unresolved(ELSEWHERE)
