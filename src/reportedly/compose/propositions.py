"""Where each proposition begins and ends.

The model marks propositions; rules take off what the annotation leaves out (cues, sources, quotation
marks, "that") and add the content of a voicing in which the model marked none.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.bidding import bids, with_ringing, without_bidder
from reportedly.compose.complements import DENIALS
from reportedly.compose.conditions import only_terms, with_terms
from reportedly.compose.hearsay import RULE as DESCRIBED
from reportedly.compose.hearsay import aside
from reportedly.compose.nearby import Nearby
from reportedly.compose.records import RECORDS
from reportedly.compose.saying import Voicing
from reportedly.compose.splits import split_clauses, split_passages
from reportedly.compose.time_words import CALENDAR
from reportedly.compose.trees import VERBAL, Grove, contains, shared
from reportedly.compose.turns import RULE as TURN
from reportedly.compose.voicings import infix
from reportedly.compose.whole import joined, made_whole
from reportedly.packs import CueKind
from reportedly.records import Document, Modality, PassageKind, Proposition, Reading, Span

LEAST_SCORE = 0.45
LEAST_SHARED = 0.3
LEAST_SAID = 0.7  # of what is said and of the stretch, for one to be the other
LEAST_OPENING = 0.5  # of what is said, when the stretch is where it begins
SHORTEST_CONTENT, LONGEST_CONTENT = 15, 600  # code points
LONGEST_HEARER = 12  # code points
OPENERS = "\"“”‘'`([«—–-:;,. \t\n…"
CLOSERS = "\"“”’'`)]»—–-:;,. \t\n…!?"
PARTNERS = {"[": "]", "]": "[", "(": ")", ")": "(", "”": "“", "“": "”"}
LEADING = frozenset({"that", "and", "but", "or", "whether", "while", "so", "because"})
REFUSALS = frozenset({"refuse", "decline"})
# What opens an indirect question, and what an empty "it" is or is not before one.
ASKING = frozenset("who what where when why how which whose whether if".split())
SPEECH = RECORDS | frozenset(
    "accusation allegation charge claim comment communiqué communique idea rumor rumour suggestion".split()
)
DEPENDING = frozenset({"depend", "hinge"})
KNOWN = frozenset("clear unclear know known unknown certain uncertain sure".split())
SILENT = frozenset({PassageKind.BOILERPLATE, PassageKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A proposition's span, what the model thinks of it (None when a rule added it), and why it is there."""

    span: Span
    seen: Proposition | None
    rule: str


def find_stretches(
    document: Document, readings: Sequence[Reading], voicings: Sequence[Voicing], grove: Grove
) -> list[Stretch]:
    """Return the propositions of a document in text order, without overlap of more than half."""
    found: list[Stretch] = []
    cued = Nearby(voicings, lambda v: (v.cue,))
    saying = Nearby(voicings, lambda v: v.content)
    for reading in readings:
        if document.passages[reading.passage].kind in SILENT:
            continue
        sure = [p for p in reading.propositions if p.score >= LEAST_SCORE]
        for proposition in joined(sure, grove):
            span = made_whole(proposition.span, grove, taken=_taken(proposition, sure, cued))
            parts = _parts(document, span, cued, grove, saying=saying)
            found += [Stretch(span, proposition, "proposition") for span in parts]
    found += list(_uncovered(document, voicings, found, grove))
    found += [Stretch(c, None, v.rule) for v in voicings if v.rule == DESCRIBED for c in v.content]
    return _distinct(found)


def _taken(
    proposition: Proposition, marked: Sequence[Proposition], cued: Nearby[Voicing]
) -> Callable[[Span], bool]:
    """Return what tells whether a word belongs to a voice or to another proposition."""
    others = [p.span for p in marked if not shared(p.span, proposition.span)]

    def taken(word: Span) -> bool:
        if any(shared(word, s) for s in others):
            return True
        return any(s and shared(word, s) for v in cued.around(word) if v.found for s in (v.cue, v.source))

    return taken


