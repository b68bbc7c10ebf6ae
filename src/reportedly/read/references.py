"""Which words refer to the same: each mention is joined to the earlier one that fits best.

A mention is found by its head word; its phrase is what hangs on that word. What the network says of two
head words and what their phrases show (same words, same noun, how far apart) add up to one score.

Invariants:
- Training and run time take phrases and pairs from this one file; changing a rule here needs new weights.
- A mention looks back at a bounded number of others, so that time is linear in the length of a document.

Source: Dobrovolskii 2021, Word-Level Coreference Resolution (head words, phrases afterwards); Lee et al.
2017 (the best antecedent, or none).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reportedly.records import Word

LOOK_BACK = 60  # earlier mentions that a mention is compared with, and the last one in the same words
KEPT_WORDS = 6  # of a phrase, the last ones, when the nouns of two phrases are compared
CHUNK = 1_000  # mentions scored at once, so that memory stays flat
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your some any 's ’s s".split()
)
# What hangs on a head word and is no part of its phrase.
OUTSIDE = frozenset(
    {
        "advcl", "advmod", "appos", "aux", "aux:pass", "case", "cc", "conj", "cop",
        "csubj", "csubj:outer", "dep", "discourse", "dislocated", "expl", "list", "mark", "nsubj",
        "nsubj:outer", "nsubj:pass", "obl", "orphan", "parataxis", "punct", "reparandum", "vocative",
    }
)  # fmt: skip
NEAR = (1, 2, 3, 5, 9, 17, 33)  # where buckets of distance in mentions begin, after the first
APART = (1, 2, 3, 6, 11)  # the same in sentences
FLAGS = 12
BUCKETS = 2 * (len(NEAR) + 1) + 2 * (len(APART) + 1)
WEIGHTS = FLAGS + BUCKETS
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention: words `first` to `last` (half-open) around `head`, all counted in the document.

    `words` are its words in lower case without determiners, `noun` its head word so, `initials` of its
    capitalised words.
    """

    first: int
    last: int
    head: int
    kind: int
    sentence: int
    words: tuple[str, ...]
    noun: str
    initials: str
    pronoun: bool
    name: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one sentence as the trees have them; `heads` count from its first word, a root is its own.

    `first` is the document's number of its first word, `number` that of the sentence.
    """

    first: int
    number: int
    forms: Sequence[str]
    upos: Sequence[str]
    deprels: Sequence[str]
    heads: Sequence[int]
    _below: list[list[int]] = field(default_factory=list)

    def children(self) -> Sequence[Sequence[int]]:
        """The dependents of each word, in order; worked out when first asked for."""
        if not self._below:
            self._below.extend([] for _ in self.forms)
            for word, head in enumerate(self.heads):
                if head != word:
                    self._below[head].append(word)
        return self._below


def clause_of(words: Sequence[Word], first: int, number: int) -> Clause:
    """Return the words of a sentence as a clause; their heads count from its first word."""
    return Clause(
        first,
        number,
        [w.text for w in words],
        [w.upos for w in words],
        [w.deprel for w in words],
        [n if w.head is None else w.head for n, w in enumerate(words)],
    )


def find_phrases(clause: Clause, mentioned: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield the phrase around each head word.

    Args:
        clause: the sentence.
        mentioned: (head word, counted from the sentence's first, kind), in order.
    """
    for head, kind in mentioned:
        yield _phrase(clause, head, kind, reach_of(clause, head))


def reach_of(clause: Clause, head: int) -> tuple[int, int]:
    """Return the half-open range of the words below a head, without what only hangs beside it."""
    children, begin, end = clause.children(), head, head
    stack = [c for c in children[head] if clause.deprels[c] not in OUTSIDE or _possessive(clause, head, c)]
    while stack:
        word = stack.pop()
        begin, end = min(begin, word), max(end, word)
        stack += children[word]
    return begin, end + 1


def _possessive(clause: Clause, head: int, word: int) -> bool:
    return word > head and clause.deprels[word] == "case"


def _phrase(clause: Clause, head: int, kind: int, words: tuple[int, int]) -> Phrase:
    forms = clause.forms[words[0] : words[1]]
    kept = tuple(w for form in forms if (w := form.lower()) not in DETERMINERS and w[:1].isalnum())
    initials = "".join(form[0] for form in forms if form[:1].isupper())
    return Phrase(
        clause.first + words[0],
        clause.first + words[1],
        clause.first + head,
        kind,
        clause.number,
        kept,
        clause.forms[head].lower(),
        initials.lower() if len(initials) > 1 else "",
        clause.upos[head] == "PRON",
        clause.upos[head] == "PROPN",
    )


@dataclass(frozen=True, slots=True)
class Pairs:
    """M mentions, each with its C candidates before it.

    `candidates` [M, C]: numbers of mentions, -1 for none; `flags` [M, C, FLAGS]: what the phrases have in
    common; `near`, `apart` [M, C]: buckets of distance, each an index into the weights.
    """

    candidates: Ints
    flags: NDArray[np.bool_]
    near: Ints
    apart: Ints


