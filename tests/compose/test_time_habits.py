"""What recurs, and "today" for these days: no date is made of either."""

import pytest

from reportedly.compose.time_expressions import Expression, find_expressions
from reportedly.compose.time_meanings import EVERY_YEAR, VAGUE, Anchor, Grain, Kind
from reportedly.compose.times import find_times
from reportedly.dates import format_interval, parse_date
from reportedly.records import Span

WEDNESDAY = Anchor(parse_date("2031-04-09"))


def found(text: str) -> list[Expression]:
    return find_expressions(text, Span(0, len(text)), WEDNESDAY)


def values(text: str) -> list[str | None]:
    return [one.meaning.interval and format_interval(one.meaning.interval) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("In July the valley can be flooded.", 7),
        ("The monsoon reaches Ilden in August.", 8),
        ("October is the month of the salt fair.", 10),
        ("Smugglers usually rest in January.", 1),
        ("In January it is about 4°C there.", 1),
    ],
)
def test_a_month_of_each_year_is_no_month_of_this_one(text: str, month: int) -> None:
    (one,) = found(text)
    assert (one.meaning.interval, one.meaning.reason, one.meaning.month) == (None, EVERY_YEAR, month)


@pytest.mark.parametrize(
    "text",
    [
        "In July the valley was flooded.",
        "The brigade usually well armed fled in July.",
        "Talks will usually resume in July.",
        "The regular monsoon ended in July.",
    ],
)
def test_what_happened_or_will_happen_once_keeps_its_month(text: str) -> None:
    assert values(text) in (["2030-07"], ["2031-07"])


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("The summers are dry.", Grain.SUMMER),
        ("In winter the pass can be closed.", Grain.WINTER),
        ("During the autumn, temperatures fall.", Grain.AUTUMN),
        ("Spring is the best time to cross.", Grain.SPRING),
    ],
)
def test_a_season_of_each_year_has_no_year(text: str, season: Grain) -> None:
    (one,) = found(text)
    assert (one.meaning.interval, one.meaning.reason, one.meaning.grain) == (None, EVERY_YEAR, season)


@pytest.mark.parametrize(
    "text",
    [
        "They drank from the springs.",
        "The Winter Brigade moved.",
        "Fighters left winter quarters.",
        "Two summers passed.",
    ],
)
def test_a_season_in_a_name_or_a_count_is_no_time(text: str) -> None:
    assert found(text) == []


def test_the_reader_is_told_why_a_habit_has_no_date() -> None:
    text = "Caravans usually cross the pass in June."
    (time,) = find_times(text, Span(0, len(text)), published="2031-04-09")
    assert (time.text, time.value, time.reason) == ("in June", None, "it recurs each year")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They pray every Friday.", "every Friday"),
        ("They play every Friday night.", "every Friday night"),
        ("Each Monday the market opens.", "Each Monday"),
    ],
)
def test_a_weekday_of_each_week_is_no_day(text: str, words: str) -> None:
    (one,) = found(text)
    assert (one.kind, one.meaning.interval) == (Kind.REPEAT, None)
    assert text[one.span.begin : one.span.end] == words


def test_any_monday_is_no_day() -> None:
    assert found("Lorries are searched on a Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Today, the brigade remains the largest of the groups.",
        "Today the valley still has mills.",
        "Ilden today is a quiet town.",
        "The bridge is still guarded by the brigade today.",
        "There are more roadblocks today than ever.",
        "The group is as strong today as it was then.",
    ],
)
def test_today_can_mean_these_days(text: str) -> None:
    (one,) = found(text)
    assert (one.meaning.interval, one.meaning.reason) == (None, VAGUE)


@pytest.mark.parametrize(
    "text",
    [
        "Today, the brigade fled.",
        "Today is a good day.",
        "But today is a good day.",
        "Today we have lost a friend.",
        "The minister is in Ilden today.",
        "Today the minister is expected in Ilden.",
    ],
)
def test_today_is_else_the_day_of_publication(text: str) -> None:
    assert values(text) == ["2031-04-09"]
