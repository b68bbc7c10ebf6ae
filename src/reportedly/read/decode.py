"""From the network's scores for some windows to words, entities, attributions and propositions.

Invariants:
- Every word gets exactly one label of each kind, a head inside its own sentence (or none: the root).
- A span is made of whole words; an attribution's parts are spans that the tags gave.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, islice

import numpy as np

from reportedly.packs import EquipmentPack
from reportedly.read.engine import Floats, Labels, Output
from reportedly.read.lemmas import Lexicon, cut
from reportedly.read.packed import PackedEntities
from reportedly.read.tags import Tagged, best_spans, legal_moves
from reportedly.read.trees import decode_tree
from reportedly.read.windows import Window
from reportedly.records import Attribution, Entity, Proposition, Reference, Span, Word

# Least chance of a link. Below it, the best candidate above FALLBACK still counts for a cue or a
# content that would otherwise have nobody. Source: best linked F1 on PolNeAR's development part.
LINK = 0.5
FALLBACK = 0.15
REMEMBERED_LEMMAS = 50_000  # words repeat far more often than they are new
Range = tuple[int, int]
Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A word that heads a mention: its number in the document, the kind of thing, and its vector."""

    word: int
    kind: int
    vector: Floats


@dataclass(slots=True)
class Marked:
    """What was seen so far, in document order; windows are added one by one.

    `factuality` has a number a word, of use for predicates, or none at all where the model gives none;
    `references` come last, from what is `mentioned`, and are None where nobody looked for them.
    """

    words: list[Word]
    entities: list[Entity] | PackedEntities
    attributions: list[Attribution]
    propositions: list[Proposition]
    factuality: list[float] = field(default_factory=list)
    mentioned: list[Mentioned] = field(default_factory=list)
    references: list[Reference] | None = None

    @classmethod
    def empty(cls) -> "Marked":
        """Nothing seen yet."""
        return cls([], [], [], [])

    def extend(self, other: "Marked") -> None:
        """Add what the next window holds."""
        self.words += other.words
        self.entities.extend(other.entities)
        self.attributions += other.attributions
        self.propositions += other.propositions
        self.factuality += other.factuality
        self.mentioned += other.mentioned


