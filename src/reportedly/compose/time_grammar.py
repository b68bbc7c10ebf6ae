"""The grammar of time expressions: one rule for each form.

Takes: nothing; it is a table.
Gives: patterns in the order in which they claim their words, each with the function that gives its value.
Never: resolves anything itself.
"""

from functools import lru_cache

from reportedly.compose import time_patterns as form
from reportedly.compose import time_words as words
from reportedly.compose.time_hints import hints_in
from reportedly.compose.time_holidays import HOLIDAY, PERIOD, holiday, known_period
from reportedly.compose.time_lengths import clock, length, overnight, part_of_day, repeated, unsure
from reportedly.compose.time_meanings import Kind
from reportedly.compose.time_relative import (
    ago,
    apart,
    elsewhere,
    from_now,
    near_day,
    reported_period,
    same_unit,
    shifted,
    that_unit,
    the_unit,
    units_long,
    vague,
    weekday,
    weekend,
    year_end,
)
from reportedly.compose.time_rules import Rule, make_rule
from reportedly.compose.time_values import (
    both_ends,
    century,
    closing_year,
    compared_period,
    day_alone,
    day_of_month,
    decade,
    digits,
    each_season,
    era_year,
    fiscal_year,
    half,
    iso,
    leading_end,
    leading_year,
    lone_month,
    lone_year,
    month_of_year,
    months_at_end,
    nth_quarter,
    open_year,
    season,
    spelled_year,
    that_month,
    year_part,
)
from reportedly.records import Span

# In each group and from group to group, the first rule to match keeps its words.

_DAYS_AND_MONTHS = (
    # dates in digits
    make_rule(iso, r"(?P<year>\d{4})-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?!-?\w)", needs="year"),
    make_rule(
        digits,
        r"(?P<one>\d\d?)(?P<sep>[/.-])(?P<other>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![/.-]?\d)",
        needs="sign",
    ),
    # days and months
    make_rule(
        leading_end,
        rf"{form.MONTH}(?:\s+{form.DAY})?(?={form.TO}{form.TO_MONTH}(?:\s+{form.TO_DAY})?{form.OF_YEAR})",
        needs="month+year month+unit",
    ),
    make_rule(
        leading_end,
        rf"{form.DAY}\s+{form.MONTH}(?={form.TO}{form.TO_DAY}\s+{form.TO_MONTH}{form.OF_YEAR})",
        needs="month+year month+unit",
    ),
    make_rule(
        both_ends,
        rf"{form.YEAR_OF}\s+(?:between|from)\s+{form.MONTH}(?:\s+{form.DAY})?{form.TO}{form.TO_MONTH}(?:\s+{form.TO_DAY})?",
        needs="month+year month+unit",
    ),
    make_rule(
        day_of_month,
        rf"{form.ROUGHLY}{form.LED}{form.MONTH}\s+{form.DAY}(?:{form.TO}{form.TO_DAY}(?!\s+[a-z]))?{form.OF_YEAR}?{form.NO_GROUP}",
        needs="month+digit",
    ),
    make_rule(
        day_of_month,
        rf"{form.LED}(?:the\s+)?{form.DAY}(?:{form.TO}{form.TO_DAY})?\s+(?:of\s+)?{form.MONTH}{form.OF_YEAR}?{form.NO_GROUP}",
        needs="month+digit",
    ),
    make_rule(
        day_of_month,
        rf"{form.LED}{form.MONTH}\s+(?:the\s+)?{form.DAY_WORD}{form.OF_YEAR}?",
        needs="month+ordinal month+q",
    ),
    make_rule(
        day_of_month,
        rf"{form.LED}the\s+{form.DAY_WORD}\s+of\s+{form.MONTH}{form.OF_YEAR}?",
        needs="month+ordinal month+q",
    ),
    # holidays and named periods
    make_rule(
        holiday, HOLIDAY, rf"(?:\s+(?P<unit>season|holidays?|weekend|week))?{form.OF_YEAR}?", needs="holiday"
    ),
    make_rule(known_period, PERIOD, needs="holiday"),
)

