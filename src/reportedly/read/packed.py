"""A long document's words in little memory: numbers and texts side by side, records only on demand.

A word as a record, with its span and numbers, takes over 200 bytes; so packed, about 60. Those of a whole
document are never records at the same time.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from reportedly.records import Span, Word

_TEXTS = 5  # of each word: text, lemma, upos, xpos, deprel
ROOT = -1  # the head of a word that has none


class PackedSpans(Sequence[Span]):
    """Spans in order, to which more can be added; each is made anew when asked for."""

    __slots__ = ("_begins", "_ends")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._begins, self._ends = array("q"), array("q")
        self.extend(spans)

    def extend(self, spans: Iterable[Span]) -> None:
        """Add spans behind those that are there."""
        for span in spans:
            self._begins.append(span.begin)
            self._ends.append(span.end)

    def __len__(self) -> int:
        return len(self._begins)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return list(map(Span, self._begins[at], self._ends[at]))
        return Span(self._begins[at], self._ends[at])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._begins, self._ends)


class PackedWords(Sequence[Word]):
    """One sentence's words; equal to any sequence of equal words, and shown as their tuple."""

    __slots__ = ("_heads", "_spans", "_texts")

    def __init__(self, words: Sequence[Word]) -> None:
        self._spans = array("q", [at for w in words for at in (w.span.begin, w.span.end)])
        self._heads = array("i", [ROOT if w.head is None else w.head for w in words])
        self._texts = tuple([text for w in words for text in (w.text, w.lemma, w.upos, w.xpos, w.deprel)])

    def __len__(self) -> int:
        return len(self._heads)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Word]:
        spans, texts = self._spans, self._texts
        text, lemma, upos, xpos, deprel = (texts[n::_TEXTS] for n in range(_TEXTS))
        heads = [None if head == ROOT else head for head in self._heads]
        return map(Word, map(Span, spans[::2], spans[1::2]), text, lemma, upos, xpos, heads, deprel)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
