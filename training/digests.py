"""What exactly a corpus was: a digest, so that another one can be told apart."""

import hashlib
from pathlib import Path

from reportedly.ids import sha256_hex
from training.corpora import find
from training.profiles import PROFILES, sources_of


def digest(path: Path) -> str:
    """Return the SHA-256 digest of a file or folder: of each file's relative name and bytes, by name.

    Hidden files do not count, as no corpus is read from them.

    Returns:
        64 lower-case hex digits.

    Raises:
        CorpusMissing: no such path, or no files in it.
    """
    whole = hashlib.sha256()
    files = {
        (file.name if file == path else file.relative_to(path).as_posix()): file for file in _files(path)
    }
    for name, file in sorted(files.items()):
        whole.update(f"{name}\0{sha256_hex(file.read_bytes())}\n".encode())
    return whole.hexdigest()


def _files(path: Path) -> list[Path]:
    return [file for file in find(path, "*") if file.is_file()]


def digests_of(corpora: Path, cases: Path, *, profile: str) -> dict[str, list[str]]:
    """Return the digest of each file or folder that a profile's corpora are read from, by corpus."""
    return {name: [digest(p) for p in sources_of(corpora, cases, name)] for name in sorted(PROFILES[profile])}