_QUARTERS = (
    # quarters, halves, fiscal years
    make_rule(
        nth_quarter,
        r"(?:the\s+)?",
        form.NTH,
        r"\s+(?:of\s+)?(?:the\s+)?(?:(?:U\.S\.|US|federal)\s+)?(?P<fiscal>FY|fiscal)[\s-]*(?:year)?(?:\s*\d+)?",
        needs="fiscal",
    ),
    make_rule(nth_quarter, r"(?:the\s+)?(?P<fiscal>fiscal)[\s-](?:year\s+)?", form.NTH, needs="fiscal+unit"),
    make_rule(
        compared_period, rf"the\s+(?:comparable|same|corresponding)\s+{form.YEAR_AGO}", needs="unit+compared"
    ),
    make_rule(compared_period, rf"(?:(?:the|a)\s+)?{form.YEAR_AGO}", needs="unit+compared"),
    make_rule(
        compared_period,
        r"the\s+(?:same|comparable|corresponding)\s+(?P<unit>quarter|period)\s+(?:of\s+)?(?:the\s+previous|last|a)"
        r"\s+year(?:\s+(?:ago|earlier|before))?",
        needs="unit+compared",
    ),
    make_rule(
        that_unit,
        r"(?:the\s+)?(?P<which>last|previous|prior|latest)\s+(?P<unit>quarter)(?!\s+of\b)",
        needs="quarter+which",
    ),
    make_rule(
        nth_quarter,
        rf"(?:(?:{form.YEAR}|this\s+year|(?P<yearword>last|next)\s+year)['’]s\s+)",
        form.NTH,
        needs="quarter q",
    ),
    make_rule(nth_quarter, rf"(?:the\s+)?{form.YEAR}\s+", form.NTH, needs="quarter+year q+year"),
    make_rule(
        nth_quarter,
        r"(?:the\s+)?",
        form.NTH,
        rf"(?:{form.OF_YEAR}|\s+of\s+(?P<theyear>the\s+year)|(?<=quarter)|(?<=(?:in|of) Q\d))",
        needs="quarter q",
    ),
    make_rule(
        half,
        rf"(?:the\s+)?(?P<ordinal>first|second|latter|last)\s+half(?:{form.OF_YEAR}|\s+of\s+the\s+year)",
        needs="half",
    ),
    make_rule(
        months_at_end,
        rf"(?:the\s+)?(?P<end>first|last|final)\s+{form.COUNT}\s+months(?:{form.OF_YEAR}|\s+of\s+(?P<theyear>the\s+year))",
        needs="unit+first",
    ),
    make_rule(
        months_at_end,
        rf"(?:the\s+)?(?P<end>first)\s+{form.COUNT}\s+months",
        needs="unit+first",
        kind=Kind.LENGTH,
    ),
    make_rule(
        fiscal_year,
        r"(?P<federal>(?:U\.S\.|US|federal)\s+)?(?:fiscal\s+(?:year\s+)?|FY[\s-]?)(?P<year>\d{4}|['’]?\d\d)",
        needs="fiscal",
    ),
    make_rule(fiscal_year, rf"{form.YEAR}\s+fiscal\s+year", needs="fiscal"),
    make_rule(elsewhere, r"(?:the|this|last|next)\s+(?:latest\s+|current\s+)?fiscal\s+year", needs="fiscal"),
    # months and seasons of a year
    make_rule(month_of_year, rf"{form.PART}?{form.MONTH}{form.OF_YEAR}", needs="month+year month+unit"),
    make_rule(season, rf"{form.PART}?{form.SEASON}\s+(?:of\s+)?{form.YEAR_OF}(?:[-–/]\d\d)?", needs="season"),
    make_rule(
        season,
        rf"{form.PART}?(?:the\s+)?{form.WHICH}\s+(?:(?:past|coming)\s+)?{form.SEASON}(?!\s+(?:of|in)\b)",
        needs="season",
    ),
)

