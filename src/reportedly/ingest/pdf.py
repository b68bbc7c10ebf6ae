"""PDF reports: the text layer of their pages, line by line, then as paragraphs.

pdfium gives the characters. A PDF that says its reading direction is right to left makes pdfium
reverse the words of English lines, so there each line is put in order by where its characters stand.
The creation date in a PDF is that of the file, not of the report: it is no publication date.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from reportedly.errors import BrokenInput, EmptyInput, EncryptedInput, TooLarge
from reportedly.ingest.article import Article
from reportedly.ingest.passages import MAX_TITLE_CHARACTERS, Block, passages_of
from reportedly.ingest.pdf_layout import PageLine, Paragraph, paragraphs_of
from reportedly.records import PassageKind, Span

if TYPE_CHECKING:
    import pypdfium2

NO_DATE = "a PDF states when the file was made, not when the report was published; give it with --published"
PARTING = "\n\n"
PASSWORD_ERROR = 4
"""Source: FPDF_ERR_PASSWORD in pdfium's fpdfview.h."""

LINE_END_HYPHENS = "\x02\ufffe\xad"
"""What pdfium puts where a line ends inside a word, and the soft hyphen."""

MIN_WORD_GAP_HEIGHTS = 0.12
_NO_TITLE = re.compile(
    r"untitled|microsoft word|\.(?:docx?|indd|pdf|qxd|rtf|xlsx?|pptx?)\b|^document\d*$|^\W*$|^\S{0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on the page and its box, in points."""

    character: str
    left: float
    right: float
    base: float
    height: float


def read_pdf(content: bytes, name: str, max_pages: int) -> Article:
    """Reads a PDF's text layer.

    Args:
        content: its bytes.
        name: what the user calls it, for messages.
        max_pages: the most pages accepted.

    Returns:
        The article; its text is the paragraphs, parted by a blank line.

    Raises:
        EncryptedInput: needs a password.
        BrokenInput: damaged.
        TooLarge: more pages than `max_pages`.
        EmptyInput: pages without a text layer (scans).
    """
    pdf = _opened(content, name)
    try:
        if len(pdf) > max_pages:
            wrong = f"has {len(pdf):,} pages, more than the limit of {max_pages:,}"
            raise TooLarge(name, wrong, "split it into single reports or raise the limit")
        pages = list(_pages(pdf, name))
        stated = " ".join(pdf.get_metadata_value("Title").split())
    finally:
        pdf.close()
    paragraphs = paragraphs_of(pages)
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph.shown):
        wrong = "has no text layer (scanned pages or pictures)"
        raise EmptyInput(name, wrong, "run it through text recognition (OCR) first")
    return _article(paragraphs, None if _NO_TITLE.search(stated) else stated)


def _opened(content: bytes, name: str) -> "pypdfium2.PdfDocument":
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == PASSWORD_ERROR:
            raise EncryptedInput(name, "is encrypted", "remove the password and save it again") from error
        raise BrokenInput(name, "is a damaged PDF", "fetch it again or repair it") from error


def _pages(pdf: "pypdfium2.PdfDocument", name: str) -> Iterator[list[PageLine]]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    rightwards = not _declares_right_to_left(pdf, pdfium)
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise BrokenInput(
                name, f"is damaged on page {number + 1}", "fetch it again or repair it"
            ) from error
        lines = list(_split(_characters(text, pdfium)))
        if rightwards and not _runs_leftwards(text, lines):
            yield [found for line in lines for found in _lines_as_given(text, number, line)]
        else:
            yield [found for line in lines for found in _lines_by_place(text, number, line)]
        text.close()
        page.close()


def _declares_right_to_left(pdf: "pypdfium2.PdfDocument", pdfium: ModuleType) -> bool:
    buffer = ctypes.create_string_buffer(8)
    pdfium.FPDF_VIEWERREF_GetName(pdf.raw, b"Direction", buffer, len(buffer))
    return buffer.value == b"R2L"


