"""Which stretches of a text stand inside quotation marks.

Invariant: a quotation ends with its passage, unless the next passage opens with a mark again.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.compose.trees import contains
from reportedly.records import Document, PassageKind, Span

OPEN, CLOSE, EITHER = ("“", "«", "``"), ("”", "»", "''"), ('"',)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quoted stretches of a document, in order and apart from each other."""

    spans: tuple[Span, ...]

    def near(self, offset: int) -> tuple[Span, ...]:
        """Return the last two quotations that begin at or before a character: no other can hold it."""
        behind = bisect_right(self.spans, offset, key=lambda q: q.begin)
        return self.spans[max(0, behind - 2) : behind]

    def hold(self, span: Span) -> bool:
        """Whether a span lies inside one quotation, give or take the marks themselves."""
        inner = Span(span.begin + 1, max(span.begin + 1, span.end - 1))
        return any(contains(q, inner) for q in self.near(inner.begin))


def find_quotations(document: Document) -> Quotations:
    """Return what is quoted; a block quotation is one whole."""
    spans: list[Span] = []
    for passage in document.passages:
        if passage.kind is PassageKind.BLOCK_QUOTATION:
            spans.append(passage.span)
        else:
            spans += _in_passage(document.text, passage.span)
    return Quotations(tuple(spans))


_MARK = re.compile(r"[“«”»\"]|``|''")


def _in_passage(text: str, passage: Span) -> Sequence[Span]:
    found: list[Span] = []
    begin: int | None = None
    for match in _MARK.finditer(text, passage.begin, passage.end):
        mark = match.group()
        if begin is None and (mark in OPEN or mark in EITHER):
            begin = match.start()
        elif begin is not None and match.start() > begin + 1 and (mark in CLOSE or mark in EITHER):
            found.append(Span(begin, match.end()))
            begin = None
    if begin is not None:
        found.append(Span(begin, passage.end))
    return found
