"""What a quantity's words come to: its least and greatest value, unit, and what it counts.

Takes: a quantity as written, its words, and the currencies that the whole text names.
Gives: the same quantity with its value, how exact that is, its unit, what it counts or is a share of.
Never: a conversion, or a number for a word that is none ("several").
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.compose.amount_figures import Figure, read_currency
from reportedly.compose.amount_phrase import Phrase
from reportedly.compose.amount_ranges import Spread, read_spread
from reportedly.compose.counted import Rest, read_rest
from reportedly.compose.currencies import Named, of_words
from reportedly.compose.measures import PERCENT, read_unit
from reportedly.records import Bound, Quantity, Word

# Words for how many, and the range that they are taken to mean.
# Source: own convention: from two of what the word names up to where one more digit begins. ACLED's FAQ on
# fatalities (2023) takes one number instead, the least that the word allows (10 for "tens", 12 for "dozens",
# 100 for "hundreds"), which would make "dozens" and "at least a dozen" the same.
VAGUE_RANGES: dict[str, tuple[int, int]] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, 9_999_999_999),
    "tens of billions": (20_000_000_000, 99_999_999_999),
    "hundreds of billions": (200_000_000_000, 999_999_999_999),
    "trillions": (2_000_000_000_000, 9_999_999_999_999),
}
# "Several hundred", "a few thousand" mean the plural; alone, they leave the number open.
_OPEN = frozenset("several few multiple many".split())
_KEPT_DIGITS = 4
_FIRST_NOT_EXACT = 10**15  # from here on, a float no longer keeps every whole number

_BOUNDS = {
    "no fewer than": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "not fewer than": Bound.AT_LEAST,
    "not less than": Bound.AT_LEAST,
    "at least": Bound.AT_LEAST,
    "as few as": Bound.AT_LEAST,
    "as little as": Bound.AT_LEAST,
    "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST,
    "at most": Bound.AT_MOST,
    "up to": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST,
    "more than": Bound.MORE_THAN,
    "greater than": Bound.MORE_THAN,
    "upwards of": Bound.MORE_THAN,
    "over": Bound.MORE_THAN,
    "less than": Bound.LESS_THAN,
    "fewer than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN,
    "close to": Bound.ABOUT,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "some": Bound.ABOUT,
    "estimated": Bound.ABOUT,
}
_BOUNDS_BY_WORD = {
    first: [said for said in _BOUNDS if said.split()[0] == first]
    for first in {said.split()[0] for said in _BOUNDS}
}
_BEHIND = {
    "or more": Bound.AT_LEAST,
    "or fewer": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
    "- plus": Bound.AT_LEAST,
    "plus": Bound.AT_LEAST,
}
_FILLERS = frozenset("well just additional".split())
_LONGEST_VAGUE_WORDS = 3


def measure(quantity: Quantity, words: Sequence[Word], *, named: Named) -> Quantity:
    """Say what a quantity comes to.

    Args:
        quantity: as written.
        words: its words, of one sentence.
        named: the currencies that the whole text names with their country.
    Returns:
        The quantity with all that its words tell; where they tell no number or currency, with the reason.
    """
    last = _BEHIND.get(" ".join(word.text.lower() for word in words[-2:]))
    phrase = Phrase(words[:-2] if last else words, quantity.text)
    said, at, is_between = _prefix(phrase)
    worded = _worded(phrase, at)
    spread = worded[0] if worded else read_spread(phrase, at, is_between=is_between, named=named)
    if spread is None:
        return replace(quantity, bound=Bound.VAGUE, reason="the number is not understood")
    end = spread.figure.end
    after = next((words for words in _BEHIND if phrase.says(end, words)), None)
    last = _BEHIND[after] if after else last
    said = last if last and said in (None, Bound.ABOUT) else said
    whole = _with_value(quantity, spread, said=said, own=worded[1] if worded else _own_bound(spread))
    return _with_rest(whole, phrase, figure=spread.figure, at=end + len((after or "").split()), named=named)


def _own_bound(spread: Spread) -> Bound:
    """What a number or a range is when nothing before it says how exact it is."""
    if spread.low is None:
        return Bound.VAGUE
    return Bound.RANGE if spread.is_range else Bound.EXACT


def _with_value(quantity: Quantity, spread: Spread, *, said: Bound | None, own: Bound) -> Quantity:
    """The quantity with the values that its number leaves, and what is said of how exact that is."""
    low, high, reason = spread.low, spread.high, spread.reason
    if max(low or 0, high or 0) >= _FIRST_NOT_EXACT:
        low, high, own, reason = None, None, Bound.VAGUE, "too large a number to keep exactly"
    bound = said if said and (said is not Bound.ABOUT or own is Bound.EXACT) else own
    return replace(
        quantity,
        low=None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else _kept(low),
        high=None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else _kept(high),
        bound=bound,
        unit=spread.figure.unit,
        reason=reason,
    )


def _with_rest(quantity: Quantity, phrase: Phrase, *, figure: Figure, at: int, named: Named) -> Quantity:
    """The quantity with its unit, and with what stands behind the number."""
    is_share = figure.unit == PERCENT
    rest = read_rest(phrase, at, is_share=is_share, is_money=figure.is_money)
    counted = phrase.written(rest.begin, rest.end)
    if is_share:
        whole, part = (counted, None) if rest.is_of or figure.is_ratio else (None, counted)
        return replace(quantity, share_of=whole, counted=part, per=rest.per)
    unit, reason, begin = figure.unit, figure.reason, rest.begin
    unknown = None if unit else phrase.written(figure.number_end, figure.end)  # "pesos"
    if not unit and not figure.is_money:
        unit, reason, begin = _unit_of_rest(phrase, rest, named=named)
    return replace(
        quantity,
        unit=unit,
        counted=phrase.written(begin, rest.end) or unknown,
        per=rest.per,
        reason=quantity.reason or reason,
    )


def _unit_of_rest(phrase: Phrase, rest: Rest, *, named: Named) -> tuple[str | None, str | None, int]:
    """The unit that what is counted holds, why none is known, and where what is counted then begins.

    "Billions of dollars", "thousands of tons of coal"; "counterfeit euros" are counted, in euros.
    """
    currency = read_currency(phrase, rest.begin, named=named)
    if currency and currency.end == rest.end:
        return currency.code, currency.reason, rest.end if currency.code else rest.begin
    last = of_words(phrase.words[: rest.end], rest.end, named=named) if rest.end > rest.begin else None
    if last and last.begin > rest.begin:
        return last.code, last.reason, rest.begin
    unit = read_unit(phrase.lower[: rest.end], rest.begin) if rest.is_of else None
    if unit:
        return unit[0], None, unit[1] + (phrase.at(unit[1]) == "of")
    return None, None, rest.begin


def _kept(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), _KEPT_DIGITS)


# ---------------------------------------------------------------- how exact


def _prefix(phrase: Phrase) -> tuple[Bound | None, int, bool]:
    """What the words before the number say: the bound, where the number begins, and "between"."""
    at, bound, is_between = 0, None, False
    while at < len(phrase):
        beginning = _BOUNDS_BY_WORD.get(phrase.at(at), ())
        said = next((said for said in beginning if phrase.says(at, said)), None)
        if said:
            bound = _BOUNDS[said] if bound in (None, Bound.ABOUT) else bound
        elif phrase.at(at) == "between":
            is_between = True
        elif phrase.at(at) not in _FILLERS:
            break
        at += len(said.split()) if said else 1
    return bound, at, is_between


def _worded(phrase: Phrase, at: int) -> tuple[Spread, Bound] | None:
    """The range of "dozens", "tens of thousands", "several hundred", "majority"; "several" has none."""
    for count in range(_LONGEST_VAGUE_WORDS, 0, -1):
        limits = VAGUE_RANGES.get(" ".join(phrase.lower[at : at + count]))
        if limits:
            return _spread(limits, at, at + count), Bound.VAGUE
    begin = at + 1 if phrase.at(at) in {"a", "an", "the"} else at
    word = phrase.at(begin)
    if word == "majority":
        return _spread((50, 50), begin, begin + 1, unit=PERCENT), Bound.MORE_THAN
    if word == "dual":
        return _spread((2, 2), begin, begin + 1), Bound.EXACT
    if word not in _OPEN:
        return None
    end = begin + 1
    while f"{phrase.at(end)}s" in VAGUE_RANGES:
        end += 1
    limits = VAGUE_RANGES.get(" of ".join(f"{scale}s" for scale in phrase.lower[begin + 1 : end]))
    if limits:
        return _spread(limits, begin, end), Bound.VAGUE
    figure = Figure(None, begin, begin + 1, begin + 1)
    return Spread(None, None, figure, reason=f'"{word}" is no number'), Bound.VAGUE


def _spread(limits: tuple[int, int], begin: int, end: int, *, unit: str | None = None) -> Spread:
    return Spread(Fraction(limits[0]), Fraction(limits[1]), Figure(None, begin, end, end, unit))
