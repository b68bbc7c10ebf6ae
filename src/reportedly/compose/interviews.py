"""The outlet of an interview that a report tells of, which all words quoted from it passed through.

"In an interview with the weekly Glas the general spoke about the war" says nothing by itself, and governs
what he is quoted as saying further on. Where the sentence says what he told the paper, it governs no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.compose.relays import Link
from reportedly.compose.speakers import noun_phrase, subject_before
from reportedly.compose.trees import Grove, Tree
from reportedly.records import Document, Entity, PassageKind, Span

LEAD_PASSAGES = 4  # of a report, where it says what it is about
# Verbs that say that an interview took place, and nothing of what was said in it.
SPEAKING = frozenset("speak talk give grant sit discuss receive welcome answer conduct describe".split())
TO_OUTLETS = frozenset({"with", "to", "by", "for", "in"})
SELF = frozenset({"he", "she", "i", "we"})


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview: its outlet, the last word of the name of who gave it (None when unknown), and its end."""

    outlet: Span
    name: str | None
    end: int

    def governs(self, source: str, at: int) -> bool:
        """Whether words of a source at an offset are from the interview."""
        words = source.lower().split()
        return at >= self.end and bool(words) and (words[-1] == self.name or source.lower() in SELF)

    def named_again(self, text: str, entities: Sequence[Entity]) -> list[Span]:
        """Return the names of the outlet in a text, which passes on what it is told elsewhere too."""
        name = text[self.outlet.begin : self.outlet.end]
        return [e.span for e in entities if text[e.span.begin : e.span.end].endswith(name)]


def find_interview(document: Document, grove: Grove) -> Interview | None:
    """Return the interview that a report is about; None where its first passages tell of none."""
    shown = [p for p in document.passages if p.kind is PassageKind.PARAGRAPH][:LEAD_PASSAGES]
    for passage in shown:
        if "interview" not in document.text[passage.span.begin : passage.span.end].lower():
            continue
        for tree in grove.over(passage.span):
            found = _told_in(tree, grove)
            if found is not None:
                return found
    return None


def _told_in(tree: Tree, grove: Grove) -> Interview | None:
    for i, lemma in enumerate(tree.lemmas):
        if lemma != "interview" or tree.words[i].upos != "NOUN":
            continue
        verb = tree.words[i].head
        outlet = _outlet(tree, i)
        if verb is None or outlet is None or tree.lemmas[verb] not in SPEAKING:
            continue
        return Interview(outlet, _giver(tree, verb, grove), tree.sentence.span.end)
    return None


def _outlet(tree: Tree, interview: int) -> Span | None:
    """Return the name of the paper or station behind "interview with", "interview to the newspaper"."""
    after = range(interview + 1, min(interview + 5, len(tree.words)))
    first = next((n for n in after if tree.words[n].upos == "PROPN"), None)
    led = tree.forms[interview + 1] in TO_OUTLETS if interview + 1 < len(tree.words) else False
    if first is None or not led or tree.words[interview + 1].upos != "ADP":
        return None
    return tree.span_of(range(first, tree.names_from(first)))


def _giver(tree: Tree, verb: int, grove: Grove) -> str | None:
    """Return the last word of the name of who gave an interview."""
    subject = tree.subject(verb)
    if subject is None:
        return None
    span: Span | None = noun_phrase(tree, subject)
    if tree.words[subject].upos == "PRON" and span is not None:
        span = subject_before(grove, span)
    named = grove.reach(span) if span else None
    return named[0].words[named[1][1] - 1].text.lower() if named else None


def with_interview(
    links: tuple[Link, ...], interview: Interview, document: Document, *, quoted: bool
) -> tuple[Link, ...]:
    """Put the outlet of the interview before who speaks in it, where his words are quoted."""
    source = links[0].source if links else None
    if source is None or not quoted:
        return links
    words = document.text[source.begin : source.end]
    if not interview.governs(words, source.begin) or _is_listed(links, interview.outlet, document):
        return links
    return (Link(interview.outlet, None, None, "relay"), *links)


def _is_listed(links: Sequence[Link], outlet: Span, document: Document) -> bool:
    name = document.text[outlet.begin : outlet.end].lower()
    return any(k.source and name in document.text[k.source.begin : k.source.end].lower() for k in links)
