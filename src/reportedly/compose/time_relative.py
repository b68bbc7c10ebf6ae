"""What expressions mean that count from the publication date, the reported period or another time.

Takes: a match of the grammar and what relative expressions count from.
Gives: a closed interval of dates or a meaning; None when the words are no time after all; Unresolved.
Never: looks at a clock, or takes the publication date for want of a better one.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.compose.time_habits import is_nowadays
from reportedly.compose.time_meanings import (
    ELSEWHERE,
    NO_DAY,
    NO_PERIOD,
    NO_SUCH_DATE,
    VAGUE,
    Anchor,
    Grain,
    Length,
    Meaning,
    Shift,
    Tense,
    Unresolved,
)
from reportedly.compose.time_values import dated, group, in_part, known, one
from reportedly.compose.time_words import DAYS, number_of, unit_of
from reportedly.dates import (
    Date,
    Interval,
    first_day,
    from_day,
    last_day,
    months_interval,
    quarter_interval,
    shift_months,
    week_interval,
)
from reportedly.records import Span

UNIT_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
    Grain.MILLENNIUM: 12000,
}
UNIT_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.FORTNIGHT: 14}
_STEPS = {
    "last": -1,
    "previous": -1,
    "prior": -1,
    "latest": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}


def grain_of(match: re.Match[str]) -> Grain:
    """Return the unit that a match names."""
    return Grain(unit_of(group(match, "unit") or group(match, "unit_two")))


def unit_by(by: int, unit: Grain, anchor: Anchor) -> Interval:
    """Return the unit of time that lies `by` units from now, or from the reported period."""
    if unit is Grain.QUARTER:
        return _quarter_by(by, anchor)
    begin = _period_unit(anchor, unit)
    if unit is Grain.YEAR:
        return one(dated((begin.year if begin else anchor.year()) + by))
    if unit is Grain.MONTH:
        moved = shift_months(begin or anchor.month(), by)
        return known(one(moved) if moved else None)
    if unit in (Grain.DECADE, Grain.CENTURY):
        years = UNIT_MONTHS[unit] // 12
        first = (anchor.year() // years + by) * years
        return Interval(dated(first), dated(first + years - 1))
    return _days_by(by, unit, anchor)


def _period_unit(anchor: Anchor, unit: Grain) -> Date | None:
    """The first month of the reported period, when the period is exactly one such unit."""
    if anchor.period is None or anchor.period.first is None or anchor.period.last is None:
        return None
    begin = first_day(anchor.period.first)
    whole = months_interval(Date(begin.year, begin.month), UNIT_MONTHS.get(unit, 0))
    is_whole = whole and whole.last == from_day(last_day(anchor.period.last)) and begin.day == 1
    return Date(begin.year, begin.month) if is_whole else None


def _quarter_by(by: int, anchor: Anchor) -> Interval:
    """The quarter that the document reports on, or else that of publication, moved by whole quarters."""
    moved = shift_months(_period_unit(anchor, Grain.QUARTER) or anchor.month(), by * 3)
    if moved is None or moved.month is None:
        raise Unresolved(NO_SUCH_DATE)
    return known(quarter_interval(moved.year, (moved.month + 2) // 3))


def _days_by(by: int, unit: Grain, anchor: Anchor) -> Interval:
    day = anchor.day() + timedelta(days=by * UNIT_DAYS.get(unit, 0))
    if unit is Grain.DAY:
        return one(from_day(day))
    if unit is Grain.WEEK:
        return week_interval(day)
    if unit is Grain.FORTNIGHT:
        return Interval(from_day(day), from_day(day + timedelta(days=13)))
    raise Unresolved(VAGUE)


# ---------------------------------------------------------------- this, last, next; ago


def that_unit(match: re.Match[str], anchor: Anchor) -> Meaning:
    """This, the last or the next week, month, quarter, year; "late last year" is its last quarter."""
    which, unit, part = group(match, "which"), grain_of(match), group(match, "part")
    step = _STEPS.get(which, 0)
    if which in ("previous", "prior", "following") and unit is not Grain.QUARTER:
        return Meaning(None, unit, ELSEWHERE, shift=Shift(step, unit))
    found = unit_by(step, unit, anchor)
    is_year = unit is Grain.YEAR and found.first
    return Meaning(in_part(found.first.year, part) if is_year and found.first else found, unit)


def ago(match: re.Match[str], anchor: Anchor) -> Meaning:
    """So many units back, as precise as the unit: weeks ago is a week, years ago a year.

    "A year ago" also compares: beside a quarter it is that quarter, a year before.
    """
    unit, count = grain_of(match), number_of(match["count"])
    if unit in (Grain.SECOND, Grain.MINUTE, Grain.HOUR):
        return _hours_ago(-count, unit, anchor)
    if group(match, "hedge") or count % 1 or unit in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM):
        shift = None if count % 1 else Shift(-int(count), unit)
        return Meaning(None, unit, VAGUE, length=Length(-count, unit), shift=shift, tense=Tense.PAST)
    shift = Shift(-int(count), unit, compares=unit is Grain.YEAR)
    return Meaning(unit_by(-int(count), unit, replace(anchor, period=None)), unit, shift=shift)


def _hours_ago(by: float, unit: Grain, anchor: Anchor) -> Meaning:
    """Hours back: the day is known when they are whole days, as nobody tells the hour of publication."""
    if unit is Grain.HOUR and by % 24 == 0:
        return Meaning(unit_by(int(by) // 24, Grain.DAY, anchor), Grain.DAY)
    return Meaning(None, unit, VAGUE, length=Length(by, unit), tense=Tense.PAST)


def from_now(match: re.Match[str], anchor: Anchor) -> Meaning:
    """So many units ahead: "two weeks from now", "a year hence"."""
    unit, count = grain_of(match), number_of(match["count"])
    if group(match, "hedge") or count % 1 or unit not in {*UNIT_DAYS, *UNIT_MONTHS}:
        return Meaning(None, unit, VAGUE, length=Length(count, unit), tense=Tense.FUTURE)
    return Meaning(unit_by(int(count), unit, replace(anchor, period=None)), unit)


def units_long(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The last or next so many units: in days for days and weeks, in months for longer ones."""
    unit = grain_of(match)
    count = number_of(group(match, "count") or "one")
    ahead = _STEPS.get(group(match, "which"), 0) > 0
    length = Length(count, unit)
    if unit in (Grain.SECOND, Grain.MINUTE, Grain.HOUR) or count % 1:
        return Meaning(None, unit, VAGUE, length=length)
    by = int(count) if ahead else -int(count)
    here, there = _reach(by, unit, anchor)
    return Meaning(Interval(here, there) if ahead else Interval(there, here), unit, length=length)


