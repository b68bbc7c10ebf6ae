"""Pages: the article out of its furniture, paragraph by paragraph.

The body is found by trafilatura; headings, lists, block quotations and captions keep their kind.
The page is untrusted: scripts are only read as data, nothing is fetched, no entity is resolved.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from reportedly.errors import BrokenInput, NoArticle, TooLarge
from reportedly.ingest.article import Article
from reportedly.ingest.encoding import decode
from reportedly.ingest.metadata import PageMetadata, metadata_of
from reportedly.ingest.passages import Block, is_prose, passages_of
from reportedly.records import Passage, PassageKind, Span

PARTING = "\n\n"

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_UTF_8_NAMES = {"utf-8", "utf8"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the article before the text is put together."""

    shown: str
    kind: PassageKind | None = None
    bullet: bool = False


def read_html(content: bytes, name: str, max_elements: int) -> Article:
    """Reads a saved page.

    Args:
        content: its bytes.
        name: what the user calls it, for messages.
        max_elements: the most elements accepted in its body.

    Returns:
        The article: its text is the blocks of the body, parted by a blank line, the title first.

    Raises:
        NoArticle: no running text on the page.
        TooLarge: more elements than `max_elements`.
        BrokenInput: too deeply nested to be read.
    """
    try:
        tree = _parsed(decode_page(content), name)
        _check_elements(tree, name, max_elements)
        page = metadata_of(tree)
        captions = _captions_to_paragraphs(tree)
        pieces = list(_pieces(_body(tree), captions))
    except RecursionError as error:
        wrong = "is nested too deeply to be read"
        raise BrokenInput(name, wrong, "save the page as text and give that") from error
    text, passages = _put_together(_with_title(pieces, page.title))
    _require_article(text, passages, name)
    return _article(text, passages, page)


def decode_page(content: bytes) -> str:
    """Decodes a page by its declared encoding where that fits all bytes, else like plain text."""
    declared = _DECLARED.search(content[:4096])
    codec = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    text = decode(content)
    if codec not in _UTF_8_NAMES and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            text = _declared(content, codec) or text
    return _FORBIDDEN.sub("", _XML_DECLARATION.sub("", text))


def _declared(content: bytes, codec: str) -> str | None:
    # Browsers read "iso-8859-1" and "us-ascii" as Windows-1252. Source: WHATWG Encoding, 4.2.
    if codec in {"iso-8859-1", "latin1", "ascii", "us-ascii"} or "1252" in codec:
        return None
    try:
        decoded = content.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None
    return decoded if isinstance(decoded, str) else None


def _parsed(page: str, name: str) -> HtmlElement:
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = fromstring(page, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NoArticle(name, "holds no page", "check that the right file was saved") from error
    return tree


def _check_elements(tree: HtmlElement, name: str, max_elements: int) -> None:
    count = sum(1 for body in tree.iter("body") for _ in islice(body.iter(), max_elements + 1))
    if count > max_elements:
        wrong = f"is a page of more than {max_elements:,} elements, the limit for one report"
        raise TooLarge(name, wrong, "save the article itself, or split the page")


def _captions_to_paragraphs(tree: HtmlElement) -> frozenset[str]:
    # trafilatura drops figures whole; a caption that is a paragraph it keeps.
    found = set()
    for caption in list(tree.iter("figcaption")):
        figure = next((e for e in caption.iterancestors("figure")), caption)
        parent = figure.getparent()
        shown = _squeezed(caption.text_content())
        if parent is None or not shown:
            continue
        paragraph = etree.SubElement(parent, "p")
        paragraph.text = shown
        paragraph.tail = figure.tail
        parent.replace(figure, paragraph)
        found.add(shown)
    return frozenset(found)


def _body(tree: HtmlElement) -> etree._Element | None:
    import trafilatura

    # It warns on standard error about each page without an article; the error raised here says so.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=False)
    return None if found is None or isinstance(found, dict) else found.body


def _pieces(body: etree._Element | None, captions: frozenset[str]) -> Iterator[Piece]:
    for element in [] if body is None else body:
        match element.tag:
            case "head":
                yield from _piece(element, PassageKind.HEADING)
            case "quote":
                inner = [child for child in element if child.tag in ("p", "item")]
                for part in inner or [element]:
                    yield from _piece(part, PassageKind.BLOCK_QUOTATION)
            case "list":
                for item in element.iter("item"):
                    yield from _piece(item, None, bullet=True)
            case "table":
                for row in element.iter("row"):
                    cells = (_squeezed("".join(_parts(cell))) for cell in row.iter("cell"))
                    shown = "; ".join(cell for cell in cells if cell)
                    if shown:
                        yield Piece(shown, bullet=True)
            case _:
                for piece in _piece(element, None):
                    yield Piece(piece.shown, PassageKind.CAPTION) if piece.shown in captions else piece


def _piece(element: etree._Element, kind: PassageKind | None, *, bullet: bool = False) -> Iterator[Piece]:
    for shown in _broken(element):
        yield Piece(shown, kind, bullet)


def _broken(element: etree._Element) -> Iterator[str]:
    # A <br> after a full sentence parts paragraphs, one inside a sentence parts lines.
    line = ""
    for part in _parts(element):
        if part == "\n" and _ENDS_SENTENCE.search(line):
            if shown := _squeezed(line):
                yield shown
            line = ""
        else:
            line += part
    if shown := _squeezed(line):
        yield shown


def _parts(element: etree._Element) -> Iterator[str]:
    if element.tag == "lb":
        yield "\n"
    elif element.text:
        yield re.sub(r"\s+", " ", element.text)
    for child in element:
        # Nested items are pieces of their own.
        if child.tag not in ("list", "item"):
            yield from _parts(child)
        if child.tag == "p":
            yield "\n"
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail)


def _with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    key = _key(title or "")
    for index, piece in enumerate(pieces[:4]):
        own = _key(piece.shown)
        if own and (own == key or (piece.kind is PassageKind.HEADING and own in key)):
            titled = Piece(piece.shown, PassageKind.TITLE)
            return [*pieces[:index], titled, *pieces[index + 1 :]]
    return [Piece(title, PassageKind.TITLE), *pieces] if title else list(pieces)


def _key(shown: str) -> str:
    return "".join(character for character in shown.lower() if character.isalnum())


def _put_together(pieces: Sequence[Piece]) -> tuple[str, tuple[Passage, ...]]:
    blocks: list[Block] = []
    position = 0
    for piece in pieces:
        end = position + len(piece.shown)
        blocks.append(Block(Span(position, end), piece.kind, piece.bullet))
        position = end + len(PARTING)
    text = PARTING.join(piece.shown for piece in pieces)
    return text, passages_of(text, blocks)


def _require_article(text: str, passages: Sequence[Passage], name: str) -> None:
    running = (PassageKind.PARAGRAPH, PassageKind.BLOCK_QUOTATION)
    for passage in passages:
        if passage.kind in running and is_prose(text[passage.span.begin : passage.span.end]):
            return
    wrong = "is a page without an article (menus, links or scripts only)"
    raise NoArticle(name, wrong, "open it in a browser and save the article itself")


def _squeezed(shown: str) -> str:
    return " ".join(shown.split())


def _article(text: str, passages: tuple[Passage, ...], page: PageMetadata) -> Article:
    return Article(
        text=text,
        passages=passages,
        url=page.url,
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        published_reason=page.published_reason,
        language=page.language,
    )
