"""From which number to which: "between 70,000 and 90,000", "two or three", "5 to 10 million", "$ 50".

Takes: the pieces of an amount and where its first number begins.
Gives: the least and the greatest number with their unit; the same number twice for a single one.
Never: "at least" and the like, or vague words: see `amounts`.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from reportedly.compose.amount_figures import Figure, read_figure
from reportedly.compose.amount_phrase import Phrase
from reportedly.compose.currencies import Named
from reportedly.compose.numerals import multiplier, read_figures, read_number

_JOINERS = frozenset("to or - – —".split())
_SCALES = frozenset("dozen hundred thousand million billion trillion bn mn -".split())
_THOUSANDS = ",000"


@dataclass(frozen=True, slots=True)
class Spread:
    """The least and the greatest number, None with a `reason` where they are unknown, and what follows.

    `figure` holds the unit and where the numbers end; `is_range` tells two numbers from one.
    """

    low: Fraction | None
    high: Fraction | None
    figure: Figure
    is_range: bool = False
    reason: str | None = None


def read_spread(phrase: Phrase, at: int, *, is_between: bool, named: Named) -> Spread | None:
    """Read a number, or a range of them.

    Args:
        phrase: the amount.
        at: index of the piece at which the first number begins.
        is_between: whether "between" stands before it, so that its "and" joins two numbers.
        named: the currencies that the text names.
    Returns:
        The range; None when no number begins there.
    """
    single = read_figure(phrase, at, named=named)
    pair = _between(phrase, at, named=named) if is_between else _joined(phrase, single, named=named)
    if pair:
        return _range(phrase, *pair)
    if single is None:
        return None
    another = _another(phrase, single.end, named=named)
    if another:
        return Spread(None, None, another, reason="two numbers in one")
    return Spread(
        single.value, single.value, single, reason=None if single.value is not None else single.reason
    )


def _between(phrase: Phrase, at: int, *, named: Named) -> tuple[Figure, Figure] | None:
    """The numbers beside the "and" before which the first is whole; "two hundred and ten" is one number."""
    ands = [index for index in range(at, len(phrase)) if phrase.at(index) == "and"]
    for index in reversed(ands):
        first = read_figure(phrase, at, named=named, stop=index)
        second = read_figure(phrase, index + 1, named=named)
        if first and second and first.end == index:
            return first, second
    return None


def _joined(phrase: Phrase, first: Figure | None, *, named: Named) -> tuple[Figure, Figure] | None:
    if first is None or phrase.at(first.end) not in _JOINERS:
        return None
    second = read_figure(phrase, first.end + 1, named=named)
    return (first, second) if second else None


def _range(phrase: Phrase, first: Figure, second: Figure) -> Spread:
    """The range of two numbers; a unit, currency or scale that only one has is both's."""
    source = second if second.unit or second.is_money or not (first.unit or first.is_money) else first
    figure = replace(source, end=second.end)
    if first.unit and second.unit and first.unit != second.unit:
        return Spread(None, None, figure, is_range=True, reason="its two numbers have two units")
    low, high = first.value, second.value
    if low is None or high is None:
        return Spread(None, None, figure, is_range=True, reason=first.reason or second.reason)
    low = _scaled(phrase, first, second, low=low, high=high)
    if low > high:
        return Spread(None, None, figure, is_range=True, reason="it goes down from one number to the other")
    return Spread(low, high, figure, is_range=True)


def _scaled(phrase: Phrase, first: Figure, second: Figure, *, low: Fraction, high: Fraction) -> Fraction:
    """The first number with the scale of the second: "5 to 10 million", "70-90,000"."""
    if first.number_end - first.begin != 1 or (read_figures(phrase.at(first.begin)) or (0, ""))[1]:
        return low
    mantissa = _mantissa(phrase, second)
    is_to = phrase.at(second.begin - 1) == "to"
    is_short = phrase.at(second.begin).endswith(_THOUSANDS) and not is_to and low < 1000
    if mantissa == high and is_short:
        mantissa = high / 1000
    return low * high / mantissa if low < mantissa else low


def _mantissa(phrase: Phrase, figure: Figure) -> Fraction:
    """The number without its scale: 10 of "10 million"."""
    end = figure.number_end
    while end > figure.begin + 1 and phrase.at(end - 1) in _SCALES:
        end -= 1
    figures = read_figures(phrase.at(figure.begin))
    if figures and multiplier(figures[1]):
        return figures[0]
    read = read_number(phrase.lower[:end], figure.begin)
    return read[0] if read and read[1] == end else figure.value or Fraction(1)


def _another(phrase: Phrase, at: int, *, named: Named) -> Figure | None:
    """A number that follows and is no part of the one before: "12 and 15"."""
    begin = at + 1 if phrase.at(at) in _JOINERS | {"and"} else at
    is_none = begin >= len(phrase) or phrase.at(begin) in {"a", "an"}
    return None if is_none else read_figure(phrase, begin, named=named)
