"""A sentence as a tree that can be walked, and a document's sentences by offset.

Indexes are word positions in the sentence; ranges are half-open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.records import Reading, Sentence, Span, Word

TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with its children: `children[i]` are the dependents of word i, in order."""

    sentence: Sentence
    passage: int
    children: tuple[tuple[int, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The sentence's words."""
        return self.sentence.words

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
        words = self.sentence.words
        return [
            c
            for c in self.children[i]
            if words[c].deprel in relations or words[c].deprel.partition(":")[0] in relations
        ]

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open word range that `span` touches, or None."""
        first = bisect_right(self.words, span.begin, key=lambda w: w.span.end)
        last = bisect_left(self.words, span.end, key=lambda w: w.span.begin)
        return (first, last) if first < last else None

    def top_of(self, first: int, last: int) -> int:
        """Return the word of a range that is nearest the root; of several, a verb, then the first."""
        depth = {i: self.depth(i) for i in range(first, last) if self.words[i].deprel != "punct"}
        if not depth:
            return first
        return min(depth, key=lambda i: (depth[i], self.words[i].upos not in VERBAL, i))

    def depth(self, i: int) -> int:
        """Return how many heads stand above word i."""
        steps = 0
        for _ in self.above(i):
            steps += 1
        return steps

    def above(self, i: int) -> Iterator[int]:
        """Yield the heads above word i, nearest first."""
        head = self.words[i].head
        while head is not None:
            yield head
            head = self.words[head].head

    def tensed(self, i: int) -> bool:
        """Whether a predicate, its auxiliary or its copula has a tense."""
        return any(self.words[w].xpos in TENSED for w in (i, *self.dependents(i, "aux", "cop")))

    def passive(self, i: int) -> bool:
        """Whether a verb is passive by its subject or auxiliary."""
        return any(self.words[c].deprel in ("nsubj:pass", "aux:pass") for c in self.children[i])

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


@dataclass(frozen=True, slots=True)
class Grove:
    """All sentences of a document, in order; `starts` are their first characters."""

    trees: tuple[Tree, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> Tree | None:
        """Return the sentence that holds a character, or the one before it when it lies between two."""
        n = bisect_right(self.starts, offset) - 1
        return self.trees[n] if n >= 0 else None

    def over(self, span: Span) -> list[Tree]:
        """Return the sentences that a span touches, in order."""
        n = max(0, bisect_right(self.starts, span.begin) - 1)
        found = []
        for tree in self.trees[n:]:
            if tree.sentence.span.begin >= span.end:
                break
            if tree.sentence.span.end > span.begin:
                found.append(tree)
        return found


def plant(readings: Sequence[Reading]) -> Grove:
    """Return the document's sentences as trees."""
    trees = tuple(_tree(sentence, r.passage) for r in readings for sentence in r.sentences)
    return Grove(trees, tuple(t.sentence.span.begin for t in trees))


def _tree(sentence: Sentence, passage: int) -> Tree:
    sentence = _mended(sentence)
    children: list[list[int]] = [[] for _ in sentence.words]
    for i, word in enumerate(sentence.words):
        if word.head is not None:
            children[word.head].append(i)
    return Tree(sentence, passage, tuple(tuple(c) for c in children))


def _mended(sentence: Sentence) -> Sentence:
    """Return the sentence without the heads that lie outside it or close a circle: walks must end."""
    words = sentence.words
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
        return sentence
    return replace(
        sentence, words=tuple(replace(word, head=head) for head, word in zip(heads, words, strict=True))
    )


def contains(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies in `outer`."""
    return outer.begin <= inner.begin and inner.end <= outer.end


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share."""
    if a.end <= b.begin or b.end <= a.begin:  # asked of every pair, and most are apart
        return 0
    return min(a.end, b.end) - max(a.begin, b.begin)
