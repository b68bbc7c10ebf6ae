"""A sentence as a tree that can be walked, and a document's sentences by offset.

Indexes are word positions in the sentence; ranges are half-open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import overload

from reportedly.records import Reading, Sentence, Span, Word

TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Trees in memory at once: those of some 100,000 words, in about 50 MB. Each is planted once in a report up to
# that length; in a longer one the rules, which walk the text in order, plant it anew a few times.
KEPT_TREES = 4_096
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with its words and what every rule asks of them.

    `children[i]` are the dependents of word i, in order; `depths[i]` is how many heads stand above it.
    `begins` and `ends` are where the words stand, `forms` and `lemmas` the words and their lemmas in lower
    case, `relations` their relations without subtype ("nsubj" for "nsubj:pass").
    """

    sentence: Sentence
    passage: int
    words: tuple[Word, ...]
    children: Sequence[Sequence[int]]
    depths: Sequence[int]
    begins: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    lemmas: Sequence[str]
    relations: Sequence[str]

    def subtree(self, i: int) -> list[int]:
        """Return word i and everything below it, in order."""
        found, open_words = [], [i]
        while open_words:
            word = open_words.pop()
            found.append(word)
            open_words += self.children[word]
        return sorted(found)

    def dependents(self, i: int, *relations: str) -> list[int]:
        """Return the dependents of word i with one of the relations; "nsubj" takes "nsubj:pass" too."""
        children = self.children[i]
        if not children:  # most words have none
            return []
        words, plain = self.words, self.relations
        return [c for c in children if plain[c] in relations or words[c].deprel in relations]

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open word range that `span` touches, or None."""
        first = bisect_right(self.ends, span.begin)
        last = bisect_left(self.begins, span.end)
        return (first, last) if first < last else None

    def inside(self, span: Span) -> range:
        """Return the words that lie in `span` whole."""
        return range(bisect_left(self.begins, span.begin), bisect_right(self.ends, span.end))

    def names_from(self, at: int) -> int:
        """Return the end of the run of proper nouns that begins at a word; `at` itself where none does."""
        while at < len(self.words) and self.words[at].upos == "PROPN":
            at += 1
        return at

    def names_before(self, at: int) -> int:
        """Return the begin of the run of proper nouns that ends before a word; `at` where none does."""
        while at and self.words[at - 1].upos == "PROPN":
            at -= 1
        return at

    def whole_names(self, first: int, last: int) -> tuple[int, int]:
        """Return a half-open range of words with the rest of the names that it cuts: "Deir | Nafis"."""
        if self.words[last - 1].upos == "PROPN":
            last = self.names_from(last)
        if self.words[first].upos == "PROPN":
            first = self.names_before(first)
        return first, last

    def top_of(self, first: int, last: int) -> int:
        """Return the word of a range that is nearest the root; of several, a verb, then the first."""
        words, depths = self.words, self.depths
        top, least, verbal = first, len(words), False
        for i in range(first, last):
            if depths[i] > least or words[i].deprel == "punct":
                continue
            is_verbal = words[i].upos in VERBAL
            if depths[i] < least or (is_verbal and not verbal):
                top, least, verbal = i, depths[i], is_verbal
        return top

    def above(self, i: int) -> Iterator[int]:
        """Yield the heads above word i, nearest first."""
        head = self.words[i].head
        while head is not None:
            yield head
            head = self.words[head].head

    def tensed(self, i: int) -> bool:
        """Whether a predicate, its auxiliary or its copula has a tense."""
        return any(self.words[w].xpos in TENSED for w in (i, *self.dependents(i, "aux", "cop")))

    def led_by(self, i: int, prepositions: Container[str]) -> bool:
        """Whether one of these prepositions, in lower case, leads word i: "of murder"."""
        return any(self.lemmas[c] in prepositions for c in self.dependents(i, "case"))

    def past(self, i: int) -> bool:
        """Whether a verb or its auxiliary is in the past tense."""
        return any(self.words[w].xpos == "VBD" for w in (i, *self.dependents(i, "aux")))

    def passive(self, i: int) -> bool:
        """Whether a verb is passive by its subject or auxiliary, or by that of the verb it goes on from."""
        if any(self.words[c].deprel in ("nsubj:pass", "aux:pass") for c in self.children[i]):
            return True
        word = self.words[i]
        if word.deprel != "conj" or word.xpos != "VBN" or word.head is None or word.head > i:
            return False
        return not self.dependents(i, "aux", "nsubj", "obj") and self.passive(word.head)

    def span_of(self, indexes: Sequence[int]) -> Span:
        """Return the span from the first to the last of some words."""
        return Span(self.words[min(indexes)].span.begin, self.words[max(indexes)].span.end)

    def subject(self, i: int) -> int | None:
        """Return the subject of predicate i: its own, or that of the verb it is coordinated with or opens."""
        for _ in range(6):
            own = self.dependents(i, "nsubj", "csubj")
            if own:
                before = [c for c in own if c < i]
                return before[-1] if before else own[0]
            word = self.words[i]
            if word.head is None:
                return None
            if word.deprel in ("acl", "acl:relcl"):
                return word.head
            if word.deprel not in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
                return None
            i = word.head
        return None


class Trees(Sequence[Tree]):
    """A document's sentences as trees: each is planted when asked for, and those asked for last are kept."""

    __slots__ = ("_count", "planted")

    def __init__(self, sentences: Sequence[tuple[Sentence, int]]) -> None:
        self._count = len(sentences)
        # The tree of a sentence, by number from 0: what `__getitem__` gives, asked for most often of all.
        self.planted = lru_cache(KEPT_TREES)(lambda n: _tree(*sentences[n]))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Tree: ...
    @overload
    def __getitem__(self, at: slice) -> list[Tree]: ...
    def __getitem__(self, at: int | slice) -> Tree | list[Tree]:
        if isinstance(at, slice):
            return [self.planted(n) for n in range(self._count)[at]]
        return self.planted(at)


