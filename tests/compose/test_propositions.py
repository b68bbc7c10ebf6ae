import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.propositions import trim
from reportedly.compose.trees import plant
from reportedly.records import Modality, Polarity, Span
from tests.compose.invented import Report, bare, chains, only

NO_TREES = plant([])


def trimmed(text, grove=NO_TREES):
    span = trim(text, Span(0, len(text)), grove)
    return text[span.begin : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("“The brigade taxed ferries,”", "The brigade taxed ferries"),
        (' "The brigade taxed ferries." ', "The brigade taxed ferries"),
        ("that the brigade taxed ferries.", "the brigade taxed ferries"),
        ("and that the brigade taxed ferries", "the brigade taxed ferries"),
        ("— the brigade taxed ferries —", "the brigade taxed ferries"),
        ("the brigade taxed ferries (and boats)", "the brigade taxed ferries (and boats)"),
        ("“[T]here were two camps.”", "[T]here were two camps"),
        ("the brigade taxed the ferries:", "the brigade taxed the ferries"),
    ],
)
def test_what_is_no_part_of_a_proposition_is_taken_off_both_ends(text, kept):
    assert trimmed(text) == kept


@pytest.mark.parametrize("text", ["", "“”", "ferries", "that", " . ", "that ferries"])
def test_fewer_than_two_words_are_no_proposition(text):
    assert trimmed(text) is None


def test_the_full_stop_of_an_abbreviation_stays():
    text = "rebels left for the V.R."
    sentence = bare("rebels left for the ")
    stop = Span(text.index("V.R."), len(text))
    word = type(sentence.words[0])(stop, "V.R.", "V.R.", "PROPN", "NNP", None, "obl")
    report = Report().passage(
        text, read=lambda *_: type(sentence)(Span(0, len(text)), (*sentence.words, word))
    )
    assert trimmed(text, report.grove) == text
    assert trimmed(text) == "rebels left for the V.R"


@given(st.text(alphabet="ab that[T]()“”\"'.,;:!—… \n", max_size=40), st.data())
def test_trimming_never_reaches_outside_or_leaves_white_space_at_an_end(text, data):
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    span = trim(text, Span(begin, end), NO_TREES)
    if span is not None:
        assert begin <= span.begin < span.end <= end
        kept = text[span.begin : span.end]
        assert kept == kept.strip()


@given(st.text(max_size=40))
def test_trimming_twice_changes_nothing_more(text):
    span = trim(text, Span(0, len(text)), NO_TREES)
    if span is not None:
        assert trim(text, span, NO_TREES) == span


def test_a_proposition_that_holds_its_own_cue_is_cut_to_what_the_cue_governs():
    content = "the brigade did not attack Perrin"
    text = f"The army said that {content}."
    report = Report().passage(text).voiced("The army", "said", f"that {content}").proposed(text)
    assert chains(report.resolved()) == [f"army: {content}"]


def test_overlapping_propositions_give_one_claim():
    text = "The brigade smuggled diesel through Perrin."
    report = (
        Report()
        .passage(text)
        .proposed(text, score=0.8)
        .proposed("brigade smuggled diesel through", score=0.7)
    )
    assert chains(report.composed()) == [f"document: {text[:-1]}"]


def test_a_stretch_without_a_verb_is_no_claim():
    report = Report().passage("The brigade smuggled diesel through Perrin.").proposed("through Perrin")
    assert report.composed() == ()


def test_a_charge_may_be_one_word():
    text = "The mayor was accused of corruption."
    report = Report().passage(text).voiced(None, "was accused of", "The mayor", "corruption")
    claim = only(report.composed())
    assert (chains([claim]), claim.modality) == (["unnamed source: corruption"], Modality.ACCUSED)


def test_a_charge_keeps_who_brings_it():
    text = "The colonel was charged with murder by prosecutors."
    report = Report().passage(text).proposed(text[:-1]).voiced(None, "was charged", "The colonel")
    assert chains(report.composed()) == ["prosecutors: murder"]


def test_nobody_charged_is_no_charge():
    text = "No one was charged with murder."
    claims = Report().passage(text).proposed(text[:-1], activity=("prosecute", 0.9)).composed()
    assert chains(claims) == [f"document: {text[:-1]}"]


def test_a_suspicion_about_the_subject_leaves_its_own_clause_whole():
    text = "Two officers suspected of murder fled to Perrin."
    report = Report().passage(text).proposed("murder fled to Perrin").voiced(None, "suspected of", "murder")
    assert chains(report.composed()) == [f"document: {text[:-1]}", "unnamed source: murder"]


def test_a_denial_may_be_of_one_word():
    text = "A spokesman for the Sable Front denied responsibility."
    report = Report().passage(text).voiced("A spokesman for the Sable Front", "denied", "responsibility")
    claim = only(report.composed())
    assert chains([claim]) == ["A spokesman for the Sable Front: responsibility"]
    assert claim.polarity is Polarity.DENIED


def test_the_terms_of_a_threat_are_part_of_it():
    text = "The army has threatened to close the port unless the front leaves."
    report = Report().passage(text).proposed(text[:-1]).voiced("The army", "threatened", "to close the port")
    claim = only(report.composed())
    assert chains([claim]) == ["The army: to close the port unless the front leaves"]
    assert claim.modality is Modality.THREATENED


def test_rejecting_an_accusation_is_no_claim_of_its_own():
    text = "The ministry rejected the accusation."
    report = Report().passage(text).voiced("The ministry", "rejected", "the accusation")
    assert report.composed() == ()


def test_a_pledge_begins_behind_the_day_it_was_made():
    text = "The army pledged in April to withdraw from Perrin."
    words = "in April to withdraw from Perrin"
    report = Report().passage(text).proposed(words).voiced("The army", "pledged", words)
    assert only(report.composed()).text == "to withdraw from Perrin"
