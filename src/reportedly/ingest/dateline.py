"""The date that a plain text gives itself, in its dateline or in a line above its first paragraph.

Takes: the text.
Gives: an ISO 8601 day, or None.
Never: takes a date out of a sentence, or a year that does not stand at the head of the text.
"""

import re
from collections.abc import Iterator

from reportedly.dates import MONTH_BEGINS, MONTHS
from reportedly.ingest.published import parse_published

_HEAD_CHARS = 1_200  # code points at the top in which a dateline may stand: a title and some reference lines
_HEAD_LINES = 8  # lines at the top that may hold a date by themselves; blank ones do not count
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = rf"(?:{_MONTH}\s?(?P<day>\d{{1,2}})\b(?:[.,]?\s?(?P<year>(?:19|20)\d\d)\b)?)"
_DAY_FIRST = rf"(?:(?P<day>\d{{1,2}})\s{_MONTH}(?:,?\s(?P<year>(?:19|20)\d\d)\b)?)"  # "9 April 2031"
# "PORT SEL, Karvenia (April 9, 2031)", "PORT SEL, April 9 (Agency) --", "PORT SÉL, 9 April 2031 —".
_UPPER = "A-ZÀ-ÖØ-Þ"
_CITY = rf"(?<![^\s])[{_UPPER}][{_UPPER}.’'-]{{2,}}(?:[ \t]+[{_UPPER}][{_UPPER}.’'-]+)*"
_PLACE = rf"{_CITY}(?:,[ \t]+[{_UPPER}][\w.’'-]+(?:[ \t]+[{_UPPER}][\w.’'-]+)*)*"
_HEADED = r".*\b(?i:updates?|reports?|bulletin|briefing|statement|release|summary|digest|date[sd]?)"


def _datelines(day: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{_PLACE}[ \t]*\(\s*{day}\s*\)"),
        re.compile(rf"{_PLACE},[ \t]+{day}[ \t]*(?:\([A-Z][\w .]{{1,30}}\)[ \t]*)?(?:--?|[–—])"),
    )


def _date_lines(day: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(day),
        re.compile(rf"{day}:\s.*"),
        re.compile(rf"{_HEADED},?:?\s+{day}"),
        re.compile(rf"{_HEADED},[ \t]+[{_UPPER}][\w’'-]+(?:[ \t]+[{_UPPER}][\w’'-]+)*,[ \t]+{day}"),
    )


_DATELINES = (*_datelines(_DAY), *_datelines(_DAY_FIRST))
_LINES = (*_date_lines(_DAY), *_date_lines(_DAY_FIRST))
# A reference number that begins with year and month: "2031-04-S-017".
_NUMBER = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z0-9]")


def find_dateline(text: str) -> str | None:
    """Find the day on which a text says that it appeared.

    Args:
        text: the whole text.
    Returns:
        ISO 8601; None when there is no dateline and no line at the top that is one, or when neither it nor a
        reference number beside it ("2031-04-S-017") gives the year.
    """
    head = text[:_HEAD_CHARS]
    for found in _dates(head):
        year = found["year"] or _year_beside(head, found)
        if year:
            return _iso(found, year)
    return None


def _dates(head: str) -> Iterator[re.Match[str]]:
    for pattern in _DATELINES:
        yield from pattern.finditer(head)
    lines = [line.strip() for line in head.splitlines()]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        yield from (found for pattern in _LINES if (found := pattern.fullmatch(line)))


def _month(found: re.Match[str]) -> int:
    return MONTH_BEGINS.index(found["month"][:3]) + 1


def _year_beside(head: str, found: re.Match[str]) -> str | None:
    """The year of a reference number whose month is that of the date, or the one next to it in that year."""
    numbers = _NUMBER.finditer(head)
    return next(
        (number["year"] for number in numbers if abs(int(number["month"]) - _month(found)) <= 1), None
    )


def _iso(found: re.Match[str], year: str) -> str | None:
    return parse_published(f"{year}-{_month(found):02}-{int(found['day']):02}")
