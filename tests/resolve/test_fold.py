import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.fold import fold_word, outline
from reportedly.resolve.scripts import romanize

LETTERS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "M", "Nd", "Po")), max_size=14)
LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyzšħ'éñçx", max_size=14)


@pytest.mark.parametrize(
    "spellings",
    [
        "Qadir Kadir Ghadir",
        "Suleiman Soleyman Süleyman Suleyman",
        "Houthi Hawthi Huthi",
        "Haniyeh Haniyah Haniyya Haniye",
        "Harakat Haraka Harakah",
        "Sahrawi Sahraoui",
        "Yevgeny Evgeniy Yevgenii Евгений",
        "Shoigu Shoygu Шойгу",
        "Bashar Bachar",
        "Xalid Khalid",
        "Haydar Haidar",
        "Muslimun Muslimin",
        "Guzmán Guzman",
        "Khatib Khateeb Khatīb",
    ],
)
def test_spellings_of_one_word_fold_alike(spellings):
    assert len({fold_word(word).text for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Hussein"), ("Ahmed", "Mahmoud"), ("Ansar", "Asa'ib"), ("Shams", "Sams"), ("Salim", "Salam")],
)
def test_different_words_stay_apart(one, other):
    assert fold_word(one).text != fold_word(other).text


@pytest.mark.parametrize(
    ("original", "latin"), [("حركة", "Haraka"), ("نصر", "Nasr"), ("الشهيد", "Shahid"), ("قاسم", "Qasem")]
)
def test_arabic_script_has_the_consonants_of_its_romanisation(original, latin):
    assert fold_word(original).bones == fold_word(latin).bones
    assert not fold_word(original).voweled
    assert fold_word(latin).voweled


@pytest.mark.parametrize(
    ("original", "latin"),
    [("حزب الله", "hzb allah"), ("Хаттаб", "khattab"), ("پەیام", "peiam"), ("Щербаков", "shcherbakov")],
)
def test_other_scripts_are_written_in_latin_letters(original, latin):
    assert romanize(original) == latin


def test_latin_letters_are_left_as_they_are():
    assert romanize("Ânsar O'Neil") == "Ânsar O'Neil"


@given(LATIN)
def test_folding_a_fold_changes_nothing(word):
    once = fold_word(word).text
    assert fold_word(once).text == once


@given(LETTERS)
def test_any_letters_fold_to_small_letters_and_digits(word):
    assert set(fold_word(word).text) <= set("abcdefghijklmnopqrstuvwxyz0123456789šħ")


@given(LATIN)
def test_the_fold_takes_no_case(word):
    assert fold_word(word) == fold_word(word.upper().lower())


@pytest.mark.parametrize(
    "spellings", ["Qadir Kadir Ghadir", "Nasrallah Nasrullah", "Shahid Chahid", "شهيد Shahid"]
)
def test_spellings_of_one_word_are_looked_up_under_one_outline(spellings):
    assert len({outline(word.casefold()) for word in spellings.split()}) == 1
