"""One number of an amount with its currency or unit: "$ 2 million", "40 percent", "two-thirds", "15 km".

Takes: the pieces of an amount and where to begin.
Gives: the number, what it is in, and where it ends; None when no number begins there.
Never: what is counted, or how exact the number is.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from reportedly.compose.amount_phrase import Phrase
from reportedly.compose.currencies import Currency, Named, may_be_currency, of_symbol, of_words
from reportedly.compose.measures import PERCENT, read_unit
from reportedly.compose.numerals import read_figures, read_number, read_share

_LONGEST_CURRENCY_WORDS = 4
# "12 foot soldiers", "five second graders": measures only with a hyphen or in the plural.
_OTHER_WORDS = frozenset({"foot", "second", "yard"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from piece `begin` to `end`; `value` is None where it is ambiguous, and `reason` says why.

    `reason` also says why money has no `unit`. `number_end` is where the number without its unit ends.
    `is_ratio` marks "one in five", which is a share of what follows, as "20 percent of" is.
    """

    value: Fraction | None
    begin: int
    number_end: int
    end: int
    unit: str | None = None
    is_money: bool = False
    is_ratio: bool = False
    reason: str | None = None


def read_figure(phrase: Phrase, at: int, *, named: Named, stop: int | None = None) -> Figure | None:
    """Read a number with its unit.

    Args:
        phrase: the amount.
        at: index of the piece to begin at.
        named: the currencies that the text names.
        stop: index behind the last piece that may belong to the number; None for the end.
    Returns:
        The number; None when none begins there.
    """
    symbol = of_symbol(phrase.words, at, named=named)
    begin = symbol.end if symbol else at
    lower = phrase.lower[:stop]
    number = read_number(lower, begin)
    share = None if symbol else read_share(lower, begin)
    if share and (number is None or share[1] > number[1]):
        is_ratio = not {"in", "out"}.isdisjoint(lower[begin : share[1]])
        return Figure(share[0] * 100, begin, share[1], share[1], PERCENT, is_ratio=is_ratio)
    if number is None:
        return None
    figure = Figure(number[0], begin, number[1], number[1])
    behind = read_currency(phrase, figure.end, named=named)
    currency = symbol or behind
    if currency:
        end = behind.end if behind else figure.end  # "$ 2 million dollars"
        return replace(figure, end=end, unit=currency.code, reason=currency.reason, is_money=True)
    return _measured(phrase, figure)


def read_currency(phrase: Phrase, at: int, *, named: Named) -> Currency | None:
    """Read the words for a currency that begin at a piece; None when there are none, or they are a weight."""
    for end in range(min(at + _LONGEST_CURRENCY_WORDS, len(phrase)), at, -1):
        if not may_be_currency(phrase.words[end - 1]):
            continue
        currency = of_words(phrase.words[:end], end, named=named)
        if currency and currency.begin == at:
            is_bare_pound = phrase.at(at) == "pounds"
            return None if is_bare_pound and phrase.at(end) == "of" else currency
    return None


def _measured(phrase: Phrase, figure: Figure) -> Figure:
    """The number with its unit of measure, or without one."""
    is_hyphened = phrase.at(figure.end) == "-"
    unit = read_unit(phrase.lower, figure.end + is_hyphened)
    word = phrase.at(figure.end + is_hyphened)
    if unit and (is_hyphened or word not in _OTHER_WORDS):
        return replace(figure, end=unit[1], unit=unit[0])
    return _metres_or_million(phrase, figure)


def _metres_or_million(phrase: Phrase, figure: Figure) -> Figure:
    """Whether the "m" of "300m people" is million; behind a bare "300m" it may be metres."""
    figures = read_figures(phrase.at(figure.number_end - 1))
    if figures and figures[1] == "m" and phrase.upos(figure.end) not in _NOMINAL:
        return replace(figure, value=None, reason="m is metres or million")
    return figure
