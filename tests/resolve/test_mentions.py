"""Who is meant: by a short form, a pronoun or a common noun."""

from dataclasses import replace

import pytest

from reportedly.records import Mention, Voice, VoiceKind
from tests.compose.invented import parsed
from tests.resolve.invented import actors, claim, mention, resolved, voices, written

BOARD = "The Lomar Harbour Board (LHB) met. The LHB said ferries sank."


def test_an_acronym_stands_for_the_name_before_its_brackets():
    report = written(BOARD, bodies=["Lomar Harbour Board"])
    assert voices(report, claim(report, "ferries sank", chain=["The LHB"])) == [["Lomar Harbour Board"]]


def test_a_name_in_brackets_after_its_acronym_stands_for_it_too():
    report = written(
        "The LHB (Lomar Harbour Board) met. The LHB said ferries sank.", bodies=["LHB", "Lomar Harbour Board"]
    )
    named = voices(report, claim(report, "ferries sank", chain=[("The LHB", 1)]))
    assert named == [["Lomar Harbour Board"]]


def test_an_acronym_nobody_defines_stands_for_the_name_with_its_initials():
    report = written(
        "The Lomar Harbour Board met. LHB said ferries sank.", bodies=["Lomar Harbour Board", "LHB"]
    )
    assert voices(report, claim(report, "ferries sank", chain=["LHB"])) == [["Lomar Harbour Board"]]


def test_an_acronym_that_fits_no_name_stays():
    report = written(
        "The Lomar Harbour Board met. XQZ said ferries sank.", bodies=["Lomar Harbour Board", "XQZ"]
    )
    assert voices(report, claim(report, "ferries sank", chain=["XQZ"])) == [["XQZ"]]


def test_a_surname_stands_for_the_full_name_before_it():
    report = written("Ilona Brask met the board. Brask said ferries sank.", people=["Ilona Brask", "Brask"])
    assert voices(report, claim(report, "ferries sank", chain=[("Brask", 1)])) == [["Ilona Brask"]]


@pytest.mark.parametrize("title", ["Gen.", "General", "Prime Minister", "President", "Dr.", "Police Chief"])
def test_titles_in_front_of_a_person_are_dropped(title):
    words = f"{title} Tomas Veld"
    report = written(f"{words} said ferries sank.", people=["Tomas Veld"])
    named = claim(report, "ferries sank")
    voice = Voice(Mention(words, words, report.span(words)), VoiceKind.PERSON, None, None)
    report.named(words, "Person")
    assert voices(report, replace(named, chain=(voice,))) == [["Tomas Veld"]]


def test_a_title_alone_is_kept():
    report = written("The general said ferries sank.")
    assert voices(report, claim(report, "ferries sank", chain=["The general"])) == [["general"]]


def test_determiners_and_possessive_endings_are_dropped():
    report = written("The ministry’s men left, and the board's boats sank.")
    assert actors(report, claim(report, "men left", actors=["The ministry’s", "the board's"])) == [
        ["ministry", "board"]
    ]


def test_he_and_she_point_to_the_nearest_person():
    report = written(
        "Ilona Brask met the army. She said ferries sank.", people=["Ilona Brask"], bodies=["the army"]
    )
    assert voices(report, claim(report, "ferries sank", chain=["She"])) == [["Ilona Brask"]]


def test_it_points_to_a_body_and_not_to_a_person():
    report = written(
        "The Lomar Harbour Board met Ilona Brask. It said ferries sank.",
        people=["Ilona Brask"],
        bodies=["Lomar Harbour Board"],
    )
    assert voices(report, claim(report, "ferries sank", chain=["It"])) == [["Lomar Harbour Board"]]


def test_we_is_the_one_who_speaks():
    report = written("The Sable Front said: “We sank ferries.”", bodies=["Sable Front"])
    assert actors(report, claim(report, "We sank ferries", chain=["The Sable Front"], actors=["We"])) == [
        ["Sable Front"]
    ]


def test_the_group_points_back_to_the_body_that_spoke():
    report = written(
        "The Sable Front said it left. Boats sank. The group said ferries sank.", bodies=["Sable Front"]
    )
    first = claim(report, "it left", chain=["The Sable Front"])
    second = claim(report, "ferries sank", chain=["The group"])
    assert voices(report, first, second) == [["Sable Front"], ["Sable Front"]]


def test_the_ministry_points_back_to_the_body_with_that_word():
    report = written(
        "The Lomar Ferry Ministry met the Sable Front. The ministry said ferries sank.",
        bodies=["Lomar Ferry Ministry", "Sable Front"],
    )
    assert voices(report, claim(report, "ferries sank", chain=["The ministry"])) == [["Lomar Ferry Ministry"]]


def test_a_pronoun_that_points_to_nobody_keeps_its_words():
    report = written("She said ferries sank.")
    assert voices(report, claim(report, "ferries sank", chain=["She"])) == [["She"]]


def test_a_name_never_points_forward():
    report = written("She said ferries sank. Ilona Brask left.", people=["Ilona Brask"])
    assert voices(report, claim(report, "ferries sank", chain=["She"])) == [["She"]]


def test_a_mention_keeps_its_words_and_its_place():
    report = written(BOARD, bodies=["Lomar Harbour Board"])
    (found,) = resolved(report, claim(report, "ferries sank", chain=["The LHB"]))
    assert found.chain[0].who == replace(mention(report, "The LHB"), name="Lomar Harbour Board")


def test_a_hidden_voice_stays_hidden():
    report = written("Ferries reportedly sank.")
    hidden = Voice(Mention("unnamed source", None, None), VoiceKind.UNNAMED, None, None)
    assert voices(report, replace(claim(report, "Ferries"), chain=(hidden,))) == [["unnamed source"]]


