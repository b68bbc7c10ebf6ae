"""Voices of headlines: "Voice: proposition" and "Proposition: Voice".

Invariant: a name counts as a voice only when the report itself goes on to use it.
"""

from collections.abc import Iterator

from reportedly.compose.saying import Voicing
from reportedly.records import Document, PassageKind, Span

LEADING = frozenset("inside in at from behind on after before beyond for with amid under".split())
LONGEST_VOICE, SHORTEST_REST = 5, 3  # words


def from_headline(document: Document) -> Iterator[Voicing]:
    """Yield the voicing of each title that a colon parts into a voice and what it says."""
    for passage in document.passages:
        if passage.kind is not PassageKind.TITLE:
            continue
        begin = passage.span.begin
        line = document.text[begin : passage.span.end]
        colon = line.find(": ")
        if colon < 0:
            continue
        before, after = Span(begin, begin + colon), Span(begin + colon + 2, passage.span.end)
        cue = Span(begin + colon, begin + colon + 1)
        if _is_voice(document, before, passage.span) and _words(document, after) >= SHORTEST_REST:
            yield Voicing(before, cue, (after,), None, "headline")
        elif _is_voice(document, after, passage.span) and _words(document, before) >= SHORTEST_REST:
            yield Voicing(after, cue, (before,), None, "headline")


def _words(document: Document, span: Span) -> int:
    return len(document.text[span.begin : span.end].split())


def _is_voice(document: Document, span: Span, title: Span) -> bool:
    """Whether words are a name that the report goes on to use: whole, its acronym, or its last two words."""
    words = document.text[span.begin : span.end].split()
    if words and words[0].lower() in LEADING:
        return False  # "Inside Deir Nafis: A" is where
    if not 1 <= len(words) <= LONGEST_VOICE:
        return False
    rest = document.text[title.end :]
    if words[-1].isupper() and f" {words[-1]} " in rest:
        return True
    return " ".join(words) in rest or (len(words) > 2 and " ".join(words[-2:]) in rest)
