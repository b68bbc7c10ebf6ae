"""Pairs the items of two sides so that the sum of their similarities is greatest."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

Pair = tuple[int, int]


def greatest_sum(similar: Mapping[Pair, float]) -> float:
    """Return the greatest sum of similarities when each item has one partner at most.

    Args:
        similar: similarity, above 0, by (item of the one side, item of the other); pairs that are not
            there have 0 and add nothing, so that what hangs together is solved piece by piece.
    """
    whole = 0.0
    for piece in _pieces(similar):
        left, right = sorted({a for a, _ in piece}), sorted({b for _, b in piece})
        if len(left) > len(right):
            table = [[similar.get((a, b), 0.0) for a in left] for b in right]
        else:
            table = [[similar.get((a, b), 0.0) for b in right] for a in left]
        whole += sum(row[column] for row, column in zip(table, best_columns(table), strict=True))
    return whole


def _pieces(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Part pairs into pieces that share no item."""
    by_item: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        for side in (0, 1):
            by_item.setdefault((side, pair[side]), []).append(pair)
    pieces, done = [], set[Pair]()
    for first in sorted({pair for found in by_item.values() for pair in found}):
        if first in done:
            continue
        done.add(first)
        piece = [first]
        for pair in piece:  # grows while it is walked
            near = {p for side in (0, 1) for p in by_item[side, pair[side]]} - done
            done |= near
            piece += sorted(near)
        pieces.append(piece)
    return pieces


def best_columns(table: Sequence[Sequence[float]]) -> list[int]:
    """Return a column for each row, none twice, with the greatest sum.

    Args:
        table: no more rows than columns.

    Source: Kuhn 1955, The Hungarian Method; rows are added one by one along shortest augmenting paths,
    as in Jonker and Volgenant 1987.
    """
    columns = len(table[0]) if table else 0
    row_price, column_price = [0.0] * len(table), [0.0] * columns
    row_of: list[int | None] = [None] * columns
    for row in range(len(table)):
        came_from, end = _shortest_path(table, row, row_of, prices=(row_price, column_price))
        while True:  # hand the columns of the path on, from its end
            before = came_from[end]
            row_of[end] = row if before is None else row_of[before]
            if before is None:
                break
            end = before
    chosen = {row: column for column, row in enumerate(row_of) if row is not None}
    return [chosen[row] for row in range(len(table))]


def _shortest_path(
    table: Sequence[Sequence[float]],
    start: int,
    row_of: Sequence[int | None],
    *,
    prices: tuple[list[float], list[float]],
) -> tuple[list[int | None], int]:
    """Find the cheapest way from a row to a free column, and move the prices by what it costs.

    Returns:
        For each column the column before it on the way (None: the first), and the free column.
    """
    row_price, column_price = prices
    distance = [inf] * len(column_price)
    came_from: list[int | None] = [None] * len(column_price)
    done: list[int] = []
    open_columns = set(range(len(column_price)))
    row, last, reached = start, None, 0.0
    while True:
        for column in open_columns:
            cost = reached - table[row][column] - row_price[row] - column_price[column]
            if cost < distance[column]:
                distance[column], came_from[column] = cost, last
        last = min(open_columns, key=lambda c: (distance[c], c))
        reached = distance[last]
        open_columns.remove(last)
        owner = row_of[last]
        if owner is None:
            break
        done.append(last)
        row = owner
    row_price[start] += reached
    for column in done:
        column_price[column] -= reached - distance[column]
        owner = row_of[column]
        if owner is not None:
            row_price[owner] += reached - distance[column]
    return came_from, last
