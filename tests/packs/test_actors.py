import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import ACTOR_KINDS, RELATION_KINDS, OtherName, Relation, compiled, load_actors
from reportedly.packs.actors import FOLDER, read_actors

STATE = {"id": "kv", "name": "Karvenia", "kind": "state", "country": "KV", "adjectives": ["Karvenian"]}
BRIGADE = {"id": "tamsel-brigade", "name": "Liwa al-Tamsel", "kind": "armed-group"}
ADDRESS = "https://example.org/tamsel"


@pytest.fixture(scope="module")
def shipped():
    return load_actors()


def folder_of(tmp_path, *actors, sources=None, organs=()):
    tree = {"sources": sources or {}, "actors": list(actors), "organs": list(organs)}
    (tmp_path / "lomar.yml").write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return tmp_path


def related(**relation):
    return {**BRIGADE, "relations": [{"kind": "backed-by", "target": "kv", "source": ADDRESS, **relation}]}


def test_an_entry_has_its_names_with_the_language_of_another_script(tmp_path):
    pack = read_actors(
        folder_of(tmp_path, {**BRIGADE, "names": ["Tamsel Brigade"], "original": {"ar": ["لواء"]}})
    )
    entry = pack.entries["tamsel-brigade"]
    assert (entry.name, entry.kind, entry.country) == ("Liwa al-Tamsel", "armed-group", None)
    assert entry.names == (OtherName("Tamsel Brigade", None), OtherName("لواء", "ar"))


def test_a_relation_has_dates_as_precise_as_known_and_a_source_of_the_file(tmp_path):
    actor = related(since="2014", until="2014-06", designation="Lomar list", source="board")
    pack = read_actors(folder_of(tmp_path, STATE, actor, sources={"board": ADDRESS}))
    (relation,) = pack.entries["tamsel-brigade"].relations
    assert relation == Relation("backed-by", "kv", "2014", "2014-06", "Lomar list", ADDRESS)


def test_an_organ_is_a_part_of_each_of_its_states(tmp_path):
    organ = {
        "id": "navy",
        "name": "Navy of {state}",
        "kind": "armed-force",
        "source": ADDRESS,
        "states": ["KV"],
    }
    pack = read_actors(folder_of(tmp_path, STATE, organs=[organ]))
    navy = pack.entries["kv-navy"]
    assert (navy.name, navy.country, navy.organ) == ("Navy of Karvenia", "KV", "navy")
    assert navy.relations == (Relation("part-of", "kv", None, None, None, ADDRESS),)
    assert pack.organs == {"navy": ("Navy of {state}",)}


@pytest.mark.parametrize(
    ("actor", "wrong"),
    [
        (related(target="nobody"), r"lomar\.yml, actors tamsel-brigade, relations 1, key 'target'"),
        (related(target="tamsel-brigade"), "key 'target'"),
        (related(kind="likes"), "key 'kind'.*'likes'"),
        (related(since="June 2014"), "key 'since'"),
        (related(since="2014-13"), "key 'since'"),
        (related(since="2014-06", until="2013"), "key 'until'"),
        (related(source="a book"), "key 'source'"),
        ({**BRIGADE, "relations": [{"kind": "part-of", "target": "kv"}]}, "key 'source'"),
        ({**BRIGADE, "kind": "gang"}, r"lomar\.yml, actors tamsel-brigade, key 'kind'"),
        ({**BRIGADE, "id": "Tamsel Brigade"}, "key 'id'"),
        ({**BRIGADE, "id": "kv"}, "twice"),
        ({**BRIGADE, "country": "Karvenia"}, "key 'country'"),
        ({**BRIGADE, "aliases": ["TBK"]}, "key 'aliases'.*not a known key"),
        ({**BRIGADE, "names": ["karvenia"]}, "is a name of 'kv' too"),
        ({**BRIGADE, "original": {"Arabic": ["لواء"]}}, "key 'original'"),
        ({"id": "lm", "name": "Lomar", "kind": "state"}, "key 'country'"),
    ],
)
def test_a_broken_entry_is_refused_with_its_file_entry_and_key(tmp_path, actor, wrong):
    with pytest.raises(PackError, match=wrong):
        read_actors(folder_of(tmp_path, STATE, actor))


def test_an_organ_of_a_state_without_an_entry_is_refused(tmp_path):
    organ = {
        "id": "navy",
        "name": "Navy of {state}",
        "kind": "armed-force",
        "source": ADDRESS,
        "states": ["LM"],
    }
    with pytest.raises(PackError, match="'LM'"):
        read_actors(folder_of(tmp_path, STATE, organs=[organ]))


def test_an_edited_folder_is_read_itself(tmp_path):
    assert list(load_actors(folder_of(tmp_path, STATE)).entries) == ["kv"]


def test_the_compiled_file_is_the_one_of_the_shipped_files():
    """When it is not: `make docs`."""
    written = compiled.write_compiled(read_actors(FOLDER), compiled.digest_files(FOLDER))
    assert compiled.COMPILED.read_text("utf-8") == written
    assert load_actors() == read_actors(FOLDER)


def test_a_missing_compiled_file_changes_nothing_but_the_time(monkeypatch, tmp_path, shipped):
    monkeypatch.setattr(compiled, "COMPILED", tmp_path / "gone.json")
    assert load_actors() == shipped


def test_the_registry_has_the_regions_and_sorts_that_it_is_for(shipped):
    counts = [entry.kind for entry in shipped.entries.values()]
    for kind, least in (
        ("state", 193),
        ("ministry", 100),
        ("media", 100),
        ("court", 25),
        ("armed-group", 200),
    ):
        assert counts.count(kind) >= least, kind
    for country in ("IQ", "SY", "YE", "LB", "AF", "ML", "MX", "CO"):
        armed = {"armed-group", "criminal-group"}
        assert [e for e in shipped.entries.values() if e.country == country and e.kind in armed], country


def test_the_popular_mobilization_forces_have_forty_factions_without_the_bare_numbers(shipped):
    factions = [
        entry.id
        for entry in shipped.entries.values()
        if not entry.id.startswith("pmf-")
        and ("part-of", "popular-mobilization-forces") in {(r.kind, r.target) for r in entry.relations}
    ]
    assert len(factions) >= 40


def test_every_kind_is_in_use_and_every_designation_says_which(shipped):
    entries = shipped.entries.values()
    assert {entry.kind for entry in entries} == ACTOR_KINDS
    relations = [relation for entry in entries for relation in entry.relations]
    assert {relation.kind for relation in relations} <= RELATION_KINDS
    for relation in relations:
        assert (relation.kind == "designated-by") == (relation.designation is not None), relation
        assert relation.kind != "designated-by" or relation.since, relation


def test_groups_of_arabic_and_persian_speaking_countries_have_a_name_in_their_script(shipped):
    armed = [
        e for e in shipped.entries.values() if e.kind == "armed-group" and e.country in {"IQ", "SY", "LB"}
    ]
    written = [entry for entry in armed if any(name.language for name in entry.names)]
    assert len(written) / len(armed) > 0.75
