"""Packs sentences into windows of word pieces, the network's input.

Invariant: training and run time build windows with this one file, so that the network sees at run
time what it was trained on. Changing a rule here needs new weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

WINDOW_PIECES = 192  # [CLS] and [SEP] included
WORD_PIECES = 12  # a longer word (an address, a hash) keeps its first pieces only
PAD, CLS, SEP = 0, 101, 102  # Source: vocabulary of MiniLM-L6-H384-uncased
SHAPES = 5  # lower, Capitalised, UPPER, MiXed, no letters; + SHAPES where a paragraph begins
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` (half-open) of a document, with their sentence and paragraph marks.

    `sentences` numbers the words' sentences from 1 inside the window.
    """

    first: int
    last: int
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    sentences: tuple[int, ...]


class Pieces:
    """Word pieces by word, remembered: words repeat far more often than they are new."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Return the piece ids of each word, at most `WORD_PIECES` and at least one."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new:
            if len(self._known) > 200_000:  # memory stays flat over a long run
                self._known.clear()
                new = list(dict.fromkeys(words))
            encoded = self._tokenizer.encode_batch(new, add_special_tokens=False)
            for word, encoding in zip(new, encoded, strict=True):
                self._known[word] = tuple(encoding.ids[:WORD_PIECES]) or (100,)  # [UNK]
        return [self._known[word] for word in words]


def shape_of(word: str) -> int:
    """Return 0 lower, 1 Capitalised, 2 UPPER, 3 MiXed, 4 without letters."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 1
    return 3 if any(c.isalpha() for c in word) else 4


def pack(
    words: Sequence[str],
    pieces: Sequence[tuple[int, ...]],
    *,
    sentences: Sequence[tuple[int, int]],
    paragraph_starts: frozenset[int],
) -> Iterator[Window]:
    """Yield windows that hold whole sentences; a sentence longer than a window is cut.

    Args:
        words: all words of a document, in order.
        pieces: the piece ids of each word.
        sentences: half-open word ranges, in order, without gaps.
        paragraph_starts: indexes of words that begin a paragraph.

    Returns:
        Windows in order; together they hold each word once.
    """
    room = WINDOW_PIECES - 2
    group: list[tuple[int, int]] = []
    used = 0
    for begin, end in _cut(sentences, pieces, room):
        size = sum(len(p) for p in pieces[begin:end])
        if group and used + size > room:
            yield _window(words, pieces, group, paragraph_starts)
            group, used = [], 0
        group.append((begin, end))
        used += size
    if group:
        yield _window(words, pieces, group, paragraph_starts)


def _cut(
    sentences: Sequence[tuple[int, int]], pieces: Sequence[tuple[int, ...]], room: int
) -> Iterator[tuple[int, int]]:
    """Cut sentences that do not fit into one window."""
    for begin, end in sentences:
        used, start = 0, begin
        for i in range(begin, end):
            if used + len(pieces[i]) > room:
                yield start, i
                used, start = 0, i
            used += len(pieces[i])
        if start < end:
            yield start, end


def _window(
    words: Sequence[str],
    pieces: Sequence[tuple[int, ...]],
    group: Sequence[tuple[int, int]],
    paragraph_starts: frozenset[int],
) -> Window:
    first, last = group[0][0], group[-1][1]
    return Window(
        first,
        last,
        tuple(pieces[first:last]),
        tuple(shape_of(words[i]) + SHAPES * (i in paragraph_starts) for i in range(first, last)),
        tuple(n for n, (b, e) in enumerate(group, 1) for _ in range(b, e)),
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as arrays. B windows, P pieces, W words; zero pads.

    `pieces`, `shapes` [B, P]; `begins`, `ends` [B, W]: first and last piece of each word;
    `sentences` [B, W]: sentence number, 0 where there is no word.
    """

    pieces: Ints
    shapes: Ints
    begins: Ints
    ends: Ints
    sentences: Ints


def batch(windows: Sequence[Window]) -> Batch:
    """Stack windows into padded arrays."""
    most_pieces = max(sum(map(len, w.pieces)) for w in windows) + 2
    most_words = max(w.last - w.first for w in windows)
    pieces = np.full((len(windows), most_pieces), PAD, dtype=np.int64)
    shapes = np.full_like(pieces, 4)
    begins = np.zeros((len(windows), most_words), dtype=np.int64)
    ends, sentences = np.zeros_like(begins), np.zeros_like(begins)
    for b, window in enumerate(windows):
        sizes = np.fromiter(map(len, window.pieces), dtype=np.int64)
        total, count = int(sizes.sum()), len(sizes)
        pieces[b, 0] = CLS
        pieces[b, 1 : total + 1] = [p for word in window.pieces for p in word]
        pieces[b, total + 1] = SEP
        shapes[b, 1 : total + 1] = np.repeat(np.array(window.shapes), sizes)
        ends[b, :count] = np.cumsum(sizes)
        begins[b, :count] = ends[b, :count] - sizes + 1
        sentences[b, :count] = window.sentences
    return Batch(pieces, shapes, begins, ends, sentences)
