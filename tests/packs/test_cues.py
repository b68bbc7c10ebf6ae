from pathlib import Path

import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import CueKind, CuePack, cues, load_activities, load_cues
from reportedly.records import Modality, Polarity

SMALL = {
    "reporting": {"verbs": [{"words": ["say", "say again"], "modality": "content", "passive": "reported"}]},
    "own-will": {"subjects": ["we"], "modality": "promised"},
}


@pytest.fixture(scope="module")
def shipped() -> CuePack:
    return load_cues()


def written(folder, tree):
    path = folder / "cues.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


def setting(pack, *tokens, kind=CueKind.VERB):
    return next(
        word.setting for word in pack.reporting[tokens[0]] if word.tokens == tokens and word.kind is kind
    )


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("say", None),
        ("warn", None),
        ("suggest", Modality.SUGGESTED),
        ("accuse", Modality.ACCUSED),
        ("urge", Modality.REQUESTED),
        ("threaten", Modality.THREATENED),
        ("vow", Modality.PROMISED),
        ("expect", Modality.FORECAST),
    ],
)
def test_a_reporting_verb_sets_the_modality_of_its_proposition(shipped, verb, modality):
    assert setting(shipped, verb).modality is modality
    assert setting(shipped, verb).polarity is Polarity.AFFIRMED


def test_to_deny_denies_and_leaves_the_modality_to_the_proposition(shipped):
    assert setting(shipped, "deny").polarity is Polarity.DENIED
    assert setting(shipped, "deny").modality is None


def test_a_passive_without_a_speaker_is_hearsay(shipped):
    assert setting(shipped, "believe").modality is None
    assert setting(shipped, "believe").passive is Modality.REPORTED


def test_a_noun_can_hide_its_speaker(shipped):
    assert setting(shipped, "rumour", kind=CueKind.NOUN).hidden
    assert not setting(shipped, "statement", kind=CueKind.NOUN).hidden


def test_longer_cues_come_before_the_shorter_ones_that_begin_them(shipped):
    for index in (shipped.gaps, shipped.negators, shipped.unmarked, shipped.relays):
        for phrases in index.values():
            lengths = [len(tokens) for tokens in phrases]
            assert lengths == sorted(lengths, reverse=True)
    lengths = [len(word.tokens) for word in shipped.reporting["call"]]
    assert lengths == sorted(lengths, reverse=True)


def test_gaps_negators_and_relays_are_found_by_their_first_word(shipped):
    assert ("decline", "to", "comment") in shipped.gaps["decline"]
    assert ("no", "longer") in shipped.negators["no"]
    assert ("not", "only") in shipped.unmarked["not"]
    assert ("according", "to") in shipped.relays["according"]


def test_adverbs_and_auxiliaries_carry_their_modality(shipped):
    assert (("allegedly",), Modality.REPORTED) in shipped.adverbs["allegedly"]
    assert (("could",), Modality.POSSIBLE) in shipped.auxiliaries["could"]
    assert (("will",), Modality.FORECAST) in shipped.auxiliaries["will"]
    assert shipped.own_subjects == {"i", "we"}
    assert shipped.own_will is Modality.PROMISED


def test_the_activity_of_an_act_of_speech_is_in_the_activity_pack(shipped):
    assert shipped.acts[Modality.REQUESTED] == "request"
    assert set(shipped.acts.values()) <= set(load_activities().activities)


def test_a_small_pack_is_read_with_everything_else_empty(tmp_path):
    pack = load_cues(written(tmp_path, SMALL))
    assert [word.tokens for word in pack.reporting["say"]] == [("say", "again"), ("say",)]
    assert pack.gaps == {}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"reporting": {"verbs": [{"words": ["say"], "modality": "sung"}]}}, "key 'modality'"),
        ({"reporting": {"verbs": [{"words": ["say", "say"], "modality": "content"}]}}, "key 'words'"),
        ({"reporting": {"verbs": [{"words": ["say"]}]}}, "key 'modality'"),
        ({"reporting": {"songs": []}}, "key 'songs'"),
        ({"gap": {"words": ["x"]}}, "gap, key 'words'"),
        ({"negators": {"words": [False]}}, "negators, key 'words'"),
        ({"acts": {"sung": "request"}}, "acts, key 'sung'"),
        ({"whispers": []}, "key 'whispers'"),
    ],
)
def test_a_broken_rule_is_refused_with_its_entry_and_key(tmp_path, change, where):
    with pytest.raises(PackError) as caught:
        load_cues(written(tmp_path, {**SMALL, **change}))
    assert "cues.yml" in str(caught.value)
    assert where in str(caught.value)


def test_every_section_that_is_read_is_in_the_shipped_pack():
    tree = yaml.safe_load(Path(cues.__file__).with_name("cues.yml").read_text("utf-8"))
    assert set(tree) == set(cues._SECTIONS)
