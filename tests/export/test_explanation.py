from dataclasses import replace

from reportedly.export import Page, write_explanation
from reportedly.records import (
    Attribution,
    Entity,
    Mention,
    Place,
    Precision,
    Proposition,
    Reading,
    Resolution,
    Sentence,
    Span,
    Word,
)
from tests.export.invented import TEXT, a_denial, a_document, a_plain_claim, some_readings, span_of


def a_reading() -> Reading:
    nobody, objected = span_of("Nobody"), span_of("objected.")
    words = (
        Word(nobody, "Nobody", "nobody", "PRON", "NN", 1, "nsubj"),
        Word(Span(objected.begin, objected.end - 1), "objected", "object", "VERB", "VBD", None, "root"),
        Word(Span(objected.end - 1, objected.end), ".", ".", "PUNCT", ".", 1, "punct"),
    )
    seen = Proposition(span_of("Nobody objected"), 0.75, (None, 0.5), ("asserted", 0.9), (0, 0.8))
    said = Attribution((span_of("the Coast Watch"),), (span_of("said"),), (span_of("its crews"),), 0.9)
    entity = Entity(nobody, "Person", 0.4)
    sentence = Sentence(span_of("Nobody objected."), words)
    return Reading(1, (sentence,), (entity,), (said,), (seen,))


def explain(claim, readings, **page):
    return write_explanation(a_document(), readings, claim, Page(**page))


def test_each_word_stands_with_its_head_and_those_of_the_proposition_are_marked():
    lines = explain(a_plain_claim(), [a_reading()]).splitlines()
    assert "  1 › Nobody    nobody  PRON   nsubj  2 objected" in lines
    assert "  2 › objected  object  VERB   root" in lines
    assert "  3   .         .       PUNCT  punct  2 objected" in lines


def test_what_the_model_saw_in_the_sentence_stands_with_its_score_and_nothing_from_elsewhere():
    shown = explain(a_plain_claim(), [a_reading()])
    at = TEXT.index("Nobody")
    assert f"proposition  {at}–{at + 15}  0.75  “Nobody objected”" in shown
    assert f"person       {at}–{at + 6}  0.40  “Nobody”" in shown
    assert "Coast Watch" not in shown


def test_the_spans_of_every_voice_and_part_are_listed():
    shown = explain(a_denial(), some_readings()).split("\n\nspans\n")[1]
    labels = [line.split()[0] for line in shown.split("\n\n")[0].splitlines()]
    assert labels == ["proposition", "voice", "cue", "voice", "cue", "who", "to", "where", "when", "how"]


def test_an_entry_stands_with_its_score_and_the_reasons():
    lomar = Place("geonames:7", "Lomar", Precision.SETTLEMENT, "LX", 12.5, -3.25)
    resolution = Resolution(lomar, 0.876, ("no other place of this name is known",), "test")
    claim = replace(a_denial(), places=(Mention("Lomar", "Lomar", None, resolution),))
    shown = explain(claim, some_readings()).split("\n\nentries\n")[1].split("\n\n")[0]
    assert shown.splitlines() == [
        "    Lomar: Lomar, LX (geonames:7) 0.88",
        "        no other place of this name is known",
    ]


def test_where_no_name_is_an_entry_none_are_listed():
    assert "entries" not in explain(a_denial(), some_readings())


def test_the_rules_stand_in_the_order_in_which_they_fired():
    assert explain(a_denial(), some_readings()).endswith("rules\n    complement\n    negation")


def test_the_claim_is_shown_first_under_its_id():
    first, second, *_ = explain(a_denial(), some_readings()).splitlines()
    assert first == "c-0123456789ab"
    assert second == "    harbour board › Coast Watch"


def test_where_the_model_saw_nothing_it_says_so():
    assert "seen\n    nothing" in explain(a_plain_claim(), some_readings())


def test_control_characters_of_the_report_are_not_shown():
    reading = a_reading()
    (sentence,) = reading.sentences
    words = (replace(sentence.words[0], text="No\x1bbody"), *sentence.words[1:])
    shown = explain(a_plain_claim(), [replace(reading, sentences=(replace(sentence, words=words),))])
    assert "\x1b" not in shown