def _parts(
    document: Document, span: Span, cued: Nearby[Voicing], grove: Grove, *, saying: Nearby[Voicing]
) -> Iterator[Span]:
    """Yield the propositions of one marked stretch."""
    for part in split_passages(document, span):
        title = in_title(document, part)
        for said in _without_cues(document, part, cued, grove):
            for clause in split_clauses(said, grove):
                trimmed = trim(document.text, clause, grove) or _charge_alone(clause, grove, cued, saying)
                if trimmed is None or _only_voice(trimmed, cued) or only_terms(trimmed, grove):
                    continue
                if (
                    (title and not _of_a_noun(trimmed, grove))
                    or _says(trimmed, grove)
                    or (_said(trimmed, saying) and not _speech(trimmed, grove))
                ):
                    whole = with_ringing(_with_doubt(_with_refusal(trimmed, grove), grove), grove)
                    bid = without_bidder(_from_infinitive(whole, grove), grove)
                    yield with_terms(bid, grove)


def _with_refusal(span: Span, grove: Grove) -> Span:
    """Take in who refuses, when a stretch is what they refuse: "they declined | to give details"."""
    reached = grove.reach(span)
    if reached is None:
        return span
    tree, words = reached
    if words[0] == 0 or tree.words[words[0]].lemma.lower() != "to":
        return span
    refusing = words[0] - 1
    if tree.words[refusing].lemma.lower() not in REFUSALS:
        return span
    subject = tree.subject(refusing)
    first = min(tree.subtree(subject)) if subject is not None and subject < refusing else refusing
    return Span(tree.words[first].span.begin, span.end)


def _with_doubt(span: Span, grove: Grove) -> Span:
    """Take in what makes a stretch a question: "it is unclear | who paid", "that depends on whether | A"."""
    reached = grove.reach(span)
    if reached is None:
        return span
    tree, words = reached
    head = tree.words[tree.top_of(*words)].head
    if head is None or head >= words[0]:
        return span
    if tree.words[head].lemma.lower() in DEPENDING:
        subject = tree.subject(head)
        first = min(tree.subtree(subject)) if subject is not None and subject < head else head
        return Span(tree.words[first].span.begin, span.end)
    first = max(0, words[0] - 1) if tree.words[words[0]].upos in VERBAL else words[0]  # "who | paid"
    if tree.forms[first] not in ASKING or tree.lemmas[head] not in KNOWN:
        return span
    empty = [c for c in tree.children[head] if tree.words[c].text.lower() == "it" and c < head]
    return Span(tree.words[empty[0]].span.begin, span.end) if empty else span


def _from_infinitive(span: Span, grove: Grove) -> Span:
    """Leave out when it was said, in front of what was: "pledged in April | to withdraw"."""
    reached = grove.reach(span)
    if reached is None:
        return span
    tree, words = reached
    top = tree.top_of(*words)
    if tree.words[top].deprel != "xcomp":
        return span
    first = min(tree.subtree(top))
    leading = [i for i in range(words[0], first) if tree.words[i].head == tree.words[top].head]
    dated = all(tree.relations[i] == "obl" and tree.words[i].text in CALENDAR for i in leading)
    if tree.words[first].xpos != "TO" or not dated:
        return span
    return Span(max(span.begin, tree.words[first].span.begin), span.end)


def trim(text: str, span: Span, grove: Grove) -> Span | None:
    """Take quotation marks, brackets, stops and a leading "that" off both ends; None when nothing is left.

    A mark stays when its partner stands inside: "[T]here", "the “long night”".
    """
    begin, end = span.begin, span.end
    while True:
        while end - begin > 1 and _enclosed(text, Span(begin, end)):
            begin, end = begin + 1, end - 1
        while begin < end and text[begin] in OPENERS and not _partner(text, begin, Span(begin + 1, end)):
            begin += 1
        while end > begin and text[end - 1] in CLOSERS and not _kept(text, Span(begin, end), grove):
            end -= 1
        words = text[begin:end].split(maxsplit=1)
        if len(words) < 2:
            return None
        if words[0].lower() not in LEADING:
            return Span(_with_letter(text, begin), end)
        begin = text.index(words[1], begin + len(words[0]), end)