class Mentions:
    """All mentions of a document as arrays, so that pairs are compared many at a time."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        numbers: dict[str, int] = {"": 0}
        self.size = len(phrases)
        self.noun = _numbered((p.noun for p in phrases), numbers)
        self.words = _numbered((" ".join(p.words) for p in phrases), numbers)
        self.initials = _numbered((p.initials for p in phrases), numbers)
        self.kept = np.zeros((self.size, KEPT_WORDS), dtype=np.int64)
        for i, phrase in enumerate(phrases):
            for j, word in enumerate(phrase.words[-KEPT_WORDS:]):
                self.kept[i, j] = numbers.setdefault(word, len(numbers))
        self.pronoun = np.array([p.pronoun for p in phrases], dtype=bool)
        self.name = np.array([p.name for p in phrases], dtype=bool)
        self.kind = np.array([p.kind for p in phrases], dtype=np.int64)
        self.sentence = np.array([p.sentence for p in phrases], dtype=np.int64)
        self.last = np.array([p.last for p in phrases], dtype=np.int64)
        self.first = np.array([p.first for p in phrases], dtype=np.int64)
        self.before = self._same_words()

    def _same_words(self) -> Ints:
        """The last mention before each in the same words, pronouns aside; -1 for none."""
        seen: dict[int, int] = {}
        before = np.full(self.size, -1, dtype=np.int64)
        for i, key in enumerate(self.words.tolist()):
            if key and not self.pronoun[i]:
                before[i] = seen.get(key, -1)
                seen[key] = i
        return before

    def pairs(self, begin: int, end: int) -> Pairs:
        """Compare mentions `begin` to `end` (half-open) with those before them."""
        i = np.arange(begin, end)[:, None]  # [M, 1]
        back = i - np.arange(1, LOOK_BACK + 1)[None, :]  # [M, LOOK_BACK]
        far = self.before[begin:end, None]  # [M, 1]
        far = np.where(far < i - LOOK_BACK, far, -1)
        candidates = np.maximum(np.concatenate([back, far], axis=1), -1)  # [M, C]
        j = np.maximum(candidates, 0)
        flags = self._flags(i, j)
        anaphor = self.pronoun[i].astype(np.int64)  # [M, 1]
        near = np.searchsorted(NEAR, i - j, side="right") + anaphor * (len(NEAR) + 1)
        apart = np.searchsorted(APART, self.sentence[i] - self.sentence[j], side="right")
        apart = apart + anaphor * (len(APART) + 1) + 2 * (len(NEAR) + 1)
        return Pairs(candidates, flags, FLAGS + near, FLAGS + apart)

    def _flags(self, i: Ints, j: Ints) -> NDArray[np.bool_]:
        here, there = self.pronoun[i], self.pronoun[j]
        named = ~here & ~there
        same = self.noun[i] == self.noun[j]
        short = (self.initials[i] == self.noun[j]) | (self.noun[i] == self.initials[j])
        return np.stack(
            [
                named & (self.words[i] == self.words[j]),
                named & same,
                here & there & same,
                here & there & ~same,
                here & ~there,
                ~here & there,
                named & self.name[i] & self.name[j] & ~same,
                named & (self.kept[j] == self.noun[i][..., None]).any(-1),
                named & (self.kept[i] == self.noun[j][..., None]).any(-1),
                named & short,
                self.kind[i] == self.kind[j],
                self.last[j] > self.first[i],  # one inside the other
            ],
            axis=-1,
        )


def _numbered(words: Iterator[str], numbers: dict[str, int]) -> Ints:
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int64)


def link(phrases: Sequence[Phrase], vectors: Floats, weights: Floats) -> list[int]:
    """Return whom or what each mention refers to, numbered in order of first mention.

    Args:
        phrases: the mentions of a document, in order of their heads.
        vectors: what the network says of each head, [M, 2 * D + 1]: what it looks for, what it offers,
            and how likely it is to refer back at all.
        weights: of flags and buckets, [WEIGHTS].
    """
    mentions = Mentions(phrases)
    referents: list[int] = []
    size = (vectors.shape[1] - 1) // 2 if len(phrases) else 0
    count = 0
    for begin in range(0, len(phrases), CHUNK):
        end = min(begin + CHUNK, len(phrases))
        pairs = mentions.pairs(begin, end)
        offered = vectors[np.maximum(pairs.candidates, 0), size : 2 * size]  # [M, C, D]
        scores = np.einsum("md,mcd->mc", vectors[begin:end, :size], offered) / size**0.5
        scores = scores + pairs.flags @ weights[:FLAGS] + weights[pairs.near] + weights[pairs.apart]
        scores = np.where(pairs.candidates < 0, -np.inf, scores + vectors[begin:end, -1:])
        best = scores.argmax(1)
        known = np.logaddexp.reduce(scores, axis=1) > 0  # refers back to any is likelier than to none
        for m, c in enumerate(best.tolist()):
            if known[m]:
                referents.append(referents[int(pairs.candidates[m, c])])
            else:
                referents.append(count)
                count += 1
    return referents
