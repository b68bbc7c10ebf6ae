import re

import pytest

from training.events import Day, Names, event_of, find_province, first_named

NAMES = Names(
    {"ilden": re.compile("ilden"), "sorra": re.compile("sor+a")},
    {"velt": re.compile("velt"), "front": re.compile("harvest front")},
)
HEAD = "PORT SEL, Karvenia (April 9, 2031) - "


@pytest.fixture(scope="module")
def event(pipeline):
    def read(text):
        return event_of(pipeline.read(text.encode(), name="report.txt"), NAMES)

    return read


def test_a_report_becomes_one_event(event):
    text = "Guards killed two insurgents and detained a Velt leader in Ilden province, yesterday."
    found = event(HEAD + text)
    assert found.date == Day(2031, 4, 8)
    assert (found.province, found.group, found.type) == ("ilden", "velt", "captureandkill")
    assert (found.min_killed, found.min_captured) == (2, 1)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Guards detained two insurgents near the river.", "detention"),
        ("Guards killed two insurgents near the river.", "insurgentskilled"),
        ("Guards killed two insurgents in an airstrike near the river.", "airstrike"),
        ("Guards killed five civilians near the river.", "civiliancasualty"),
        ("Guards walked along the river.", None),
    ],
)
def test_who_was_killed_and_taken_says_what_it_was(event, text, type_):
    assert event(text).type == type_


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (HEAD + "Guards left the river on Monday.", Day(2031, 4, 7)),
        (HEAD + "Guards left the river.", Day(2031, 4, 9)),
        (HEAD + "The army confirmed today that guards left the river on Monday.", Day(2031, 4, 7)),
        (
            HEAD + "The army confirmed today that a man behind the Apr. 2 raid fled on Monday.",
            Day(2031, 4, 7),
        ),
        (HEAD + "The guards who survived the April 2 attack left the river on Monday.", Day(2031, 4, 7)),
        ("PORT SEL, Karvenia (April 9) - Guards left the river yesterday.", Day(None, 4, 8)),
        ("PORT SEL, Karvenia (April 9) - Guards left the river on Monday.", Day(None, 4, 9)),
        ("Guards left the river on April 8.", Day(None, 4, 8)),
        ("Guards left the river yesterday.", None),
    ],
)
def test_the_day_is_told_by_the_text_or_by_its_dateline(event, text, day):
    assert event(text).date == day


def test_what_is_called_a_province_beats_what_is_named_first():
    assert find_province("Sorra guards went to Ilden province.", NAMES.provinces) == "ilden"
    assert find_province("Sorra guards went to Ilden.", NAMES.provinces) == "sorra"
    assert find_province("Guards went home.", NAMES.provinces) is None


def test_the_group_named_first_leads():
    assert first_named("The Harvest Front fought the Velt brigade.", NAMES.groups) == "front"
    assert first_named("Nobody fought.", NAMES.groups) is None