class Decoder:
    """Decodes batches of windows, given what the labels mean and which nouns name equipment."""

    def __init__(self, labels: Labels, lexicon: Lexicon, equipment: EquipmentPack) -> None:
        self._labels = labels
        self._equipment = equipment
        self._role_moves = legal_moves(1)
        self._entity_moves = legal_moves(len(labels.entity))
        self._name_moves = legal_moves(len(labels.name))
        self._root = labels.deprel.index("root")
        rules = [rule.partition("|") for rule in labels.lemma]
        edits = [(int(drop), tail) for drop, _, tail in rules]
        self._lemma = lru_cache(REMEMBERED_LEMMAS)(
            lambda form, rule, verb: lexicon.mend(form, cut(form, *edits[rule]), verb=verb)
        )

    def decode(
        self,
        outputs: Sequence[Output],
        *,
        windows: Sequence[Window],
        spans: Sequence[Span],
        forms: Sequence[str],
    ) -> list[Marked]:
        """Return what the network's output says of each of some windows.

        Args:
            outputs: one a window, as `Output.of_window` gives them.
            windows: the windows.
            spans: all words of the document, code points.
            forms: their text.

        Returns:
            One `Marked` a window, in order. Heads count from the first word of the sentence in its window.
        """
        labels = self._labels
        # Side by side: a search costs by its longest sequence, hardly by their number.
        marks = [[o.roles[:, role] for o in outputs] for role in range(3)] + [
            [o.proposition for o in outputs]
        ]
        *roles, stretches = _side_by_side(marks, self._role_moves)
        nested = range(outputs[0].entity.shape[1])
        layers = _side_by_side([[o.entity[:, n] for o in outputs] for n in nested], self._entity_moves)
        names = best_spans([o.name for o in outputs], self._name_moves)
        found = []
        for n, (output, window) in enumerate(zip(outputs, windows, strict=True)):
            own = spans[window.first : window.last]
            whole = [(b, e, labels.entity[kind]) for layer in layers for b, e, kind in layer[n]]
            named = [(b, e, labels.name[kind]) for b, e, kind in names[n]]
            said = [[tagged[:2] for tagged in role[n]] for role in roles]
            words = list(self._words(output, window, own, forms[window.first : window.last]))
            found.append(
                Marked(
                    words,
                    [self._told(words, each) for each in _entities(whole, named)],
                    _attributions(output, own, said),
                    self._propositions(output, own, [tagged[:2] for tagged in stretches[n]]),
                    [] if output.factuality is None else output.factuality.tolist(),
                    self._mentioned(output, window.first),
                )
            )
        return found

    def _told(self, words: Sequence[Word], named: Named) -> Entity:
        """Return an entity of a window's words; one whose last word is a noun for equipment has its kind."""
        begin, end, kind = named
        last = words[end - 1]
        if last.upos in ("NOUN", "PROPN"):
            before = words[end - 2].text.lower() if end - begin > 1 else None
            kind = self._equipment.kind_of(last.lemma.lower(), before) or kind
        return Entity(Span(words[begin].span.begin, last.span.end), kind, 1.0)

    def _mentioned(self, output: Output, first: int) -> list[Mentioned]:
        if output.mention is None or output.reference is None:
            return []
        heads = np.flatnonzero(output.mention < len(self._labels.mention))
        kinds = output.mention[heads].tolist()
        return [
            Mentioned(first + w, k, output.reference[w]) for w, k in zip(heads.tolist(), kinds, strict=True)
        ]

    def _propositions(
        self, output: Output, spans: Sequence[Span], stretches: Sequence[Range]
    ) -> list[Proposition]:
        activities, modalities, voices = (
            _best_labels(chances, stretches) for chances in (output.activity, output.modality, output.depth)
        )
        names = [None if name == "none" else name for name in self._labels.activity]
        return [
            Proposition(
                _span(spans, words),
                score,
                (names[activities[n][0]], activities[n][1]),
                (self._labels.modality[modalities[n][0]], modalities[n][1]),
                voices[n],
            )
            for n, (words, score) in enumerate(
                zip(stretches, _scores(output.proposition, stretches), strict=True)
            )
        ]

    def _words(
        self, output: Output, window: Window, spans: Sequence[Span], forms: Sequence[str]
    ) -> Iterator[Word]:
        labels = self._labels
        # Plain lists: picking numbers out of arrays one by one is slow.
        upos, xpos, lemma = output.upos.tolist(), output.xpos.tolist(), output.lemma.tolist()
        relations, best = self._relations(output), output.arcs.argmax(-1).tolist()
        for first, last in slices(window):
            heads = [head - first for head in best[first:last]]
            heads = decode_tree(output.arcs[first:last, first:last], heads)
            for w, head in enumerate(heads, first):
                form, kind = forms[w], labels.upos[upos[w]]
                stem = form if kind == "PROPN" else self._lemma(form, lemma[w], kind == "VERB")
                tag = labels.xpos[xpos[w]]
                relation = "root" if head == w - first else labels.deprel[relations[w]]
                above = None if relation == "root" else head
                yield Word(spans[w], form, stem, kind, tag, above, relation)

    def _relations(self, output: Output) -> list[int]:
        """The best relation of each word, but for `root`: the tree says which word that is."""
        scores = output.relations.copy()
        scores[:, self._root] = -np.inf
        best: list[int] = scores.argmax(-1).tolist()
        return best


def slices(window: Window) -> Iterator[Range]:
    """Yield the half-open word ranges of a window's sentences, counted from its first word."""
    first = 0
    for _, words in groupby(window.sentences):
        last = first + sum(1 for _ in words)
        yield first, last
        first = last


