"""The date that a plain text gives itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest import ingest
from reportedly.ingest.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("PORT SEL, Karvenia (April 9, 2031) – Guards left.", "2031-04-09"),
        ("For release\n\nPORT SEL, Karvenia (Apr. 9, 2031)\nGuards left.", "2031-04-09"),
        ("2031-04-S-017\nPORT SEL, Karvenia (Apr. 9) – Guards left.", "2031-04-09"),
        ("2031-03-S-017\nPORT SEL, Karvenia (Apr. 9) – Guards left.", "2031-04-09"),
        ("PORT SEL, April 9, 2031 (Coast News) -- Guards left.", "2031-04-09"),
        ("Harbour Watch Morning Update, April 9, 2031\nGuards left.", "2031-04-09"),
        ("April 9, 2031\n\nGuards left.", "2031-04-09"),
        ("PORT SEL, 9 April 2031 — Guards left.", "2031-04-09"),
        ("PORT SÉL, Karvenia (9 April 2031) – Guards left.", "2031-04-09"),
        ("Radio Summary, Port Sel, 9 April 2031\nGuards left.", "2031-04-09"),
        ("Coast Watch\n9 Apr. 2031\nGuards left.", "2031-04-09"),
        ("Sept. 9: Raids on the Coast\nNo. 2031-09-CA-003\nGuards left.", "2031-09-09"),
        ("Date: April 9, 2031\nGuards left.", "2031-04-09"),
    ],
)
def test_a_dateline_or_a_line_at_the_top_gives_the_date(text: str, date: str) -> None:
    assert find_dateline(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "Guards left Port Sel on April 9, 2031.",
        "PORT SEL, Karvenia (April 9) – Guards left.",
        "2031-07-S-017\nPORT SEL, Karvenia (Apr. 9) – Guards left.",
        "PORT SEL, Karvenia (April 31, 2031) – Guards left.",
        "The Raid of April 9, 2031\nGuards left.",
        "The Raid of 9 April 2031\nGuards left.",
        "Report No. 9 (2 to 9 April 2031)\nGuards left.",
        "Guards left.\n" * 200 + "PORT SEL, Karvenia (April 9, 2031) – Guards left.",
        "They met him (April 9, 2031) in PORT.",
        "",
    ],
)
def test_a_date_in_a_sentence_or_without_a_year_gives_none(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text(alphabet="PORT SEL,K(April 9, 2031)–-:.\n", max_size=80))
def test_no_text_breaks_it_and_what_it_finds_is_a_day(text: str) -> None:
    found = find_dateline(text)
    assert found is None or len(found) == len("2031-04-09")


def test_a_plain_text_is_dated_by_its_dateline_unless_a_date_is_given() -> None:
    text = b"PORT SEL, Karvenia (April 9, 2031) - The guards left the port on Monday, the mayor said."
    assert ingest(text).published == "2031-04-09"
    assert ingest(text).published_reason is None
    assert ingest(text, published="2031-04-10").published == "2031-04-10"
    undated = ingest(b"The guards left the port on Monday, the mayor said.")
    assert undated.published is None
    assert undated.published_reason is not None
