"""The grammar of time expressions: one rule for each form.

Takes: nothing; it is a table.
Gives: patterns in the order in which they claim their words, each with the function that gives its value.
Never: resolves anything itself.
"""

import re
from dataclasses import dataclass

from reportedly.compose.time_values import (
    COUNTS,
    DAYS,
    MONTHS,
    SHORT,
    Resolver,
    ago,
    day_of_month,
    decade,
    digits,
    elsewhere,
    fiscal_year,
    half,
    iso,
    last_quarter,
    lone_month,
    lone_year,
    month_of_year,
    months_at_end,
    near_day,
    nth_quarter,
    reported_period,
    shared_year,
    that_month,
    that_unit,
    units_long,
    vague,
    weekday,
    weekend,
    year_part,
    years,
)
from reportedly.records import Span


def _cased(words: list[str]) -> str:
    """Capitalised or upper case only: "may" and "march" are verbs."""
    return f"(?-i:{'|'.join([*words, *(word.upper() for word in words)])})"


def _month(group: str) -> str:
    return rf"(?P<{group}>{_cased(MONTHS)}|{_cased(SHORT)}\b\.?)"


def _day(group: str) -> str:
    return rf"(?P<{group}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"


_WEEKDAYS = _cased(DAYS)
_FOUR_DIGITS = r"(?:1[5-9]|20)\d\d"
_YEAR = rf"(?P<year>{_FOUR_DIGITS})(?![\d%]|[.,]\d)"
_YEAR_OF = rf"(?:{_YEAR}|(?:the\s+)?(?P<yearword>last|this|next|current)\s+year)"
_OF_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?{_YEAR_OF})"
_WHICH = r"(?P<which>last|this|next|previous|past|coming|current)"
_PART = (
    r"(?:(?P<part>early|mid|late|(?:beginning|start|middle|end|close)(?=\s+of\b))"
    r"[-\s]+(?:of\s+|in\s+)?(?:the\s+)?)"
)
_TO = r"\s*(?:-|–|—|\b(?:and|to|through|thru|until|till|or)\b)\s*(?:the\s+)?"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)"
_UNITS = r"(?:days|weeks|months|quarters|years|decades|centuries)"
_COUNT = rf"(?P<count>(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))}|\d{{1,3}})\b)"
_HEDGE = (
    r"(?P<hedge>(?:nearly|almost|about|some|roughly|around|over|just\s+over"
    r"|more\s+than|less\s+than|at\s+least)\s+)"
)
_SOME = r"(?:(?:a\s+)?(?:few|couple\s+of)|several|many|some)"
_NTH = r"(?:(?P<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th)[\s-]quarter|\bQ(?P<number>[1-4]))"
# A group named after a date ("the May 9 Movement") and a day in a title ("Bloody Sunday") are no times.
_NO_GROUP = r"(?!\s+(?-i:Alliance|Movement|Brigades?|Martyrs|Group|Coalition|Bloc|Camp|Organi[sz]ation)\b)"
_NO_TITLE = r"(?!\s+(?-i:Times|Telegraph|Herald|Mail|Mirror|Post|News|Agreement)\b)"
_NO_NAME = r"(?<!Black )(?<!Bloody )(?<!Good )(?<!Palm )(?<!Easter )"


