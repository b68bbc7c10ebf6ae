"""The attributions of a report whose claims name the words of their voices: who, by which cue, and what.

A claim's content is the inner proposition alone; an attribution's, as PolNeAR marks it, is all that its voice
says: with the inner voice and cue, quotation marks and "that", and all propositions under one cue together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Span

_BEFORE = re.compile(r"(?:\bthat )?[\"“‘']?(?:\b(?:that|and|but) )?$", re.IGNORECASE)
_BEHIND = re.compile(r"[.,!?]?[\"”’']")
# What may stand between two propositions of one content: no word of the voice or of another one.
_MOST_BETWEEN = 60
_LONGEST_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Link:
    """The words of one voice of a chain: who speaks (None when nobody is named) and the words that say so."""

    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Voiced:
    """A proposition with the voices that it passed through, outermost first."""

    content: Span
    links: tuple[Link, ...]


def attributions_of(text: str, claims: Iterable[Voiced]) -> list[tuple[Link, tuple[Span, ...]]]:
    """Return each attribution of a report once, with the parts of its content.

    Args:
        text: the report.
        claims: its claims, in text order.

    Returns:
        Links that have a cue, in the order of their first claims, with their content's parts in text order.
    """
    said: dict[Link, list[Span]] = {}
    for claim in claims:
        content = claim.content
        for link in reversed(claim.links):
            if link.cue is not None:
                said.setdefault(link, []).append(content)
            content = _over([content, *(s for s in (link.source, link.cue) if s is not None)])
    return [(link, tuple(_parts(text, sorted(set(spans)), link))) for link, spans in said.items()]


def _parts(text: str, contents: Sequence[Span], link: Link) -> list[Span]:
    """Join the contents of one voice where nothing of the voice stands between."""
    own = [s for s in (link.source, link.cue) if s is not None]
    parts: list[Span] = []
    for content in contents:
        last = parts[-1] if parts else None
        if last and content.begin - last.end <= _MOST_BETWEEN and not _stands_between(own, last, content):
            parts[-1] = Span(last.begin, max(last.end, content.end))
        else:
            parts.append(content)
    return [_with_marks(text, part) for part in parts]


def _stands_between(own: Sequence[Span], first: Span, second: Span) -> bool:
    return any(first.end <= s.begin < second.begin for s in own)


def _with_marks(text: str, part: Span) -> Span:
    """Return a content with the quotation marks around it and the "that" in front."""
    before = _BEFORE.search(text[max(0, part.begin - _LONGEST_BEFORE) : part.begin])
    behind = _BEHIND.match(text, part.end)
    begin = part.begin - len(before[0]) if before else part.begin
    return Span(begin, behind.end() if behind else part.end)


def _over(spans: Sequence[Span]) -> Span:
    return Span(min(s.begin for s in spans), max(s.end for s in spans))