_RELATIVE = (
    # counted from publication, or from another time
    make_rule(
        ago,
        rf"{form.HEDGE}?{form.COUNT}\s+{form.UNITS}(?:\s+or\s+(?:so|more))?\s+(?:ago|back(?!\s+(?:to|in)\b))",
        needs="unit+ago",
    ),
    make_rule(
        vague,
        rf"(?P<past>{form.HEDGE}?(?:{form.FEW}\s+)?{form.UNITS}\s+ago|(?:long|not\s+long|moments)\s+ago)",
        needs="ago",
    ),
    make_rule(
        from_now,
        rf"{form.HEDGE}?{form.COUNT}\s+{form.UNITS}\s+(?:from\s+now|from\s+today|hence)",
        needs="unit+hence",
    ),
    make_rule(near_day, r"(?P<word>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))", needs="near"),
    make_rule(
        shifted,
        rf"{form.HEDGE}?(?:{form.COUNT}|{form.FEW}|the)\s+{form.UNITS}(?:\s+or\s+so)?\s+"
        r"(?P<way>earlier|later|afterwards?|previously|(?:before|after|prior)(?!\s*[\w\"'“‘`]))",
        needs="unit+apart",
    ),
    make_rule(
        apart,
        rf"{form.HEDGE}?(?:{form.COUNT}|{form.FEW}|the)\s+{form.UNITS}(?:\s+or\s+so)?\s+(?P<way>before|after|prior)",
        needs="unit+apart",
    ),
    make_rule(shifted, rf"{form.MANY_UNITS}\s+(?P<way>earlier|later)", needs="unit+apart"),
    make_rule(apart, rf"{form.MANY_UNITS}\s+(?P<way>before|after|prior)", needs="unit+apart"),
    make_rule(
        same_unit,
        r"(?:earlier|later)\s+(?:that|the\s+same)\s+(?P<unit>day|week|month|year)",
        needs="unit+order+same",
    ),
    make_rule(
        same_unit,
        r"(?:the\s+(?:very\s+)?(?:same|(?P<which>following|next|previous|preceding|prior))|that(?:\s+(?:same|very))?)"
        r"\s+(?P<unit>day|night|morning|afternoon|evening|week|month|quarter|year)"
        r"(?:\s+(?P<daypart>morning|afternoon|evening|night))?(?!\s+ago)",
        needs="unit+same daytime",
    ),
    make_rule(
        units_long,
        rf"(?:(?P<hedge>nearly|almost|about|more\s+than|at\s+least)\s+)?(?:the\s+)?{form.WHICH}\s+(?:(?:nearly|almost|about|roughly|around)\s+)?{form.COUNT}(?:-plus)?\s+(?:more\s+)?{form.UNITS}",
        needs="unit+which",
    ),
    make_rule(
        units_long,
        r"(?:the\s+(?P<which>last|past|coming)|past)\s+(?P<unit>day|week|month|year|decade|century)",
        needs="unit+which",
    ),
    make_rule(the_unit, r"the\s+(?P<unit>quarter)(?!\s+of\b)", needs="quarter", kind=Kind.HINT),
    # weekdays, weekends, parts of the day
    make_rule(
        weekday,
        rf"{form.ROUGHLY}{form.PART}?(?P<weekday>{form.WEEKDAYS})(?:\s+{form.DAYPART})?\s+(?:of\s+)?(?P<week>last|this|next)\s+week",
        needs="weekday+unit",
    ),
    make_rule(that_month, rf"{form.PART}?(?:the\s+)?{form.WHICH}\s+{form.MONTH}", needs="month+which"),
    make_rule(reported_period, r"(?:this|the)\s+(?:reporting|review)\s+period", needs="unit+report"),
    make_rule(weekend, rf"(?:the|{form.WHICH}(?:\s+(?:past|coming))?)\s+weekend", needs="weekend"),
    make_rule(
        that_unit,
        rf"(?:{form.PART}|{form.ROUGHLY})(?:the\s+)?{form.WHICH}(?:\s+(?:past|coming))?\s+(?P<unit>week|month|quarter|year|decade|century)",
        needs="unit+which",
    ),
    make_rule(
        that_unit,
        r"(?:the\s+|a\s+)?(?P<part>beginning|start|middle|end|close)\s+of\s+(?P<which>the)"
        r"\s+(?P<unit>month|year|decade|week)",
        needs="unit+begin",
    ),
    make_rule(that_unit, r"(?P<part>mid)[\s-]?(?P<unit>year)", needs="unit+begin"),
    make_rule(
        year_end,
        r"(?:the\s+|(?<=\bby )|(?<=\bat )|(?<=\bsince )|(?<=\baround )|(?<=\bbefore )|(?<=\buntil ))"
        rf"year[\s-]end(?:\s+{form.YEAR})?",
        needs="unit+begin",
    ),
    make_rule(
        weekday,
        rf"{form.ROUGHLY}(?:(?:early|late)\s+(?:on\s+)?)?(?:{form.WHICH}\s+(?:past\s+|coming\s+)?)?{form.NO_NAME}"
        rf"(?P<weekday>{form.WEEKDAYS})(?:\s+{form.DAYPART})?{form.NO_TITLE}",
        needs="weekday",
    ),
    make_rule(
        near_day,
        rf"{form.ROUGHLY}(?:(?:early|late)\s+)?(?P<word>(?-i:(?<![A-Za-z]\s)Today|today)|tonight|yesterday|tomorrow|last\s+(?:night|evening))"
        rf"(?:\s+{form.DAYPART})?",
        needs="near daytime",
    ),
    make_rule(
        near_day,
        rf"{form.ROUGHLY}(?:(?:early|late)\s+)?(?P<word>this)\s+(?:very\s+)?{form.DAYPART}",
        needs="daytime",
    ),
)

