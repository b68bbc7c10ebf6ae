"""Scores how sure whoever speaks is said to be that what a predicate reports is so."""

from collections.abc import Iterator, Sequence
from math import nan, sqrt
from pathlib import Path

from reportedly.errors import ModelError
from training.corpora import Labelled, find, read_factuality
from training.scoring.task import Figures, Marker, Row, Size, Task, tokens_of


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row for each 40 sentences, since the files do not say where a document begins.

    Only words with a label count.

    Raises:
        CorpusMissing: no .conll file.
        BrokenInput: a damaged file.
        ModelError: the model gives no number for each word.
    """
    for document in (d for file in find(path, "*.conll") for d in read_factuality(file)):
        seen = _seen(document, reader)
        labels = document.factuality or ()
        pairs = [(ours, gold) for ours, gold in zip(seen, labels, strict=True) if gold is not None]
        yield {"blocks": 1, "sentences": len(document.sentences), **_sums(pairs)}


def _seen(document: Labelled, reader: Marker) -> Sequence[float]:
    marked = reader.mark(document.text, tokens_of(document))
    numbers = marked.factuality
    if len(numbers) != len(document.spans):
        wrong = f"has {len(numbers)} numbers for the {len(document.spans)} words of {document.name}"
        raise ModelError("the reading model", wrong, "name an export that has the factuality head")
    return numbers


def _sums(pairs: Sequence[tuple[float, float]]) -> Row:
    """Return the sums that both figures are made of; each pair is (ours, gold), -3 … 3."""
    return {
        "words": len(pairs),
        "ours": sum(x for x, _ in pairs),
        "gold": sum(y for _, y in pairs),
        "ours_ours": sum(x * x for x, _ in pairs),
        "gold_gold": sum(y * y for _, y in pairs),
        "ours_gold": sum(x * y for x, y in pairs),
        "off": sum(abs(x - y) for x, y in pairs),
    }


def figures(row: Row) -> Figures:
    """Return Pearson's r, -1 … 1 (nan where one side never varies), and the mean absolute error, 0 … 6.

    Source: both are the figures of Stanovsky et al. 2017, Integrating Deep Linguistic Features in
    Factuality Prediction over Unified Datasets.
    """
    words = row.get("words", 0)
    if not words:
        return {"pearson": nan, "mae": nan}
    ours, gold = row["ours"] / words, row["gold"] / words
    together = row["ours_gold"] / words - ours * gold
    spreads = (row["ours_ours"] / words - ours**2) * (row["gold_gold"] / words - gold**2)
    # What is left of rounding where one side is constant is far below 1e-12.
    pearson = together / sqrt(spreads) if spreads > 1e-12 else nan
    return {"pearson": pearson, "mae": row["off"] / words}


def size(row: Row) -> Size:
    """Return how many blocks of sentences, sentences and judged words there are."""
    return {name: int(row.get(name, 0)) for name in ("blocks", "sentences", "words")}


TASK = Task(rows, figures, size, digits=4, step=0.01, errors=frozenset({"mae"}))
