"""Writes what the grammar means as the corpora of time expressions write it.

Takes an expression with its meaning. Gives its type and value in TimeML's TIMEX3, or an interval for TEI.
The product keeps intervals; these forms are for measuring alone.

Source: TimeML 1.2.1 annotation guidelines, TIMEX3 (types, values, the use of X for what is not said).
"""

from collections.abc import Mapping
from datetime import date, timedelta

from reportedly.compose.time_expressions import Expression
from reportedly.compose.time_meanings import (
    EVERY_YEAR,
    VAGUE,
    Anchor,
    Grain,
    Kind,
    Length,
    Meaning,
    Tense,
    Unresolved,
)
from reportedly.compose.time_relative import unit_by
from reportedly.compose.time_values import BEFORE_CHRIST
from reportedly.dates import (
    OPEN,
    Date,
    Interval,
    first_day,
    format_date,
    format_interval,
    months_interval,
    parse_date,
)

_LETTERS: Mapping[Grain, str] = {
    Grain.SECOND: "TS",
    Grain.MINUTE: "TM",
    Grain.HOUR: "TH",
    Grain.DAY: "D",
    Grain.WEEK: "W",
    Grain.WEEKEND: "WE",
    Grain.FORTNIGHT: "W",
    Grain.MONTH: "M",
    Grain.QUARTER: "Q",
    Grain.YEAR: "Y",
    Grain.DECADE: "Y",
    Grain.CENTURY: "Y",
    Grain.MILLENNIUM: "Y",
}
_TIMES = {Grain.FORTNIGHT: 2, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}
_SEASONS = {Grain.SPRING: "SP", Grain.SUMMER: "SU", Grain.AUTUMN: "FA", Grain.WINTER: "WI"}
_TENSES = {Tense.PAST: "PAST_REF", Tense.PRESENT: "PRESENT_REF", Tense.FUTURE: "FUTURE_REF"}


def timex_of(expression: Expression, created: str | None) -> tuple[str, str] | None:
    """Return the type and value of TIMEX3; None for "so far", which is none.

    Args:
        expression: what the grammar found.
        created: the text's date of creation, the day of a time of day that names none.
    """
    meaning = expression.meaning
    if expression.kind is Kind.REPEAT:
        return "SET", duration(meaning.length) if meaning.length else "XXXX"
    is_era = meaning.reason == BEFORE_CHRIST
    if meaning.length is not None and not is_era and (meaning.tense is None or meaning.length.count is None):
        return "DURATION", duration(meaning.length)
    if meaning.clock is not None:
        day = meaning.interval.first if meaning.interval else None
        on = format_date(day) if day else (created or "XXXX-XX-XX")[:10]
        return "TIME", on + meaning.clock
    if meaning.reason == VAGUE and meaning.tense is None:
        return None
    return "DATE", _date(meaning, created)


def duration(length: Length) -> str:
    """Return a length as ISO 8601 writes a duration: "P3Y"; X where the count is not said."""
    letter = _LETTERS.get(length.grain, "X")
    time, letter = ("T", letter[1:]) if len(letter) == 2 and letter[0] == "T" else ("", letter)
    if length.count is None:
        vague = {Grain.DECADE: "E", Grain.CENTURY: "C"}.get(length.grain, letter)
        return f"P{time}X{vague}"
    count = abs(length.count) * _TIMES.get(length.grain, 1)
    return f"P{time}{count:g}{letter}"


def _date(meaning: Meaning, created: str | None) -> str:
    if meaning.reason == EVERY_YEAR:
        return (
            f"XXXX-{meaning.month:02}" if meaning.month else f"XXXX-{_SEASONS[meaning.grain or Grain.SUMMER]}"
        )
    interval = meaning.interval or _approximate(meaning, created)
    first = interval.first if interval else None
    if meaning.reason == BEFORE_CHRIST and meaning.length and meaning.length.count:
        return f"BC{abs(meaning.length.count):04g}"
    if first is None:
        return _TENSES.get(meaning.tense, "XXXX") if meaning.tense else "XXXX"
    if meaning.shift and meaning.shift.grain is Grain.WEEK and meaning.grain is Grain.WEEK and created:
        return (date.fromisoformat(created[:10]) + timedelta(weeks=meaning.shift.by)).isoformat()
    return _of_grain(first, meaning.grain)


