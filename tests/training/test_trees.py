from reportedly.records import Span, Word
from training.trees import below, head_of, stem, tree_of, up

FORMS = ["Guards", "left", "the", "old", "port"]
HEADS = [1, None, 4, 4, 1]


def tree():
    words, at = [], 0
    for form, head in zip(FORMS, HEADS, strict=True):
        upos = "VERB" if form == "left" else "NOUN"
        words.append(Word(Span(at, at + len(form)), form, form, upos, "", head, "dep"))
        at += len(form) + 1
    return tree_of(words)


def test_a_word_has_those_above_and_those_that_hang_on_it():
    assert up(tree(), 3) == [3, 4, 1]
    assert below(tree(), 4) == [2, 3]
    assert below(tree(), 4, "obj") == []


def test_the_head_of_a_span_hangs_on_a_word_outside_it():
    begin = len("Guards left ")
    assert head_of(tree(), Span(begin, begin + len("the old port"))) == 4
    assert head_of(tree(), Span(90, 99)) is None


def test_a_stem_does_without_the_last_e():
    assert stem("Criticize") == stem("criticiz") == "criticiz"
