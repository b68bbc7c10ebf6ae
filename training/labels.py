"""The label inventories and the arrays that training compares the network with.

Invariant: the order of each inventory is the order of the network's outputs; it ships beside the
weights as `labels.json`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.read.references import NOMINAL, Clause, Phrase, find_phrases
from reportedly.read.windows import Window
from reportedly.records import Reference, Span
from training.corpora import Labelled, LabelledClaim, Syntax

IGNORE = -100
B, I, S, O, E = 0, 1, 2, 3, 4  # noqa: E741  the tagging scheme's own letters
LAYERS = 2  # of entities: outermost ones, and those inside them
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every label that the heads can give. `entity` holds types; tags are 4 a type, and one outside."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    entity: tuple[str, ...]
    name: tuple[str, ...]
    activity: tuple[str, ...]
    modality: tuple[str, ...]
    mention: tuple[str, ...] = ()

    def save(self, path: Path, *, pair: Sequence[float] = ()) -> None:
        """Write as JSON, with the weights of what the phrases of two mentions show."""
        rows = {**asdict(self), "pair": [round(x, 4) for x in pair]}
        path.write_text(json.dumps(rows, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")

    def shippable(self) -> "Inventory":
        """Return the same numbers without what is copied from a corpus: such lemma rules keep the form."""
        return replace(self, lemma=tuple(rule if plain(rule) else "0|" for rule in self.lemma))

    @classmethod
    def load(cls, path: Path) -> "Inventory":
        """Read what `save` wrote."""
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{k: tuple(v) for k, v in rows.items() if k in FIELDS})


LONGEST_TAIL = 4  # letters; "is" to "be", "better" to "good"
FIELDS = tuple(field.name for field in fields(Inventory))


# The one label of a head for which no corpus of a run has any; it says nothing of a word.
UNLABELLED = {
    "upos": ("X",),
    "xpos": ("",),
    "lemma": ("0|",),
    "deprel": ("root",),
    "activity": ("none",),
    "modality": ("asserted",),
}


def plain(rule: str) -> bool:
    """Whether a lemma rule adds an ending and not a treebank's mark or a piece of its text."""
    tail = rule.split("|", 1)[1]
    return not tail or (tail.isalpha() and len(tail) <= LONGEST_TAIL)


def take_stock(documents: Iterable[Labelled], *, least: int = 4) -> Inventory:
    """Collect the labels seen, each inventory sorted; lemma rules rarer than `least` are left out.

    A head that chooses one label a word has at least the one that says nothing.
    """
    seen: dict[str, Counter[str]] = {k: Counter() for k in FIELDS}
    for document in documents:
        if document.syntax:
            for name in ("upos", "xpos", "lemma", "deprel"):
                seen[name].update(getattr(document.syntax, name))
        seen["entity"].update(kind for _, kind in document.entities or ())
        seen["name"].update(kind for _, kind in document.names or ())
        seen["activity"].update(c.activity for c in document.claims or ())
        seen["activity"].update(activity for _, activity in document.activities or ())
        seen["modality"].update(c.modality for c in document.claims or ())
        seen["mention"].update(r.kind for r in document.references or ())
    lemmas = tuple(sorted(rule for rule, n in seen["lemma"].items() if n >= least and plain(rule)))
    found = {k: lemmas if k == "lemma" else tuple(sorted(c)) for k, c in seen.items()}
    return Inventory(**{k: labels or UNLABELLED.get(k, ()) for k, labels in found.items()})


@dataclass(frozen=True, slots=True)
class Target:
    """What the heads should say for one window of W words; IGNORE where the corpus does not say.

    `roles` [W, 3], `entity` [W, LAYERS], the others [W]; `heads` index the window; `links` rows are
    (kind, cue start, other start, 0 or 1) with kind 0 source, 1 content; `factuality` is NaN where nobody
    judged; `phrases` are the mentions, `referents` whom or what each refers to.
    """

    window: Window
    roles: Ints
    proposition: Ints
    activity: Ints
    modality: Ints
    depth: Ints
    entity: Ints
    name: Ints
    upos: Ints
    xpos: Ints
    lemma: Ints
    deprel: Ints
    heads: Ints
    links: Ints
    mention: Ints
    factuality: Floats
    phrases: tuple[Phrase, ...] = ()
    referents: tuple[int, ...] = ()


