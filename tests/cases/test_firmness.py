"""Single sentences through the shipped model: how firmly something is said, and whether it is so."""

import pytest

from reportedly.records import Modality, Polarity


def only(pipeline, text):
    """The one claim of a text."""
    (claim,) = pipeline.read(text.encode(), name="sentence.txt").claims
    return claim


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The truce would hold should the council pay the brigade.", Modality.CONDITIONAL),
        ("The truce would collapse if the army attacked Perrin.", Modality.CONDITIONAL),
        ("The frigate is committed to patrolling the strait.", Modality.PROMISED),
        ("The council had committed to a truce with the brigade.", Modality.ASSERTED),
        ("Prosecutors said they would open an investigation into the ferry ring.", Modality.PROMISED),
        ("Prosecutors said they would be attacked by the ferry ring.", Modality.FORECAST),
        ("New brigade to search ferries for diesel", Modality.FORECAST),
        ("Many more arrests are expected.", Modality.FORECAST),
        ("A reward has been offered for the capture of the general.", Modality.PROMISED),
        ("Please keep the wounded medics in your prayers, the mayor said.", Modality.REQUESTED),
    ],
)
def test_how_firmly_something_is_said(pipeline, text, modality):
    assert only(pipeline, text).modality is modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The Sable Front can do little about the smuggling, the mayor said.", Polarity.DENIED),
        ("Her arrest does nothing to stop the smuggling of diesel.", Polarity.DENIED),
        ("Eleven people, none of them sailors, died in the blast.", Polarity.AFFIRMED),
        ("Tarvia is not the only state that arms the Sable Front.", Polarity.AFFIRMED),
        ("Not only is the council arresting the brigade's envoys.", Polarity.AFFIRMED),
    ],
)
def test_whether_something_is_said_to_be_so(pipeline, text, polarity):
    assert only(pipeline, text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The two captains have been linked to the smuggling of diesel.", ["unnamed source"]),
        ("Both captains are linked to the Sable Front.", []),
    ],
)
def test_who_has_been_linked_was_linked_by_somebody(pipeline, text, voices):
    assert [v.who.name for v in only(pipeline, text).chain] == voices


def test_a_gap_needs_words_that_say_so_where_the_report_itself_speaks(pipeline):
    outcome = pipeline.read(b"Drivers are not convinced.", name="sentence.txt")
    assert all(c.modality is not Modality.GAP for c in outcome.claims)
