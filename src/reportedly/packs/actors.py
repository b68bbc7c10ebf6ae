"""The registry of actors: states and their organs, armed groups, courts, media; one file a region or sort."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.packs.reading import Entry, read_pack

ACTOR_KINDS = frozenset(
    """
    state government ministry agency armed-force police intelligence parliament court prosecutor
    international-organization mission coalition organization party umbrella armed-group criminal-group
    company media person
    """.split()
)
RELATION_KINDS = frozenset(
    "part-of backed-by commanded-by splinter-of successor-of allied-with designated-by".split()
)
FOLDER = Path(__file__).with_name("actors")
_WORDS = re.compile(r"[^\W_]+")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name in use; `language` is the ISO 639 code of one in another script than Latin, or None."""

    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What an actor is to another, the `target`, by whom a reader can check it (`source`, an address).

    `since` and `until` are ISO 8601 dates as precise as known: a year, a month or a day; None where unknown,
    for `until` also where it goes on. `designation` is the list or order of a designation.
    """

    kind: str
    target: str
    since: str | None
    until: str | None
    designation: str | None
    source: str


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A party with its names and relations.

    `country` is an ISO 3166-1 alpha-2 code, or None for what belongs to no one country. `adjectives` are
    those of a state ("Iraqi"). `organ` is the id of the organ that the entry is of its state, whose names
    stand in `ActorPack.organs`.
    """

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[OtherName, ...]
    adjectives: tuple[str, ...]
    relations: tuple[Relation, ...]
    organ: str | None = None


@dataclass(frozen=True, slots=True)
class ActorPack:
    """All entries by id, and the names of the organs of many states, with {state} or {adjective} in them."""

    entries: Mapping[str, ActorEntry]
    organs: Mapping[str, tuple[str, ...]]


def read_actors(folder: Path) -> ActorPack:
    """Read and check the files of a folder.

    Args:
        folder: where the *.yml files lie.

    Returns:
        The pack, entries in the order of the files and their lines, organs last.

    Raises:
        PackError: a file breaks a rule; it names the file, the entry and the key.
    """
    tops = [read_pack(path) for path in sorted(folder.glob("*.yml"))]
    entries: dict[str, ActorEntry] = {}
    for entry, source in _each(tops, "actors"):
        _file(entry, _actor(entry, source), entries)
    organs: dict[str, tuple[str, ...]] = {}
    for entry, _ in _each(tops, "organs"):
        organs[entry.text("id")] = (entry.text("name"), *entry.texts("names"))
        for organ in _organs(entry, entries):
            _file(entry, organ, entries)
    _check_relations(tops, entries)
    _check_names(tops, entries)
    return ActorPack(entries, organs)


def _each(tops: Iterable[Entry], section: str) -> Iterator[tuple[Entry, Entry]]:
    """Yield each entry of a section with the sources of its file."""
    for top in tops:
        top.only(("sources", "actors", "organs"))
        for entry in top.entries(section, named_by="id"):
            yield entry, top.entry("sources")


def _file(entry: Entry, actor: ActorEntry, entries: dict[str, ActorEntry]) -> None:
    if actor.id in entries:
        raise entry.wrong("id", f"{actor.id!r} is there twice", "leave it in one place")
    entries[actor.id] = actor


def _actor(entry: Entry, sources: Entry) -> ActorEntry:
    entry.only(("id", "name", "kind", "country", "names", "adjectives", "original", "relations"))
    kind = entry.choice("kind", ACTOR_KINDS)
    country = (
        _matching(entry, "country", _CODE, "an ISO 3166-1 code such as IQ") if entry.has("country") else None
    )
    if kind == "state" and country is None:
        raise entry.wrong("country", "is missing", "write the ISO 3166-1 alpha-2 code of the state")
    return ActorEntry(
        id=_matching(entry, "id", _ID, "small letters, digits and hyphens"),
        name=entry.text("name"),
        kind=kind,
        country=country,
        names=tuple(_names(entry)),
        adjectives=entry.texts("adjectives"),
        relations=tuple(_relation(each, sources) for each in entry.entries("relations")),
    )


def _names(entry: Entry) -> Iterator[OtherName]:
    yield from (OtherName(text, None) for text in entry.texts("names"))
    original = entry.entry("original")
    for language in original.names():
        if not _LANGUAGE.fullmatch(language):
            raise entry.wrong("original", f"has {language!r}", "write an ISO 639 code such as ar")
        yield from (OtherName(text, language) for text in original.texts(language))


def _relation(entry: Entry, sources: Entry) -> Relation:
    entry.only(("kind", "target", "since", "until", "designation", "source"))
    source = entry.text("source")
    if sources.has(source):
        source = sources.text(source)
    elif not source.startswith("https://"):
        raise entry.wrong(
            "source", f"is {source!r}", "write an https address, or a key of the file's sources"
        )
    kind = entry.choice("kind", RELATION_KINDS)
    since, until = (_date(entry, key) for key in ("since", "until"))
    if since and until and until[: len(since)] < since[: len(until)]:
        raise entry.wrong("until", f"is {until!r}, before {since!r}", "write the later date")
    designation = entry.text("designation") if entry.has("designation") else None
    return Relation(kind, entry.text("target"), since, until, designation, source)


def _date(entry: Entry, key: str) -> str | None:
    return _matching(entry, key, _DATE, 'a date in quotes: "2014", "2014-06" …') if entry.has(key) else None


def _matching(entry: Entry, key: str, pattern: re.Pattern[str], form: str) -> str:
    value = entry.text(key)
    if not pattern.fullmatch(value):
        raise entry.wrong(key, f"is {value!r}", f"write {form}")
    return value


def _organs(entry: Entry, entries: Mapping[str, ActorEntry]) -> Iterator[ActorEntry]:
    """Yield the organ of each of its states, as a part of that state."""
    entry.only(("id", "name", "kind", "names", "source", "states"))
    organ, name, source = entry.text("id"), entry.text("name"), entry.text("source")
    kind = entry.choice("kind", ACTOR_KINDS)
    for code in entry.texts("states"):
        state = entries.get(code.lower())
        if state is None or state.kind != "state":
            raise entry.wrong("states", f"holds {code!r}", "write codes of states that have an entry")
        part = Relation("part-of", state.id, None, None, None, source)
        full = name.replace("{state}", state.name)
        yield ActorEntry(f"{state.id}-{organ}", full, kind, code, (), (), (part,), organ)


def _check_relations(tops: Iterable[Entry], entries: Mapping[str, ActorEntry]) -> None:
    for entry, _ in _each(tops, "actors"):
        for relation in entry.entries("relations"):
            target = relation.text("target")
            if target not in entries or target == entry.text("id"):
                raise relation.wrong(
                    "target", f"is {target!r}, no other entry", "write the id of another entry"
                )


def _check_names(tops: Iterable[Entry], entries: Mapping[str, ActorEntry]) -> None:
    """Refuse a name that two entries of one sort share: it would be neither."""
    owners: dict[tuple[bool, str], str] = {}
    for entry, _ in _each(tops, "actors"):
        actor = entries[entry.text("id")]
        for text in (actor.name, *(other.text for other in actor.names)):
            plain = " ".join(_WORDS.findall(text.casefold()))
            owner = owners.setdefault((actor.kind == "person", plain), actor.id)
            if owner != actor.id:
                raise entry.wrong(
                    "names", f"{text!r} is a name of {owner!r} too", "leave it in one place, or in none"
                )
