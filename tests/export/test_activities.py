import json
from dataclasses import replace

import pytest

from reportedly.export import Page, taken_by, write_activities, write_activities_json
from reportedly.packs import check_triggers, load_activities
from reportedly.records import Activity, Modality
from tests.export.invented import a_denial, a_document, a_plain_claim, some_readings
from tests.packs.test_activities import changed, written

BY_TRIGGER = replace(a_denial(), rules=("proposition", "extortion: verb 'tax' with 'ferries'"))
BY_MODEL = replace(a_denial(), rules=("proposition",))
BY_MODALITY = replace(
    a_denial(), modality=Modality.REQUESTED, activity=Activity("request", "REQUEST", "political", None)
)
ACTS = {Modality.REQUESTED: "request"}


@pytest.fixture
def pack(tmp_path):
    tree = changed(id="extortion", triggers=[{"verb": ["tax"]}, {"verb": ["tax", "levy"]}])
    return check_triggers(load_activities(written(tmp_path, tree)))


def taken(*claims):
    return taken_by(a_document(), some_readings(), claims, acts=ACTS)


def test_a_claim_is_told_with_its_sentence_and_the_words_that_decided():
    (one,) = taken(BY_TRIGGER)
    assert one.activity == "extortion"
    assert one.by == "verb 'tax' with 'ferries'"
    assert one.before + one.text + one.after in a_document().text
    assert one.before


def test_a_claim_without_a_trigger_is_told_by_what_decided_instead():
    assert [one.by for one in taken(BY_MODEL, BY_MODALITY)] == [
        "the reading model's guess, as no trigger matched",
        "the claim is requested",
    ]


def test_without_reports_there_are_counts_and_idle_triggers_only(pack):
    assert write_activities(pack, None, Page()).split("\n\n") == [
        "extortion                 2 triggers    2 words  REJECT    -",
        "extortion, trigger 2: says again what extortion, trigger 1 says, at tax",
    ]


def test_with_reports_the_claims_stand_by_activity_and_by_what_took_them(pack):
    shown = write_activities(pack, taken(BY_TRIGGER, BY_TRIGGER, BY_MODEL, a_plain_claim()), Page())
    assert "  3 claims\n" in shown
    blocks = shown.split("\n\n")
    assert blocks[2].startswith("extortion: 3\n  2 × verb 'tax' with 'ferries'\n      ")
    assert "‹" in blocks[2]
    assert blocks[-1] == "1 of 4 claims have no activity."


def test_a_line_is_no_wider_than_the_page(pack):
    shown = write_activities(pack, taken(BY_TRIGGER), Page(columns=50))
    assert max(map(len, shown.split("\n\n")[2].splitlines())) <= 50


def test_what_is_said_of_a_report_cannot_steer_a_terminal(pack):
    wild = replace(BY_TRIGGER, text="\x1b[31mred")
    assert "\x1b" not in write_activities(pack, taken(wild), Page())


def test_the_object_says_the_same(pack):
    tree = json.loads(write_activities_json("mine.yml", pack, taken(BY_TRIGGER, a_plain_claim())))
    assert (tree["schema"], tree["pack"]) == ("reportedly/activities/1", "mine.yml")
    (one,) = tree["activities"]
    assert one["repeated"] == [{"trigger": 2, "words": ["tax"], "activity": "extortion", "other": 1}]
    assert [claim["by"] for claim in one["claims"]] == ["verb 'tax' with 'ferries'"]
    assert one["claims"][0]["text"] in one["claims"][0]["sentence"]
    assert tree["claims_without_activity"] == 1


def test_the_object_without_reports_has_no_claims(pack):
    tree = json.loads(write_activities_json("mine.yml", pack, None))
    assert tree["activities"][0]["claims"] is None
    assert tree["claims_without_activity"] is None
