"""The registry of actors as it ships: read once, checked, and written as one JSON file that loads at once.

The file carries the digest of the YAML files that it was made of. Whoever edits those has their change at the
next run, since the digest differs and they are read themselves; `make docs` writes the file anew.
"""

import hashlib
import json
from pathlib import Path

from reportedly.packs.actors import FOLDER, ActorEntry, ActorPack, OtherName, Relation, read_actors
from reportedly.packs.reading import bytes_of, read_compiled

COMPILED = FOLDER.with_name("actors.json")


def load_actors(folder: Path | None = None) -> ActorPack:
    """Load the registry of actors.

    Args:
        folder: another one than the shipped one.

    Returns:
        The pack, out of the compiled file where that was made of the same files. Nothing is cached: keep it.

    Raises:
        PackError: a file breaks a rule; it names the file, the entry and the key.
    """
    folder = folder or FOLDER
    digest = digest_files(folder)
    return _unpacked(digest) or read_actors(folder)


def digest_files(folder: Path) -> str:
    """Return the SHA-256 of the names and bytes of a folder's YAML files, whichever way their lines end."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")):
        digest.update(path.name.encode() + b"\0" + bytes_of(path) + b"\0")
    return digest.hexdigest()


def write_compiled(pack: ActorPack, digest: str) -> str:
    """Write a pack as the JSON text that `load_actors` reads, one entry a line."""
    entries = ",\n".join(json.dumps(_packed(entry), ensure_ascii=False) for entry in pack.entries.values())
    organs = json.dumps({organ: list(names) for organ, names in pack.organs.items()}, ensure_ascii=False)
    return f'{{"digest": "{digest}",\n"organs": {organs},\n"entries": [\n{entries}\n]}}\n'


def _packed(entry: ActorEntry) -> list[object]:
    names = [[name.text, name.language] for name in entry.names]
    relations = [[r.kind, r.target, r.since, r.until, r.designation, r.source] for r in entry.relations]
    return [
        entry.id,
        entry.name,
        entry.kind,
        entry.country,
        names,
        list(entry.adjectives),
        relations,
        entry.organ,
    ]


def _unpacked(digest: str) -> ActorPack | None:
    """Return the compiled pack where it was made of the files with that digest."""
    tree = read_compiled(COMPILED, digest)
    if tree is None:
        return None
    entries = (
        ActorEntry(
            key,
            name,
            kind,
            country,
            tuple(OtherName(*other) for other in names),
            tuple(adjectives),
            tuple(Relation(*relation) for relation in relations),
            organ,
        )
        for key, name, kind, country, names, adjectives, relations, organ in tree["entries"]
    )
    organs = {organ: tuple(names) for organ, names in tree["organs"].items()}
    return ActorPack({entry.id: entry for entry in entries}, organs)
