"""What may be, without anybody who says so: "a chance that A", "the likelihood that A"."""

import pytest

from tests.compose.invented import Report, chains, only

CHANCE = "There was a chance the brigade would burn the ferry."
LIKELIHOOD = "The likelihood that the militia will attack the dam is growing."


@pytest.mark.parametrize(
    ("text", "said"),
    [(CHANCE, "the brigade would burn the ferry"), (LIKELIHOOD, "the militia will attack the dam")],
)
def test_what_may_be_is_possible_and_nobody_says_it(text, said):
    found = Report().passage(text).proposed(text.rstrip(".")).composed()
    assert chains(found) == [f"document: {said}"]
    assert only(found).modality == "possible"
