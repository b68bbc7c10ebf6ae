"""The rules of composing, each shown on a sentence or two."""

import pytest

from reportedly.records import Modality, PassageKind, Polarity, VoiceKind
from tests.compose.invented import Report, bare, chains, only, said

NESTED = "The audit office noted that the army said that the Sable Front smuggled diesel through Perrin."
SMUGGLED = "The brigade smuggled diesel through Perrin."


def test_a_voice_inside_a_voice_stands_after_it_in_the_chain():
    inner = "the Sable Front smuggled diesel through Perrin"
    report = Report().passage(NESTED).voiced("The audit office", "noted", f"that the army said that {inner}")
    assert chains(report.proposed(inner).resolved()) == [f"audit office > army: {inner}"]


def test_a_reporting_clause_inside_a_proposition_becomes_a_voice():
    inner = "the Sable Front smuggled diesel through Perrin"
    report = Report().passage(NESTED).voiced("The audit office", "noted", f"that the army said that {inner}")
    assert chains(report.proposed(f"the army said that {inner}").resolved()) == [
        f"audit office > army: {inner}"
    ]


def test_every_sentence_of_a_block_quotation_has_the_voice_that_introduces_it():
    first, second = "The front trains recruits at two camps.", "It also taxes fishing boats."
    report = Report().passage("The army wrote in its report:").block(first, second)
    report.voiced("The army", "wrote").proposed(first).proposed(second)
    assert chains(report.resolved()) == [f"army: {first[:-1]}", f"army: {second[:-1]}"]


def test_according_to_attributes_what_follows():
    text = "According to the harbour board, the Kesh Brigade taxed twelve ferries."
    claim = only(said(text, "the harbour board", "According to", text[32:-1]).resolved())
    assert [v.who.name for v in claim.chain] == ["harbour board"]
    assert (claim.text, claim.modality) == ("the Kesh Brigade taxed twelve ferries", Modality.ASSERTED)


def test_a_participle_has_the_voice_of_the_main_verb():
    text = "The army said the brigade left Perrin, adding that rebels burned the bridge."
    report = said(text, "The army", "said", "the brigade left Perrin")
    report.voiced(None, "adding", "that rebels burned the bridge").proposed("rebels burned the bridge")
    assert chains(report.resolved()) == ["army: the brigade left Perrin", "army: rebels burned the bridge"]


def test_a_name_before_the_colon_of_a_headline_speaks():
    title = "Audit Office: Rebels smuggled diesel through Perrin"
    report = Report().title(title, read=bare).passage("The Audit Office met on Tuesday.", read=bare)
    assert chains(report.proposed(title[14:]).composed()) == [f"Audit Office: {title[14:]}"]


def test_words_before_a_colon_that_the_report_never_names_do_not_speak():
    title = "At a glance: Rebels smuggled diesel through Perrin"
    report = Report().title(title, read=bare).passage("The Audit Office met on Tuesday.", read=bare)
    claims = report.proposed(title[13:], activity=("smuggling", 0.9)).composed()
    assert all(not claim.chain for claim in claims)


def test_a_sentence_inside_quotation_marks_inherits_the_voice():
    first, second = "“The brigade taxed ferries,” the mayor said.", "“It smuggled diesel through Perrin.”"
    report = Report().passage(first, second).voiced("the mayor", "said", first[:28], second)
    report.proposed("The brigade taxed ferries").proposed(second)
    assert chains(report.resolved()) == [
        "mayor: The brigade taxed ferries",
        "mayor: It smuggled diesel through Perrin",
    ]


def test_a_sentence_outside_quotation_marks_inherits_no_voice():
    first = "“The brigade taxed ferries,” the mayor said."
    report = Report().passage(first, SMUGGLED).voiced("the mayor", "said", first[:28], SMUGGLED)
    report.proposed("The brigade taxed ferries").proposed(SMUGGLED)
    assert chains(report.resolved()) == [
        "mayor: The brigade taxed ferries",
        f"document: {SMUGGLED[:-1]}",
    ]


