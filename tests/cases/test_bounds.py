"""Single sentences through the shipped model: where a claim begins and ends."""

import pytest


def contents(pipeline, text):
    return [c.text for c in pipeline.read(text.encode(), name="sentence.txt").claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In addition to the nine trucks, four rocket launchers, two depots, and a radar were destroyed.",
            ["In addition to the nine trucks, four rocket launchers, two depots, and a radar were destroyed"],
        ),
        (
            "The treaty will reinforce the army's training and advance the seizure of diesel.",
            ["The treaty will reinforce the army's training", "advance the seizure of diesel"],
        ),
        (
            "The truce could fail if it is true that the army is arming rebels.",
            ["The truce could fail if it is true that the army is arming rebels"],
        ),
        (
            "The truce may depend on whether the army wants to withdraw from Perrin.",
            ["The truce may depend on whether the army wants to withdraw from Perrin"],
        ),
        (
            "Police reported a raid by smugglers, an assertion that is worth questioning.",
            ["a raid by smugglers"],
        ),
        (
            "The army arrested four men suspected of planning raids on Perrin.",
            ["The army arrested four men", "planning raids on Perrin"],
        ),
        (
            "It is not clear who burned the mill.",
            ["It is not clear who burned the mill"],
        ),
        (
            "The army will disarm and disband the brigade.",
            ["The army will disarm and disband the brigade"],
        ),
    ],
)
def test_where_a_claim_begins_and_ends(pipeline, text, found):
    assert contents(pipeline, text) == found


def test_a_coordinated_verb_shares_the_will_of_the_first(pipeline):
    text = "The army will seize the diesel and arrest the smugglers."
    claims = pipeline.read(text.encode(), name="sentence.txt").claims
    assert [c.modality.value for c in claims] == ["forecast", "forecast"]


@pytest.mark.parametrize(
    "text",
    [
        "The brigade's seizure of the port is not surprising.",
        "The arrest of the general was no coincidence.",
    ],
)
def test_what_the_report_thinks_of_an_event_is_no_event(pipeline, text):
    assert contents(pipeline, text) == []


def test_a_call_for_something_is_a_claim_though_only_a_clause_of_it_has_a_verb(pipeline):
    text = "The guild has called for an inquiry into an attack on a market in Varo that killed 13 women."
    assert contents(pipeline, text)[0].startswith("an inquiry into an attack on a market in Varo")
