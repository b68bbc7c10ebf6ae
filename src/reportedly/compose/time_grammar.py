"""The grammar of time expressions: one rule for each form.

Takes: nothing; it is a table.
Gives: patterns in the order in which they claim their words, each with the function that gives its value.
Never: resolves anything itself.
"""

import re

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


def _rule(resolve: Resolver, *pattern: str) -> tuple[re.Pattern[str], Resolver]:
    return re.compile(rf"(?<![\w$€£#])(?<!\d[.,-])(?:{''.join(pattern)})(?!\w)", re.IGNORECASE), resolve


_M, _TO_M = _month("month"), _month("to_month")
_D, _TO_D = _day("day"), _day("to_day")
_LED = rf"(?:{_WEEKDAYS},?\s+(?:the\s+)?)?"

RULES: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    _rule(iso, r"(?P<year>\d{4})-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?!-?\d)"),
    _rule(digits, r"(?P<one>\d\d?)(?P<sep>[/.])(?P<other>\d\d?)(?P=sep)(?P<year>\d{4})"),
    _rule(shared_year, rf"{_M}(?:\s+{_D})?{_TO}{_TO_M}(?:\s+{_TO_D})?{_OF_YEAR}"),
    _rule(shared_year, rf"{_D}\s+{_M}{_TO}{_TO_D}\s+{_TO_M}{_OF_YEAR}"),
    _rule(shared_year, rf"{_YEAR_OF}\s+(?:between|from)\s+{_M}(?:\s+{_D})?{_TO}{_TO_M}(?:\s+{_TO_D})?"),
    _rule(day_of_month, rf"{_LED}{_M}\s+{_D}(?:{_TO}{_TO_D}(?!\s+[a-z]))?{_OF_YEAR}?{_NO_GROUP}"),
    _rule(day_of_month, rf"{_LED}{_D}(?:{_TO}{_TO_D})?\s+(?:of\s+)?{_M}{_OF_YEAR}?{_NO_GROUP}"),
    _rule(
        nth_quarter,
        _NTH,
        r"\s+(?:of\s+)?(?:the\s+)?(?:(?:U\.S\.|US|federal)\s+)?(?P<fiscal>FY|fiscal)[\s-]*(?:year)?(?:\s*\d+)?",
    ),
    _rule(last_quarter, r"(?:last|previous|prior)\s+quarter(?!\s+of\b)"),
    _rule(nth_quarter, _NTH, rf"(?:{_OF_YEAR}|\s+of\s+(?P<theyear>the\s+year))?"),
    _rule(half, rf"(?P<ordinal>first|second|latter)\s+half(?:{_OF_YEAR}|\s+of\s+the\s+year)"),
    _rule(months_at_end, rf"(?P<end>first|last)\s+{_COUNT}\s+months(?:{_OF_YEAR}|\s+of\s+the\s+year)"),
    _rule(
        fiscal_year,
        r"(?P<federal>(?:U\.S\.|US|federal)\s+)?(?:fiscal\s+(?:year\s+)?|FY[\s-]?)(?P<year>\d{4}|\d\d)",
    ),
    _rule(fiscal_year, rf"{_YEAR}\s+fiscal\s+year"),
    _rule(month_of_year, rf"{_PART}?{_M}{_OF_YEAR}"),
    _rule(year_part, rf"(?:summer|winter|spring|fall|autumn)\s+(?:of\s+)?{_YEAR_OF}"),
    _rule(ago, rf"{_HEDGE}?{_COUNT}\s+{_UNIT}s?\s+ago"),
    _rule(vague, rf"(?:{_HEDGE}?(?:{_SOME}\s+)?{_UNITS}|long)\s+ago"),
    _rule(near_day, r"(?P<word>the\s+day\s+before\s+yesterday)"),
    _rule(
        elsewhere,
        rf"(?:just\s+)?{_HEDGE}?(?:(?:{_COUNT}|{_SOME}|the)\s+)?(?:{_UNIT}s?)\s+(?:earlier|later|before|after|prior)",
    ),
    _rule(
        elsewhere,
        r"(?:the\s+(?:same|following|next|previous|preceding)|that(?:\s+same)?)\s+(?:day|night|week|month|year)",
    ),
    _rule(units_long, rf"(?:the\s+)?{_WHICH}\s+{_COUNT}(?:-plus)?\s+{_UNIT}s?"),
    _rule(units_long, r"(?:the\s+(?P<which>last|past|coming)|past)\s+(?P<unit>day|week|month|year|decade)"),
    _rule(weekday, rf"(?P<weekday>{_WEEKDAYS})\s+(?:of\s+)?(?P<week>last|this|next)\s+week"),
    _rule(that_month, rf"{_PART}?{_WHICH}\s+{_M}"),
    _rule(reported_period, r"(?:this|the)\s+(?:reporting|review)\s+period"),
    _rule(weekend, rf"(?:(?:over|during|at)\s+the|{_WHICH})\s+weekend"),
    _rule(
        that_unit,
        rf"(?:{_PART}|(?:earlier|later)\s+)?{_WHICH}\s+(?P<unit>week|month|quarter|year|decade|century)",
    ),
    _rule(
        that_unit, r"(?P<part>beginning|start|middle|end|close)\s+of\s+(?P<which>the)\s+(?P<unit>month|year)"
    ),
    _rule(weekday, rf"(?:{_WHICH}\s+)?{_NO_NAME}(?P<weekday>{_WEEKDAYS}){_NO_TITLE}"),
    _rule(
        near_day,
        r"(?P<word>(?-i:(?<![A-Za-z]\s)Today|today)|tonight|this\s+(?:morning|afternoon|evening)|yesterday|last\s+night|tomorrow)",
    ),
    _rule(
        decade,
        rf"{_PART}?(?P<decade>\d{{3}}0)['’]?s(?:\s+(?:and|to)\s+(?:early\s+|late\s+|mid-)?['’]?(?P<to_decade>\d0|\d{{3}}0)['’]?s)?",
    ),
    _rule(decade, rf"{_PART}?['’‘](?P<decade>[2-9]0)s"),
    _rule(years, rf"(?P<year>{_FOUR_DIGITS})\s?[-–/]\s?(?P<to_year>{_FOUR_DIGITS}|\d\d)(?!\d|[-/]\d)"),
    _rule(lone_month, rf"{_PART}?{_M}(?!\s+\d{{1,2}}\b){_NO_GROUP}"),
    _rule(lone_year, rf"{_PART}?{_YEAR}(?!-?\d)"),
    _rule(
        vague,
        rf"(?:in|over|during|for|of)\s+(?:the\s+)?(?:recent|past|previous|coming|last|next)\s+(?:{_SOME}\s+)?{_UNITS}",
    ),
    _rule(vague, rf"the\s+(?:past|previous|coming|last|next)\s+{_SOME}\s+{_UNITS}"),
    _rule(vague, rf"for\s+(?:{_SOME}\s+)?{_UNITS}(?!\s+(?:in|of)\b)"),
    _rule(
        vague,
        r"recently|lately|currently|nowadays|presently|at\s+present|at\s+the\s+moment|right\s+now|now|so\s+far|to\s+date|in\s+the\s+(?:recent\s+)?past|in\s+the\s+(?:near\s+|immediate\s+)?future",
    ),
)

# Every rule above needs one of these, so a stretch without any is not searched 40 times over. A test
# holds the two together.
HINT = re.compile(
    rf"\d|{'|'.join([*MONTHS, *DAYS, *(rf'{word}(?![a-z])' for word in SHORT)])}"
    r"|day|week|month|quarter|year|decade|centur|half|ago|fiscal|night|morning|afternoon|evening|tomorrow"
    r"|recently|lately|current|nowadays|present|moment|now|so\s+far|to\s+date|past|future|period|FY",
    re.IGNORECASE,
)
