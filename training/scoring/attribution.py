"""Scores attributions: their spans, their words, and which of them belong together."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportedly.records import Attribution, Span
from training.corpora import Attributed, Labelled, read_polnear
from training.labels import words_in
from training.scores import Counts, most_pairs, overlap, total
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread, tokens_of

ROLES = ("source", "cue", "content")


def rows(folder: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row an article of brat stand-off.

    A discontinuous span counts as its parts, and a span that several attributions of a document share
    counts once.

    Raises:
        CorpusMissing: no .ann file, or one without its .txt.
        BrokenInput: a damaged file.
    """
    for document in read_polnear(folder):
        gold = [a for a in document.attributions or () if a.source or a.cue or a.content]
        mine = reader.mark(document.text, tokens_of(document)).attributions
        row = {"documents": 1.0, **spread("linked", linked_counts(mine, gold))}
        for role in ROLES:
            ours = {s for a in mine for s in getattr(a, role)}
            theirs = {s for a in gold for s in getattr(a, role)}
            row |= spread(f"exact.{role}", _counted(ours, theirs))
            row |= spread(f"token.{role}", _counted(_words(document, ours), _words(document, theirs)))
        yield row


def _counted(ours: set[Span] | set[int], theirs: set[Span] | set[int]) -> Counts:
    counts = Counts()
    counts.add(ours, theirs)
    return counts


def _words(document: Labelled, spans: Iterable[Span]) -> set[int]:
    found = (words_in(document.spans, s) for s in spans)
    return {w for r in found if r for w in range(*r)}


def linked_counts(mine: Sequence[Attribution], gold: Sequence[Attributed]) -> Counts:
    """Count attributions whose source, cue and content all overlap those of one gold attribution.

    A role that is missing agrees with a role that is missing. Each gold attribution can be found
    once; of all ways to pair them the one with most pairs counts.
    """
    partners = [
        [n for n, other in enumerate(gold) if all(overlap(getattr(one, r), getattr(other, r)) for r in ROLES)]
        for one in mine
    ]
    return Counts(most_pairs(partners), len(mine), len(gold))


def figures(row: Row) -> Figures:
    """Return F1 in percent: exact spans, words, and whole attributions (`linked`)."""
    found: Figures = {}
    for kind, together in (("exact", "all"), ("token", "micro")):
        counts = {role: gather(row, f"{kind}.{role}") for role in ROLES}
        found |= {f"{kind}.{role}": counts[role].f1 for role in ROLES}
        found[f"{kind}.{together}"] = total(counts.values()).f1
    found["linked"] = gather(row, "linked").f1
    return found


def size(row: Row) -> Size:
    """Return how many documents, attributions and gold spans a role there are."""
    whole = {"documents": int(row.get("documents", 0)), "attributions": gather(row, "linked").gold}
    return whole | {role: gather(row, f"exact.{role}").gold for role in ROLES}


TASK = Task(rows, figures, size)
