"""Mentions and whom they refer to, with vectors made by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.references import (
    CHUNK,
    FLAGS,
    LOOK_BACK,
    WEIGHTS,
    Clause,
    Mentions,
    Phrase,
    find_phrases,
    link,
)

# The Velt brigade of the coast, which left, sank two boats.
CLAUSE = Clause(
    first=10,
    number=3,
    forms="The Velt brigade of the coast , which left , sank two boats .".split(),
    upos="DET PROPN NOUN ADP DET NOUN PUNCT PRON VERB PUNCT VERB NUM NOUN PUNCT".split(),
    deprels="det compound nsubj case det nmod punct nsubj acl:relcl punct root nummod obj punct".split(),
    heads=[2, 2, 10, 5, 5, 2, 8, 8, 2, 2, 10, 12, 10, 10],
)


def phrase(words, *, head=None, first=0, sentence=0, pronoun=False, name=False, kind=0):
    parts = words.split()
    noun = head or parts[-1]
    initials = "".join(p[0] for p in parts if p[0].isupper()).lower()
    low = tuple(p.lower() for p in parts)
    at = first + len(parts) - 1
    short = initials if len(initials) > 1 else ""
    return Phrase(first, first + len(parts), at, kind, sentence, low, noun.lower(), short, pronoun, name)


def weights(**chosen):
    found = np.zeros(WEIGHTS, dtype=np.float32)
    for name, weight in chosen.items():
        found[("same_words", "same_noun").index(name)] = weight
    return found


def still(count, back=-1.0):
    """Vectors that say nothing but how likely a mention refers back at all."""
    vectors = np.zeros((count, 9), dtype=np.float32)
    vectors[:, -1] = back
    return vectors


def test_a_phrase_is_what_hangs_on_its_head():
    (brigade, coast, boats) = find_phrases(CLAUSE, [(2, 0), (5, 1), (12, 2)])
    forms = CLAUSE.forms
    shown = [" ".join(forms[p.first - 10 : p.last - 10]) for p in (brigade, coast, boats)]
    assert shown == ["The Velt brigade of the coast , which left", "the coast", "two boats"]
    assert (brigade.head, brigade.sentence, brigade.noun) == (12, 3, "brigade")
    assert coast.words == ("coast",)


def test_what_only_stands_beside_a_head_is_no_part_of_its_phrase():
    clause = Clause(
        0, 0, "in Sel and Tor".split(), ["ADP", "PROPN", "CCONJ", "PROPN"],
        ["case", "root", "cc", "conj"], [1, 1, 3, 1],
    )  # fmt: skip
    (sel, tor) = find_phrases(clause, [(1, 0), (3, 0)])
    assert (sel.first, sel.last) == (1, 2)
    assert (tor.first, tor.last) == (3, 4)


def test_mentions_in_the_same_words_are_one_however_far_apart():
    count = LOOK_BACK + 30
    phrases = [phrase(f"boat{n}", first=3 * n) for n in range(count)]
    phrases.append(phrase("boat0", first=3 * count))
    found = link(phrases, still(len(phrases), back=-6.0), weights(same_words=8.0))
    assert found[-1] == 0
    assert found[:-1] == list(range(count))


def test_a_mention_that_fits_nothing_is_somebody_new():
    found = link([phrase("boat"), phrase("ship", first=2)], still(2), weights(same_words=5.0))
    assert found == [0, 1]


def test_a_mention_joins_the_best_of_several():
    phrases = [phrase("Velt brigade"), phrase("Sel board", first=4), phrase("the brigade", first=8)]
    assert link(phrases, still(3), weights(same_noun=3.0)) == [0, 1, 0]


def test_vectors_join_a_pronoun_with_what_it_looks_for():
    phrases = [
        phrase("brigade"), phrase("board", first=2), phrase("it", first=4, pronoun=True),
    ]  # fmt: skip
    vectors = still(3)
    vectors[2, :4] = (2, 0, 0, 0)  # looks for
    vectors[0, 4:8] = (4, 0, 0, 0)  # offers
    assert link(phrases, vectors, weights()) == [0, 1, 0]


def test_a_mention_that_fits_several_somewhat_refers_back_though_it_fits_none_well():
    phrases = [phrase("boat"), phrase("ship", first=2), phrase("raft", first=4)]
    vectors = still(3, back=-9.0)
    vectors[2, -1] = -0.5  # of each earlier one; of both together it is likelier than not
    assert link(phrases[:1] + phrases[2:], vectors[[0, 2]], weights()) == [0, 1]
    assert link(phrases, vectors, weights())[2] in {0, 1}


def test_an_acronym_shares_the_initials_of_the_name():
    mentions = Mentions([phrase("Sel Harbour Board"), phrase("SHB", first=5)])
    assert mentions.pairs(1, 2).flags[0, 0, 9]


def test_no_mentions_give_no_referents():
    assert link([], np.zeros((0, 0), dtype=np.float32), weights()) == []


WORDS = st.sampled_from(["boat", "Sel", "the board", "Velt brigade", "ship"])


@given(st.lists(WORDS, max_size=40), st.randoms(use_true_random=False))
def test_referents_are_numbered_in_order_of_first_mention(words, random):
    phrases = [phrase(w, first=4 * n) for n, w in enumerate(words)]
    vectors = np.array([[random.uniform(-1, 1) for _ in range(9)] for _ in words], dtype=np.float32)
    found = link(phrases, vectors.reshape(len(words), 9), weights(same_words=2.0))
    firsts = list(dict.fromkeys(found))
    assert firsts == list(range(len(firsts)))


def test_cutting_into_chunks_changes_nothing():
    phrases = [phrase(f"boat{n % 7}", first=2 * n) for n in range(CHUNK + 50)]
    mentions = Mentions(phrases)
    whole, part = mentions.pairs(0, CHUNK + 50), mentions.pairs(CHUNK, CHUNK + 50)
    assert (whole.candidates[CHUNK:] == part.candidates).all()
    assert (whole.flags[CHUNK:] == part.flags).all()
    assert whole.near.min() >= FLAGS
    assert whole.apart.max() < WEIGHTS