def _enclosed(text: str, span: Span) -> bool:
    """Whether one pair of marks stands around the whole."""
    first, last = text[span.begin], text[span.end - 1]
    if PARTNERS.get(first) != last:
        return False
    inside = text[span.begin + 1 : span.end - 1]
    return first not in inside and last not in inside


def _partner(text: str, mark: int, inside: Span) -> bool:
    """Whether the bracket at `mark` is closed, or opened, inside a span."""
    partner = PARTNERS.get(text[mark])
    return partner is not None and partner in text[inside.begin : inside.end]


def _kept(text: str, span: Span, grove: Grove) -> bool:
    """Whether the last character belongs to the span: a partner inside, or the stop of "U.S."."""
    last = span.end - 1
    return _partner(text, last, Span(span.begin, last)) or _abbreviation(text, span.begin, span.end, grove)


def _with_letter(text: str, begin: int) -> int:
    """Take in "[T]" before "here": a quotation whose first letter was changed."""
    changed = text[begin - 1 : begin] == "]" and text[max(0, begin - 3) : begin - 2] == "["
    return begin - 3 if changed else begin


def _abbreviation(text: str, begin: int, end: int, grove: Grove) -> bool:
    """Whether the last full stop belongs to a word such as "U.S."."""
    if text[end - 1] != ".":
        return False
    reached = grove.reach(Span(end - 1, end))
    if reached is None:
        return False
    tree, words = reached
    word = tree.words[words[0]]
    return word.span.end == end and len(word.text) > 2 and word.text[0].isalpha()


def in_title(document: Document, span: Span) -> bool:
    """Whether a span lies in a title."""
    number = bisect_right(document.passages, span.begin, key=lambda p: p.span.begin) - 1
    passage = document.passages[number] if number >= 0 else None
    return passage is not None and passage.kind is PassageKind.TITLE and contains(passage.span, span)


def _without_cues(document: Document, span: Span, cued: Nearby[Voicing], grove: Grove) -> Iterator[Span]:
    """Cut a stretch down to what its own cue governs ("the ministry said that A" gives A)."""
    inner = [v for v in cued.around(span) if contains(span, v.cue) and v.found and v.content and not v.silent]
    for voicing in cued.around(span):
        source = voicing.source
        if (
            source
            and contains(span, source)
            and source.begin - span.begin <= 4
            and voicing.cue.end <= source.begin
        ):
            span = Span(source.end, span.end)  # "is alleged | by prosecutors | to have …"
    for voicing in inner:
        if infix(span, voicing):
            continue
        if _describes(span, voicing, grove):
            yield from (c for c in voicing.content if contains(span, c))
            if span.end <= voicing.content[-1].end:
                span = Span(span.begin, voicing.cue.begin)
            continue
        if voicing.rule == DESCRIBED:
            span = _without_clash(span, voicing, grove)
            continue
        governed = Span(voicing.content[0].begin, voicing.content[-1].end)
        kept = Span(max(governed.begin, span.begin), min(governed.end, span.end))
        head = Span(span.begin, voicing.cue.end)
        if kept.begin >= voicing.cue.end and _opens(head, voicing, grove) and _told_of(voicing):
            yield kept
            return
        if kept.begin >= voicing.cue.end and kept.end - kept.begin > 12 and _opens(head, voicing, grove):
            end = kept.end if _goes_on(kept, voicing, grove) else span.end
            yield from _without_cues(document, Span(kept.begin, end), cued, grove)
            return
        if kept.end <= voicing.cue.begin and kept.end - kept.begin > 12:
            yield Span(span.begin, kept.end)
            return
    yield span


