"""Compares two ways of putting mentions into clusters: MUC, B-cubed and CEAF-e.

Mentions match when they are the same. One that only one side has counts against that side, as in
the official scorer.

Source: Pradhan et al. 2014, Scoring Coreference Partitions of Predicted Mentions.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.scoring.assignment import greatest_sum

Cluster = frozenset[Hashable]
METRICS = ("muc", "b3", "ceafe")


@dataclass(frozen=True, slots=True)
class Ratios:
    """Recall and precision as two fractions, so that those of several documents can be added."""

    found: float
    gold: float
    right: float
    predicted: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two in percent; 0 where either is 0 or has nothing to count."""
        recall = self.found / self.gold if self.gold else 0.0
        precision = self.right / self.predicted if self.predicted else 0.0
        both = recall + precision
        return 200 * recall * precision / both if both else 0.0


def clusters_of(mentions: Iterable[tuple[Hashable, int]], *, least: int = 1) -> list[Cluster]:
    """Return the clusters of at least `least` mentions.

    Args:
        mentions: each with the number of its cluster; of a mention that comes twice the first counts.
        least: 2 leaves out those that stand alone.
    """
    first: dict[Hashable, int] = {}
    for mention, number in mentions:
        first.setdefault(mention, number)
    members: dict[int, set[Hashable]] = {}
    for mention, number in first.items():
        members.setdefault(number, set()).add(mention)
    return [frozenset(found) for found in members.values() if len(found) >= least]


def compare(gold: Sequence[Cluster], mine: Sequence[Cluster]) -> Mapping[str, Ratios]:
    """Return the fractions of each of METRICS for one document."""
    shared = _shared(gold, mine)
    return {
        "muc": _muc(gold, mine, shared),
        "b3": _b3(gold, mine, shared),
        "ceafe": _ceafe(gold, mine, shared),
    }


def _shared(gold: Sequence[Cluster], mine: Sequence[Cluster]) -> dict[tuple[int, int], int]:
    """Count the mentions in common of each two clusters that have any."""
    where = {mention: n for n, cluster in enumerate(mine) for mention in cluster}
    shared: dict[tuple[int, int], int] = {}
    for g, cluster in enumerate(gold):
        for mention in cluster:
            if mention in where:
                pair = g, where[mention]
                shared[pair] = shared.get(pair, 0) + 1
    return shared


def _muc(gold: Sequence[Cluster], mine: Sequence[Cluster], shared: Mapping[tuple[int, int], int]) -> Ratios:
    """Links that need not be added: of each cluster its mentions in common, less one for each other cluster.

    A cluster of n mentions that the other side has in p parts keeps n - p of its n - 1 links; a mention
    that the other side lacks is a part of its own, so that of the n - p only shared mentions are left.

    Source: Vilain et al. 1995, A Model-Theoretic Coreference Scoring Scheme.
    """
    kept = float(sum(shared.values()) - len(shared))
    return Ratios(kept, _links(gold), kept, _links(mine))


def _links(clusters: Sequence[Cluster]) -> float:
    return float(sum(len(cluster) - 1 for cluster in clusters))


def _b3(gold: Sequence[Cluster], mine: Sequence[Cluster], shared: Mapping[tuple[int, int], int]) -> Ratios:
    """The share of each mention's cluster that is in common, mention by mention.

    Source: Bagga and Baldwin 1998, Algorithms for Scoring Coreference Chains.
    """
    found = sum(n * n / len(gold[g]) for (g, _), n in shared.items())
    right = sum(n * n / len(mine[m]) for (_, m), n in shared.items())
    return Ratios(found, float(sum(map(len, gold))), right, float(sum(map(len, mine))))


def _ceafe(gold: Sequence[Cluster], mine: Sequence[Cluster], shared: Mapping[tuple[int, int], int]) -> Ratios:
    """The similarity of clusters, paired one to one as well as can be: the F1 of their mentions.

    Source: Luo 2005, On Coreference Resolution Performance Metrics, with its similarity phi 4.
    """
    similar = {(g, m): 2 * n / (len(gold[g]) + len(mine[m])) for (g, m), n in shared.items()}
    whole = greatest_sum(similar)
    return Ratios(whole, float(len(gold)), whole, float(len(mine)))