def _side_by_side(marks: Sequence[Sequence[Floats]], moves: Floats) -> list[list[list[Tagged]]]:
    """Return the spans of each mark in each window, searched together."""
    found = iter(best_spans([one for mark in marks for one in mark], moves))
    return [list(islice(found, len(mark))) for mark in marks]


def _attributions(output: Output, spans: Sequence[Span], roles: list[list[Range]]) -> list[Attribution]:
    """Give each cue the sources and contents that the link head joins to it."""
    sources, cues, contents = roles
    by_source = _choose(cues, sources, output.links[0], one_each=False)
    by_content = _choose(cues, contents, output.links[1], one_each=True)
    found = []
    for n, (cue, score) in enumerate(zip(cues, _scores(output.roles[:, 1], cues), strict=True)):
        mine = [sources[s] for s in by_source[n]]
        said = [contents[c] for c in by_content[n]]
        found.append(Attribution(_spans(spans, mine), _spans(spans, [cue]), _spans(spans, said), score))
    return found


def _choose(cues: list[Range], others: list[Range], links: Floats, *, one_each: bool) -> list[list[int]]:
    """Return, for each cue, which spans belong to it.

    A content without a sure cue goes to its best one (`one_each`); a cue without a sure source takes
    its best one.
    """
    chosen: list[list[int]] = [[] for _ in cues]
    if not cues or not others:
        return chosen
    # Plain lists: picking numbers out of small arrays one by one is slow.
    chances: list[list[float]] = links[np.ix_([c[0] for c in cues], [o[0] for o in others])].tolist()
    for c, row in enumerate(chances):
        chosen[c] = [o for o, chance in enumerate(row) if chance >= LINK]
    if one_each:
        for o in range(len(others)):
            best = max(range(len(cues)), key=lambda c: chances[c][o])
            if FALLBACK <= chances[best][o] < LINK:
                chosen[best].append(o)
    else:
        for c, row in enumerate(chances):
            best = row.index(max(row))
            if FALLBACK <= row[best] < LINK:
                chosen[c].append(best)
    return [sorted(rows) for rows in chosen]


def _entities(whole: list[Named], names: list[Named]) -> list[Named]:
    """Return the entities and those names that no entity overlaps, in text order."""
    covered = {word for begin, end, _ in whole for word in range(begin, end)}
    free = [name for name in names if covered.isdisjoint(range(*name[:2]))]
    return sorted([*whole, *free], key=lambda each: each[:2])


def _spans(spans: Sequence[Span], ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(_span(spans, words) for words in ranges)


def _span(spans: Sequence[Span], words: Range) -> Span:
    return Span(spans[words[0]].begin, spans[words[1] - 1].end)


def _best_labels(chances: Floats, stretches: Sequence[Range]) -> list[tuple[int, float]]:
    """The best label over each stretch's words, and its mean chance. chances [words, labels]."""
    if not stretches:
        return []
    means = _means(chances, stretches)
    best = zip(means.argmax(1).tolist(), means.max(1).tolist(), strict=True)
    return [(label, round(chance, 4)) for label, chance in best]


def _scores(scores: Floats, stretches: Sequence[Range]) -> list[float]:
    """Mean probability of the best tag over each stretch's words. scores [words, T] log-probabilities."""
    if not stretches:
        return []
    return [round(score, 4) for score in _means(np.exp(scores.max(-1)), stretches).tolist()]


def _means(values: Floats, stretches: Sequence[Range]) -> Floats:
    """Means over each stretch's words, one row a stretch. values [words, ...]."""
    sums = np.array([np.add.reduce(values[begin:end]) for begin, end in stretches], dtype=np.float32)
    sizes = np.array([end - begin for begin, end in stretches], dtype=np.float32)
    return (sums.T / sizes).T