def _goes_on(governed: Span, voicing: Voicing, grove: Grove) -> bool:
    """Whether behind what a noun says stands only what becomes of it: "the risk that A | is growing"."""
    tree, found = grove.at(voicing.cue.begin), voicing.found
    if tree is None or found is None or found.word.kind is not CueKind.NOUN or not _says(governed, grove):
        return False
    head = tree.words[found.index].head
    return head is not None and tree.relations[found.index] == "nsubj" and tree.begins[head] >= governed.end


def _describes(span: Span, voicing: Voicing, grove: Grove) -> bool:
    """Whether a cue describes somebody in a stretch: "two men suspected of murder fled"."""
    tree = grove.at(voicing.cue.begin)
    words = tree.range_of(span) if tree else None
    if tree is None or words is None or voicing.found is None:
        return False
    top = tree.top_of(*words)
    describing = tree.words[voicing.found.index].deprel == "acl" and tree.words[top].upos in VERBAL
    return describing and voicing.found.index != top and top in tree.above(voicing.found.index)


def _without_clash(span: Span, voicing: Voicing, grove: Grove) -> Span:
    """Take off an event at the end that is only reported: "killed two | in a reported clash that …"."""
    begin = aside(voicing, grove)
    ends = span.end - 1 <= voicing.content[-1].end
    return Span(span.begin, begin) if begin is not None and ends and begin > span.begin else span


def _opens(head: Span, voicing: Voicing, grove: Grove) -> bool:
    """Whether a stretch begins with nothing but the source and the cue."""
    begin = min(voicing.source.begin, voicing.cue.begin) if voicing.source else voicing.cue.begin
    passive = voicing.source is None and voicing.found is not None and voicing.found.passive
    if passive and _says(Span(head.begin, voicing.cue.begin), grove, kinds=("VERB",)):
        return False  # "arrested four men suspected of | planning attacks"
    return begin - head.begin <= 25


def _uncovered(
    document: Document, voicings: Sequence[Voicing], found: Sequence[Stretch], grove: Grove
) -> Iterator[Stretch]:
    """Add the sentences and coordinated clauses of a content that hold no proposition yet."""
    cued, no_cues = (
        Nearby((v for v in voicings if v.content), lambda v: (v.cue,)),
        Nearby[Voicing]((), lambda v: (v.cue,)),
    )
    known = Nearby(found, lambda s: (s.span,))
    for voicing in voicings:
        if voicing.rule in ("block quotation", "headline", TURN):
            continue
        charge = _charges(voicing)
        named = Nearby((voicing,), lambda v: v.content) if charge else no_cues
        for content in voicing.content:
            if content.end - content.begin > LONGEST_CONTENT:
                continue
            for tree in grove.over(content):
                if document.passages[tree.passage].kind in SILENT:
                    continue
                sentence = tree.sentence.span
                inside = Span(max(content.begin, sentence.begin), min(content.end, sentence.end))
                if any(contains(inside, v.cue) for v in cued.around(inside) if v is not voicing):
                    continue
                for part in _parts(document, inside, no_cues, grove, saying=named):
                    long_enough = charge or part.end - part.begin >= SHORTEST_CONTENT
                    if long_enough and not any(_covered(s.span, part) for s in known.around(part)):
                        yield Stretch(part, None, voicing.rule)


def _speech(span: Span, grove: Grove) -> bool:
    """Whether a stretch names what somebody else said, a claim where it was said: "rejected | the claim"."""
    reached = grove.reach(span)
    if reached is None:
        return False
    tree, words = reached
    return tree.lemmas[tree.top_of(*words)] in SPEECH


