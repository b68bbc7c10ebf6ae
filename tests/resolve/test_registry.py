"""Which entry a name means. The entries are invented, but for a few of the shipped registry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.packs import ActorEntry, ActorPack, OtherName, load_actors, load_name_words
from reportedly.records import Actor, VoiceKind
from reportedly.resolve import Registry
from tests.resolve.invented import claim, resolved, written


def entry(key, name, kind, *names, country=None, adjectives=(), organ=None):
    others = tuple(OtherName(text, None) for text in names)
    return ActorEntry(key, name, kind, country, others, adjectives, (), organ)


ENTRIES = (
    entry("kv", "Karvenia", "state", country="KV", adjectives=("Karvenian",)),
    entry("lm", "Lomar", "state", country="LM", adjectives=("Lomari",)),
    entry("kv-defense", "Ministry of Defense of Karvenia", "ministry", country="KV", organ="defense"),
    entry("lm-defense", "Ministry of Defense of Lomar", "ministry", country="LM", organ="defense"),
    entry("tamsel-brigade", "Liwa al-Tamsel", "armed-group", "TBK", "Tamsel Brigade", country="KV"),
    entry("ansar-veldin", "Ansar al-Veldin", "armed-group", country="KV"),
    entry("free-army", "Karvenian Free Army", "armed-group", country="KV"),
    entry("osmar-movement", "Osmar Movement", "party", country="LM"),
    entry("north-front", "Zarah Front", "armed-group", "ZF-1"),
    entry("south-front", "Zirah Front", "armed-group"),
    entry("veld", "Tomas Veld", "person", "El Faro", country="KV"),
    entry("qadir", "Abd al-Qadir Hosni", "person"),
)  # fmt: skip
ORGANS = {"defense": ("Ministry of Defense of {state}", "{adjective} Ministry of Defense")}


SHIPPED = Registry(load_actors(), load_name_words())


@pytest.fixture(scope="module")
def registry():
    return Registry(ActorPack({each.id: each for each in ENTRIES}, ORGANS), load_name_words())


def found(registry, name, *, person=None):
    resolution = registry.find(name, person=person)
    return resolution and resolution.entry.id


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Liwa al-Tamsel", "tamsel-brigade"),
        ("the Tamsel Brigade", "tamsel-brigade"),
        ("Lewa Tamsel", "tamsel-brigade"),
        ("Karvenian Tamsel Brigade", "tamsel-brigade"),
        ("TBK", "tamsel-brigade"),
        ("Anssar Veldeen", "ansar-veldin"),
        ("Karvenia", "kv"),
        ("Karvenia's Defence Ministry", "kv-defense"),
        ("Lomari Ministry of Defense", "lm-defense"),
        ("Defense Ministry of Lomar", "lm-defense"),
        ("Tomas Veld", "veld"),
        ("El Faro", "veld"),
        ("Abdulkader Husni", "qadir"),
    ],
)
def test_a_name_means_its_entry_in_any_spelling(registry, name, key):
    assert found(registry, name) == key


@pytest.mark.parametrize(
    "name",
    [
        "the group", "the militia", "Group", "The Brigade", "the army", "Army", "Movement", "Security Forces",
        "Ministry of Defense", "Defense Ministry", "Armed Faction", "2nd Brigade", "Front", "officials", "",
    ],
)  # fmt: skip
def test_a_generic_name_is_nobody(registry, name):
    assert registry.find(name, person=None) is None


@pytest.mark.parametrize(
    "name",
    [
        "Karvenian",  # a people, not the state
        "2nd Tamsel Brigade",
        "Saraya al-Tamsel",
        "Lomari Tamsel Brigade",  # it is of another state
        "Free Army",  # of which state?
        "Osmar",  # a person's name too
        "Veld",
        "tbk",
        "Spokesman for the Tamsel Brigade",
        "Tomas Shah Veld",
        "Abd al-Qadir Hosni Veld",
        "Ministry of Defense of Tamsel",
    ],
)
def test_a_name_that_is_not_sure_is_nobody(registry, name):
    assert registry.find(name, person=None) is None


def test_a_name_that_fits_two_entries_is_nobody(registry):
    assert found(registry, "Zarah Front") == "north-front"
    assert found(registry, "Zerah Front") is None


def test_a_person_is_no_body_and_a_body_no_person(registry):
    assert found(registry, "Karvenia", person=True) is None
    assert found(registry, "Ansar Veldeen", person=True) is None
    assert found(registry, "Tomas Veld", person=False) is None


def test_a_body_that_the_model_took_for_a_person_is_known_by_its_very_name_or_its_sort(registry):
    assert found(registry, "Ansar al-Veldin", person=True) == "ansar-veldin"
    assert found(registry, "Lewa Tamsel", person=True) == "tamsel-brigade"


def test_a_resolution_says_how_sure_it_is_and_why(registry):
    sure = registry.find("Liwa al-Tamsel", person=None)
    assert sure.entry == Actor("tamsel-brigade", "Liwa al-Tamsel", "armed-group")
    assert (sure.score, sure.reasons, sure.decided_by) == (
        1.0,
        ("the registry has the name",),
        "registry of actors",
    )
    less = registry.find("Karvenian Liwa Tamsel", person=None)
    assert 0.85 <= less.score < 1
    assert less.reasons[0] == 'like "Liwa al-Tamsel"'


ODD = st.lists(
    st.sampled_from(["Al", "the", "Abd", "Din", "Allah", "1st", "U.S.", "@iq", "الله", "-", '"', "’s", "Ω"])
)


@given(st.text(max_size=30) | ODD.map(" ".join), st.sampled_from([True, False, None]))
def test_any_words_whatever_mean_an_entry_or_none(name, person):
    found = SHIPPED.find(name, person=person)
    assert found is None or 0.85 <= found.score <= 1


def test_voices_actors_and_targets_get_their_entries(registry):
    report = written(
        "The Tamsel Brigade (TBK) met. The TBK said Tomas Veld shelled Lomar.",
        people=["Tomas Veld"],
        bodies=["Tamsel Brigade"],
    )
    one = claim(
        report, "Tomas Veld shelled Lomar", chain=["The TBK"], actors=["Tomas Veld"], targets=["Lomar"]
    )
    (named,) = resolved(report, one, registry=registry)
    (voice,) = named.chain
    assert voice.kind is VoiceKind.INSTITUTION
    mentions = (voice.who, *named.actors, *named.targets)
    assert [m.resolution.entry.id for m in mentions] == ["tamsel-brigade", "veld", "lm"]


def test_a_claim_about_nobody_known_stays_without_entries(registry):
    report = written("The board said ferries sank.")
    (named,) = resolved(report, claim(report, "ferries sank", chain=["The board"]), registry=registry)
    assert named.chain[0].who.resolution is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kataeb Hizbullah", "kataib-hizballah"),
        ("Lebanese Hizbollah", "hezbollah"),
        ("حزب الله", "hezbollah"),
        ("PMF's 30th Brigade", "shabak-militia"),
        ("Iraq's Interior Ministry", "iq-ministry-of-interior"),
        ("Nigerien army", "ne-army"),
        ("Nigerian army", "ng-army"),
        ("the Pentagon", "us-department-of-defense"),
        ("Qasem Solaimani", "qassem-soleimani"),
        ("Cartel de Sinaloa", "sinaloa-cartel"),
        ("Ministry of Defense", None),
        ("Iraqi", None),
        ("us", None),
    ],
)
def test_the_shipped_registry_knows_its_own(name, key):
    assert found(SHIPPED, name) == key


def test_every_name_of_the_shipped_registry_means_its_own_entry():
    pack = load_actors()
    for actor in pack.entries.values():
        for name in (actor.name, *(other.text for other in actor.names)):
            assert found(SHIPPED, name, person=actor.kind == "person") == actor.id, name