def test_who_refuses_to_say_is_an_actor_of_a_gap_and_no_voice():
    text = "The ministry refused to say who bought the diesel."
    report = Report().passage(text).voiced("The ministry", "refused", "to say who bought the diesel")
    claim = only(report.proposed(text).resolved())
    assert (claim.chain, claim.modality, claim.activity.id) == ((), Modality.GAP, "information-gap")
    assert [actor.name for actor in claim.actors] == ["ministry"]


def test_what_could_not_be_verified_is_a_gap():
    claim = only(
        Report().passage(text := "The army could not verify who burned the bridge.").proposed(text).resolved()
    )
    assert (claim.chain, claim.modality) == ((), Modality.GAP)


def test_a_denial_gives_what_is_denied():
    claim = only(
        said(
            "The ministry denied paying the brigade.", "The ministry", "denied", "paying the brigade"
        ).resolved()
    )
    assert chains([claim]) == ["ministry: paying the brigade"]
    assert (claim.polarity, claim.modality) == (Polarity.DENIED, Modality.ASSERTED)


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("the brigade did not attack Perrin", Polarity.DENIED),
        ("the brigade no longer controls Perrin", Polarity.DENIED),
        ("no fighters entered Perrin", Polarity.DENIED),
        ("the brigade will attack Perrin", Polarity.AFFIRMED),
    ],
)
def test_a_negator_denies_what_the_voice_says(content, polarity):
    claim = only(said(f"The army said that {content}.", "The army", "said", content).composed())
    assert (claim.text, claim.polarity) == (content, polarity)


def test_denying_a_negation_affirms():
    content = "the army did not pay the brigade"
    claim = only(said(f"The ministry denied that {content}.", "The ministry", "denied", content).composed())
    assert claim.polarity is Polarity.AFFIRMED


def test_an_accusation_holds_the_accused_and_the_deed():
    content = "the brigade of smuggling diesel"
    claim = only(said(f"The mayor accused {content}.", "The mayor", "accused", content).resolved())
    assert chains([claim]) == [f"mayor: {content}"]
    assert (claim.modality, claim.activity.id) == (Modality.ACCUSED, "smuggling")
    assert [actor.name for actor in claim.actors] == ["brigade"]


def test_a_passive_accusation_has_an_unnamed_source():
    text, content = "The brigade was accused of smuggling diesel.", "smuggling diesel"
    claim = only(Report().passage(text).voiced(None, "was accused of", content).proposed(content).resolved())
    assert chains([claim]) == [f"unnamed source: {content}"]
    assert (claim.modality, claim.chain[0].kind) == (Modality.ACCUSED, VoiceKind.UNNAMED)


def test_what_is_urged_is_a_request():
    content = "the army to leave Perrin"
    claim = only(said(f"Lawmakers urged {content}.", "Lawmakers", "urged", content).resolved())
    assert chains([claim]) == [f"Lawmakers: {content}"]
    assert (claim.modality, claim.activity.id) == (Modality.REQUESTED, "request")


def test_things_urged_with_a_verb_each_are_a_claim_each():
    content = "the army to leave Perrin and to return the ferries"
    report = Report().passage(f"The mayor urged {content}.").voiced("The mayor", "urged", content)
    claims = report.proposed("the army to leave Perrin").proposed("to return the ferries").resolved()
    assert chains(claims) == ["mayor: the army to leave Perrin", "mayor: to return the ferries"]
    assert {claim.modality for claim in claims} == {Modality.REQUESTED}


def test_will_is_a_forecast_about_a_third_person_and_a_promise_about_oneself():
    third, own = "the brigade will attack Perrin", "We will attack Perrin"
    forecast = only(said(f"The army said that {third}.", "The army", "said", third).composed())
    promise = only(said(f"“{own},” the brigade said.", "the brigade", "said", own).composed())
    assert (forecast.modality, promise.modality) == (Modality.FORECAST, Modality.PROMISED)
    assert promise.text == own


def test_likely_about_the_past_is_possible_with_the_word_kept():
    content = "the brigade likely smuggled diesel"
    claim = only(said(f"The army said that {content}.", "The army", "said", content).composed())
    assert (claim.modality, claim.probability) == (Modality.POSSIBLE, "likely")


