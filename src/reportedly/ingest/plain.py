"""Plain text and Markdown: the text is the file's own, only decoded."""

from reportedly.ingest.article import Article
from reportedly.ingest.dateline import find_dateline
from reportedly.ingest.encoding import decode
from reportedly.ingest.passages import passages_of
from reportedly.ingest.text import blocks_of
from reportedly.records import PassageKind

NO_DATE = "plain text without a dateline carries no publication date; give it with --published"


def read_text(content: bytes) -> Article:
    """Reads a plain-text or Markdown file.

    Args:
        content: its bytes, in any encoding that `encoding` reads.

    Returns:
        The file's own text, its passages, its first line as title where that looks like one, and the date
        of its dateline. No passages when it has no words.
    """
    text = decode(content)
    passages = passages_of(text, blocks_of(text))
    titles = [passage.span for passage in passages if passage.kind is PassageKind.TITLE]
    title = " ".join(text[titles[0].begin : titles[0].end].split()) if titles else None
    return Article(text, passages, title=title, published=find_dateline(text), published_reason=NO_DATE)
