"""Time expressions in a proposition's words, resolved against the publication date.

Takes: the document's text, a span of it, the publication date, the period that the document reports on.
Gives: times in text order, each with an ISO 8601 value, or None and the reason.
Never: looks at a clock, or takes the publication date for want of a better one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from reportedly.compose.time_expressions import CONTEXT_CHARS, find_expressions
from reportedly.compose.time_meanings import ELSEWHERE, NO_DAY, SEASONS, VAGUE, Anchor, Kind
from reportedly.dates import (
    Date,
    Interval,
    bounds,
    first_day,
    format_interval,
    from_day,
    last_day,
    parse_interval,
    parse_published,
    shift_months,
    valid_date,
)
from reportedly.records import Span, Time

BACKWARDS = "ends before it begins"

_BETWEEN = re.compile(r"(?P<open>\b(?:between|from)\s+(?:the\s+)?)$", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|to|or)\s+(?:(?:on|in)\s+)?(?:the\s+)?", re.IGNORECASE)
_THROUGH = re.compile(r",?\s*(?:\b(?:through|thru|until|till|up\s+to)\b|[-–—/])\s*(?:the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\b(?P<open>since\s+(?:[^\s,;:.()]+\s+){0,8}?)$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?P<open>(?:until|till|up\s+to)\s+(?:the\s+)?)$", re.IGNORECASE)
_BY = re.compile(r"\b(?P<open>by\s+(?:the\s+)?)$", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<open>(?:starting\s+)?from\s+(?:the\s+)?)$", re.IGNORECASE)
_ON = re.compile(r"\s+on(?:wards?)?\b(?!\s+\w)|\s+onwards?\b")
_BEFORE = re.compile(r"\b(?P<open>(?:before|prior\s+to)\s+)$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?P<open>(?:after|following)\s+)$", re.IGNORECASE)
_LEAD = re.compile(
    r"\b(?P<open>(?:(?:so\s+far|earlier|later|as\s+far\s+back\s+as"
    r"|on\s+the\s+(?:morning|evening|night|afternoon)\s+of)\s+)?"
    r"(?:(?:in|on|during|throughout|over|at|by|for|from|between|around|as\s+of)\s+)?"
    r"(?:the\s+)?(?:(?:course|first|hours)\s+of\s+)?)$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+(?!and\b|or\b|when\b|in\b|at\b|by\b|with\b|to\b|from\b)[A-Za-z]\w+")
_COMPARED = re.compile(
    r"\b(?:(?:th[oe]se|its|their|(?:compared|comparison)\s+(?:to|with)|than|versus|recorded)"
    r"(?:\s+(?:in|for|during))?\s+|(?:compared|comparison)\s+(?:to|with)\s+[^.,;]{0,40})$",
    re.IGNORECASE,
)
# "A 20 percent drop on 2010", "the deadliest raid since 2014" say what it is measured by.
_ON_YEAR = re.compile(r"on\s+\d{4}", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:first|worst|best|highest|lowest|most|least|largest|biggest|smallest|deadliest|bloodiest|(?:not|never)\s+seen"
    r"|unseen)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_COMPARED_REACH = 60  # code points before a time in which "compared with" may stand
_DATELINE_CHARS = 80
_PLACE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,}[^.!?\n]*?[,(]\s*")
_DASH = re.compile(r"\)?\s*(?:\([^)\n]{1,30}\)\s*)?(?:--?|[–—])\s")
_OWNER = re.compile(r"['’]s?\b")
# "its quarterly (January 1 to March 31, 2017) report": what is periodic, then its dates.
_PERIODIC = re.compile(
    r"\b(?P<word>quarter|quarterly|annual|yearly|monthly|semi-?annual|biannual|reporting\s+period)\b"
    r"(?:\s+(?:report|review|assessment|update|summary|period))?"
    r",?\s*(?:\(|(?=(?:from|between|for|of)\b)|covering\s+|ending\s+|,)\s*",
    re.IGNORECASE,
)
# How many days a period with that name has: the shortest and the longest month, quarter, half, year.
_PERIOD_DAYS = {
    "m": (28, 31),
    "q": (90, 92),
    "s": (181, 184),
    "b": (181, 184),
    "a": (365, 366),
    "y": (365, 366),
}
_PERIOD_REACH = 60  # code points from the word within which its dates stand: about one clause


@dataclass(frozen=True, slots=True)
class _Mark:
    """One expression before its neighbours are looked at: an interval, or the reason why there is none."""

    span: Span
    interval: Interval | None
    reason: str | None = None
    leads: bool = False
    is_season: bool = False


def find_times(
    text: str, span: Span, *, published: str | None, period: str | None = None, ahead: bool = False
) -> tuple[Time, ...]:
    """Find the time expressions in a stretch of text and resolve them.

    Args:
        text: the document's text.
        span: the stretch to look in, in code points.
        published: ISO 8601 date or date-time of publication; relative expressions count from it.
        period: ISO 8601 interval that the document reports on, which "this quarter" then means.
        ahead: the proposition is about the future (a forecast, a promise), so "on Monday" is the next one.
    Returns:
        Times in text order, without overlap; empty when there are none.
    Raises:
        SettingsError: `published` or `period` is not ISO 8601.
    """
    anchor = _anchor(published, period, ahead)
    return tuple(_time(text, mark) for mark in _linked(text, span, _marks(text, span, anchor), anchor))


@lru_cache(maxsize=8)  # the same few for all of a document
def _anchor(published: str | None, period: str | None, ahead: bool) -> Anchor:
    return Anchor(
        parse_published(published).on if published else None,
        parse_interval(period) if period else None,
        ahead,
    )


def choose_time(text: str, times: Sequence[Time]) -> Time | None:
    """Choose when the proposition itself happened.

    Args:
        text: the document's text.
        times: the times in the proposition, in text order.
    Returns:
        The first with a value, else the first that is not a mere time of day, else the first. A time that
        only tells which one is meant ("the 1994 truce", "compared with 2016") is passed over; None when
        there is no other.
    """
    own = [time for time in times if not _is_beside(text, time)]
    alone = [time for time in own if time.reason != NO_DAY]
    return next((time for time in own if time.value), next(iter(alone or own), None))


def _is_beside(text: str, time: Time) -> bool:
    """Whether a time tells which one is meant, or what the proposition is compared with."""
    before = text[max(0, time.span.begin - _COMPARED_REACH) : time.span.begin]
    is_which = time.text[:4].lower() == "the " and _NOUN.match(text, time.span.end)
    is_rank = time.text[:5].lower() == "since" and _RANKED.search(before)
    is_measure = is_rank or _ON_YEAR.fullmatch(time.text) or _COMPARED.search(before)
    return bool(is_which or is_measure or _is_dateline(text, time.span))


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a time ends the line's opening "PORT SEL, Karvenia, April 9 —"."""
    line = text.rfind("\n", max(0, span.begin - _DATELINE_CHARS), span.begin) + 1
    is_head = (line or span.begin <= _DATELINE_CHARS) and _PLACE.fullmatch(text, line, span.begin)
    return bool(is_head and _DASH.match(text, span.end))


