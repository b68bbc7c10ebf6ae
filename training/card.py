"""Measures the shipped model on the development parts and writes the table of the model card.

    python -m training.card CORPORA [--page docs/model.md] [--model FOLDER]

Replaces what stands between the two marks of the page; the rest stays.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import BrokenInput, ModelError, ReportedlyError
from reportedly.read.reader import Reader
from training.evaluate import TASKS, Scored, score
from training.scoring.task import Marker

BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"
# What is measured: a name, the task, and where its development part lies among the corpora.
PARTS = (
    ("PolNeAR", "attribution", "polnear/dev"),
    ("UD English EWT", "syntax", "ud/en_ewt-dev.conllu"),
    ("UD English GUM", "syntax", "ud/en_gum-dev.conllu"),
    ("UD English GUM", "coreference", "ud/en_gum-dev.conllu"),
    ("re3d, CENTCOM", "entities", "re3d/centcom"),
    ("UDS-IH2", "factuality", "factuality/uds_ih2/dev.conll"),
    ("UW", "factuality", "factuality/uw/dev.conll"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one part scored: its name, the task (a key of TASKS), the figures."""

    name: str
    task: str
    scored: Scored


def measure(corpora: Path, reader: Marker) -> list[Part]:
    """Return what each part scored; one for which the model has no head is left out.

    Raises:
        CorpusMissing, BrokenInput: a corpus is not there, or damaged.
    """
    parts = []
    for name, task, place in PARTS:
        with suppress(ModelError):
            parts.append(Part(name, task, score(task, corpora / place, reader)))
    return parts


def table_of(parts: Sequence[Part]) -> str:
    """Return the figures as a Markdown table, one row a figure, with its 95 % interval."""
    rows = [
        "| development part | figure | value (95 % interval) | measured on |",
        "| --- | --- | ---: | --- |",
    ]
    for part in parts:
        counted = ", ".join(f"{n:,} {what}" for what, n in part.scored.size.items())
        for figure in part.scored.figures:
            name = figure.replace(".", " ", 1)
            rows.append(f"| {part.name} | {name} | {_value(part, figure)} | {counted} |")
            counted = ""
    return "\n".join(rows)


def _value(part: Part, figure: str) -> str:
    places = 1 if TASKS[part.task].step == 1 else 2
    value = f"{part.scored.figures[figure]:.{places}f}"
    ends = part.scored.ci.get(figure)
    return value if ends is None else f"{value} ({ends.lo:.{places}f} to {ends.hi:.{places}f})"


def fill(page: Path, table: str) -> None:
    """Put the table between the marks of the page, in one step.

    Raises:
        BrokenInput: the page has no marks.
    """
    text = page.read_text(encoding="utf-8")
    between = re.compile(rf"(?<={BEGIN}\n).*?(?={END})", re.DOTALL)
    if not between.search(text):
        raise BrokenInput(str(page), "has no marks for the figures", f"add the lines {BEGIN} and {END}")
    scratch = page.with_suffix(".tmp")
    scratch.write_text(between.sub(lambda _: f"\n{table}\n\n", text), encoding="utf-8")
    scratch.replace(page)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, measure and write. Returns 0, or 1 when a corpus or the page is missing."""
    parser = argparse.ArgumentParser(
        prog="training.card", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--page", type=Path, default=Path("docs/model.md"))
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    args = parser.parse_args(arguments)
    try:
        fill(args.page, table_of(measure(args.corpora, Reader(args.model))))
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
