"""How far a figure may be off because these documents were measured and not others.

Documents are drawn with replacement, as many as there are, again and again; the middle 95 % of what
comes out is the interval. Whole documents, since what stands in one text reads alike.

Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13 (percentile interval).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from training.scoring.task import Figures, Row

RESAMPLES = 1_000
SEED = 1  # the same documents give the same interval
TAILS = (2.5, 97.5)  # percentiles


@dataclass(frozen=True, slots=True)
class Interval:
    """From `lo` to `hi`, both included, in the figure's own unit."""

    lo: float
    hi: float


def intervals(rows: Sequence[Row], figures: Callable[[Row], Figures]) -> dict[str, Interval]:
    """Return the 95 % interval of each figure.

    A resample in which a figure does not occur or has no meaning (a type of entity that no drawn document
    has; the correlation with what never varies) does not count for it. Of a single document there is
    nothing to draw: `lo` and `hi` are the figure.

    Args:
        rows: one a document.
        figures: from a sum of rows to figures.

    Returns:
        An interval for each figure that some resample has; empty without documents.
    """
    values: dict[str, list[float]] = {}
    for row in _resampled(rows):
        for name, figure in figures(row).items():
            if not isnan(figure):
                values.setdefault(name, []).append(figure)
    ends = {name: np.percentile(np.asarray(found), TAILS) for name, found in values.items()}
    return {name: Interval(float(lo), float(hi)) for name, (lo, hi) in ends.items()}


def _resampled(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the sums of RESAMPLES drawings; none without rows."""
    if not rows:
        return
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])  # [documents, names]
    chances = np.full(len(rows), 1 / len(rows))
    drawn = np.random.default_rng(SEED).multinomial(len(rows), chances, size=RESAMPLES)
    for sums in (drawn @ table).tolist():
        yield dict(zip(names, sums, strict=True))
