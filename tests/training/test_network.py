import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")

from training.network import Network, Shape, load_encoder  # noqa: E402  after the check for torch

SMALL = Shape(
    upos=3, xpos=4, lemma=5, deprel=6, entity=9, name=5, activity=7, modality=2, mention=4,
    vocabulary=50, hidden=24, layers=2, attention_heads=2, inner=32, positions=32, reach=4,
    tag_hidden=16, arc=8, relation=8, link=8, reference=3,
)  # fmt: skip


@pytest.fixture
def network():
    torch.manual_seed(1)
    return Network(SMALL).eval()


def inputs():
    """Two windows: five words in two sentences, and three words with padding behind."""
    pieces = torch.tensor([[1, 7, 8, 9, 10, 11, 12, 2], [1, 7, 8, 9, 2, 0, 0, 0]])
    begins = torch.tensor([[1, 2, 4, 5, 6], [1, 2, 3, 0, 0]])
    ends = torch.tensor([[1, 3, 4, 5, 6], [1, 2, 3, 0, 0]])
    sentences = torch.tensor([[1, 1, 1, 2, 2], [1, 1, 1, 0, 0]])
    return pieces, torch.zeros_like(pieces), begins, ends, sentences


def test_every_head_speaks_of_every_word(network):
    seen = network(*inputs())
    shapes = {name: tuple(getattr(seen, name).shape) for name in seen._fields}
    assert shapes == {
        "roles": (2, 5, 15),
        "proposition": (2, 5, 5),
        "entity": (2, 5, 18),
        "name": (2, 5, 5),
        "upos": (2, 5, 3),
        "xpos": (2, 5, 4),
        "lemma": (2, 5, 5),
        "arcs": (2, 5, 5),
        "relations": (2, 5, 6),
        "links": (2, 2, 5, 5),
        "activity": (2, 5, 7),
        "modality": (2, 5, 2),
        "depth": (2, 5, 3),
        "factuality": (2, 5),
        "mention": (2, 5, 4),
        "reference": (2, 5, 7),
        "vectors": (2, 5, 24),
    }


def test_heads_are_sought_inside_the_own_sentence_only(network):
    arcs = network(*inputs()).arcs[0]
    assert (arcs[:3, 3:] == -1e4).all()
    assert (arcs[3:, :3] == -1e4).all()
    assert (arcs[:3, :3] > -1e3).all()


def test_padding_changes_nothing_for_the_words_before_it(network):
    pieces, shapes, begins, ends, sentences = inputs()
    alone = network(pieces[1:, :5], shapes[1:, :5], begins[1:, :3], ends[1:, :3], sentences[1:, :3])
    padded = network(pieces, shapes, begins, ends, sentences)
    for name in ("roles", "upos", "entity", "relations"):
        torch.testing.assert_close(getattr(padded, name)[1, :3], getattr(alone, name)[0])
    torch.testing.assert_close(padded.links[1, :, :3, :3], alone.links[0])
    torch.testing.assert_close(padded.arcs[1, :3, :3], alone.arcs[0])


def test_the_shape_of_a_word_changes_what_is_seen(network):
    pieces, shapes, begins, ends, sentences = inputs()
    other = network(pieces, shapes + 1, begins, ends, sentences)
    assert not torch.equal(other.roles, network(*inputs()).roles)


def test_given_heads_replace_the_best_ones_for_the_relations(network):
    best = network(*inputs())
    given = network(*inputs(), best.arcs.argmax(-1))
    assert torch.equal(best.relations, given.relations)
    others = network(*inputs(), torch.zeros(2, 5, dtype=torch.long))
    assert torch.equal(best.arcs, others.arcs)


def published():
    """Weights with BERT's names, as the encoder's package has them."""
    own = {
        "embeddings.word_embeddings.weight": (50, 24),
        "embeddings.position_embeddings.weight": (64, 24),
        "embeddings.token_type_embeddings.weight": (2, 24),
        "embeddings.LayerNorm.weight": (24,),
        "embeddings.LayerNorm.bias": (24,),
    }
    sizes = {
        "attention.self.query": (24, 24), "attention.self.key": (24, 24), "attention.self.value": (24, 24),
        "attention.output.dense": (24, 24), "attention.output.LayerNorm": (24,),
        "intermediate.dense": (32, 24), "output.dense": (24, 32), "output.LayerNorm": (24,),
    }  # fmt: skip
    for n in range(2):
        for name, size in sizes.items():
            own[f"encoder.layer.{n}.{name}.weight"] = size
            own[f"encoder.layer.{n}.{name}.bias"] = size[:1]
    return {name: torch.randn(size) for name, size in own.items()}


def test_the_encoder_takes_over_every_published_weight_and_the_heads_none(network):
    before = {name: value.clone() for name, value in network.state_dict().items()}
    weights = published()
    load_encoder(network, weights)
    after = network.state_dict()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    # The embedding of word shapes is ours.
    assert changed == {n for n in before if n.startswith("encoder.")} - {"encoder.shapes.weight"}
    assert torch.equal(
        after["encoder.layers.1.widen.weight"], weights["encoder.layer.1.intermediate.dense.weight"]
    )
    first = weights["embeddings.position_embeddings.weight"][:32]
    first = first + weights["embeddings.token_type_embeddings.weight"][0]
    assert torch.equal(after["encoder.positions.weight"], first)


def test_a_missing_weight_of_the_encoder_is_an_error(network):
    weights = published()
    del weights["encoder.layer.1.output.dense.bias"]
    with pytest.raises(KeyError, match=r"output\.dense\.bias"):
        load_encoder(network, weights)
