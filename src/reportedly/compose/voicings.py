"""Who attributes what: every voicing of a document, from the model and from its trees.

A voicing is one act of attributing: a source, a cue, and the stretches of text that it covers. The
model's attributions come first; complement clauses, introduced block quotations and headlines add
what one pass cannot see (nested and far-away contents).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.compose.behind import SPEAKERS
from reportedly.compose.bidding import bills, rings, with_bidder
from reportedly.compose.complements import HEARD, NAMING, RELATIVES, according, from_tree
from reportedly.compose.cues import Found, cue_at, gap_at, is_habit, says_nothing
from reportedly.compose.headlines import from_headline
from reportedly.compose.hearsay import described, sets_terms
from reportedly.compose.nearby import Nearby
from reportedly.compose.outside import closing, outer_contents
from reportedly.compose.parties import names_people
from reportedly.compose.questions import asks
from reportedly.compose.quotes import Quotations
from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import in_dateline, noun_phrase, speaks, with_nickname
from reportedly.compose.trees import Grove, Tree, contains, shared
from reportedly.compose.turns import from_turns
from reportedly.packs import CueKind, CuePack
from reportedly.records import Document, Modality, PassageKind, Reading, Span


def find_voicings(
    document: Document, readings: Sequence[Reading], grove: Grove, cues: CuePack, *, quotations: Quotations
) -> list[Voicing]:
    """Return every voicing, in order of the cue."""
    seen = list(_from_model(document, readings, grove, cues))
    syntactic = [
        v
        for tree in grove.trees
        for v in (*from_tree(tree, cues), *according(tree), *closing(tree, cues), *described(tree, cues))
    ]
    merged = [with_bidder(v, grove) for v in _merge(seen, syntactic)]
    cued = Nearby(merged, lambda v: (v.cue,))
    shared_sources = [_with_speaker(_with_source(v, cued, grove), cued, grove) for v in merged]
    shared_sources = [_to_the_end(v, quotations) for v in shared_sources]
    shared_sources = outer_contents(shared_sources, grove)
    blocks = list(_from_blocks(document, shared_sources))
    headline = list(from_headline(document))
    turns = list(from_turns(document, readings))
    everything = (*_but_labels(shared_sources, turns), *blocks, *headline, *turns)
    said = (
        v
        for v in everything
        if not (sets_terms(v, grove, cues) or _habit(v, grove) or _questions(v, grove))
        if not (rings(v, grove) or bills(v, grove))
    )
    spoken = [v for v in said if v.source is not None or _hides(v, grove)]
    return sorted(spoken, key=lambda v: (v.cue, v.size))


def _but_labels(voicings: Sequence[Voicing], turns: Sequence[Voicing]) -> Iterator[Voicing]:
    """Leave out what the model makes of the label of a turn, which is read whole."""
    labels = Nearby(turns, lambda v: (v.cue,))
    return (v for v in voicings if not any(shared(v.cue, t.cue) for t in labels.around(v.cue)))


def _hides(voicing: Voicing, grove: Grove) -> bool:
    """Whether a cue without a source hides one: a passive, a noun, or a word that the pack says hides.

    Of words that the pack does not know, only an adverb does; "is sold for" says nothing.
    """
    found = voicing.found
    if found is None:
        tree = grove.at(voicing.cue.begin)
        return tree is not None and _adverb(tree, voicing.cue)
    if found.passive and (found.word.setting.modality in INTENDED or _bidden(grove, voicing)):
        return False
    return found.passive or found.word.setting.hidden or found.word.kind is CueKind.NOUN


def _bidden(grove: Grove, voicing: Voicing) -> bool:
    """Whether a passive says what must be done, and nothing that was: "losses must be reported"."""
    tree = grove.at(voicing.cue.begin)
    if tree is None or voicing.found is None:
        return False
    return any(tree.lemmas[c] in BIDDING for c in tree.dependents(voicing.found.index, "aux"))


def _from_model(
    document: Document, readings: Sequence[Reading], grove: Grove, cues: CuePack
) -> Iterator[Voicing]:
    for reading in readings:
        for attribution in reading.attributions:
            if not attribution.cue:
                continue
            cue = Span(attribution.cue[0].begin, attribution.cue[-1].end)
            tree = grove.at(cue.begin)
            found = cue_at(tree, cue, cues) if tree else None
            source = _agent(tree, cue) or _best_source(
                _beside(attribution.source, tree, grove), cue, tree, verb=_is_verb(found)
            )
            source = _up_to(cue, source) if tree and source else source
            source = with_nickname(tree, source) if tree and source else source
            if tree and source and (_adverb(tree, cue) or not speaks(tree, source, found, cues)):
                source = None
            if tree and _describes(tree, cue):
                continue  # "alleged gang members" says of whom, and hides no voice of the clause
            silent = tree is not None and _silent(tree, found, cue, cues)
            content = _cited(tree, found) or _near(attribution.content, cue, document, grove)
            cue, content = _without_content(tree, found, cue, content)
            content = _charge(found, cue, content)
            content = _without_source(found, source, content)
            content = _and_what_follows(tree, found, content)
            yield Voicing(source, cue, content, found, "attribution", silent)


def _questions(voicing: Voicing, grove: Grove) -> bool:
    """Whether a cue only asks."""
    tree = grove.at(voicing.cue.begin)
    return tree is not None and voicing.found is not None and asks(tree, voicing.found)


def _habit(voicing: Voicing, grove: Grove) -> bool:
    """Whether a threat is a habit, which the report tells of: "have repeatedly threatened to attack"."""
    found, tree = voicing.found, grove.at(voicing.cue.begin)
    if found is None or tree is None or found.word.setting.modality is not Modality.THREATENED:
        return False
    return is_habit(tree, found.index)


def _silent(tree: Tree, found: Found | None, cue: Span, cues: CuePack) -> bool:
    """Whether a cue says nothing, by the pack's verb in it or by a phrase: "gave | no details"."""
    if found is not None:
        return says_nothing(tree, found, cues)
    words = tree.range_of(cue)
    return words is not None and gap_at(tree, tree.top_of(*words), cues)


