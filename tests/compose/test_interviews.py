"""An interview that a report is about: its outlet passes on what is quoted from it."""

import pytest

from reportedly.compose.interviews import find_interview
from reportedly.records import Span
from tests.compose.invented import Report, chains

LEAD = "In an interview with the weekly Cordel the general spoke about the war."
QUOTED = "We never bought diesel"


def quoting(*lead):
    report = Report().passage(*lead)
    report.passage(f'"{QUOTED}," he said.')
    he = report.span("he said").begin
    begin = report.span(QUOTED)
    report.attributed([Span(he, he + 2)], report.span("said", nth=report.text.count("said") - 1), begin)
    return report.proposed(QUOTED)


def test_an_interview_governs_what_is_quoted_from_it_further_on():
    assert chains(quoting(LEAD).composed()) == [f"Cordel > he: {QUOTED}"]


def test_what_somebody_said_to_a_paper_governs_no_other_sentence():
    lead = "In an interview with the weekly Cordel the general said that the brigade left Perrin."
    assert f"he: {QUOTED}" in chains(quoting(lead).composed())


@pytest.mark.parametrize(
    ("text", "outlet"), [(LEAD, "Cordel"), ("The general gave an interview to Radio Perrin.", "Radio Perrin")]
)
def test_a_report_says_which_interview_it_is_about(text, outlet):
    report = Report().passage(text)
    found = find_interview(report.document, report.grove)
    assert report.text[found.outlet.begin : found.outlet.end] == outlet


def test_a_report_without_an_interview_has_none():
    report = Report().passage("The mayor told Cordel that the brigade left Perrin.")
    assert find_interview(report.document, report.grove) is None


def test_the_outlet_of_the_interview_passes_on_what_others_tell_it():
    text = "The mayor told Cordel that the brigade left Perrin."
    report = (
        Report().passage(LEAD).passage(text).named("Cordel", "Location").named("Cordel", "Location", nth=1)
    )
    report.voiced("The mayor", "told", "the brigade left Perrin").proposed("the brigade left Perrin")
    assert chains(report.composed()) == ["Cordel > The mayor: the brigade left Perrin"]
