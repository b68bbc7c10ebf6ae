"""Decoding, with an output made by hand in place of the network's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.packs import EquipmentPack
from reportedly.read.decode import Decoder, slices
from reportedly.read.engine import Labels, Output
from reportedly.read.lemmas import Lexicon
from reportedly.read.references import WEIGHTS
from reportedly.read.windows import Window
from reportedly.records import Span

LABELS = Labels(
    upos=("NOUN", "PROPN", "VERB"),
    xpos=("NN", "NNP", "VBD"),
    lemma=("0|", "2|y"),
    deprel=("root", "nsubj", "obj"),
    entity=("Organisation", "Place"),
    name=("ORGANISATION",),
    activity=("none", "attack"),
    modality=("asserted", "denied"),
    mention=("person", "place"),
    pair=(0.0,) * WEIGHTS,
)
B, INSIDE, S, E = range(4)
FORMS = "Brigade said troops attacked Eastfield".split()
NO_EQUIPMENT = EquipmentPack({}, frozenset())
EQUIPMENT = EquipmentPack({"eastfield": "Vehicle"}, frozenset(("attacked",)))
BEGINS = [sum(len(f) + 1 for f in FORMS[:n]) for n in range(len(FORMS))]
SPANS = [Span(b, b + len(f)) for b, f in zip(BEGINS, FORMS, strict=True)]


def tags(words, kinds, *chosen):
    """Log-probabilities that favour some (word, tag), and O elsewhere."""
    scores = np.full((words, 4 * kinds + 1), -9, dtype=np.float32)
    scores[:, -1] = -0.1
    for word, tag in chosen:
        scores[word, -1], scores[word, tag] = -9, -0.1
    return scores


def output(words=5, **changed):
    """An output that sees nothing but nouns that hang on the first word."""
    arcs = np.full((words, words), -5, dtype=np.float32)
    arcs[:, 0] = 5
    parts = {
        "roles": np.stack([tags(words, 1)] * 3, axis=1),
        "proposition": tags(words, 1),
        "entity": np.stack([tags(words, 2)] * 2, axis=1),
        "name": tags(words, 1),
        **{name: np.zeros(words, dtype=np.int64) for name in ("upos", "xpos", "lemma")},
        "arcs": arcs,
        "relations": np.zeros((words, 3), dtype=np.float32),
        "links": np.zeros((2, words, words), dtype=np.float32),
        "activity": np.tile(np.array([0.2, 0.8], np.float32), (words, 1)),
        "modality": np.tile(np.array([0.9, 0.1], np.float32), (words, 1)),
        "depth": np.tile(np.array([0.1, 0.7, 0.2], np.float32), (words, 1)),
        "factuality": np.full(words, 1.5, dtype=np.float32),
        "mention": np.full(words, 2, dtype=np.int64),
        "reference": np.zeros((words, 3), dtype=np.float32),
    }
    return Output(**(parts | changed))


def decode(seen, sentences=(1, 1, 1, 1, 1), *, equipment=NO_EQUIPMENT):
    window = Window(0, 5, ((1,),) * 5, (0,) * 5, sentences)
    decoder = Decoder(LABELS, Lexicon(frozenset()), equipment)
    (marked,) = decoder.decode([seen], windows=[window], spans=SPANS, forms=FORMS)
    return marked


def roles(*, source, cue, content):
    return np.stack([tags(5, 1, *chosen) for chosen in (source, cue, content)], axis=1)


SAID = {"source": [(0, S)], "cue": [(1, S)], "content": [(2, B), (3, INSIDE), (4, E)]}


def links(source, content):
    chances = np.zeros((2, 5, 5), dtype=np.float32)
    chances[0, 1, 0], chances[1, 1, 2] = source, content
    return chances


@pytest.mark.parametrize("chance", [0.9, 0.2])
def test_a_cue_gets_the_source_and_the_content_that_are_linked_to_it(chance):
    (found,) = decode(output(roles=roles(**SAID), links=links(chance, chance))).attributions
    assert found.source == (SPANS[0],)
    assert found.cue == (SPANS[1],)
    assert found.content == (Span(SPANS[2].begin, SPANS[4].end),)
    assert found.score == pytest.approx(0.9048, abs=1e-3)


def test_what_hardly_links_to_a_cue_is_left_out():
    (found,) = decode(output(roles=roles(**SAID), links=links(0.1, 0.1))).attributions
    assert (found.source, found.content) == ((), ())


def test_without_a_cue_nothing_is_attributed():
    assert decode(output(roles=roles(source=[(0, S)], cue=[], content=[(2, S)]))).attributions == []


def test_a_name_counts_only_where_no_entity_is():
    entity, name = tags(5, 2, (0, S)), tags(5, 1, (0, B), (1, E), (4, S))
    found = decode(output(entity=np.stack([entity, tags(5, 2)], axis=1), name=name)).entities
    assert [(e.span, e.kind) for e in found] == [(SPANS[0], "Organisation"), (SPANS[4], "ORGANISATION")]


@pytest.mark.parametrize(("first", "kind"), [(4, "Vehicle"), (3, "MilitaryPlatform")])
def test_an_entity_that_ends_in_a_noun_for_equipment_is_of_its_kind(first, kind):
    marks = tags(5, 2, (4, S)) if first == 4 else tags(5, 2, (3, B), (4, E))
    seen = output(entity=np.stack([marks, tags(5, 2)], axis=1))
    found = decode(seen, equipment=EQUIPMENT).entities
    assert [(e.span.end, e.kind) for e in found] == [(SPANS[4].end, kind)]


def test_a_verb_is_no_equipment():
    verbs = np.full(5, 2, dtype=np.int64)
    seen = output(entity=np.stack([tags(5, 2, (4, S)), tags(5, 2)], axis=1), upos=verbs)
    assert [e.kind for e in decode(seen, equipment=EQUIPMENT).entities] == ["Organisation"]


def test_a_proposition_has_the_likeliest_activity_modality_and_depth_of_its_words():
    (found,) = decode(output(proposition=tags(5, 1, (2, B), (3, INSIDE), (4, E)))).propositions
    assert found.span == Span(SPANS[2].begin, SPANS[4].end)
    assert found.activity == ("attack", pytest.approx(0.8))
    assert found.modality == ("asserted", pytest.approx(0.9))
    assert found.voices == (1, pytest.approx(0.7))


def test_a_proposition_without_an_activity_says_none():
    nothing = np.tile(np.array([0.8, 0.2], np.float32), (5, 1))
    (found,) = decode(output(proposition=tags(5, 1, (2, S)), activity=nothing)).propositions
    assert found.activity == (None, pytest.approx(0.8))


def test_a_lemma_follows_its_rule_but_a_name_keeps_its_form():
    upos, lemma = np.array([1, 2, 0, 0, 1]), np.array([1, 1, 0, 0, 0])
    words = decode(output(upos=upos, lemma=lemma)).words
    assert [w.lemma for w in words][:2] == ["Brigade", "say"]
    assert [w.upos for w in words][:2] == ["PROPN", "VERB"]


def test_only_the_root_is_called_root():
    scores = np.tile(np.array([9, 1, 2], np.float32), (5, 1))  # every word would like to be the root
    words = decode(output(relations=scores)).words
    assert [(w.head, w.deprel) for w in words] == [(None, "root"), *[(0, "obj")] * 4]


@given(st.integers(0, 10_000), st.lists(st.integers(1, 3), min_size=1, max_size=5))
def test_each_sentence_is_one_tree_whatever_the_scores(seed, steps):
    numbers = np.repeat(np.arange(len(steps)), steps)[:5]
    numbers = np.pad(numbers, (0, 5 - len(numbers)), mode="edge")
    arcs = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    arcs[numbers[:, None] != numbers] = -1e4
    sentences = tuple((np.unique(numbers, return_inverse=True)[1] + 1).tolist())
    words = decode(output(arcs=arcs), sentences).words
    assert [w.text for w in words] == FORMS
    for first, last in slices(Window(0, 5, (), (), sentences)):
        heads = [w.head for w in words[first:last]]
        assert heads.count(None) == 1
        assert all(head is None or 0 <= head < last - first for head in heads)


def test_an_entity_inside_another_is_found_beside_it():
    outer, inner = tags(5, 2, (2, B), (3, INSIDE), (4, E)), tags(5, 2, (4, 4 + S))
    found = decode(output(entity=np.stack([outer, inner], axis=1))).entities
    assert [(e.span, e.kind) for e in found] == [
        (Span(SPANS[2].begin, SPANS[4].end), "Organisation"),
        (SPANS[4], "Place"),
    ]


def test_every_word_has_a_number_for_how_certain_it_is():
    assert decode(output()).factuality == [1.5] * 5


def test_a_mention_keeps_its_head_kind_and_vector():
    mention = np.array([1, 2, 0, 2, 2])
    marked = decode(output(mention=mention))
    assert [(m.word, m.kind) for m in marked.mentioned] == [(0, 1), (2, 0)]


def test_a_model_without_the_later_heads_still_reads():
    entity = tags(5, 2, (0, S))[:, None]
    marked = decode(output(entity=entity, factuality=None, mention=None, reference=None))
    assert [e.span for e in marked.entities] == [SPANS[0]]
    assert (marked.factuality, marked.mentioned) == ([], [])
