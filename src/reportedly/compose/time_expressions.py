"""Finds time expressions in a text and gives each its meaning.

Takes: the document's text, a stretch of it, and what relative expressions count from.
Gives: expressions in text order, without overlap.
Never: joins the two ends of a range, or takes the publication date for want of a better one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from reportedly.compose.time_grammar import rules_for
from reportedly.compose.time_meanings import (
    NO_SUCH_DATE,
    SEASONS,
    Anchor,
    Grain,
    Kind,
    Meaning,
    Shift,
    Unresolved,
)
from reportedly.compose.time_outlook import looks_ahead
from reportedly.compose.time_relative import UNIT_DAYS, UNIT_MONTHS
from reportedly.compose.time_rules import Rule
from reportedly.dates import (
    Date,
    Interval,
    first_day,
    from_day,
    quarter_interval,
    shift_months,
    valid_date,
    week_interval,
)
from reportedly.records import Span

CONTEXT_CHARS = 600  # how far back another time of the text may stand that an expression counts from
_CLOCK_CHARS = 200  # the same for the day of a time of day
_HISTORY_YEARS = 20  # who tells of a time that long past tells it in order, and names the year once
_CLOCK_TO_DAY = re.compile(r",?\s+(?:(?:on|of)\s+)?(?:the\s+)?")
_PRECISE = {Grain.DAY: 0, Grain.WEEK: 1, Grain.MONTH: 2, Grain.QUARTER: 3, Grain.HALF: 4, Grain.YEAR: 5}
_PRECISE |= dict.fromkeys(SEASONS, 5)  # what is known of a season is its year


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time, without the preposition before them; `kind` says what sort of time."""

    span: Span
    kind: Kind
    meaning: Meaning


def find_expressions(text: str, span: Span, anchor: Anchor) -> list[Expression]:
    """Find every time expression in a stretch of text.

    Args:
        text: the document's text.
        span: the stretch to look in, in code points.
        anchor: what relative expressions count from.
    Returns:
        Expressions in text order, without overlap; empty when there are none.
    """
    found: list[Expression] = []
    for rule in rules_for(text, span):
        for match in rule.pattern.finditer(text, span.begin, span.end):
            taken = any(match.start() < one.span.end and one.span.begin < match.end() for one in found)
            meaning = None if taken else _meaning(rule, match, anchor)
            if meaning is not None:
                found.append(Expression(Span(match.start(), match.end()), rule.kind, meaning))
    found.sort(key=lambda one: one.span)
    return list(_in_context(list(_with_days(text, found)), anchor)) if found else found


