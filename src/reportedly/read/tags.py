"""Turns tag scores into spans: the best sequence of B, I, S, E and O that is well formed.

Invariants:
- Tags are numbered B I S E of kind 0, then of kind 1 …, and O last.
- B opens, E closes, I stands between them, S is a span of one word; nothing else comes out.

Source: Viterbi 1967; the tagging scheme is Ratinov and Roth 2009 (BILOU, other letters).
"""

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


def best_spans(scores: Scores, lengths: Ints, moves: Scores) -> list[list[Tagged]]:
    """Return (first word, last word + 1, kind) of each span of each sequence, in order.

    Args:
        scores: [N, W, T] log-probabilities.
        lengths: [N] words in each sequence, at least 1; what lies behind is ignored.
        moves: [T, T] from `legal_moves`.

    Returns:
        N lists, empty where every word is outside.
    """
    return spans_of(best_tags(scores, lengths, moves), scores.shape[2] // 4)


def best_tags(scores: Scores, lengths: Ints, moves: Scores) -> Ints:
    """Return the best legal tags; arguments as for `best_spans`.

    Returns:
        [N, W] tags; O behind a sequence's end.
    """
    # Where the best tag of each word happens to make a legal sequence, no other can be better; that is most
    # sequences, and it costs a tenth of the search.
    behind = np.arange(scores.shape[1]) >= lengths[:, None]  # [N, W]
    tags: Ints = scores.argmax(-1)
    tags[behind] = scores.shape[2] - 1
    illegal = np.flatnonzero(~_is_legal(tags, moves))
    if len(illegal):
        tags[illegal] = _search(scores[illegal], lengths[illegal], moves)
        tags[behind] = scores.shape[2] - 1
    return tags


def _is_legal(tags: Ints, moves: Scores) -> NDArray[np.bool_]:
    """Whether each sequence is well formed; its ends are like O. tags [N, W]; returns [N]."""
    framed = np.pad(tags, ((0, 0), (1, 1)), constant_values=len(moves) - 1)
    return np.asarray((moves[framed[:, :-1], framed[:, 1:]] == 0).all(1))


def _search(scores: Scores, lengths: Ints, moves: Scores) -> Ints:
    """Viterbi's search, all sequences side by side; tags behind an end mean nothing."""
    count, width, outside = scores.shape[0], scores.shape[1], scores.shape[2] - 1
    # Ends are like O: what may follow O may open, what O may follow may close.
    total = scores[:, 0] + moves[outside]
    back = np.zeros(scores.shape, dtype=np.int64)
    finals = total
    for w in range(1, width):
        step = total[:, :, None] + moves  # [N, from, to]
        back[:, w] = step.argmax(1)
        total = step.max(1) + scores[:, w]
        finals = np.where((lengths > w)[:, None], total, finals)
    ends = (finals + moves[:, outside]).argmax(1)
    tags = np.zeros((count, width), dtype=np.int64)
    current, rows = ends, np.arange(count)
    for w in range(width - 1, -1, -1):
        current = np.where(lengths - 1 <= w, ends, current)
        tags[:, w] = current
        current = back[rows, w, current]
    return tags


def spans_of(tags: Ints, kinds: int) -> list[list[Tagged]]:
    """Return (first word, last word + 1, kind) of each span of each legal sequence, in order. tags [N, W]."""
    inside = tags != 4 * kinds
    letter = tags % 4
    # Spans of one sequence never overlap, so the first opening belongs to the first closing, and so on.
    rows, firsts = np.nonzero(inside & ((letter == 0) | (letter == 2)))
    _, lasts = np.nonzero(inside & (letter >= 2))
    found: list[list[Tagged]] = [[] for _ in tags]
    chosen = (tags[rows, firsts] // 4).tolist()
    for row, first, last, kind in zip(rows.tolist(), firsts.tolist(), lasts.tolist(), chosen, strict=True):
        found[row].append((first, last + 1, kind))
    return found
