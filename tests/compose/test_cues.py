import pytest

from reportedly.compose.cues import cue_at, gap_at, phrase_at
from reportedly.packs import CueKind
from reportedly.records import Modality, Polarity
from tests.compose.invented import Report, packs


def found(text, cue):
    report = Report().passage(text)
    return cue_at(report.grove.trees[0], report.span(cue), packs().cues)


def gap(text, word):
    planted = Report().passage(text).grove.trees[0]
    return gap_at(planted, next(i for i, w in enumerate(planted.words) if w.text == word), packs().cues)


def test_a_reporting_verb_is_found_with_its_kind():
    cue = found("The army said that the brigade will attack Perrin.", "said")
    assert (cue.word.tokens, cue.word.kind, cue.passive) == (("say",), CueKind.VERB, False)


def test_a_passive_cue_is_known_as_one():
    cue = found("The brigade was accused of smuggling diesel.", "was accused of")
    assert cue.passive
    assert cue.word.setting.modality is Modality.ACCUSED


def test_a_denying_cue_denies():
    cue = found("The ministry denied paying the brigade.", "denied")
    assert cue.word.setting.polarity is Polarity.DENIED


def test_words_outside_the_pack_are_no_cue():
    assert found("The river is wide in the spring.", "wide") is None
    report = Report().passage("The river is wide in the spring.")
    span = type(report.span("river"))(400, 410)
    assert cue_at(report.grove.trees[0], span, packs().cues) is None


@pytest.mark.parametrize(
    ("text", "word", "silent"),
    [
        ("The ministry refused to say who bought the diesel.", "say", True),
        ("The ministry refused to say who bought the diesel.", "bought", False),
        ("The army could not verify who burned the bridge.", "verify", True),
        ("The army said that the brigade will attack Perrin.", "said", False),
    ],
)
def test_a_gap_phrase_covers_its_own_words_alone(text, word, silent):
    assert gap(text, word) is silent


def test_adverbs_may_stand_inside_a_phrase():
    words = Report().passage("The brigade reportedly smuggled diesel through Perrin.").grove.trees[0].words
    assert phrase_at(words, 1, ("brigade", "smuggle"))
    assert not phrase_at(words, 1, ("brigade", "diesel"))
    assert not phrase_at(words, len(words) - 1, (".", "more"))


def test_a_verb_with_an_object_is_not_the_phrase_that_has_none():
    assert found("Guards call favourable terms for any deal.", "call").word.tokens == ("call",)
