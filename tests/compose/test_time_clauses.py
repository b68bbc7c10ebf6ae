"""The time of a clause that has none of its own."""

import pytest

from tests.compose.invented import Report, only

RAID = "On Monday guards raided a house, searched it and that rebels fled."


def time_of(text, clause):
    (claim,) = (
        Report(published="2031-04-09").passage(text).proposed(clause, activity=("attack", 0.9)).composed()
    )
    return claim.time and claim.time.value


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (RAID, "guards raided a house"),
        (RAID, "searched it"),
        ("Jets bombed a camp on Monday, killing two guards.", "killing two guards"),
        ("Counting stopped on Monday when rebels took the hall.", "rebels took the hall"),
    ],
)
def test_a_clause_has_the_time_of_the_one_that_it_goes_on_from(text, clause):
    assert time_of(text, clause) == "2031-04-07"


def test_a_clause_with_a_subject_of_its_own_may_have_happened_at_any_time():
    assert time_of(RAID, "rebels fled") is None


def test_what_is_said_on_monday_did_not_happen_on_monday():
    text = "The army said on Monday that rebels took the hall."
    report = Report(published="2031-04-09").passage(text).voiced("The army", "said", "rebels took the hall")
    assert only(report.proposed("rebels took the hall").composed()).time is None
