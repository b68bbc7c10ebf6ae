"""Reads texts with claims labelled by hand: NAME.txt and NAME.json each."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.errors import BrokenInput
from reportedly.records import Span
from training.corpora import CorpusMissing, need, read_text

_Row = dict[str, Any]  # a mapping of the file, as it came


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim that a person found: code points of the proposition, voices outermost first, and how firm."""

    content: Span
    chain: tuple[str, ...]
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its claims; `aliases` has the other names of a voice, by its name in the chains."""

    name: str
    path: Path
    published: str | None
    claims: tuple[GoldClaim, ...]
    aliases: Mapping[str, tuple[str, ...]]


def read_case(path: Path) -> Case:
    """Read one .json file; its text is the .txt of the same name beside it, or `article.txt`.

    Raises:
        CorpusMissing: no such file, or no text beside it.
        BrokenInput: no JSON, or a claim without one of its fields.
    """
    try:
        top: _Row = json.loads(read_text(path))
        claims = tuple(_claim(row) for row in top["claims"])
        aliases = {name: tuple(others) for name, others in top.get("aliases", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        do = 'give {"claims": [{"begin", "end", "chain", "polarity", "modality"}], "aliases": {}}'
        raise BrokenInput(str(path), f"is no file of labelled claims ({error!r})", do) from error
    return Case(path.stem, _text_of(path), _published(top), claims, aliases)


def _published(top: _Row) -> str | None:
    """Return the date that the file gives, at its top or of its document."""
    document = top.get("document")
    return top.get("published") or (document.get("published") if isinstance(document, dict) else None)


def _claim(row: _Row) -> GoldClaim:
    content = Span(int(row["begin"]), int(row["end"]))
    return GoldClaim(content, tuple(row["chain"]), row["polarity"], row["modality"])


def _text_of(path: Path) -> Path:
    beside = path.with_suffix(".txt")
    article = path.with_name("article.txt")
    return beside if beside.exists() or not article.exists() else article


def read_case_folder(path: Path) -> Iterator[Case]:
    """Yield the cases of a folder and those below it, in order of their names; or the one that a file is.

    Raises:
        CorpusMissing: nothing there.
        BrokenInput: a damaged file.
    """
    need(path)
    files = [path] if path.is_file() else sorted(path.rglob("*.json"))
    if not files:
        raise CorpusMissing(f"{path}: holds no .json; give a folder of NAME.txt and NAME.json each")
    for file in files:
        yield read_case(file)
