"""Who speaks where a sentence names several, one behind another, or nobody."""

import pytest

from reportedly.records import Modality, Polarity, Span, VoiceKind
from tests.compose.invented import Report, chains, only, said

CONTENT = "the brigade smuggled diesel"


def test_the_outlet_of_an_interview_stands_outermost():
    text = f"In an interview with the Perrin Herald, the mayor said that {CONTENT}."
    report = said(text, "the mayor", "said", CONTENT).named("the Perrin Herald", "Organisation")
    assert chains(report.resolved()) == [f"Perrin Herald > mayor: {CONTENT}"]


def test_reports_that_somebody_received_come_from_an_unnamed_source():
    report = Report().passage(f"The army received reports that {CONTENT}.").proposed(CONTENT)
    claim = only(report.resolved())
    assert chains([claim]) == [f"army > unnamed source: {CONTENT}"]
    assert claim.modality is Modality.REPORTED


def test_evidence_is_nobody_and_what_it_suggests_is_suggested():
    claim = only(said(f"Evidence suggests that {CONTENT}.", "Evidence", "suggests", CONTENT).resolved())
    assert (claim.chain, claim.modality) == ((), Modality.SUGGESTED)


def test_what_appears_so_is_suggested_by_nobody():
    text = "The army appears to control Perrin."
    report = Report().passage(text).proposed(text).voiced(None, "appears", "The army", "to control Perrin")
    claim = only(report.resolved())
    assert (claim.chain, claim.text, claim.modality) == ((), text[:-1], Modality.SUGGESTED)


def test_what_is_thought_to_be_so_is_whole_and_from_an_unnamed_source():
    text = "The brigade is thought to have smuggled diesel."
    claim = only(
        Report().passage(text).proposed(text).voiced(None, "is thought", "to have smuggled diesel").composed()
    )
    assert chains([claim]) == [f"unnamed source: {text[:-1]}"]
    assert (claim.modality, claim.chain[0].kind) == (Modality.REPORTED, VoiceKind.UNNAMED)


def test_voices_that_speak_together_are_one_link_in_their_words():
    report = said(f"The mayor and the army said that {CONTENT}.", "The mayor and the army", "said", CONTENT)
    assert [v.who.name.lower() for v in only(report.resolved()).chain] in (
        ["mayor and the army"],
        ["mayor and army"],
    )


def test_figures_speak_for_the_body_whose_they_are():
    text = f"Figures from the army show that {CONTENT}."
    report = said(text, "Figures from the army", "show", CONTENT).named("the army", "Organisation")
    assert chains(report.resolved()) == [f"army: {CONTENT}"]


def test_taking_a_statement_back_denies_it():
    text = f"The army retracted its statement that {CONTENT}."
    claim = only(said(text, "The army", "retracted its statement", CONTENT).resolved())
    assert chains([claim]) == [f"army: {CONTENT}"]
    assert claim.polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("source", "kind"), [("Person", VoiceKind.PERSON), ("Organisation", VoiceKind.INSTITUTION)]
)
def test_a_named_voice_is_a_person_or_an_institution(source, kind):
    report = said(
        "Brask said that she saw the brigade in Perrin.", "Brask", "said", "she saw the brigade in Perrin"
    )
    assert only(report.named("Brask", source).composed()).chain[0].kind is kind


def test_listed_doings_are_a_claim_each_under_the_adverb_that_hides_who_says_so():
    doings = "smuggling diesel, sending recruits to Perrin and gathering news"
    text = f"The guards are reportedly involved in {doings}."
    claims = Report().passage(text).proposed(text).resolved()
    assert chains(claims) == [
        "unnamed source: smuggling diesel",
        "unnamed source: sending recruits to Perrin",
        "unnamed source: gathering news",
    ]
    assert {c.modality for c in claims} == {Modality.REPORTED}


def test_a_verb_that_the_model_took_into_the_cue_is_content():
    text = "The army said that ferries sank, and the mayor denied supporting the front."
    report = Report().passage(text).proposed("supporting the front")
    report.voiced("the mayor", "denied supporting", "the front")
    claim = only(report.resolved())
    assert (chains([claim]), claim.polarity) == (["mayor: supporting the front"], Polarity.DENIED)


def test_a_body_is_named_by_the_name_behind_the_noun_for_it():
    text = "The think tank Harbour Watch said ferries sank."
    report = said(text, "The think tank Harbour Watch", "said", "ferries sank")
    assert chains(report.resolved()) == ["Harbour Watch: ferries sank"]


def test_what_a_relative_clause_says_is_said_by_the_noun_before_it():
    text = "A town, which denies sheltering rebels, was shelled."
    report = said(text, "which", "denies", "sheltering rebels")
    assert chains(report.resolved()) == ["town: sheltering rebels"]


def test_what_a_request_takes_for_granted_is_nobodys_request():
    text = "Harbour Watch called for an inquiry into a raid that killed two guards."
    content = "an inquiry into a raid that killed two guards"
    report = said(text, "Harbour Watch", "called for", content).proposed(
        "killed two guards", activity=("casualties", 0.9)
    )
    assert chains(report.resolved()) == [
        f"Harbour Watch: {content}",
        "document: killed two guards",
    ]


@pytest.mark.parametrize(
    "content",
    [
        ["The front leaders", "to be moved to Perrin"],
        ["The front leaders asked to be moved to Perrin"],
    ],
)
def test_who_asks_is_no_part_of_what_is_asked_for(content):
    text = "The front leaders asked to be moved to Perrin."
    report = Report().passage(text).proposed(text[:-1]).voiced("The front leaders", "asked", *content)
    claim = only(report.resolved())
    assert chains([claim]) == ["front leaders: to be moved to Perrin"]
    assert claim.modality is Modality.REQUESTED