# ------------------------------------------------ the rules: the first to match keeps its words


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: its pattern, what gives its value, and the hints without any of which it cannot match."""

    pattern: re.Pattern[str]
    resolve: Resolver
    needs: frozenset[str]


def _rule(resolve: Resolver, *pattern: str, needs: str) -> Rule:
    written = re.compile(rf"(?<![\w$€£#])(?<!\d[.,-])(?:{''.join(pattern)})(?!\w)", re.IGNORECASE)
    return Rule(written, resolve, frozenset(needs.split()))


_M, _TO_M = _month("month"), _month("to_month")
_D, _TO_D = _day("day"), _day("to_day")
_LED = rf"(?:{_WEEKDAYS},?\s+(?:the\s+)?)?"

RULES: tuple[Rule, ...] = (
    _rule(iso, r"(?P<year>\d{4})-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?!-?\d)", needs="digit"),
    _rule(digits, r"(?P<one>\d\d?)(?P<sep>[/.])(?P<other>\d\d?)(?P=sep)(?P<year>\d{4})", needs="digit"),
    _rule(shared_year, rf"{_M}(?:\s+{_D})?{_TO}{_TO_M}(?:\s+{_TO_D})?{_OF_YEAR}", needs="month"),
    _rule(shared_year, rf"{_D}\s+{_M}{_TO}{_TO_D}\s+{_TO_M}{_OF_YEAR}", needs="month"),
    _rule(
        shared_year,
        rf"{_YEAR_OF}\s+(?:between|from)\s+{_M}(?:\s+{_D})?{_TO}{_TO_M}(?:\s+{_TO_D})?",
        needs="month",
    ),
    _rule(
        day_of_month, rf"{_LED}{_M}\s+{_D}(?:{_TO}{_TO_D}(?!\s+[a-z]))?{_OF_YEAR}?{_NO_GROUP}", needs="month"
    ),
    _rule(
        day_of_month, rf"{_LED}{_D}(?:{_TO}{_TO_D})?\s+(?:of\s+)?{_M}{_OF_YEAR}?{_NO_GROUP}", needs="month"
    ),
    _rule(
        nth_quarter,
        _NTH,
        r"\s+(?:of\s+)?(?:the\s+)?(?:(?:U\.S\.|US|federal)\s+)?(?P<fiscal>FY|fiscal)[\s-]*(?:year)?(?:\s*\d+)?",
        needs="fiscal",
    ),
    _rule(last_quarter, r"(?:last|previous|prior)\s+quarter(?!\s+of\b)", needs="unit"),
    _rule(nth_quarter, _NTH, rf"(?:{_OF_YEAR}|\s+of\s+(?P<theyear>the\s+year))?", needs="unit digit"),
    _rule(half, rf"(?P<ordinal>first|second|latter)\s+half(?:{_OF_YEAR}|\s+of\s+the\s+year)", needs="half"),
    _rule(
        months_at_end,
        rf"(?P<end>first|last)\s+{_COUNT}\s+months(?:{_OF_YEAR}|\s+of\s+the\s+year)",
        needs="unit",
    ),
    _rule(
        fiscal_year,
        r"(?P<federal>(?:U\.S\.|US|federal)\s+)?(?:fiscal\s+(?:year\s+)?|FY[\s-]?)(?P<year>\d{4}|\d\d)",
        needs="fiscal",
    ),
    _rule(fiscal_year, rf"{_YEAR}\s+fiscal\s+year", needs="fiscal"),
    _rule(month_of_year, rf"{_PART}?{_M}{_OF_YEAR}", needs="month"),
    _rule(year_part, rf"(?:summer|winter|spring|fall|autumn)\s+(?:of\s+)?{_YEAR_OF}", needs="unit digit"),
    _rule(ago, rf"{_HEDGE}?{_COUNT}\s+{_UNIT}s?\s+ago", needs="ago"),
    _rule(vague, rf"(?:{_HEDGE}?(?:{_SOME}\s+)?{_UNITS}|long)\s+ago", needs="ago"),
    _rule(near_day, r"(?P<word>the\s+day\s+before\s+yesterday)", needs="unit"),
    _rule(
        elsewhere,
        rf"(?:just\s+)?{_HEDGE}?(?:(?:{_COUNT}|{_SOME}|the)\s+)?(?:{_UNIT}s?)\s+(?:earlier|later|before|after|prior)",
        needs="unit",
    ),
    _rule(
        elsewhere,
        r"(?:the\s+(?:same|following|next|previous|preceding)|that(?:\s+same)?)\s+(?:day|night|week|month|year)",
        needs="unit daytime",
    ),
    _rule(units_long, rf"(?:the\s+)?{_WHICH}\s+{_COUNT}(?:-plus)?\s+{_UNIT}s?", needs="unit"),
    _rule(
        units_long,
        r"(?:the\s+(?P<which>last|past|coming)|past)\s+(?P<unit>day|week|month|year|decade)",
        needs="unit",
    ),
    _rule(weekday, rf"(?P<weekday>{_WEEKDAYS})\s+(?:of\s+)?(?P<week>last|this|next)\s+week", needs="weekday"),
    _rule(that_month, rf"{_PART}?{_WHICH}\s+{_M}", needs="month"),
    _rule(reported_period, r"(?:this|the)\s+(?:reporting|review)\s+period", needs="period"),
    _rule(weekend, rf"(?:(?:over|during|at)\s+the|{_WHICH})\s+weekend", needs="unit"),
    _rule(
        that_unit,
        rf"(?:{_PART}|(?:earlier|later)\s+)?{_WHICH}\s+(?P<unit>week|month|quarter|year|decade|century)",
        needs="unit",
    ),
    _rule(
        that_unit,
        r"(?P<part>beginning|start|middle|end|close)\s+of\s+(?P<which>the)\s+(?P<unit>month|year)",
        needs="unit",
    ),
    _rule(weekday, rf"(?:{_WHICH}\s+)?{_NO_NAME}(?P<weekday>{_WEEKDAYS}){_NO_TITLE}", needs="weekday"),
    _rule(
        near_day,
        r"(?P<word>(?-i:(?<![A-Za-z]\s)Today|today)|tonight|this\s+(?:morning|afternoon|evening)|yesterday|last\s+night|tomorrow)",
        needs="unit daytime",
    ),
    _rule(
        decade,
        rf"{_PART}?(?P<decade>\d{{3}}0)['’]?s(?:\s+(?:and|to)\s+(?:early\s+|late\s+|mid-)?['’]?(?P<to_decade>\d0|\d{{3}}0)['’]?s)?",
        needs="digit",
    ),
    _rule(decade, rf"{_PART}?['’‘](?P<decade>[2-9]0)s", needs="digit"),
    _rule(
        years,
        rf"(?P<year>{_FOUR_DIGITS})\s?[-–/]\s?(?P<to_year>{_FOUR_DIGITS}|\d\d)(?!\d|[-/]\d)",
        needs="digit",
    ),
    _rule(lone_month, rf"{_PART}?{_M}(?!\s+\d{{1,2}}\b){_NO_GROUP}", needs="month"),
    _rule(lone_year, rf"{_PART}?{_YEAR}(?!-?\d)", needs="digit"),
    _rule(
        vague,
        rf"(?:in|over|during|for|of)\s+(?:the\s+)?(?:recent|past|previous|coming|last|next)\s+(?:{_SOME}\s+)?{_UNITS}",
        needs="unit",
    ),
    _rule(vague, rf"the\s+(?:past|previous|coming|last|next)\s+{_SOME}\s+{_UNITS}", needs="unit"),
    _rule(vague, rf"for\s+(?:{_SOME}\s+)?{_UNITS}(?!\s+(?:in|of)\b)", needs="unit"),
    _rule(
        vague,
        r"recently|lately|currently|nowadays|presently|at\s+present|at\s+the\s+moment|right\s+now|now|so\s+far|to\s+date|in\s+the\s+(?:recent\s+)?past|in\s+the\s+(?:near\s+|immediate\s+)?future",
        needs="vague",
    ),
)

# What a stretch holds of these says which rules are worth a search: nearly all of the forty fail nearly
# everywhere, and a search that fails reads the whole stretch. Pieces of words are enough, since a hint too
# many costs a search and no more. A test holds hints and rules together.
_DIGIT = re.compile(r"\d")
_MONTH_BEGINS = [month[:3] for month in MONTHS]
_CASED = {
    "weekday": [*DAYS, *(day.upper() for day in DAYS)],
    "month": [*_MONTH_BEGINS, *(begin.upper() for begin in _MONTH_BEGINS)],
}
_FOLDED = {
    "unit": "day week month quarter year decade centur".split(),
    "half": ["half"],
    "ago": ["ago"],
    "fiscal": ["fiscal", "fy"],
    "daytime": "night morning afternoon evening tomorrow".split(),
    "period": ["period"],
    "vague": "recently lately current nowadays present moment now far date past future".split(),
}


def rules_for(text: str, span: Span) -> list[Rule]:
    """Return the rules that could match in a stretch of text, in their order; none for most stretches."""
    stretch = text[span.begin : span.end]
    hints = {name for name, words in _CASED.items() if any(word in stretch for word in words)}
    stretch = stretch.casefold()
    hints |= {name for name, words in _FOLDED.items() if any(word in stretch for word in words)}
    if _DIGIT.search(stretch):
        hints.add("digit")
    return [rule for rule in RULES if not rule.needs.isdisjoint(hints)] if hints else []
