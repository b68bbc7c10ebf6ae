"""Compares two exported models figure by figure, such as 8-bit weights with whole ones.

    python -m training.compare TASK PATH FOLDER_A FOLDER_B [--most POINTS]

Prints one JSON object: of each figure what A and B have, and what B gains (`by`). A point is one
percent, or 0.01 of a figure of factuality; a lower error is a gain.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.read.reader import Reader
from training.corpora import need
from training.evaluate import TASKS, nested, score
from training.scoring.task import Figures, Task


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of two models; `by` is what the second gains, in points, below 0 where it loses."""

    a: float
    b: float
    by: float


def differences(task: Task, a: Figures, b: Figures) -> dict[str, Difference]:
    """Return the difference of each figure; one that a model lacks is 0 there."""
    found = {}
    for name in sorted({*a, *b}):
        first, second = a.get(name, 0.0), b.get(name, 0.0)
        gain = first - second if name in task.errors else second - first
        found[name] = Difference(first, second, round(gain / task.step, 2))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and print the differences.

    Returns:
        0; 1 when there is nothing to score, or when the second model loses more than `--most` anywhere.
    """
    parser = argparse.ArgumentParser(
        prog="training.compare", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("path", type=Path)
    parser.add_argument("models", type=Path, nargs=2, metavar="FOLDER", help="A and B")
    parser.add_argument("--most", type=float, metavar="POINTS", help="fail when B loses more anywhere")
    args = parser.parse_args(arguments)
    try:
        need(args.path)
        a, b = (score(args.task, args.path, Reader(model)).figures for model in args.models)
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    found = differences(TASKS[args.task], a, b)
    print(json.dumps(nested({name: asdict(one) for name, one in found.items()}), indent=2))
    lost = {name: one for name, one in found.items() if args.most is not None and one.by < -args.most}
    for name, one in lost.items():
        print(f"{name}: loses {-one.by:g} points, more than {args.most:g}", file=sys.stderr)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
