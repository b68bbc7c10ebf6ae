"""Which format some bytes are in: their content decides, a file name's ending only helps."""

import re
from enum import StrEnum
from pathlib import PurePath

from reportedly.errors import BrokenInput, EmptyInput, UnknownFormat


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"


FOREIGN_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"PK\x03\x04", "a ZIP container (a .docx, .odt, .epub or an archive)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
"""First bytes of files often saved under a wrong name. Source: the `file` command's magic database."""

PDF_HEADER_WITHIN_BYTES = 1024
"""Source: ISO 32000-1, annex H, implementation note 13: readers accept `%PDF-` within 1,024 bytes."""

MAX_CONTROL_SHARE = 0.001
"""Control characters per byte up to which bytes still count as text: one stray NUL in a page of a
damaged text file is tolerated (and kept), a binary file has far more."""

_TAGS = rb"html|head|body|article|main|section|div|p|h1|title|meta|script"
_PAGE = re.compile(rb"<(?:!doctype\s+html|(?:" + _TAGS + rb")[\s>])", re.IGNORECASE)
_WHOLE_PAGE = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_PREFACES = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b") | {0x7F})
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HTML_ENDINGS = {".html", ".htm", ".xhtml"}
_TEXT_ENDINGS = {".txt", ".text", ".md", ".markdown"}
_CONVERT = "save it as PDF, HTML or plain text first"


def sniff(content: bytes, name: str) -> Format:
    """Decides the format of an input.

    Args:
        content: all of its bytes.
        name: what the user calls it; its ending settles what the bytes leave open.

    Returns:
        HTML for a page, also when its name ends in `.txt`; PDF; TEXT for any other readable bytes.

    Raises:
        EmptyInput: no bytes.
        UnknownFormat: a picture, an archive or other bytes that are no text.
        BrokenInput: named `.pdf` without being one.
    """
    if not content:
        raise EmptyInput(name, "is empty (0 bytes)", "fetch or save the report again")
    if b"%PDF-" in content[:PDF_HEADER_WITHIN_BYTES]:
        return Format.PDF
    _refuse_foreign(content, name)
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        wrong = "is named .pdf but does not begin like one (no %PDF- in it)"
        raise BrokenInput(name, wrong, "fetch it again; if it is a saved page, rename it to .html")
    return Format.HTML if _is_page(content, ending) else Format.TEXT


def is_wide(content: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of bytes with a mark, or with a NUL in every other byte, else None."""
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if content.startswith(_WIDE_MARKS):
        return "utf-16"
    sample = content[:4096]
    if len(sample) >= 8 and sample[1::2].count(0) > 0.3 * len(sample) and not sample[::2].count(0):
        return "utf-16-le"
    if len(sample) >= 8 and sample[::2].count(0) > 0.3 * len(sample) and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _is_page(content: bytes, ending: str) -> bool:
    if ending in _HTML_ENDINGS:
        return True
    codec = is_wide(content)
    begin = content[:8192].decode(codec, "replace").encode("utf-8") if codec else content[:8192]
    # A plain-text file may open with a stray tag; only a whole page overrules its name.
    tag = _WHOLE_PAGE if ending in _TEXT_ENDINGS else _PAGE
    return tag.match(_without_prefaces(begin)) is not None


def _without_prefaces(begin: bytes) -> bytes:
    rest = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    for opening, closing in _PREFACES * 8:
        if rest.startswith(opening):
            rest = rest.partition(closing)[2].lstrip()
    return rest


def _refuse_foreign(content: bytes, name: str) -> None:
    for beginning, what in FOREIGN_BEGINNINGS:
        # "BM", "ID3" and "BZh" may begin a text, too: they need the binary bytes behind them.
        certain = len(beginning) > 3 or not beginning.isascii()
        if content.startswith(beginning) and (certain or _control_share(content[:4096]) > 0.01):
            raise UnknownFormat(name, f"is {what}", _CONVERT)
    if content[8:12] == b"WEBP" and content[:4] == b"RIFF":
        raise UnknownFormat(name, "is a WebP picture", _CONVERT)
    if is_wide(content) is None and _control_share(content) > MAX_CONTROL_SHARE:
        raise UnknownFormat(name, "holds binary data, not text", _CONVERT)


def _control_share(content: bytes) -> float:
    # A few bytes are too small a sample: below 1,000, one control character is let through.
    controls = len(content) - len(content.translate(None, _CONTROL))
    return max(0, controls - 1) / len(content) if len(content) < 1000 else controls / len(content)
