"""Blends the weights of runs that went on from one another, which reads better than each of them.

    python -m training.blend RUN RUN ... --out FOLDER [--shares 0.5 0.5 ...]

Takes folders of runs or of exported models, all equally wide; gives `network.pt` and `labels.json`, the
labels being those of the last. Runs that did not begin with the same weights give nonsense.

Source: Wortsman et al. 2022, Model soups (the mean of runs from one start).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from training.labels import Inventory
from training.runs import Weights, load, load_weights


def blend(runs: Sequence[Path], shares: Sequence[float]) -> tuple[Weights, Inventory]:
    """Return the weighted mean of the runs' weights, and the labels of the last.

    Args:
        runs: their folders; a label that one lacks has the last one's weights there.
        shares: what each counts, in the same order; they need not add up to 1.

    Raises:
        FileNotFoundError: a folder holds no weights.
        ValueError: as many shares as runs are needed, and they must not add up to nothing.
    """
    if len(shares) != len(runs) or sum(shares) <= 0:
        message = f"{len(runs)} runs and the shares {list(shares)}: give one share a run, with a sum above 0"
        raise ValueError(message)
    inventory = Inventory.load(runs[-1] / "labels.json")
    total: Weights = {}
    for run, share in zip(runs, shares, strict=True):
        network = load(inventory, runs[-1])
        load_weights(network, inventory, run)
        for name, weights in network.state_dict().items():
            part = weights * (share / sum(shares))
            total[name] = total[name] + part if name in total else part
    return total, inventory


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="training.blend", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs or of exported models")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights and labels")
    parser.add_argument("--shares", type=float, nargs="+", help="what each run counts; alike without")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and blend. Returns 0, or 1 when a run is missing or the shares are wrong."""
    args = build_parser().parse_args(arguments)
    try:
        weights, inventory = blend(args.runs, args.shares or [1.0] * len(args.runs))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    args.out.mkdir(parents=True, exist_ok=True)
    inventory.save(args.out / "labels.json")
    torch.save(weights, args.out / "network.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
