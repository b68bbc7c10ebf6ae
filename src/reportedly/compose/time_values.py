"""What days, months, years, quarters and longer stretches mean that are named as the calendar names them.

Takes: a match of the grammar and what relative expressions count from.
Gives: a closed interval of dates or a meaning; None when the words are no time after all; Unresolved.
Never: looks at a clock, or takes the publication date for want of a better one.
"""

import re
from dataclasses import replace

from reportedly.compose.time_habits import begins_sentence, recurs
from reportedly.compose.time_meanings import (
    DAY_ORDER,
    ELSEWHERE,
    EVERY_YEAR,
    FISCAL,
    MONTH_OR_YEARS,
    NO_SUCH_DATE,
    Anchor,
    Grain,
    Length,
    Meaning,
    Shift,
    Unresolved,
)
from reportedly.compose.time_words import number_of, ordinal_of
from reportedly.dates import (
    MONTH_BEGINS,
    MONTHS,
    Date,
    Interval,
    first_day,
    from_day,
    months_interval,
    quarter_interval,
    valid_date,
)
from reportedly.records import Span

BEFORE_CHRIST = "before the year 1"
SEASONS = {
    "spring": Grain.SPRING,
    "summer": Grain.SUMMER,
    "autumn": Grain.AUTUMN,
    "fall": Grain.AUTUMN,
    "winter": Grain.WINTER,
}
_STARTS = frozenset("early beginning start outset".split())
_MIDDLES = frozenset("mid middle".split())
# A day or month further off than this has its year beside it; a quarter sooner. Ten months, six months.
_FAR_DAYS = 300
_FAR_QUARTER_DAYS = 190
_PIVOT = (
    30  # two digits of a year below this are of the 2000s: nobody writes of the 2030s so, and few of 1929
)

# What a bare number or month follows when it is a time, and what it follows when it is not.
_DATING = re.compile(
    r"\b(?:in|since|until|till|by|during|throughout|through|before|after|between|from|for|of|early|late|mid|the|year|circa"
    r"|and|to|or|last|next|this|back)[\s-]+$|\($",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"\b(?:resolution|unscr|no\.|number|order|decree|act|law|rule|section|article|route|highway|flight|page|room"
    r"|unit|pp?\.|h\.\s?r\.|about|approximately|nearly|almost|some|roughly|exactly|than|least|most|up to"
    r"|other)\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?!was\b|is\b|has\b|as\b|its\b|this\b|his\b)[a-z]+s\b(?!')|\s+[a-z]*(?:people|men|women|children)\b"
    r"|\s*(?:ft|feet|m|km|kg|lbs?|mm|cm|mph|hp|W|°|million|billion|per\s?cent|percent)\b"
)
_PEOPLE = re.compile(
    r"\s+(?:people|men|women|children|troops|soldiers|fighters|militants|civilians|refugees|families)\b"
)
_NO_YEAR_BEFORE = re.compile(  # "1355 Inwood Terrace", "a 2000 year old tradition"
    r"\s+(?:[A-Z][\w.]*\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Terrace|Lane|Square)\b"
    r"|[\s-]years?[\s-]old\b"
)
_BEFORE_CHARS = 20  # code points before an expression that its neighbours are sought in
_NAMES_TOO = ("march", "april", "may", "june", "august")


def group(match: re.Match[str], name: str) -> str:
    """Return what a named group matched, in lower case; empty when it did not, or the rule has none."""
    return (match.groupdict().get(name) or "").lower()


def known(value: Interval | None) -> Interval:
    """Return the value; Unresolved where no calendar has it."""
    if value is None:
        raise Unresolved(NO_SUCH_DATE)
    return value


def dated(year: int, month: int | None = None, day: int | None = None) -> Date:
    """Return the date with these parts; Unresolved where no calendar has it."""
    found = valid_date(year, month, day)
    if found is None:
        raise Unresolved(NO_SUCH_DATE)
    return found


def one(value: Date) -> Interval:
    """Return the interval that a single date is."""
    return Interval(value, value)


def _month_number(match: re.Match[str], name: str = "month") -> int:
    return [begin.lower() for begin in MONTH_BEGINS].index(group(match, name)[:3]) + 1


def year_number(match: re.Match[str], anchor: Anchor) -> int | None:
    """Return the year that is written, or meant by "last year"; None when the expression has none."""
    word = group(match, "yearword")
    if word:
        return anchor.year() + {"last": -1, "next": 1}.get(word, 0)
    written = re.sub(r"\D", "", group(match, "year"))
    return _full_year(written) if written else None


