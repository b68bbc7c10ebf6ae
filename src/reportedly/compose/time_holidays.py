"""When holidays are, and periods that everybody knows by their name.

Takes: a name and a year.
Gives: a closed interval of dates.
Never: knows when a moon was seen: months of the Islamic calendar are computed, and may be a day or two off.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from reportedly.compose.time_meanings import NO_SUCH_DATE, Anchor, Grain, Meaning, Unresolved
from reportedly.compose.time_values import group, year_number
from reportedly.dates import Date, Interval, first_day, from_day

_THURSDAY, _MONDAY, _TUESDAY = 3, 0, 1
_Days = Callable[[int], list[tuple[date, date]]]  # of a year: the first and last days, mostly one pair


def _fixed(month: int, day: int) -> _Days:
    return lambda year: [(date(year, month, day),) * 2]


def _nth(month: int, weekday: int, nth: int, later: int = 0) -> _Days:
    """So many days after the nth such weekday of a month; after the last for -1."""

    def days(year: int) -> list[tuple[date, date]]:
        if nth > 0:
            first = date(year, month, 1)
            day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        else:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            day = last - timedelta(days=(last.weekday() - weekday) % 7)
        return [(day + timedelta(days=later),) * 2]

    return days


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm, Nature 13, 20 April 1876; as in Meeus, Astronomical Algorithms, ch. 8.
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _from_easter(first: int, last: int | None = None) -> _Days:
    def days(year: int) -> list[tuple[date, date]]:
        sunday = easter_sunday(year)
        return [(sunday + timedelta(days=first), sunday + timedelta(days=first if last is None else last))]

    return days


def islamic_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a day of the tabular Islamic calendar.

    Source: Dershowitz and Reingold, Calendrical Calculations, arithmetic Islamic calendar: leap years 2, 5,
    7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30; day 1 is 16 July 622 of the Julian calendar.
    """
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(227014 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day)


def _islamic(month: int, day: int, to: tuple[int, int] | None = None) -> _Days:
    """Days of the Islamic calendar; a Gregorian year may have them twice."""

    def days(year: int) -> list[tuple[date, date]]:
        near = int((year - 622) * 1.0307)
        found = []
        for hijri in range(near - 1, near + 3):
            first = islamic_day(hijri, month, day)
            if first.year == year:
                last = islamic_day(hijri, *to) - timedelta(days=1) if to else first
                found.append((first, last))
        return found

    return days


HOLIDAYS: dict[str, _Days] = {
    "New Year's Eve": _fixed(12, 31),
    "New Year's Day": _fixed(1, 1),
    "New Year's": _fixed(1, 1),
    "New Year": _fixed(1, 1),
    "Valentine's Day": _fixed(2, 14),
    "St. Patrick's Day": _fixed(3, 17),
    "April Fools' Day": _fixed(4, 1),
    "May Day": _fixed(5, 1),
    "Fourth of July": _fixed(7, 4),
    "Halloween": _fixed(10, 31),
    "All Saints' Day": _fixed(11, 1),
    "Armistice Day": _fixed(11, 11),
    "Veterans Day": _fixed(11, 11),
    "Christmas Eve": _fixed(12, 24),
    "Christmas Day": _fixed(12, 25),
    "Christmas": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
    "Nowruz": _fixed(3, 21),
    "Martin Luther King Day": _nth(1, _MONDAY, 3),
    "Presidents' Day": _nth(2, _MONDAY, 3),
    "Mother's Day": _nth(5, 6, 2),
    "Father's Day": _nth(6, 6, 3),
    "Memorial Day": _nth(5, _MONDAY, -1),
    "Labor Day": _nth(9, _MONDAY, 1),
    "Columbus Day": _nth(10, _MONDAY, 2),
    "Thanksgiving Day": _nth(11, _THURSDAY, 4),
    "Thanksgiving": _nth(11, _THURSDAY, 4),
    "Mardi Gras": _from_easter(-47),
    "Ash Wednesday": _from_easter(-46),
    "Lent": _from_easter(-46, -1),
    "Palm Sunday": _from_easter(-7),
    "Holy Week": _from_easter(-7, -1),
    "Maundy Thursday": _from_easter(-3),
    "Good Friday": _from_easter(-2),
    "Easter Sunday": _from_easter(0),
    "Easter Monday": _from_easter(1),
    "Easter Week": _from_easter(0, 6),
    "Easter": _from_easter(0),
    "Election Day": _nth(11, _MONDAY, 1, 1),
    "Pentecost": _from_easter(49),
    "Ramadan": _islamic(9, 1, (10, 1)),
    "Eid al-Fitr": _islamic(10, 1),
    "Eid al-Adha": _islamic(12, 10),
    "Ashura": _islamic(1, 10),
    "Mawlid": _islamic(3, 12),
    "Arbaeen": _islamic(2, 20),
}

