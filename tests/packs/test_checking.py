import pytest

from reportedly.packs import check_triggers, load_activities
from tests.packs.test_activities import SMALL, changed, written


def checked(folder, *triggers, **others):
    tree = changed(triggers=list(triggers))
    for name, found in others.items():
        tree["activities"].append({**tree["activities"][0], "id": name, "triggers": found})
    return {one.entry.id: one for one in check_triggers(load_activities(written(folder, tree)))}


def test_the_shipped_pack_has_no_idle_trigger():
    for one in check_triggers(load_activities()):
        assert (one.entry.id, one.repeated, one.beaten) == (one.entry.id, (), ())
        assert one.words >= one.entry.triggers


def test_a_word_that_an_activity_says_twice_is_told_with_both_triggers(tmp_path):
    one = checked(tmp_path, {"verb": ["smuggle", "run"]}, {"verb": ["haul", "run"]})["smuggling"]
    assert one.words == 3
    assert [(idle.trigger, idle.words, idle.other) for idle in one.repeated] == [(2, ("run",), 1)]
    assert one.beaten == ()


def test_the_same_word_with_more_conditions_can_decide(tmp_path):
    one = checked(tmp_path, {"verb": ["run"], "strength": "weak"}, {"verb": ["run"], "with": ["crate"]})
    assert one["smuggling"].beaten == ()


def test_a_trigger_that_another_of_its_activity_always_beats_is_told(tmp_path):
    weak = {"verb": ["run"], "with": ["crate"], "strength": "weak"}
    one = checked(tmp_path, weak, {"verb": ["run"], "strength": "strong"})["smuggling"]
    assert [(idle.trigger, idle.activity, idle.other) for idle in one.beaten] == [(1, "smuggling", 2)]


def test_a_trigger_that_another_activity_always_beats_is_told(tmp_path):
    found = checked(tmp_path, {"noun": ["raid"]}, arrest=[{"noun": ["raid"], "strength": "strong"}])
    assert [(idle.activity, idle.other) for idle in found["smuggling"].beaten] == [("arrest", 1)]
    assert found["arrest"].beaten == ()


def test_of_equal_activities_the_first_by_name_decides(tmp_path):
    found = checked(tmp_path, {"noun": ["raid"]}, arrest=[{"noun": ["raid"]}])
    assert [idle.activity for idle in found["smuggling"].beaten] == ["arrest"]


@pytest.mark.parametrize(
    "stronger",
    [
        {"verb": ["run"], "unless": ["crate"], "strength": "strong"},
        {"verb": ["run"], "object": ["crate"], "strength": "strong"},
        {"verb": ["run"], "with": ["box"], "strength": "strong"},
        {"noun": ["run"], "strength": "strong"},
    ],
)
def test_a_trigger_that_holds_where_the_stronger_one_does_not_can_decide(tmp_path, stronger):
    one = checked(tmp_path, {"verb": ["run"], "with": ["crate", "box", "sack"]}, stronger)["smuggling"]
    assert one.beaten == one.repeated == ()


def test_phrases_are_told_like_words(tmp_path):
    one = checked(tmp_path, {"phrase": ["black market"]}, {"phrase": ["black-market"]})["smuggling"]
    assert [idle.words for idle in one.repeated] == [("black market",)]


def test_the_order_of_the_pack_is_kept(tmp_path):
    assert list(checked(tmp_path, {"verb": ["run"]}, b=[{"verb": ["go"]}], a=[{"verb": ["do"]}])) == [
        "smuggling",
        "b",
        "a",
    ]


def test_a_small_pack_is_all_right(tmp_path):
    (one,) = check_triggers(load_activities(written(tmp_path, SMALL)))
    assert one.repeated == one.beaten == ()