def target_of(document: Labelled, window: Window, inventory: Inventory) -> Target:
    """Return the labels of one window."""
    n = window.last - window.first
    spans = document.spans[window.first : window.last]
    none = np.full(n, IGNORE, dtype=np.int64)
    roles = np.full((n, 3), IGNORE, dtype=np.int64)
    links = np.zeros((0, 4), dtype=np.int64)
    if document.attributions is not None:
        for r, role in enumerate(("source", "cue", "content")):
            marked = {s for a in document.attributions for s in getattr(a, role)}
            roles[:, r] = tag(spans, marked)
        links = _links(document, spans)
    entity = np.full((n, LAYERS), IGNORE, dtype=np.int64)
    name, proposition, mention = none, none, none
    activity, modality, depth = none, none, none
    if document.entities is not None:
        layers = nest(document.entities, LAYERS)
        entity = np.stack([_entities(spans, layer, inventory.entity) for layer in layers], axis=1)
    if document.names is not None:
        name = _entities(spans, document.names, inventory.name)
    if document.claims is not None:
        proposition = tag(spans, {c.span for c in document.claims})
        activity, modality, depth = _claims(spans, document.claims, inventory)
    elif document.activities is not None:
        activity = _inside(spans, ((s, inventory.activity.index(a)) for s, a in document.activities))
    syntax = _syntax(document, window, inventory)
    phrases: tuple[Phrase, ...] = ()
    referents: tuple[int, ...] = ()
    if document.references is not None and document.syntax is not None:
        found = list(_mentions(document, window, document.syntax, inventory))
        phrases, referents = tuple(p for p, _ in found), tuple(r for _, r in found)
        mention = np.full(n, len(inventory.mention), dtype=np.int64)
        mention[[p.head - window.first for p in phrases]] = [p.kind for p in phrases]
    return Target(
        window, roles, proposition, activity, modality, depth, entity, name, *syntax, links,
        mention, _factuality(document, window), phrases, referents,
    )  # fmt: skip


def nest(found: Iterable[tuple[Span, str]], layers: int) -> list[list[tuple[Span, str]]]:
    """Sort spans into layers without overlap: the longest outermost, what lies inside them next, and so on.

    What fits into none is left out.
    """
    out: list[list[tuple[Span, str]]] = [[] for _ in range(layers)]
    for span, kind in sorted(set(found), key=lambda row: (row[0].begin - row[0].end, row[0], row[1])):
        for layer in out:
            if not any(s.begin < span.end and span.begin < s.end for s, _ in layer):
                layer.append((span, kind))
                break
    return out


def _factuality(document: Labelled, window: Window) -> Floats:
    if document.factuality is None:
        return np.full(window.last - window.first, np.nan, dtype=np.float32)
    labels = document.factuality[window.first : window.last]
    return np.array([np.nan if x is None else x for x in labels], dtype=np.float32)


def _mentions(
    document: Labelled, window: Window, syntax: Syntax, inventory: Inventory
) -> Iterator[tuple[Phrase, int]]:
    """Yield the mentions with a nominal head, one a head, with whom or what they refer to."""
    words = document.words
    for number, (begin, end) in enumerate(document.sentences):
        if not (window.first <= begin and end <= window.last):
            continue
        heads = [h - begin for h in syntax.heads[begin:end]]
        clause = Clause(
            begin, number, words[begin:end], syntax.upos[begin:end], syntax.deprel[begin:end], heads
        )
        whole = Span(document.spans[begin].begin, document.spans[end - 1].end)
        inside = [r for r in document.references or () if whole.begin <= r.span.begin < whole.end]
        yield from _by_head(document, clause, inside, inventory)


def _by_head(
    document: Labelled, clause: Clause, references: Sequence[Reference], inventory: Inventory
) -> Iterator[tuple[Phrase, int]]:
    spans = document.spans[clause.first : clause.first + len(clause.forms)]
    best: dict[int, tuple[tuple[bool, int], Phrase, int]] = {}
    for reference in references:
        words = words_in(spans, reference.span)
        if words is None:
            continue
        head = next((i for i in range(*words) if not words[0] <= clause.heads[i] < words[1]), None)
        head = next((i for i in range(*words) if clause.heads[i] == i), head)  # the root
        if head is None or clause.upos[head] not in NOMINAL:
            continue
        phrase = next(iter(find_phrases(clause, [(head, inventory.mention.index(reference.kind))])))
        apart = (phrase.first - clause.first, phrase.last - clause.first) != words
        rank = (apart, words[1] - words[0])  # the one that the tree shows, else the shortest
        if head not in best or rank < best[head][0]:
            best[head] = (rank, phrase, reference.referent)
    for head in sorted(best):
        yield best[head][1:]