def find_period(text: str, *, published: str | None) -> Time | None:
    """Find the period that a document says it reports on.

    Args:
        text: the document's text.
        published: ISO 8601 date or date-time of publication.
    Returns:
        The first dates that follow a word such as "quarterly" and cover as many days as it says ("its
        quarterly (January 1 to March 31, 2017) report"); None without any.
    Raises:
        SettingsError: `published` is not ISO 8601.
    """
    for word in _PERIODIC.finditer(text):
        behind = Span(word.end(), min(len(text), word.end() + _PERIOD_REACH))
        time = next(iter(find_times(text, behind, published=published)), None)
        if time and time.span.begin <= word.end() + 1 and _has_length(time, word["word"][0].lower()):
            return time
    return None


def _has_length(time: Time, kind: str) -> bool:
    """Whether written dates cover as many days as a period of this kind; a reporting period may have any."""
    if time.value is None or not any(letter.isdecimal() for letter in time.text):
        return False
    begin, end = bounds(parse_interval(time.value))
    if begin is None or end is None:
        return False
    shortest, longest = _PERIOD_DAYS.get(kind, (2, 366))
    return shortest <= (end - begin).days <= longest


def _time(text: str, mark: _Mark) -> Time:
    value = format_interval(mark.interval) if mark.interval else None
    return Time(text[mark.span.begin : mark.span.end], mark.span, value, None if value else mark.reason)


