import pytest

from reportedly.compose.time_expressions import find_expressions
from reportedly.compose.time_meanings import Anchor, Grain, Length
from reportedly.dates import parse_date
from reportedly.records import Span
from training.timex_values import duration, tei_of, timex_of

CREATED = "2031-04-09"  # a Wednesday


def written(text, write):
    (one,) = find_expressions(text, Span(0, len(text)), Anchor(parse_date(CREATED)))
    return write(one, CREATED)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It burned on Monday.", "DATE", "2031-04-07"),
        ("It burned in May 2011.", "DATE", "2011-05"),
        ("It burned last week.", "DATE", "2031-W14"),
        ("It burned over the weekend.", "DATE", "2031-W14-WE"),
        ("It burned in the third quarter of 2030.", "DATE", "2030-Q3"),
        ("It burned in the second half of 2030.", "DATE", "2030-H2"),
        ("It burned in the summer of 2030.", "DATE", "2030-SU"),
        ("It burned late last year.", "DATE", "2030"),
        ("It burned in the early 1990s.", "DATE", "199"),
        ("It burned in the 19th century.", "DATE", "18"),
        ("It burned two weeks ago.", "DATE", "2031-03-26"),
        ("It burned almost two years ago.", "DATE", "2029"),
        ("It burned recently.", "DATE", "PAST_REF"),
        ("It is burning now.", "DATE", "PRESENT_REF"),
        ("It burned in 400 BC.", "DATE", "BC0400"),
        ("It burned at 9 a.m. on Monday.", "TIME", "2031-04-07T09:00"),
        ("It burned at noon.", "TIME", "2031-04-09T12:00"),
        ("It burned on Monday night.", "TIME", "2031-04-07TNI"),
        ("It burned for three years.", "DURATION", "P3Y"),
        ("It burned for several weeks.", "DURATION", "PXW"),
        ("It burned in the last five years.", "DURATION", "P5Y"),
        ("It burns every day.", "SET", "P1D"),
        ("It can be hot in July.", "DATE", "XXXX-07"),
        ("The winters are cold.", "DATE", "XXXX-WI"),
    ],
)
def test_a_meaning_is_written_as_timex3_writes_it(text, type_, value):
    assert written(text, timex_of) == (type_, value)


def test_timex3_has_no_form_for_so_far():
    assert written("It burned so far.", timex_of) is None


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It burned last week.", "DATE", "2031-03-31/2031-04-06"),
        ("It burned in the early 1990s.", "DATE", "1990/1999"),
        ("It burned in the summer of 2030.", "DATE", "2030-06-01/2030-08-31"),
        ("It burned in late 2030.", "DATE", "2030"),
        ("It burned several years ago.", "DATE", "../2031-04-09"),
        ("It burned in 400 BC.", "DATE", "-400"),
        ("It burned at 9 a.m. that time.", "TIME", "09:00:00"),
        ("It can be hot in July.", "DATE", "--07"),
        ("The winters are cold.", "DATE", "--12/--03"),
    ],
)
def test_a_meaning_is_written_as_dates_for_gum(text, type_, value):
    assert written(text, tei_of) == (type_, value)


@pytest.mark.parametrize(
    "text", ["It burned for three years.", "It burned recently.", "It burned so far.", "It burns every day."]
)
def test_what_gum_leaves_out_is_left_out(text):
    assert written(text, tei_of) is None


@pytest.mark.parametrize(
    ("length", "value"),
    [
        (Length(2, Grain.HOUR), "PT2H"),
        (Length(None, Grain.MINUTE), "PTXM"),
        (Length(1, Grain.FORTNIGHT), "P2W"),
        (Length(2, Grain.DECADE), "P20Y"),
        (Length(2.5, Grain.DAY), "P2.5D"),
    ],
)
def test_a_length_is_written_as_iso_8601_writes_a_duration(length, value):
    assert duration(length) == value