_YEARS = (
    # decades, centuries, years
    make_rule(
        decade,
        rf"(?:the\s+)?{form.PART}?(?P<decade>\d{{3}}0)['’]?s"
        r"(?P<next>(?=\s+(?:and|to)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?['’]?(?:\d\d)?\d0['’]?s\b)s?)",
        needs="tens",
    ),
    make_rule(decade, rf"(?:the\s+)?{form.PART}?(?P<decade>\d{{3}}0)['’]?s", needs="tens"),
    make_rule(
        decade,
        rf"(?:(?:the\s+)?{form.PART}?['’‘]|(?<=\ds and )|(?<=\ds to ))(?P<decade>[2-9]0)['’]?s",
        needs="tens",
    ),
    make_rule(decade, rf"the\s+{form.PART}?(?P<decade>[2-9]0)['’]?s", needs="tens"),
    make_rule(
        decade,
        rf"the\s+{form.PART}?(?:nineteen[\s-])?(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)",
        needs="ties",
    ),
    make_rule(
        century,
        rf"(?:the\s+)?{form.PART}?(?P<ordinal>{words.ORDINAL})"
        rf"(?P<next>(?={form.TO}(?:(?:early|mid|late)[\s-]+)?{words.ORDINAL}[\s-]centur(?:y|ies)\b))",
        needs="century",
    ),
    make_rule(
        century,
        rf"(?:the\s+)?{form.PART}?(?P<ordinal>{words.ORDINAL})[\s-]centur(?:y|ies)(?:\s+(?P<before>BCE?|B\.C\.))?",
        needs="century",
    ),
    make_rule(
        leading_year,
        rf"(?P<year>{form.FOUR_DIGITS})(?=\s?[-–—/]\s?(?:{form.FOUR_DIGITS}|\d\d)(?!\d|[-/]\d))",
        needs="year",
    ),
    make_rule(
        closing_year,
        rf"{form.AFTER_YEAR}(?P<year>\d\d)(?!\d|[-/]\d)",
        needs="year",
        after_digits=True,
    ),
    make_rule(
        open_year, rf"(?P<year>{form.FOUR_DIGITS})(?=\s?[-–—]\s?(?:present|now|today)\b)", needs="year"
    ),
    make_rule(
        year_part,
        rf"(?:(?<=(?<!\d)\d\d\d\d[-–—/])|(?<=(?<!\d)\d\d\d\d\s[-–—/]\s))(?P<year>{form.FOUR_DIGITS})(?!\d|[-/]\d)",
        needs="year",
        after_digits=True,
    ),
    make_rule(
        era_year, r"(?P<year>\d{1,5})\s+(?-i:(?P<before>BCE?|B\.C\.(?:E\.)?)|CE|AD|A\.D\.)", needs="era"
    ),
    make_rule(era_year, r"(?-i:AD|A\.D\.)\s+(?P<year>\d{1,4})", needs="era"),
    make_rule(
        era_year,
        r"(?:(?<=\bc\. )|(?<=\bca )|(?<=\bca\. )|(?<=\bcirca )|(?<=\byear ))(?P<year>\d{2,4})",
        needs="circa",
    ),
    make_rule(
        spelled_year,
        rf"(?:the\s+year\s+)?(?P<head>eighteen|nineteen|twenty(?=[\s-](?:ten|eleven|twelve|\w+teen|twenty))|two\s+thousand)"
        rf"(?:[\s-]|\s+and\s+)(?P<rest>{form.TWO_DIGITS})(?!\s+(?:percent|per\s+cent|dollars?|thousand|million)\b)",
        needs="spelled",
    ),
    make_rule(spelled_year, r"the\s+year\s+(?P<head>two\s+thousand)(?P<rest>)", needs="spelled"),
    make_rule(lone_month, rf"{form.PART}?{form.MONTH}(?!\s+\d{{1,2}}\b){form.NO_GROUP}", needs="month"),
    make_rule(lone_year, rf"{form.PART}?{form.YEAR}(?!-?\d)", needs="year"),
    make_rule(
        year_part,
        r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\band )|(?<=\bfrom ))['’‘](?P<year>[4-9]\d)(?!\d|s\b)",
        needs="apostrophe",
    ),
    make_rule(season, rf"(?:the|in|this)\s+{form.SEASON}(?=\s*(?:[,.;]|$))", needs="season"),
    make_rule(each_season, r"(?:the\s+)?(?P<season>spring|summer|autumn|winter)(?P<many>s)?", needs="season"),
    make_rule(day_alone, rf"(?<=\bon )the\s+(?P<day>\d\d?(?:st|nd|rd|th)){form.NO_FLOOR}", needs="nth"),
)

