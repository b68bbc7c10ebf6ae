"""The file of floors: what each figure must not fall below, on which corpus, and what was ever lowered.

margin: 1.0                     # points that a floor stands below what was measured
parts:
- task: attribution             # a task of training.evaluate
  path: polnear/dev             # among the corpora
  sha256: 0f…                   # digest of that corpus; left out until the floors are set
  floors: {exact.source: 79.8}  # by figure; for an error such as mae it is a ceiling
lowered:
- {date: 2031-04-09, part: attribution polnear/dev, what: exact.cue from 73.1 to 72.0, why: …}
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import BrokenInput
from training.corpora import read_text

HEAD = (
    "# Floors of the figures. `python -m training.gate` writes this file; training/README.md says how.\n"
    "# A floor stands `margin` points below what was measured, since 8-bit arithmetic differs a little\n"
    "# between processors; that of a type of entity four margins, or at the low end of its interval.\n"
)
_Row = dict[str, Any]  # a mapping of the file, as it came


@dataclass(frozen=True, slots=True)
class Part:
    """One corpus and its floors; `sha256` is None and `floors` empty until they are set."""

    task: str
    path: str
    sha256: str | None
    floors: Mapping[str, float]

    @property
    def name(self) -> str:
        """The task and the path."""
        return f"{self.task} {self.path}"


@dataclass(frozen=True, slots=True)
class Lowered:
    """One floor that was lowered: the ISO date, the part, what from what to what, and the reason."""

    date: str
    part: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Floors:
    """Everything in the file; `margin` in points."""

    margin: float
    parts: tuple[Part, ...]
    lowered: tuple[Lowered, ...] = ()


def read_floors(path: Path) -> Floors:
    """Read the file of floors.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: no YAML, or not of the shape above.
    """
    try:
        top: _Row = yaml.safe_load(read_text(path))
        parts = tuple(_part(row) for row in top["parts"])
        lowered = tuple(_lowered(row) for row in top.get("lowered", ()))
        return Floors(float(top["margin"]), parts, lowered)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        do = "mend it, or take the version before from git"
        raise BrokenInput(str(path), f"is no file of floors ({error!r})", do) from error


def _part(row: _Row) -> Part:
    floors = {str(name): float(floor) for name, floor in row.get("floors", {}).items()}
    return Part(str(row["task"]), str(row["path"]), row.get("sha256"), floors)


def _lowered(row: _Row) -> Lowered:
    return Lowered(*(str(row[key]) for key in ("date", "part", "what", "why")))


def write_floors(path: Path, floors: Floors) -> None:
    """Write the file of floors in one step; what was read is written the same."""
    parts = [{key: value for key, value in asdict(part).items() if value} for part in floors.parts]
    tree = {"margin": floors.margin, "parts": parts, "lowered": [asdict(row) for row in floors.lowered]}
    scratch = path.with_suffix(".tmp")
    scratch.write_text(HEAD + yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    scratch.replace(path)