def _of_grain(first: Date, grain: Grain | None) -> str:
    month = first.month or 1
    if grain in _SEASONS and grain:
        return f"{first.year:04}-{_SEASONS[grain]}"
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return _week(first_day(first)) + ("-WE" if grain is Grain.WEEKEND else "")
    forms = {
        Grain.YEAR: f"{first.year:04}",
        Grain.QUARTER: f"{first.year:04}-Q{(month + 2) // 3}",
        Grain.HALF: f"{first.year:04}-H{(month + 5) // 6}",
        Grain.DECADE: f"{first.year // 10:03}",
        Grain.CENTURY: f"{first.year // 100:02}",
    }
    return forms.get(grain, format_date(first)) if grain else format_date(first)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def tei_of(expression: Expression, created: str | None) -> tuple[str, str] | None:
    """Return the type and value as GUM has them: a date or two with a slash; None for what it leaves out.

    Args:
        expression: what the grammar found.
        created: the text's date of creation.
    """
    meaning = expression.meaning
    if expression.kind is Kind.CLOCK and meaning.clock and meaning.clock[1:2].isdecimal():
        return "TIME", meaning.clock.removeprefix("T").replace("24:", "00:") + ":00"
    if expression.kind not in (Kind.DATE, Kind.CLOCK) or _is_unmarked(meaning):
        return None
    if meaning.reason == BEFORE_CHRIST and meaning.length:
        return "DATE", f"{meaning.length.count:g}"
    if meaning.reason == EVERY_YEAR:
        return "DATE", f"--{meaning.month:02}" if meaning.month else _SEASON_EACH_YEAR[
            meaning.grain or Grain.SUMMER
        ]
    return "DATE", _days(meaning, created)


def _is_unmarked(meaning: Meaning) -> bool:
    """GUM leaves out "now", "recently" and "so far", hours, and parts of an unknown day."""
    if meaning.interval is not None or meaning.reason in (BEFORE_CHRIST, EVERY_YEAR):
        return False
    if meaning.reason == VAGUE and meaning.length is None and meaning.tense is None:
        return True
    part_of_day = meaning.clock is not None and not meaning.clock[1:2].isdecimal()
    return (
        part_of_day or (meaning.length is None and meaning.tense is not None) or meaning.grain is Grain.HOUR
    )


_SEASON_EACH_YEAR = {
    Grain.SPRING: "--03/--06",
    Grain.SUMMER: "--06/--09",
    Grain.AUTUMN: "--09/--12",
    Grain.WINTER: "--12/--03",
}
_SEASON_MONTHS = {Grain.SPRING: 3, Grain.SUMMER: 6, Grain.AUTUMN: 9}


def _days(meaning: Meaning, created: str | None) -> str:
    """The days of a meaning; of an early or late part the whole, as GUM has it."""
    interval = meaning.interval or _approximate(meaning, created)
    if interval is None or interval.first is None:
        return f"{OPEN}/{created[:10]}" if created and meaning.tense is Tense.PAST else ""
    first, grain = interval.first, meaning.grain
    if meaning.length is None:
        if grain in _SEASON_MONTHS:
            season = months_interval(Date(first.year, _SEASON_MONTHS[grain]), 3)
            interval = season or interval
        years = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain, 0) if grain else 0
        if years:
            begin = first.year - first.year % years
            interval = Interval(Date(max(begin, 1)), Date(begin + years - 1))
    return format_interval(interval)


def _approximate(meaning: Meaning, created: str | None) -> Interval | None:
    """What "almost two years ago" is when "almost" is left out."""
    on = parse_date(created[:10]) if created else None
    if meaning.shift is None or meaning.tense is None or on is None:
        return None
    try:
        return unit_by(meaning.shift.by, meaning.shift.grain, Anchor(on))
    except Unresolved:
        return None
