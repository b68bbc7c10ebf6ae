"""Which stretches of a text stand inside quotation marks.

Invariant: a quotation ends with its passage, unless the next passage opens with a mark again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.compose.trees import contains
from reportedly.records import Document, PassageKind, Span

OPEN, CLOSE, EITHER = "“«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quoted stretches of a document, in order."""

    spans: tuple[Span, ...]

    def hold(self, span: Span) -> bool:
        """Whether a span lies inside one quotation, give or take the marks themselves."""
        inner = Span(span.begin + 1, max(span.begin + 1, span.end - 1))
        return any(contains(q, inner) for q in self.spans)


def find_quotations(document: Document) -> Quotations:
    """Return what is quoted; a block quotation is one whole."""
    spans: list[Span] = []
    for passage in document.passages:
        if passage.kind is PassageKind.BLOCK_QUOTATION:
            spans.append(passage.span)
        else:
            spans += _in_passage(document.text, passage.span)
    return Quotations(tuple(spans))


def _in_passage(text: str, passage: Span) -> Sequence[Span]:
    found: list[Span] = []
    begin: int | None = None
    for i in range(passage.begin, passage.end):
        mark = text[i]
        doubled = text[i : i + 2] in ("``", "''")
        if begin is None and (mark in OPEN or mark == EITHER or text[i : i + 2] == "``"):
            begin = i
        elif (
            begin is not None
            and i > begin + 1
            and (mark in CLOSE or mark == EITHER or (doubled and mark == "'"))
        ):
            found.append(Span(begin, i + 1))
            begin = None
    if begin is not None and begin > passage.begin - 1 and text[begin] in OPEN + EITHER:
        found.append(Span(begin, passage.end))
    return found
