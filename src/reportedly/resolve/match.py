"""Compares two names and says in words what speaks for and against their being one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.packs import NameWords
from reportedly.resolve.fold import Folded, fold_word
from reportedly.resolve.likeness import alike, may_be_one, read_e, run_together
from reportedly.resolve.parts import split_name

SAME = 0.85  # names at this score and above are one; set for precision, see docs/concepts.md
REMEMBERED = 16_384
_NONE: frozenset[str] = frozenset()  # one for all: a thousand bytes a name otherwise
_LEFT_OUT = 0.04
_PARENT = frozenset({"abu", "um"})  # Abu Bakr: the father of Bakr


@dataclass(frozen=True, slots=True)
class Match:
    """How sure two names are one, in 0 … 1, and why: strongest reason first."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body taken apart.

    `told` are the words that tell it from others of its sort; `strong` and `weak` what sort of body it
    says it is; `states` codes of the states in it, and `leads` whether one stands in front ("Iraqi …").
    """

    told: tuple[Folded, ...]
    strong: frozenset[str]
    weak: frozenset[str]
    numbers: frozenset[str]
    states: frozenset[str]
    leads: bool


class Matcher:
    """Compares names with the words of the pack.

    Args:
        words: what the words of a name do in it.
        states: the code of each state by its names and adjectives, in any case.
    """

    def __init__(self, words: NameWords, states: Mapping[str, str]) -> None:
        self._particles = words.particles
        self._strong = _folded(words.strong)
        self._weak = _folded(words.weak)
        self._same = {form: fold_word(meaning) for form, meaning in _folded(words.same).items()}
        self._directions = words.directions
        self._ordinals = {word: str(number) for number, word in enumerate(words.ordinals, 1)}
        self._phrases = self._by_first(
            {**words.phrases, **{name: f"@{code}" for name, code in states.items()}}
        )
        self.person = lru_cache(REMEMBERED)(self._person)
        self.body = lru_cache(REMEMBERED)(self._body)

    def compare(self, a: str, b: str, *, person: bool) -> Match:
        """Say how sure two names are one person's, or one body's; the order of the two does not matter."""
        a, b = sorted((a, b))
        if person:
            return compare_people(self.person(a), self.person(b))
        return compare_bodies(self.body(a), self.body(b))

    def may_have_state(self, name: str) -> bool:
        """Whether a name holds a word that begins the name or adjective of a state; cheap, to ask first."""
        return any(word in self._phrases for word in split_name(name, self._particles))

    def _by_first(self, phrases: Mapping[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """File each phrase under its first word, longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in phrases.items():
            words = split_name(phrase, self._particles)
            found.setdefault(words[0], []).append((words, meaning))
        for under in found.values():
            under.sort(key=lambda each: -len(each[0]))
        return found

    def _person(self, name: str) -> tuple[Folded, ...]:
        return tuple(fold_word(word) for word in split_name(name, self._particles))

    def _body(self, name: str) -> BodyName:
        words = self._shortened(split_name(name, self._particles))
        told: list[Folded] = []
        strong, weak, numbers, states = set[str](), set[str](), set[str](), set[str]()
        for word in words:
            if word[0] == "@":
                states.add(word[1:])
            elif number := self._number(word):
                numbers.add(number)
            else:
                folded = fold_word(word)
                folded = self._same.get(folded.text, folded)
                if says := _meaning(folded, self._strong):
                    strong.add(says)
                elif says := _meaning(folded, self._weak):
                    weak.add(says)
                elif folded.text and word != "in":
                    told.append(folded)
        leads = bool(words) and words[0][0] == "@"
        says_what, loosely, counts, lands = (
            frozenset(x) if x else _NONE for x in (strong, weak, numbers, states)
        )
        return BodyName(tuple(told), says_what, loosely, counts, lands, leads)

    def _shortened(self, words: Sequence[str]) -> list[str]:
        """Put one word for each phrase."""
        found: list[str] = []
        at = 0
        while at < len(words):
            for phrase, meaning in self._phrases.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found.append(meaning)
                    at += len(phrase)
                    break
            else:
                found.append(words[at])
                at += 1
        return found

    def _number(self, word: str) -> str | None:
        """Return what numbers or directs a body: "1" for "1st" and "first", "north" for "northern"."""
        if word[0].isdigit():
            return word.rstrip("stndrh")
        if word in self._directions:
            return word.removesuffix("ern")
        return self._ordinals.get(word)


