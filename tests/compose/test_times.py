"""Time expressions and their values."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.time_grammar import RULES, rules_for
from reportedly.compose.time_meanings import (
    COARSE,
    DAY_ORDER,
    ELSEWHERE,
    FISCAL,
    NO_PUBLISHED,
    NO_SUCH_DATE,
    VAGUE,
)
from reportedly.compose.times import BACKWARDS, choose_time, find_period, find_times
from reportedly.dates import parse_interval
from reportedly.errors import SettingsError
from reportedly.records import Span, Time

WEDNESDAY = "2021-03-17"


def times(
    text: str, published: str | None = WEDNESDAY, period: str | None = None, ahead: bool = False
) -> list[Time]:
    found = find_times(text, Span(0, len(text)), published=published, period=period, ahead=ahead)
    return list(found)


def values(
    text: str, published: str | None = WEDNESDAY, period: str | None = None, ahead: bool = False
) -> list[str | None]:
    return [time.value for time in times(text, published, period, ahead)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The depot burned on 4 May 2017.", "2017-05-04"),
        ("The depot burned on May 4, 2017.", "2017-05-04"),
        ("The depot burned on Thursday, May 4, 2017.", "2017-05-04"),
        ("The depot burned on 2017-05-04.", "2017-05-04"),
        ("The depot burned on 24/05/2017.", "2017-05-24"),
        ("The depot burned on the 4th of May 2017.", "2017-05-04"),
        ("The depot burned in May 2017.", "2017-05"),
        ("The depot burned in March of 2017.", "2017-03"),
        ("The depot burned in 2017.", "2017"),
        ("The 2017 fire destroyed it.", "2017"),
        ("It burned in the 1980s.", "1980/1989"),
        ("It burned during the 1970s and 80s.", "1970/1989"),
        ("It burned in the early 1990s.", "1990/1993"),
        ("It burned in the summer of 2016.", "2016"),
        ("It burned in late 2017.", "2017-10-01/2017-12-31"),
        ("It burned at the beginning of 2017.", "2017-01-01/2017-03-31"),
        ("It burned in mid-July 2017.", "2017-07"),
        ("Two convoys passed May 4-6, 2017.", "2017-05-04/2017-05-06"),
        ("Two convoys passed on 4 and 5 May 2017.", "2017-05-04/2017-05-05"),
        ("It ruled in May and August 2017.", "2017-05/2017-08"),
        ("It covers April 1 thru June 30, 2020.", "2020-04-01/2020-06-30"),
        ("It ran from November to January 2020.", "2019-11/2020-01"),
        ("It ran between 2011 and 2013.", "2011/2013"),
        ("It ran from March 2011 to May 2013.", "2011-03/2013-05"),
        ("It ran in 2011-13.", "2011/2013"),
        ("It has run since 2011.", "2011/2021-03-17"),
        ("It ran until 2013.", "../2013"),
        ("It ran before May 2013.", "../2013-04"),
        ("It ran after May 4, 2013.", "2013-05-04/.."),
        ("In the first quarter of 2020 it fell.", "2020-01-01/2020-03-31"),
        ("It fell in Q3 2020.", "2020-07-01/2020-09-30"),
        ("It fell in the second half of 2020.", "2020-07-01/2020-12-31"),
        ("It fell in the first three months of 2020.", "2020-01-01/2020-03-31"),
        ("It fell in U.S. fiscal year 2020.", "2019-10-01/2020-09-30"),
        ("It fell in the 2020 fiscal year.", "2020"),
    ],
)
def test_what_is_written_out_is_read_as_written(words: str, value: str) -> None:
    assert values(words) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("It closed today.", "2021-03-17"),
        ("It closed yesterday.", "2021-03-16"),
        ("It closed last night.", "2021-03-16"),
        ("It closed on Monday.", "2021-03-15"),
        ("It closed on Wednesday.", "2021-03-17"),
        ("It closed last Wednesday.", "2021-03-10"),
        ("It closed earlier on Friday.", "2021-03-12"),
        ("It closed on Tuesday of last week.", "2021-03-09"),
        ("It closes next Monday.", "2021-03-22"),
        ("It closed this week.", "2021-03-15/2021-03-21"),
        ("It closed last week.", "2021-03-08/2021-03-14"),
        ("It closed over the weekend.", "2021-03-13/2021-03-14"),
        ("It closed last month.", "2021-02"),
        ("It closed early last month.", "2021-02"),
        ("It closed last quarter.", "2020-10-01/2020-12-31"),
        ("It closed this quarter.", "2021-01-01/2021-03-31"),
        ("It closed in the fourth quarter.", "2020-10-01/2020-12-31"),
        ("It closed last year.", "2020"),
        ("It closed late last year.", "2020-10-01/2020-12-31"),
        ("It closed in June last year.", "2020-06"),
        ("It closed last year between June and July.", "2020-06/2020-07"),
        ("It closed two days ago.", "2021-03-15"),
        ("It closed three weeks ago.", "2021-02-22/2021-02-28"),
        ("It closed a year ago.", "2020"),
        ("It closed in the last five years.", "2016-03/2021-03"),
        ("It closed over the past ten days.", "2021-03-07/2021-03-17"),
        ("It closed on Aug. 7.", "2020-08-07"),
        ("It closed on March 17.", "2021-03-17"),
        ("It closed in August.", "2020-08"),
        ("It closed last March.", "2020-03"),
        ("It has been closed since Monday.", "2021-03-15/2021-03-17"),
        ("It was closed from November to January.", "2020-11/2021-01"),
        ("It closed before last summer.", "../2020"),
        ("It closed last summer.", "2020"),
        ("It closed late on Monday night.", "2021-03-15"),
        ("It closed at 9 a.m. on Monday.", "2021-03-15"),
        ("It closed in the latest quarter.", "2020-10-01/2020-12-31"),
        ("It closed on the 5th.", "2021-03-05"),
    ],
)
def test_what_is_relative_counts_from_the_publication_date(words: str, value: str) -> None:
    assert values(words) == [value]


@pytest.mark.parametrize(
    "words",
    [
        "on Monday",
        "last year",
        "this quarter",
        "two days ago",
        "on Aug. 7",
        "in August",
        "over the past month",
    ],
)
def test_without_a_publication_date_the_value_is_unknown_with_the_reason(words: str) -> None:
    assert [(time.value, time.reason) for time in times(f"It closed {words}.", None)] == [
        (None, NO_PUBLISHED)
    ]


def test_without_a_publication_date_since_stays_open() -> None:
    assert values("It has run since 2011.", None) == ["2011/.."]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("in recent months", VAGUE),
        ("recently", VAGUE),
        ("currently", VAGUE),
        ("in the coming weeks", VAGUE),
        ("the past few years", VAGUE),
        ("nearly two decades ago", VAGUE),
        ("several months ago", VAGUE),
        ("two weeks earlier", ELSEWHERE),
        ("the following day", ELSEWHERE),
        ("the same month", ELSEWHERE),
        ("on February 30, 2020", NO_SUCH_DATE),
        ("on 03/04/2020", DAY_ORDER),
        ("in the first quarter of fiscal year 2020", FISCAL),
        ("between 2014 and 2011", BACKWARDS),
    ],
)
def test_what_cannot_be_known_says_why(words: str, reason: str) -> None:
    assert [(time.value, time.reason) for time in times(f"It closed {words}.")] == [(None, reason)]


def test_a_publication_date_without_a_day_gives_years_but_no_weekdays() -> None:
    assert values("It closed last year.", "2021") == ["2020"]
    assert values("It closed last month.", "2021-03") == ["2021-02"]
    assert [time.reason for time in times("It closed on Monday.", "2021-03")] == [COARSE]
    assert [time.reason for time in times("It closed last month.", "2021")] == [COARSE]


def test_a_publication_time_counts_as_the_day_that_it_names() -> None:
    assert values("It closed yesterday.", "2021-03-17T00:30:00+05:30") == ["2021-03-16"]


def test_a_statement_that_looks_ahead_means_the_next_such_day() -> None:
    assert values("It will open on Friday.", ahead=True) == ["2021-03-19"]
    assert values("It will open on May 2.", ahead=True) == ["2021-05-02"]
    assert values("It will open in February.", ahead=True) == ["2022-02"]


def test_the_reported_period_is_what_this_quarter_means() -> None:
    assert values("Raids fell this quarter.", period="2020-10-01/2020-12-31") == ["2020-10-01/2020-12-31"]
    assert values("Raids fell last quarter.", period="2020-10-01/2020-12-31") == ["2020-07-01/2020-09-30"]
    assert values("Raids fell this reporting period.", period="2020-10-05/2020-11-20") == [
        "2020-10-05/2020-11-20"
    ]
    assert values("Raids fell this quarter.", period="2020") == ["2021-01-01/2021-03-31"]


def test_the_period_of_a_document_stands_beside_its_kind() -> None:
    text = "The quarterly (April 1 to June 30, 2019) review lists raids. Raids rose from 2001 to 2004."
    found = find_period(text, published=None)
    assert found is not None
    assert found.value == "2019-04-01/2019-06-30"
    assert find_period("The quarterly review says raids rose from 2001 to 2004.", published=None) is None
    assert find_period("Its annual review for 2019 lists raids.", published=None) is not None


@pytest.mark.parametrize(
    "words",
    [
        "They may leave and march on.",
        "Council Resolution 2012 was cited.",
        "About 2000 people fled.",
        "They paid $2017 for it.",
        "The May 9 Movement and the June 2 Brigade spoke.",
        "Bloody Sunday was remembered.",
        "It was printed by the Friday Herald.",
        "Some 1,998 houses burned.",
        "Colonel April Smith spoke.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(words: str) -> None:
    assert values(words) == []


def test_the_words_come_with_their_preposition_and_place() -> None:
    text = "Guards fled on Monday and returned in May 2019."
    found = times(text)
    assert [time.text for time in found] == ["on Monday", "in May 2019"]
    assert [text[time.span.begin : time.span.end] for time in found] == ["on Monday", "in May 2019"]


def test_only_the_span_is_searched() -> None:
    text = "In 2011 guards fled. In 2012 they returned."
    assert [time.value for time in find_times(text, Span(20, len(text)), published=None)] == ["2012"]


def test_what_a_time_counts_from_may_stand_before_the_span() -> None:
    text = "Guards came on May 4, 2017. Two weeks later they left at 9 a.m. in the rain."
    later, at_nine = find_times(text, Span(28, len(text)), published=None)
    assert (later.text, later.value) == ("Two weeks later", "2017-05-18")
    assert (at_nine.text, at_nine.value) == ("at 9 a.m.", "2017-05-18")
    assert [time.value for time in find_times(text, Span(28, 43), published=None)] == ["2017-05-18"]


def test_the_time_of_the_proposition_is_not_the_one_it_is_compared_with() -> None:
    text = "Compared with 2016, raids rose in 2017 despite the 1994 truce."
    chosen = choose_time(text, times(text))
    assert chosen is not None
    assert chosen.value == "2017"
    assert choose_time(text, ()) is None


def test_a_date_in_a_wrong_form_is_refused() -> None:
    with pytest.raises(SettingsError, match="17 March"):
        times("It closed today.", "17 March")


PIECES = st.sampled_from(
    "since between from until before on in the last next this past late early of and to - , . May 2017"
    " 4 31 1990s Monday week month quarter year two ago decades Q4 first half fiscal FY19 Feb. 29"
    " weekend earlier 2014-16 Q3 ago several centuries half today tonight tomorrow night reporting"
    " period summer current now so far to date recent future long nearly 1st half the same day before"
    " 12/05/2017 2017-05-04 yesterday WEDNESDAY monday SEPT '90s day a one dozen few every each per"
    " year-end mid year-ago comparable same from hence 3 2011 2014-2016 1000 BC AD c. circa the 19th"
    " second century nineteen seventy nineties summer winter fall morning noon p.m. 9:30 9 GMT o'clock"
    " three Q2 final months Christmas Day Ramadan World War II ahead while some time end middle '97"
    " twice weekly overnight reporting other moments".split()
)


@given(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.sampled_from([None, "0001-01-01", "9999-12-31", WEDNESDAY]),
)
def test_any_words_give_times_in_order_with_a_value_or_a_reason(text: str, published: str | None) -> None:
    found = times(text, published)
    assert [time.span for time in found] == sorted(time.span for time in found)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.begin
    for time in found:
        assert text[time.span.begin : time.span.end] == time.text
        assert (time.value is None) != (time.reason is None)
        if time.value is not None:
            parse_interval(time.value)


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for time in times(text):
        assert time.text


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_a_rule_left_out_for_want_of_a_hint_would_match_nothing(text: str) -> None:
    searched = rules_for(text, Span(0, len(text)))
    assert [rule for rule in RULES if rule.pattern.search(text) and rule not in searched] == []


def test_a_stretch_without_a_hint_is_searched_by_no_rule() -> None:
    text = "The council may march to the gate, and somebody sat in the sun."
    assert rules_for(text, Span(0, len(text))) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They must leave by 31 December 2031.", "../2031-12-31"),
        ("It had 90 men by the end of 2030.", "../2030-12-31"),
        ("The road was shut from 5 April onwards.", "2031-04-05/.."),
    ],
)
def test_by_has_no_beginning_and_from_onwards_no_end(text: str, value: str) -> None:
    (time,) = find_times(text, Span(0, len(text)), published="2031-04-09")
    assert time.value == value


def test_from_is_open_where_the_statement_looks_ahead() -> None:
    text = "Lorries will pass from Thursday."
    span = Span(0, len(text))
    ahead = find_times(text, span, published="2031-04-09", ahead=True)
    assert [time.value for time in ahead] == ["2031-04-10/.."]
    letter = "A letter from 2019 names him."
    assert [t.value for t in find_times(letter, Span(0, len(letter)), published="2031-04-09")] == ["2019"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PORT SEL, Karvenia, April 8 — Guards fled on Monday.", "on Monday"),
        ("PORT SEL, Karvenia (April 8) – Guards fled on Monday.", "on Monday"),
        ("In 2030 they seized 40 boats, a rise on 2029.", "In 2030"),
        ("It was the deadliest raid since 2014.", None),
        ("They held 9 men, compared to just 5 in the same months in 2029.", None),
    ],
)
def test_a_dateline_and_what_a_claim_is_measured_by_are_not_its_time(text: str, words: str | None) -> None:
    time = choose_time(text, find_times(text, Span(0, len(text)), published="2031-04-09"))
    assert (time and time.text) == words
