import pytest

from tests.compose.invented import Report, only


def activity(text, *seen):
    report = Report().passage(text)
    for name, kind in seen:
        report.named(name, kind)
    return only(report.proposed(text.rstrip(".")).composed()).activity.id


@pytest.mark.parametrize(
    "text", ["Police captured the dam after a battle.", "The dam was captured by police."]
)
def test_who_captures_ground_controls_it(text):
    assert activity(text) == "territorial-control"


def test_who_captures_a_named_place_controls_it():
    assert activity("Police captured Perrin.", ("Perrin", "Location")) == "territorial-control"


def test_who_captures_somebody_arrests_him():
    assert activity("Police captured Perrin.", ("Perrin", "Person")) == "arrest"
    assert activity("The rebels captured two soldiers near Perrin.") == "arrest"


def test_who_captures_goods_seizes_them():
    assert activity("Rebels captured three tanks.") == "seizure"


def test_a_court_that_seizes_a_building_fights_for_no_ground():
    assert activity("The court seized the building.") == "seizure"
