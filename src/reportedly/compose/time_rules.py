"""What a rule of the time grammar is, and the hints that say whether it is worth a search.

Takes: patterns and the functions that give their values; a stretch of text.
Gives: compiled rules; the hints in a stretch.
Never: says which rules there are.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.compose.time_holidays import HINTS as HOLIDAY_HINTS
from reportedly.compose.time_holidays import holiday
from reportedly.compose.time_meanings import Kind, Resolver
from reportedly.compose.time_relative import near_day, weekday, weekend
from reportedly.compose.time_values import (
    day_alone,
    day_of_month,
    digits,
    iso,
    lone_month,
    nth_quarter,
    season,
)
from reportedly.compose.time_words import DAYS, NUMERALS, SHORT, cased
from reportedly.dates import MONTH_BEGINS, MONTHS
from reportedly.records import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: its pattern, what gives its value, and what sort of expression it is.

    `needs` holds sets of hints; a stretch with all hints of none of them cannot match. `leans` says that the
    value depends on whether the statement looks ahead, `is_day` that it is a day, whether known or not.
    """

    pattern: re.Pattern[str]
    resolve: Resolver
    needs: tuple[frozenset[str], ...]
    kind: Kind
    leans: bool
    is_day: bool


_LEANING = (day_of_month, day_alone, lone_month, nth_quarter, season, weekday, weekend, holiday)
_OF_A_DAY = (iso, digits, day_of_month, day_alone, near_day, weekday)


def make_rule(
    resolve: Resolver, *pattern: str, needs: str, kind: Kind = Kind.DATE, after_digits: bool = False
) -> Rule:
    """Compile a rule.

    Args:
        resolve: what gives the value of a match.
        pattern: pieces of the pattern, in order; words stand whole on both sides.
        needs: hints with a space between, one of which is enough; joined by + where all of them are needed.
        kind: what sort of expression it is.
        after_digits: it may follow a digit and a dash, comma or full stop.
    """
    begin = "" if after_digits else r"(?<!\d[.,-])"
    written = re.compile(rf"(?<![\w$€£#]){begin}(?:{''.join(pattern)})(?!\w)", re.IGNORECASE)
    hints = tuple(frozenset(each.split("+")) for each in needs.split())
    return Rule(written, resolve, hints, kind, resolve in _LEANING, resolve in _OF_A_DAY)


# What a stretch holds of these says which rules are worth a search: nearly all of the ninety fail nearly
# everywhere, and a search that fails reads the whole stretch. Pieces of words are enough, since a hint too
# many costs a search and no more. A test holds hints and rules together.
_CASED = {
    "weekday": [*DAYS, *(day.upper() for day in DAYS)],
    "name": [*MONTH_BEGINS, *(begin.upper() for begin in MONTH_BEGINS)],
}
_MONTH = re.compile(rf"{cased([*MONTHS, *SHORT])}\b")  # of the names that begin like a month, those of months
_FOLDED = {
    "unit": "second minute hour day week fortnight month quarter year decade centur millenni period".split(),
    "fiscal": ["fiscal", "fy"],
    "season": "spring summer autumn fall winter".split(),
    "holiday": HOLIDAY_HINTS,
    "near": "today yesterday tomorrow tonight last".split(),
    "daytime": "night morning afternoon evening noon dawn daybreak midday".split(),
    "ties": ["ties"],
    "spelled": "eighteen nineteen twenty two".split(),
    "noon": ["noon", "midnight", "midday"],
    "clock": ["clock"],
    "adverb": "hourly daily nightly weekly monthly quarterly yearly annually".split(),
    "vague": "recent lately current nowadays present moment now far date past future soon term time"
    " while".split(),
    "ago": ["ago", "back"],
}
# The same, for stretches with a unit of time and with a digit: most rules for them ask for another word too.
_BESIDE_UNITS = {
    "half": ["half"],
    "order": "earlier later before after prior previous".split(),
    "which": "last this next previous past coming current prior following latest recent future".split(),
    "first": "first final last".split(),
    "quarter": ["quarter"],
    "compared": "ago earlier comparable corresponding same".split(),
    "same": "same that following next previous preceding prior".split(),
    "often": "every each once twice times per".split(),
    "hence": ["hence", "now", "today"],
    "few": "few several many some number numerous countless dozens scores hundreds thousands".split(),
    "single": [" a ", " an ", "half a"],
    "begin": "beginning start middle end close mid".split(),
    "weekend": ["weekend"],
    "ahead": ["ahead", "to come"],
    "report": ["reporting", "review"],
    "century": ["centur"],
    "number": NUMERALS,
}
_IN_DIGITS = {
    "year": re.compile(r"\d{4}"),
    "tens": re.compile(r"0['’]?s"),
    "era": re.compile(r"\d\s+(?:bc|b\.c|ce|ad|a\.d)|(?:ad|a\.d\.)\s+\d"),
    "circa": re.compile(r"(?:c\.|ca\.?|circa|year) \d"),
    "sign": re.compile(r"\d[/.-]\d"),
    "colon": re.compile(r"\d:\d"),
    "half-day": re.compile(r"\d\s*[ap]\.?\s?m"),
    "zone": re.compile(r"\d\s+(?:hours\s+)?\(?(?:gmt|utc|[ecmp][sd]t|bst|cet|local|eastern)"),
    "apostrophe": re.compile(r"['’‘]\d\d"),
    "nth": re.compile(r"on the \d"),
    "q": re.compile(r"q\d|\d(?:st|nd|rd|th)"),
}
_DIGIT = re.compile(r"\d")
_BEFORE_CHARS = 8  # in front of a stretch may stand what a rule asks for before a number: "circa "