def _charges(voicing: Voicing) -> bool:
    """Whether a cue names what it accuses of or denies: "accused of | corruption", "denied | the attack"."""
    found = voicing.found
    return found is not None and (found.word.setting.modality is Modality.ACCUSED or _denies(voicing))


def _denies(voicing: Voicing) -> bool:
    """Whether a cue can deny what is only named: "denied the attack", but not "rejected the peace deal"."""
    return voicing.found is not None and voicing.found.word.tokens[0] in DENIALS


def _charged(voicing: Voicing) -> bool:
    """Whether a cue is a passive that says of what somebody is accused."""
    return _charges(voicing) and voicing.found is not None and voicing.found.passive


def _told_of(voicing: Voicing) -> bool:
    """Whether a cue is a passive behind which stands all that it accuses of or asks for, however short."""
    return _charged(voicing) or (bids(voicing) and len(voicing.content) == 1)


def _charge_alone(span: Span, grove: Grove, *near: Nearby[Voicing]) -> Span | None:
    """Return a stretch of one noun that is all of a charge or denial; None for any other."""
    charges = (c for some in near for v in some.around(span) if _charged(v) or _denies(v) for c in v.content)
    return span if _says(span, grove, kinds=("NOUN",)) and any(c == span for c in charges) else None


def _covered(span: Span, part: Span) -> bool:
    return shared(span, part) >= LEAST_SHARED * (part.end - part.begin)


def _says(span: Span, grove: Grove, *, kinds: tuple[str, ...] = ("VERB", "AUX")) -> bool:
    """Whether a stretch has a verb."""
    return any(tree.words[i].upos in kinds for tree in grove.over(span) for i in tree.inside(span))


def _of_a_noun(span: Span, grove: Grove) -> bool:
    """Whether a stretch only completes the noun before it: "Statement on | the fighting"."""
    reached = grove.reach(span)
    if reached is None:
        return False
    tree, words = reached
    top = tree.words[tree.top_of(*words)]
    return top.deprel == "nmod" and top.head is not None and top.head < words[0]


def _only_voice(span: Span, cued: Nearby[Voicing]) -> bool:
    """Whether a stretch is no more than who says something: "the army said"."""
    for voicing in cued.around(span):
        if voicing.source is None or voicing.silent or not voicing.content:
            continue
        voice = Span(min(voicing.source.begin, voicing.cue.begin), max(voicing.source.end, voicing.cue.end))
        inside = any(shared(span, c) for c in voicing.content)
        if voicing.source.begin > voicing.cue.end:
            voice = Span(voice.begin - LONGEST_HEARER, voice.end)  # "she had | heard from a guard"
        if contains(voice, span) and contains(span, voicing.cue) and not inside:
            return True
    return False


def _said(span: Span, saying: Nearby[Voicing]) -> bool:
    """Whether a stretch is what somebody says, or its first half, and needs no verb: "accused of | theft"."""
    for voicing in saying.around(span):
        opening = next((c for c in voicing.content if c.begin == span.begin), None)
        said = (opening.end - opening.begin) * LEAST_OPENING / LEAST_SAID if opening else voicing.size
        size = max(span.end - span.begin, said)
        if voicing.found and not voicing.silent and voicing.covers(span) >= LEAST_SAID * size:
            return True
    return False


def _distinct(found: list[Stretch]) -> list[Stretch]:
    """Of stretches that are nearly the same, keep the one the model marked."""
    kept: list[Stretch] = []
    near = Nearby(kept, lambda s: (s.span,))
    for stretch in sorted(found, key=lambda s: (s.seen is None, -(s.seen.score if s.seen else 0), s.span)):
        size = stretch.span.end - stretch.span.begin
        same = any(
            shared(k.span, stretch.span) > 0.5 * max(size, k.span.end - k.span.begin)
            for k in near.around(stretch.span)
        )
        if not same:
            near.add(stretch)
            kept.append(stretch)
    return sorted(kept, key=lambda s: s.span)
