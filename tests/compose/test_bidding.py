import pytest

from tests.compose.invented import Report, chains, only


def bid(text, cue, *content, proposed=None, seen=()):
    """The one claim of a report of one sentence whose passive the model saw as a cue."""
    report = Report().passage(text)
    for name, kind in seen:
        report.named(name, kind)
    return report.voiced(None, cue, *content).proposed(proposed or text.rstrip(".")).resolved()


def test_who_stands_behind_by_bids_and_is_no_part_of_what_is_bid():
    text = "The commander was ordered to surrender by the High Council."
    content = "The commander", "to surrender by the High Council"
    found = bid(text, "was ordered", *content, seen=(("The commander", "Person"),))
    assert chains(found) == ["High Council: to surrender"]
    claim = only(found)
    assert claim.modality == "requested"
    assert [m.name for m in (*claim.actors, *claim.targets)] == ["High Council", "commander"]


def test_a_stretch_that_is_only_what_is_bid_loses_the_bidder_too():
    text, words = "Traders were told to leave Perrin by soldiers.", "to leave Perrin by soldiers"
    assert chains(bid(text, "were told", words, proposed=words)) == ["soldiers: to leave Perrin"]


def test_a_day_behind_by_is_when():
    text, words = "The governor was asked to resign by Monday.", "to resign by Monday"
    found = bid(text, "was asked", words)
    assert chains(found) == [f"unnamed source: {words}"]


@pytest.mark.parametrize("content", [("to surrender",), ("The commander", "to surrender")])
def test_a_bid_without_a_bidder_has_a_hidden_one(content):
    found = bid("The commander was told to surrender.", "was told", *content)
    assert chains(found) == ["unnamed source: to surrender"]
    assert only(found).actors == ()


def test_who_calls_somebody_to_congratulate_him_asks_for_nothing():
    text = "The mayor called the general to congratulate him on the arrest."
    content = "the general to congratulate him on the arrest"
    found = Report().passage(text).voiced("The mayor", "called", content).proposed(content).composed()
    assert chains(found) == [f"document: {text.rstrip('.')}"]
