import pytest

from reportedly.compose.headlines import from_headline
from tests.compose.invented import Report, bare


def voices(title, rest):
    report = Report().title(title, read=bare).passage(rest, read=bare)
    text = report.document.text
    return [text[v.source.begin : v.source.end] for v in from_headline(report.document)]


@pytest.mark.parametrize(
    ("title", "rest", "found"),
    [
        ("Harbour Board: Ferries Carried Diesel", "The Harbour Board met.", ["Harbour Board"]),
        ("Ferries Carried Diesel: Harbour Board", "The Harbour Board met.", ["Harbour Board"]),
        ("Perrin HB: Ferries Carried Diesel", "The Harbour Board (HB) met. The HB left.", ["Perrin HB"]),
        ("Ferry conflict: Board calls for inquiry", "The Harbour Board met.", []),
        ("Ferries Carried Diesel", "The Harbour Board met.", []),
        ("Inside Deir Nafis: The Ferries Carried Diesel", "Deir Nafis is quiet.", []),
    ],
    ids=["voice first", "voice last", "acronym", "topic", "no colon", "place"],
)
def test_a_headline_has_the_voice_that_the_report_goes_on_to_use(title, rest, found):
    assert voices(title, rest) == found
