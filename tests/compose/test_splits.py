from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.splits import split_clauses, split_passages
from reportedly.records import Span
from tests.compose.invented import Report, bank


def clauses(text, words=None):
    report = Report().passage(text)
    parts = split_clauses(report.span(words or text), report.grove)
    return [report.text[p.begin : p.end] for p in parts]


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        (
            "The army said the brigade smuggled diesel and taxed ferries.",
            "the brigade smuggled diesel and taxed ferries",
            ["the brigade smuggled diesel", "taxed ferries"],
        ),
        (
            "Police said that two bands had built a base and were involved in smuggling.",
            "two bands had built a base and were involved in smuggling",
            ["two bands had built a base", "were involved in smuggling"],
        ),
        (
            "The levies are illegal and the fines are high.",
            "The levies are illegal and the fines are high",
            ["The levies are illegal", "the fines are high"],
        ),
        (
            "The attack occurred not far from where a convoy was ambushed on March 26.",
            "The attack occurred not far from where a convoy was ambushed on March 26",
            ["The attack occurred not far", "a convoy was ambushed on March 26"],
        ),
        (
            "The brigade smuggled diesel when the army left Perrin.",
            "The brigade smuggled diesel when the army left Perrin",
            ["The brigade smuggled diesel", "the army left Perrin"],
        ),
        (
            "The brigade left Perrin in May as the army burned the bridge.",
            "The brigade left Perrin in May as the army burned the bridge",
            ["The brigade left Perrin in May", "the army burned the bridge"],
        ),
        (
            "The brigade shelled the harbour, killing six sailors.",
            "The brigade shelled the harbour, killing six sailors",
            ["The brigade shelled the harbour", "killing six sailors"],
        ),
    ],
    ids=["coordinated verbs", "passive", "copulas", "where", "when", "as", "participle"],
)
def test_a_verb_with_an_event_of_its_own_is_a_part(text, words, parts):
    assert clauses(text, words) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army said the brigade smuggled diesel and weapons.", "the brigade smuggled diesel and weapons"),
        ("The army disarmed and disbanded the brigade.", "The army disarmed and disbanded the brigade"),
        ("Smuggling grew amid fighting at Perrin.", "Smuggling grew amid fighting at Perrin"),
        ("Diesel was seized at Perrin.", "Diesel was seized at Perrin"),
    ],
    ids=["coordinated objects", "one object of two verbs", "amid and a noun", "one verb"],
)
def test_what_is_one_event_stays_whole(text, words):
    assert clauses(text, words) == [words]


def test_a_span_over_two_sentences_or_none_is_left_alone():
    report = Report().passage("It also taxes fishing boats.", "Diesel was seized at Perrin.")
    whole = Span(0, len(report.text))
    assert split_clauses(whole, report.grove) == [whole]
    assert split_clauses(Span(900, 950), report.grove) == [Span(900, 950)]


def test_a_span_over_two_passages_is_cut_between_them():
    report = Report().passage("It also taxes fishing boats.").passage("Diesel was seized at Perrin.")
    parts = list(split_passages(report.document, Span(3, len(report.text))))
    assert parts == [Span(3, 28), report.span("Diesel was seized at Perrin.")]


@given(st.sampled_from(sorted(bank())), st.data())
def test_the_parts_are_ordered_disjoint_and_inside_the_span(text, data):
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    parts = split_clauses(Span(begin, end), Report().passage(text).grove)
    assert parts
    assert all(begin <= p.begin < p.end <= end for p in parts)
    assert all(a.end <= b.begin for a, b in pairwise(parts))
