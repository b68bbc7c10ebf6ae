"""Finds the entry of the registry of actors that a name means, or none.

Invariant: a name that fits two entries, or no one body ("the army", "the group"), means none.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from reportedly.packs import ActorEntry, ActorPack, NameWords
from reportedly.records import Actor, Resolution
from reportedly.resolve.fold import fold_word, outline
from reportedly.resolve.match import SAME, BodyName, Match, Matcher, compare_bodies, compare_people, whole
from reportedly.resolve.parts import split_name

DECIDED_BY = "registry of actors"
REMEMBERED = 16_384
APART = 0.02  # two entries nearer than this in their scores are both possible, so neither is meant
STATE_SAID = 0.02  # "Yemen's Houthis" for the Houthis: sure, but less than the name alone
CANDIDATES = 40  # names compared with one name, at most
SIZES_APART = 2  # words that one of two names may have more
LONGEST_PARTICLE = 3  # letters
LONGEST_WORDS = 14  # a longer name is a phrase
_INITIALS = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z0-9/-]{2,8}")
_PUNCTUATION = str.maketrans("-–—_/", "     ", "'’‘ʼʿʾ`´ʹ\".,")


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of an entry."""

    text: str
    entry: ActorEntry
    words: tuple[str, ...]


class Registry:
    """The registry with its names indexed, for any number of documents.

    Nothing is indexed before the first name is asked for.

    Args:
        pack: the entries.
        words: what the words of a name do in it.
    """

    def __init__(self, pack: ActorPack, words: NameWords) -> None:
        self._pack = pack
        self._words = words
        self._remembered = lru_cache(REMEMBERED)(self._find)

    def find(self, name: str, *, person: bool | None) -> Resolution | None:
        """Return the entry that a name means.

        Args:
            name: in full, as the document spells it.
            person: whether it is a person's, or None where nobody knows.

        Returns:
            The decision with its score and reasons; None where no entry is sure enough.
        """
        return self._remembered(name, person)

    def _find(self, name: str, person: bool | None) -> Resolution | None:
        if not name or name.islower():
            return None
        found = self._by_exact_name(name, person)
        if found is not None or _is_phrase(name):
            return found
        if person and self._says_body(name):
            person = None  # the model took "Kataeb …" for a person
        if person is not True:
            found = self._by_organ(name) or self._by_likeness(name, person=False)
        if found is None and person is not False:
            found = self._by_likeness(name, person=True)
        return found

    def _by_exact_name(self, name: str, person: bool | None) -> Resolution | None:
        owners = self._exact.get(_key(name)) or self._exact.get(_plain(name), ())
        fits = [entry for entry in owners if person is None or person == (entry.kind == "person")]
        if not fits and person and " " in name:
            fits = list(owners)  # "El Tiempo" was taken for a person; "Jordan" may be one
        if len(fits) != 1:
            return None
        return _decided(fits[0], Match(1.0, ("the registry has the name",)))

    def _by_organ(self, name: str) -> Resolution | None:
        """Return the organ that a name with a state in it means: "Iraq's defence ministry"."""
        if not self._matcher.may_have_state(name):
            return None
        body = self._matcher.body(name)
        if len(body.states) != 1 or body.numbers:
            return None
        organ = self._organs.get(_organ_key(body))
        entry = self._pack.entries.get(f"{next(iter(body.states)).lower()}-{organ}") if organ else None
        return _decided(entry, Match(0.97, ("the words for the organ, and its state",))) if entry else None

    def _by_likeness(self, name: str, *, person: bool) -> Resolution | None:
        """Return the entry with the name most like this one, when no other entry has one nearly as like."""
        candidates = self._candidates(name, person=person)
        if not candidates or (not person and self._is_generic(name)):
            return None
        best: dict[str, tuple[Match, _Name]] = {}
        for other in candidates:
            match = self._compared(name, other, person=person)
            if (
                match.score >= SAME
                and match.score > best.get(other.entry.id, (Match(0.0, ()), other))[0].score
            ):
                best[other.entry.id] = (match, other)
        ranked = sorted(best.values(), key=lambda each: (-each[0].score, each[1].entry.id))
        if not ranked or (len(ranked) > 1 and ranked[0][0].score - ranked[1][0].score < APART):
            return None
        match, other = ranked[0]
        return _decided(other.entry, Match(match.score, (f'like "{other.text}"', *match.reasons)))

    def _compared(self, name: str, other: _Name, *, person: bool) -> Match:
        if person:
            who, whom = self._matcher.person(name), self._matcher.person(other.text)
            if len(who) != len(whom) and whole(who, whom) is None:
                return Match(0.0, ("a name is left out",))
            return compare_people(who, whom)
        mine, its = self._matcher.body(name), self._matcher.body(other.text)
        said = mine.states - its.states
        if its.states - mine.states or said - {other.entry.country}:
            return Match(0.0, ("states differ",))
        if not (its.strong <= mine.strong and its.weak <= mine.weak):
            return Match(0.0, ("a word for its sort is missing",))
        if not said:
            return compare_bodies(mine, its)
        match = compare_bodies(replace(mine, states=its.states), its)
        return Match(round(match.score - STATE_SAID, 4), (*match.reasons, "its own state stands before it"))

    def _says_body(self, name: str) -> bool:
        """Whether a word of a name says a sort of body: "brigades", "harakat"."""
        body = self._matcher.body(name)
        return bool(body.strong or body.weak)

    def _is_generic(self, name: str) -> bool:
        """Whether no word of a name tells a body from others of its sort."""
        body = self._matcher.body(name)
        return not any(word.text not in self._generic for word in body.told)

    def _candidates(self, name: str, *, person: bool) -> list[_Name]:
        """Return the names that share a name's words, all but one at least, of people two at least."""
        words = tuple(dict.fromkeys(split_name(name, self._words.particles)))
        index, shared = self._by_outline[person], dict[int, int]()
        for word in words:
            for number in index.get(outline(word), ()):
                shared[number] = shared.get(number, 0) + 1
        least = max(len(words) - 1, 2 if person else 1)
        enough = [(-count, number) for number, count in shared.items() if count >= least]
        names = (self._names[number] for _, number in sorted(enough)[:CANDIDATES])
        return [other for other in names if abs(len(other.words) - len(words)) <= SIZES_APART]

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._words, name_states(self._pack))

    @cached_property
    def _names(self) -> list[_Name]:
        return [
            _Name(text, entry, split_name(text, self._words.particles))
            for entry in self._pack.entries.values()
            if entry.organ is None and entry.kind != "state"
            for text in (entry.name, *(other.text for other in entry.names))
        ]

    @cached_property
    def _exact(self) -> dict[str, tuple[ActorEntry, ...]]:
        """Entries by their names without punctuation; initials keep their case."""
        found: dict[str, dict[str, ActorEntry]] = {}
        for entry in self._pack.entries.values():
            for text in (entry.name, *(other.text for other in entry.names)):
                found.setdefault(_key(text), {})[entry.id] = entry
        return {key: tuple(entries.values()) for key, entries in found.items()}

    @cached_property
    def _by_outline(self) -> dict[bool, dict[str, list[int]]]:
        """Numbers of names by the outline of each word, people apart; initials have one spelling."""
        found: dict[bool, dict[str, list[int]]] = {True: {}, False: {}}
        for number, name in enumerate(self._names):
            if len(name.text) > 8 or not _INITIALS.fullmatch(name.text):
                under = found[name.entry.kind == "person"]
                for word in dict.fromkeys(name.words):
                    under.setdefault(outline(word), []).append(number)
        return found

    @cached_property
    def _organs(self) -> dict[tuple[object, ...], str]:
        found: dict[tuple[object, ...], str] = {}
        for organ, names in self._pack.organs.items():
            for name in names:
                bare = re.sub(r"\{\w+\}", " ", name)
                found.setdefault(_organ_key(self._matcher.body(bare)), organ)
        return found

    @cached_property
    def _generic(self) -> frozenset[str]:
        return frozenset(fold_word(word).text for word in self._words.generic)


