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
    kinds = len(moves) // 4
    return [spans_of(tags, kinds) for tags in best_tags(sequences, moves)]


def best_tags(sequences: Sequence[Scores], moves: Scores) -> list[Ints]:
    """Return the best legal tags [W] of each sequence; arguments as for `best_spans`."""
    # Where the best tag of each word happens to make a legal sequence, no other can be better; that is most
    # sequences, and it costs a tenth of the search.
    found: list[Ints] = [scores.argmax(-1) for scores in sequences]
    wrong = [n for n, tags in enumerate(found) if not is_legal(tags, moves)]
    if wrong:
        searched = _search([sequences[n] for n in wrong], len(moves) // 4)
        for n, tags in zip(wrong, searched, strict=True):
            found[n] = tags
    return found


def is_legal(tags: Ints, moves: Scores) -> bool:
    """Whether a sequence [W] is well formed; its ends are like O."""
    outside = len(moves) - 1
    framed = np.concatenate(([outside], tags, [outside]))
    return bool((moves[framed[:-1], framed[1:]] == 0).all())


def _search(sequences: Sequence[Scores], kinds: int) -> list[Ints]:
    """Viterbi's search, all sequences side by side.

    Two sums are enough: behind a word, either all spans are closed (S, E, O) or one of some kind is open
    (B, I). Sequences are aligned at their ends; words in front of a shorter one are O and cost nothing.
    """
    count, width = len(sequences), max(map(len, sequences))
    # Tags in the order B S O E I of all kinds: what is summed together lies together.
    sums = np.full((width, count, 4 * kinds + 1), -np.inf, dtype=np.float32)
    sums[:, :, 2 * kinds] = 0
    order = np.concatenate([np.arange(letter, 4 * kinds + 1, 4) for letter in (0, 2, 3, 1)])
    order = np.insert(order[order < 4 * kinds], 2 * kinds, 4 * kinds)
    for n, sequence in enumerate(sequences):
        sums[width - len(sequence) :, n] = sequence[:, order]
    begun, ended, gone_on = sums[:, :, :kinds], sums[:, :, kinds : 3 * kinds + 1], sums[:, :, 3 * kinds + 1 :]
    after_closed, closing = sums[:, :, : 2 * kinds + 1], ended[:, :, kinds + 1 :]
    closed, opened = np.zeros((count, 1), np.float32), np.full((count, kinds), -np.inf, np.float32)
    for w in range(width):
        after_closed[w] += closed
        closing[w] += opened
        gone_on[w] += opened
        closed = np.maximum.reduce(ended[w], axis=1, keepdims=True)
        opened = np.maximum(begun[w], gone_on[w])
    endings, inside = _best_endings(ended, kinds), gone_on > begun
    return [
        _trace(endings[:, n].tolist(), inside[:, n].tolist(), kinds)[width - len(sequence) :]
        for n, sequence in enumerate(sequences)
    ]


def _best_endings(ended: Scores, kinds: int) -> Ints:
    """Which of S, E of each kind in turn, O last, is best at each word. ended [W, N, S O E of all kinds]."""
    in_turn = np.arange(2 * kinds + 1)
    in_turn[:-1:2], in_turn[1::2] = np.arange(kinds), np.arange(kinds + 1, 2 * kinds + 1)
    in_turn[-1] = kinds
    best: Ints = ended[:, :, in_turn].argmax(2)
    return best


def _trace(endings: list[int], inside: list[list[bool]], kinds: int) -> Ints:
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
    return np.array(tags, np.int64)


def spans_of(tags: Ints, kinds: int) -> list[Tagged]:
    """Return (first word, last word + 1, kind) of each span of one legal sequence [W], in order."""
    inside = tags != 4 * kinds
    letter = tags % 4
    # Spans never overlap, so the first opening belongs to the first closing, and so on.
    firsts = np.flatnonzero(inside & ((letter == 0) | (letter == 2)))
    lasts = np.flatnonzero(inside & (letter >= 2))
    chosen: list[int] = (tags[firsts] // 4).tolist()
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), chosen, strict=True))
