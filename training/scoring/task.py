"""The shape that all tasks share: documents to rows of counts, sums of rows to figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportedly.pipeline import Reads
from reportedly.read.decode import Marked
from reportedly.read.reader import Tokens
from training.corpora import Labelled
from training.scores import Counts

Row = Mapping[str, float]  # counts and sums by name; a name that a row lacks counts 0
# By name; "exact.source" is the figure `source` of the group `exact`. nan where a figure has no meaning.
Figures = dict[str, float]
Size = dict[str, int]  # how much was measured, by name


class Marker(Reads, Protocol):
    """Whatever marks a text whose words are given, and reads documents, as `Reader` does."""

    def mark(self, text: str, tokens: Tokens) -> Marked:
        """Return what is seen in the whole document."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """How one kind of corpus is scored.

    `rows` yields one row a document and raises CorpusMissing and BrokenInput; `figures` and `size` are
    made of the sum of rows alone, so that intervals can be had from other sums of the same rows.
    `digits` is how many decimals a figure has. `step` is one point: 1 where figures are in percent.
    Of the figures in `errors`, less is better. `by_rules` is set where rules decide, not the model alone:
    such a task has no place on the model card.
    """

    rows: Callable[[Path, Marker], Iterator[Row]]
    figures: Callable[[Row], Figures]
    size: Callable[[Row], Size]
    digits: int = 2
    step: float = 1.0
    errors: frozenset[str] = frozenset()
    by_rules: bool = False


def tokens_of(document: Labelled) -> Tokens:
    """Return a labelled document's words for the reader; its paragraphs stand for passages."""
    first = [n for n, (b, _) in enumerate(document.sentences) if b in document.paragraph_starts]
    ends = [*first[1:], len(document.sentences)] if first else []
    return Tokens(document.spans, document.sentences, tuple(zip(first, ends, strict=True)))


def summed(rows: Iterable[Row]) -> Row:
    """Return the sum of rows, name by name."""
    out: dict[str, float] = {}
    for row in rows:
        for name, count in row.items():
            out[name] = out.get(name, 0) + count
    return out


def spread(name: str, counts: Counts) -> dict[str, float]:
    """Return counts as three entries of a row, which `gather` puts together again."""
    return {f"{name}.hits": counts.hits, f"{name}.predicted": counts.predicted, f"{name}.gold": counts.gold}


def gather(row: Row, name: str) -> Counts:
    """Return the counts that `spread` put into a row; zeros where there are none."""
    hits, predicted, gold = (int(row.get(f"{name}.{part}", 0)) for part in ("hits", "predicted", "gold"))
    return Counts(hits, predicted, gold)
