"""Reads a document: words and sentences, windows, one pass of the network, readings."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import numpy as np

from reportedly.packs import EquipmentPack, load_equipment
from reportedly.read.decode import Decoder, Marked, Mentioned, slices
from reportedly.read.engine import Engine
from reportedly.read.packed import Numbered, PackedEntities, PackedSpans, PackedWords
from reportedly.read.pointing import Pointing
from reportedly.read.references import Phrase, clause_of, find_phrases, link
from reportedly.read.running import Running
from reportedly.read.sentences import split_sentences
from reportedly.read.windows import Window, pack
from reportedly.read.words import split_words
from reportedly.records import (
    Attribution,
    Document,
    Entity,
    PassageKind,
    Proposition,
    Reading,
    Reference,
    Sentence,
    Span,
    Word,
)

Seen = TypeVar("Seen")
# The words and spans of a document that has no more stay the records that they were made as, in some three
# megabytes. Those of a longer one are packed into a quarter of that, and made anew where they are asked for.
KEPT_WORDS = 10_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """A document's words and sentences, before the network.

    `sentences` are half-open word ranges; `passages` holds, for each passage, its half-open range of
    sentences, empty for boilerplate.
    """

    spans: Sequence[Span]
    sentences: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A document that the engine is at: its words with their text, and its windows under way."""

    tokens: Tokens
    forms: Sequence[str]
    running: Running

    @property
    def windows_under_way(self) -> int:
        """How many windows the engine has to run or has run, of those that wait to be decoded."""
        return len(self.running)


class Reader:
    """Reads documents with one model held in memory.

    Args:
        model: folder of the reading model; None for the one shipped.
        threads: how many the engine may use; 0 for as many as there are cores.
        equipment: nouns for equipment; None for the pack shipped.

    Raises:
        ModelError: the model is missing or not the one this version expects.
        PackError: the pack shipped breaks its own rules.
    """

    def __init__(
        self, model: Path | None = None, *, threads: int = 0, equipment: EquipmentPack | None = None
    ) -> None:
        self._engine = Engine(model, threads=threads)
        self._decoder = Decoder(self._engine.labels, self._engine.lexicon, equipment or load_equipment())
        self._weights = np.array(self._engine.labels.pair, dtype=np.float32)

    def read(self, document: Document) -> tuple[Reading, ...]:
        """Return one reading a passage, in the order of the passages."""
        return self.finish(self.begin(document))

    def begin(self, document: Document) -> Begun:
        """Split a document into words and start the engine on its first windows; `finish` does the rest."""
        return self._begin(document.text, tokenise(document))

    def finish(self, begun: Begun) -> tuple[Reading, ...]:
        """Return one reading a passage of the document that was begun, in the order of the passages."""
        tokens, marked = begun.tokens, Marked.empty()
        references: list[Reference] = []
        marked.references = references
        if _is_long(tokens):
            marked.entities = PackedEntities()
        sentences = tuple(self._sentences(begun, marked, references))
        references.sort(key=_span_begin)
        return tuple(_reading(n, tokens, marked, sentences) for n in range(len(tokens.passages)))

    def mark(self, text: str, tokens: Tokens) -> Marked:
        """Return what the network sees in the whole document."""
        marked = Marked.empty()
        for window, seen in self._decoded(self._begin(text, tokens)):
            marked.extend(seen)
            _join(marked.words, window, tokens.sentences)
        if self._engine.labels.mention:
            marked.references = self._refer(marked, tokens)
        return marked

    def _begin(self, text: str, tokens: Tokens) -> Begun:
        # Interned: a long document holds each of its forms once.
        forms = [sys.intern(text[s.begin : s.end]) for s in tokens.spans]
        starts = frozenset(tokens.sentences[b][0] for b, e in tokens.passages if b < e)
        windows = pack(
            forms, self._engine.pieces.of(forms), sentences=tokens.sentences, paragraph_starts=starts
        )
        return Begun(tokens, forms, Running(self._engine, windows))

    def _refer(self, marked: Marked, tokens: Tokens) -> list[Reference]:
        """Join all mentions of the document that refer to the same."""
        phrases = list(_phrases(marked, tokens.sentences))
        if not phrases:
            return []
        vectors = np.stack([m.vector for m in marked.mentioned])
        whom = link(phrases, vectors, self._weights)
        kinds, spans = self._engine.labels.mention, tokens.spans
        return [
            Reference(Span(spans[p.first].begin, spans[p.last - 1].end), kinds[p.kind], referent)
            for p, referent in zip(phrases, whom, strict=True)
        ]

    def _decoded(self, begun: Begun) -> Iterator[tuple[Window, Marked]]:
        """Decode what the engine says, group by group; yield what each window holds."""
        for group in begun.running.groups():
            windows, outputs = [window for window, _ in group], [output for _, output in group]
            decoded = self._decoder.decode(
                outputs, windows=windows, spans=begun.tokens.spans, forms=begun.forms
            )
            yield from zip(windows, decoded, strict=True)

    def _sentences(self, begun: Begun, marked: Marked, references: list[Reference]) -> Iterator[Sentence]:
        """Yield the sentences as they become whole; `marked` takes in the rest, `references` the pronouns.

        Its words are those of the sentence under way only: all of a long document's would fill memory.
        """
        long, numbered = _is_long(begun.tokens), Numbered()
        ranges = iter(begun.tokens.sentences)
        begin, end = next(ranges, (0, 0))
        pointing = Pointing(self._weights, self._engine.labels.mention)
        for window, seen in self._decoded(begun):
            marked.extend(seen)
            marked.factuality.clear()
            _join(marked.words, window, begun.tokens.sentences, dropped=begin)
            first = begin
            while begin < end <= window.last:
                words = marked.words[begin - first : end - first]
                mentioned = _of_sentence(marked.mentioned, end)
                references += pointing.follow(words, mentioned, begin)
                kept = PackedWords(words, numbered) if long else tuple(words)
                yield Sentence(Span(words[0].span.begin, words[-1].span.end), kept)
                begin, end = next(ranges, (end, end))
            del marked.words[: begin - first]


