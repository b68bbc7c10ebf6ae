"""Time expressions with their meaning, before they are joined and bounded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.time_expressions import Expression, find_expressions, shift_from
from reportedly.compose.time_meanings import ELSEWHERE, NO_DAY, Anchor, Grain, Kind, Length, Shift, Tense
from reportedly.compose.times import find_times
from reportedly.dates import format_interval, parse_date, parse_interval
from reportedly.records import Span

WEDNESDAY = Anchor(parse_date("2021-03-17"))


def found(text: str, anchor: Anchor = WEDNESDAY) -> list[Expression]:
    return find_expressions(text, Span(0, len(text)), anchor)


def only(text: str, anchor: Anchor = WEDNESDAY) -> Expression:
    (one,) = found(text, anchor)
    return one


def values(text: str) -> list[str | None]:
    return [one.meaning.interval and format_interval(one.meaning.interval) for one in found(text)]


def words(text: str) -> list[str]:
    return [text[one.span.begin : one.span.end] for one in found(text)]


def test_an_expression_stands_without_its_preposition_and_with_its_article() -> None:
    assert words("Raids fell in the third quarter of 2020 and on Friday's market.") == [
        "the third quarter of 2020",
        "Friday",
    ]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("They held it for three years.", Length(3, Grain.YEAR)),
        ("It was a ten-day siege.", Length(10, Grain.DAY)),
        ("It took nearly two months.", Length(2, Grain.MONTH)),
        ("They waited for several weeks.", Length(None, Grain.WEEK)),
        ("They waited a couple of hours.", Length(2, Grain.HOUR)),
    ],
)
def test_a_length_has_a_count_and_a_unit_and_no_dates(text: str, length: Length) -> None:
    one = only(text)
    assert (one.kind, one.meaning.length, one.meaning.interval) == (Kind.LENGTH, length, None)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("They patrol every day.", Length(1, Grain.DAY)),
        ("They patrol every two weeks.", Length(2, Grain.WEEK)),
        ("They meet annually.", Length(1, Grain.YEAR)),
        ("They meet twice a month.", Length(1, Grain.MONTH)),
    ],
)
def test_a_repetition_has_the_time_between(text: str, length: Length) -> None:
    one = only(text)
    assert (one.kind, one.meaning.length) == (Kind.REPEAT, length)


def test_neither_lengths_nor_repetitions_say_when_something_happened() -> None:
    text = "They patrolled every day for three years."
    assert find_times(text, Span(0, len(text)), published="2021-03-17") == ()


@pytest.mark.parametrize("text", ["A 6-year-old boy fled.", "He is 52 years old.", "Three-quarters fled."])
def test_an_age_and_a_share_are_no_length(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "clock", "value"),
    [
        ("It burned at 9 a.m. on Tuesday.", "T09:00", "2021-03-16"),
        ("It burned at 12:30 p.m. Tuesday.", "T12:30", "2021-03-16"),
        ("It burned on the morning of May 4, 2017.", "TMO", "2017-05-04"),
        ("It burned on Monday night.", "TNI", "2021-03-15"),
        ("It burned last night.", "TNI", "2021-03-16"),
    ],
)
def test_a_time_of_day_goes_with_the_day_beside_it(text: str, clock: str, value: str) -> None:
    one = only(text)
    assert one.meaning.clock == clock
    assert one.meaning.interval == parse_interval(value)


def test_a_time_of_day_takes_its_day_from_before_or_has_none() -> None:
    assert values("Guards came on May 4, 2017. At 9 a.m. they left.") == ["2017-05-04", "2017-05-04"]
    assert only("They left at 9 a.m. in the rain.").meaning.reason == NO_DAY


def test_what_counts_from_another_time_counts_from_the_one_before_it() -> None:
    assert values("It burned on May 4, 2017, and two weeks later it was open.") == [
        "2017-05-04",
        "2017-05-18",
    ]
    assert values("He fled in 2011. A year earlier he had paid.") == ["2011", "2010"]
    assert values("He fled in May 2011. That month he had paid.") == ["2011-05", "2011-05"]
    assert values("Raids fell in the third quarter of 2020 from a year earlier.") == [
        "2020-07-01/2020-09-30",
        "2019-07-01/2019-09-30",
    ]


def test_without_another_time_before_it_the_reason_is_kept() -> None:
    assert only("Two weeks later it was open.").meaning.reason == ELSEWHERE
    assert values("He fled in 2011, and two days later he paid.") == ["2011", None]


def test_the_first_of_two_ends_takes_its_year_from_the_second() -> None:
    assert values("From March to August 2011 and in the 1970s and 80s it rained.") == [
        "2011-03",
        "2011-08",
        "1970/1979",
        "1980/1989",
    ]
    assert values("From November to January 2011 it rained.") == ["2010-11", "2011-01"]


def test_a_day_without_its_year_is_not_most_of_a_year_away() -> None:
    assert values("They met on March 20.") == ["2021-03-20"]
    assert values("They met on August 20.") == ["2020-08-20"]


def test_a_story_of_long_ago_names_its_year_once() -> None:
    assert values("He was seized on 4 May 1832. On 30 May he died.") == ["1832-05-04", "1832-05-30"]
    assert values("He was seized on 4 May 2015. On 30 May he died.") == ["2015-05-04", "2020-05-30"]


def test_a_vague_word_says_where_it_points() -> None:
    assert [one.meaning.tense for one in found("Recently, and now, and in the coming months.")] == [
        Tense.PAST,
        Tense.PRESENT,
        Tense.FUTURE,
    ]
    assert only("It is still used today.").meaning.tense is Tense.PRESENT


def test_years_before_the_first_have_no_dates() -> None:
    one = only("It was built in 400 BC.")
    assert (one.meaning.interval, one.meaning.reason) == (None, "before the year 1")


@pytest.mark.parametrize(
    ("base", "grain", "shift", "expected"),
    [
        ("2011-05-04", Grain.DAY, Shift(-2, Grain.WEEK), "2011-04-20"),
        ("2011-05-04", Grain.DAY, Shift(0, Grain.WEEK), "2011-05-02/2011-05-08"),
        ("2011-05-04", Grain.DAY, Shift(1, Grain.MONTH), "2011-06"),
        ("2011-05", Grain.MONTH, Shift(-1, Grain.YEAR, compares=True), "2010-05"),
        ("2011-05", Grain.MONTH, Shift(-1, Grain.YEAR), "2010"),
        ("2011", Grain.YEAR, Shift(1, Grain.DECADE), None),
        ("2011", Grain.YEAR, Shift(1, Grain.DAY), None),
    ],
)
def test_counting_gives_what_the_unit_and_the_other_time_allow(
    base: str, grain: Grain, shift: Shift, expected: str | None
) -> None:
    moved = shift_from(parse_interval(base), grain, shift)
    assert (format_interval(moved[0]) if moved else None) == expected


PIECES = st.sampled_from(
    "the a this that same every each other of on in at and to - – , . : 9 a.m. 14:30 GMT noon morning"
    " night 2011 1832 May 4 4th fourth 1990s '80s nineties century 19th BC c. two several few dozen half"
    " year years-old day days week month quarter quarters ago later earlier before after from now today"
    " tomorrow yesterday daily Ramadan Christmas Friday 03/04/2020 fiscal Q3 third summer last next past"
    " coming current recent future so far nineteen ninety-four two thousand will said".split()
)


@given(
    st.lists(PIECES, max_size=16).map(" ".join), st.sampled_from(["0001-01-01", "9999-12-31", "2021-03-17"])
)
def test_any_words_give_expressions_in_order_each_with_a_meaning(text: str, published: str) -> None:
    expressions = found(text, Anchor(parse_date(published)))
    for before, after in pairwise(expressions):
        assert before.span.end <= after.span.begin
    for one in expressions:
        meaning = one.meaning
        assert text[one.span.begin : one.span.end].strip()
        known = meaning.interval or meaning.reason or meaning.length or meaning.clock or meaning.grain
        assert known is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The unit fought in 2014-16.", ["2014", "2016"]),
        ("The unit (1894 – 96) fought.", ["1894", "1896"]),
        ("The unit (2013 – present) fights.", ["2013/.."]),
        ("From the 15th to the 19th century it was closed.", ["1400/1499", "1800/1899"]),
        ("In the 17th and 18th centuries it was closed.", ["1600/1699", "1700/1799"]),
    ],
)
def test_the_ends_of_a_stretch_of_years_stand_by_themselves(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_year_or_day_before_counts_from_the_time_just_told() -> None:
    assert values("In 2019 it sold 40 tons, in contrast to 30 the year before.") == ["2019", "2018"]
    assert values("On Monday it fell. The day before, it had held.") == ["2021-03-15", "2021-03-14"]


def test_that_year_counts_from_a_season_too() -> None:
    assert values("In the summer of 2010 she left. That year, the mill closed.") == ["2010", "2010"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on the 10th floor.",
        "It fell under Rule 2016.",
        "A survey of 1709 schoolchildren.",
        "Shop at 1355 Inwood Terrace.",
        "It is a 2000 year old wall.",
    ],
)
def test_a_floor_a_rule_a_count_and_a_house_number_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_day_alone_goes_on_without_a_noun() -> None:
    assert values("They met on the 10th and left.") == ["2021-03-10"]
