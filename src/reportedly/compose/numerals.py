"""Numbers in figures and words: "1,200", "3.5m", "twenty-five", "two and a half million", "two-thirds".

Takes: words in lower case, split as the reader splits them (a hyphen is a word), and where to begin.
Gives: the number, exact, and the index of the first word behind it; None when none begins there.
Never: a range ("ten to twelve") or a vague word ("dozens"): see `amounts`.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DIGITS = {word: value for value, word in enumerate(_UNITS.split(), start=1)}
_UNDER_TWENTY = {word: value for value, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)}
_DECADES = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_MILLION, _BILLION, _TRILLION = 10**6, 10**9, 10**12
_SCALES = {
    "dozen": 12,
    "thousand": 1000,
    "million": _MILLION,
    "billion": _BILLION,
    "trillion": _TRILLION,
}
_LETTERS = {"k": 1000, "m": _MILLION, "mn": _MILLION, "b": _BILLION, "bn": _BILLION, "tn": _TRILLION}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ROUND = frozenset({10, 100, 1000})  # "nine out of ten" is a share; "two out of three hostages" are two
_FIGURES = re.compile(r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<letters>[a-z]*)")
_WRITTEN_PART = re.compile(r"([1-7])/([2-8])")
REMEMBERED_WORDS = 4_096  # the same words are asked about at every step of a number
Read = tuple[Fraction, int]


def read_number(words: Sequence[str], at: int) -> Read | None:
    """Read the number that begins at a word.

    Args:
        words: in lower case; "twenty-five" is three of them.
        at: index of its first word; "a" is one only before a scale ("a million").
    Returns:
        The number, and the index of the first word behind it; None when no number begins there.
    """
    part = _part_of_scale(words, at)
    if part:
        return part
    group = _group(words, at)
    if group is None:
        return None
    total, factor, end = group
    while factor > 1:
        begin = end + 1 if _at(words, end) == "and" else end
        smaller = _group(words, begin)
        if smaller is None or smaller[0] >= factor or _at(words, begin) in {"a", "an"}:
            break
        total, factor, end = total + smaller[0], smaller[1], smaller[2]
    half = _and_a_part(words, end)
    return (total + half[0] * factor, half[1]) if half else (total, end)


@lru_cache(REMEMBERED_WORDS)
def read_figures(word: str) -> tuple[Fraction, str] | None:
    """Split a word of figures with letters behind them ("15km"); None for any other word.

    A letter that multiplies is left to the caller, who knows whether "300m" is money.
    """
    match = _FIGURES.fullmatch(word)
    return (Fraction(match["number"].replace(",", "")), match["letters"]) if match else None


def read_share(words: Sequence[str], at: int) -> Read | None:
    """Read a share that is not in percent: "two-thirds", "a half", "one in five", "nine out of ten".

    Args:
        words: in lower case.
        at: index of its first word.
    Returns:
        The share, from 0 to 1, and the index of the first word behind it; None when none begins there.
    """
    return _part(words, at) or _ratio(words, at)


def multiplier(letters: str) -> int | None:
    """What letters behind figures multiply by: "3.5m", "40bn"; None when they are no scale."""
    return _LETTERS.get(letters)


# ---------------------------------------------------------------- the parts of a number


def _group(words: Sequence[str], at: int) -> tuple[Fraction, int, int] | None:
    """A number with its scales ("two hundred thousand"): its value, the product of its scales, its end."""
    begin = at + 1 if _at(words, at) in {"a", "an"} else at
    if _scale(words, begin):
        small, end = Fraction(1), begin
    else:
        read = _small(words, at)
        if read is None:
            return None
        small, end = read
        part = _and_a_part(words, end)
        if part and _scale(words, part[1]):
            small, end = small + part[0], part[1]
    factor = 1
    while scale := _scale(words, end):
        factor, end = factor * scale[0], scale[1]
    return small * factor, factor, end


def _scale(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A scale, with or without the hyphen before it: "-million"."""
    begin = at + 1 if _at(words, at) == "-" else at
    word = _at(words, begin)
    if word == "hundred" and begin > 0 and read_figures(_at(words, begin - 1)):
        return 100, begin + 1  # "3 hundred"; in words it belongs to the small number
    value = _SCALES.get(word)
    if value is None and begin == at and begin > 0 and _at(words, at - 1)[-1:].isdecimal():
        value = _LETTERS.get(word)  # "3.5 m", as the reader splits "3.5m"
    return (value, begin + 1) if value else None


