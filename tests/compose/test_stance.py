import pytest

from reportedly.compose.stance import find_stance
from reportedly.records import Modality, Polarity
from tests.compose.invented import Report, chains, only, packs, voicings, within


def stance(text, words=None, guess=None):
    """The stance of some words of a sentence, in the mouth of its last voice."""
    report = Report().passage(text)
    said = voicings(report)
    return find_stance(
        within(report, words or text),
        said[-1] if said else None,
        cues=packs().cues,
        estimative=packs().estimative,
        guess=guess,
    )


def test_no_sentence_leaves_an_assertion():
    found = find_stance(None, None, cues=packs().cues, estimative=packs().estimative, guess=None)
    assert (found.polarity, found.modality) == (Polarity.AFFIRMED, Modality.ASSERTED)
    assert found.rules == ("no sentence",)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It also taxes fishing boats.", Modality.ASSERTED),
        ("The brigade reportedly smuggled diesel through Perrin.", Modality.REPORTED),
        ("If the army leaves, the brigade will return to Perrin.", Modality.CONDITIONAL),
        ("The brigade threatened to attack Perrin.", Modality.THREATENED),
        ("The army could not verify who burned the bridge.", Modality.GAP),
        ("It is not clear who burned the bridge.", Modality.GAP),
        ("Who burned the bridge is an open question.", Modality.GAP),
        ("The mayor did not say which boats had left.", Modality.GAP),
        ("The Finance Ministry has yet to reply to the letter.", Modality.GAP),
        ("The office would neither confirm nor deny the report.", Modality.GAP),
        ("Unless the army leaves Perrin, we will close the port.", Modality.CONDITIONAL),
        ("It is unlikely that the brigade will return to Perrin.", Modality.FORECAST),
        ("The army is to leave Perrin.", Modality.FORECAST),
        ("The aim is to leave Perrin.", Modality.ASSERTED),
        ("Maybe they will buy opium.", Modality.POSSIBLE),
        ("More raids are likely in the next quarter.", Modality.FORECAST),
    ],
)
def test_the_words_of_a_sentence_set_its_modality(text, modality):
    assert stance(text).modality is modality


def test_a_gap_is_affirmed_whatever_it_negates():
    assert stance("It is not clear who burned the bridge.").polarity is Polarity.AFFIRMED


def test_we_will_not_is_a_promise_denied():
    found = stance("“We will not leave Perrin,” the brigade said.", "We will not leave Perrin")
    assert (found.modality, found.polarity) == (Modality.PROMISED, Polarity.DENIED)


def test_a_cue_that_sets_the_modality_comes_before_the_words_of_the_clause():
    found = stance("The mayor accused the brigade of smuggling diesel.", "the brigade of smuggling diesel")
    assert found.modality is Modality.ACCUSED


@pytest.mark.parametrize(("chance", "modality"), [(0.9, Modality.CONDITIONAL), (0.3, Modality.ASSERTED)])
def test_a_sure_model_decides_where_no_word_does(chance, modality):
    assert stance("It also taxes fishing boats.", guess=("conditional", chance)).modality is modality


def test_a_sure_model_does_not_overrule_a_word():
    text = "The brigade reportedly smuggled diesel through Perrin."
    assert stance(text, guess=("forecast", 0.99)).modality is Modality.REPORTED


def test_an_estimative_word_of_another_clause_does_not_count():
    text = "The army said that the brigade likely smuggled diesel."
    assert stance(text, "the brigade likely smuggled diesel").probability == "likely"
    assert stance(text, "The army said").probability is None


def test_only_a_hiding_adverb_hides_somebody():
    hidden = stance("The brigade reportedly smuggled diesel through Perrin.").hidden
    assert hidden is not None
    assert hidden.text == "reportedly"
    assert stance("The army said that the brigade likely smuggled diesel.").hidden is None


def test_what_tests_suggest_in_somebodys_words_is_suggested():
    text = "The army said field tests suggested the use of explosives."
    assert stance(text, "field tests suggested the use of explosives").modality is Modality.SUGGESTED


def test_what_could_not_be_verified_is_a_gap_whoever_denies_it():
    assert stance("Neither figure could be verified.").modality is Modality.GAP


@pytest.mark.parametrize(("mind", "polarity"), [("not convinced", "denied"), ("convinced", "affirmed")])
def test_who_is_not_convinced_of_something_denies_it(mind, polarity):
    text = f"The army is {mind} that the brigade left Perrin."
    claim = only(
        Report()
        .passage(text)
        .voiced("The army", mind, "the brigade left Perrin")
        .proposed("the brigade left Perrin")
        .composed()
    )
    assert chains([claim]) == ["The army: the brigade left Perrin"]
    assert claim.polarity == polarity


def test_what_nobody_did_or_suffered_is_denied():
    found = stance("The guards said that nobody had been hurt.", "nobody had been hurt")
    assert found.polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("The mayor said that she could not see the boats.", "she could not see the boats", Polarity.DENIED),
        (
            "The mayor said that the brigade would rather trade than fight.",
            "the brigade would rather trade than fight",
            Polarity.AFFIRMED,
        ),
    ],
)
def test_who_could_not_or_would_rather_says_how_it_is(text, words, polarity):
    found = stance(text, words)
    assert (found.modality, found.polarity, found.probability) == (Modality.ASSERTED, polarity, None)


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("The army said that it will leave Perrin.", "it will leave Perrin", Modality.PROMISED),
        ("The brigade undertook to leave Perrin.", "to leave Perrin", Modality.PROMISED),
        (
            "The mayor said that it was too early to say who burned the bridge.",
            "it was too early to say who burned the bridge",
            Modality.GAP,
        ),
        (
            "The mayor said that the police should have left Perrin.",
            "the police should have left Perrin",
            Modality.ASSERTED,
        ),
    ],
)
def test_who_binds_himself_promises_and_who_regrets_what_was_asserts(text, words, modality):
    assert stance(text, words).modality is modality


def test_what_lies_somewhere_is_no_lie():
    found = stance("The mayor said the burden lies on other towns.", "the burden lies on other towns")
    assert found.polarity is Polarity.AFFIRMED