def _reach(by: int, unit: Grain, anchor: Anchor) -> tuple[Date, Date]:
    """Now, and the day or month so many units away."""
    if unit in UNIT_DAYS:
        day = anchor.day()
        return from_day(day), from_day(day + timedelta(days=by * UNIT_DAYS[unit]))
    here = anchor.month()
    there = shift_months(here, by * UNIT_MONTHS[unit])
    if there is None:
        raise Unresolved(NO_SUCH_DATE)
    return here, there


def reported_period(match: re.Match[str], anchor: Anchor) -> Interval:
    """What the document says it reports on."""
    if anchor.period is None:
        raise Unresolved(NO_PERIOD)
    return anchor.period


# ---------------------------------------------------------------- days of the week, parts of the day

_PARTS_OF_DAY = {
    "morning": "TMO",
    "daybreak": "TMO",
    "dawn": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "tonight": "TNI",
}


def clock_of(match: re.Match[str]) -> str | None:
    """Return the part of the day that a match names, as Meaning.clock; None without any."""
    word = group(match, "daypart").split()
    return _PARTS_OF_DAY.get(word[-1].removesuffix("s")) if word else None


def weekday_date(match: re.Match[str], anchor: Anchor) -> date:
    """Return the day of a weekday: the last one up to publication; "last" is before, "next" after it."""
    today, target = anchor.day(), [day[:3].lower() for day in DAYS].index(group(match, "weekday")[:3])
    which, week = group(match, "which"), group(match, "week")
    back = (today.weekday() - target) % 7
    if week or which in ("this", "current"):
        days = target - today.weekday() + {"last": -7, "next": 7}.get(week, 0)
    elif which in ("next", "coming", "upcoming") or (anchor.ahead and not which):
        days = 7 - back if back or which else 0
    else:
        days = -back if back or not which else -7
    return today + timedelta(days=days)


