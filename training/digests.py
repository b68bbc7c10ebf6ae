"""What exactly was learned from: a digest of each corpus, so that another run can be told apart."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.profiles import PROFILES, sources_of


def digest(sources: Iterable[Path]) -> str:
    """Return the SHA-256 over the files of some paths, by relative name and bytes, in order of name."""
    total = hashlib.sha256()
    for name, path in _files(sources):
        total.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def digests_of(corpora: Path, cases: Path, *, profile: str) -> dict[str, str]:
    """Return the digest of each corpus of a profile, by name."""
    return {name: digest(sources_of(corpora, cases, name)) for name in sorted(PROFILES[profile])}


def _files(sources: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for source in sources:
        if source.is_file():
            yield source.name, source
        else:
            for path in sorted(p for p in source.rglob("*") if p.is_file() and not p.name.startswith(".")):
                yield f"{source.name}/{path.relative_to(source).as_posix()}", path