def test_may_is_possible_with_the_word_kept():
    content = "the brigade may attack Perrin"
    claim = only(said(f"The army said that {content}.", "The army", "said", content).composed())
    assert (claim.modality, claim.probability) == (Modality.POSSIBLE, "may")


def test_an_adverb_that_hides_who_says_so_is_an_unnamed_source():
    claim = only(
        Report()
        .passage(text := "The brigade reportedly smuggled diesel through Perrin.")
        .proposed(text)
        .composed()
    )
    assert chains([claim]) == [f"unnamed source: {text[:-1]}"]
    assert (claim.modality, claim.chain[0].cue_text) == (Modality.REPORTED, "reportedly")


def test_a_hiding_adverb_stands_innermost_behind_the_voice_that_uses_it():
    content = "the brigade reportedly smuggled diesel"
    claim = only(said(f"The army said that {content}.", "The army", "said", content).resolved())
    assert chains([claim]) == [f"army > unnamed source: {content}"]


@pytest.mark.parametrize(
    ("told", "chain"), [("the Perrin Herald", "Perrin Herald > mayor"), ("reporters", "mayor")]
)
def test_an_outlet_that_was_told_stands_outermost_and_a_mere_listener_nowhere(told, chain):
    content = "the brigade smuggled diesel"
    report = said(f"The mayor told {told} that {content}.", "The mayor", "told", content)
    assert chains(report.named(told, "Organisation").resolved()) == [f"{chain}: {content}"]


def test_the_publisher_of_the_report_is_never_a_voice():
    content = "the brigade smuggled diesel"
    report = Report(publisher="Perrin Herald").passage(f"The mayor told the Perrin Herald that {content}.")
    report.voiced("The mayor", "told", content).proposed(content).named("the Perrin Herald", "Organisation")
    assert chains(report.resolved()) == [f"mayor: {content}"]


def test_an_outlet_that_cites_its_sources_stands_outermost():
    content = "the brigade taxed ferries"
    report = said(f"Officials cited by the Perrin Herald said {content}.", "Officials", "said", content)
    assert chains(report.named("the Perrin Herald", "Organisation").resolved()) == [
        f"Perrin Herald > Officials: {content}"
    ]


def test_coordinated_verbs_are_a_claim_each():
    content = "the brigade smuggled diesel and taxed ferries"
    claims = said(f"The army said {content}.", "The army", "said", content).resolved()
    assert chains(claims) == ["army: the brigade smuggled diesel", "army: taxed ferries"]
    assert [[actor.name for actor in claim.actors] for claim in claims] == [["brigade"], ["brigade"]]


def test_coordinated_objects_are_one_claim():
    content = "the brigade smuggled diesel and weapons"
    claim = only(said(f"The army said {content}.", "The army", "said", content).resolved())
    assert {item.name for item in claim.items} == {"diesel", "weapons"}


def test_two_that_clauses_are_a_claim_each():
    first, second = "the harbour board taxed ferries", "the brigade smuggled diesel"
    text = f"The army believes that {first} and that {second}."
    report = said(text, "The army", "believes", text[18:-1])
    assert chains(report.resolved()) == [f"army: {first}", f"army: {second}"]


def test_a_when_clause_is_a_claim_of_its_own():
    text = "The brigade smuggled diesel when the army left Perrin."
    claims = Report().passage(text).proposed(text, activity=("presence", 0.9)).composed()
    assert chains(claims) == ["document: The brigade smuggled diesel", "document: the army left Perrin"]


def test_verbs_of_one_voice_are_one_link():
    content = "it has determined that the brigade smuggled diesel"
    claim = only(said(f"The army said {content}.", "The army", "said", content).resolved())
    assert chains([claim]) == ["army: the brigade smuggled diesel"]


def test_a_statement_interrupted_by_its_cue_runs_from_first_to_last():
    text = "The ferries, said the mayor, were taxed by the brigade."
    report = Report().passage(text).voiced("the mayor", "said", "The ferries", "were taxed by the brigade")
    claim = only(report.proposed(text).resolved())
    assert chains([claim]) == [f"mayor: {text[:-1]}"]
    assert [actor.name for actor in claim.actors] == ["brigade"]


