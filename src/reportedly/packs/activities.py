"""The activity pack: what can be going on, and the words that show it, indexed by lemma."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from pathlib import Path

from reportedly.errors import PackError
from reportedly.packs.codebooks import ACLED_SUB_EVENTS, PLOVER_TYPES
from reportedly.packs.reading import Entry, read_pack
from reportedly.packs.spelling import spellings
from reportedly.records import Activity

SHIPPED = Path(__file__).with_name("activities.yml")
_PER_CONDITION = 0.08
_STRENGTHS = {"weak": 0.35, "normal": 0.65, "strong": 0.9}
_CONDITIONS = ("with", "and", "object", "subject", "unless")


class TriggerKind(StrEnum):
    """What the word that starts a trigger has to be."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    WORD = "word"
    PHRASE = "phrase"


class Role(StrEnum):
    """What a grammatical subject or object is in the activity."""

    ACTOR = "actor"
    TARGET = "target"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Roles:
    """Who the active-voice subject and object of a trigger's word are."""

    subject: Role
    object: Role


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words and conditions that show one activity.

    `number` counts from 1 within the activity. `strength` in 0 … 1. `alongside` and `beside` each ask
    for one of their lemmas anywhere in the proposition, `objects` and `subjects` among the dependents,
    `unless` for none; empty asks nothing. `asked` are the first four without the empty ones.
    """

    activity: str
    number: int
    kind: TriggerKind
    strength: float
    alongside: frozenset[str]
    beside: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    unless: frozenset[str]
    roles: Roles
    acled: str | None
    asked: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put together what it asks for, which is looked through time and again."""
        asked = (self.subjects, self.objects, self.alongside, self.beside)
        object.__setattr__(self, "asked", tuple(lemmas for lemmas in asked if lemmas))

    @property
    def weight(self) -> float:
        """What it counts where it stands at the predicate: its strength, and more with each condition."""
        return self.strength + _PER_CONDITION * self.conditions

    @property
    def conditions(self) -> int:
        """How many things it asks for besides its own word."""
        return len(self.asked)


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """One activity of the pack: how it is filed, here and by others.

    `acled` is None where ACLED records no such event. `triggers` is how many there are.
    """

    id: str
    theme: str
    definition: str
    plover: str
    context: str
    acled: str | None
    roles: Roles
    triggers: int

    @property
    def activity(self) -> Activity:
        """The activity as claims hold it."""
        return self.filed(self.acled)

    def filed(self, acled: str | None) -> Activity:
        """Return the activity as claims hold it, filed by ACLED as a trigger says."""
        return Activity(self.id, self.plover, self.context, acled)


