"""Which voices a proposition passed through, outermost first.

Invariant: a chain follows nesting in the text: a voice stands outside another when what it says holds
the other's cue. Nobody is added who does not attribute this proposition.
"""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.compose.behind import with_sources
from reportedly.compose.nearby import Nearby
from reportedly.compose.propositions import in_title
from reportedly.compose.quotes import Quotations
from reportedly.compose.relays import Link, with_receiver, with_relay
from reportedly.compose.saying import Voicing
from reportedly.compose.stance import said_to_be_untrue
from reportedly.compose.trees import Grove, contains
from reportedly.compose.turns import RULE as TURN
from reportedly.compose.voicings import infix
from reportedly.packs import CueKind
from reportedly.records import Document, Modality, Polarity, Span

LEAST_COVERED = 0.5
LEAST_OF_MAIN = 0.25  # of a proposition whose predicate is covered: what hangs on it belongs to it
PRESUPPOSING = frozenset({Modality.REQUESTED, Modality.ACCUSED})
# Rules of voices that govern whole passages, whatever sentence their cue stands in.
SPREADING = frozenset({"block quotation", "headline", TURN})
QUOTATION_REACH = 400  # code points back, within the passage


def find_chain(
    document: Document,
    span: Span,
    voicings: Nearby[Voicing],
    grove: Grove,
    *,
    quotations: Quotations,
    outlets: Sequence[Span],
) -> tuple[Link, ...]:
    """Return the links of a proposition's chain; empty when the document speaks itself.

    `outlets` are the spans of named bodies, one of which may be whom a voice "told".
    """
    size = max(1, span.end - span.begin)
    # A title that the model takes for somebody's words is their words in short.
    titled = in_title(document, span)
    over = [
        v
        for v in voicings.around(span)
        if (infix(span, v) or (_covers(v, span, size, grove) and not _inside(span, v)))
        and not _presupposed(span, v, grove)
        and (_reaches(v, span, grove, quotations) or (titled and not v.silent))
    ]
    chain: list[Voicing] = []
    inner = _nearest(document, span, over, grove) or _going_on(document, span, voicings, quotations)
    while inner is not None and len(chain) < 6:
        chain.insert(0, inner)
        here = inner.cue
        outside = [
            v
            for v in voicings.around(here)
            if v.covers(here) == here.end - here.begin
            and _reaches(v, here, grove, quotations)
            and all(v is not c and v.cue != c.cue for c in chain)
            and not any(_same(v.source, c.source, document.text) for c in chain)
            and not _beside(v, here, grove)
        ]
        inner = _nearest(document, here, outside, grove)
    chain = _without_denied(_without_untrue(chain, grove), grove)
    links = [Link(v.source, v.cue, v, v.rule) for v in chain]
    links = with_relay(with_sources(with_receiver(links, grove), grove), grove, outlets)
    return tuple(link for link in links if not (link.rule == "relay" and publishes(document, link.source)))


def _beside(voicing: Voicing, inner: Span, grove: Grove) -> bool:
    """Whether a cue is coordinated with a voice's own, no part of what it says: "X said A, but Y said B"."""
    reached, outer = grove.reach(inner), grove.reach(voicing.cue)
    if reached is None or outer is None or reached[0] is not outer[0]:
        return False
    tree, words = reached
    top = tree.top_of(*words)
    joined = tree.words[top].head == outer[0].top_of(*outer[1]) and tree.relations[top] == "conj"
    return joined and bool(tree.dependents(top, "nsubj"))


def _covers(voicing: Voicing, span: Span, size: int, grove: Grove) -> bool:
    """Whether a voice says a proposition: half of it, or its predicate with a part of the rest."""
    covered = voicing.covers(span)
    if covered >= LEAST_COVERED * size:
        return True
    reached = grove.reach(span) if covered >= LEAST_OF_MAIN * size else None
    if reached is None:
        return False
    tree, words = reached
    return voicing.covers(tree.words[tree.top_of(*words)].span) > 0


