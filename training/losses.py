"""What the network is told: the loss of each head over one batch.

Invariant: a head counts a loss only where the corpus has its label, and all losses are sums over words
divided by the words of the batch, so that a corpus weighs by its size.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from reportedly.read.references import FLAGS, Mentions
from reportedly.read.windows import batch
from training.labels import IGNORE, Target
from training.network import Network, Seen

# What one word of each loss weighs.
WEIGHTS = {
    "roles": 1.0,
    "proposition": 1.0,
    "entity": 1.0,
    "name": 1.0,
    "syntax": 0.5,
    "arcs": 1.0,
    "links": 0.5,
    "claim": 1.0,
    "factuality": 12.0,  # few words are judged
    "mention": 1.0,
    "reference": 1.5,
}
Beside = Callable[[Tensor, Sequence[Target]], Tensor]
HUBER = 1.0  # points of the scale; a judgement further off than that pulls no harder


def pad(rows: Sequence[np.ndarray], width: int) -> Tensor:
    """Stack arrays of unlike length; IGNORE fills."""
    out = np.full((len(rows), width, *rows[0].shape[1:]), IGNORE, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def see(network: Network, group: Sequence[Target]) -> tuple[Seen, float]:
    """Run the network over the windows of one batch; return what it sees, and how many words there are."""
    device = network.pair.device
    arrays = batch([t.window for t in group])
    heads = pad([t.heads for t in group], arrays.begins.shape[1]).to(device)
    stacked = (arrays.pieces, arrays.shapes, arrays.begins, arrays.ends, arrays.sentences)
    inputs = [torch.from_numpy(a).to(device) for a in stacked]
    return network(*inputs, heads.clamp(min=0)), float((arrays.sentences > 0).sum())


def loss_of(
    network: Network, group: Sequence[Target], beside: Beside | None = None
) -> tuple[Tensor, dict[str, float]]:
    """Return the weighted loss of one batch, and its parts for the log.

    `beside` gives another loss of the words' vectors [B, W, H], added as it is.
    """
    device = network.pair.device
    seen, words = see(network, group)
    width = seen.vectors.shape[1]

    def cross(scores: Tensor, rows: list[np.ndarray]) -> Tensor:
        gold = pad(rows, width).to(device)
        flat = scores.float().reshape(-1, scores.shape[-1])
        return F.cross_entropy(flat, gold.reshape(-1), ignore_index=IGNORE, reduction="sum") / words

    parts = _tags(seen, group, cross)
    parts["links"] = _links(seen.links, group)
    parts["factuality"] = _factuality(seen.factuality, group) / words
    parts["reference"] = _references(network, seen.reference, group) / words
    total = sum((WEIGHTS[k] * v for k, v in parts.items()), torch.zeros((), device=device))
    if beside:
        parts["guide"] = beside(seen.vectors, group)
        total = total + parts["guide"]
    return total, {k: float(v.detach()) for k, v in parts.items()}


def _tags(
    seen: Seen, group: Sequence[Target], cross: Callable[[Tensor, list[np.ndarray]], Tensor]
) -> dict[str, Tensor]:
    """The heads that choose one label a word."""
    b, w, _ = seen.roles.shape
    return {
        "roles": cross(seen.roles.reshape(b, w, 3, -1), [t.roles for t in group]),
        "proposition": cross(seen.proposition, [t.proposition for t in group]),
        "entity": cross(seen.entity.reshape(b, w, 2, -1), [t.entity for t in group]),
        "name": cross(seen.name, [t.name for t in group]),
        "syntax": cross(seen.upos, [t.upos for t in group])
        + cross(seen.xpos, [t.xpos for t in group])
        + cross(seen.lemma, [t.lemma for t in group]),
        "arcs": cross(seen.arcs, [t.heads for t in group]) + cross(seen.relations, [t.deprel for t in group]),
        "claim": cross(seen.activity, [t.activity for t in group])
        + cross(seen.modality, [t.modality for t in group])
        + cross(seen.depth, [t.depth for t in group]),
        "mention": cross(seen.mention, [t.mention for t in group]),
    }


def _links(links: Tensor, group: Sequence[Target]) -> Tensor:
    rows = [(b, *row) for b, t in enumerate(group) for row in t.links.tolist()]
    if not rows:
        return links.sum() * 0.0
    b, kind, cue, start, gold = torch.tensor(rows, device=links.device).T
    scores = links[b, kind, cue, start].float()
    return F.binary_cross_entropy_with_logits(scores, gold.float(), reduction="mean")


def _factuality(seen: Tensor, group: Sequence[Target]) -> Tensor:
    """Sum, over the words that are judged, how far off the number is. seen [B, W]."""
    gold = np.full(tuple(seen.shape), np.nan, dtype=np.float32)
    for row, target in enumerate(group):
        gold[row, : len(target.factuality)] = target.factuality
    judged = torch.from_numpy(~np.isnan(gold)).to(seen.device)
    if not judged.any():
        return seen.sum() * 0.0
    wanted = torch.from_numpy(gold).to(seen.device)[judged]
    return F.smooth_l1_loss(seen[judged].float(), wanted, beta=HUBER, reduction="sum")


def _references(network: Network, seen: Tensor, group: Sequence[Target]) -> Tensor:
    """Sum, over mentions, how unlikely their true antecedents are; none is one of the choices.

    A batch of one document in order: see `training.batches.TOGETHER`. seen [B, W, 2 * D + 1].
    """
    places = [(b, p.head - t.window.first) for b, t in enumerate(group) for p in t.phrases]
    if not places:
        return seen.sum() * 0.0 + network.pair.sum() * 0.0
    mentions = Mentions([p for t in group for p in t.phrases])
    pairs = mentions.pairs(0, mentions.size)
    rows, columns = torch.tensor(places, device=seen.device).T
    vectors = seen[rows, columns].float()  # [M, 2 * D + 1]
    size = (vectors.shape[1] - 1) // 2
    candidates = torch.from_numpy(pairs.candidates).to(seen.device)  # [M, C]
    offered = vectors[candidates.clamp(min=0), size : 2 * size]  # [M, C, D]
    scores = torch.einsum("md,mcd->mc", vectors[:, :size], offered) / size**0.5
    flags = torch.from_numpy(pairs.flags).to(seen.device).float()  # [M, C, FLAGS]
    scores = scores + flags @ network.pair[:FLAGS] + vectors[:, -1:]
    for buckets in (pairs.near, pairs.apart):
        scores = scores + network.pair[torch.from_numpy(buckets).to(seen.device)]
    scores = scores.masked_fill(candidates < 0, -1e4)
    scores = torch.cat([scores, torch.zeros_like(scores[:, :1])], 1)  # [M, C + 1], the last: refers to none
    whom = torch.tensor([r for t in group for r in t.referents], device=seen.device)
    true = (whom[candidates.clamp(min=0)] == whom[:, None]) & (candidates >= 0)  # [M, C]
    true = torch.cat([true, ~true.any(1, keepdim=True)], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~true, -1e4).logsumexp(1)).sum()
