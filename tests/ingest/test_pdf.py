"""PDF: paragraphs out of lines, furniture out, and reversed lines put right."""

from reportedly.ingest import ingest
from tests.ingest.invented import pdf

HEAD = (72, 820, 9, "Coast Office - Quarterly")
FIRST = [
    HEAD,
    (72, 780, 16, "Harbour patrols doubled"),
    (72, 750, 11, "The harbour chief of Velt said on Monday that “patrols” (12 percent), and smug-"),
    (
        72,
        736,
        11,
        "gling of fuel had gone on. The ministry's answer: it could not say who paid 1,200.50 euros.",
    ),
    (72, 710, 11, "A second paragraph, they said, starts here and goes on to the very end of the page and"),
    (300, 30, 9, "1"),
]
NEXT = [
    HEAD,
    (72, 780, 11, "then on the next, where the north-"),
    (72, 766, 11, "backed fighters were seen. The office noted:"),
    (72, 740, 11, "• First thing was done."),
    (72, 726, 11, "• Second thing was not done, it said, because of the weather."),
    (300, 30, 9, "2"),
]
TEXT = [
    "Harbour patrols doubled",
    (
        "The harbour chief of Velt said on Monday that “patrols” (12 percent), and smuggling of fuel had"
        " gone on. The ministry's answer: it could not say who paid 1,200.50 euros."
    ),
    (
        "A second paragraph, they said, starts here and goes on to the very end of the page and then on"
        " the next, where the north-backed fighters were seen. The office noted:"
    ),
    "First thing was done.",
    "Second thing was not done, it said, because of the weather.",
]


def test_lines_become_paragraphs_across_pages_without_heads_and_page_numbers() -> None:
    document = ingest(pdf([FIRST, NEXT]))
    assert document.text.split("\n\n") == TEXT
    assert [p.kind.value for p in document.passages][:2] == ["title", "paragraph"]
    assert [p.governed_by for p in document.passages] == [None, None, None, 2, 2]


def test_a_pdf_that_reads_right_to_left_gives_the_same_text() -> None:
    assert ingest(pdf([FIRST, NEXT], leftwards=True)).text.split("\n\n") == TEXT


def test_the_date_a_file_was_made_is_no_publication_date() -> None:
    document = ingest(pdf([FIRST], info="/Title(Quarterly report of the coast)/CreationDate(D:20310502)"))
    assert document.published is None
    assert "PDF" in (document.published_reason or "")
    assert document.title == "Quarterly report of the coast"


def test_a_title_that_is_a_file_name_gives_way_to_the_first_line() -> None:
    assert ingest(pdf([FIRST], info="/Title(final_v2.docx)")).title == "Harbour patrols doubled"
