"""Counts and the figures made of them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Span


@dataclass(slots=True)
class Counts:
    """Hits, predicted and gold items; figures are in percent, 0 when there is nothing to count."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> None:
        """Count two sets."""
        mine, theirs = set(predicted), set(gold)
        self.hits += len(mine & theirs)
        self.predicted += len(mine)
        self.gold += len(theirs)

    def merge(self, other: "Counts") -> None:
        """Add another count."""
        self.hits += other.hits
        self.predicted += other.predicted
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return 100 * self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return 100 * self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.predicted + self.gold
        return 200 * self.hits / both if both else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of several counts."""
    out = Counts()
    for count in counts:
        out.merge(count)
    return out


def overlap(a: Iterable[Span], b: Iterable[Span]) -> bool:
    """Whether two roles agree: some character in common, or both empty."""
    left, right = tuple(a), tuple(b)
    if not left or not right:
        return not left and not right
    return any(x.begin < y.end and y.begin < x.end for x in left for y in right)


def most_pairs(partners: Sequence[Sequence[int]]) -> int:
    """Return how many can be paired at most, each with one partner of its own.

    The greatest number does not depend on the order in which either side is listed.

    Args:
        partners: for each item of the one side, the numbers of those on the other that it agrees with.

    Returns:
        0 … len(partners).

    Source: Berge 1957, augmenting paths; breadth first.
    """
    holder: dict[int, int] = {}
    return sum(_seat(item, partners, holder) for item in range(len(partners)))


def _seat(item: int, partners: Sequence[Sequence[int]], holder: dict[int, int]) -> bool:
    """Find a partner for `item`, moving those who already have one; `holder` says who holds which."""
    asked_by: dict[int, int] = {}
    waiting = [item]
    for one in waiting:  # grows while it is walked
        for partner in partners[one]:
            if partner in asked_by:
                continue
            asked_by[partner] = one
            if partner not in holder:
                _move(partner, item, asked_by, holder)
                return True
            waiting.append(holder[partner])
    return False


def _move(free: int, item: int, asked_by: dict[int, int], holder: dict[int, int]) -> None:
    """Hand the free partner to who asked for it, that one's old partner to who asked for it, and so on."""
    held = {one: partner for partner, one in holder.items()}
    while True:
        one = asked_by[free]
        holder[free] = one
        if one == item:
            return
        free = held[one]
