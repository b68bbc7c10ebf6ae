"""Scores entities: span and type both right."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora import find, read_re3d
from training.scores import Counts, total
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread, tokens_of


def rows(folder: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a document of the folders that hold a documents.jsonl.

    Raises:
        CorpusMissing: no documents.jsonl or no entities.jsonl.
        BrokenInput: a damaged file.
    """
    for document in (d for file in find(folder, "documents.jsonl") for d in read_re3d(file.parent)):
        gold = set(document.entities or ())
        mine = {(e.span, e.kind) for e in reader.mark(document.text, tokens_of(document)).entities}
        row = {"documents": 1.0}
        for kind in {k for _, k in gold | mine}:
            counts = Counts()
            counts.add({s for s, k in mine if k == kind}, {s for s, k in gold if k == kind})
            row |= spread(kind, counts)
        yield row


def _by_kind(row: Row) -> dict[str, Counts]:
    kinds = sorted(name.removesuffix(".gold") for name in row if name.endswith(".gold"))
    counts = {kind: gather(row, kind) for kind in kinds}
    return {kind: one for kind, one in counts.items() if one.predicted or one.gold}


def figures(row: Row) -> Figures:
    """Return precision, recall and F1 over all entities, and F1 of each type that occurs, in percent."""
    kinds = _by_kind(row)
    whole = total(kinds.values())
    by_type = {f"by_type.{kind}": counts.f1 for kind, counts in kinds.items()}
    return {"p": whole.precision, "r": whole.recall, "f1": whole.f1, **by_type}


def size(row: Row) -> Size:
    """Return how many documents and gold entities there are."""
    entities = total(_by_kind(row).values()).gold
    return {"documents": int(row.get("documents", 0)), "entities": entities}


TASK = Task(rows, figures, size)
