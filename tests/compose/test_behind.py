"""Voices beside a cue that are neither its subject nor its object: who is quoted, heard from, or hidden."""

import pytest

from tests.compose.invented import Report, chains

LEFT = "the brigade left Perrin"


def chain(text, source, cue, content=LEFT):
    report = Report().passage(text).proposed(content)
    report = report.voiced(source, cue, content) if cue else report
    return [c.removesuffix(f": {content}") for c in chains(report.resolved())]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Gazette, quoting an engineer at the dam, reported that the brigade left Perrin.",
        "Quoting an engineer at the dam, the Harbour Gazette reported that the brigade left Perrin.",
        "On Monday the brigade left Perrin, the Harbour Gazette reported, citing an engineer at the dam.",
    ],
)
def test_whom_a_paper_quotes_speaks_behind_it(text):
    assert chain(text, "Harbour Gazette", "reported") == ["Harbour Gazette > engineer at the dam"]


def test_what_somebody_cites_as_a_reason_does_not_speak():
    text = "The ministry reported, citing its concerns, that the brigade left Perrin."
    assert chain(text, "The ministry", "reported") == ["ministry"]


def test_who_heard_something_from_somebody_passes_it_on():
    text = "The office learned from a guard that the brigade left Perrin."
    assert chain(text, None, None) == ["office > guard"]


def test_a_speaker_who_heard_it_from_somebody_is_listed_once():
    text = "A teacher said he had heard from a guard that the brigade left Perrin."
    assert chain(text, "A teacher", "said") == ["teacher > guard"]


def test_who_reportedly_speaks_does_so_through_somebody_hidden():
    text = "The mayor reportedly told the army that the brigade left Perrin."
    assert chain(text, "The mayor", "reportedly told") == ["unnamed source > mayor"]


def test_whom_a_paper_cites_speaks_behind_it_when_the_clause_hangs_on_the_citing():
    text = "The Harbour Gazette reports, citing an officer in Perrin, that the brigade left Perrin."
    report = Report().passage(text).voiced("The Harbour Gazette", "citing", LEFT).proposed(LEFT)
    assert chains(report.resolved()) == [f"Harbour Gazette > officer in Perrin: {LEFT}"]


def test_who_is_quoted_as_saying_something_says_it():
    text = "State Radio quoted the governor, Ila Brask, as saying that the brigade left Perrin."
    report = Report().passage(text).voiced("State Radio", "quoted", "the governor, Ila Brask")
    report.voiced("State Radio", "saying", LEFT).proposed(LEFT).named("Ila Brask", "Person")
    assert chains(report.resolved()) == [f"State Radio > Ila Brask: {LEFT}"]


def test_reports_that_somebody_is_asked_about_are_claims():
    text = "Asked about reports that the brigade left Perrin, the mayor declined to comment."
    assert f"unnamed source: {LEFT}" in chains(Report().passage(text).proposed(LEFT).resolved())


def test_state_radio_passes_on_what_it_was_told():
    text = "The mayor told state radio that the brigade left Perrin."
    assert chain(text, "The mayor", "told") == ["state radio > mayor"]
