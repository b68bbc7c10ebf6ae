"""Measures the shipped model on the development parts and writes the table of the model card.

    python -m training.card CORPORA [--page docs/model.md] [--model FOLDER]

Replaces what stands between the two marks of the page; the rest stays.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.errors import BrokenInput, ReportedlyError
from reportedly.read.reader import Reader
from training.evaluate import TASKS, Figures, Marker

BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"
# What is measured: a name, the task, and where its development part lies among the corpora.
PARTS = (
    ("PolNeAR", "attribution", "polnear/dev"),
    ("UD English EWT", "syntax", "ud/en_ewt-dev.conllu"),
    ("UD English GUM", "syntax", "ud/en_gum-dev.conllu"),
    ("re3d, CENTCOM", "entities", "re3d/centcom"),
)


def measure(corpora: Path, reader: Marker) -> list[tuple[str, Figures]]:
    """Return each part's name and figures. Raises CorpusMissing and BrokenInput."""
    return [(name, TASKS[task](corpora / place, reader)) for name, task, place in PARTS]


def table_of(parts: Sequence[tuple[str, Figures]]) -> str:
    """Return the figures as a Markdown table, one row a figure."""
    rows = ["| development part | figure | percent | measured on |", "| --- | --- | ---: | --- |"]
    for name, figures in parts:
        size = figures["n"]
        counted = ", ".join(f"{n:,} {what}" for what, n in size.items()) if isinstance(size, Mapping) else ""
        for figure, value in _flat({k: v for k, v in figures.items() if k != "n"}):
            rows.append(f"| {name} | {figure} | {value:.1f} | {counted} |")
            counted = ""
    return "\n".join(rows)


def _flat(figures: Mapping[str, object], above: str = "") -> Iterator[tuple[str, float]]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name} ")
        elif isinstance(value, int | float):
            yield above + name, float(value)


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
