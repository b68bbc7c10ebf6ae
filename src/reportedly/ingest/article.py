"""What a reader of one format hands back."""

from dataclasses import dataclass

from reportedly.records import Passage


@dataclass(frozen=True, slots=True)
class Article:
    """Text and passages, and what the file says about itself.

    `published_reason` says why `published` is None.
    """

    text: str
    passages: tuple[Passage, ...]
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_reason: str | None = None
    language: str | None = None
