"""The whole reading network: a MiniLM encoder with one head a task.

Dimensions in the comments: B windows, P pieces, W words, H hidden (384), R dependency relations.

Invariants:
- `forward` takes the arrays of `reportedly.read.windows.Batch`, in that order, and returns `Seen`.
- Word vectors are the mean of a word's first and last piece.
- A word whose best head is itself is a root; heads are sought inside the word's own sentence.
- Two mentions refer to the same as far as what one looks for meets what the other offers, plus the weights
  of what their phrases show (`reportedly.read.references`), which stand in `pair`.

Source: encoder: Wang et al. 2020, MiniLM (six layers of BERT); parser: Dozat and Manning 2017,
deep biaffine attention; lemma rules: Straka 2018, UDPipe 2.
"""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.read.references import WEIGHTS

TAGS = 5  # B I E S O of one role
ROLES = ("source", "cue", "content")
INNER = 1536  # units that a layer of MiniLM widens to


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network: the encoder's are MiniLM's, the heads' are ours."""

    upos: int
    xpos: int
    lemma: int
    deprel: int
    entity: int
    name: int
    activity: int
    modality: int
    mention: int
    depth: int = 3
    layers_entity: int = 2
    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = INNER
    positions: int = 256
    shapes: int = 10
    tag_hidden: int = 256
    arc: int = 256
    relation: int = 96
    link: int = 96
    reference: int = 64
    reach: int = 80
    dropout: float = 0.1
    head_dropout: float = 0.2


