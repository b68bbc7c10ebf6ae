"""Fails when the model reads worse than it did.

    python -m training.gate CORPORA                                     is any figure below its floor?
    python -m training.gate CORPORA --raise                             move floors up to what is measured
    python -m training.gate CORPORA --lower --why REASON --on DATE      move floors down to what is measured

Each floor is pinned beside the digest of the corpus that it was measured on; on another corpus there is
no verdict. `--raise` never lowers a floor, and sets those of parts that have none yet. `--lower` writes
down what was lowered, when and why. Both leave the file's margin between floor and figure.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportedly.errors import BrokenInput, ReportedlyError
from reportedly.read.reader import Reader
from training.digests import digest
from training.evaluate import TASKS, score
from training.floors import Floors, Lowered, read_floors, write_floors
from training.scoring.task import Marker
from training.verdicts import Measured, complaints, lowered, raised

FLOORS = Path(__file__).with_name("floors.yml")


def measure(floors: Floors, corpora: Path, reader: Marker) -> Iterator[Measured]:
    """Yield each part with what it scores; raises as `score` does, and BrokenInput for an unknown task."""
    for part in floors.parts:
        if part.task not in TASKS:
            raise BrokenInput(
                part.name, "is no task that is scored", f"use one of: {', '.join(sorted(TASKS))}"
            )
        place = corpora / part.path
        yield Measured(part, digest(place), score(part.task, place, reader))


def lower_all(floors: Floors, found: Sequence[Measured], *, why: str, on: date) -> Floors:
    """Return the floors with all that fail lowered and the reason written down for each."""
    parts, rows = [], list(floors.lowered)
    for measured in found:
        part, said = lowered(measured, floors.margin)
        parts.append(part)
        rows += [Lowered(on.isoformat(), part.name, what, why) for what in said]
    return replace(floors, parts=tuple(parts), lowered=tuple(rows))


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="training.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--floors", type=Path, default=FLOORS, help="another file of floors")
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--raise", action="store_true", dest="up", help="move floors up, never down")
    way.add_argument("--lower", action="store_true", dest="down", help="move floors down; needs --why, --on")
    parser.add_argument("--why", default="", help="the reason, which the file keeps")
    parser.add_argument("--on", type=date.fromisoformat, help="the date, such as 2031-04-09")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, measure, and say what is below its floor.

    Returns:
        0 when nothing is (after `--raise` or `--lower`: any more), else 1.
    """
    parser = build_parser()
    args = parser.parse_args(arguments)
    if args.down != bool(args.why.strip() and args.on):
        parser.error("--lower needs --why REASON and --on DATE, and they need it")
    try:
        floors = read_floors(args.floors)
        found = list(measure(floors, args.corpora, Reader(args.model)))
        if args.up:
            floors = replace(floors, parts=tuple(raised(one, floors.margin) for one in found))
        elif args.down:
            floors = lower_all(floors, found, why=args.why.strip(), on=args.on)
        if args.up or args.down:
            write_floors(args.floors, floors)
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    now = [replace(one, part=part) for one, part in zip(found, floors.parts, strict=True)]
    return report(now)


def report(found: Sequence[Measured]) -> int:
    """Print a line for each part that passes and for each reason why one does not. Returns 0 or 1."""
    failed = 0
    for measured in found:
        said = list(complaints(measured))
        failed |= bool(said)
        for line in said:
            print(line, file=sys.stderr)
        if not said:
            print(f"{measured.part.name}: {len(measured.part.floors)} figures, none below its floor")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
