"""What a rule of the time grammar is.

Takes: patterns and the functions that give their values.
Gives: compiled rules.
Never: says which rules there are, or which hints.
"""

import re
from dataclasses import dataclass

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