@dataclass(frozen=True, slots=True)
class _Hinting:
    """What gives hints in one document, each with its hint; most of what could is not in it.

    `as_written`, `folded` and `beside_units` are places of words, `in_digits` patterns.
    """

    as_written: "_Found"
    folded: "_Found"
    beside_units: "_Found"
    in_digits: Sequence[tuple[re.Pattern[str], str]]


class _Found:
    """Where words that give hints stand in a text, to be asked which hints a stretch of it holds."""

    __slots__ = ("_begins", "_ends", "_names", "_numbers")

    def __init__(self, text: str, hints: Mapping[str, Iterable[str]]) -> None:
        self._names = tuple(hints)
        found = [
            (begin, begin + len(word), number)
            for number, words in enumerate(hints.values())
            for word in words
            for begin in _places_of(word, text)
        ]
        found.sort()
        self._begins = array("q", [begin for begin, _, _ in found])  # a long text holds very many
        self._ends = array("q", [end for _, end, _ in found])
        self._numbers = array("B", [number for _, _, number in found])

    def within(self, span: Span) -> set[str]:
        """Return the hints whose words lie in a stretch whole."""
        first = bisect_left(self._begins, span.begin)
        last = bisect_left(self._begins, span.end, lo=first)
        return {self._names[self._numbers[n]] for n in range(first, last) if self._ends[n] <= span.end}


def _places_of(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=2)  # a document is asked for stretch by stretch
def _hinting(text: str) -> _Hinting:
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into two would shift what stands behind it
        folded = "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text)
    return _Hinting(
        _Found(text, _CASED),
        _Found(folded, _FOLDED),
        _Found(folded, _BESIDE_UNITS),
        [(pattern, name) for name, pattern in _IN_DIGITS.items() if pattern.search(folded)],
    )


def hints_in(text: str, span: Span) -> frozenset[str]:
    """Return the hints in a stretch of text; empty for most."""
    known = _hinting(text)
    hints = known.as_written.within(span) | known.folded.within(span)
    if "name" in hints and _MONTH.search(text[span.begin : span.end]):
        hints.add("month")
    if _DIGIT.search(text, span.begin, span.end):
        around = text[max(0, span.begin - _BEFORE_CHARS) : span.end].casefold()
        hints |= {"digit", "number"}
        hints |= {name for pattern, name in known.in_digits if pattern.search(around)}
    beside = known.beside_units.within(span)
    if "unit" in hints or "half" in beside:
        hints |= beside
    return frozenset(hints)
