"""The words of time expressions: short months, weekdays, units and numbers, and the patterns for them.

Takes: pieces of text that a pattern of the grammar matched.
Gives: the numbers that they stand for; pieces of patterns with named groups.
Never: decides whether words are a time expression.
"""

import re
from collections.abc import Iterable

from reportedly.dates import MONTHS

SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = frozenset((*MONTHS, *DAYS))
UNITS = "second minute hour day week fortnight month quarter year decade century millennium".split()

_SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
NUMERALS = {**_SMALL, **TENS, "hundred": 100, "thousand": 1000}
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        " twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth"
        " twenty-ninth thirtieth thirty-first".split(),
        range(1, 32),
        strict=True,
    )
)
_MANY = {"century": "centuries", "millennium": "millennia"}
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half$")


def any_of(words: Iterable[str]) -> str:
    """Return a choice of words, the longest first, so that "seventeen" is not read as "seven"."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def cased(words: Iterable[str]) -> str:
    """Return a choice of words that are capitalised or in upper case: "may" and "march" are verbs."""
    return f"(?-i:{any_of([form for word in words for form in (word, word.upper())])})"


_NUMERAL = rf"(?:{any_of(NUMERALS)})"
HOURS = any_of([word for word, number in _SMALL.items() if number <= 12])
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d)?"
    rf"|(?:a\s+)?{_NUMERAL}(?:(?:\s+and\s+|[\s-]){_NUMERAL})*)"
)
COUNT = rf"(?:{NUMBER}(?:\s+and\s+a\s+half)?|half\s+an?|an?\s+couple(?:\s+of)?|an?)"
ORDINALS = frozenset(word.rpartition("-")[2] for word in _ORDINALS)  # without the "twenty-" before some
ORDINAL = rf"(?:{any_of(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
UNIT = rf"(?:{any_of(UNITS)})"
MANY_FORMS = [_MANY.get(unit, unit + "s") for unit in UNITS]
UNITS_MANY = rf"(?:{any_of(MANY_FORMS)})"


def number_of(words: str) -> float:
    """Return what a count stands for: "twenty-five" is 25, "a couple of" 2, "half a" 0.5.

    Args:
        words: what `COUNT` or `NUMBER` matched.
    """
    words = words.lower().replace(",", "").strip()
    if _AND_A_HALF.search(words):
        return number_of(_AND_A_HALF.sub("", words)) + 0.5
    if words[:1].isdecimal():
        return float(words)
    if words.startswith("half"):
        return 0.5
    return 2 if "couple" in words else _spelled(re.split(r"[\s-]+", words)) or 1


def _spelled(words: Iterable[str]) -> int:
    total = part = 0
    for number in (NUMERALS[word] for word in words if word in NUMERALS):
        if number == 1000:
            total, part = total + (part or 1) * number, 0
        else:
            part = (part or 1) * number if number == 100 else part + number
    return total + part


def ordinal_of(word: str) -> int:
    """Return the number of "third" or "3rd"."""
    word = re.sub(r"\s+", "-", word.lower())
    return _ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def unit_of(word: str) -> str:
    """Return a unit in the singular: "centuries" is "century"."""
    word = word.lower()
    return next((unit for unit, many in _MANY.items() if word == many), word.removesuffix("s"))
