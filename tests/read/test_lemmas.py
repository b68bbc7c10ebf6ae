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
    assert Lexicon({"nam", "name", "plan", "plane", "tax", "taxe"}).mend(form, made) == lemma