def test_two_links_that_turn_out_to_be_one_voice_are_one_link():
    report = written(BOARD, bodies=["Lomar Harbour Board"])
    twice = claim(report, "ferries sank", chain=["The Lomar Harbour Board", "The LHB"])
    assert voices(report, twice) == [["Lomar Harbour Board"]]


def test_an_actor_named_twice_is_named_once():
    report = written(BOARD, bodies=["Lomar Harbour Board"])
    twice = claim(report, "ferries sank", actors=["The Lomar Harbour Board", "The LHB"])
    assert actors(report, twice) == [["Lomar Harbour Board"]]


def test_no_claims_in_give_no_claims_out():
    assert resolved(written("Ferries sank.")) == ()
    assert resolved(written()) == ()


def test_one_of_them_is_of_those_who_spoke_last():
    report = written("Two fishermen said ferries sank. One of them said ships burned.")
    first = claim(report, "ferries sank", chain=["Two fishermen"])
    second = claim(report, "ships burned", chain=["One of them"])
    assert voices(report, first, second) == [["fishermen"], ["fishermen"]]


def test_whoever_stands_near_is_not_taken_for_who_acts():
    lines = "Two guards said ferries sank.", "The militia's spokesman said ships burned.", "They left."
    report = written(*lines, read=parsed)
    first = claim(report, "ferries sank", chain=["Two guards"])
    second = claim(report, "ships burned", chain=["The militia's spokesman"])
    left = claim(report, "They left", actors=["They"])
    assert actors(report, first, second, left)[-1] == []


def test_a_pronoun_that_opens_what_is_said_is_the_speaker():
    report = written("The ministry said it sold two ferries.", read=parsed)
    sold = claim(report, "it sold two ferries", chain=["The ministry"], actors=["it"])
    voice = replace(sold.chain[0], cue=report.span("said"), cue_text="said")
    (found,) = resolved(report, replace(sold, chain=(voice,)))
    assert [actor.name for actor in found.actors] == ["ministry"]


def test_we_of_a_person_are_nobody_known():
    report = written("Ila Venn said we sold ferries.", people=["Ila Venn"])
    assert actors(report, claim(report, "we sold ferries", chain=["Ila Venn"], actors=["we"])) == [[]]


def test_a_place_is_no_short_name_of_a_body_that_lies_in_it():
    report = written("The police in Ilden spoke. Ilden sold ferries.", bodies=["police in Ilden", "Ilden"])
    assert actors(report, claim(report, "Ilden sold ferries", actors=[("Ilden", 1)])) == [["Ilden"]]


def test_he_is_who_spoke_last_even_without_a_name():
    lines = "Ilona Brask met the board.", "A truck driver said he saw rebels."
    report = written(lines[0], people=["Ilona Brask"]).passage(lines[1])
    saw = claim(report, "he saw rebels", chain=["A truck driver"], actors=[("he", 1)])
    assert actors(report, saw) == [["truck driver"]]


def test_a_name_behind_an_office_says_who_it_is():
    words = "the head of the Harbour Police Division, Ila Venn"
    report = written(f"Ila Venn spoke. {words} said ferries sank.", people=["Ila Venn"])
    assert voices(report, claim(report, "ferries sank", chain=[words])) == [["Ila Venn"]]


@pytest.mark.parametrize("part", ["Minister Veld", "Deputy Minister"])
def test_a_part_of_a_title_and_name_is_the_person(part):
    report = written(
        "Tomas Veld met the board. Deputy Minister Veld sank ferries.",
        people=["Tomas Veld", "Deputy Minister Veld"],
    )
    assert actors(report, claim(report, "sank ferries", actors=[part])) == [["Tomas Veld"]]


def test_a_title_in_front_of_a_word_that_is_no_name_stays():
    report = written("Deputy Minister Travels to Lomar. Ferries sank.", people=["Deputy Minister Travels"])
    assert actors(report, claim(report, "Ferries sank", actors=["Deputy Minister"])) == [["Deputy Minister"]]


def test_a_surname_that_the_model_takes_for_ground_is_no_place():
    report = written("Tomas Veld left. The army killed Veld.", people=["Tomas Veld"])
    (found,) = resolved(report, claim(report, "The army killed Veld", places=[("Veld", 1)]))
    assert found.places == ()


def test_ground_that_is_called_like_somebody_is_a_place_where_the_text_says_in():
    report = written("Tomas Veld left. The army sank ferries in Veld.", people=["Tomas Veld"])
    (found,) = resolved(report, claim(report, "sank ferries in Veld", places=[("Veld", 1)]))
    assert [place.name for place in found.places] == ["Veld"]


def test_the_brigade_may_be_one_that_has_brigades_in_its_name():
    report = written("The Hawa Brigades left. The brigade sold ferries.", bodies=["Hawa Brigades"])
    sold = claim(report, "The brigade sold ferries", actors=["The brigade"])
    assert actors(report, sold) == [["Hawa Brigades"]]


def test_she_is_nobody_in_the_plural():
    texts = "Ila Venn came.", "Leaders of Lomar said ferries sank.", "She said ferries burned."
    report = written(*texts, people=["Ila Venn", "Leaders of Lomar"], read=parsed)
    claims = (
        claim(report, "ferries sank", chain=["Leaders of Lomar"]),
        claim(report, "ferries burned", chain=["She"]),
    )
    assert voices(report, *claims)[1] == ["Ila Venn"]


def test_a_target_that_is_a_pronoun_nobody_knows_the_meaning_of_is_left_out():
    report = written("The army sank them.")
    (found,) = resolved(report, claim(report, "The army sank them", targets=["them"]))
    assert found.targets == ()