def weekday(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A weekday, or a part of it."""
    return Meaning(one(from_day(weekday_date(match, anchor))), Grain.DAY, clock=clock_of(match))


def weekend(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The last weekend that has begun by publication; "last" is over by then, "next" is yet to come."""
    today, which = anchor.day(), group(match, "which")
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    if which in ("next", "coming") or (anchor.ahead and which != "last" and today.weekday() < 5):
        saturday += timedelta(days=7)
    elif which in ("last", "past") and today.weekday() >= 5:
        saturday -= timedelta(days=7)
    return Meaning(Interval(from_day(saturday), from_day(saturday + timedelta(days=1))), Grain.WEEKEND)


_NEAR = {
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def near_day(match: re.Match[str], anchor: Anchor) -> Meaning:
    """Today, yesterday, tomorrow, or a part of it."""
    word = " ".join(group(match, "word").split())
    if word == "today" and is_nowadays(match.string, Span(match.start(), match.end())):
        return Meaning(reason=VAGUE, tense=Tense.PRESENT)
    clock = clock_of(match) or ("TNI" if word in ("tonight", "last night") else None)
    return Meaning(one(from_day(anchor.day() + timedelta(days=_NEAR.get(word, 0)))), Grain.DAY, clock=clock)


# ---------------------------------------------------------------- counted from another time of the text


def shifted(match: re.Match[str], anchor: Anchor) -> Meaning:
    """So many units before or after another time: "two weeks earlier", "a year later"."""
    unit, count = grain_of(match), group(match, "count")
    is_back = group(match, "way") in ("earlier", "before", "prior", "previously")
    if not count and match[0][:4].lower() == "the " and not group(match, "unit").endswith("s"):
        count = "one"
    if not count or group(match, "hedge") or number_of(count) % 1:
        return Meaning(None, unit, ELSEWHERE)
    by = int(number_of(count)) * (-1 if is_back else 1)
    return Meaning(None, unit, ELSEWHERE, shift=Shift(by, unit, compares=is_back))


def apart(match: re.Match[str], anchor: Anchor) -> Meaning:
    """So many units before or after what the next words tell: "two months after the raid"."""
    unit, count = grain_of(match), group(match, "count")
    reason = NO_DAY if unit in (Grain.SECOND, Grain.MINUTE, Grain.HOUR) else ELSEWHERE
    return Meaning(None, unit, reason, length=Length(number_of(count) if count else None, unit))


def the_unit(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The quarter that the text speaks of, or else the one before publication."""
    unit = grain_of(match)
    return Meaning(unit_by(-1, unit, anchor), unit, shift=Shift(0, unit, compares=True))


def same_unit(match: re.Match[str], anchor: Anchor) -> Meaning:
    """That day, the same week, the following year, the month before."""
    unit = (
        Grain.DAY if group(match, "unit") in ("night", "morning", "evening", "afternoon") else grain_of(match)
    )
    step = _STEPS.get(group(match, "which"), 0)
    return Meaning(None, unit, ELSEWHERE, clock_of(match), shift=Shift(step, unit))


# ---------------------------------------------------------------- vague


def vague(match: re.Match[str], anchor: Anchor) -> Meaning:
    """An expression that no interval can be given for; a named group says where it points."""
    tense = next((tense for tense in Tense if group(match, tense.value)), None)
    length = Length(None, grain_of(match)) if group(match, "unit") else None
    return Meaning(reason=VAGUE, tense=tense, length=length)


def elsewhere(match: re.Match[str], anchor: Anchor) -> Meaning:
    """An expression that counts from another event or date in the text."""
    return Meaning(reason=ELSEWHERE)


def year_end(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The end of a year: its last month."""
    year = int(match["year"]) if match["year"] else anchor.year()
    return Meaning(one(dated(year, 12)), Grain.MONTH)