def _full_year(digits: str) -> int:
    """Return the year of two or four digits."""
    number = int(digits)
    return number if len(digits) != 2 else number + (2000 if number < _PIVOT else 1900)


def nearest(month: int, day: int | None, anchor: Anchor, *, far_days: int = _FAR_DAYS) -> Date:
    """Return a month or day without its year: the nearest up to publication, or from it on if it looks ahead.

    Where that is far away, and the other side is not, nobody would have left out the year: it is the other
    one, unless the statement certainly looks ahead.

    Args:
        month: 1 … 12.
        day: 1 … 31, or None for the whole month.
        anchor: what to count from.
        far_days: from how many days on it is far away.
    """
    now = from_day(anchor.day()) if day else anchor.month()
    step = 1 if anchor.ahead else -1
    found = _nearest_on(month, day, now, step=step)
    is_far = abs((first_day(found) - first_day(now)).days) > far_days
    if is_far and not (anchor.ahead and anchor.certain):
        return _nearest_on(month, day, now, step=-step)
    return found


def _nearest_on(month: int, day: int | None, now: Date, *, step: int, least_days: int = 0) -> Date:
    """The nearest such month or day on one side: 1 ahead, -1 back; `least_days` of 1 leaves out now."""
    for year in range(now.year, now.year + 9 * step, step):
        found = valid_date(year, month, day)
        if found and (first_day(found) - first_day(now)).days * step >= least_days:
            return found
    raise Unresolved(NO_SUCH_DATE)


# ---------------------------------------------------------------- days


