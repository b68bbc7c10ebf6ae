"""Reads a report's bytes into a Document.

Takes: a path or bytes: HTML, plain text, Markdown or PDF, in English.
Gives: one Document: text, passages, and what the file itself says about where and when it appeared.
Never: changes a plain text, fetches anything, guesses a date, or returns a document without words.
"""

from pathlib import Path

from reportedly.errors import EmptyInput
from reportedly.ids import document_id, sha256_hex
from reportedly.ingest.article import Article
from reportedly.ingest.language import require_english
from reportedly.ingest.limits import Limits
from reportedly.ingest.published import require_published
from reportedly.ingest.sniff import Format, sniff
from reportedly.ingest.source import load_bytes
from reportedly.records import Document

__all__ = ["Limits", "ingest"]


def ingest(
    source: Path | bytes,
    *,
    name: str | None = None,
    published: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Reads one report.

    Args:
        source: its path, or its bytes (standard input).
        name: what the user calls it; the path, or "-" for bytes, when not given.
        published: ISO 8601 date of publication that overrules what the file says.
        limits: sizes accepted; the defaults of `Limits` when not given.

    Returns:
        The document. Its text is the file's own for plain text and Markdown; for HTML and PDF, the
        paragraphs of the article, parted by blank lines.

    Raises:
        InputError: the report cannot be read; the subclass says why.
        SettingsError: `published` is no ISO 8601 date.
    """
    limits = limits or Limits()
    name = name or ("-" if isinstance(source, bytes) else str(source))
    given = None if published is None else require_published(published)
    content = load_bytes(source, name, limits.max_bytes)
    article = _read(content, name, limits)
    if not any(character.isalnum() for character in article.text):
        raise EmptyInput(name, "has no words in it", "check that the right file was saved")
    require_english(article.text, name)
    digest = sha256_hex(content)
    date = given or article.published
    return Document(
        id=document_id(digest),
        name=name,
        sha256=digest,
        text=article.text,
        passages=article.passages,
        url=article.url,
        title=article.title,
        publisher=article.publisher,
        published=date,
        published_reason=None if date else article.published_reason,
        language=article.language or "en",
    )


def _read(content: bytes, name: str, limits: Limits) -> Article:
    # Each reader is imported when its format turns up: the HTML and PDF libraries cost start-up time.
    match sniff(content, name):
        case Format.HTML:
            from reportedly.ingest.html import read_html

            return read_html(content, name, limits.max_elements)
        case Format.PDF:
            from reportedly.ingest.pdf import read_pdf

            return read_pdf(content, name, limits.max_pages)
        case Format.TEXT:
            from reportedly.ingest.plain import read_text

            return read_text(content)
