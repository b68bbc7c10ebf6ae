"""The hints in a stretch of text that say which rules of the time grammar are worth a search.

Takes: the document's text, a stretch of it.
Gives: the names of the hints there, which rules ask for.
Never: misses a hint of what a rule matches; one too many costs a search and no more. A test holds hints and
rules together.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reportedly.compose.time_holidays import HINTS as HOLIDAY_HINTS
from reportedly.compose.time_words import DAYS, MANY_FORMS, NUMERALS, ORDINALS, SHORT, TENS, UNITS
from reportedly.dates import MONTHS
from reportedly.records import Span

# Nearly all of the ninety rules fail nearly everywhere, and a search that fails reads the whole stretch. So
# each asks for words, which are whole words here, of one case or of any.
_CASED = {
    "weekday": [*DAYS, *(day.upper() for day in DAYS)],
    "month": [*MONTHS, *SHORT, *(name.upper() for name in (*MONTHS, *SHORT))],
}
_FOLDED = {
    "unit": [*UNITS, *MANY_FORMS, "period", "midyear"],
    "season": "spring springs summer summers autumn autumns winter winters fall".split(),
    "near": "today yesterday tomorrow tonight".split(),
    "daytime": "night morning afternoon evening noon dawn daybreak midday midnight".split(),
    "overnight": ["overnight"],
    "spelled": "eighteen nineteen twenty two".split(),
    "noon": ["noon", "midnight", "midday"],
    "clock": ["clock"],
    "adverb": [
        begin + adverb
        for adverb in "hourly daily nightly weekly fortnightly monthly quarterly yearly annually".split()
        for begin in ("", "bi")
    ],
    "vague": "currently nowadays presently present moment now far date recently lately past future".split(),
    "brief": "current recent past soon possible future term".split(),
    "while": ["time", "while"],
    "ago": ["ago", "back"],
    "weekend": ["weekend"],
    "ties": [tens.removesuffix("y") + "ies" for tens in TENS],
}
# The same, for stretches with one of the hints that rules ask for beside these.
_BESIDE = {
    "half": ["half"],
    "order": "earlier later before after afterward afterwards prior previous previously".split(),
    "which": "last this next previous past coming upcoming current prior following latest recent"
    " future".split(),
    "first": "first final last".split(),
    "quarter": ["quarter"],
    "compared": "ago earlier comparable corresponding same".split(),
    "same": "same that following next previous preceding prior".split(),
    "often": "every each once twice times per".split(),
    "hence": ["hence", "now", "today"],
    "few": "few several many some number numerous countless dozens scores hundreds thousands".split(),
    "couple": ["couple"],
    "begin": "beginning start middle end close mid midyear".split(),
    "ahead": ["ahead", "come"],
    "report": ["reporting", "review"],
    "century": ["century", "centuries"],
    "number": NUMERALS,
    "ordinal": ORDINALS,
}
_ASKING = frozenset("unit half month weekday daytime season".split())
# Hints of a unit of time with one of these right before it; "counted" too with figures there.
_BEFORE_UNIT = {
    "counted": frozenset((*NUMERALS, *"more full consecutive straight long additional".split())),
    "articled": frozenset("a an full whole additional".split()),
    "hedged": frozenset(
        "for the nearly almost about some roughly around approximately over under than least most to".split()
    ),
}
_BEHIND_UNIT = frozenset((*_BESIDE["order"], "or"))  # "a year later", "a year or so later": "apart"
# Pieces of words, and several words, which are sought letter by letter: as written, and in any case.
_PIECES = {"holiday": HOLIDAY_HINTS}
_FOLDED_PIECES = {"fiscal": ["fiscal", "fy"]}
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
_WORD = re.compile(r"\w+")
_BEFORE_UNIT_CHARS = 20  # in which the word before a unit stands: "approximately"
_BEFORE_CHARS = 8  # in front of a stretch may stand what a rule asks for before a number: "circa "
_NO_HINTS: frozenset[str] = frozenset()


def _by_word(hints: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    words = {word for each in hints.values() for word in each}
    return {word: frozenset(hint for hint, each in hints.items() if word in each) for word in words}


_HINTS_AS_WRITTEN, _HINTS_FOLDED, _HINTS_BESIDE = _by_word(_CASED), _by_word(_FOLDED), _by_word(_BESIDE)
_NAMES = frozenset(word.casefold() for word in _HINTS_AS_WRITTEN)  # cheaper to ask than the word as written


class _Hinting:
    """Where the hints of one text stand, to be asked which of them a stretch of it holds."""

    __slots__ = ("_begins", "_beside", "_hints", "in_digits")

    def __init__(self, text: str) -> None:
        folded = _folded(text)
        found = [*_words_in(text, folded), *_places(text, _PIECES), *_places(folded, _FOLDED_PIECES)]
        found.sort(key=lambda each: each[0])
        self._begins = array("q", [begin for begin, _, _ in found])  # a long text holds very many
        self._hints = [hints for _, hints, _ in found]
        self._beside = [beside for _, _, beside in found]
        # Most of what could give a hint is not in a text.
        self.in_digits = [(pattern, name) for name, pattern in _IN_DIGITS.items() if pattern.search(folded)]

    def within(self, span: Span) -> set[str]:
        """Return the hints whose words begin in a stretch."""
        first = bisect_left(self._begins, span.begin)
        last = bisect_left(self._begins, span.end, lo=first)
        hints = set[str]().union(*self._hints[first:last])
        return hints if hints.isdisjoint(_ASKING) else hints.union(*self._beside[first:last])


def _folded(text: str) -> str:
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into two would shift what stands behind it
        folded = "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text)
    return folded


def _words_in(text: str, folded: str) -> Iterator[tuple[int, frozenset[str], frozenset[str]]]:
    """Yield where each word begins that gives hints, these, and those that it gives beside some of them."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [folded[begin:end] for begin, end in spans]
    for n, word in enumerate(words):
        hints, beside = _HINTS_FOLDED.get(word, _NO_HINTS), _HINTS_BESIDE.get(word, _NO_HINTS)
        if word in _NAMES:
            hints |= _HINTS_AS_WRITTEN.get(text[spans[n][0] : spans[n][1]], _NO_HINTS)
        if "unit" in hints:
            hints |= _around_unit(words[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else "")
        if hints or beside:
            yield spans[n][0], hints, beside


def _around_unit(before: str, behind: str) -> set[str]:
    """The hints of a unit of time between two words."""
    hints = {hint for hint, words in _BEFORE_UNIT.items() if before in words}
    if before[:1].isdecimal():
        hints.add("counted")
    if behind in _BEHIND_UNIT:
        hints.add("apart")
    return hints


def _places(
    text: str, pieces: Mapping[str, Iterable[str]]
) -> Iterator[tuple[int, frozenset[str], frozenset[str]]]:
    for hint, words in pieces.items():
        for word in words:
            at = text.find(word)
            while at >= 0:
                yield at, frozenset((hint,)), _NO_HINTS
                at = text.find(word, at + 1)


@lru_cache(maxsize=2)  # a document is asked for stretch by stretch
def _hinting(text: str) -> _Hinting:
    return _Hinting(text)


def hints_in(text: str, span: Span) -> frozenset[str]:
    """Return the hints in a stretch of text; empty for most."""
    if _WORD.fullmatch(text, span.end - 1, span.end + 1) and span.begin < span.end < len(text):
        # It ends within a word, of which only the part in it counts.
        begin = max(0, span.begin - _BEFORE_UNIT_CHARS)
        text, span = text[begin : span.end], Span(span.begin - begin, span.end - begin)
        known = _Hinting(text)
    else:
        known = _hinting(text)
    hints = known.within(span)
    if _DIGIT.search(text, span.begin, span.end):
        around = text[max(0, span.begin - _BEFORE_CHARS) : span.end].casefold()
        hints |= {"digit", "number"}
        hints |= {name for pattern, name in known.in_digits if pattern.search(around)}
    return frozenset(hints)