def _is_phrase(name: str) -> bool:
    """Whether words describe rather than name: most of them small, or very many."""
    words = name.split()
    small = sum(word.islower() and len(word) > LONGEST_PARTICLE for word in words)
    return len(words) > LONGEST_WORDS or (small > 2 and small * 2 > len(words))


def name_states(pack: ActorPack) -> dict[str, str]:
    """Return the code of each state by its names in Latin letters and its adjectives."""
    return {
        text: entry.country
        for entry in pack.entries.values()
        if entry.kind == "state" and entry.country
        for text in (entry.name, *entry.adjectives, *(o.text for o in entry.names if o.language is None))
    }


def _plain(name: str) -> str:
    """Return a name without case, article and punctuation."""
    words = name.translate(_PUNCTUATION).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _key(name: str) -> str:
    """Return what a name is filed under: plain, but for initials, which keep their case."""
    return bare if len(name) < 12 and _INITIALS.fullmatch(bare := name.replace(".", "")) else _plain(name)


def _organ_key(body: BodyName) -> tuple[object, ...]:
    return body.strong, body.weak, tuple(sorted(word.text for word in body.told))


def _decided(entry: ActorEntry, match: Match) -> Resolution:
    return Resolution(Actor(entry.id, entry.name, entry.kind), match.score, match.reasons, DECIDED_BY)
