"""The activity pack as it ships: read once, checked, and written as one JSON file that loads at once.

The file carries the digest of the YAML file that it was made of. Whoever edits that, or names another pack,
has it read itself, since the digest differs; `make docs` writes the file anew.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from reportedly.packs.activities import (
    SHIPPED,
    ActivityEntry,
    ActivityPack,
    Role,
    Roles,
    Trigger,
    TriggerKind,
    read_activities,
)
from reportedly.packs.reading import bytes_of, read_compiled

COMPILED = SHIPPED.with_suffix(".json")
_ENTRY = ("id", "theme", "definition", "plover", "context", "acled")
_CONDITIONS = ("alongside", "beside", "objects", "subjects", "unless")


def load_activities(path: Path | None = None) -> ActivityPack:
    """Load the activity pack.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack, out of the compiled file where that was made of the same one. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the entry and the key.
    """
    if path is not None:
        return read_activities(path)
    return _unpacked(digest_file(SHIPPED)) or read_activities(SHIPPED)


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, whichever way its lines end; "" where there is no such file."""
    try:
        return hashlib.sha256(bytes_of(path)).hexdigest()
    except OSError:
        return ""


def write_compiled(pack: ActivityPack, digest: str) -> str:
    """Write a pack as the JSON text that `load_activities` reads; what repeats stands once, by number."""
    triggers: dict[Trigger, int] = {}
    lists: dict[frozenset[str], int] = {}
    starts = {
        lemma: [triggers.setdefault(one, len(triggers)) for one in found]
        for lemma, found in pack.triggers.items()
    }
    phrases = {
        lemma: [[list(parts), triggers.setdefault(one, len(triggers))] for parts, one in found]
        for lemma, found in pack.phrases.items()
    }
    parts: dict[str, object] = {
        "activities": [_packed_entry(entry) for entry in pack.activities.values()],
        "triggers": [_packed_trigger(one, lists) for one in triggers],
        "lists": [sorted(lemmas) for lemmas in lists],
        "starts": starts,
        "phrases": phrases,
        "items": {lemma: list(kinds) for lemma, kinds in pack.items.items()},
    }
    lines = (f"{json.dumps(name)}: {json.dumps(part, ensure_ascii=False)}" for name, part in parts.items())
    return f'{{"digest": "{digest}",\n' + ",\n".join(lines) + "}\n"


def _packed_entry(entry: ActivityEntry) -> list[object]:
    return [*(getattr(entry, key) for key in _ENTRY), *_packed_roles(entry.roles), entry.triggers]


def _packed_trigger(trigger: Trigger, lists: dict[frozenset[str], int]) -> list[object]:
    asked = [lists.setdefault(getattr(trigger, key), len(lists)) for key in _CONDITIONS]
    what = [trigger.activity, trigger.number, trigger.kind, trigger.strength, trigger.acled]
    return [*what, *_packed_roles(trigger.roles), *asked]


def _packed_roles(roles: Roles) -> tuple[str, str]:
    return roles.subject, roles.object


def _unpacked(digest: str) -> ActivityPack | None:
    """Return the compiled pack where it was made of the file with that digest."""
    tree = read_compiled(COMPILED, digest)
    if tree is None:
        return None
    lists = [frozenset(lemmas) for lemmas in tree["lists"]]
    kinds = {kind.value: kind for kind in TriggerKind}
    roles = {(a.value, b.value): Roles(a, b) for a in Role for b in Role}
    triggers = [
        Trigger(
            activity=activity,
            number=number,
            kind=kinds[kind],
            strength=strength,
            **{key: lists[n] for key, n in zip(_CONDITIONS, asked, strict=True)},
            roles=roles[one, other],
            acled=acled,
        )
        for activity, number, kind, strength, acled, one, other, *asked in tree["triggers"]
    ]
    return ActivityPack(
        {
            row[0]: ActivityEntry(
                **dict(zip(_ENTRY, row, strict=True)), roles=roles[one, other], triggers=count
            )
            for *row, one, other, count in tree["activities"]
        },
        {lemma: tuple(triggers[n] for n in found) for lemma, found in tree["starts"].items()},
        _phrases(tree["phrases"], triggers),
        {lemma: tuple(names) for lemma, names in tree["items"].items()},
    )


def _phrases(
    tree: Mapping[str, list[tuple[list[str], int]]], triggers: list[Trigger]
) -> dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]]:
    return {lemma: tuple((tuple(parts), triggers[n]) for parts, n in found) for lemma, found in tree.items()}
