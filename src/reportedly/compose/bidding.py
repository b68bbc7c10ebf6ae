"""Who bids whom to do what in a passive: "the commander was ordered | to surrender | by the council"."""

from dataclasses import replace

from reportedly.compose.parties import names_people
from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import noun_phrase
from reportedly.compose.time_words import CALENDAR
from reportedly.compose.trees import Grove, Tree
from reportedly.records import Modality, Span

# What one rings somebody for.
SPEAKING = frozenset(
    """
    congratulate thank tell say discuss inform report offer apologize apologise complain brief wish convey
    inquire enquire find check talk speak demand ask invite warn
    """.split()
)

PRICES = frozenset("$ € £ dollar euro pound peso fee toll tax price interest rent fare".split())


def with_bidder(voicing: Voicing, grove: Grove) -> Voicing:
    """Return a passive bid with who bids behind "by", and only what is to be done as its content.

    Other voicings are returned as they are.
    """
    found, tree = voicing.found, grove.at(voicing.cue.begin)
    if found is None or tree is None or not bids(voicing):
        return voicing
    clause = _done(tree, found.index)
    if clause is None:
        return voicing
    words = [w for w in tree.subtree(clause) if w > found.index and tree.words[w].deprel != "punct"]
    bidder = None if tree.passive(clause) else _bidder(tree, words)  # "to be led by the mayor"
    if bidder is None:
        return replace(voicing, content=(tree.span_of(words),)) if words else voicing
    phrase = tree.subtree(bidder)
    before = [w for w in words if w < phrase[0]]
    source = voicing.source or noun_phrase(tree, bidder)
    content: tuple[Span, ...] = (tree.span_of(before),) if before else voicing.content
    return replace(voicing, source=source, content=content)


def bids(voicing: Voicing) -> bool:
    """Whether a cue is a passive that asks somebody to do something."""
    found = voicing.found
    return found is not None and found.passive and found.word.setting.modality is Modality.REQUESTED


def rings(voicing: Voicing, grove: Grove) -> bool:
    """Whether a cue gets hold of somebody to speak to him: "called the general | to congratulate him"."""
    tree, found = grove.at(voicing.cue.begin), voicing.found
    if tree is None or found is None or found.word.tokens not in (("call",), ("call", "to")):
        return False
    return any(_is_ringing(tree, c) for c in tree.dependents(found.index, "xcomp", "advcl"))


def bills(voicing: Voicing, grove: Grove) -> bool:
    """Whether a cue asks for money, and accuses nobody: "charge | drivers $80 a month"."""
    tree, found = grove.at(voicing.cue.begin), voicing.found
    if tree is None or found is None or tree.lemmas[found.index] != "charge":
        return False
    return any(tree.lemmas[c] in PRICES for c in tree.dependents(found.index, "obj", "iobj", "obl"))


def with_ringing(span: Span, grove: Grove) -> Span:
    """Take in who rings whom in front of what for: "the mayor called the general | to congratulate him"."""
    reached = grove.reach(span)
    if reached is None:
        return span
    tree, (first, last) = reached
    call = tree.words[tree.top_of(first, last)].head
    if call is None or call >= first or tree.lemmas[call] != "call":
        return span
    subject = tree.subject(call)
    ringing = any(_is_ringing(tree, c) for c in range(first, last) if tree.words[c].head == call)
    if subject is None or subject > call or not ringing:
        return span
    return Span(min(span.begin, tree.begins[tree.subtree(subject)[0]]), span.end)


def _is_ringing(tree: Tree, i: int) -> bool:
    """Whether a clause is what somebody was rung for, its verb one of speech: "to thank him"."""
    head = tree.words[i].head
    if head is None or tree.words[i].xpos != "VB" or tree.lemmas[i] not in SPEAKING:
        return False
    return i > head and bool(tree.dependents(head, "obj"))


def without_bidder(span: Span, grove: Grove) -> Span:
    """Take who bids off the end of what is to be done: "to surrender | by the council"."""
    reached = grove.reach(span)
    if reached is None:
        return span
    tree, (first, last) = reached
    if tree.words[first].xpos != "TO":  # most stretches
        return span
    top = tree.top_of(first, last)
    head = tree.words[top].head
    if head is None or tree.words[top].deprel != "xcomp" or not tree.passive(head) or tree.passive(top):
        return span
    bidder = _bidder(tree, list(range(first, last)))
    return span if bidder is None else Span(span.begin, tree.ends[tree.subtree(bidder)[0] - 1])


def _done(tree: Tree, verb: int) -> int | None:
    """Return the infinitive that a verb governs: "ordered | to surrender"."""
    clauses = (c for c in tree.dependents(verb, "xcomp") if c > verb)
    return next((c for c in clauses if tree.words[c].xpos == "VB"), None)


def _bidder(tree: Tree, words: list[int]) -> int | None:
    """Return who stands behind "by" at the end of some words; no time or means: "by Monday", "by bus"."""
    for i in words:
        named = tree.words[i].upos == "PROPN" and tree.words[i].text not in CALENDAR
        if not (named or names_people(tree.lemmas[i])) or not tree.led_by(i, ("by",)):
            continue
        if tree.subtree(i)[-1] >= words[-1] and tree.relations[i] in ("obl", "nmod"):
            return i
    return None
