"""Narrows a trained network's layers, and lets the whole network guide what is left.

Half of the encoder's work is in its layers' inner units. Those that the losses lean on least are taken out;
then the words' vectors are held near those of the whole network, less and less as training goes on.

Source: Molchanov et al. 2019, Importance Estimation for Neural Network Pruning (to first order, the loss
changes without a unit by its value times its gradient); Jiao et al. 2020, TinyBERT (vectors as targets).
"""

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.labels import Target
from training.losses import loss_of, see
from training.network import Network
from training.runs import Weights


def importances(network: Network, batches: Iterable[Sequence[Target]]) -> list[Tensor]:
    """Return how much the losses of some batches lean on each inner unit: of each layer a row, [inner]."""
    values: list[Tensor] = []

    def keep(_module: object, inputs: tuple[Tensor, ...]) -> None:
        inputs[0].retain_grad()
        values.append(inputs[0])  # [B, P, inner]

    layers = list(network.encoder.layers)
    hooks = [layer.narrow.register_forward_pre_hook(keep) for layer in layers]
    sums = [torch.zeros(network.shape.inner, device=network.pair.device) for _ in layers]
    network.eval()
    for group in batches:
        values.clear()
        loss_of(network, group)[0].backward()
        for n, value in enumerate(values):
            if value.grad is not None:
                sums[n] += (value * value.grad).detach().sum((0, 1)).abs()
    for hook in hooks:
        hook.remove()
    network.zero_grad()
    return sums


def narrowed(weights: Weights, rows: Sequence[Tensor], inner: int) -> Weights:
    """Return the weights with each layer's `inner` most important units, in their old order.

    Args:
        weights: of the whole network.
        rows: what `importances` returned.
        inner: how many units to keep, at most as many as there are.
    """
    slim = dict(weights)
    for n, row in enumerate(rows):
        kept = row.topk(inner).indices.sort().values
        layer = f"encoder.layers.{n}"
        for part in ("widen.weight", "widen.bias"):
            slim[f"{layer}.{part}"] = weights[f"{layer}.{part}"][kept].clone()
        slim[f"{layer}.narrow.weight"] = weights[f"{layer}.narrow.weight"][:, kept].clone()
    return slim


class Guide:
    """The whole network, which says where each word's vector should be; it says so once a window."""

    def __init__(self, network: Network) -> None:
        self._network = network.eval()
        self._known: dict[int, Tensor] = {}

    def loss(self, vectors: Tensor, group: Sequence[Target], *, weight: float = 1.0) -> Tensor:
        """Return how far the words' vectors [B, W, H] are from where they should be, times `weight`.

        That is the squared distance as a share of the squared length, on average over words.
        """
        wanted = self._wanted(group, vectors.shape[1]).to(vectors.device)
        sizes = wanted.square().sum(-1)  # [B, W], 0 where there is no word
        off = (vectors.float() - wanted).square().sum(-1) / sizes.clamp(min=1e-6)
        words = sizes > 0
        return weight * off[words].sum() / words.sum()

    @torch.no_grad()
    def _wanted(self, group: Sequence[Target], width: int) -> Tensor:
        if any(id(t) not in self._known for t in group):
            vectors = see(self._network, group)[0].vectors
            for row, target in enumerate(group):
                size = target.window.last - target.window.first
                self._known[id(target)] = vectors[row, :size].to(torch.float16).cpu()
        wanted = torch.zeros(len(group), width, self._network.shape.hidden)
        for row, target in enumerate(group):
            known = self._known[id(target)]
            wanted[row, : len(known)] = known.float()
        return wanted
