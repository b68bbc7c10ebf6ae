"""What lengths of time, repetitions and times of day mean.

Takes: a match of the grammar and what relative expressions count from.
Gives: a meaning with a length or a time of day; None when the words are no time after all.
Never: turns a length into dates: nobody said when it began.
"""

import re
from datetime import timedelta

from reportedly.compose.time_meanings import NO_DAY, VAGUE, Anchor, Grain, Length, Meaning
from reportedly.compose.time_relative import clock_of, grain_of
from reportedly.compose.time_values import SEASONS, group
from reportedly.compose.time_words import DAYS, number_of
from reportedly.dates import MONTHS, Interval, from_day

_ADVERBS = {
    "hourly": Grain.HOUR,
    "daily": Grain.DAY,
    "nightly": Grain.DAY,
    "weekly": Grain.WEEK,
    "fortnightly": Grain.FORTNIGHT,
    "monthly": Grain.MONTH,
    "quarterly": Grain.QUARTER,
    "yearly": Grain.YEAR,
    "annually": Grain.YEAR,
    "annual": Grain.YEAR,
}


def length(match: re.Match[str], anchor: Anchor) -> Meaning:
    """So many units: "three years", "10-day"; without a count where the words give none ("several years")."""
    count = group(match, "count")
    return Meaning(length=Length(number_of(count) if count else None, grain_of(match)))


def repeated(match: re.Match[str], anchor: Anchor) -> Meaning:
    """How often: "every day", "each of three years", "daily"."""
    adverb = group(match, "adverb")
    if adverb:
        count = 2 if adverb.startswith("bi") else 1
        return Meaning(length=Length(count, _ADVERBS[adverb.removeprefix("bi").removeprefix("-")]))
    if group(match, "season"):
        return Meaning(grain=SEASONS[group(match, "season")])
    if not group(match, "unit"):
        return Meaning(clock=clock_of(match), grain=Grain.DAY)
    return Meaning(length=Length(number_of(group(match, "count") or "one"), grain_of(match)))


def clock(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """A time of day without its day: "at 9 a.m.", "14:30 GMT", "noon"."""
    return Meaning(grain=Grain.HOUR, reason=NO_DAY, clock=time_of_day(match))


def time_of_day(match: re.Match[str]) -> str | None:
    """Return the time of day that a match gives, as ISO 8601 writes it; None when there is no such time."""
    word = clock_of(match)
    if word:
        return word
    hour, minute, half = (
        int(number_of(match["hour"])),
        group(match, "minute"),
        group(match, "half").replace(".", ""),
    )
    if half and (half in ("pm", "am")) and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or int(minute or 0) > 59:
        return None
    return f"T{hour:02}:{int(minute or 0):02}"


def unsure(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A length that nobody measured: "some time", "a while"."""
    return Meaning(reason=VAGUE)


def part_of_day(match: re.Match[str], anchor: Anchor) -> Meaning:
    """A part of a day that the words beside it tell: "the morning of May 25"."""
    return Meaning(grain=Grain.DAY, reason=NO_DAY, clock=clock_of(match))


_LATER_DAY = re.compile(rf"[^.!?;]{{0,90}}\b(?:yesterday|today|{'|'.join(DAYS)}|(?:{'|'.join(MONTHS)})\s+\d)")


def overnight(match: re.Match[str], anchor: Anchor) -> Meaning:
    """The night to the day of publication; of another night where the sentence goes on to name its day."""
    if _LATER_DAY.match(match.string, match.end()):
        return Meaning(grain=Grain.DAY, reason=NO_DAY, clock="TNI")
    today = anchor.day()
    night = Interval(from_day(today - timedelta(days=1)), from_day(today))
    return Meaning(night, Grain.DAY, clock="TNI")
