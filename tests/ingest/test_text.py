"""Blocks of plain text: by blank line, by line, by wrapped lines."""

from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.ingest.passages import passages_of
from reportedly.ingest.text import blocks_of
from tests.ingest.invented import PARAGRAPH, SECOND


def shown(text: str) -> list[str]:
    return [text[block.span.begin : block.span.end] for block in blocks_of(text)]


def test_blank_lines_part_paragraphs_whatever_the_line_ends() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert shown(f"{PARAGRAPH}{end}{end}{SECOND}{end}") == [PARAGRAPH, SECOND]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert shown(f"{PARAGRAPH}\n{SECOND}\n{PARAGRAPH}") == [PARAGRAPH, SECOND, PARAGRAPH]


WRAPPED = """\
The harbour chief of Velt said on Monday that patrols along the northern
coast had doubled since the spring, and that smugglers had moved to the
small ports in the south.
Fishermen told the Post that they had not seen any of the new boats in
the strait this month.

The ministry did not answer a request for comment in time, and neither
did the office.
"""


def test_wrapped_lines_are_joined_and_a_short_last_line_ends_a_paragraph() -> None:
    found = shown(WRAPPED)
    assert [" ".join(piece.split())[:12] for piece in found] == [
        "The harbour ",
        "Fishermen to",
        "The ministry",
    ]
    assert found[0].endswith("in the south.")


def test_an_indented_line_begins_a_paragraph_in_a_wrapped_file() -> None:
    indented = WRAPPED.replace(
        "small ports in the south.", "small ports in the far south of the long coast."
    ).replace("Fishermen", "    Fishermen")
    assert len(shown(indented)) == 3


def test_marks_of_headings_lists_and_quotations_are_no_part_of_a_passage() -> None:
    marked = f"# Patrols doubled #\n\n{PARAGRAPH}\n\n> {SECOND}\n\n"
    text = marked + "- first boat\n- second boat\n\n***\n1. third boat\n"
    assert shown(text) == ["Patrols doubled", PARAGRAPH, SECOND, "first boat", "second boat", "third boat"]


def test_a_text_without_words_has_no_blocks() -> None:
    assert blocks_of("\n ---\n\t***\n") == []


PIECES = some.lists(
    some.one_of(
        some.sampled_from(
            ["\n", "\n\n", "\r\n", " ", "> ", "- ", "# ", "The office noted:", "“", "”", "\x0c", "a."]
        ),
        some.text(max_size=12),
    ),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(PIECES)
def test_passages_are_trimmed_in_order_and_apart(text: str) -> None:
    passages = passages_of(text, blocks_of(text))
    position = 0
    for index, passage in enumerate(passages):
        words = text[passage.span.begin : passage.span.end]
        assert words
        assert words == words.strip()
        assert passage.span.begin >= position
        assert passage.governed_by is None or 0 <= passage.governed_by < index
        position = passage.span.end


@settings(deadline=None)
@given(PIECES)
def test_no_letter_is_outside_the_passages_but_those_of_list_marks(text: str) -> None:
    inside = sum(block.span.end - block.span.begin for block in blocks_of(text))
    assert inside <= len(text)
