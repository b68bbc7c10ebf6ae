"""Transcripts: who speaks in each passage, by the label it opens with or the line below it."""

import pytest

from tests.compose.invented import Report, bare, chains, voicings

ANSWER = "The brigade has left Perrin"


def turns(*passages):
    """The voicings of labels in a text: who speaks, and what."""
    report = Report()
    for text, *people in passages:
        report.passage(text, read=bare)
        for person in people:
            report.named(person, "Person")
    text = report.document.text
    found = sorted((v for v in voicings(report) if v.rule == "turn"), key=lambda v: v.content)
    return [(text[v.source.begin : v.source.end], text[v.content[0].begin : v.content[0].end]) for v in found]


def test_each_turn_of_a_transcript_is_its_speakers():
    found = turns(
        ("MAJOR ILA BRASK (spokeswoman): The port is open.", "ILA BRASK"),
        ("QUESTION (Harbour Gazette): Who closed it?",),
        ("BRASK: The guards did so.",),
    )
    assert found == [("MAJOR ILA BRASK", "The port is open."), ("BRASK", "The guards did so.")]


def test_an_answer_goes_on_over_paragraphs_until_the_next_question():
    found = turns(
        ("Ila Brask: The port is open.", "Ila Brask"),
        ("It will stay so.",),
        ("Q: Who closed it?",),
        ("Nobody knows.",),
    )
    assert found == [("Ila Brask", "The port is open."), ("Ila Brask", "It will stay so.")]


def test_a_report_goes_on_by_itself_between_turns_without_questions():
    found = turns(
        ("General Brask: The port is open.", "Brask"),
        ("Ila Venn: It is not open.", "Ila Venn"),
        ("The minister then left the room.",),
    )
    assert [source for source, _ in found] == ["General Brask", "Ila Venn"]


@pytest.mark.parametrize("line", ["Place: the port of Perrin", "Background: The brigade holds Perrin."])
def test_the_heading_of_a_form_is_no_speaker(line):
    assert turns((line,), ("Time: noon on Friday",), (line,)) == []


def test_one_label_makes_no_transcript():
    assert turns(("Ila Venn: the port is open.", "Ila Venn"), ("The port is closed today.",)) == []


def test_a_quotation_is_whose_name_stands_on_the_line_below():
    found = turns(
        ("“They took the boats.”",), ("— Ila Venn, 34, fisherwoman",), ("- the second item of a list",)
    )
    assert found == [("Ila Venn", "“They took the boats.”")]


def test_what_a_speaker_passes_on_stands_behind_the_speaker():
    text = "The mayor said that the brigade smuggled diesel."
    report = Report().passage("Venn: The port is open.", read=bare).named("Venn", "Person")
    report.passage(f"Brask: {text}").named("Brask", "Person")
    report.voiced("The mayor", "said", "the brigade smuggled diesel").proposed("the brigade smuggled diesel")
    assert chains(report.composed()) == ["Brask > The mayor: the brigade smuggled diesel"]