def test_what_must_be_reported_is_no_hearsay():
    text = "All boats in the harbour must be reported to the Harbour Board."
    cue = Report().passage(text).proposed(text).voiced(None, "must be reported", "All boats in the harbour")
    assert all(claim.chain == () for claim in cue.composed())


def test_how_a_source_asks_to_be_treated_is_no_claim():
    content = "the brigade left Perrin"
    text = f"A driver who asked that his name be withheld said that {content}."
    report = Report().passage(text).voiced("A driver", "said", content).proposed(content)
    report.voiced("A driver", "asked", "his name be withheld").proposed("his name be withheld")
    assert chains(report.composed()) == [f"A driver: {content}"]


def test_whose_claim_somebody_rejects_does_not_speak():
    text = "The army rejected the front's claim that the brigade left Perrin."
    report = (
        Report()
        .passage(text)
        .voiced("The army", "rejected", "the front's claim that the brigade left Perrin")
    )
    report.voiced("the front", "claim", "the brigade left Perrin").proposed("the brigade left Perrin")
    claim = only(report.composed())
    assert (chains([claim]), claim.polarity) == (["The army: the brigade left Perrin"], Polarity.DENIED)


def test_a_risk_is_nobodys_voice():
    text = "The mayor said that there is a risk that the brigade will return."
    report = (
        Report().passage(text).voiced("The mayor", "said", "there is a risk that the brigade will return")
    )
    claim = only(report.proposed("the brigade will return").composed())
    assert (chains([claim]), claim.modality) == (["The mayor: the brigade will return"], Modality.POSSIBLE)


def test_a_letter_says_nothing_by_its_date():
    text = "The army wrote in a letter dated 9 May that the brigade left Perrin."
    report = Report().passage(text).voiced("The army", "wrote", "the brigade left Perrin")
    assert chains(report.proposed("the brigade left Perrin").composed()) == [
        "The army: the brigade left Perrin"
    ]


def test_who_finds_no_evidence_of_something_denies_it():
    text = "The army found no evidence that the brigade left Perrin."
    claim = only(Report().passage(text).proposed("the brigade left Perrin").composed())
    assert chains([claim]) == ["The army: the brigade left Perrin"]
    assert (claim.modality, claim.polarity) == (Modality.SUGGESTED, Polarity.DENIED)


def test_he_who_goes_on_speaking_is_who_spoke_before_in_the_sentence():
    text = "A diplomat said that the brigade left Perrin, though he cautioned that the army had not returned."
    report = Report().passage(text).voiced("A diplomat", "said", "the brigade left Perrin")
    he = report.span("he cautioned").begin
    content = report.span("the army had not returned")
    report.attributed([Span(he, he + 2)], report.span("cautioned"), content).proposed(content)
    assert "A diplomat: the army had not returned" in chains(report.composed())


def test_whom_somebody_quotes_is_not_he():
    text = '"The guard told me that the brigade left Perrin," he said.'
    report = Report().passage(text)
    he = report.span("he said").begin
    report.attributed(
        [Span(he, he + 2)], report.span("said"), report.span("The guard told me that the brigade left Perrin")
    )
    report.voiced("The guard", "told", "the brigade left Perrin").proposed("the brigade left Perrin")
    assert chains(report.composed()) == ["he > The guard: the brigade left Perrin"]


def test_grounds_to_believe_something_are_no_voice():
    text = "There are grounds to believe that the brigade left Perrin."
    report = Report().passage(text).voiced("grounds", "believe", "the brigade left Perrin")
    assert all(claim.chain == () for claim in report.proposed("the brigade left Perrin").composed())


def test_a_dateline_does_not_speak():
    text = "PERRIN — At least nine boats were burned, the Commission on Missing Persons said on Tuesday."
    content = "At least nine boats were burned"
    report = Report().passage(text).voiced("the Commission on Missing Persons", "said", content)
    assert chains(report.proposed(content).resolved()) == [f"Commission on Missing Persons: {content}"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The claim that the brigade left Perrin is false, the army said.", "The army"),
        ("Reports that the brigade left Perrin are baseless.", "document"),
    ],
)
def test_what_is_called_untrue_is_denied_and_nobodys_report(text, voice):
    report = Report().passage(text).proposed("the brigade left Perrin")
    if voice != "document":
        report.voiced("the army", "said", text.partition(",")[0])
    claim = only(report.composed())
    assert chains([claim])[0].casefold() == f"{voice}: the brigade left Perrin".casefold()
    assert claim.polarity is Polarity.DENIED


def test_who_expresses_doubt_of_something_denies_it():
    text = "The mayor expressed doubt that the brigade left Perrin."
    claim = only(said(text, "The mayor", "expressed doubt", "the brigade left Perrin").composed())
    assert (chains([claim]), claim.polarity) == (["The mayor: the brigade left Perrin"], Polarity.DENIED)


def test_a_second_speaker_in_a_sentence_speaks_for_himself():
    text = "The mayor said that the army stayed, but the governor stated that the brigade left Perrin."
    report = Report().passage(text).voiced("The mayor", "said", text[20:-1])
    report.voiced("the governor", "stated", "the brigade left Perrin").proposed("the brigade left Perrin")
    assert "the governor: the brigade left Perrin" in chains(report.composed())


def test_a_rejected_charge_is_denied_whatever_the_model_makes_of_rejecting():
    text = "The army also rejects the charge that the brigade had smuggled diesel."
    claim = only(Report().passage(text).proposed("the brigade had smuggled diesel").composed())
    assert (chains([claim]), claim.polarity) == (
        ["The army: the brigade had smuggled diesel"],
        Polarity.DENIED,
    )
