"""Turns tag scores into spans: the best sequence of B, I, S, E and O that is well formed.

Invariants:
- Tags are numbered B I S E of kind 0, then of kind 1 …, and O last.
- B opens, E closes, I stands between them, S is a span of one word; nothing else comes out.

Source: Viterbi 1967; the tagging scheme is Ratinov and Roth 2009 (BILOU, other letters).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Ints = NDArray[np.int64]
Tagged = tuple[int, int, int]
NEVER = np.float32(-1e4)
SURE = 4.0  # a word parts two searches where O is so much likelier than any other tag, in log-probability


def legal_moves(kinds: int) -> Scores:
    """Return [T, T] costs, 0 where tag j may follow tag i and very low elsewhere, T = 4 kinds + 1."""
    tags = [(kind, letter) for kind in range(kinds) for letter in "BISE"] + [(-1, "O")]
    return np.array([[0.0 if _follows(a, b) else NEVER for b in tags] for a in tags], dtype=np.float32)


def _follows(a: tuple[int, str], b: tuple[int, str]) -> bool:
    if a[1] in "BI":
        return a[0] == b[0] and b[1] in "IE"
    return b[1] in "BSO"


def best_spans(sequences: Sequence[Scores], moves: Scores) -> list[list[Tagged]]:
    """Return (first word, last word + 1, kind) of each span of each sequence, in order.

    Args:
        sequences: [W, T] log-probabilities each, of at least one word; their lengths may differ.
        moves: [T, T] from `legal_moves`.

    Returns:
        One list a sequence, empty where every word is outside.
    """
    tags, firsts = _joined_tags(sequences, moves)
    found: list[list[Tagged]] = [[] for _ in sequences]
    spans = spans_of(tags, len(moves) // 4)
    owners = np.searchsorted(firsts, [begin for begin, _, _ in spans], side="right") - 1
    for owner, (begin, end, kind) in zip(owners.tolist(), spans, strict=True):
        first = firsts[owner]
        found[owner].append((begin - first, end - first, kind))
    return found


def best_tags(sequences: Sequence[Scores], moves: Scores) -> list[Ints]:
    """Return the best legal tags [W] of each sequence; arguments as for `best_spans`."""
    tags, firsts = _joined_tags(sequences, moves)
    return [tags[first : first + len(scores)] for first, scores in zip(firsts, sequences, strict=True)]


def _joined_tags(sequences: Sequence[Scores], moves: Scores) -> tuple[Ints, list[int]]:
    """Return the best legal tags of all sequences, an O around each, and where each sequence begins.

    Where the best tag of each word happens to make a legal sequence, no other can be better. Only stretches
    around the other places are searched, each from one word that looks like O to the next, whatever may stand
    around it. If its best tags have an O at both ends, no better sequence has others there; if not, words
    that are surer to be O take the place of those ends.
    """
    scores, firsts = _joined(sequences, len(moves))
    tags: Ints = scores.argmax(-1)
    margins = scores[:, -1] - scores[:, :-1].max(-1)
    places, sure = np.flatnonzero(moves[tags[:-1], tags[1:]]), SURE
    while len(places):
        parting = np.flatnonzero(margins > sure)
        begins = np.unique(parting[np.searchsorted(parting, places, side="right") - 1])
        ends = parting[np.searchsorted(parting, begins, side="right")] + 1
        places = begins[~_search(scores, begins, ends, tags)]
        sure *= 2
    return tags, firsts


def _joined(sequences: Sequence[Scores], width: int) -> tuple[Scores, list[int]]:
    """Return all sequences in one, a word that can only be O around each, and where each begins."""
    only_o = np.full((1, width), -np.inf, dtype=np.float32)
    only_o[0, -1] = 0
    firsts = np.cumsum([1] + [len(scores) + 1 for scores in sequences[:-1]])
    # Scores that are none are as bad as can be, and no score is worse, so that every search comes to an end.
    parts = [part for scores in sequences for part in (only_o, np.fmax(scores, NEVER))]
    return np.concatenate([*parts, only_o]), firsts.tolist()


def is_legal(tags: Ints, moves: Scores) -> bool:
    """Whether a sequence [W] is well formed; its ends are like O."""
    outside = len(moves) - 1
    framed = np.concatenate(([outside], tags, [outside]))
    return bool((moves[framed[:-1], framed[1:]] == 0).all())


def _search(scores: Scores, begins: Ints, ends: Ints, tags: Ints) -> NDArray[np.bool_]:
    """Put the best tags of stretches into `tags`, where they have an O at both ends; return which have.

    Viterbi's search, all stretches side by side. Two sums are enough: behind a word, either all spans are
    closed (S, E, O) or one of some kind is open (B, I).
    """
    kinds = scores.shape[1] // 4
    sums = _side_by_side(scores, begins, ends)
    begun, ended, gone_on = sums[:, :, :kinds], sums[:, :, kinds : 3 * kinds + 1], sums[:, :, 3 * kinds + 1 :]
    after_closed, closing = sums[:, :, : 2 * kinds + 1], ended[:, :, kinds + 1 :]
    closed, opened = np.zeros((len(begins), 1), np.float32), np.full_like(begun[0], -np.inf)
    for w in range(len(sums)):
        after_closed[w] += closed
        closing[w] += opened
        gone_on[w] += opened
        closed = np.maximum.reduce(ended[w], axis=1, keepdims=True)
        opened = np.maximum(begun[w], gone_on[w])
    endings, inside = _best_endings(ended, kinds), gone_on > begun
    closes = np.zeros(len(begins), dtype=bool)
    for n, (begin, end) in enumerate(zip(begins.tolist(), ends.tolist(), strict=True)):
        first = len(sums) - 2 - (end - begin)
        best = _trace(endings[first:, n].tolist(), inside[first:, n].tolist(), kinds)[1:-1]
        if best[0] == best[-1] == 4 * kinds:
            tags[begin:end] = best
            closes[n] = True
    return closes


def _side_by_side(scores: Scores, begins: Ints, ends: Ints) -> Scores:
    """Return the scores of stretches beside each other, [words, stretches, tags], aligned at their ends.

    A word at the end of a stretch counts half, since it may be the end of two. A span may be open already
    where a stretch begins, and one may stay open: a word is put in front that can be O or any B at no cost,
    and one behind that can be O or any E. Words in front of shorter stretches are O and cost nothing.

    Tags come in the order B S O E I of all kinds: what is summed together lies together.
    """
    outside = scores.shape[1] - 1
    kinds, numbers, lengths = outside // 4, np.arange(len(begins)), ends - begins
    order = np.concatenate([np.arange(letter, outside, 4) for letter in (0, 2, 3, 1)])
    order = np.insert(order, 2 * kinds, outside)
    sums = np.full((lengths.max() + 2, len(begins), len(order)), -np.inf, dtype=np.float32)
    sums[:, :, 2 * kinds] = 0
    last = len(sums) - 2
    before = np.repeat(np.cumsum(lengths) - lengths, lengths)
    words = np.arange(lengths.sum()) - before + np.repeat(begins, lengths)
    rows = words - np.repeat(ends - 1, lengths) + last
    sums[rows, np.repeat(numbers, lengths)] = scores[words][:, order]
    sums[last] /= 2
    sums[last + 1 - lengths, numbers] /= 2
    sums[last - lengths, numbers, :kinds] = 0
    sums[last + 1, :, 2 * kinds + 1 : 3 * kinds + 1] = 0
    return sums


def _best_endings(ended: Scores, kinds: int) -> Ints:
    """Which of S, E of each kind in turn, O last, is best at each word. ended [W, N, S O E of all kinds]."""
    in_turn = np.arange(2 * kinds + 1)
    in_turn[:-1:2], in_turn[1::2] = np.arange(kinds), np.arange(kinds + 1, 2 * kinds + 1)
    in_turn[-1] = kinds
    best: Ints = ended[:, :, in_turn].argmax(2)
    return best


def _trace(endings: list[int], inside: list[list[bool]], kinds: int) -> list[int]:
    """Walk one sequence's best choices back from its end."""
    outside = 4 * kinds
    tags = [outside] * len(endings)
    w = len(endings) - 1
    while w >= 0:
        kind, closes = divmod(endings[w], 2)
        if kind < kinds:
            tags[w] = 4 * kind + 2 + closes
            while closes:
                w -= 1
                closes = inside[w][kind]
                tags[w] = 4 * kind + closes
        w -= 1
    return tags


def spans_of(tags: Ints, kinds: int) -> list[Tagged]:
    """Return (first word, last word + 1, kind) of each span of one legal sequence [W], in order."""
    inside = tags != 4 * kinds
    letter = tags % 4
    # Spans never overlap, so the first opening belongs to the first closing, and so on.
    firsts = np.flatnonzero(inside & ((letter == 0) | (letter == 2)))
    lasts = np.flatnonzero(inside & (letter >= 2))
    chosen: list[int] = (tags[firsts] // 4).tolist()
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), chosen, strict=True))