def iso(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A date as ISO 8601 writes it; "2005-08" may also be years, "2011-14" can be nothing else."""
    year, month, day = int(match["year"]), int(match["number"]), group(match, "day")
    if day or month <= year % 100:
        return one(dated(year, month, int(day) if day else None)) if day or month <= 12 else None
    if month <= 12:
        raise Unresolved(MONTH_OR_YEARS)
    return None


def digits(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A date in digits, when only one order of day and month is possible."""
    first, second = int(match["one"]), int(match["other"])
    if first <= 12 and second <= 12 and first != second:
        raise Unresolved(DAY_ORDER)
    return one(dated(_full_year(match["year"]), min(first, second), max(first, second)))


def day_of_month(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A day, or several days of one month; without its year, the nearest such day."""
    month, day, year = _month_number(match), _day_number(match, "day"), year_number(match, anchor)
    first = dated(year, month, day) if year else nearest(month, day, anchor)
    to_day = group(match, "to_day")
    last = dated(first.year, month, ordinal_of(to_day)) if to_day else first
    return Meaning(Interval(first, last), None if to_day else Grain.DAY, yearless=year is None)


def _day_number(match: re.Match[str], name: str) -> int:
    return ordinal_of(group(match, name))


def day_alone(match: re.Match[str], anchor: Anchor) -> Interval:
    """The 25th: that day of the month of publication, or of the month next to it on the side it looks to."""
    day, today = _day_number(match, "day"), anchor.day()
    step = 1 if anchor.ahead else -1
    for by in range(3):
        months = today.year * 12 + today.month - 1 + by * step
        found = valid_date(months // 12, months % 12 + 1, day)
        if found and (first_day(found) - today).days * step >= 0:
            return one(found)
    raise Unresolved(NO_SUCH_DATE)


def leading_end(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The first of two months or days with one year between them: the year belongs to the second."""
    first, _ = _ends(match, anchor)
    return Meaning(one(first), Grain.DAY if first.day else Grain.MONTH, leads=True)


def both_ends(match: re.Match[str], anchor: Anchor) -> Interval:
    """Two months or days after the year that they share: "last year between May and June"."""
    return Interval(*_ends(match, anchor))


def _ends(match: re.Match[str], anchor: Anchor) -> tuple[Date, Date]:
    year = year_number(match, anchor) or anchor.year()
    day, to_day = group(match, "day"), group(match, "to_day")
    last = dated(year, _month_number(match, "to_month"), ordinal_of(to_day) if to_day else None)
    first = dated(year, _month_number(match), ordinal_of(day) if day else None)
    if first_day(first) > first_day(last):
        first = dated(year - 1, first.month, first.day)
    return first, last


# ---------------------------------------------------------------- months and seasons


def month_of_year(match: re.Match[str], anchor: Anchor) -> Interval:
    """A month, whole: no convention says which days "early" and "late" in a month are."""
    return one(dated(year_number(match, anchor) or anchor.year(), _month_number(match)))


def that_month(match: re.Match[str], anchor: Anchor) -> Interval:
    """The last, this or the next such month."""
    which, month = group(match, "which"), _month_number(match)
    if which in ("this", "current"):
        return one(dated(anchor.year(), month))
    step = 1 if which in ("next", "coming", "upcoming", "following") else -1
    return one(_nearest_on(month, None, anchor.month(), step=step, least_days=1))


def before_of(match: re.Match[str]) -> str:
    """Return the words just before a match."""
    return match.string[max(0, match.start() - _BEFORE_CHARS) : match.start()]


def lone_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A month without a year; names that people and verbs bear too need a word before them that dates."""
    name = group(match, "month")
    is_dated = group(match, "part") or _DATING.search(before_of(match))
    is_full = name.capitalize() in MONTHS
    if not (is_dated and (is_full or name.endswith("."))) and (not is_full or name in _NAMES_TOO):
        return None
    if recurs(match.string, Span(match.start(), match.end())):
        return Meaning(None, Grain.MONTH, EVERY_YEAR, month=_month_number(match))
    return Meaning(one(nearest(_month_number(match), None, anchor)), Grain.MONTH, yearless=True)


def season(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A season: its year, since which months it has depends on the hemisphere.

    Without a year it is that of publication, but for "last" and "next" seasons that have not yet been, or
    are over, in the northern hemisphere, where most reports are written.
    """
    name, which = SEASONS[group(match, "season")], group(match, "which")
    year = year_number(match, anchor)
    if year is None and not which and recurs(match.string, Span(match.start(), match.end())):
        return Meaning(None, name, EVERY_YEAR)
    if year is None:
        ahead = anchor.ahead if not which else which in ("next", "coming")
        year = _season_year(name, which, anchor, ahead=ahead)
    return Meaning(one(dated(year)), name)


_SOME_SEASONS = re.compile(
    r"\b(?:two|three|four|five|six|past|last|recent|few|many|several|next|\d+)\s+$", re.IGNORECASE
)


def each_season(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A season that recurs: "summers are hot", "in winter the road can be closed"; else no time at all."""
    span, written = Span(match.start("season"), match.end("season")), match["season"]
    if written[0].isupper() and not begins_sentence(match.string, match.start()):
        return None  # "the Winter Offensive"
    is_some = written.lower() == "spring" or _SOME_SEASONS.search(before_of(match))
    if not ((group(match, "many") and not is_some) or recurs(match.string, span)):
        return None
    return Meaning(None, SEASONS[written.lower()], EVERY_YEAR)


# The month in which each season is at its height in the north, where the direction of "last" is settled.
_HEIGHT = {Grain.SPRING: 4, Grain.SUMMER: 7, Grain.AUTUMN: 10, Grain.WINTER: 1}


def _season_year(name: Grain, which: str, anchor: Anchor, *, ahead: bool) -> int:
    now = anchor.month()
    if which in ("this", "current"):
        return now.year
    height = _HEIGHT[name]
    if ahead:
        return now.year if height > (now.month or 1) - (which == "") else now.year + 1
    return now.year if height < (now.month or 1) + 2 * (which == "") else now.year - 1


# ---------------------------------------------------------------- years, decades, centuries


def in_part(year: int, part: str) -> Interval:
    """Return a year, or its first quarter, middle half or last quarter.

    Source: the annotation of "late" and "the end of" a year as its last quarter; "early" mirrors it.
    """
    if not part:
        return one(dated(year))
    is_middle = part in _MIDDLES
    first_month = 1 if part in _STARTS else 4 if is_middle else 10
    return known(months_interval(Date(year, first_month), 6 if is_middle else 3))


def year_part(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A year, or a part of it."""
    year = year_number(match, anchor) or anchor.year()
    return Meaning(in_part(year, group(match, "part")), Grain.YEAR)


def lone_year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Four digits that may be a year: not after "resolution" or "about", not before what they count."""
    before = before_of(match)
    is_likely = "1900" < match["year"] < "2100" and not match["year"].endswith("00")
    is_path = before.endswith("/") and not before[-2:-1].isdecimal()
    if (
        is_path
        or _NUMBERING.search(before)
        or _NO_YEAR_BEFORE.match(match.string, match.end())
        or (_COUNTED if not is_likely else _PEOPLE).match(match.string, match.end())
    ):
        return None
    return year_part(match, anchor)


_YEAR_AND_DASH = re.compile(r"(\d{4})\s?[-–/]\s?$")


def leading_year(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The first of two years with a dash between them."""
    return replace(year_part(match, anchor), leads=True)


def era_year(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A year of the common era, or before it; of the latter no calendar here has the days."""
    year = int(match["year"])
    if group(match, "before"):
        return Meaning(None, Grain.YEAR, BEFORE_CHRIST, length=Length(-year, Grain.YEAR))
    return Meaning(one(dated(year)), Grain.YEAR)


def spelled_year(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A year in words: "nineteen seventy-nine", "two thousand and four"."""
    rest = number_of(match["rest"]) if match["rest"] else 0
    century = 2000 if group(match, "head").startswith("two") else number_of(match["head"]) * 100
    return Meaning(one(dated(int(century + rest))), Grain.YEAR)


def closing_year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """The second of the years "2014-16": it takes the missing digits from the first."""
    first = int(_YEAR_AND_DASH.findall(before_of(match))[-1])
    year = first - first % 100 + int(match["year"])
    return Meaning(one(dated(year)), Grain.YEAR) if year > first else None


def open_year(match: re.Match[str], anchor: Anchor) -> Interval:
    """The first year of what goes on: "2013 – present"."""
    return Interval(dated(int(match["year"])), None)


def decade(match: re.Match[str], anchor: Anchor) -> Meaning:
    """Ten years, or their first four, middle three, last three; a hundred for "the 1800s"."""
    written = match["decade"].lower()
    if not written.isdecimal():
        written = str(int(number_of(re.sub("ies$", "y", written))))
    first = int(written) if len(written) == 4 else 1900 + int(written)
    if len(written) == 4 and first % 100 == 0 and first < 2000:
        return Meaning(Interval(dated(first), dated(first + 99)), Grain.CENTURY)
    part = group(match, "part")
    begin, end = (0, 3) if part in _STARTS else (4, 6) if part in _MIDDLES else (7, 9) if part else (0, 9)
    leads = match.groupdict().get("next") is not None
    return Meaning(Interval(dated(first + begin), dated(first + end)), Grain.DECADE, leads=leads)


def century(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A numbered century, as most people count: the 19th from 1800 to 1899; a part of it where it says so."""
    if group(match, "before"):
        raise Unresolved(BEFORE_CHRIST)
    first = (ordinal_of(match["ordinal"]) - 1) * 100
    part = group(match, "part")
    begin, end = (
        (0, 32) if part in _STARTS else (33, 66) if part in _MIDDLES else (67, 99) if part else (0, 99)
    )
    leads = match.groupdict().get("next") is not None
    return Meaning(Interval(dated(max(first + begin, 1)), dated(first + end)), Grain.CENTURY, leads=leads)


# ---------------------------------------------------------------- quarters, halves and fiscal years


def nth_quarter(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A numbered quarter, of the year that is named or else the nearest one."""
    if group(match, "fiscal"):
        raise Unresolved(FISCAL)
    ordinal = group(match, "ordinal")
    number = (4 if ordinal == "last" else ordinal_of(ordinal)) if ordinal else int(match["number"])
    year = year_number(match, anchor)
    if year is None:
        year = (
            anchor.year()
            if group(match, "theyear")
            else nearest(
                number * 3 - 2, None, anchor, far_days=_FAR_QUARTER_DAYS if anchor.ahead else _FAR_DAYS
            ).year
        )
    return Meaning(known(quarter_interval(year, number)), Grain.QUARTER)


def half(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The first or second half of a year; of a decade or century where one is named."""
    is_first = group(match, "ordinal") == "first"
    year = year_number(match, anchor) or anchor.year()
    return Meaning(known(months_interval(Date(year, 1 if is_first else 7), 6)), Grain.HALF)


def months_at_end(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The first or last so many months of a year."""
    count, year = int(number_of(match["count"])), year_number(match, anchor)
    length = Length(count, Grain.MONTH)
    if year is None and not group(match, "theyear"):
        return Meaning(reason=ELSEWHERE, length=length)
    year = year or anchor.year()
    begin = Date(year, 1 if group(match, "end") == "first" else 13 - count)
    if not 1 <= count <= 12:
        raise Unresolved(NO_SUCH_DATE)
    return Meaning(known(months_interval(begin, count)), Grain.MONTH, length=length)


def fiscal_year(match: re.Match[str], anchor: Anchor) -> Meaning:
    """October to September for the United States' fiscal year, else the year that it is named after.

    Source: 31 U.S.C. 1102 (from October 1 to September 30 of the following year).
    """
    year = _full_year(re.sub(r"\D", "", match["year"]))
    is_federal = group(match, "federal")
    value = known(months_interval(Date(year - 1, 10), 12)) if is_federal else one(dated(year))
    return Meaning(value, Grain.YEAR)


def compared_period(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The year-earlier quarter: counted from a quarter that the text names before."""
    unit = group(match, "unit")
    grain = Grain.QUARTER if unit == "quarter" else Grain.YEAR
    return Meaning(None, grain, ELSEWHERE, shift=Shift(-1, Grain.YEAR, compares=True))
