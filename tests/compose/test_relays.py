import pytest

from reportedly.compose.relays import Link, with_relay
from tests.compose.invented import Report, voicings


def relayed(text, outlet, source=None):
    """The sources of a sentence's first voice with its relay, outermost first."""
    report = Report().passage(text)
    voicing = voicings(report)[0]
    who = report.span(source) if source else voicing.source
    links = with_relay([Link(who, voicing.cue, voicing, "test")], report.grove, [report.span(outlet)])
    return [report.text[link.source.begin : link.source.end] for link in links]


@pytest.mark.parametrize(
    ("text", "outlet", "source", "chain"),
    [
        (
            "The mayor told the Perrin Herald that the brigade smuggled diesel.",
            "the Perrin Herald",
            None,
            ["the Perrin Herald", "The mayor"],
        ),
        ("The mayor told reporters that the brigade smuggled diesel.", "reporters", None, ["The mayor"]),
        (
            "Officials cited by the Perrin Herald said the brigade taxed ferries.",
            "the Perrin Herald",
            "Officials",
            ["the Perrin Herald", "Officials"],
        ),
        (
            "The army said that the brigade will attack Perrin.",
            "Perrin",
            None,
            ["The army"],
        ),
    ],
    ids=["told an outlet", "told reporters", "cited by an outlet", "named in what is said"],
)
def test_a_named_body_relays_when_it_was_told_or_cites(text, outlet, source, chain):
    assert relayed(text, outlet, source) == chain


def test_nobody_relays_for_a_document_that_speaks_itself():
    assert with_relay([], Report().grove, []) == []


def test_a_hidden_source_has_no_relay():
    report = Report().passage("The brigade was accused of smuggling diesel.")
    links = [Link(None, report.span("accused"), None, "test")]
    assert with_relay(links, report.grove, [report.span("The brigade")]) == links
