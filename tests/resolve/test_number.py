import pytest

from reportedly.resolve.number import Numbers
from tests.compose.invented import Report, bare


@pytest.mark.parametrize(
    ("text", "words", "many"),
    [
        ("Two guards said ferries sank.", "Two guards", True),
        ("The militia's spokesman said ships burned.", "The militia's spokesman", False),
        ("The mayor and the army met.", "The mayor and the army", True),
        ("The mayor and the army met.", "The mayor", False),
        ("They left.", "They", False),
    ],
)
def test_the_first_noun_phrase_says_whether_they_are_many(text, words, many):
    report = Report().passage("Lomar sank.", read=bare).passage(text)
    assert Numbers(report.readings).many(report.span(words)) is many


def test_words_outside_of_any_sentence_are_one():
    report = Report().passage("They left.")
    assert not Numbers(()).many(report.span("They"))