def words_in(spans: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """Return the half-open range of words that `span` touches, or None."""
    touched = [i for i, s in enumerate(spans) if s.begin < span.end and s.end > span.begin]
    return (touched[0], touched[-1] + 1) if touched else None


def tag(spans: Sequence[Span], marked: Iterable[Span]) -> Ints:
    """Tag words B I E S O; of spans that overlap, the longer wins."""
    tags = np.full(len(spans), O, dtype=np.int64)
    taken = np.zeros(len(spans), dtype=bool)
    for span in sorted(marked, key=lambda s: (s.begin - s.end, s.begin)):
        found = words_in(spans, span)
        if found is None or taken[found[0] : found[1]].any():
            continue
        first, last = found
        taken[first:last] = True
        tags[first:last] = I
        tags[first], tags[last - 1] = (B, E) if last - first > 1 else (S, S)
    return tags


def _inside(spans: Sequence[Span], marked: Iterable[tuple[Span, int]]) -> Ints:
    """Label the words inside each span; of spans that overlap, the shorter wins; outside is ignored."""
    out = np.full(len(spans), IGNORE, dtype=np.int64)
    for span, label in sorted(marked, key=lambda row: row[0].begin - row[0].end):
        found = words_in(spans, span)
        if found:
            out[found[0] : found[1]] = label
    return out


def _claims(spans: Sequence[Span], claims: Sequence[LabelledClaim], inventory: Inventory) -> list[Ints]:
    """Return the activity, modality and depth of the claim that each word stands in."""
    numbers = [
        (inventory.activity.index(c.activity), inventory.modality.index(c.modality), c.depth) for c in claims
    ]
    marked = [[(c.span, row[n]) for c, row in zip(claims, numbers, strict=True)] for n in range(3)]
    return [_inside(spans, rows) for rows in marked]


def _entities(spans: Sequence[Span], entities: Iterable[tuple[Span, str]], kinds: Sequence[str]) -> Ints:
    out = np.full(len(spans), 4 * len(kinds), dtype=np.int64)
    for n, kind in enumerate(kinds):
        tags = tag(spans, {s for s, k in entities if k == kind})
        letter = np.array([0, 1, 2, 0, 3])[tags]  # B I S . E without O
        out = np.where(tags != O, 4 * n + letter, out)
    return out


def _links(document: Labelled, spans: Sequence[Span]) -> Ints:
    """Pair each cue's first word with the first word of every source and content part near it."""
    attributions = document.attributions or ()
    true: set[tuple[int, int, int]] = set()
    starts: tuple[set[int], set[int]] = (set(), set())
    cues: set[int] = set()
    for attribution in attributions:
        heads = [w[0] for s in attribution.cue[:1] if (w := words_in(spans, s))]
        cues.update(heads)
        for kind, parts in enumerate((attribution.source, attribution.content)):
            for part in parts:
                found = words_in(spans, part)
                if found is None:
                    continue
                starts[kind].add(found[0])
                true.update((kind, cue, found[0]) for cue in heads)
    rows = [
        (k, c, s, int((k, c, s) in true)) for k in (0, 1) for c in sorted(cues) for s in sorted(starts[k])
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 4)


def _syntax(document: Labelled, window: Window, inventory: Inventory) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    n = window.last - window.first
    if document.syntax is None:
        none = np.full(n, IGNORE, dtype=np.int64)
        return none, none, none, none, none
    syntax = document.syntax

    def indexes(labels: Sequence[str], known: Sequence[str]) -> Ints:
        where = {label: i for i, label in enumerate(known)}
        return np.array([where.get(x, IGNORE) for x in labels[window.first : window.last]], dtype=np.int64)

    heads = np.array(syntax.heads[window.first : window.last], dtype=np.int64) - window.first
    heads[(heads < 0) | (heads >= n)] = IGNORE
    return (
        indexes(syntax.upos, inventory.upos),
        indexes(syntax.xpos, inventory.xpos),
        indexes(syntax.lemma, inventory.lemma),
        indexes(syntax.deprel, inventory.deprel),
        heads,
    )
