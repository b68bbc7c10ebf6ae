"""Scores parts of speech and trees over gold words."""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Labelled, Syntax, find, read_ud
from training.scoring.task import Figures, Marker, Row, Size, Task, tokens_of


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a document (`# newdoc`) of .conllu files.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: a damaged file.
    """
    for file in find(path, "*.conllu"):
        for document in read_ud(file, most_sentences=sys.maxsize):  # never in parts
            if document.syntax is not None:
                yield _row(document, document.syntax, reader)


def _row(document: Labelled, gold: Syntax, reader: Marker) -> Row:
    upos = uas = las = 0
    starts = [b for b, e in document.sentences for _ in range(b, e)]  # heads count from here
    for i, word in enumerate(reader.mark(document.text, tokens_of(document)).words):
        head = i if word.head is None else starts[i] + word.head
        upos += word.upos == gold.upos[i]
        uas += head == gold.heads[i]
        las += head == gold.heads[i] and word.deprel == gold.deprel[i]
    sizes = {"documents": 1, "sentences": len(document.sentences), "words": len(starts)}
    return {**sizes, "upos": upos, "uas": uas, "las": las}


def figures(row: Row) -> Figures:
    """Return UPOS accuracy, unlabelled and labelled attachment in percent, punctuation included.

    A label counts when it is the same with its subtype (`nsubj:pass`).
    """
    words = max(1, row.get("words", 0))
    return {name: 100 * row.get(name, 0) / words for name in ("upos", "uas", "las")}


def size(row: Row) -> Size:
    """Return how many documents, sentences and words there are."""
    return {name: int(row.get(name, 0)) for name in ("documents", "sentences", "words")}


TASK = Task(rows, figures, size)
