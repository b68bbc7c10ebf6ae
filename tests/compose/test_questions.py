"""What is only asked is no claim."""

import pytest

from tests.compose.invented import Report, chains

ASKED = "the brigade smuggled diesel through Perrin"


@pytest.mark.parametrize(
    "text",
    [
        "Has the brigade smuggled diesel through Perrin?",
        '"Has the brigade smuggled diesel through Perrin?" the mayor asked.',
    ],
)
def test_a_question_is_no_claim(text):
    words = text[text.index("the brigade") : text.index("?")]
    assert Report().passage(text).proposed(words).composed() == ()


def test_what_is_said_in_front_of_a_question_is_a_claim():
    text = "The mayor said that the brigade smuggled diesel: is that a lie?"
    content = "the brigade smuggled diesel"
    report = Report().passage(text).proposed(content).voiced("The mayor", "said", content)
    assert chains(report.composed()) == [f"The mayor: {content}"]