_CLOCKS_AND_LENGTHS = (
    # times of day
    make_rule(clock, rf"{form.HEDGE}?{form.HOUR}{form.ZONE}?", needs="noon half-day", kind=Kind.CLOCK),
    make_rule(clock, rf"{form.HOUR_24}(?:\s+hours)?{form.ZONE}", needs="zone", kind=Kind.CLOCK),
    make_rule(clock, r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)", needs="colon", kind=Kind.CLOCK),
    make_rule(clock, rf"(?P<hour>1?\d|{words.HOURS})\s+o['’]clock", needs="clock", kind=Kind.CLOCK),
    make_rule(
        part_of_day,
        rf"(?:(?:the|that)\s+)?{form.DAYPART}(?=\s+(?:of|on)\s+)",
        needs="daytime",
        kind=Kind.CLOCK,
    ),
    make_rule(
        overnight, r"overnight(?!\s+(?:bag|stay|train|bus|success)\b)", needs="overnight", kind=Kind.CLOCK
    ),
    # how often, how long
    make_rule(
        repeated,
        rf"(?:every|each)\s+(?:(?P<other>other)\s+|{form.COUNT}\s+|single\s+)?{form.UNITS}",
        needs="unit+often",
        kind=Kind.REPEAT,
    ),
    make_rule(
        repeated,
        rf"(?:every|each)\s+(?:{form.SEASON}|(?:(?P<weekday>{form.WEEKDAYS})\s+)?{form.DAYPART}|{form.WEEKDAYS})",
        needs="daytime+often season+often weekday+often",
        kind=Kind.REPEAT,
    ),
    make_rule(
        repeated,
        rf"(?:once|twice|{words.NUMBER}\s+times)\s+(?:a|an|per|each|every)\s+{form.ONE_UNIT}|per\s+(?P<unit_two>{words.UNIT})",
        needs="unit+often",
        kind=Kind.REPEAT,
    ),
    make_rule(
        repeated,
        r"(?P<adverb>(?:bi-?)?(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually))(?!\s+[A-Z])",
        needs="adverb",
        kind=Kind.REPEAT,
    ),
    make_rule(
        length,
        rf"(?:{form.HEDGE}|the\s+(?={words.NUMBER}\s+\w+s\b))?{form.NUMBER}(?:\s+(?:more|full|consecutive|straight|long|additional))?"
        rf"(?:\s+|-){form.UNITS}(?:-long)?{form.NO_AGE}(?!\s+old\b)",
        needs="unit+number+counted",
        kind=Kind.LENGTH,
    ),
    make_rule(
        length,
        rf"(?:{form.HEDGE}|(?<=\bfor )|(?<=\bin )|(?<=\bwithin )|(?<=\bafter )|(?<=\bthan )|(?<=\bover )"
        r"|(?<=\btook ))"
        rf"(?P<count>half\s+an?|an?)\s+(?:full\s+|whole\s+|additional\s+)?(?!quarter\b|second\b)"
        rf"{form.ONE_UNIT}{form.NO_AGE}",
        needs="unit+articled",
        kind=Kind.LENGTH,
    ),
    make_rule(
        length,
        rf"{form.HEDGE}?(?P<count>a\s+couple)\s+(?:of\s+)?(?:more\s+)?{form.MANY_UNITS}",
        needs="unit+couple",
        kind=Kind.LENGTH,
    ),
)

