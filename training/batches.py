"""The order in which a run sees its windows: which corpora, how often, and which windows together."""

import random
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from training.labels import Target

# How often an epoch shows each corpus. Those that are small, and those nearest to what the program is for,
# come more often.
REPEATS = {
    "polnear": 1.0,
    "ewt": 1.0,
    "gum": 2.0,
    "uds_ih2": 1.0,
    "uw": 3.0,
    "meantime": 3.0,
    "re3d": 8.0,
    "cases": 6.0,
    "reports": 6.0,
    "activities": 3.0,
}
TOGETHER = frozenset({"gum"})  # windows of one document go together: what refers to what crosses windows
CHUNK_WINDOWS = 8
SHUFFLED_BATCHES = 16  # so many batches' windows are sorted by length, so that little is padding
Unit = list[Target]  # windows that stay together


def units_of(name: str, documents: Sequence[list[Target]]) -> list[Unit]:
    """Return what a corpus is shuffled by: single windows, or runs of windows of one document."""
    size = CHUNK_WINDOWS if name in TOGETHER else 1
    return [windows[i : i + size] for windows in documents for i in range(0, len(windows), size)]


def schedule(
    corpora: Mapping[str, Sequence[Unit]],
    *,
    batch_windows: int,
    seed: int,
    repeats: Mapping[str, float] = REPEATS,
) -> Iterator[list[Target]]:
    """Yield batches without end: each epoch shows each corpus as often as `repeats` says, shuffled.

    Batches take windows of like length. A run of windows of one document is a batch of its own.
    """
    rng = random.Random(seed)
    while True:
        epoch: list[Unit] = []
        for name, units in corpora.items():
            whole = int(repeats[name])
            part = rng.sample(list(units), int((repeats[name] - whole) * len(units)))
            epoch += [*units] * whole + part
        rng.shuffle(epoch)
        batches = [unit for unit in epoch if _alone(unit)]
        singles = [unit[0] for unit in epoch if not _alone(unit)]
        chunk = SHUFFLED_BATCHES * batch_windows
        for i in range(0, len(singles), chunk):
            near = sorted(singles[i : i + chunk], key=_pieces)
            batches += [near[j : j + batch_windows] for j in range(0, len(near), batch_windows)]
        rng.shuffle(batches)
        yield from batches


def batches_an_epoch(
    corpora: Mapping[str, Sequence[Unit]], *, batch_windows: int, repeats: Mapping[str, float] = REPEATS
) -> int:
    """Return about how many batches an epoch has."""
    runs = sum(repeats[k] for k, units in corpora.items() for u in units if _alone(u))
    singles = sum(repeats[k] for k, units in corpora.items() for u in units if not _alone(u))
    return int(runs + np.ceil(singles / batch_windows))


def _alone(unit: Unit) -> bool:
    """Whether a unit is a batch of its own: referents are numbered inside one document."""
    return len(unit) > 1 or any(t.phrases for t in unit)


def _pieces(target: Target) -> int:
    return sum(len(p) for p in target.window.pieces)
