"""The weights of a run: building, saving, resuming, and starting from those of another."""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn

from training.labels import LAYERS, Inventory, O
from training.network import INNER, TAGS, Network, Shape
from training.shipped import read_shipped

Weights = dict[str, Tensor]
SAME = ("upos", "xpos", "lemma", "deprel", "activity", "modality")
# Layers whose rows are labels of an inventory.
BY_LABEL = {k: k for k in SAME} | {"relation_prior": "deprel"}
TAGGED = {"entity.1": "entity", "name.1": "name"}  # four rows a label, and one for none


MUTED = 10.0  # the score of "outside", against 0 for the other tags


def build(inventory: Inventory, *, inner: int = INNER) -> Network:
    """Return a network with heads of the inventory's sizes and layers that widen to `inner` units."""
    sizes = {k: len(getattr(inventory, k)) for k in SAME}
    tagged = {"entity": 4 * len(inventory.entity) + 1, "name": 4 * len(inventory.name) + 1}
    return Network(Shape(**sizes, **tagged, mention=len(inventory.mention) + 1, inner=inner))


@torch.no_grad()
def mute(head: nn.Linear) -> None:
    """Let a head that no corpus teaches mark nothing: each of its groups of tags says "outside"."""
    head.weight.zero_()
    head.bias.copy_(
        torch.tensor([MUTED if tag == O else 0.0 for tag in range(TAGS)]).repeat(len(head.bias) // TAGS)
    )


def inner_of(weights: Weights) -> int:
    """Return how many units the layers widen to."""
    return len(weights["encoder.layers.0.widen.weight"])


def weights_of(folder: Path) -> Weights:
    """Return the weights of a run, the finished ones or those of its last checkpoint, or of an export.

    Raises:
        FileNotFoundError: none of these is there.
    """
    if (folder / "network.pt").exists():
        finished: Weights = torch.load(folder / "network.pt", weights_only=True)
        return finished
    if (folder / "checkpoint.pt").exists():
        state: Weights = torch.load(folder / "checkpoint.pt", weights_only=True)["average"]
        return state
    return read_shipped(folder)


def load(inventory: Inventory, folder: Path) -> Network:
    """Return a network as wide as another run's, with its weights; see `load_weights`."""
    network = build(inventory, inner=inner_of(weights_of(folder)))
    load_weights(network, inventory, folder)
    return network


def load_weights(network: Network, inventory: Inventory, folder: Path) -> None:
    """Copy another run's weights, label by label; a head or label that it lacks stays as it was."""
    theirs = Inventory.load(folder / "labels.json")
    mine = network.state_dict()
    for name, weights in weights_of(folder).items():
        layer = name.rpartition(".")[0]
        if layer in BY_LABEL | TAGGED:
            for here, there in _rows(layer, inventory, theirs):
                if there < len(weights):
                    mine[name][here] = weights[there]
        elif name in mine and mine[name].shape == weights.shape:
            mine[name].copy_(weights)


def _rows(layer: str, mine: Inventory, theirs: Inventory) -> Iterator[tuple[int, int]]:
    """Yield which of my rows is which of theirs, where rows are labels."""
    kind = BY_LABEL.get(layer) or TAGGED[layer]
    ours, old = getattr(mine, kind), getattr(theirs, kind)
    shared = [(ours.index(x), old.index(x)) for x in dict.fromkeys(old) if x in ours]
    if layer in BY_LABEL:
        yield from shared
        return
    for n in range(LAYERS):  # a run of before there were two has the first only
        here, there = n * (4 * len(ours) + 1), n * (4 * len(old) + 1)
        yield from ((here + 4 * i + t, there + 4 * j + t) for i, j in shared for t in range(4))
        yield here + 4 * len(ours), there + 4 * len(old)


def save(out: Path, network: Network, optimiser: torch.optim.AdamW, average: Weights, *, step: int) -> None:
    """Write a checkpoint, replacing the last one in one go."""
    state = {
        "network": network.state_dict(),
        "average": average,
        "optimiser": optimiser.state_dict(),
        "step": step,
    }
    torch.save(state, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


def resume(out: Path, network: Network, optimiser: torch.optim.AdamW, average: Weights) -> int:
    """Take up the last checkpoint; returns the step to go on from, 0 without one."""
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    for name, weights in state["average"].items():
        average[name].copy_(weights)
    return int(state["step"])