def compare_people(a: Sequence[Folded], b: Sequence[Folded]) -> Match:
    """Compare two people's names: first names have to be one, and the others as far as both have them."""
    short, long = sorted((a, b), key=len)
    if not short:
        return Match(0.0, ("no name",))
    if joined := whole(short, long):
        return joined
    if len(short) == 1 or (len(short) == 2 < len(long) and short[0].text in _PARENT):
        return Match(0.5, ("a single name, or that of a son, fits several people",))
    pairs = [alike(x, y) for x, y in zip(short, long, strict=False)]
    if len(short) < len(long) and min(pairs) < SAME:
        return _with_names_between(short, long)
    score = sum(pairs) / len(pairs)
    if min(pairs) < SAME:
        at = min(range(len(pairs)), key=pairs.__getitem__)
        return Match(min(score, 0.6), (f"{short[at].text} is not {long[at].text}",))
    left = len(long) - len(short)
    reasons = ["every name is one but for its spelling"]
    if left:
        reasons.append("the last names are left out in one")
    return Match(round(score - left * _LEFT_OUT, 4), tuple(reasons))


def _with_names_between(short: Sequence[Folded], long: Sequence[Folded]) -> Match:
    """Compare a name with one that has names of fathers in it: three names have to be one."""
    found, at = [], 0
    for word in short:
        likes = [(alike(word, other), -n) for n, other in enumerate(long) if n >= at]
        like, place = max(likes, default=(0.0, 0))
        if like < SAME:
            return Match(min(0.6, like), (f"{word.text} is in one name only",))
        found.append(like)
        at = 1 - place
    if len(short) < 3:
        return Match(0.7, ("the name between them may be another person's",))
    score = sum(found) / len(found) - _LEFT_OUT * (len(long) - len(short))
    return Match(round(score, 4), ("every name of one is in the other, in order",))


def compare_bodies(a: BodyName, b: BodyName) -> Match:
    """Compare two bodies' names: numbers, states and sort of body have to agree, and each word that tells."""
    against = _against(a, b)
    if against is not None:
        return against
    told, reasons = _told(a.told, b.told)
    if told < SAME:
        return Match(round(min(told, 0.7), 4), reasons)
    score, why = told, list(reasons)
    for word in sorted(a.strong ^ b.strong):
        score -= 3 * _LEFT_OUT if len(a.told) > 1 else 0.4
        why.append(f'"{word}" is in one name only')
    for word in sorted(a.weak ^ b.weak):
        score -= _LEFT_OUT
        why.append(f'"{word}" is in one name only')
    if a.states != b.states:
        score -= _LEFT_OUT
        why.append(f"the state {', '.join(sorted(a.states ^ b.states)).upper()} is in one name only")
    return Match(round(max(score, 0.0), 4), tuple(why))


def _against(a: BodyName, b: BodyName) -> Match | None:
    """Return what speaks against two names being one however alike their words are, or None."""
    if a.numbers != b.numbers:
        return Match(0.0, ("numbers or directions differ",))
    if a.states != b.states and (a.states and b.states):
        return Match(0.0, ("states differ",))
    one = a if a.states else b
    if a.states != b.states and not (one.leads and len(one.told) + len(one.strong) > 1 and one.told):
        return Match(0.4, ("a state is in one name only",))
    if a.strong != b.strong and a.strong and b.strong:
        first, second = (
            ", ".join(sorted(each.strong)) for each in sorted((a, b), key=lambda n: sorted(n.strong))
        )
        return Match(0.4, (f"{first} is not {second}",))
    if bool(a.told) != bool(b.told) or not (a.told or a.states or a.numbers):
        return Match(0.3, ("nothing tells the two apart from others",))
    return None


def _told(a: Sequence[Folded], b: Sequence[Folded]) -> tuple[float, tuple[str, ...]]:
    """Return how alike the telling words of two names are, in any order, and why."""
    joined = whole(a, b)
    if joined:
        return joined.score, joined.reasons
    short, long = sorted((a, b), key=len)
    if not short or len(short) != len(long):
        return 0.6 * len(short) / max(1, len(long)), ("one name has more words that tell",)
    rest, likes = list(long), []
    for word in short:
        best = max(rest, key=lambda other: alike(word, other))
        like = alike(word, best)
        if like < SAME:
            return like, (f"{word.text} is in one name only",)
        likes.append(like)
        rest.remove(best)
    return sum(likes) / len(likes), ("every word is one but for its spelling",)


def whole(a: Sequence[Folded], b: Sequence[Folded]) -> Match | None:
    """Return the match of two names that are the same in their fold, or but for where the spaces are."""
    if [word.text for word in a] == [word.text for word in b]:
        return Match(1.0, ("the same in every word but for spelling",))
    if len(a) != len(b) and may_be_one(a, b) and alike(run_together(a), run_together(b)) >= 0.9:
        return Match(0.95, ("the same written together",))
    return None


def _folded(forms: Mapping[str, str]) -> dict[str, str]:
    """Return the meaning of each form by its fold, with an e read as either vowel."""
    return {read_e(fold_word(form).text, e): meaning for form, meaning in forms.items() for e in "eia"}


def _meaning(word: Folded, meanings: Mapping[str, str]) -> str | None:
    """Return what a word means in a table that `_folded` made."""
    if "e" not in word.text:
        return meanings.get(word.text)
    return next((meanings[text] for e in "eia" if (text := read_e(word.text, e)) in meanings), None)
