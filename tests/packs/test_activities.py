from pathlib import Path

import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import ACLED_SUB_EVENTS, PLOVER_TYPES, ActivityPack, Role, TriggerKind, load_activities

SMALL = {
    "contexts": ["crime"],
    "items": {"fuel": ["diesel"]},
    "lists": {"goods": ["crate"]},
    "activities": [
        {
            "id": "smuggling",
            "theme": "trade",
            "definition": "Moving goods in secret.",
            "plover": "REJECT",
            "context": "crime",
            "triggers": [{"verb": ["smuggle"], "with": ["$fuel", "$goods", "sack"]}],
        }
    ],
}


@pytest.fixture(scope="module")
def shipped() -> ActivityPack:
    return load_activities()


def changed(**entry: object) -> dict[str, object]:
    return {**SMALL, "activities": [{**SMALL["activities"][0], **entry}]}


def written(folder: Path, tree: object) -> Path:
    path = folder / "activities.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


def test_the_shipped_pack_has_every_documented_theme(shipped):
    themes = {entry.theme for entry in shipped.activities.values()}
    assert themes == {
        "illicit economy",
        "violence",
        "forces",
        "control and organisation",
        "support and money",
        "law and state action",
        "people",
        "knowledge",
    }
    assert len(shipped.activities) == 58


def test_every_shipped_activity_has_a_plover_type_and_a_definition_of_one_sentence(shipped):
    for entry in shipped.activities.values():
        assert entry.plover in PLOVER_TYPES
        assert entry.definition.endswith(".")
        assert "\n" not in entry.definition


def test_every_shipped_activity_can_be_reached_by_a_trigger(shipped):
    reached = {trigger.activity for found in shipped.triggers.values() for trigger in found}
    reached |= {trigger.activity for found in shipped.phrases.values() for _, trigger in found}
    assert reached == set(shipped.activities)


def test_acled_has_25_sub_event_types_and_the_shipped_pack_uses_them(shipped):
    assert len(ACLED_SUB_EVENTS) == 25
    assert shipped.activities["airstrike"].acled == "Air/drone strike"
    assert shipped.activities["smuggling"].acled is None


def test_a_trigger_has_the_acled_type_of_its_activity_or_its_own(tmp_path):
    triggers = [
        {"verb": ["shell"]},
        {"verb": ["rape"], "acled": "Sexual violence"},
        {"verb": ["go"], "acled": None},
    ]
    pack = load_activities(written(tmp_path, changed(acled="Attack", triggers=triggers)))
    assert [pack.triggers[verb][0].acled for verb in ("shell", "rape", "go")] == [
        "Attack",
        "Sexual violence",
        None,
    ]


def test_goods_name_their_kinds(shipped):
    assert "drugs" in shipped.items["cocaine"]
    assert "weapons" in shipped.items["rifle"]
    assert "oil" in shipped.items["diesel"]
    assert "bread" not in shipped.items


def test_a_list_name_stands_for_its_words(tmp_path):
    pack = load_activities(written(tmp_path, SMALL))
    (trigger,) = pack.triggers["smuggle"]
    assert trigger.alongside == {"diesel", "crate", "sack"}
    assert trigger.kind is TriggerKind.VERB
    assert trigger.conditions == 1


def test_a_phrase_is_filed_under_its_first_lemma_without_hyphens(tmp_path):
    tree = changed(triggers=[{"phrase": ["black-market trade"]}])
    pack = load_activities(written(tmp_path, tree))
    assert [lemmas for lemmas, _ in pack.phrases["black"]] == [("black", "market", "trade")]


def test_either_spelling_of_a_word_is_enough(tmp_path):
    pack = load_activities(written(tmp_path, changed(triggers=[{"verb": ["mobilise"], "with": ["labor"]}])))
    assert pack.triggers.keys() == {"mobilise", "mobilize"}
    assert pack.triggers["mobilize"][0].alongside == {"labour", "labor"}


def test_a_dollar_sign_by_itself_is_a_word_and_no_list(tmp_path):
    pack = load_activities(written(tmp_path, changed(triggers=[{"verb": ["get"], "with": ["$"]}])))
    assert pack.triggers["get"][0].alongside == {"$"}


def test_roles_of_a_trigger_replace_those_of_its_activity(tmp_path):
    triggers = [{"verb": ["smuggle"]}, {"verb": ["vanish"], "roles": {"subject": "target"}}]
    tree = changed(triggers=triggers, roles={"object": "none"})
    pack = load_activities(written(tmp_path, tree))
    assert pack.triggers["smuggle"][0].roles.object is Role.NONE
    assert pack.triggers["vanish"][0].roles.subject is Role.TARGET
    assert pack.triggers["vanish"][0].roles.object is Role.NONE


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        ({"plover": "SNEEZE"}, "key 'plover'"),
        ({"context": "weather"}, "key 'context'"),
        ({"acled": "Skirmish"}, "key 'acled'"),
        ({"triggers": [{"verb": ["move"], "acled": ["Attack"]}]}, "key 'acled'"),
        ({"colour": "red"}, "key 'colour'"),
        ({"definition": ""}, "key 'definition'"),
        ({"triggers": []}, "key 'triggers'"),
        ({"triggers": [{"verb": []}]}, "key 'verb'"),
        ({"triggers": [{"verb": ["move"], "withh": ["x"]}]}, "key 'withh'"),
        ({"triggers": [{"verb": ["move"], "with": ["$nothing"]}]}, "key 'with'"),
        ({"triggers": [{"verb": ["move"], "with": "crate"}]}, "key 'with'"),
        ({"triggers": [{"verb": ["move"], "with": [True]}]}, "key 'with'"),
        ({"triggers": [{"verb": ["move"], "strength": "huge"}]}, "key 'strength'"),
        ({"triggers": [{"verb": ["move"], "roles": {"subject": "boss"}}]}, "key 'subject'"),
        ({"triggers": [{"verb": ["move"], "noun": ["move"]}]}, "triggers 1"),
        ({"triggers": ["move"]}, "triggers 1"),
    ],
)
def test_a_broken_rule_is_refused_with_its_entry_and_key(tmp_path, entry, where):
    with pytest.raises(PackError) as caught:
        load_activities(written(tmp_path, changed(**entry)))
    assert "activities.yml, activities smuggling" in str(caught.value)
    assert where in str(caught.value)


def test_an_activity_that_is_there_twice_is_refused(tmp_path):
    tree = {**SMALL, "activities": SMALL["activities"] * 2}
    with pytest.raises(PackError, match="twice"):
        load_activities(written(tmp_path, tree))


def test_a_list_that_is_also_an_item_is_refused(tmp_path):
    with pytest.raises(PackError, match="'fuel'"):
        load_activities(written(tmp_path, {**SMALL, "lists": {"fuel": ["wood"]}}))


def test_a_pack_without_activities_is_refused(tmp_path):
    with pytest.raises(PackError, match="is empty"):
        load_activities(written(tmp_path, {**SMALL, "activities": []}))
