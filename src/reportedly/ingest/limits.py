"""How much of an untrusted input is accepted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input.

    `max_bytes` is counted on the file as it arrives, `max_pages` on a PDF, `max_elements` on the body of
    a page. All are far above any report of the kind this reads: a 1,000-page PDF has about 5 MB, a news
    page 1,000 to 5,000 elements. Finding the article takes time that grows with the square of the
    elements: about ten seconds at the limit.
    """

    max_bytes: int = 20_000_000
    max_pages: int = 2_000
    max_elements: int = 20_000
