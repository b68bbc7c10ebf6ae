from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.trees import KEPT_TREES, contains, plant, shared
from reportedly.records import Reading, Span
from tests.compose.invented import Report, bank, bare, parsed

TEXT = "The army said the brigade smuggled diesel and taxed ferries."


def tree(text):
    return plant([Reading(0, (parsed(text),), (), ())]).trees[0]


def word(planted, text):
    return next(i for i, w in enumerate(planted.words) if w.text == text)


def test_every_sentence_of_the_bank_is_a_tree_over_all_its_words():
    for text in bank():
        planted = tree(text)
        roots = [i for i, w in enumerate(planted.words) if w.head is None]
        assert planted.subtree(roots[0]) == list(range(len(planted.words))), text


def test_a_subtree_is_a_word_with_everything_below_it_in_order():
    planted = tree(TEXT)
    below = [planted.words[i].text for i in planted.subtree(word(planted, "taxed"))]
    assert below == ["and", "taxed", "ferries"]


def test_dependents_by_a_relation_include_its_subtypes():
    planted = tree("The mayor said that the ferries were taxed by the brigade.")
    top = word(planted, "taxed")
    assert [planted.words[i].text for i in planted.dependents(top, "nsubj")] == ["ferries"]
    assert [planted.words[i].text for i in planted.dependents(top, "obl")] == ["brigade"]
    assert planted.dependents(top, "obj") == []


def test_the_top_of_a_range_is_its_word_nearest_the_root():
    planted = tree(TEXT)
    assert planted.words[planted.top_of(3, 10)].text == "smuggled"
    assert planted.words[planted.top_of(0, 3)].text == "said"


def test_the_top_of_nothing_but_punctuation_is_its_first_word():
    planted = tree(TEXT)
    assert planted.top_of(10, 11) == 10


def test_a_coordinated_verb_shares_the_subject_of_the_first():
    planted = tree(TEXT)
    assert planted.words[planted.subject(word(planted, "taxed"))].text == "brigade"


def test_of_two_subjects_the_one_before_the_verb_counts():
    sentence = parsed("“We will not leave Perrin,” the brigade said.")
    wrong = [replace(w, head=4) if w.text == "brigade" else w for w in sentence.words]
    planted = plant([Reading(0, (replace(sentence, words=tuple(wrong)),), (), ())]).trees[0]
    assert planted.words[planted.subject(4)].text == "We"


def test_a_verb_without_a_subject_has_none():
    planted = tree("Diesel was seized at Perrin.")
    assert planted.subject(word(planted, "Perrin")) is None


def test_a_range_of_a_span_holds_every_word_that_it_touches():
    planted = tree(TEXT)
    assert planted.range_of(Span(6, 10)) == (1, 3)
    assert planted.range_of(Span(8, 9)) is None
    assert planted.range_of(Span(500, 510)) is None


def test_a_grove_finds_the_sentence_at_an_offset_and_those_under_a_span():
    report = Report().passage("It also taxes fishing boats.", TEXT).passage("Diesel was seized at Perrin.")
    grove = report.grove
    assert grove.at(0) is grove.trees[0]
    assert grove.at(30) is grove.trees[1]
    assert [t.passage for t in grove.over(Span(20, 95))] == [0, 0, 1]
    assert grove.over(Span(500, 510)) == []


def test_an_empty_grove_holds_no_sentence():
    assert plant([]).at(0) is None
    assert plant([]).over(Span(0, 9)) == []


@pytest.mark.parametrize(
    "heads",
    [(1, 0), (0,), (1, 2, 0), (None, 2, 1), (7, 8, 9), (-4, None)],
    ids=["pair", "itself", "ring", "ring beside a root", "too far", "negative"],
)
def test_broken_heads_neither_hang_nor_crash(heads):
    broken = bare("Rebels burned the bridge", heads=heads)
    planted = plant([Reading(0, (broken,), (), ())]).trees[0]
    for i in range(len(planted.words)):
        assert i in planted.subtree(i)
        assert planted.depths[i] <= len(planted.words)
        planted.subject(i)
    assert 0 <= planted.top_of(0, len(planted.words)) < len(planted.words)


SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, SPANS)
def test_what_two_spans_share_is_the_same_either_way(a, b):
    assert shared(a, b) == shared(b, a) == len(set(range(a.begin, a.end)) & set(range(b.begin, b.end)))
    if contains(a, b):
        assert shared(a, b) == b.end - b.begin


@given(st.lists(st.one_of(st.none(), st.integers(-3, 12)), max_size=10))
def test_any_heads_at_all_give_finite_trees(heads):
    sentence = bare("a b c d e f g h i j", heads=tuple(heads))
    planted = plant([Reading(0, (sentence,), (), ())]).trees[0]
    for i in range(len(planted.words)):
        assert len(planted.subtree(i)) <= len(planted.words)
        assert planted.depths[i] < len(planted.words)


def test_of_a_long_document_only_the_trees_asked_for_last_are_kept():
    sentence = parsed(TEXT)
    grove = plant([Reading(0, (sentence,) * (KEPT_TREES + 1), (), ())])
    assert grove.trees[0] is grove.trees[0]
    first = grove.trees[0]
    assert len(list(grove.trees)) == KEPT_TREES + 1
    assert grove.trees[0] is not first
    assert grove.trees[0] == first
    assert grove.trees[-1:] == [first]


def test_a_span_reaches_the_words_of_the_sentence_that_it_begins_in():
    report = Report().passage(TEXT)
    planted, words = report.grove.reach(report.span("brigade smuggled"))
    assert [w.text for w in planted.words[words[0] : words[1]]] == ["brigade", "smuggled"]
    assert report.grove.reach(Span(900, 910)) is None
    assert plant([]).reach(Span(0, 4)) is None


@pytest.mark.parametrize("verb", ["said", "smuggled", "taxed"])
def test_a_verb_in_the_past_tense_is_past(verb):
    planted = tree(TEXT)
    assert planted.past(word(planted, verb))


def test_a_run_of_proper_nouns_has_two_ends():
    planted = tree("The think tank Harbour Watch said ferries sank.")
    name = word(planted, "Harbour"), word(planted, "said")
    assert (planted.names_before(name[1]), planted.names_from(name[0])) == name
    assert planted.names_from(0) == planted.names_before(0) == 0


def test_a_noun_is_led_by_its_preposition():
    planted = tree("The colonel was charged with murder by prosecutors.")
    assert planted.led_by(word(planted, "murder"), ("of", "with"))
    assert not planted.led_by(word(planted, "murder"), ("by",))


def test_what_will_be_is_not_past():
    planted = tree("The army said that the brigade will attack Perrin.")
    assert not planted.past(word(planted, "attack"))
