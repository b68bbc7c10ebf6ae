"""Scores which PLOVER root relates the two parties marked in a sentence, in the format of PLV.

Root: the mean of the F1 of each root that is in the labels; penta: the same of the four classes that the
roots make up. A sentence for which nothing is found counts as missed. YIELD stands for CONCEDE and RETREAT.

Source: PLV's `gold_root` and `gold_penta`; the macro F1 of its authors' experiments.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import nan
from pathlib import Path

from reportedly.errors import BrokenInput
from reportedly.records import Span, Word
from training.corpora import find, read_text, tokenise
from training.relations import RootPack, load_roots, relate
from training.scores import Counts
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread, tokens_of
from training.trees import tree_of

_COLUMNS = ("marked_sentence", "gold_root", "gold_penta")
_MARK = re.compile(r"(</?[st]>)")
GROUPS = ("root", "penta")


@dataclass(frozen=True, slots=True)
class Related:
    """A sentence with its two parties, either of which may be missing, and the labels."""

    text: str
    source: Span | None
    target: Span | None
    root: str
    penta: str


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a sentence of .tsv files with PLV's columns.

    Raises:
        CorpusMissing: no .tsv file.
        BrokenInput: a file without the columns.
    """
    roots = load_roots()
    for file in find(path, "*.tsv"):
        for line in read_plv(file):
            words = _sentence_of(line, reader)
            found = _root(line, words, roots)
            yield {
                "sentences": 1.0,
                **_counted("root", found, line.root),
                **_counted("penta", roots.penta.get(found or ""), line.penta),
            }


def read_plv(path: Path) -> Iterator[Related]:
    """Yield the sentences of one .tsv file.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: the columns are not there.
    """
    lines = csv.DictReader(read_text(path).splitlines(), delimiter="\t")
    lacking = [name for name in _COLUMNS if name not in (lines.fieldnames or ())]
    if lacking:
        raise BrokenInput(str(path), f"lacks the columns {', '.join(lacking)}", "give PLV's format")
    for line in lines:
        text, spans = _unmarked(line["marked_sentence"] or "")
        source, target = (next(iter(spans[party]), None) for party in "st")
        yield Related(text, source, target, line["gold_root"], line["gold_penta"])


def _unmarked(marked: str) -> tuple[str, Mapping[str, list[Span]]]:
    text, begun = "", {"s": 0, "t": 0}
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for piece in _MARK.split(marked):
        if not _MARK.fullmatch(piece):
            text += piece
        elif piece[1] == "/":
            spans[piece[2]].append(Span(begun[piece[2]], len(text)))
        else:
            begun[piece[1]] = len(text)
    return text, spans


def _sentence_of(line: Related, reader: Marker) -> list[Word]:
    """The words of the sentence that the source stands in, else the target; the first without either."""
    document = tokenise("sentence", line.text)
    words = reader.mark(line.text, tokens_of(document)).words
    party = line.source or line.target
    at = party.begin if party else 0
    for begin, end in document.sentences:
        if at < words[end - 1].span.end:
            return words[begin:end]
    return []


def _root(line: Related, words: list[Word], roots: RootPack) -> str | None:
    if not words:
        return None
    inside = Span(words[0].span.begin, words[-1].span.end)
    target = line.target if line.target and inside.begin <= line.target.begin < inside.end else None
    return relate(tree_of(words), line.source, target, roots)


def _counted(group: str, ours: str | None, gold: str) -> Row:
    """The counts of one sentence, by label."""
    row: dict[str, float] = {}
    for label in {gold, ours} - {None}:
        counts = Counts(int(ours == gold), int(label == ours), int(label == gold))
        row |= spread(f"{group}.{label}", counts)
    return row


def figures(row: Row) -> Figures:
    """Return both macro F1 figures as shares, 0 … 1; nan without labels."""
    return {f"{group}_macro_f1": _macro(row, group) for group in GROUPS}


def _macro(row: Row, group: str) -> float:
    labels = sorted({name.split(".")[1] for name in row if name.startswith(f"{group}.")})
    counts = [gather(row, f"{group}.{label}") for label in labels]
    f1 = [one.f1 / 100 for one in counts if one.gold]
    return sum(f1) / len(f1) if f1 else nan


def size(row: Row) -> Size:
    """Return how many sentences there are."""
    return {"sentences": int(row.get("sentences", 0))}


TASK = Task(rows, figures, size, digits=4, step=0.01, by_rules=True)
