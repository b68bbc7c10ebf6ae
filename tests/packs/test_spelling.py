import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.packs.spelling import spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mobilise", "mobilize"),
        ("demobilization", "demobilisation"),
        ("harbour", "harbor"),
        ("defense", "defence"),
        ("license", "licence"),
        ("programme", "program"),
        ("paralyze", "paralyse"),
        ("forced labour", "forced labor"),
    ],
)
def test_both_spellings_are_found_from_either(one, other):
    assert spellings(one) == spellings(other) == {one, other}


@pytest.mark.parametrize("word", ["rise", "wise", "size", "four", "fence", "stage"])
def test_a_word_with_one_spelling_stays(word):
    assert spellings(word) == {word}


@given(st.text(st.characters(codec="ascii", min_codepoint=97, max_codepoint=122), min_size=1, max_size=20))
def test_a_word_is_always_among_its_spellings(word):
    assert word in spellings(word)
    assert 1 <= len(spellings(word)) <= 3