_VAGUE = (
    # vague
    make_rule(
        vague,
        rf"(?P<past>(?:the\s+)?(?:recent|past|previous|last)\s+(?:{form.FEW}\s+)?{form.MANY_UNITS}"
        rf"(?:\s+and\s+{words.UNITS_MANY})?)",
        needs="unit+which",
    ),
    make_rule(
        vague,
        rf"(?P<future>(?:the\s+)?(?:next|coming)\s+(?:{form.FEW}\s+){form.MANY_UNITS}"
        rf"|(?:the\s+)?(?:coming|next|future)\s+{words.UNITS_MANY}(?:\s+and\s+{words.UNITS_MANY})?)",
        needs="unit+which",
    ),
    make_rule(vague, rf"the\s+{words.UNITS_MANY}\s+(?P<future>ahead|to\s+come)", needs="unit+ahead"),
    make_rule(length, rf"{form.FEW}[\s-](?:more\s+)?{form.UNITS}", needs="unit+few", kind=Kind.LENGTH),
    make_rule(
        length,
        rf"(?<=\bfor )(?:the\s+)?{form.MANY_UNITS}(?!\s+(?:in|of)\b)",
        rf"|(?:{form.HEDGE})(?P<unit_two>{words.UNITS_MANY})",
        needs="unit+hedged",
        kind=Kind.LENGTH,
    ),
    make_rule(
        vague,
        r"(?P<present>currently|nowadays|presently|at\s+present|at\s+the\s+moment|now)|so\s+far|to\s+date"
        r"|(?P<past>recently|lately|(?<=\bin )the\s+(?:recent\s+)?past)"
        r"|(?P<future>(?<=\bin )the\s+(?:near\s+|immediate\s+)?future)",
        needs="vague",
    ),
    make_rule(
        vague,
        r"(?P<present>current)|(?P<past>recent|the\s+(?:recent\s+)?past)"
        r"|(?P<future>(?<!as )soon(?!\s+after)|as\s+soon\s+as\s+possible"
        r"|(?:the\s+)?(?:near\s+|immediate\s+)?future|the\s+(?:near|short|long)\s+term)",
        needs="brief",
        kind=Kind.HINT,
    ),
    make_rule(unsure, r"(?:some|a\s+long|a\s+short)\s+time|a\s+while", needs="while", kind=Kind.LENGTH),
)

RULES: tuple[Rule, ...] = (
    *_DAYS_AND_MONTHS,
    *_QUARTERS,
    *_RELATIVE,
    *_YEARS,
    *_CLOCKS_AND_LENGTHS,
    *_VAGUE,
)


def rules_for(text: str, span: Span) -> tuple[Rule, ...]:
    """Return the rules that could match in a stretch of text, in their order; none for most stretches."""
    return _rules_with(hints_in(text, span))


@lru_cache(maxsize=4096)
def _rules_with(hints: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if any(need <= hints for need in rule.needs))