def _small(words: Sequence[str], at: int) -> Read | None:
    """What may stand before a scale: figures, or words below a hundred or with one "hundred"."""
    figures = read_figures(_at(words, at))
    if figures:
        by = multiplier(figures[1]) if figures[1] else 1
        part = _WRITTEN_PART.fullmatch(_at(words, at + 1))  # "5 1/2"
        if part and by == 1:
            return figures[0] + Fraction(int(part[1]), int(part[2])), at + 2
        return (figures[0] * by, at + 1) if by else None
    begin = at + 1 if _at(words, at) in {"a", "an"} else at
    below = _below_hundred(words, at)
    count, end = below or (1, begin)
    if _at(words, end) == "hundred" or (_at(words, end) == "-" and _at(words, end + 1) == "hundred"):
        end += 1 if _at(words, end) == "hundred" else 2
        rest = _below_hundred(words, end + 1 if _at(words, end) == "and" else end)
        return (Fraction(count * 100 + rest[0]), rest[1]) if rest else (Fraction(count * 100), end)
    return (Fraction(below[0]), below[1]) if below else None


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = _at(words, at)
    if word in _DECADES:
        unit = at + 2 if _at(words, at + 1) == "-" else at + 1
        digit = _DIGITS.get(_at(words, unit))
        return (_DECADES[word] + digit, unit + 1) if digit else (_DECADES[word], at + 1)
    return (_UNDER_TWENTY[word], at + 1) if word in _UNDER_TWENTY else None


def _and_a_part(words: Sequence[str], at: int) -> Read | None:
    """The "and a half" of "two and a half million", or "and three quarters"."""
    return _part(words, at + 1) if _at(words, at) == "and" else None


def _part_of_scale(words: Sequence[str], at: int) -> Read | None:
    """The number in "half a million", "half-million", "a quarter of a million", "half a ton"."""
    part = _part(words, at)
    if part is None:
        return None
    value, end = part
    begins = [end + 2] if _says(words, end, "of a") else [end, end + 1]
    for begin in begins:
        if _scale(words, begin) and (begin == end or _at(words, begin - 1) in {"a", "an", "-"}):
            scale = _group(words, begin)
            return (value * scale[0], scale[2]) if scale else None
    return (value, end + 1) if _at(words, at) == "half" and _at(words, end) in {"a", "an"} else None


# ---------------------------------------------------------------- shares


def _part(words: Sequence[str], at: int) -> Read | None:
    """A fraction: "half", "a third", "three-quarters"."""
    begin = at + 1 if _at(words, at) in {"a", "an"} else at
    count = _UNDER_TWENTY.get(_at(words, begin))
    if count is not None:
        begin += 2 if _at(words, begin + 1) == "-" else 1
    word = _at(words, begin)
    whole = _PARTS.get(word) or (_PARTS.get(word.removesuffix("s")) if count and count > 1 else None)
    count = count or 1
    return (Fraction(count, whole), begin + 1) if whole and count < whole else None


def _ratio(words: Sequence[str], at: int) -> Read | None:
    """A share of a round or typical number: "one in five", "3 in every 10", "nine out of ten"."""
    count = _small(words, at)
    if count is None:
        return None
    for joiner in ("out of every", "in every", "out of", "in"):
        whole = _small(words, count[1] + len(joiner.split())) if _says(words, count[1], joiner) else None
        if whole and whole[0] > count[0]:
            is_one = joiner == "in" and count[0] == 1
            is_share = "every" in joiner or is_one or (joiner == "out of" and whole[0] in _ROUND)
            return (count[0] / whole[0], whole[1]) if is_share else None
    return None


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _says(words: Sequence[str], at: int, phrase: str | Iterable[str]) -> bool:
    wanted = phrase.split() if isinstance(phrase, str) else list(phrase)
    return list(words[at : at + len(wanted)]) == wanted