def _characters(text: "pypdfium2.PdfTextPage", pdfium: ModuleType) -> list[tuple[int, str]]:
    codes = (pdfium.FPDFText_GetUnicode(text.raw, index) for index in range(text.count_chars()))
    return [(index, chr(code) if 0 < code <= 0x10FFFF else " ") for index, code in enumerate(codes)]


def _split(characters: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    line: list[tuple[int, str]] = []
    for index, character in characters:
        if character in "\r\n":
            if line:
                yield line
            line = []
        else:
            line.append((index, character))
    if line:
        yield line


def _runs_leftwards(text: "pypdfium2.PdfTextPage", lines: Sequence[Sequence[tuple[int, str]]]) -> bool:
    # Some PDFs are laid out from right to left without saying so: their first words stand rightmost.
    leftwards = rightwards = 0
    for line in lines[:40]:
        inked = [index for index, character in line if character.isalnum() and character < "\u0250"]
        if len(inked) < 8 or any(character in LINE_END_HYPHENS for _, character in line):
            continue
        first, last = text.get_charbox(inked[0]), text.get_charbox(inked[-1])
        leftwards += first[0] > last[2]
        rightwards += first[0] < last[2]
    return leftwards > rightwards


def _lines_as_given(
    text: "pypdfium2.PdfTextPage", page: int, line: Sequence[tuple[int, str]]
) -> Iterator[PageLine]:
    begin = 0
    for position, (_, character) in enumerate(line):
        if character in LINE_END_HYPHENS:
            yield from _line(text, page, line[begin:position], hyphen=position + 1 < len(line))
            begin = position + 1
    yield from _line(text, page, line[begin:], hyphen=False)


def _line(
    text: "pypdfium2.PdfTextPage", page: int, line: Sequence[tuple[int, str]], *, hyphen: bool
) -> Iterator[PageLine]:
    inked = [index for index, character in line if not character.isspace()]
    if not inked:
        return
    left, base, _, top = text.get_charbox(inked[0], loose=True)
    right = text.get_charbox(inked[-1], loose=True)[2]
    shown = " ".join("".join(character for _, character in line).split())
    yield PageLine(page, shown, left, right, base, top - base, hyphen)


def _lines_by_place(
    text: "pypdfium2.PdfTextPage", page: int, line: Sequence[tuple[int, str]]
) -> Iterator[PageLine]:
    glyphs = []
    for index, character in line:
        left, base, right, top = text.get_charbox(index, loose=True)
        if not character.isspace():
            glyphs.append(Glyph(character, left, right, base, top - base))
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.base, one.left)):
        if rows and rows[-1][0].base - glyph.base < 0.5 * glyph.height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        yield _placed(page, sorted(row, key=lambda one: one.left))


def _placed(page: int, row: Sequence[Glyph]) -> PageLine:
    shown = row[0].character
    for before, after in pairwise(row):
        gap = after.left - before.right > MIN_WORD_GAP_HEIGHTS * max(before.height, after.height)
        shown += f" {after.character}" if gap else after.character
    hyphen = shown[-1] in LINE_END_HYPHENS
    bare = "".join(character for character in shown if character not in LINE_END_HYPHENS)
    return PageLine(page, bare, row[0].left, row[-1].right, row[0].base, row[0].height, hyphen)


def _article(paragraphs: Sequence[Paragraph], stated: str | None) -> Article:
    blocks: list[Block] = []
    position = 0
    titled = False
    for paragraph in paragraphs:
        end = position + len(paragraph.shown)
        kind = None
        if (
            paragraph.large
            and len(paragraph.shown) <= MAX_TITLE_CHARACTERS
            and not paragraph.shown.endswith(".")
        ):
            # The first large line is the title, also when a letterhead stands above it.
            kind = PassageKind.HEADING if titled else PassageKind.TITLE
            titled = True
        blocks.append(Block(Span(position, end), kind, paragraph.bullet, paragraph.lines))
        position = end + len(PARTING)
    text = PARTING.join(paragraph.shown for paragraph in paragraphs)
    passages = passages_of(text, blocks)
    titles = [text[p.span.begin : p.span.end] for p in passages if p.kind is PassageKind.TITLE]
    return Article(text, passages, title=stated or next(iter(titles), None), published_reason=NO_DATE)
