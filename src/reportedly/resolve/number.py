"""Whether words stand for one or for several, by the syntax of their sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportedly.records import Reading, Span, Word

NOMINAL = frozenset({"NOUN", "PROPN"})
ALWAYS_MANY = frozenset({"police", "people"})


class Numbers:
    """The readings of a document by offset, to ask of some words whether they are many."""

    __slots__ = ("_begins", "_readings")

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = [r for r in readings if r.sentences]
        self._begins = [r.sentences[0].span.begin for r in self._readings]

    def many(self, span: Span) -> bool:
        """Whether the first noun phrase of a span is plural, or one of several joined by "and"."""
        head: Word | None = None
        for word in self._words(span):
            if word.upos in NOMINAL:
                head = word
            elif head is not None and word.xpos != "POS":
                return _many(head) or word.lemma.lower() == "and"
        return head is not None and _many(head)

    def _words(self, span: Span) -> Iterator[Word]:
        """Yield the words of a span, up to the end of the sentence that it begins in."""
        number = bisect_right(self._begins, span.begin) - 1
        sentences = self._readings[number].sentences if number >= 0 else ()
        at = bisect_right(sentences, span.begin, key=lambda s: s.span.begin) - 1
        for word in sentences[at].words if at >= 0 else ():
            if span.begin <= word.span.begin < span.end:
                yield word


def _many(noun: Word) -> bool:
    return noun.xpos in ("NNS", "NNPS") or noun.lemma.lower() in ALWAYS_MANY
