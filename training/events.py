"""Makes one event record of a report: when, where, against whom, what, how many.

Takes what the stages made of the report: its text, readings and publication date.
Gives a record whose unknown parts are None.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.compose.time_expressions import find_expressions
from reportedly.compose.time_meanings import Anchor, Grain
from reportedly.compose.trees import Tree, plant
from reportedly.dates import MONTH_BEGINS, Date, parse_published, valid_date
from reportedly.pipeline import Outcome
from reportedly.records import Document, Span
from training.victims import KILLING, TAKING, count_victims, harms_civilians

_AIR = re.compile(r"\b(?:air[\s-]?strikes?|precision strikes?|air[\s-]delivered)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day whose year may be unknown."""

    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `date`, `province` and `group` are None when the text does not say.

    `min_killed` and `min_captured` are the least that the words allow, of those whom it was directed at.
    """

    date: Day | None
    province: str | None
    group: str | None
    type: str | None
    min_killed: int
    min_captured: int


@dataclass(frozen=True, slots=True)
class Names:
    """Patterns for provinces and groups by the name that the labels use."""

    provinces: Mapping[str, re.Pattern[str]]
    groups: Mapping[str, re.Pattern[str]]


def event_of(outcome: Outcome, names: Names) -> Event:
    """Return the event that a report is about.

    Args:
        outcome: what the stages made of the report.
        names: the provinces and groups there are.
    """
    text = outcome.document.text
    trees = plant(outcome.readings).trees
    killed, captured = count_victims(trees, KILLING), count_victims(trees, TAKING)
    return Event(
        date=event_day(outcome.document),
        province=find_province(text, names.provinces),
        group=first_named(text, names.groups),
        type=_type(text, trees, killed=killed, captured=captured),
        min_killed=killed,
        min_captured=captured,
    )


# ---------------------------------------------------------------- when and where

_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<![A-Z][a-z]{2})(?<!Sept)[.!?]\s")  # not the one of "Aug. 7"
_MONTH_DAY = rf"(?P<month>{'|'.join(MONTH_BEGINS)})[a-z]*\.?\s*(?P<day>\d{{1,2}})\b"
_YEARLESS = (re.compile(rf"\(\s*{_MONTH_DAY}"), re.compile(rf"\b{_MONTH_DAY}"))  # a dateline's, then any
_OF_OTHERS = re.compile(r"\b(?:the|since|for)\s+$")  # "the Aug. 7 attack", "since Oct. 1" tell other events
_ANY_YEAR = 2001  # stands in for an unknown year where days are counted; not a leap year


def event_day(document: Document) -> Day | None:
    """Return the first day that the text tells by a word such as "yesterday", else the day of the report.

    Where that is the day of the report and the sentence names another day, it is the other: "confirmed today
    that he was captured on Monday". The year is None when the dateline leaves it out and nothing else has it.
    """
    published = parse_published(document.published).on if document.published else None
    anchor = published or _yearless(document.text)
    if anchor is None or anchor.day is None:
        return None
    told = list(_told_days(document.text, anchor, weekdays=published is not None))
    first = told[0][1] if told else anchor
    if told and first == anchor:
        sentence = _SENTENCE_END.split(document.text[told[0][0] :])[0]
        first = next((day for at, day in told[1:] if at < told[0][0] + len(sentence)), first)
    return Day(first.year if published else None, first.month or 1, first.day or 1)


def _told_days(text: str, anchor: Date, *, weekdays: bool) -> Iterator[tuple[int, Date]]:
    """Where each day of the text stands, without the dateline's own."""
    for one in find_expressions(text, Span(0, len(text)), Anchor(anchor)):
        first = one.meaning.interval.first if one.meaning.interval else None
        words = text[one.span.begin : one.span.end]
        is_dateline = bool(_DIGIT.search(words)) and first == anchor
        is_weekday = "day" in words and words[:1].isupper() and words[:1] != "Y"
        is_other = bool(_OF_OTHERS.search(text, max(0, one.span.begin - 10), one.span.begin))
        is_day = one.meaning.grain is Grain.DAY and first is not None and first.day is not None
        if is_day and first and not is_dateline and not is_other and (weekdays or not is_weekday):
            yield one.span.begin, first


def _yearless(text: str) -> Date | None:
    """The day of a dateline without its year, or else any such day, in a year that stands in for it."""
    found = next((match for pattern in _YEARLESS if (match := pattern.search(text))), None)
    return found and valid_date(_ANY_YEAR, MONTH_BEGINS.index(found["month"]) + 1, int(found["day"]))


def find_province(text: str, provinces: Mapping[str, re.Pattern[str]]) -> str | None:
    """Return the first province that the text calls one; else the first that it names after its dateline."""
    called = first_named(text, provinces, after=r"(?:['’]s)?(?:\s+|-)provinces?\b")
    return called or first_named(re.sub(r"[A-Z]{4,}(?:, \w+)? \(", "", text), provinces)


def first_named(text: str, names: Mapping[str, re.Pattern[str]], *, after: str = r"\b") -> str | None:
    """Return the name whose pattern matches first in the text; None when none does."""
    found = [
        (match.start(), name)
        for name, pattern in names.items()
        if (match := re.search(rf"\b(?:{pattern.pattern}){after}", text, re.IGNORECASE))
    ]
    return min(found)[1] if found else None


# ---------------------------------------------------------------- what and how many


def _type(text: str, trees: Sequence[Tree], *, killed: int, captured: int) -> str | None:
    if killed and captured:
        return "captureandkill"
    if captured:
        return "detention"
    if not killed and harms_civilians(trees):
        return "civiliancasualty"
    if _AIR.search(text):
        return "airstrike"
    return "insurgentskilled" if killed else None
