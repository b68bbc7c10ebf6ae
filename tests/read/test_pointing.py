"""Pronouns and what they point to, with vectors and weights drawn at random."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.decode import Mentioned
from reportedly.read.pointing import Pointing
from reportedly.read.references import FLAGS, WEIGHTS, Mentions, clause_of, find_phrases
from reportedly.records import Span, Word

FORMS = ("Velt", "brigade", "it", "they", "it")  # names, nouns and pronouns
SIZE = 4


def sentence(forms, begin):
    """Words in a row, each hanging on the one before it or on none."""
    words, at = [], begin
    for n, (form, joined) in enumerate(forms):
        upos = "PRON" if form in ("it", "they") else "PROPN" if form[0].isupper() else "NOUN"
        head = n - 1 if joined and n else None
        span = Span(at, at + len(form))
        words.append(Word(span, form, form, upos, "", head, "compound" if head is not None else "root"))
        at += len(form) + 1
    return words


def weighed(seed):
    return np.random.default_rng(seed).normal(size=WEIGHTS).astype(np.float32)


def mentions(words, first, seed):
    rows = np.random.default_rng(seed).normal(size=(len(words), 2 * SIZE + 1)).astype(np.float32)
    return [Mentioned(first + n, n % 2, rows[n]) for n in range(len(words))]


def antecedents(phrases, vectors, weights):
    """For each pronoun that points somewhere its number and that of its antecedent, as `link` chooses it."""
    table, found = Mentions(phrases), []
    pairs = table.pairs(0, len(phrases))
    for m, candidates in enumerate(pairs.candidates):
        offered = vectors[np.maximum(candidates, 0), SIZE : 2 * SIZE]
        scores = offered @ vectors[m, :SIZE] / SIZE**0.5 + pairs.flags[m] @ weights[:FLAGS]
        scores = scores + weights[pairs.near[m]] + weights[pairs.apart[m]] + vectors[m, -1]
        scores = np.where(candidates < 0, -np.inf, scores)
        if phrases[m].pronoun and np.logaddexp.reduce(scores) > 0:
            found.append((m, int(candidates[scores.argmax()])))
    return found


def grouped(pairs):
    """The numbers that pairs join, directly or not."""
    group = {}
    for m, c in pairs:
        joined = group.setdefault(c, {c})
        joined.add(m)
        group[m] = joined
    return {frozenset(joined) for joined in group.values()}


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(FORMS), st.booleans()), min_size=1, max_size=5),
        min_size=1,
        max_size=40,
    ),
    st.integers(0, 2**32 - 1),
)
def test_a_pronoun_points_where_linking_the_whole_document_would_put_it(sentences, seed):
    pointing = Pointing(weighed(seed), ("person", "place"))
    phrases, vectors, seen, begins = [], [], [], []
    for number, forms in enumerate(sentences):
        first = len(begins)
        words = sentence(forms, begins[-1] + 100 if begins else 0)
        begins += [word.span.begin for word in words]
        found = mentions(words, first, seed + number)
        phrases += find_phrases(clause_of(words, first, number), [(m.word - first, m.kind) for m in found])
        vectors += [m.vector for m in found]
        seen += pointing.follow(words, found, first)
    groups = {}
    for reference in seen:
        groups.setdefault(reference.referent, set()).add(begins.index(reference.span.begin))
    expected = grouped(antecedents(phrases, np.stack(vectors), weighed(seed)))
    assert set(map(frozenset, groups.values())) == expected


def test_the_first_pronoun_of_a_document_points_to_nothing():
    words = sentence([("it", False)], 0)
    pointing = Pointing(weighed(1), ("person", "place"))
    assert list(pointing.follow(words, mentions(words, 0, 1), 0)) == []


def test_a_model_without_mentions_points_nowhere():
    words = sentence([("it", False)], 0)
    assert list(Pointing(np.zeros(0, dtype=np.float32), ()).follow(words, [], 0)) == []
