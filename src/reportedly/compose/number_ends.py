"""Where the number of a quantity ends: "$ 2 million", "three or four", "half a million", "tens of thousands".

Takes: a sentence and the word at which a number may begin.
Gives: the index of the first word behind the number; None where none begins.
Never: what is counted, or what the number comes to.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from reportedly.records import Word

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?:[KkMm]|bn|mn|km|kg)?")
CARDINALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion trillion dozen".split()
)
MAGNITUDES = frozenset("hundred thousand million billion trillion dozen mn bn".split())
_LETTERS = frozenset("k m b".split())  # scales behind figures: the reader splits "3.5m"
MASSES = frozenset("tens dozens scores hundreds thousands millions billions".split())
SHARES = frozenset("half third thirds quarter quarters fifth fifths tenth tenths majority".split())
WHOLES = frozenset("the its their his her our all".split())
_PART_WORDS = frozenset({"half", "quarter"})
INEXACT = frozenset("several multiple dual few".split())
MONEY = frozenset("dollars euros pounds dinars rials reals pesos rubles francs lira cents".split())
SYMBOLS = frozenset("$ € £ ¥ us$".split())
PERCENT = frozenset("percent % per-cent percentage pct".split())
_JOINING = frozenset("or to - – —".split())
# Words that measure what follows "of": "3 tons of", "70 pieces of".
MEASURES = frozenset(
    "hectare acre ton tonne kilo kilogram barrel gallon liter litre hectares"
    " acres tons tonnes kilos kilograms kilogrammes grams pounds ounces barrels gallons liters litres"
    " meters metres kilometers kilometres miles rounds pieces boxes bags cases counts members leaders heads"
    " thirds quarters fifths tenths worth".split()
)
_AFTER_ONE = frozenset("another day thing point time side hand of way more".split())
_BEFORE_ONE = frozenset("no any every this that the which each last".split())
NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM"})
_SCALES = MAGNITUDES | MASSES
_SECOND_PARTS = CARDINALS | SHARES | {"one", "plus"}
UNITS = PERCENT | MONEY


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words, in lower case too, and which of them are part of a time expression: asked last."""

    words: Sequence[Word]
    lower: tuple[str, ...]
    dated: Container[int]

    def at(self, index: int) -> str:
        """Return the word at an index in lower case; empty outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def upos(self, index: int) -> str:
        """Return its part of speech; empty outside the sentence."""
        return self.words[index].upos if 0 <= index < len(self.words) else ""


def number_end(sentence: Sentence, index: int) -> int | None:
    """Find where the number that begins at a word ends: "$ 2 million", "three or four".

    Args:
        sentence: the sentence.
        index: of the word.
    Returns:
        The index of the first word behind the number; None when none begins there.
    """
    word = sentence.at(index)
    if word in SYMBOLS and _DIGITS.fullmatch(sentence.at(index + 1)):
        return _after_number(sentence, index, index + 2)
    if word in MASSES or word in INEXACT:
        return _mass_end(sentence, index)
    if word in SHARES:
        return _part_end(sentence, index)
    if ratio := _ratio_end(sentence, index):
        return ratio
    if word == "one" and not _is_share(sentence, index + 1):
        is_count = sentence.at(index + 1) not in _AFTER_ONE and sentence.at(index - 1) not in _BEFORE_ONE
        return index + 1 if is_count and sentence.upos(index + 1) in NOMINAL else None
    if is_numeral(sentence, index) or word == "one":
        return _after_number(sentence, index, index + 1)
    return None


def _mass_end(sentence: Sentence, index: int) -> int | None:
    """Past "dozens" or "tens of thousands"; "few" is a quantity only as "a few"."""
    if sentence.at(index) == "few" and sentence.at(index - 1) != "a":
        return None
    end = index + 1
    while sentence.at(end) == "of" and sentence.at(end + 1) in MASSES:
        end += 2
    return end


def _part_end(sentence: Sentence, index: int) -> int | None:
    """Past "half" before "of", or past "half a million", "a quarter of a million", "half a ton"."""
    word = sentence.at(index)
    of = index + 1 if word == "quarter" and sentence.at(index + 1) == "of" else index
    scale = of + 2 if sentence.at(of + 1) in {"a", "-"} else of + 1
    if word in _PART_WORDS and sentence.at(scale) in MAGNITUDES:
        return _after_number(sentence, index, scale + 1)
    if word == "half" and sentence.at(index + 1) == "a" and sentence.at(index + 2) in MEASURES:
        return index + 2
    if word == "half" and sentence.at(index + 1) in WHOLES and _halves_a_noun(sentence, index + 2):
        return index + 1
    is_ordinal = sentence.at(index - 1) == "the" and word not in {"half", "majority"}
    return index + 1 if sentence.at(index + 1) == "of" and not is_ordinal else None


def _halves_a_noun(sentence: Sentence, index: int) -> bool:
    """Whether a noun follows "half the"; "half the time" counts nothing."""
    return sentence.upos(index) in NOMINAL and sentence.at(index) != "time"


def _ratio_end(sentence: Sentence, index: int) -> int | None:
    """Past "one in five", "3 in every 10", "nine out of ten"; None for a number that is no ratio."""
    if not is_numeral(sentence, index) and sentence.at(index) != "one":
        return None
    is_out_of = sentence.at(index + 1) == "out" and sentence.at(index + 2) == "of"
    end = index + 3 if is_out_of else index + 2
    is_every = sentence.at(end) == "every"
    is_one_in = sentence.at(index + 1) == "in" and (is_every or sentence.at(index) in {"one", "1"})
    end += is_every
    if not (is_out_of or is_one_in) or not is_numeral(sentence, end) or end in sentence.dated:
        return None
    return end + 1


def is_numeral(sentence: Sentence, index: int) -> bool:
    """Whether a word is figures or a cardinal from two on."""
    return bool(_DIGITS.fullmatch(sentence.at(index))) or sentence.at(index) in CARDINALS


def _is_share(sentence: Sentence, index: int) -> bool:
    """The "-thirds" of "two-thirds", with or without its hyphen."""
    return sentence.at(index) in SHARES or (sentence.at(index) == "-" and sentence.at(index + 1) in SHARES)


def _after_number(sentence: Sentence, index: int, end: int) -> int:
    """Past magnitudes, percent signs, currencies and a second number."""
    if sentence.at(end) in _LETTERS and is_glued(sentence, end):
        end += 1
    end = _scales_end(sentence, end)
    if sentence.at(end) == "and" and sentence.at(end + 1) == "a" and sentence.at(end + 2) in _PART_WORDS:
        end = _scales_end(sentence, end + 3)
    if sentence.at(end) == "-" and sentence.at(end + 1) in _SECOND_PARTS:
        end = _scales_end(sentence, end + 2)
    elif _is_share(sentence, end):
        end += 1
    if sentence.at(end) == "per" and sentence.at(end + 1) == "cent":
        end += 2
    while sentence.at(end) in UNITS:
        end += 1
    if sentence.at(end) == "or" and sentence.at(end + 1) in {"more", "fewer", "less"}:
        return end + 2
    return _joined_end(sentence, index, end)


def _scales_end(sentence: Sentence, end: int) -> int:
    """Past "hundred thousand", and past "five" of "twenty five"."""
    while sentence.at(end) in _SCALES or (
        sentence.at(end) in CARDINALS and sentence.at(end - 1) in CARDINALS
    ):
        end += 1
    return end


def _joined_end(sentence: Sentence, index: int, end: int) -> int:
    """Past a second number: "three or four", "10-15", "between 5 and 9"."""
    pairs = sentence.at(index - 1) == "between" or sentence.at(index) not in SYMBOLS
    joins = sentence.at(end) in _JOINING or (sentence.at(end) == "and" and pairs)
    follows = end + 2 if sentence.at(end + 1) in SYMBOLS else end + 1
    joins = joins and is_numeral(sentence, follows)
    if joins and end not in sentence.dated and end + 1 not in sentence.dated:
        return _after_number(sentence, follows, follows + 1)
    return end


def is_glued(sentence: Sentence, index: int) -> bool:
    """Whether no space stands before a word."""
    return index > 0 and sentence.words[index - 1].span.end == sentence.words[index].span.begin
