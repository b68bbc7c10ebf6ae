"""Reads one pack file and checks the shape of what is in it, naming the entry and key that is wrong."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from reportedly.errors import PackError

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_pack(path: Path) -> "Entry":
    """Read a YAML file whose top is a mapping.

    Args:
        path: the pack.

    Returns:
        The mapping as an entry named after the file.

    Raises:
        PackError: no such file, not YAML, or no mapping at the top.
    """
    try:
        tree = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - both loaders are the safe ones
    except OSError as error:
        wrong = f"cannot be read ({error.strerror})"
        raise PackError(str(path), wrong, "name an existing pack file") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        wrong = f"is not valid YAML at line {where.line + 1}" if where is not None else "is not valid YAML"
        raise PackError(str(path), wrong, "mend the indentation or quotes there") from error
    return Entry.of(path.name, tree)


def bytes_of(path: Path) -> bytes:
    """Return a pack file's bytes as they are digested, whichever way its lines end."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def read_compiled(path: Path, digest: str) -> Any:
    """Return the tree of a compiled pack; None where none was made of files with that digest."""
    try:
        text = path.read_text("utf-8")
    except OSError:
        return None
    return json.loads(text) if text.startswith(f'{{"digest": "{digest}"') else None


class Entry:
    """A mapping of a pack with its place, so that a complaint can say where it is."""

    __slots__ = ("_keys", "where")

    def __init__(self, where: str, keys: Mapping[str, Tree]) -> None:
        self.where = where
        self._keys = keys

    @classmethod
    def of(cls, where: str, tree: Tree) -> "Entry":
        """Take a tree as a mapping; PackError when it is none."""
        if not isinstance(tree, dict) or not all(isinstance(key, str) for key in tree):
            raise PackError(where, "is not a mapping with words as keys", "write it as `key: value` lines")
        return cls(where, tree)

    def wrong(self, key: str, what: str, do: str) -> PackError:
        """The error for one key of this entry."""
        return PackError(f"{self.where}, key {str(key)!r}", what, do)

    def names(self) -> Iterable[str]:
        """The keys, in the file's order."""
        return self._keys.keys()

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._keys

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse keys that nobody reads: they are nearly always misspelt."""
        known = sorted(allowed)
        for key in self._keys:
            if key not in known:
                raise self.wrong(key, "is not a known key", f"use one of: {', '.join(known)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A non-empty string; PackError when it is missing without a default or something else."""
        value = self._keys.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"is not text: {value!r}", "write words; quote yes, no and on")
        return value

    def choice(self, key: str, options: Iterable[str], default: str | None = None) -> str:
        """A string out of `options`."""
        value, known = self.text(key, default), sorted(options)
        if value not in known:
            raise self.wrong(key, f"is {value!r}", f"use one of: {', '.join(known)}")
        return value

    def choice_or_none(self, key: str, options: Iterable[str], default: str | None = None) -> str | None:
        """A string out of `options`; None where the pack says null; the default when the key is missing."""
        if self._keys.get(key, default) is None:
            return None
        return self.choice(key, options, default)

    def numbers(self, key: str) -> tuple[float, ...] | None:
        """A list of numbers, or None where the pack says null; PackError when the key is missing."""
        value = self._keys.get(key, "missing")
        if value is None:
            return None
        if not isinstance(value, list):
            raise self.wrong(key, f"is not a list of numbers: {value!r}", "write it as [1, 5], or null")
        found: list[float] = []
        for number in value:
            if isinstance(number, bool) or not isinstance(number, int | float):
                raise self.wrong(key, f"holds {number!r}, not a number", "write digits without quotes")
            found.append(float(number))
        return tuple(found)

    def whole_number(self, key: str) -> int:
        """A whole number above 0; PackError when it is missing or something else."""
        value = self._keys.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise self.wrong(key, f"is no whole number above 0: {value!r}", "write digits without quotes")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; () when the key is missing."""
        value = self._keys.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, f"is not a list: {value!r}", "write it as [one, two]")
        words: list[str] = []
        for word in value:
            if not isinstance(word, str) or not word.strip():
                raise self.wrong(key, f"holds {word!r}, not text", "quote it (yes, no, on, digits)")
            words.append(word)
        return tuple(words)

    def entry(self, key: str) -> "Entry":
        """A mapping below; empty when the key is missing."""
        return Entry.of(f"{self.where}, {key}", self._keys.get(key, {}))

    def entries(self, key: str, *, named_by: str | None = None) -> tuple["Entry", ...]:
        """A list of mappings below, each named by its `named_by` key or its number."""
        value = self._keys.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "is not a list", "write each element on a line that starts with `- `")
        below: list[Entry] = []
        for number, tree in enumerate(value, 1):
            name = tree.get(named_by) if named_by and isinstance(tree, dict) else None
            below.append(Entry.of(f"{self.where}, {key} {name if isinstance(name, str) else number}", tree))
        return tuple(below)
