"""Scores the shipped reading model on any path in the corpora's formats.

    python -m training.evaluate attribution FOLDER [--json]      .txt and brat .ann, nested or not
    python -m training.evaluate syntax FILE.conllu [--json]      gold words
    python -m training.evaluate entities FOLDER [--json]         documents.jsonl and entities.jsonl

Prints one JSON object, in percent, with `n`. It runs the same code as `reportedly read`, with the
int8 weights unless `--model` names others, and needs no torch.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from reportedly.errors import ReportedlyError
from reportedly.read.decode import Marked
from reportedly.read.reader import Reader, Tokens
from reportedly.records import Attribution, Span
from training.corpora import Attributed, Labelled, find, need, read_polnear, read_re3d, read_ud
from training.labels import words_in
from training.scores import Counts, most_pairs, overlap, total

ROLES = ("source", "cue", "content")
Figures = dict[str, object]


class Marker(Protocol):
    """Whatever marks a text whose words are given, as `Reader` does."""

    def mark(self, text: str, tokens: Tokens) -> Marked:
        """Return what is seen in the whole document."""
        ...


def tokens_of(document: Labelled) -> Tokens:
    """Return a labelled document's words for the reader; its paragraphs stand for passages."""
    first = [n for n, (b, _) in enumerate(document.sentences) if b in document.paragraph_starts]
    ends = [*first[1:], len(document.sentences)] if first else []
    return Tokens(document.spans, document.sentences, tuple(zip(first, ends, strict=True)))


def score_attribution(folder: Path, reader: Marker) -> Figures:
    """Exact, token and linked F1 of attributions.

    A discontinuous span counts as its parts, and a span that several attributions of a document share
    counts once. `linked` pairs whole attributions one to one, as many as can be: see `linked_counts`.

    Raises:
        CorpusMissing: no .ann file, or one without its .txt.
        BrokenInput: a damaged file.
    """
    exact = {role: Counts() for role in ROLES}
    token = {role: Counts() for role in ROLES}
    linked, documents = Counts(), 0
    for document in read_polnear(folder):
        documents += 1
        gold = [a for a in document.attributions or () if a.source or a.cue or a.content]
        mine = reader.mark(document.text, tokens_of(document)).attributions
        for role in ROLES:
            ours = {s for a in mine for s in getattr(a, role)}
            theirs = {s for a in gold for s in getattr(a, role)}
            exact[role].add(ours, theirs)
            token[role].add(_words(document, ours), _words(document, theirs))
        linked.merge(linked_counts(mine, gold))
    return {
        "exact": {**{r: _two(exact[r].f1) for r in ROLES}, "all": _two(total(exact.values()).f1)},
        "token": {**{r: _two(token[r].f1) for r in ROLES}, "micro": _two(total(token.values()).f1)},
        "linked": _two(linked.f1),
        "n": {"documents": documents, "attributions": linked.gold, **{r: exact[r].gold for r in ROLES}},
    }


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


def score_syntax(path: Path, reader: Marker) -> Figures:
    """UPOS accuracy, unlabelled and labelled attachment over all gold words, punctuation included.

    A label counts when it is the same with its subtype (`nsubj:pass`).

    Raises:
        CorpusMissing: no such file.
        BrokenInput: a damaged file.
    """
    words = upos = uas = las = sentences = 0
    for document in (d for file in find(path, "*.conllu") for d in read_ud(file)):
        gold = document.syntax
        if gold is None:
            continue
        sentences += len(document.sentences)
        seen = reader.mark(document.text, tokens_of(document)).words
        starts = [b for b, e in document.sentences for _ in range(b, e)]  # heads count from here
        words += len(starts)
        for i, word in enumerate(seen):
            head = i if word.head is None else starts[i] + word.head
            upos += word.upos == gold.upos[i]
            uas += head == gold.heads[i]
            las += head == gold.heads[i] and word.deprel == gold.deprel[i]
    shares = {"upos": upos, "uas": uas, "las": las}
    figures = {name: _two(100 * count / max(1, words)) for name, count in shares.items()}
    return {**figures, "n": {"sentences": sentences, "words": words}}


def score_entities(folder: Path, reader: Marker) -> Figures:
    """Strict span-and-type F1 over all entities, and by type.

    Raises:
        CorpusMissing: no documents.jsonl or no entities.jsonl.
        BrokenInput: a damaged file.
    """
    counts: dict[str, Counts] = {}
    documents = 0
    for document in (d for file in find(folder, "documents.jsonl") for d in read_re3d(file.parent)):
        documents += 1
        gold = set(document.entities or ())
        mine = {(e.span, e.kind) for e in reader.mark(document.text, tokens_of(document)).entities}
        for kind in {k for _, k in gold | mine}:
            of_kind = counts.setdefault(kind, Counts())
            of_kind.add({s for s, k in mine if k == kind}, {s for s, k in gold if k == kind})
    whole = total(counts.values())
    return {
        "p": _two(whole.precision),
        "r": _two(whole.recall),
        "f1": _two(whole.f1),
        "by_type": {kind: _two(c.f1) for kind, c in sorted(counts.items())},
        "n": {"documents": documents, "entities": whole.gold},
    }


def _two(figure: float) -> float:
    return round(figure, 2)


TASKS: dict[str, Callable[[Path, Marker], Figures]] = {
    "attribution": score_attribution,
    "syntax": score_syntax,
    "entities": score_entities,
}


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="training.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="print on one line")
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and print the figures. Returns 0, or 1 when there is nothing to score."""
    args = build_parser().parse_args(arguments)
    try:
        need(args.path)  # before the model, which takes a second to load
        figures = TASKS[args.task](args.path, Reader(args.model))
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(figures, indent=None if args.json else 2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
