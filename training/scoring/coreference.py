"""Scores which words refer to the same.

What is referred to once (a singleton) is left out of the main figures, on both sides, and counted under
`with_singletons`. Mentions match when they have the same words.

Source: CorefUD's scorer and the CRAC shared tasks, of which GUM is a part, leave singletons out by
default (https://github.com/ufal/corefud-scorer). Their main figure matches mentions by their heads;
here they match exactly (the scorer's `--exact-match`), which gives lower figures.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.errors import BrokenInput, ModelError
from reportedly.records import Reference, Span
from training.corpora import Labelled, find, read_ud
from training.scoring.clusters import METRICS, Cluster, Ratios, clusters_of, compare
from training.scoring.task import Figures, Marker, Row, Size, Task, tokens_of

KINDS = {"": 2, "with_singletons.": 1}  # the least mentions of a cluster that counts, by group of figures
PARTS = ("found", "gold", "right", "predicted")


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a document (`# newdoc`) of .conllu files with GUM's `Entity=` in the last column.

    Raises:
        CorpusMissing: no .conllu file.
        BrokenInput: a damaged file, or one in which nothing refers to anything.
        ModelError: the model does not look for references.
    """
    documents = 0
    for file in find(path, "*.conllu"):
        for document in read_ud(file, most_sentences=sys.maxsize):  # never in parts
            if document.references is not None:
                documents += 1
                yield _row(document.references, _seen(document, reader))
    if not documents:
        raise BrokenInput(str(path), "has no Entity= in its last column", "give a file of GUM's")


def _seen(document: Labelled, reader: Marker) -> Sequence[Reference]:
    marked = reader.mark(document.text, tokens_of(document))
    if marked.references is None:
        do = "name an export that has the coreference head"
        raise ModelError("the reading model", "looks for no references", do)
    return marked.references


def _row(gold: Sequence[Reference], mine: Sequence[Reference]) -> Row:
    row: dict[str, float] = {
        "documents": 1,
        "mentions": len(_spans(gold)),
        "referents": len(_clusters(gold, 1)),
    }
    for group, least in KINDS.items():
        for metric, ratios in compare(_clusters(gold, least), _clusters(mine, least)).items():
            row |= {f"{group}{metric}.{part}": getattr(ratios, part) for part in PARTS}
    return row


def _spans(references: Sequence[Reference]) -> set[Span]:
    return {r.span for r in references}


def _clusters(references: Sequence[Reference], least: int) -> list[Cluster]:
    return clusters_of(((r.span, r.referent) for r in references), least=least)


def figures(row: Row) -> Figures:
    """Return F1 of MUC, B-cubed and CEAF-e and their mean, in percent, without and with singletons.

    Source: the mean is that of the CoNLL shared tasks, Pradhan et al. 2012.
    """
    found: Figures = {}
    for group in KINDS:
        each = {metric: _ratios(row, group + metric).f1 for metric in METRICS}
        found[f"{group}conll_f1"] = sum(each.values()) / len(each)
        found |= {group + metric: f1 for metric, f1 in each.items()}
    return found


def _ratios(row: Row, name: str) -> Ratios:
    found, gold, right, predicted = (row.get(f"{name}.{part}", 0.0) for part in PARTS)
    return Ratios(found, gold, right, predicted)


def size(row: Row) -> Size:
    """Return how many documents, gold mentions and what they refer to there are, singletons included."""
    return {name: int(row.get(name, 0)) for name in ("documents", "mentions", "referents")}


TASK = Task(rows, figures, size)