@pytest.mark.parametrize(
    ("text", "content", "activity"),
    [
        (
            "The army said that the brigade had withdrawn from three villages.",
            "the brigade had withdrawn from three villages",
            "withdraw",
        ),
        (
            "The police questioned three men in Perrin.",
            "The police questioned three men in Perrin",
            "investigate",
        ),
        (
            "The government dismissed two generals in May.",
            "The government dismissed two generals in May",
            None,
        ),
    ],
)
def test_a_verb_that_can_deny_is_a_deed_where_nothing_said_follows(text, content, activity):
    report = Report().passage(text).proposed(content, activity=(activity or "policy", 0.9))
    claim = only(report.composed())
    assert (claim.text, claim.polarity) == (content, Polarity.AFFIRMED)
    assert activity in (None, claim.activity.id)


def test_two_acts_of_one_voice_are_a_claim_each():
    text = "Lawmakers urged the army to leave Perrin and vowed to search ferries."
    report = said(text, "Lawmakers", "urged", "the army to leave Perrin")
    report.voiced(None, "vowed", "to search ferries").proposed("to search ferries")
    claims = report.resolved()
    assert chains(claims) == ["Lawmakers: the army to leave Perrin", "Lawmakers: to search ferries"]
    assert [claim.modality for claim in claims] == [Modality.REQUESTED, Modality.PROMISED]


def test_the_own_we_of_a_statement_is_the_documents_voice():
    content = "the army to leave Perrin"
    claim = only(said(f"We call on {content}.", "We", "call on", content).resolved())
    assert (claim.chain, claim.modality) == ((), Modality.REQUESTED)


def test_a_relative_clause_with_an_event_of_its_own_runs_from_its_verb_on():
    text = "The army trained recruits, who attacked the harbour in May."
    report = (
        Report().passage(text).proposed("The army trained recruits").proposed("attacked the harbour in May")
    )
    assert chains(report.resolved()) == [
        "document: The army trained recruits",
        "document: attacked the harbour in May",
    ]


def test_scenery_in_the_own_voice_is_no_claim():
    assert Report().passage(text := "The river is wide in the spring.").proposed(text).composed() == ()


def test_an_activity_in_the_own_voice_is_a_claim_with_an_empty_chain():
    claim = only(Report().passage(SMUGGLED).proposed(SMUGGLED).named("Perrin", "Location").resolved())
    assert (claim.chain, claim.activity.id, claim.activity.plover) == ((), "smuggling", claim.activity.plover)
    assert [m.name for m in (*claim.actors, *claim.items, *claim.places)] == ["brigade", "diesel", "Perrin"]


@pytest.mark.parametrize("kind", [PassageKind.BOILERPLATE, PassageKind.CAPTION])
def test_boilerplate_and_captions_claim_nothing(kind):
    assert Report().passage(SMUGGLED, kind=kind).proposed(SMUGGLED).composed() == ()


def test_a_voice_adds_a_claim_where_the_model_saw_no_proposition():
    content = "the brigade did not attack Perrin"
    report = Report().passage(f"The army said that {content}.").voiced("The army", "said", f"that {content}")
    assert chains(report.resolved()) == [f"army: {content}"]


def test_an_unsure_proposition_is_left_out():
    assert Report().passage(SMUGGLED).proposed(SMUGGLED, score=0.1).composed() == ()


def test_a_claim_names_the_rules_that_made_it():
    content = "the brigade did not attack Perrin"
    claim = only(said(f"The army said that {content}.", "The army", "said", content).composed())
    assert "negator not" in claim.rules
    assert 0 <= claim.score <= 1


def test_who_is_blamed_stands_behind_on():
    text, content = "The mayor blamed the raid on the Sable Front.", "the raid on the Sable Front"
    claim = only(said(text, "The mayor", "blamed", content).resolved())
    assert [a.name for a in claim.actors] == ["Sable Front"]