def _marks(text: str, span: Span, anchor: Anchor) -> list[_Mark]:
    """Every expression that says when; how long and how often say nothing of that."""
    found = find_expressions(text, span, anchor)
    if any(one.meaning.reason in (ELSEWHERE, NO_DAY) for one in found):
        wider = Span(max(0, span.begin - CONTEXT_CHARS), span.end)
        told = {one.span: one for one in find_expressions(text, wider, anchor)}
        found = [told.get(one.span, one) for one in found]  # what they count from may stand before
    return [
        _Mark(
            one.span,
            one.meaning.interval,
            one.meaning.reason or VAGUE,
            leads=one.meaning.leads,
            is_season=one.meaning.grain in SEASONS,
        )
        for one in found
        if one.kind in (Kind.DATE, Kind.CLOCK)
    ]


def _linked(text: str, span: Span, marks: list[_Mark], anchor: Anchor) -> Iterator[_Mark]:
    """Join "between A and B", bound "since A", and take in the preposition before each."""
    begin, index = span.begin, 0
    while index < len(marks):
        mark, used = marks[index], 1
        if index + 1 < len(marks):
            joined = _joined(text, begin, mark, marks[index + 1])
            mark, used = (joined, 2) if joined else (mark, 1)
        yield _led(text, begin, mark if used == 2 else _bounded(text, begin, mark, anchor))
        begin, index = mark.span.end, index + used


def _joined(text: str, begin: int, one: _Mark, other: _Mark) -> _Mark | None:
    """Two expressions that are the ends of one interval; None when they are not."""
    opened = _BETWEEN.search(text, begin, one.span.begin)
    between = text[one.span.end : other.span.begin]
    if not (_THROUGH.fullmatch(between) or ((opened or one.leads) and _AND.fullmatch(between))):
        return None
    span = Span(opened.start() if opened else one.span.begin, other.span.end)
    if one.interval is None or other.interval is None:
        return _Mark(span, None, one.reason or other.reason)
    first, last = one.interval.first, other.interval.last
    if first and last and first_day(first) > last_day(last):
        return _a_year_earlier(text, one, last, span)
    return _Mark(span, Interval(first, last))


def _a_year_earlier(text: str, one: _Mark, last: Date, span: Span) -> _Mark:
    """Mend "from November to January": when the first end has no year of its own, it lies before the last."""
    written = re.search(r"\d{4}", text[one.span.begin : one.span.end])
    first = one.interval.first if one.interval else None
    moved = valid_date(first.year - 1, first.month, first.day) if first and not written else None
    if moved is None or first_day(moved) > last_day(last):
        return _Mark(span, None, BACKWARDS)
    return _Mark(span, Interval(moved, last))


def _bounded(text: str, begin: int, mark: _Mark, anchor: Anchor) -> _Mark:
    """An expression after "since", "until", "before" or "after": an interval with one open end.

    "Since" reaches as far as the statement does: to the publication date, when there is one.
    """
    for pattern in (_SINCE, _UNTIL, _BY, _FROM, _BEFORE, _AFTER):
        opened = pattern.search(text, begin, mark.span.begin)
        if opened and pattern is _FROM and not (anchor.ahead or _ON.match(text, mark.span.end)):
            continue  # "a letter from 2019"
        if opened and not (pattern in (_BEFORE, _AFTER) and _OWNER.match(text, mark.span.end)):
            span = Span(opened.start("open"), mark.span.end)
            interval = _one_sided(pattern, mark, anchor)
            return replace(mark, span=span, interval=interval)
    return mark


def _one_sided(pattern: re.Pattern[str], mark: _Mark, anchor: Anchor) -> Interval | None:
    value = mark.interval
    if value is None:
        return None
    if pattern is _SINCE:
        reaches = anchor.published and value.first and first_day(value.first) < last_day(anchor.published)
        return Interval(value.first, anchor.published if reaches else None)
    if pattern in (_UNTIL, _BY) or (pattern is _BEFORE and mark.is_season):  # a season stands for its year
        return Interval(None, value.last)
    if pattern is _BEFORE:
        return Interval(None, _date_before(value.first) if value.first else None)
    return Interval(value.first, None)


def _date_before(value: Date) -> Date | None:
    """The day, month or year before, as precise as the date itself."""
    if value.day is not None:
        day = first_day(value)
        return None if day == date.min else from_day(day - timedelta(days=1))
    return shift_months(value, -1) if value.month is not None else valid_date(value.year - 1)


def _led(text: str, begin: int, mark: _Mark) -> _Mark:
    """The expression with the preposition before it."""
    lead = _LEAD.search(text, begin, mark.span.begin)
    return replace(mark, span=Span(lead.start("open"), mark.span.end)) if lead else mark
