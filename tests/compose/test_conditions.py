"""Conditions are part of what depends on them, and no claims."""

import pytest

from reportedly.records import Modality
from tests.compose.invented import Report, chains, only

RETURN = "the brigade will return to Perrin"


@pytest.mark.parametrize(
    ("terms", "main"),
    [
        ("Unless the army leaves", RETURN),
        ("If the army leaves", RETURN),
        ("Should the army leave Perrin", "the brigade will return"),
    ],
)
def test_a_condition_and_what_depends_on_it_are_one_claim(terms, main):
    text = f"{terms}, {main}."
    activity = ("deploy", 0.9)
    report = Report().passage(text).proposed(terms, activity=activity).proposed(main, activity=activity)
    claim = only(report.composed())
    assert (claim.text, claim.modality) == (text[:-1], Modality.CONDITIONAL)


def test_a_promise_keeps_its_terms():
    text = "The brigade promised to leave Perrin, provided that the army released the prisoners."
    report = Report().passage(text).voiced("The brigade", "promised", "to leave Perrin")
    report.voiced("The brigade", "provided", "the army released the prisoners")
    report.proposed("to leave Perrin").proposed("the army released the prisoners")
    assert chains(report.composed()) == [
        "The brigade: to leave Perrin, provided that the army released the prisoners"
    ]