def test_a_threat_with_its_condition_is_said_by_who_threatens():
    text, said_words = "The brigade threatened to shell Perrin unless the army leaves.", "to shell Perrin"
    report = Report().passage(text).voiced("The brigade", "threatened", said_words)
    claim = only(report.proposed("to shell Perrin unless the army leaves").resolved())
    assert chains([claim]) == ["brigade: to shell Perrin unless the army leaves"]
    assert claim.modality is Modality.THREATENED


def test_a_threat_made_time_and_again_is_a_habit_that_the_report_tells_of():
    text = "The brigade has repeatedly threatened to shell Perrin."
    report = Report().passage(text).voiced("The brigade", "threatened", "to shell Perrin")
    claim = only(report.proposed(text.rstrip(".")).composed())
    assert (claim.chain, claim.modality) == ((), Modality.ASSERTED)


def test_what_goes_on_behind_a_cue_in_between_is_said_by_the_same_voice():
    text = "The army has not entered Perrin, the mayor said, but shells it from the hills."
    report = Report().passage(text).voiced("the mayor", "said", "The army has not entered Perrin")
    report.proposed("The army has not entered Perrin").proposed("shells it from the hills")
    assert [len(claim.chain) for claim in report.composed()] == [1, 1]


def test_no_evidence_of_something_denies_it():
    content = "the army shelled Perrin"
    text = f"The report found no evidence that {content}."
    report = Report().passage(text).voiced("The report", "found", f"no evidence that {content}")
    assert only(report.proposed(content).composed()).polarity is Polarity.DENIED


def test_who_is_blamed_is_named_without_for_what():
    content = "the front for the raid"
    claim = only(said(f"The army blamed {content}.", "The army", "blamed", content).composed())
    assert [mention.text for mention in claim.actors] == ["the front"]


def test_whom_a_request_calls_on_is_its_target():
    content = "the militias to leave Perrin"
    claim = only(said(f"The mayor called on {content}.", "The mayor", "called on", content).composed())
    assert [mention.text for mention in claim.actors] == ["The mayor"]
    assert [mention.text for mention in claim.targets] == ["the militias"]


def test_who_claims_a_deed_did_it():
    content = "the raid"
    text = f"The front claimed responsibility for {content}."
    claim = only(said(text, "The front", "claimed responsibility for", content).composed())
    assert [mention.text for mention in claim.actors] == ["The front"]


def test_what_is_only_asked_is_no_claim():
    content = "the army burned the bridge"
    report = Report().passage(f"Asked whether {content}, the mayor left.").voiced(None, "Asked", content)
    assert report.proposed(content).composed() == ()


def test_that_nobody_claims_a_raid_is_a_gap_in_which_nobody_acts():
    text = "Nobody claimed responsibility for the raid."
    claim = only(Report().passage(text).proposed(text.rstrip(".")).composed())
    assert (claim.modality, claim.actors) == (Modality.GAP, ())


def test_who_is_accused_of_doing_something_is_named_without_it():
    content = "the army of burning villages"
    claim = only(said(f"Lawmakers accuse {content}.", "Lawmakers", "accuse", content).composed())
    assert [mention.text for mention in claim.actors] == ["the army"]


def test_it_would_is_a_promise_of_the_body_that_says_it():
    content = "it would close the border"
    claim = only(said(f"Lomar said {content}.", "Lomar", "said", content).composed())
    assert claim.modality is Modality.PROMISED


def test_to_warn_somebody_to_do_something_is_a_request():
    content = "residents to leave Perrin"
    claim = only(said(f"The mayor warned {content}.", "The mayor", "warned", content).composed())
    assert claim.modality is Modality.REQUESTED


def test_what_describes_who_is_blamed_is_no_charge():
    text, described = (
        "The mayor blamed the Red Column, a group that split from the front in 2028.",
        "split from the front in 2028",
    )
    report = Report().passage(text).voiced("The mayor", "blamed", f"the Red Column, a group that {described}")
    claim = only(report.proposed(described).composed())
    assert (claim.chain, claim.modality) == ((), Modality.ASSERTED)