class Seen(NamedTuple):
    """What the heads say of each word. Scores are logits.

    `roles` [B, W, 3 * 5] attribution tags, `proposition` [B, W, 5], `entity` [B, W, 2 * E] (outermost, and
    inside those), `name` [B, W, N];
    `upos`, `xpos`, `lemma` [B, W, labels]; `arcs` [B, W dependent, W head];
    `relations` [B, W, R] for the best (or the given) head; `links` [B, 2, W cue, W start of a source
    or of a content]; `activity`, `modality`, `depth` (0, 1, 2 or more voices) [B, W, labels] of the
    claim that the word stands in; `factuality` [B, W], -3 … 3; `mention` [B, W, M + 1] kinds of what the word
    heads a mention of, and none; `reference` [B, W, 2 * 64 + 1] what a mention looks for and offers, and how
    likely it refers back; `vectors` [B, W, H] are what all heads look at.
    """

    roles: Tensor
    proposition: Tensor
    entity: Tensor
    name: Tensor
    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    arcs: Tensor
    relations: Tensor
    links: Tensor
    activity: Tensor
    modality: Tensor
    depth: Tensor
    factuality: Tensor
    mention: Tensor
    reference: Tensor
    vectors: Tensor


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as BERT has it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.dropout = shape.attention_heads, shape.dropout
        self.query = nn.Linear(shape.hidden, shape.hidden)
        self.key = nn.Linear(shape.hidden, shape.hidden)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm_attention = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.norm_out = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Mix each piece with the others. x [B, P, H]; mask [B, 1, 1, P] is added to the scores."""
        b, p, h = x.shape
        q, k, v = (
            f(x).view(b, p, self.heads, h // self.heads).transpose(1, 2)  # [B, heads, P, H / heads]
            for f in (self.query, self.key, self.value)
        )
        # Without dropout: drawing [B, heads, P, P] random numbers a layer took a quarter of a step on a CPU.
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(b, p, h))  # [B, P, H]
        x = self.norm_attention(x + F.dropout(mixed, self.dropout, self.training))
        inner = self.narrow(F.gelu(self.widen(x)))  # [B, P, H]
        return self.norm_out(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """MiniLM with one more embedding: the shape of the word (case, start of a paragraph).

    `padded` says whether windows of unlike length come together; alone, a window has no piece to hide.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.padded = True
        self.dropout = shape.dropout
        self.words = nn.Embedding(shape.vocabulary, shape.hidden, padding_idx=0)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.shapes = nn.Embedding(shape.shapes, shape.hidden)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Return a vector for each piece, [B, P, H]; piece 0 pads and is never looked at."""
        where = torch.arange(pieces.shape[1], device=pieces.device)  # [P]
        x = self.words(pieces) + self.positions(where) + self.shapes(shapes)  # [B, P, H]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = None
        if self.padded:
            mask = (pieces == 0)[:, None, None, :]  # [B, 1, 1, P]
            bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(mask, -1e4)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Hidden(nn.Sequential):
    """A hidden layer in front of a head."""

    def __init__(self, size_in: int, size: int, dropout: float) -> None:
        super().__init__(nn.Linear(size_in, size), nn.GELU(), nn.Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.claims_reach_encoder = 0.0
        h, drop = shape.hidden, shape.head_dropout
        self.encoder = Encoder(shape)
        self.word_dropout = nn.Dropout(drop)
        self.role_hidden = Hidden(h, shape.tag_hidden, drop)
        self.roles = nn.Linear(shape.tag_hidden, len(ROLES) * TAGS)
        self.proposition = nn.Sequential(Hidden(h, 128, drop), nn.Linear(128, TAGS))
        self.entity = nn.Sequential(
            Hidden(h, shape.tag_hidden, drop), nn.Linear(shape.tag_hidden, shape.layers_entity * shape.entity)
        )
        self.name = nn.Sequential(Hidden(h, 128, drop), nn.Linear(128, shape.name))
        self.upos = nn.Linear(h, shape.upos)
        self.xpos = nn.Linear(h, shape.xpos)
        self.lemma = nn.Linear(h, shape.lemma)
        self.arc_dependent = Hidden(h, shape.arc, drop)
        self.arc_head = Hidden(h, shape.arc, drop)
        self.arc_pair = nn.Linear(shape.arc, shape.arc, bias=False)
        self.arc_prior = nn.Linear(shape.arc, 1)
        self.relation_dependent = Hidden(h, shape.relation, drop)
        self.relation_head = Hidden(h, shape.relation, drop)
        self.relation_pair = nn.Linear(shape.relation, shape.relation * shape.deprel, bias=False)
        self.relation_prior = nn.Linear(2 * shape.relation, shape.deprel)
        self.link_cue = Hidden(h, 2 * shape.link, drop)
        self.link_start = Hidden(h, 2 * shape.link, drop)
        self.claim_hidden = Hidden(h, 128, drop)
        self.activity = nn.Linear(128, shape.activity)
        self.modality = nn.Linear(128, shape.modality)
        self.depth = nn.Linear(128, shape.depth)
        self.link_distance = nn.Embedding(2 * shape.reach + 1, 2)
        nn.init.zeros_(self.link_distance.weight)
        self.link_pair = nn.Linear(shape.link, shape.link, bias=True)
        self.factuality = nn.Sequential(Hidden(h, 128, drop), nn.Linear(128, 1))
        self.mention_hidden = Hidden(h, 128, drop)
        self.mention = nn.Linear(128, shape.mention)
        self.reference = nn.Linear(128, 2 * shape.reference + 1)
        self.pair = nn.Parameter(torch.zeros(WEIGHTS))

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        begins: Tensor,
        ends: Tensor,
        sentences: Tensor,
        heads: Tensor | None = None,
    ) -> Seen:
        """Read a batch of windows; `heads` [B, W] gives the true heads in training."""
        x = self.encoder(pieces, shapes)  # [B, P, H]
        vectors = (_take(x, begins) + _take(x, ends)) / 2  # [B, W, H]
        w = self.word_dropout(vectors)
        arcs = self._arcs(w, sentences)  # [B, W, W]
        chosen = arcs.argmax(-1) if heads is None else heads  # [B, W]
        # A claim's words all carry its labels; let through for long, that gradient makes their vectors
        # alike and ruins their syntax.
        share = self.claims_reach_encoder if self.training else 1.0
        claim = self.claim_hidden(w if share == 1.0 else share * w + (1 - share) * w.detach())  # [B, W, 128]
        mention = self.mention_hidden(w)  # [B, W, 128]
        return Seen(
            self.roles(self.role_hidden(w)),
            self.proposition(w),
            self.entity(w),
            self.name(w),
            self.upos(w),
            self.xpos(w),
            self.lemma(w),
            arcs,
            self._relations(w, chosen),
            self._links(w),
            self.activity(claim),
            self.modality(claim),
            self.depth(claim),
            self.factuality(w)[..., 0],
            self.mention(mention),
            self.reference(mention),
            vectors,
        )

    def _arcs(self, w: Tensor, sentences: Tensor) -> Tensor:
        """Score each word of the same sentence as the head of each word, [B, W, W]."""
        dependent, head = self.arc_dependent(w), self.arc_head(w)  # [B, W, A] each
        scores = self.arc_pair(dependent) @ head.transpose(1, 2)  # [B, W, W]
        scores = scores / self.shape.arc**0.5 + self.arc_prior(head).transpose(1, 2)
        apart = sentences[:, :, None] != sentences[:, None, :]  # [B, W, W]
        return scores.float().masked_fill(apart, -1e4)

    def _relations(self, w: Tensor, heads: Tensor) -> Tensor:
        """Score the relation of each word to its head, [B, W, R]."""
        dependent = self.relation_dependent(w)  # [B, W, D]
        head = _take(self.relation_head(w), heads)  # [B, W, D]
        b, n, d = dependent.shape
        pair = self.relation_pair(dependent).view(b, n, self.shape.deprel, d)  # [B, W, R, D]
        scores = (pair @ head[..., None]).squeeze(-1) / d**0.5  # [B, W, R]
        return scores + self.relation_prior(torch.cat([dependent, head], -1))

    def _links(self, w: Tensor) -> Tensor:
        """Score whether a cue that starts at one word owns the span that starts at another, [B, 2, W, W]."""
        b, n, _ = w.shape
        cue = self.link_cue(w).view(b, n, 2, self.shape.link).transpose(1, 2)  # [B, 2, W, L]
        start = self.link_start(w).view(b, n, 2, self.shape.link).transpose(1, 2)  # [B, 2, W, L]
        scores = self.link_pair(cue) @ start.transpose(2, 3) / self.shape.link**0.5  # [B, 2, W, W]
        where = torch.arange(n, device=w.device)
        apart = (where[None, :] - where[:, None]).clamp(
            -self.shape.reach, self.shape.reach
        )  # [W cue, W start]
        near = self.link_distance(apart + self.shape.reach)  # [W, W, 2]
        return scores + near.permute(2, 0, 1)


def _take(x: Tensor, index: Tensor) -> Tensor:
    """Pick rows of x [B, P, H] by index [B, W]: [B, W, H]."""
    return x.gather(1, index[:, :, None].expand(-1, -1, x.shape[-1]))


def load_encoder(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy the published MiniLM weights (BERT's names) into the encoder.

    Raises:
        KeyError: when a weight is missing.
    """
    positions = weights["embeddings.position_embeddings.weight"][: network.shape.positions]
    own = {
        "encoder.words.weight": weights["embeddings.word_embeddings.weight"],
        "encoder.positions.weight": positions + weights["embeddings.token_type_embeddings.weight"][0],
        "encoder.norm.weight": weights["embeddings.LayerNorm.weight"],
        "encoder.norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    for n in range(network.shape.layers):
        for mine, theirs in parts.items():
            for kind in ("weight", "bias"):
                own[f"encoder.layers.{n}.{mine}.{kind}"] = weights[f"encoder.layer.{n}.{theirs}.{kind}"]
    network.load_state_dict(own, strict=False)
