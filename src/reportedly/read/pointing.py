"""Whom a pronoun points to, found while the document streams by.

`references.link` joins all mentions of a document; resolving names needs the pronouns only, and those look
back at the last few mentions. So nothing is kept but these, and a report takes a tenth of the time.

Invariant: a pronoun gets the antecedent that `references.link` would give it.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reportedly.read.decode import Mentioned
from reportedly.read.references import (
    APART,
    FLAGS,
    LOOK_BACK,
    NEAR,
    Clause,
    Floats,
    clause_of,
    reach_of,
)
from reportedly.records import Reference, Span, Word

# Of the flags in `references.Mentions`, those that can hold between a pronoun and what stands before it.
SAME_PRONOUN, OTHER_PRONOUN, TO_A_NOUN, SAME_KIND, INSIDE = 2, 3, 4, 10, 11


@dataclass(frozen=True, slots=True)
class _Mention:
    clause: Clause
    words: Sequence[Word]
    head: int
    kind: int
    vector: Floats

    @property
    def pronoun(self) -> bool:
        return self.clause.upos[self.head] == "PRON"

    @property
    def noun(self) -> str:
        return self.clause.forms[self.head].lower()

    def span(self) -> Span:
        first, last = reach_of(self.clause, self.head)
        return Span(self.words[first].span.begin, self.words[last - 1].span.end)


class Pointing:
    """The last mentions of a document, and what was found of its pronouns so far.

    Args:
        weights: of flags and buckets, [WEIGHTS]; empty when the model sees no mentions.
        kinds: what the numbers of kinds mean.
    """

    def __init__(self, weights: Floats, kinds: Sequence[str]) -> None:
        self._weights = weights
        self._kinds = kinds
        self._last: deque[_Mention] = deque(maxlen=LOOK_BACK)
        self._closeness = _closeness(weights) if len(weights) else weights
        self._referents: dict[int, int] = {}
        self._sentences = 0
        # Few rows of flags there are, and summing four numbers of an array is slow.
        self._weight_of = lru_cache(None)(lambda flags: weights[list(flags)].sum())

    def follow(
        self, words: Sequence[Word], mentioned: Sequence[Mentioned], first: int
    ) -> Iterator[Reference]:
        """Take in the next sentence; yield its pronouns that point to something, and before each to what.

        Args:
            words: the sentence's.
            mentioned: its mentions, in order.
            first: the document's number of its first word.

        Returns:
            References; what was yielded before is not yielded again.
        """
        clause = clause_of(words, first, self._sentences)
        self._sentences += 1
        for each in mentioned:
            mention = _Mention(clause, words, each.word - first, each.kind, each.vector)
            if mention.pronoun and (found := self._antecedent(mention)):
                yield from self._joined(mention, found)
            self._last.append(mention)

    def _joined(self, pronoun: _Mention, antecedent: _Mention) -> Iterator[Reference]:
        head = antecedent.clause.first + antecedent.head
        if head not in self._referents:
            self._referents[head] = len(self._referents)
            yield Reference(antecedent.span(), self._kinds[antecedent.kind], self._referents[head])
        referent = self._referents[pronoun.clause.first + pronoun.head] = self._referents[head]
        yield Reference(pronoun.span(), self._kinds[pronoun.kind], referent)

    def _antecedent(self, pronoun: _Mention) -> _Mention | None:
        if not self._last:
            return None
        size = (len(pronoun.vector) - 1) // 2
        near = list(self._last)[::-1]  # nearest first
        offered = np.stack([m.vector[size : 2 * size] for m in near])  # [C, D]
        scores = offered @ pronoun.vector[:size] / size**0.5 + pronoun.vector[-1]  # [C]
        scores = scores + self._closeness[: len(near)] + self._shown(pronoun, near)
        if np.logaddexp.reduce(scores) <= 0:  # refers to none is likelier than to any
            return None
        return near[int(scores.argmax())]

    def _shown(self, pronoun: _Mention, near: Sequence[_Mention]) -> Floats:
        """What the phrases show, [C]: whether a pronoun meets a pronoun, of one kind, how far apart."""
        first, noun = pronoun.span().begin, pronoun.noun
        offset = FLAGS + 2 * (len(NEAR) + 1) + len(APART) + 1
        found = []
        for other in near:
            apart = bisect_right(APART, pronoun.clause.number - other.clause.number)
            meets = TO_A_NOUN if not other.pronoun else SAME_PRONOUN if other.noun == noun else OTHER_PRONOUN
            flags = [offset + apart, meets]
            if other.kind == pronoun.kind:
                flags.append(SAME_KIND)
            if apart == 0 and other.span().end > first:
                flags.append(INSIDE)
            found.append(self._weight_of(tuple(flags)))
        return np.array(found, dtype=np.float32)


def _closeness(weights: Floats) -> Floats:
    """What it weighs to be so many mentions before a pronoun, [LOOK_BACK], nearest first."""
    buckets = np.searchsorted(NEAR, np.arange(1, LOOK_BACK + 1), side="right") + len(NEAR) + 1
    return weights[FLAGS + buckets]
