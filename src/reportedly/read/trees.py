"""Turns head scores into a dependency tree.

Invariant: whatever the scores, the result is one tree a sentence: one root, no cycle.

Source: Chu and Liu 1965, Edmonds 1967, maximum spanning arborescence.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def decode_tree(scores: Scores, heads: list[int] | None = None) -> list[int]:
    """Return the head of each word; the root is its own head.

    Args:
        scores: [n, n], row dependent, column head; the diagonal scores being the root.
        heads: each row's best column, where it is known already.

    Returns:
        n indexes in 0 … n-1; empty for n = 0.
    """
    if len(scores) == 0:
        return []
    if heads is None:
        heads = _columns(scores)
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) == 1 and not _cycle(heads, roots[0]):
        return heads
    root = int(np.diagonal(scores).argmax())
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, -np.inf)
    found = _arborescence(weights, root)
    found[root] = root
    return found


def _columns(weights: NDArray[np.float32] | NDArray[np.float64]) -> list[int]:
    """Each row's best column."""
    best: list[int] = weights.argmax(1).tolist()
    return best


def _cycle(heads: list[int], root: int) -> list[int]:
    """Return the words of one cycle that does not hold the root, or none."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return path[path.index(i) :]
        for j in path:
            state[j] = 2
    return []


def _arborescence(weights: NDArray[np.float64], root: int) -> list[int]:
    """Edmonds' algorithm by contraction: each call has at least one word less, so that depth is bounded."""
    n = len(weights)
    heads = _columns(weights)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside, ring = np.flatnonzero(~inside), np.array(cycle)
    # The contracted graph: the outside words in order, then the cycle as one node.
    kept = weights[cycle, [heads[word] for word in cycle]]  # [cycle]
    gain = weights[cycle] - kept[:, None]  # [cycle, n]
    enter = gain[:, outside].argmax(0)  # for each outside head: the cycle's word it enters by
    leave = weights[np.ix_(outside, ring)].argmax(1)  # for each outside dependent: its head in the cycle
    size = len(outside) + 1
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    small[-1, :-1] = gain[enter, outside]
    small[:-1, -1] = weights[outside, ring[leave]]
    inner = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    found = list(heads)
    for i, word in enumerate(outside):
        found[word] = cycle[int(leave[i])] if inner[i] == size - 1 else int(outside[inner[i]])
    entry = inner[-1]
    found[cycle[int(enter[entry])]] = int(outside[entry])
    return found
