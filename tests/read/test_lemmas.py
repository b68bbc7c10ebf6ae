"""Lemma rules there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.lemmas import Lexicon, apply_rule, rule_of

# Letters whose lower case is one letter again; where it is not, the two halves of a pair may not add up.
FORMS = st.text(st.characters(codec="utf-8", categories=("Ll", "Lu", "Nd", "Pd")), min_size=1, max_size=12)


@given(FORMS, FORMS)
def test_the_rule_of_a_pair_makes_the_lemma_of_the_form(form, lemma):
    assert apply_rule(form, rule_of(form, lemma)) == lemma.lower()


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [("said", "say", "2|y"), ("Houses", "house", "1|"), ("went", "go", "4|go"), ("the", "the", "0|")],
)
def test_a_rule_drops_an_ending_and_adds_a_tail(form, lemma, rule):
    assert rule_of(form, lemma) == rule
    assert apply_rule(form, rule) == lemma


@pytest.mark.parametrize("rule", ["4|x", "3|"])
def test_a_rule_that_leaves_nothing_changes_nothing(rule):
    assert apply_rule("Its", rule) == "its"


@pytest.mark.parametrize(
    ("form", "made", "lemma"),
    [
        ("named", "nam", "name"),
        ("planned", "plan", "plan"),
        ("deni", "deni", "deni"),
        ("taxed", "tax", "tax"),
    ],
)
def test_a_short_verb_that_doubles_no_letter_has_lost_its_e(form, made, lemma):
    assert Lexicon({"nam", "name", "plan", "plane", "tax", "taxe"}).mend(form, made, verb=True) == lemma


@pytest.mark.parametrize(("verb", "lemma"), [(True, "shoot"), (False, "shot")])
def test_what_is_irregular_as_a_verb_may_be_a_noun_of_its_own(verb, lemma):
    assert Lexicon({"shot", "shoot"}).mend("shot", "shot", verb=verb) == lemma


def test_a_verb_in_y_has_its_letter_back():
    assert Lexicon({"tri", "try"}).mend("tried", "tri", verb=True) == "try"


@pytest.mark.parametrize(
    ("form", "made", "lemma"),
    [
        ("smuggled", "smuggl", "smuggle"),
        ("retracted", "retracte", "retract"),
        ("engulfing", "engulfe", "engulf"),
        ("gunned", "gunn", "gun"),
        ("added", "add", "add"),
        ("blorved", "blorve", "blorve"),
    ],
)
def test_a_verb_that_is_not_known_is_spelled_as_english_spells(form, made, lemma):
    assert Lexicon({"gun", "gunn", "add", "ad"}).mend(form, made, verb=True) == lemma
