"""Who speaks in a transcript ("THE MINISTER (aside): A", "Brask: A"), and whose words stand over "— Ila, 34".

Invariant: a label is a speaker only where a person is seen in it, or where the same label comes back among
questions; "Place: Perrin" in a form is none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.saying import Voicing
from reportedly.compose.trees import contains
from reportedly.records import Document, Entity, Passage, PassageKind, Reading, Span

RULE = "turn"
LEAST_TURNS = 2  # labels, for a text to be a transcript
LEAST_WORDS = 2  # of what is said
LONGEST_SIGNATURE = 90  # code points
_NAME = r"(?:[A-Z]|[dv][a-z]{1,2} [A-Z]|al-)[\w.'’-]*"
_LABEL = re.compile(
    rf"(?P<who>(?:the )?{_NAME}(?: (?:(?:of|the|for|and|de|der|van|bin) ){{0,2}}{_NAME}){{0,6}})"
    r"(?: ?\([^()\n]{1,60}\)|, [^:.!?\n]{3,60})?:\s+(?=\S)",
)
_ASKING = frozenset("q question questions reporter journalist interviewer moderator host".split())
_SIGNED = re.compile(r"[—–-]{1,2}\s?(?P<who>[A-ZÀ-Þ][^,;:()]{1,60}?)(?=[,;(]|$)")
_QUOTED = re.compile(r"[\"“«].*[\"”»]\W*$|[\"“«]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Label:
    """The head of a passage: who is named, where the words begin, and whether a person is seen in it."""

    name: str
    who: Span
    begin: int
    person: bool


def from_turns(document: Document, readings: Sequence[Reading]) -> Iterator[Voicing]:
    """Yield a voicing for each turn of a transcript, and for each quotation that is signed below.

    Args:
        document: the document.
        readings: one a passage, in order.

    Returns:
        Voicings whose cue is the colon or the dash; none in a text that is no transcript.
    """
    yield from _signed(document)
    labels = {
        n: label for n, p in enumerate(document.passages) if (label := _label(document, p, readings[n]))
    }
    if len(labels) < LEAST_TURNS:
        return
    asked = any(_asks(label) for label in labels.values())
    often = Counter(_last(label) for label in labels.values())
    persons = {_last(label) for label in labels.values() if label.person}
    speaking: Voicing | None = None
    for n, passage in enumerate(document.passages):
        label = labels.get(n)
        if label is None:
            goes_on = asked and passage.kind is PassageKind.PARAGRAPH
            speaking = speaking if goes_on else None
            if speaking is not None:
                yield Voicing(speaking.source, speaking.cue, (passage.span,), None, RULE)
            continue
        known = _last(label) in persons or (asked and often[_last(label)] > 1)
        speaking = _turn(label, passage) if known and not _asks(label) else None
        if speaking is not None:
            yield speaking


def _turn(label: _Label, passage: Passage) -> Voicing:
    cue = Span(label.begin - 1, label.begin)
    return Voicing(label.who, cue, (Span(label.begin, passage.span.end),), None, RULE)


def _label(document: Document, passage: Passage, reading: Reading) -> _Label | None:
    """Return the label that a passage opens with; None without one, or with nothing said behind it."""
    if passage.kind not in (PassageKind.PARAGRAPH, PassageKind.BLOCK_QUOTATION):
        return None
    match = _LABEL.match(document.text, passage.span.begin, passage.span.end)
    if match is None or len(document.text[match.end() : passage.span.end].split()) < LEAST_WORDS:
        return None
    who = Span(match.start("who"), match.end("who"))
    return _Label(match["who"], who, match.end(), _person_in(reading.entities, who))


def _person_in(entities: Sequence[Entity], who: Span) -> bool:
    return any(e.kind == "Person" and contains(who, e.span) for e in entities)


def _asks(label: _Label) -> bool:
    return label.name.split()[0].lower() in _ASKING


def _last(label: _Label) -> str:
    return label.name.split()[-1].lower()


def _signed(document: Document) -> Iterator[Voicing]:
    """Yield the voicing of each quotation with its speaker on the line below: "— Ila Venn, 34"."""
    for before, passage in zip(document.passages, document.passages[1:], strict=False):
        line = document.text[passage.span.begin : passage.span.end]
        match = _SIGNED.match(line) if len(line) <= LONGEST_SIGNATURE else None
        said = document.text[before.span.begin : before.span.end]
        quoted = before.kind is PassageKind.BLOCK_QUOTATION or _QUOTED.match(said)
        if match is None or not quoted or before.kind is PassageKind.TITLE:
            continue
        at = passage.span.begin
        source = Span(at + match.start("who"), at + match.end("who"))
        yield Voicing(source, Span(at, at + 1), (before.span,), None, RULE)