def _meaning(rule: Rule, match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """What a match means; None when its words are no time after all."""
    if rule.leans and not anchor.ahead and looks_ahead(match.string, Span(match.start(), match.end())):
        anchor = replace(anchor, ahead=True, certain=False)
    try:
        meaning = rule.resolve(match, anchor)
    except Unresolved as unresolved:
        return Meaning(grain=Grain.DAY if rule.is_day else None, reason=str(unresolved))
    except OverflowError:
        return Meaning(reason=NO_SUCH_DATE)
    return Meaning(meaning, _grain(meaning)) if isinstance(meaning, Interval) else meaning


def _grain(interval: Interval) -> Grain | None:
    """The unit in which a single date speaks; None for a range."""
    only = interval.first
    if only is None or only != interval.last:
        return None
    return Grain.DAY if only.day else Grain.MONTH if only.month else Grain.YEAR


# ---------------------------------------------------------------- times of day, and the day they are on


def _with_days(text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """Join a time of day with the day right after it: "9 a.m." and "Tuesday", "the morning" and "May 25"."""
    waiting: Expression | None = None
    for one in found:
        if waiting and _is_day_of(text, waiting, one):
            meaning = replace(one.meaning, clock=waiting.meaning.clock)
            waiting = Expression(Span(waiting.span.begin, one.span.end), Kind.CLOCK, meaning)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _is_day_of(text: str, time: Expression, day: Expression) -> bool:
    is_clock = time.kind is Kind.CLOCK and time.meaning.interval is None
    is_day = day.kind is Kind.DATE and day.meaning.grain is Grain.DAY
    between = text[time.span.end : day.span.begin]
    return is_clock and is_day and bool(_CLOCK_TO_DAY.fullmatch(between))


# ---------------------------------------------------------------- counted from another time of the text


def _in_context(found: Sequence[Expression], anchor: Anchor) -> Iterator[Expression]:
    """Give what counts from another time of the text its value, where such a time stands before it."""
    last: Expression | None = None
    quarter: Expression | None = None
    for one in found:
        shift = one.meaning.shift
        base = quarter if shift and shift.compares and _is_near(one, quarter) else last
        counted = _counted(one, base) if base and _is_near(one, base) else one
        if last and one.meaning.yearless and _is_near(one, last) and anchor.published:
            counted = _in_history(one, last, anchor.published.year)
        yield counted
        if counted.meaning.interval and counted.meaning.grain in _PRECISE and one.kind is not Kind.LENGTH:
            is_quarter = counted.meaning.grain is Grain.QUARTER
            quarter = counted if is_quarter and not (shift and shift.by) else quarter
            last = last if one.kind is Kind.HINT else counted


def _in_history(one: Expression, base: Expression, now: int) -> Expression:
    """Give a day or month without a year that of the long past day or month just before it."""
    meaning, other = one.meaning, base.meaning.interval
    year = other.first.year if other and other.first and other.first.month else now
    only = meaning.interval.first if meaning.interval else None
    moved = valid_date(year, only.month, only.day) if only and year < now - _HISTORY_YEARS else None
    if moved is None or meaning.interval is None or meaning.interval.last != only:
        return one
    return replace(one, meaning=replace(meaning, interval=Interval(moved, moved)))


def _is_near(one: Expression, base: Expression | None) -> bool:
    return base is not None and one.span.begin - base.span.end <= CONTEXT_CHARS


def _counted(one: Expression, base: Expression) -> Expression:
    meaning, other = one.meaning, base.meaning
    if one.kind is Kind.CLOCK and meaning.interval is None and other.grain is Grain.DAY:
        if meaning.clock == "TNI":
            return one  # the sentence goes on to name the day of that night
        near = one.span.begin - base.span.end <= _CLOCK_CHARS
        return replace(one, meaning=replace(meaning, interval=other.interval, reason=None)) if near else one
    if meaning.shift is None or other.interval is None or other.grain is None:
        return one
    is_quarter = other.grain is Grain.QUARTER and meaning.shift.compares
    if meaning.interval is not None and not is_quarter:
        return one
    moved = shift_from(other.interval, other.grain, meaning.shift)
    if moved is None:
        return one
    return replace(one, meaning=replace(meaning, interval=moved[0], grain=moved[1], reason=None))


def shift_from(base: Interval, grain: Grain, shift: Shift) -> tuple[Interval, Grain] | None:
    """Count from another time.

    Args:
        base: the other time; its first date counts.
        grain: the unit in which that time speaks.
        shift: how far, in which unit.
    Returns:
        The time and the unit in which it speaks; None when the other time is not precise enough.
    """
    if base.first is None:
        return None
    if shift.grain in UNIT_DAYS:
        return _days_from(base.first, shift)
    months = UNIT_MONTHS.get(shift.grain)
    if months is None or _PRECISE.get(grain, 9) > _PRECISE.get(shift.grain, -1):
        return None
    kept = grain if shift.compares and grain in (Grain.MONTH, Grain.QUARTER) else shift.grain
    return _months_from(base.first, shift.by * months, kept)


def _days_from(first: Date, shift: Shift) -> tuple[Interval, Grain] | None:
    if first.day is None:
        return None
    day = first_day(first) + timedelta(days=shift.by * UNIT_DAYS[shift.grain])
    if shift.by == 0 and shift.grain is Grain.WEEK:
        return week_interval(day), Grain.WEEK
    return Interval(from_day(day), from_day(day)), Grain.DAY


def _months_from(first: Date, months: int, grain: Grain) -> tuple[Interval, Grain] | None:
    moved = shift_months(Date(first.year, first.month or 1), months)
    if moved is None or moved.month is None:
        return None
    if grain is Grain.QUARTER:
        quarter = quarter_interval(moved.year, (moved.month + 2) // 3)
        return (quarter, grain) if quarter else None
    date = moved if grain is Grain.MONTH else valid_date(moved.year)
    return (Interval(date, date), grain) if date and grain in (Grain.MONTH, Grain.YEAR) else None
