"""Finds what stands near a span without looking at all of a long document."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from reportedly.records import Span

Thing = TypeVar("Thing")
BLOCK_CODE_POINTS = 256  # about a sentence or two: few blocks a thing, few things a block


class Nearby(Generic[Thing]):
    """Things filed by the blocks of text that their spans touch.

    Args:
        things: what to file, in the order in which it is given back.
        spans: where a thing stands; it may stand in several places.
    """

    __slots__ = ("_blocks", "_count", "_spans")

    def __init__(self, things: Iterable[Thing], spans: Callable[[Thing], Iterable[Span]]) -> None:
        self._blocks: dict[int, dict[int, Thing]] = {}
        self._count = 0
        self._spans = spans
        for thing in things:
            self.add(thing)

    def add(self, thing: Thing) -> None:
        """File one more thing, behind the others."""
        for span in self._spans(thing):
            for block in _blocks(span):
                self._blocks.setdefault(block, {})[self._count] = thing
        self._count += 1

    def around(self, span: Span) -> list[Thing]:
        """Return the things that may share a character with `span`, in the order of filing, each once.

        No thing that does is left out; some that only stand close by are there too.
        """
        first, last = span.begin // BLOCK_CODE_POINTS, max(span.begin, span.end - 1) // BLOCK_CODE_POINTS
        if first == last:  # most spans; a block holds its things in the order of filing
            filed = self._blocks.get(first)
            return list(filed.values()) if filed else []
        found: dict[int, Thing] = {}
        for block in range(first, last + 1):
            found.update(self._blocks.get(block, {}))
        return [found[number] for number in sorted(found)]


def _blocks(span: Span) -> range:
    return range(span.begin // BLOCK_CODE_POINTS, max(span.begin, span.end - 1) // BLOCK_CODE_POINTS + 1)
