from reportedly.compose.trees import plant
from reportedly.compose.whole import joined, made_whole
from reportedly.records import Proposition, Span
from tests.compose.invented import Report

TEXT = "The brigade reportedly smuggled diesel through Perrin."


def marked(report, words):
    return Proposition(report.span(words), 0.9, (None, 0.9), ("asserted", 0.9), (0, 0.9))


def test_a_mark_that_cut_off_a_noun_is_made_whole():
    report = Report().passage(TEXT)
    whole = made_whole(report.span("smuggled diesel"), plant(report.readings), taken=lambda word: False)
    assert report.text[whole.begin : whole.end] == "smuggled diesel through Perrin"


def test_a_mark_ends_before_what_belongs_to_somebody_else():
    report = Report().passage(TEXT)
    whole = made_whole(report.span("smuggled diesel"), plant(report.readings), taken=lambda word: True)
    assert whole == report.span("smuggled diesel")


def test_a_piece_without_a_verb_is_part_of_its_neighbour():
    report = Report().passage(TEXT)
    pieces = [marked(report, "The brigade"), marked(report, "reportedly smuggled diesel through Perrin")]
    (whole,) = joined(pieces, plant(report.readings))
    assert whole.span == Span(0, len(TEXT) - 1)


def test_a_condition_is_part_of_what_depends_on_it():
    report = Report().passage("If the army leaves, the brigade will return to Perrin.")
    marks = [marked(report, "the army leaves"), marked(report, "the brigade will return to Perrin")]
    (whole,) = joined(marks, plant(report.readings))
    text = report.text[whole.span.begin : whole.span.end]
    assert text == "If the army leaves, the brigade will return to Perrin"


def test_an_object_brings_its_clause():
    report = Report().passage(TEXT)
    whole = made_whole(report.span("diesel"), plant(report.readings), taken=lambda word: False)
    assert report.text[whole.begin : whole.end] == "The brigade reportedly smuggled diesel"
