"""Names for documents and claims that follow from their content alone.

The same bytes, and the same words in them, get the same id on every machine and in every run, so
reading a report again finds the rows that are already there.
"""

import hashlib
import json
from collections.abc import Sequence

from reportedly.records import Span

DOCUMENT_ID_HEX_DIGITS = 16
CLAIM_ID_HEX_DIGITS = 12


def sha256_hex(content: bytes) -> str:
    """The SHA-256 digest of the bytes, as 64 lower-case hex digits."""
    return hashlib.sha256(content).hexdigest()


def document_id(sha256: str) -> str:
    """Names a document by its digest.

    Args:
        sha256: 64 lower-case hex digits.

    Returns:
        "d-" and the first 16 of them.
    """
    return f"d-{sha256[:DOCUMENT_ID_HEX_DIGITS]}"


def claim_id(document: str, content: Span, *, chain: Sequence[str] = (), ordinal: int = 0) -> str:
    """Names a claim by where it stands and who says it.

    Args:
        document: id of the document.
        content: the claim's span in the document's text, in code points.
        chain: names of the voices, outermost first.
        ordinal: 0 for the first claim with this document, span and chain, 1 for the next, and so on.

    Returns:
        "c-" and 12 hex digits of the digest of all of these, unambiguously separated.
    """
    canonical = json.dumps([document, content.begin, content.end, list(chain), ordinal], ensure_ascii=True)
    return f"c-{sha256_hex(canonical.encode('ascii'))[:CLAIM_ID_HEX_DIGITS]}"