@dataclass(frozen=True, slots=True)
class Grove:
    """All sentences of a document, in order; `starts` are their first characters."""

    trees: Trees
    starts: tuple[int, ...]

    def at(self, offset: int) -> Tree | None:
        """Return the sentence that holds a character, or the one before it when it lies between two."""
        n = bisect_right(self.starts, offset) - 1
        return self.trees.planted(n) if n >= 0 else None

    def together(self, offset: int, other: int) -> bool:
        """Whether two characters belong to the same sentence, as `at` has it."""
        return bisect_right(self.starts, offset) == bisect_right(self.starts, other)

    def reach(self, span: Span) -> tuple[Tree, tuple[int, int]] | None:
        """Return the sentence that a span begins in, and the half-open range of its words that it touches.

        None where it touches no word there.
        """
        n = bisect_right(self.starts, span.begin) - 1
        if n < 0:
            return None
        tree = self.trees.planted(n)
        words = tree.range_of(span)
        return (tree, words) if words is not None else None

    def over(self, span: Span) -> list[Tree]:
        """Return the sentences that a span touches, in order."""
        n = max(0, bisect_right(self.starts, span.begin) - 1)
        end = bisect_left(self.starts, span.end, lo=n)
        trees = [self.trees.planted(at) for at in range(n, end)]
        # Only the first may end before the span begins.
        return trees[1:] if trees and trees[0].sentence.span.end <= span.begin else trees


def plant(readings: Sequence[Reading]) -> Grove:
    """Return the document's sentences as trees."""
    sentences = [(sentence, r.passage) for r in readings for sentence in r.sentences]
    return Grove(Trees(sentences), tuple(sentence.span.begin for sentence, _ in sentences))


def _tree(sentence: Sentence, passage: int) -> Tree:
    words = tuple(sentence.words)
    children = _children(words)
    depths = _depths(words, children)
    if None in depths:
        words = _mended(words)
        children = _children(words)
        depths = _depths(words, children)
    return Tree(
        sentence,
        passage,
        words,
        children,
        [depth or 0 for depth in depths],
        begins=[word.span.begin for word in words],
        ends=[word.span.end for word in words],
        forms=[word.text.lower() for word in words],
        lemmas=[word.lemma.lower() for word in words],
        relations=[word.deprel.partition(":")[0] for word in words],
    )


def _children(words: Sequence[Word]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in words]
    for i, word in enumerate(words):
        if word.head is not None and 0 <= word.head < len(words):
            children[word.head].append(i)
    return children


def _depths(words: Sequence[Word], children: Sequence[Sequence[int]]) -> list[int | None]:
    """Return how many heads stand above each word, by walking down; None where no walk arrives.

    That is where a head lies outside the sentence, or heads close a circle.
    """
    depths: list[int | None] = [None] * len(children)
    level, depth = [i for i, word in enumerate(words) if word.head is None], 0
    while level:
        for i in level:
            depths[i] = depth
        level = [child for i in level for child in children[i]]
        depth += 1
    return depths


def _mended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a sentence's words without the heads that lie outside it or close a circle: walks must end."""
    heads = [w.head if w.head is not None and 0 <= w.head < len(words) else None for w in words]
    done = [False] * len(words)
    for start in range(len(words)):
        path: set[int] = set()
        i: int | None = start
        while i is not None and not done[i]:
            path.add(i)
            done[i] = True
            if heads[i] in path:
                heads[i] = None
            i = heads[i]
    if all(head == word.head for head, word in zip(heads, words, strict=True)):
        return words
    return tuple(replace(word, head=head) for head, word in zip(heads, words, strict=True))


def contains(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies in `outer`."""
    return outer.begin <= inner.begin and inner.end <= outer.end


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share."""
    if a.end <= b.begin or b.end <= a.begin:  # asked of every pair, and most are apart
        return 0
    return min(a.end, b.end) - max(a.begin, b.begin)
