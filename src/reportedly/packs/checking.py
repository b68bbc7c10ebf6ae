"""Which triggers of an activity pack add nothing: said twice, or always beaten at their own word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from reportedly.packs.activities import ActivityEntry, ActivityPack, Trigger, TriggerKind


@dataclass(frozen=True, slots=True)
class Idle:
    """Words at which a trigger never decides, because another trigger does.

    `trigger` is the number of the trigger in its activity, `other` that of the deciding one in `activity`.
    """

    trigger: int
    words: tuple[str, ...]
    activity: str
    other: int


@dataclass(frozen=True, slots=True)
class Checked:
    """An activity of a pack, and what is idle in it.

    `words` counts the words and phrases, spellings apart, from which its triggers start. `repeated` are
    triggers that it says twice, `beaten` those that always lose to another of the same word.
    """

    entry: ActivityEntry
    words: int
    repeated: tuple[Idle, ...]
    beaten: tuple[Idle, ...]


def check_triggers(pack: ActivityPack) -> tuple[Checked, ...]:
    """Look for idle triggers.

    Args:
        pack: one that was loaded, so that its shape is right.

    Returns:
        One element an activity, in the order of the pack.
    """
    words: dict[str, set[str]] = defaultdict(set)
    idle: dict[str, dict[tuple[bool, int, str, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, triggers in _by_word(pack):
        for trigger in triggers:
            words[trigger.activity].add(word)
        for one, other in _idle_of(triggers):
            key = (_is_repeated(one, other), one.number, other.activity, other.number)
            idle[one.activity][key].append(word)
    return tuple(_checked(entry, len(words[name]), idle[name]) for name, entry in pack.activities.items())


def _checked(entry: ActivityEntry, words: int, found: dict[tuple[bool, int, str, int], list[str]]) -> Checked:
    rows = [(key[0], Idle(key[1], tuple(sorted(at)), key[2], key[3])) for key, at in sorted(found.items())]
    repeated = tuple(one for is_repeated, one in rows if is_repeated)
    return Checked(entry, words, repeated, tuple(one for is_repeated, one in rows if not is_repeated))


def _by_word(pack: ActivityPack) -> Iterator[tuple[str, Sequence[Trigger]]]:
    """Each word and phrase of the pack with the triggers that start from it."""
    yield from pack.triggers.items()
    phrases: dict[str, list[Trigger]] = defaultdict(list)
    for lemmas, trigger in chain.from_iterable(pack.phrases.values()):
        phrases[" ".join(lemmas)].append(trigger)
    yield from phrases.items()


def _idle_of(triggers: Iterable[Trigger]) -> Iterator[tuple[Trigger, Trigger]]:
    """Each trigger that never decides, with the first that decides in its place."""
    seen: set[tuple[str, int]] = set()
    for one, other in permutations(triggers, 2):
        name = (one.activity, one.number)
        if name not in seen and _implies(one, other) and _beats(other, one):
            seen.add(name)
            yield one, other


def _implies(one: Trigger, other: Trigger) -> bool:
    """Whether the other trigger holds wherever the one does."""
    if other.kind not in (one.kind, TriggerKind.WORD) or not other.unless <= one.unless:
        return False
    return all(
        not wanted or (asked and asked <= wanted)
        for asked, wanted in zip(_conditions(one), _conditions(other), strict=True)
    )


def _conditions(trigger: Trigger) -> tuple[frozenset[str], ...]:
    return trigger.alongside, trigger.beside, trigger.objects, trigger.subjects


def _beats(other: Trigger, one: Trigger) -> bool:
    """Whether the other wins when both hold: more weight, else the activity first by name, else by place."""
    if other.weight != one.weight:
        return other.weight > one.weight
    return (other.activity, other.number) < (one.activity, one.number)


def _is_repeated(one: Trigger, other: Trigger) -> bool:
    return one.activity == other.activity and one.weight == other.weight and _implies(other, one)