def _of_sentence(mentioned: list[Mentioned], end: int) -> list[Mentioned]:
    """Take out the mentions before word number `end`, in order."""
    count = bisect_left(mentioned, end, key=lambda m: m.word)
    taken = mentioned[:count]
    del mentioned[:count]
    return taken


def _join(
    words: list[Word], window: Window, sentences: Sequence[tuple[int, int]], *, dropped: int = 0
) -> None:
    """Join the parts of sentences that were cut, in place: heads count from the sentence's first word.

    A later part hangs as `parataxis` below the root of the first, so that the sentence stays one tree.
    `dropped` is how many of the document's words stood in front of `words`.
    """
    for begin, end in slices(window):
        first, last = window.first + begin, window.first + end
        whole, _ = sentences[bisect_right(sentences, first, key=lambda s: s[0]) - 1]
        if whole == first:
            continue
        root = next(i for i in range(first - whole) if words[whole - dropped + i].head is None)
        for i in range(first - dropped, last - dropped):
            head = words[i].head
            if head is None:
                words[i] = replace(words[i], head=root, deprel="parataxis")
            else:
                words[i] = replace(words[i], head=head + first - whole)


def _phrases(marked: Marked, sentences: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield the phrase of each mention, in order of their heads."""
    numbered = groupby(marked.mentioned, lambda m: bisect_right(sentences, m.word, key=lambda s: s[0]) - 1)
    for number, mentions in numbered:
        begin, end = sentences[number]
        clause = clause_of(marked.words[begin:end], begin, number)
        yield from find_phrases(clause, [(m.word - begin, m.kind) for m in mentions])


def tokenise(document: Document) -> Tokens:
    """Split a document's passages into words and sentences; boilerplate has none."""
    spans: list[Span] | PackedSpans = []
    sentences: list[tuple[int, int]] = []
    passages: list[tuple[int, int]] = []
    for passage in document.passages:
        first = len(sentences)
        if passage.kind is not PassageKind.BOILERPLATE:
            words = list(split_words(document.text, passage.span))
            ranges = split_sentences(document.text, words)
            sentences += [(b + len(spans), e + len(spans)) for b, e in ranges]
            spans.extend(words)
            if isinstance(spans, list) and len(spans) > KEPT_WORDS:
                spans = PackedSpans(spans)
        passages.append((first, len(sentences)))
    return Tokens(spans, tuple(sentences), tuple(passages))


def _reading(number: int, tokens: Tokens, marked: Marked, sentences: Sequence[Sentence]) -> Reading:
    first, last = tokens.passages[number]
    if first == last:
        return Reading(number, (), (), ())
    ranges: Sequence[tuple[int, int]] = tokens.sentences[first:last]
    whole = Span(tokens.spans[ranges[0][0]].begin, tokens.spans[ranges[-1][1] - 1].end)
    return Reading(
        number,
        tuple(sentences[first:last]),
        _kept(_inside(marked.entities, whole, _span_begin)),
        tuple(_inside(marked.attributions, whole, _attribution_begin)),
        tuple(_inside(marked.propositions, whole, _span_begin)),
        tuple(_inside(marked.references or [], whole, _span_begin)),
    )


def _span_begin(seen: Entity | Proposition | Reference) -> int:
    return seen.span.begin


def _attribution_begin(attribution: Attribution) -> int:
    return attribution.cue[0].begin


def _is_long(tokens: Tokens) -> bool:
    return len(tokens.spans) > KEPT_WORDS


def _kept(entities: Sequence[Entity]) -> Sequence[Entity]:
    return entities if isinstance(entities, PackedEntities) else tuple(entities)


def _inside(seen: Sequence[Seen], whole: Span, begin: Callable[[Seen], int]) -> Sequence[Seen]:
    """Return what begins in a stretch of the text; `seen` is in text order."""
    return seen[bisect_left(seen, whole.begin, key=begin) : bisect_left(seen, whole.end, key=begin)]