@dataclass(frozen=True, slots=True)
class ActivityPack:
    """Every activity, its triggers by first lemma, and the goods that count as items.

    A phrase is a tuple of lemmas; `phrases` files it under the first, and `ends` its number there under the
    first and the last: "in" alone begins seventy. `items` maps a lemma to the kinds of goods that it names.
    """

    activities: Mapping[str, ActivityEntry]
    triggers: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Trigger], ...]]
    items: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, Mapping[str, Sequence[int]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """File the phrases by their ends."""
        object.__setattr__(self, "ends", {first: _by_last(found) for first, found in self.phrases.items()})


def _by_last(phrases: Sequence[tuple[tuple[str, ...], Trigger]]) -> dict[str, list[int]]:
    ends: dict[str, list[int]] = {}
    for number, (lemmas, _) in enumerate(phrases):
        ends.setdefault(lemmas[-1], []).append(number)
    return ends


def read_activities(path: Path) -> ActivityPack:
    """Read and check an activity pack.

    Args:
        path: the YAML file.

    Raises:
        PackError: the file breaks a rule; it names the entry and the key.
    """
    top = read_pack(path)
    top.only(("contexts", "items", "lists", "activities"))
    items, lists = _named_lists(top, "items"), _named_lists(top, "lists")
    if both := items.keys() & lists.keys():
        raise top.wrong("lists", f"names {min(both)!r}, which is in items too", "rename one of the two")
    contexts, named = frozenset(top.texts("contexts")), {**lists, **items}
    filing = _Filing({}, {}, {})
    for entry in top.entries("activities", named_by="id"):
        _file_activity(entry, filing, contexts, named)
    if not filing.activities:
        raise top.wrong("activities", "is empty", "add at least one activity")
    return ActivityPack(
        filing.activities,
        {lemma: tuple(found) for lemma, found in filing.triggers.items()},
        {lemma: tuple(found) for lemma, found in filing.phrases.items()},
        _by_lemma(items),
    )


@dataclass(frozen=True, slots=True)
class _Filing:
    activities: dict[str, ActivityEntry]
    triggers: dict[str, list[Trigger]]
    phrases: dict[str, list[tuple[tuple[str, ...], Trigger]]]


def _named_lists(top: Entry, key: str) -> dict[str, frozenset[str]]:
    section = top.entry(key)
    return {
        name: frozenset(chain.from_iterable(spellings(lemma.lower()) for lemma in section.texts(name)))
        for name in section.names()
    }


def _by_lemma(items: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, lemmas in items.items():
        for lemma in lemmas:
            found.setdefault(lemma, []).append(kind)
    return {lemma: tuple(kinds) for lemma, kinds in sorted(found.items())}


def _file_activity(
    entry: Entry, filing: _Filing, contexts: frozenset[str], named: Mapping[str, frozenset[str]]
) -> None:
    entry.only(("id", "theme", "definition", "plover", "context", "acled", "roles", "triggers"))
    name = entry.text("id")
    if name in filing.activities:
        raise entry.wrong("id", f"{name!r} is there twice", "merge the two entries")
    roles, triggers = _roles(entry, Roles(Role.ACTOR, Role.TARGET)), entry.entries("triggers")
    filing.activities[name] = ActivityEntry(
        id=name,
        theme=entry.text("theme"),
        definition=entry.text("definition"),
        plover=entry.choice("plover", PLOVER_TYPES),
        context=entry.choice("context", contexts),
        acled=entry.choice_or_none("acled", ACLED_SUB_EVENTS),
        roles=roles,
        triggers=len(triggers),
    )
    if not triggers:
        raise entry.wrong("triggers", "is empty, so it can never be recognised", "add a trigger")
    for number, each in enumerate(triggers, start=1):
        _file_trigger(each, filing.activities[name], filing, number=number, named=named)


def _file_trigger(
    entry: Entry,
    activity: ActivityEntry,
    filing: _Filing,
    *,
    number: int,
    named: Mapping[str, frozenset[str]],
) -> None:
    kinds = [kind for kind in TriggerKind if entry.has(kind)]
    entry.only((*TriggerKind, *_CONDITIONS, "strength", "roles", "acled"))
    if len(kinds) != 1:
        raise PackError(entry.where, f"starts from {len(kinds)} kinds of word", "give it exactly one")
    kind = kinds[0]
    asked = {key: _lemmas(entry, key, named) for key in _CONDITIONS}
    trigger = Trigger(
        activity=activity.id,
        number=number,
        kind=kind,
        strength=_STRENGTHS[entry.choice("strength", _STRENGTHS, "normal")],
        alongside=asked["with"],
        beside=asked["and"],
        objects=asked["object"],
        subjects=asked["subject"],
        unless=asked["unless"],
        roles=_roles(entry, activity.roles),
        acled=entry.choice_or_none("acled", ACLED_SUB_EVENTS, activity.acled),
    )
    starts = _lemmas(entry, kind, named)
    if not starts:
        raise entry.wrong(kind, "is empty", "name at least one lemma")
    for start in sorted(starts):
        _file_start(start, trigger, filing)


def _file_start(start: str, trigger: Trigger, filing: _Filing) -> None:
    parts = tuple(start.lower().replace("-", " ").split())
    if trigger.kind is TriggerKind.PHRASE or len(parts) > 1:
        filing.phrases.setdefault(parts[0], []).append((parts, trigger))
    else:
        filing.triggers.setdefault(parts[0], []).append(trigger)


def _lemmas(entry: Entry, key: str, named: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for lemma in entry.texts(key):
        if not lemma.startswith("$") or lemma == "$":  # a dollar sign by itself is a word
            found |= spellings(lemma.lower())
        elif lemma[1:] in named:
            found |= named[lemma[1:]]
        else:
            raise entry.wrong(key, f"asks for a list {lemma!r}", "add it under lists or items")
    return frozenset(found)


def _roles(entry: Entry, default: Roles) -> Roles:
    if not entry.has("roles"):
        return default
    roles = entry.entry("roles")
    roles.only(("subject", "object"))
    subject = roles.choice("subject", Role, default.subject)
    return Roles(Role(subject), Role(roles.choice("object", Role, default.object)))