def _without_untrue(chain: list[Voicing], grove: Grove) -> list[Voicing]:
    """Leave out a report that is called untrue: "the claim that A is false", said the army, denies A."""
    noun = chain[-1].found if chain else None
    tree = grove.at(chain[-1].cue.begin) if chain else None
    if noun is None or tree is None or noun.word.kind is not CueKind.NOUN:
        return chain
    return chain[:-1] if said_to_be_untrue(tree, noun.index) else chain


def _without_denied(chain: list[Voicing], grove: Grove) -> list[Voicing]:
    """Leave out the reports that a voice denies: "rejected the army's claim that A" denies A itself."""
    if len(chain) < 2:
        return chain
    denying, noun = chain[-2].found, chain[-1].found
    tree = grove.at(chain[-1].cue.begin)
    if denying is None or noun is None or tree is None or noun.word.kind is not CueKind.NOUN:
        return chain
    denied = denying.word.setting.polarity is Polarity.DENIED
    beside = grove.together(chain[-2].cue.begin, chain[-1].cue.begin)
    return chain[:-1] if denied and beside and tree.words[noun.index].head == denying.index else chain


def publishes(document: Document, body: Span | None) -> bool:
    """Whether a body is the report's own publisher, which is never listed as a voice."""
    if body is None or document.publisher is None:
        return False
    return document.publisher.lower() in document.text[body.begin : body.end].lower()


def _reaches(voicing: Voicing, span: Span, grove: Grove, quotations: Quotations) -> bool:
    """Whether a voice governs here: its own sentence, what it introduces, or on in its quotation."""
    if voicing.rule in SPREADING:
        return True
    return grove.together(span.begin, voicing.cue.begin) or quotations.hold(span)


def _going_on(
    document: Document, span: Span, voicings: Nearby[Voicing], quotations: Quotations
) -> Voicing | None:
    """Return who spoke in the quotation before this one: "A," the mayor said. "B."""
    if not quotations.hold(span):
        return None
    passage = document.passages[_passage(document, span)].span
    before = Span(max(passage.begin, span.begin - QUOTATION_REACH), span.begin)
    said = [
        v
        for v in voicings.around(before)
        if v.cue.end <= span.begin
        and v.cue.begin >= before.begin
        and v.rule not in SPREADING
        and not quotations.hold(v.cue)
        and any(quotations.hold(c) for c in v.content)
    ]
    return max(said, key=lambda v: v.cue, default=None)


def _inside(span: Span, voicing: Voicing) -> bool:
    """Whether a voicing's own cue lies within the proposition: it is part of what is said, no voice of it."""
    return contains(span, voicing.cue)


def _presupposed(span: Span, voicing: Voicing, grove: Grove) -> bool:
    """Whether a request or charge takes for granted what a noun in it did.

    "Asked about a raid that | killed two", "blamed the column, a group that | split from the front".
    """
    found, reached = voicing.found, grove.reach(span)
    if found is None or found.word.setting.modality not in PRESUPPOSING or reached is None:
        return False
    tree, words = reached
    top = tree.top_of(*words)
    return tree.past(top) and tree.words[top].deprel == "acl:relcl" and words[0] > found.index


def _nearest(document: Document, span: Span, over: Sequence[Voicing], grove: Grove) -> Voicing | None:
    """Return the voicing that governs most closely: the same sentence first, then the smallest content."""
    if not over:
        return None
    own = grove.at(span.begin)

    def order(v: Voicing) -> tuple[int, int, int]:
        near = own is not None and contains(own.sentence.span, v.cue)
        passage = _passage(document, v.cue) == _passage(document, span)
        apart = max(v.cue.begin - span.end, span.begin - v.cue.end, 0)
        return (0 if near else 1 if passage else 2, v.size if near else 0, apart)

    return min(over, key=order)


def _passage(document: Document, span: Span) -> int:
    number = bisect_right(document.passages, span.begin, key=lambda p: p.span.begin) - 1
    return number if number >= 0 and contains(document.passages[number].span, span) else -1


def _same(a: Span | None, b: Span | None, text: str) -> bool:
    return a is not None and b is not None and text[a.begin : a.end].lower() == text[b.begin : b.end].lower()
