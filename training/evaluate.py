"""Scores the reading model on any path in the corpora's formats.

    python -m training.evaluate attribution FOLDER [--json]          .txt and brat .ann, nested or not
    python -m training.evaluate syntax FILE.conllu [--json]          gold words
    python -m training.evaluate entities FOLDER [--json]             documents.jsonl and entities.jsonl
    python -m training.evaluate factuality FILE.conll [--json]       judged words, -3 to 3
    python -m training.evaluate coreference FILE.conllu [--json]     GUM's Entity= column, gold words
    python -m training.evaluate time FOLDER [--json]                 TimeML .tml, or GUM's .xml
    python -m training.evaluate claims FOLDER [--json]               NAME.txt and NAME.json with claims
    python -m training.evaluate events FILE.jsonl [--json]           reports, each labelled with one event
    python -m training.evaluate plover FILE.tsv [--json]             PLV: sentences with source and target
    python -m training.evaluate places PATH [--json]                 LGL, TR-News, GeoWebNews: .xml, or brat

Prints one JSON object: the figures, in percent but for factuality, claims, events and plover; the ends
`lo` and `hi` of each one's 95 % interval over documents under `ci`; and how much was measured under `n`. It
runs the same code as `reportedly read`, with the weights that ship (int8) unless `--model` names another
export, such as one with `--fp32`. It needs no torch.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import TypeVar

from reportedly.errors import ReportedlyError
from reportedly.read.reader import Reader
from training.corpora import need
from training.intervals import Interval, intervals
from training.scoring import (
    attribution,
    claims,
    coreference,
    entities,
    events,
    factuality,
    places,
    plover,
    syntax,
    times,
)
from training.scoring.task import Figures, Marker, Size, Task, summed

TASKS: Mapping[str, Task] = {
    "attribution": attribution.TASK,
    "syntax": syntax.TASK,
    "entities": entities.TASK,
    "factuality": factuality.TASK,
    "coreference": coreference.TASK,
    "time": times.TASK,
    "claims": claims.TASK,
    "events": events.TASK,
    "plover": plover.TASK,
    "places": places.TASK,
}
Leaf = TypeVar("Leaf")


@dataclass(frozen=True, slots=True)
class Scored:
    """What a task gave on a path, rounded: `figures` and their intervals by name, and the size."""

    figures: Figures
    ci: Mapping[str, Interval]
    size: Size


def score(task: str, path: Path, reader: Marker) -> Scored:
    """Score a path; a figure that has no meaning there, such as a correlation with a constant, is 0.

    Args:
        task: a key of TASKS.
        path: a file or folder in that task's format.
        reader: what marks the texts.

    Raises:
        CorpusMissing: nothing in that format there.
        BrokenInput: a damaged file, or one without the labels of the task.
        ModelError: the model does not see what the task asks for.
    """
    how = TASKS[task]
    rows = list(how.rows(path, reader))
    whole = summed(rows)
    figures = {name: _rounded(figure, how.digits) for name, figure in how.figures(whole).items()}
    ends = intervals(rows, how.figures)
    ci = {
        name: Interval(_rounded(ends[name].lo, how.digits), _rounded(ends[name].hi, how.digits))
        if name in ends
        else Interval(figure, figure)
        for name, figure in figures.items()
    }
    return Scored(figures, ci, how.size(whole))


def _rounded(figure: float, digits: int) -> float:
    return 0.0 if isnan(figure) else round(figure, digits)


def tree_of(scored: Scored) -> dict[str, object]:
    """Return what is printed: groups as objects, `ci` in the shape of the figures, `n` at the end."""
    ends = {name: {"lo": one.lo, "hi": one.hi} for name, one in scored.ci.items()}
    return {**nested(scored.figures), "ci": nested(ends), "n": {**scored.size}}


def nested(flat: Mapping[str, Leaf]) -> dict[str, Leaf | dict[str, Leaf]]:
    """Turn "exact.source" into `source` inside `exact`; only the first full stop parts."""
    out: dict[str, Leaf | dict[str, Leaf]] = {}
    groups: dict[str, dict[str, Leaf]] = {}
    for name, leaf in flat.items():
        group, _, rest = name.partition(".")
        if rest:
            groups.setdefault(group, {})[rest] = leaf
            out[group] = groups[group]
        else:
            out[name] = leaf
    return out


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="training.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="print on one line")
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and print the figures. Returns 0, or 1 when there is nothing to score."""
    args = build_parser().parse_args(arguments)
    try:
        need(args.path)  # before the model, which takes a second to load
        scored = score(args.task, args.path, Reader(args.model))
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(tree_of(scored), indent=None if args.json else 2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