def _without_content(
    tree: Tree | None, found: Found | None, cue: Span, content: tuple[Span, ...]
) -> tuple[Span, tuple[Span, ...]]:
    """Give a verb that the model took into the cue back to the content: "denied | supporting the front"."""
    if tree is None or found is None:
        return cue, content
    own = tree.words[found.index].span
    taken = [c for c in tree.dependents(found.index, "xcomp") if own.end < tree.words[c].span.end <= cue.end]
    if not taken or tree.words[taken[0]].xpos != "VBG":
        return cue, content
    below = [w for w in tree.subtree(taken[0]) if w > found.index and tree.words[w].deprel != "punct"]
    whole = tree.span_of(below)
    return Span(cue.begin, own.end), (*(c for c in content if not shared(c, whole)), whole)


def _without_source(found: Found | None, source: Span | None, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who speaks, whom the model may take for the first words of what is said.

    Not behind "appears": who appears to do something says nothing, and belongs to the rest.
    """
    if source is None or (found is not None and found.word.setting.hidden):
        return content
    return tuple(c for c in content if not contains(source, c))


def _and_what_follows(tree: Tree | None, found: Found | None, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take in what goes on behind a cue in between: "A, the governor said, but | B"."""
    if tree is None or found is None or tree.words[found.index].deprel != "parataxis":
        return content
    head = tree.words[found.index].head
    if head is None or head > found.index or not any(contains(c, tree.words[head].span) for c in content):
        return content
    following = [c for c in tree.dependents(head, "conj") if c > found.index]
    spans = (tree.span_of([w for w in tree.subtree(c) if tree.words[w].deprel != "cc"]) for c in following)
    return (*content, *(s for s in spans if not any(shared(s, c) for c in content)))


def _charge(found: Found | None, cue: Span, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who is accused, when a passive says of what: "the mayor was accused of | corruption"."""
    if found is None or not found.passive or found.word.setting.passive is not Modality.ACCUSED:
        return content
    return tuple(c for c in content if c.begin >= cue.end)


def _near(content: tuple[Span, ...], cue: Span, document: Document, grove: Grove) -> tuple[Span, ...]:
    """Leave out what stands in a paragraph before the cue's, when some of the content stands in its own.

    A title may say in short what the first paragraph says in full.
    """
    tree = grove.at(cue.begin)
    own = document.passages[tree.passage].span if tree else None
    if own is None or not contains(own, cue) or not any(shared(own, c) for c in content):
        return content
    return tuple(c for c in content if c.end > own.begin or _titles(c, document, grove))


def _titles(span: Span, document: Document, grove: Grove) -> bool:
    """Whether a stretch touches a title."""
    return any(document.passages[tree.passage].kind is PassageKind.TITLE for tree in grove.over(span))


def _up_to(cue: Span, source: Span) -> Span:
    """Cut a source that runs over its own cue: "a guard | told the Gazette"."""
    over = source.begin < cue.begin - 1 < cue.end <= source.end
    return Span(source.begin, cue.begin - 1) if over else source


def _cited(tree: Tree | None, found: Found | None) -> tuple[Span, ...]:
    """Return what a participle "citing" governs: its object, and nothing of the clause that follows."""
    if (
        tree is None
        or found is None
        or found.word.tokens[0] != "cite"
        or tree.words[found.index].xpos != "VBG"
    ):
        return ()
    return tuple(tree.span_of(tree.subtree(c)) for c in tree.dependents(found.index, "obj"))


def _beside(sources: Sequence[Span], tree: Tree | None, grove: Grove) -> list[Span]:
    """Return the sources that lie in the cue's own passage; a name across a paragraph break is nobody's."""
    kept = []
    for source in sources:
        ends = grove.at(source.begin), grove.at(source.end - 1)
        if tree is not None and all(t is not None and t.passage == tree.passage for t in ends):
            kept.append(source)
    return kept


BIDDING = frozenset({"must", "should", "shall", "ought"})
# Modalities of a passive that hides nobody: "is expected to", "is intended to".
INTENDED = frozenset({Modality.FORECAST, Modality.PROMISED})


def _best_source(sources: Sequence[Span], cue: Span, tree: Tree | None, *, verb: bool) -> Span | None:
    """Return whom the cue's own subject names, else the model's nearest source that names somebody.

    `verb` says that the cue is a verb of saying, whose relative subject speaks: "a town, which denies A".
    """
    if tree is None:
        return sources[0] if sources else None
    own = _own_subject(tree, cue) or (_antecedent(tree, cue) if verb else None)
    if own is not None and not any(shared(own, s) for s in sources):
        return own
    here = [s for s in sources if contains(tree.sentence.span, s)] or list(sources)
    naming = [s for s in here if _text(tree, s) not in RELATIVES] or here
    return min(naming, key=lambda s: max(s.begin - cue.end, cue.begin - s.end), default=None)


def _agent(tree: Tree | None, cue: Span) -> Span | None:
    """Return who does a passive cue: "is alleged by prosecutors"."""
    words = tree.range_of(cue) if tree else None
    if tree is None or words is None:
        return None
    agents = [a for i in range(*words) for a in tree.dependents(i, "obl:agent")]
    return noun_phrase(tree, agents[0]) if agents else None


def _own_subject(tree: Tree, cue: Span) -> Span | None:
    """Return the noun that is the direct subject of an active cue."""
    words = tree.range_of(cue)
    if words is None:
        return None
    top = tree.top_of(*words)
    subjects = [c for c in tree.dependents(top, "nsubj") if tree.words[c].deprel == "nsubj"]
    subjects = [c for c in subjects if not in_dateline(tree, c)]
    if (
        tree.words[top].upos != "VERB"
        or not subjects
        or tree.words[subjects[-1]].upos not in ("NOUN", "PROPN")
    ):
        return None
    return noun_phrase(tree, subjects[-1])


def _is_verb(found: Found | None) -> bool:
    return found is not None and found.word.kind is CueKind.VERB


def _antecedent(tree: Tree, cue: Span) -> Span | None:
    """Return the noun that "who" or "which" stands for, when that is the subject of a cue."""
    words = tree.range_of(cue)
    top = tree.top_of(*words) if words else 0
    subjects = tree.dependents(top, "nsubj")
    head = tree.words[top].head
    if tree.words[top].deprel != "acl:relcl" or head is None or tree.words[head].upos not in NAMING:
        return None
    return noun_phrase(tree, head) if any(tree.forms[s] in RELATIVES for s in subjects) else None


def _text(tree: Tree, span: Span) -> str:
    words = tree.range_of(span)
    return " ".join(w.text.lower() for w in tree.words[words[0] : words[1]]) if words else ""


def _adverb(tree: Tree, cue: Span) -> bool:
    """Whether a cue is an adverb ("reportedly"), which names nobody."""
    words = tree.range_of(cue)
    return words is not None and all(w.upos == "ADV" for w in tree.words[words[0] : words[1]])


def _describes(tree: Tree, cue: Span) -> bool:
    """Whether a cue is an adjective in front of a noun."""
    words = tree.range_of(cue)
    return words is not None and words[1] - words[0] == 1 and tree.words[words[0]].deprel == "amod"


def infix(span: Span, voicing: Voicing) -> bool:
    """Whether a cue stands inside its own proposition: "the A, said X, does B", "A is thought to be B"."""
    if not contains(span, voicing.cue):
        return False
    found = voicing.found
    if voicing.source is None and found is not None and found.passive:
        return found.word.setting.passive is Modality.REPORTED
    begin = min(voicing.cue.begin, voicing.source.begin) if voicing.source else voicing.cue.begin
    before = any(shared(span, c) and c.end <= begin for c in voicing.content)
    return before and any(shared(span, c) and c.begin >= voicing.cue.end for c in voicing.content)


def _merge(seen: Sequence[Voicing], syntactic: Sequence[Voicing]) -> list[Voicing]:
    """Join the two: one voicing a cue; the tree fills in what the model left open."""
    merged = list(seen)
    near = Nearby(range(len(seen)), lambda n: (merged[n].cue,))
    for voicing in syntactic:
        same = next((n for n in near.around(voicing.cue) if shared(merged[n].cue, voicing.cue)), None)
        if same is None:
            merged.append(voicing)
            near.add(len(merged) - 1)
            continue
        known = merged[same]
        covered = known.covers(voicing.content[0])
        content = known.content
        if voicing.rule == HEARD or (voicing.source and any(contains(c, known.cue) for c in content)):
            content = voicing.content  # what holds its own cue is no content
        elif content and contains(voicing.content[0], content[0]):  # else an inner voice is passed over
            whole = voicing.content[0].end if _asks_or_threatens(voicing) else content[0].end
            content = (Span(voicing.content[0].begin, max(content[0].end, whole)), *content[1:])
        elif not covered:
            content = tuple(sorted((*content, *voicing.content)))
        sure = voicing.rule in ("closing name", HEARD) or (
            voicing.rule == "closing clause" and not known.content
        )
        source = voicing.source if sure else known.source or voicing.source
        merged[same] = replace(known, source=source, content=content)
    return merged


def _asks_or_threatens(voicing: Voicing) -> bool:
    """Whether a cue asks, threatens or promises: the terms are part of it ("to close the port unless A")."""
    asking = (Modality.REQUESTED, Modality.THREATENED, Modality.PROMISED)
    return voicing.found is not None and voicing.found.word.setting.modality in asking


def _with_source(voicing: Voicing, others: Nearby[Voicing], grove: Grove) -> Voicing:
    """Give a participle ("…, adding:") or a second verb the source of the verb that it hangs on."""
    if voicing.source is not None:
        return voicing
    cued = grove.reach(voicing.cue)
    if cued is None:
        return voicing
    tree, words = cued
    top = tree.top_of(*words)
    if tree.words[top].xpos != "VBG" and tree.words[top].deprel != "conj":
        return voicing
    head = tree.words[top].head
    if head is None:
        return voicing
    for other in others.around(tree.sentence.span):
        reached = tree.range_of(other.cue) if contains(tree.sentence.span, other.cue) else None
        if reached and reached[0] <= head < reached[1] and other.source:
            return replace(voicing, source=other.source, rule=f"{voicing.rule}, source of the main verb")
    subject = tree.subject(top)
    if subject is not None and tree.words[top].xpos == "VBG":
        return replace(
            voicing, source=noun_phrase(tree, subject), rule=f"{voicing.rule}, subject of the main verb"
        )
    return voicing


def _with_speaker(voicing: Voicing, others: Nearby[Voicing], grove: Grove) -> Voicing:
    """Give "she" and "he" the name of who speaks before in their sentence: "Brask said A; B, | she added"."""
    if voicing.source is None or voicing.source.end - voicing.source.begin > len("she"):
        return voicing
    reached = grove.reach(voicing.source)
    if reached is None:
        return voicing
    tree, words = reached
    if words[1] - words[0] > 1 or tree.forms[words[0]] not in ("he", "she"):
        return voicing
    begin = tree.sentence.span.begin
    before = [
        o
        for o in others.around(Span(begin, voicing.cue.begin))
        if o.source and o.found and begin <= o.source.begin < o.cue.end <= voicing.source.begin
        if not voicing.covers(o.cue)
    ]
    speaker = min(before, key=lambda o: o.cue, default=None)
    if speaker is None or speaker.source is None or not _one_person(tree, speaker.source):
        return voicing
    return replace(voicing, source=speaker.source, rule=f"{voicing.rule}, speaker before")


def _one_person(tree: Tree, source: Span) -> bool:
    """Whether a source may be "he" or "she": one name or noun for a person, in the singular."""
    words = tree.range_of(source)
    if words is None:
        return False
    top = tree.words[tree.top_of(*words)]
    lemma = top.lemma.lower()
    return top.xpos == "NNP" or (top.xpos == "NN" and (names_people(lemma) or lemma in SPEAKERS))


def _to_the_end(voicing: Voicing, quotations: Quotations) -> Voicing:
    """Let a voice that opens a quotation keep it to its closing mark, over sentence ends."""
    content = []
    for span in voicing.content:
        quoted = next(
            (q for q in quotations.near(span.begin + 1) if span.begin < q.end and span.end <= q.end + 1), None
        )
        reaches = quoted is not None and not contains(quoted, voicing.cue)
        content.append(Span(span.begin, max(span.end, quoted.end)) if quoted and reaches else span)
    return replace(voicing, content=tuple(content))


def _from_blocks(document: Document, voicings: Sequence[Voicing]) -> Iterator[Voicing]:
    """Let the line that introduces a block quotation govern it."""
    cued = Nearby(voicings, lambda v: (v.cue,))
    for passage in document.passages:
        if passage.governed_by is None:
            continue
        line = document.passages[passage.governed_by].span
        introducing = [v for v in cued.around(line) if contains(line, v.cue)]
        if introducing:
            last = max(introducing, key=lambda v: v.cue)
            yield replace(last, content=(passage.span,), rule="block quotation")
