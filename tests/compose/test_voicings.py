import pytest

from reportedly.records import Modality
from tests.compose.invented import Report, bare, said, voicings

ATTACK = "The army said that the brigade will attack Perrin."


def told(report):
    """Each voicing as "source | cue | content"."""

    def words(span):
        return report.text[span.begin : span.end] if span else "nobody"

    return [
        " | ".join((words(v.source), words(v.cue), *(words(content) for content in v.content)))
        for v in voicings(report)
    ]


def test_a_complement_clause_is_a_voicing_without_any_model():
    assert told(Report().passage(ATTACK)) == ["The army | said | the brigade will attack Perrin"]


def test_a_complement_clause_inside_another_is_a_voicing_too():
    inner = "the Sable Front smuggled diesel through Perrin"
    report = Report().passage(f"The audit office noted that the army said that {inner}.")
    assert told(report) == [
        f"The audit office | noted | the army said that {inner}",
        f"the army | said | {inner}",
    ]


def test_what_the_model_and_the_syntax_both_see_is_one_voicing():
    report = said(ATTACK, "The army", "said", "the brigade will attack Perrin")
    assert told(report) == ["The army | said | the brigade will attack Perrin"]


def test_the_syntax_fills_in_a_source_that_the_model_left_out():
    report = said(ATTACK, None, "said", "the brigade will attack Perrin")
    assert told(report) == ["The army | said | the brigade will attack Perrin"]


@pytest.mark.parametrize(
    ("text", "voicing", "modality"),
    [
        (
            "The mayor accused the brigade of smuggling diesel.",
            "The mayor | accused | the brigade of smuggling diesel",
            Modality.ACCUSED,
        ),
        (
            "Lawmakers urged the army to leave Perrin.",
            "Lawmakers | urged | the army to leave Perrin",
            Modality.REQUESTED,
        ),
        ("The ministry denied paying the brigade.", "The ministry | denied | paying the brigade", None),
    ],
)
def test_an_act_of_speech_governs_its_object_and_complement(text, voicing, modality):
    report = Report().passage(text)
    assert told(report) == [voicing]
    assert voicings(report)[0].found.word.setting.modality is modality


def test_who_refuses_to_say_is_no_voice():
    report = Report().passage("The ministry refused to say who bought the diesel.")
    assert all(v.silent for v in voicings(report))


def test_a_second_verb_has_the_voice_of_the_first():
    text = "Lawmakers urged the army to leave Perrin and vowed to search ferries."
    report = said(text, "Lawmakers", "urged", "the army to leave Perrin")
    report.voiced(None, "vowed", "to search ferries")
    assert told(report)[1:] == ["Lawmakers | vowed | to search ferries"]


def test_whoever_speaks_in_the_next_sentence_does_not_speak_in_this_one():
    text = "Lawmakers urged the army to leave Perrin and vowed to search ferries."
    after = "The ministry denied paying the brigade."
    report = said(text, "Lawmakers", "urged", "the army to leave Perrin").passage(after)
    report.voiced(["Lawmakers", "The ministry"], "vowed", "to search ferries")
    assert told(report)[1] == "Lawmakers | vowed | to search ferries"


def test_a_verb_of_deeds_is_no_voice():
    assert told(Report().passage("The army disarmed and disbanded the brigade.")) == []


def test_a_block_quotation_is_what_the_line_before_it_says():
    block = "The front trains recruits at two camps."
    report = Report().passage("The army wrote in its report:").block(block).voiced("The army", "wrote")
    assert f"The army | wrote | {block}" in told(report)


def test_a_cue_outside_the_pack_is_the_models_alone():
    report = Report().passage("The river is wide in the spring.").voiced("The river", "wide", "in the spring")
    assert told(report) == ["The river | wide | in the spring"]
    assert voicings(report)[0].found is None


def test_an_attribution_without_a_cue_is_passed_over():
    report = Report().passage("Rebels left Perrin", read=bare)
    assert told(report) == []


def test_a_cue_outside_the_pack_hides_nobody():
    text = "Diesel is sold for a dollar in Perrin."
    assert voicings(Report().passage(text).voiced(None, "is sold for", "a dollar in Perrin")) == []


def test_who_charges_a_price_accuses_nobody():
    report = Report().passage("Gangs charge drivers $80 per month.")
    assert voicings(report.voiced("Gangs", "charge", "drivers $80 per month")) == []


def test_saying_it_somewhere_is_not_what_is_said():
    assert voicings(Report().passage('"The ferry sank," Venn was quoted as saying on the radio.')) == []
