"""Reads a document: words and sentences, windows, one pass of the network, readings."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from reportedly.read.decode import Decoder, Marked, slices
from reportedly.read.engine import Engine
from reportedly.read.sentences import split_sentences
from reportedly.read.windows import Window, batch, pack
from reportedly.read.words import split_words
from reportedly.records import (
    Attribution,
    Document,
    Entity,
    PassageKind,
    Proposition,
    Reading,
    Sentence,
    Span,
    Word,
)

GROUP_WINDOWS = 16  # decoded together; a long document streams in groups
Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A document's words and sentences, before the network.

    `sentences` are half-open word ranges; `passages` holds, for each passage, its half-open range of
    sentences, empty for boilerplate.
    """

    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]


class Reader:
    """Reads documents with one model held in memory.

    Args:
        model: folder of the reading model; None for the one shipped.
        threads: how many the engine may use; 0 for as many as there are cores.

    Raises:
        ModelError: the model is missing or not the one this version expects.
    """

    def __init__(self, model: Path | None = None, *, threads: int = 0) -> None:
        self._engine = Engine(model, threads=threads)
        self._decoder = Decoder(self._engine.labels, self._engine.lexicon)

    def read(self, document: Document) -> tuple[Reading, ...]:
        """Return one reading a passage, in the order of the passages."""
        tokens = tokenise(document)
        marked = self.mark(document.text, tokens)
        return tuple(_reading(n, tokens, marked) for n in range(len(document.passages)))

    def mark(self, text: str, tokens: Tokens) -> Marked:
        """Return what the network sees in the whole document."""
        # Interned: a long document holds each of its forms once.
        forms = [sys.intern(text[s.begin : s.end]) for s in tokens.spans]
        starts = frozenset(tokens.sentences[b][0] for b, e in tokens.passages if b < e)
        windows = pack(
            forms, self._engine.pieces.of(forms), sentences=tokens.sentences, paragraph_starts=starts
        )
        marked = Marked.empty()
        for group in _groups(windows):
            for window, seen in zip(group, self._see(group, tokens.spans, forms), strict=True):
                marked.extend(seen)
                _join(marked.words, window, tokens.sentences)
        return marked

    def _see(self, group: Sequence[Window], spans: Sequence[Span], forms: Sequence[str]) -> list[Marked]:
        """Run the network on each window and decode them together."""
        # One window a run: nothing is padding, and since the engine picks its 8-bit scales run by run, what
        # is read in a window never depends on the windows around it.
        seen = self._engine.run(batch([window]) for window in group)
        outputs = [o.of_window(0, w.last - w.first) for o, w in zip(seen, group, strict=True)]
        return self._decoder.decode(outputs, windows=group, spans=spans, forms=forms)


def _join(words: list[Word], window: Window, sentences: Sequence[tuple[int, int]]) -> None:
    """Join the parts of sentences that were cut, in place: heads count from the sentence's first word.

    A later part hangs as `parataxis` below the root of the first, so that the sentence stays one tree.
    """
    for begin, end in slices(window):
        first, last = window.first + begin, window.first + end
        whole, _ = sentences[bisect_right(sentences, first, key=lambda s: s[0]) - 1]
        if whole == first:
            continue
        root = next(i for i, word in enumerate(words[whole:first]) if word.head is None)
        for i in range(first, last):
            head = words[i].head
            if head is None:
                words[i] = replace(words[i], head=root, deprel="parataxis")
            else:
                words[i] = replace(words[i], head=head + first - whole)


def tokenise(document: Document) -> Tokens:
    """Split a document's passages into words and sentences; boilerplate has none."""
    spans: list[Span] = []
    sentences: list[tuple[int, int]] = []
    passages: list[tuple[int, int]] = []
    for passage in document.passages:
        first = len(sentences)
        if passage.kind is not PassageKind.BOILERPLATE:
            words = list(split_words(document.text, passage.span))
            ranges = split_sentences(document.text, words)
            sentences += [(b + len(spans), e + len(spans)) for b, e in ranges]
            spans += words
        passages.append((first, len(sentences)))
    return Tokens(tuple(spans), tuple(sentences), tuple(passages))


def _groups(windows: Iterator[Window]) -> Iterator[list[Window]]:
    """Group windows that lie near each other, so that a long document streams."""
    while group := list(islice(windows, GROUP_WINDOWS)):
        yield group


def _reading(number: int, tokens: Tokens, marked: Marked) -> Reading:
    first, last = tokens.passages[number]
    if first == last:
        return Reading(number, (), (), ())
    ranges: Sequence[tuple[int, int]] = tokens.sentences[first:last]
    whole = Span(tokens.spans[ranges[0][0]].begin, tokens.spans[ranges[-1][1] - 1].end)
    return Reading(
        number,
        tuple(_sentence(marked, b, e) for b, e in ranges),
        tuple(_inside(marked.entities, whole, _span_begin)),
        tuple(_inside(marked.attributions, whole, _attribution_begin)),
        tuple(_inside(marked.propositions, whole, _span_begin)),
    )


def _span_begin(seen: Entity | Proposition) -> int:
    return seen.span.begin


def _attribution_begin(attribution: Attribution) -> int:
    return attribution.cue[0].begin


def _inside(seen: list[Seen], whole: Span, begin: Callable[[Seen], int]) -> list[Seen]:
    """Return what begins in a stretch of the text; `seen` is in text order."""
    return seen[bisect_left(seen, whole.begin, key=begin) : bisect_left(seen, whole.end, key=begin)]


def _sentence(marked: Marked, first: int, last: int) -> Sentence:
    words = tuple(marked.words[first:last])
    return Sentence(Span(words[0].span.begin, words[-1].span.end), words)
