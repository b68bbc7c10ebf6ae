"""What each passage is, and which line governs a quotation."""

import pytest

from reportedly.ingest.passages import passages_of
from reportedly.ingest.text import blocks_of
from reportedly.records import PassageKind
from tests.ingest.invented import PARAGRAPH, SECOND


def kinds(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [passage.kind.value for passage in passages_of(text, blocks_of(text))]


def governed(*paragraphs: str) -> list[int | None]:
    text = "\n\n".join(paragraphs)
    return [passage.governed_by for passage in passages_of(text, blocks_of(text))]


def test_a_short_first_line_is_the_title_when_something_follows() -> None:
    assert kinds("Patrols doubled in the north", PARAGRAPH) == ["title", "paragraph"]
    assert kinds("Who Pays for the Boats?", PARAGRAPH) == ["title", "paragraph"]
    assert kinds("Harbour Chief Says Patrols Doubled.", PARAGRAPH) == ["title", "paragraph"]
    assert kinds(PARAGRAPH, SECOND) == ["paragraph", "paragraph"]
    assert "title" not in kinds("Patrols doubled in the north")


@pytest.mark.parametrize("line", ["VELT, Northland (CNA) --", "VELT, May 2 (Coast News) _", "PORT VELT —"])
def test_a_dateline_is_no_title(line: str) -> None:
    assert kinds(line, PARAGRAPH)[0] == "paragraph"


def test_a_short_line_above_running_text_is_a_heading_and_a_signature_is_not() -> None:
    assert kinds("T one", PARAGRAPH, "What comes next", SECOND)[2] == "heading"
    assert kinds("T one", PARAGRAPH, "Ann Writer", "Press Officer")[2:] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Please let us know if the page does not load.",
        "Click here to read our newsletter.",
        "Subscribe",
        "© 2031 Coast Post",
        "Copyright 2031 Coast Post. All rights reserved.",
        "By Ann Writer",
        "By Ann Writer and Bo Scribe, Coast Post",
        "May 2, 2031",
        "Published: Friday, 2 May 2031 10:15 GMT",
        "Share this:",
        "Email: desk@example.org",
        "Follow Ann Writer on Twitter @ann",
    ],
)
def test_furniture_is_boilerplate(line: str) -> None:
    assert kinds("Title here", PARAGRAPH, line, SECOND)[2] == PassageKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers of the ferry line were told to wait, the harbour office said.",
        "By Monday, the boats had left the harbour of Velt.",
        "Copyright cases took up most of the court's week, it said.",
        "In May 2031 the office sold two boats.",
        "The latest Northland/Reuters survey shows that few trust the patrols.",
    ],
)
def test_running_text_is_no_furniture(line: str) -> None:
    assert kinds("Title here", PARAGRAPH, line, SECOND)[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Boats leave the harbour of Velt. (Photo: Coast Post)",
        "FILE - Boats leave the harbour of Velt in March.",
        "Crew members of the coast guard wave from the deck as the",
        "Boats in Velt, May 2031. REUTERS/Bo Scribe",
    ],
)
def test_the_line_under_a_picture_is_a_caption(line: str) -> None:
    assert kinds("Title here", line, PARAGRAPH)[1] == "caption"


@pytest.mark.parametrize(
    "line", ["The office noted:", "Thefts fell, the office found, adding:", "“It fell,” it said, adding,"]
)
def test_a_line_that_announces_speech_governs_the_next_paragraph_only(line: str) -> None:
    assert governed(PARAGRAPH, line, PARAGRAPH, SECOND) == [None, None, 1, None]


def test_a_caption_between_does_not_part_them() -> None:
    assert governed(PARAGRAPH, "It noted:", "(Photo: Coast Post)", SECOND) == [None, None, None, 1]


def test_a_quotation_of_several_paragraphs_is_governed_as_a_whole() -> None:
    assert governed("It said:", "“One.", "“Two.", "“Three.”", PARAGRAPH) == [None, 0, 0, 0, None]
    assert governed("It said:", "[O]ne went.", "[T]wo went.", PARAGRAPH) == [None, 0, 0, None]
    assert governed("It said:", "“One went.”", "“Two went,” she added.", PARAGRAPH) == [None, 0, None, None]


def test_a_list_is_governed_as_a_whole() -> None:
    text = f"The office noted:\n- thefts fell\n- boats came\n- crews left\n\n{PARAGRAPH}"
    assert [p.governed_by for p in passages_of(text, blocks_of(text))] == [None, 0, 0, 0, None]


def test_marked_quotations_need_only_a_reporting_word_before_them() -> None:
    assert governed(PARAGRAPH, f"> {SECOND}", "The sea was calm.", "> Calm sea.") == [None, 0, None, None]


def test_an_introduction_with_nothing_behind_it_governs_nothing() -> None:
    assert governed(PARAGRAPH, "The office noted:") == [None, None]