# Source: the usual dates of both wars, from the first declaration or attack to armistice or surrender.
PERIODS: dict[str, Interval] = {
    "World War I": Interval(Date(1914, 7, 28), Date(1918, 11, 11)),
    "World War II": Interval(Date(1939, 9, 1), Date(1945, 9, 2)),
    "9/11": Interval(Date(2001, 9, 11), Date(2001, 9, 11)),
}


def holidays_of(name: str, year: int) -> list[Interval]:
    """Return when a holiday is in a year, in order; nothing where the calendar has none then.

    Args:
        name: a key of HOLIDAYS.
        year: the Gregorian year; before 623 and in 9999 nothing is computed.
    """
    days = HOLIDAYS[name](year) if 622 < year < 9999 else []
    return [Interval(from_day(first), from_day(last)) for first, last in days]


# Other spellings of a name, as patterns without regard to case.
_SPELLINGS = {
    "St. Patrick's Day": r"(?:Saint|St) Patrick'?s Day",
    "Valentine's Day": r"(?:Saint|St\.?) Valentine'?s Day",
    "Fourth of July": r"4th of July",
    "Ramadan": r"Ramadhan|Ramazan|Ramzan",
    "Eid al-Fitr": r"Eid[ -](?:al|ul|el)[ -]Fitr|Eid-al-Fitr",
    "Eid al-Adha": r"Eid[ -](?:al|ul|el)[ -](?:Adha|Azha)|Eid-al-Adha",
    "World War I": r"(?:the )?First World War|World War One|WWI",
    "World War II": r"(?:the )?Second World War|World War Two|WWII",
}


def _pattern(name: str) -> str:
    """A name in any spelling; its apostrophes may be curly or left out."""
    each = re.escape(name).replace("\\ ", " ").replace("'", "'?")
    other = _SPELLINGS.get(name)
    return (rf"{each}|{other}" if other else each).replace("'", "['’]").replace(" ", r"\s+")


def _patterns(names: Iterable[str]) -> str:
    return "|".join(_pattern(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_NAMES = {name: re.compile(_pattern(name)) for name in (*HOLIDAYS, *PERIODS)}
HOLIDAY = (
    r"(?:(?:the\s+)?(?P<which>last|this|next|past|coming)\s+)?"
    rf"(?P<holiday>(?-i:{_patterns(HOLIDAYS)}))"
)
PERIOD = rf"(?P<period>(?-i:{_patterns(PERIODS)}))"
# One of these stands in whatever the two patterns match, written like this.
HINTS = (
    "New Year|Valentine|Patrick|April Fool|May Day|of July|Halloween|All Saints|Armistice|Veteran|Christmas"
    "|Boxing|Nowruz|Luther|President|Mother|Father|Memorial Day|Labor Day|Columbus|Thanksgiving|Election Day"
    "|Mardi|Ash Wed|Lent|Palm Sun|Holy Week|Maundy|Good Fri|Easter|Pentecost|Ramad|Ramaz|Ramz|Eid|Ashura"
    "|Mawlid|Arbaeen|World War|WW|9/11"
).split("|")


def _name(words: str) -> str:
    """The key of a name, whatever its spelling."""
    return next(name for name, pattern in _NAMES.items() if pattern.fullmatch(words))


def holiday(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A holiday of the year that is named, or else the nearest one."""
    name, year, which = _name(match["holiday"]), year_number(match, anchor), group(match, "which")
    if year is not None:
        return _meaning(holidays_of(name, year))
    today = anchor.day()
    if which == "this":
        return _meaning(holidays_of(name, today.year))
    ahead = anchor.ahead if not which else which in ("next", "coming")
    years = range(today.year, today.year + 3) if ahead else range(today.year, today.year - 3, -1)
    for each in years:
        for found in holidays_of(name, each)[:: 1 if ahead else -1]:
            if found.first and (
                first_day(found.first) >= today if ahead else first_day(found.first) <= today
            ):
                return _meaning([found])
    raise Unresolved(NO_SUCH_DATE)


def _meaning(found: list[Interval]) -> Meaning:
    if not found:
        raise Unresolved(NO_SUCH_DATE)
    return Meaning(found[0], Grain.DAY if found[0].first == found[0].last else None)


def known_period(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A period or day that everybody knows by its name."""
    return Meaning(PERIODS[_name(match["period"])])
