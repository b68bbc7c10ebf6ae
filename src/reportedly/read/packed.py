"""What a long document holds most of in little memory: numbers side by side, records only on demand.

A word as a record, with its span and numbers, takes over 200 bytes; so packed, about 25. Those of a whole
document are never records at the same time.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from reportedly.records import Entity, Span, Word

Record = TypeVar("Record")
_WORD = 5  # numbers of each word: begin, end, head (0 for none), text and lemma, tags
_ENTITY = 3  # begin, end, kind and score
_UNSIGNED = "I"  # 32 bits: more code points than any input has


class Numbered:
    """Values by number: a document says the same words and tags over and over."""

    __slots__ = ("_numbers", "values")

    def __init__(self) -> None:
        self.values: list[tuple[Any, ...]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}

    def of(self, value: tuple[Any, ...]) -> int:
        """Return the number of a value, a new one for a new value."""
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


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


class _LikeATuple(Sequence[Record]):
    """Records on demand; equal to any sequence of equal ones, and shown as their tuple."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class PackedWords(_LikeATuple[Word]):
    """One sentence's words.

    Args:
        words: the sentence's.
        numbered: where their texts and tags are kept, for all sentences of a document.
    """

    __slots__ = ("_numbered", "_rows")

    def __init__(self, words: Sequence[Word], numbered: Numbered) -> None:
        self._numbered = numbered
        of = numbered.of
        self._rows = array(_UNSIGNED)
        for w in words:
            head = 0 if w.head is None else w.head + 1
            forms, tags = of((w.text, w.lemma)), of((w.upos, w.xpos, w.deprel))
            self._rows.extend((w.span.begin, w.span.end, head, forms, tags))

    def __len__(self) -> int:
        return len(self._rows) // _WORD

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Word]:
        begins, ends, heads, forms, tags = (self._rows[n::_WORD] for n in range(_WORD))
        values = self._numbered.values
        for begin, end, head, form, tag in zip(begins, ends, heads, forms, tags, strict=True):
            text, lemma = values[form]
            upos, xpos, deprel = values[tag]
            yield Word(Span(begin, end), text, lemma, upos, xpos, head - 1 if head else None, deprel)


class PackedEntities(_LikeATuple[Entity]):
    """Entities in order, to which more can be added; a slice is a view of the same numbers."""

    __slots__ = ("_first", "_last", "_numbered", "_rows")

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._rows, self._numbered = array(_UNSIGNED), Numbered()
        self._first, self._last = 0, 0
        self.extend(entities)

    def extend(self, entities: Iterable[Entity]) -> None:
        """Add entities behind those that are there; not for a view."""
        for e in entities:
            self._rows.extend((e.span.begin, e.span.end, self._numbered.of((e.kind, e.score))))
        self._last = len(self._rows) // _ENTITY

    def __len__(self) -> int:
        return self._last - self._first

    @overload
    def __getitem__(self, at: int) -> Entity: ...
    @overload
    def __getitem__(self, at: slice) -> "PackedEntities": ...
    def __getitem__(self, at: int | slice) -> "Entity | PackedEntities":
        if isinstance(at, slice):
            return self._view(*at.indices(len(self)))
        row = range(self._first, self._last)[at] * _ENTITY
        begin, end, number = self._rows[row : row + _ENTITY]
        kind, score = self._numbered.values[number]
        return Entity(Span(begin, end), kind, score)

    def _view(self, first: int, last: int, step: int) -> "PackedEntities":
        if step != 1:
            return PackedEntities(self[n] for n in range(first, last, step))
        view = PackedEntities()
        view._rows, view._numbered = self._rows, self._numbered
        view._first, view._last = self._first + first, self._first + max(first, last)
        return view
