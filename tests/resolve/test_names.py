import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.names import clean, find_names, fold
from tests.resolve.invented import written


def names(*passages, **seen):
    report = written(*passages, **seen)
    return find_names(report.document, report.readings)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Office of the Ferry Auditor (OFA) met.", "ofa", "Office of the Ferry Auditor"),
        ("The Lomar Harbour Board (the LHB) met.", "lhb", "Lomar Harbour Board"),
        ("The Lomar Harbour Board (“LHB”) met.", "lhb", "Lomar Harbour Board"),
        ("The Front for Free Ferries (FFF/PAX) met.", "pax", "Front for Free Ferries"),
        ("Boats sank. Watch for Rivers (WR) met.", "wr", "Watch for Rivers"),
    ],
)
def test_a_short_form_in_brackets_leads_to_the_full_name(text, short, full):
    assert names(text).short[short] == full


@pytest.mark.parametrize("text", ["It sank (see below).", "It rose by a third (33).", "Boats (Lomar) sank."])
def test_other_words_in_brackets_define_nothing(text):
    assert names(text).short == {}


def test_the_first_definition_of_a_short_form_stands():
    found = names("The Lomar Harbour Board (LHB) met the Low Hills Bank (LHB).")
    assert found.short["lhb"] == "Lomar Harbour Board"


def test_another_name_leads_to_the_first():
    text = "Tomas Veld, also known as Grey Heron, left."
    assert names(text, people=["Tomas Veld", "Grey Heron"]).short["grey heron"] == "Tomas Veld"


def test_the_last_words_of_one_body_stand_for_it():
    text = "The Tarsk Ferry Board met. The Ferry Board voted."
    found = names(text, bodies=["Tarsk Ferry Board", "Ferry Board"])
    assert found.short["ferry board"] == "Tarsk Ferry Board"


@pytest.mark.parametrize(
    ("body", "ground"), [("Police in the Ilden Islands", "Ilden Islands"), ("Ministers of Ilden", "Ilden")]
)
def test_ground_at_the_end_of_a_name_does_not_stand_for_it(body, ground):
    assert fold(ground) not in names(f"{body} met. {ground} burned.", bodies=[body, ground]).short


def test_an_office_behind_of_the_stands_for_its_own_name():
    body, office = "Office of the Ferry Auditor of Lomar", "Ferry Auditor of Lomar"
    assert names(f"The {body} met. The {office} left.", bodies=[body, office]).short[fold(office)] == body


def test_the_last_words_of_two_bodies_stand_for_neither():
    text = "The Tarsk Board met the Lomar Board. The Board voted."
    assert names(text, bodies=["Tarsk Board", "Lomar Board", "Board"]).short == {}


def test_a_surname_leads_to_the_full_name():
    assert names("Ilona Brask left.", people=["Ilona Brask"]).short["brask"] == "Ilona Brask"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the harbour board", "harbour board"),
        ("The ministry’s", "ministry"),
        ("the boats' ", "boats"),
        ("“Grey Heron”", "Grey Heron"),
        ("Lomar Harbour Board (LHB)", "Lomar Harbour Board"),
        ("Ilona Brask, the mayor", "Ilona Brask"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_a_clean_name_has_nothing_around_it(words, name):
    assert clean(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Gen. Tomas Veld", "Tomas Veld"),
        ("former Deputy Minister Ilona Brask", "Ilona Brask"),
        ("the general", "general"),
        ("Tomas Veld", "Tomas Veld"),
    ],
)
def test_a_person_loses_titles_as_long_as_a_name_is_left(words, name):
    assert clean(words, person=True) == name


def test_an_organisation_keeps_a_word_that_is_a_title_before_a_person():
    assert clean("the Foreign Ministry") == "Foreign Ministry"
    assert clean("Army Council") == "Army Council"


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Sable Front", "sable front"), ("the Sable Front’s", "Sable Front's"), ("its Board", "BOARD")],
)
def test_names_that_differ_in_case_or_ending_alone_are_the_same(one, other):
    assert fold(one) == fold(other)


WORDS = st.text(alphabet="abA .,()“”’'-/&é", max_size=40)


@given(WORDS, st.booleans())
def test_cleaning_adds_no_word_and_leaves_no_space_at_an_end(words, person):
    name = clean(words, person=person)
    assert name == name.strip()
    assert len(name) <= len(words)


@given(WORDS)
def test_folding_overlooks_case_and_determiners(words):
    assert fold(f"The {words.upper()}") == fold(words)


@given(st.lists(WORDS.filter(str.strip), max_size=3))
def test_any_text_gives_names_that_are_words_of_it(passages):
    found = names(*passages)
    text = " ".join(passages)
    assert all(word in text for full in found.short.values() for word in full.split())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the weekly Harbour Times", "Harbour Times"),
        ("newspaper Lomar Herald", "Lomar Herald"),
        ("weekly", "weekly"),
        ("LHB) Ila Venn", "Ila Venn"),
        ("Ila] Venn", "Venn"),
        ("Lomar Harbour Board (LHB) of Perrin", "Lomar Harbour Board (LHB) of Perrin"),
    ],
)
def test_what_only_describes_or_was_cut_is_no_part_of_a_name(words, name):
    assert clean(words) == name


@pytest.mark.parametrize("body", ["Attorney General's Office", "State Department", "General Command"])
def test_an_office_is_not_cut_like_a_person_with_a_title(body):
    assert clean(f"the {body}", person=True) == body


def test_a_name_does_not_run_over_from_a_title_into_the_text():
    across = "Harbour Master\n\nLomar's Harbour Master"
    found = names("Harbour Master", "Lomar's Harbour Master sank.", people=[across, "Lomar"])
    assert [named.name for named in found.named] == ["Lomar"]
