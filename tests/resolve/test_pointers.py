"""Pronouns that the model joins to names."""

from dataclasses import replace

from reportedly.records import Reference
from reportedly.resolve import resolve
from tests.compose.invented import nobody
from tests.resolve.invented import claim, written

TEXT = "Ila Venn met Tomas Veld. He said ferries sank."


def speaker(report, *joined):
    """Who "He" is where the model joins these words, each (words, nth)."""
    references = tuple(Reference(report.span(*one), "person", 0) for one in joined)
    first, *others = report.readings
    readings = (replace(first, references=references), *others)
    said = claim(report, "ferries sank", chain=["He"])
    (resolved,) = resolve(report.document, readings, (said,), registry=nobody())
    return resolved.chain[0].who.name


def test_a_pronoun_is_the_name_that_the_model_joins_it_to():
    report = written(TEXT, people=["Ila Venn", "Tomas Veld"])
    assert speaker(report, ("Ila Venn", 0), ("He", 0)) == "Ila Venn"


def test_a_pronoun_that_the_model_joins_to_nothing_is_who_stands_nearest():
    assert speaker(written(TEXT, people=["Ila Venn", "Tomas Veld"])) == "Tomas Veld"


def test_a_common_noun_that_the_model_joins_does_not_decide():
    text = "The officer met Tomas Veld. He said ferries sank."
    report = written(text, people=["Tomas Veld"])
    assert speaker(report, ("The officer", 0), ("He", 0)) == "Tomas Veld"


def test_a_surname_that_the_model_joins_gives_the_full_name():
    text = "Ila Venn met Tomas Veld. Venn left. He said ferries sank."
    report = written(text, people=["Ila Venn", "Tomas Veld", "Venn"])
    assert speaker(report, ("Venn", 1), ("He", 0)) == "Ila Venn"


def test_the_name_right_before_a_pronoun_is_not_who_says_it():
    text = "Ila Venn came. Tomas Veld, he said, ferries sank."
    report = written(text, people=["Ila Venn", "Tomas Veld"])
    joined = tuple(Reference(report.span(words), "person", 0) for words in ("Tomas Veld", "he"))
    readings = (replace(report.readings[0], references=joined),)
    spoken = claim(report, "came", chain=["Ila Venn"])
    said = claim(report, "ferries sank", chain=["he"])
    _, resolved = resolve(report.document, readings, (spoken, said), registry=nobody())
    assert resolved.chain[0].who.name == "Ila Venn"


def test_who_spoke_since_the_name_speaks_on():
    text = "Tomas Veld fled. A guard said ferries burned. He said ferries sank."
    report = written(text, people=["Tomas Veld"])
    joined = tuple(Reference(report.span(words), "person", 0) for words in ("Tomas Veld", "He"))
    readings = (replace(report.readings[0], references=joined),)
    spoken = claim(report, "ferries burned", chain=["A guard"])
    said = claim(report, "ferries sank", chain=["He"])
    _, resolved = resolve(report.document, readings, (spoken, said), registry=nobody())
    assert resolved.chain[0].who.name == "guard"
