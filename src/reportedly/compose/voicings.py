"""Who attributes what: every voicing of a document, from the model and from its trees.

A voicing is one act of attributing: a source, a cue, and the stretches of text that it covers. The
model's attributions come first; complement clauses, introduced block quotations and headlines add
what one pass cannot see (nested and far-away contents).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.compose.cues import Found, cue_at, reporting_at, says_nothing
from reportedly.compose.headlines import from_headline
from reportedly.compose.nearby import Nearby
from reportedly.compose.outside import BESIDE, closing, outer_contents
from reportedly.compose.quotes import Quotations
from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import QUOTED, noun_phrase, speaks, with_nickname
from reportedly.compose.trees import Grove, Tree, contains, shared
from reportedly.packs import CueKind, CuePack
from reportedly.records import Document, Modality, PassageKind, Polarity, Reading, Span


def find_voicings(
    document: Document, readings: Sequence[Reading], grove: Grove, cues: CuePack, *, quotations: Quotations
) -> list[Voicing]:
    """Return every voicing, in order of the cue."""
    seen = list(_from_model(document, readings, grove, cues))
    syntactic = [
        v for tree in grove.trees for v in (*_from_tree(tree, cues), *_according(tree), *closing(tree, cues))
    ]
    merged = _merge(seen, syntactic)
    cued = Nearby(merged, lambda v: (v.cue,))
    shared_sources = [_with_source(v, cued, grove) for v in merged]
    shared_sources = [_to_the_end(v, quotations) for v in shared_sources]
    shared_sources = outer_contents(shared_sources, grove)
    blocks = list(_from_blocks(document, shared_sources))
    headline = list(from_headline(document))
    spoken = [v for v in (*shared_sources, *blocks, *headline) if v.source is not None or _hides(v)]
    return sorted(spoken, key=lambda v: (v.cue, v.size))


def _hides(voicing: Voicing) -> bool:
    """Whether a cue without a source hides one: a passive, a noun, or a word that the pack says hides."""
    found = voicing.found
    if found is not None and found.passive and found.word.setting.modality in INTENDED:
        return False  # "is expected to", "is intended to" hide nobody
    return found is None or found.passive or found.word.setting.hidden or found.word.kind is CueKind.NOUN


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
            source = _agent(tree, cue) or _best_source(_beside(attribution.source, tree, grove), cue, tree)
            source = _up_to(cue, source) if tree and source else source
            source = with_nickname(tree, source) if tree and source else source
            if tree and source and (_adverb(tree, cue) or not speaks(tree, source, cue, found)):
                source = None
            if tree and _describes(tree, cue):
                continue  # "alleged gang members" says of whom, and hides no voice of the clause
            silent = tree is not None and found is not None and says_nothing(tree, found, cues)
            content = _cited(tree, found) or _near(attribution.content, cue, document, grove)
            cue, content = _without_content(tree, found, cue, content)
            yield Voicing(source, cue, content, found, "attribution", silent)


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


NAMING = frozenset({"NOUN", "PROPN"})
CUEING = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
RELATIVES = frozenset({"which", "who", "that", "whom"})


def _best_source(sources: Sequence[Span], cue: Span, tree: Tree | None) -> Span | None:
    """Return whom the cue's own subject names, else the model's nearest source that names somebody."""
    if tree is None:
        return sources[0] if sources else None
    own = _own_subject(tree, cue)
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
    subjects = [c for c in tree.children[top] if tree.words[c].deprel == "nsubj"]
    if (
        tree.words[top].upos != "VERB"
        or not subjects
        or tree.words[subjects[-1]].upos not in ("NOUN", "PROPN")
    ):
        return None
    return noun_phrase(tree, subjects[-1])


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


def _from_tree(tree: Tree, cues: CuePack) -> Iterator[Voicing]:
    """Read complement clauses: a reporting verb with its subject and what it governs."""
    for i, word in enumerate(tree.words):
        found = reporting_at(tree, i, cues) if word.upos in CUEING else None
        if found is None or _of_saying(tree, i, "obl", cues):
            continue  # "said in its report that A": the report is where, and hides nobody
        content = _complement(tree, i, found, cues)
        if content is None:
            continue
        source = _source(tree, i)
        yield Voicing(source, word.span, (content,), found, "complement", says_nothing(tree, found, cues))


def _according(tree: Tree) -> Iterator[Voicing]:
    """Read "according to X": what it stands beside, before it and after."""
    for i, word in enumerate(tree.words[:-2]):
        if tree.forms[i] != "according":
            continue
        said = word.head if word.deprel == "case" else next(iter(tree.dependents(i, "obl", "nmod")), None)
        if said is None or said <= i:
            continue
        phrase = [w for w in {*tree.subtree(said), *tree.subtree(i)} if w >= i]
        clause = tree.words[said if word.deprel == "case" else i].head
        if clause is None or clause in phrase:
            continue
        around = [w for w in tree.subtree(clause) if w not in phrase and tree.words[w].deprel != "punct"]
        before, after = [w for w in around if w < i], [w for w in around if w > i]
        content = tuple(tree.span_of(part) for part in (before, after) if part)
        cue = Span(word.span.begin, tree.words[i + 1].span.end)
        yield Voicing(noun_phrase(tree, said), cue, content, None, "according to")


def _complement(tree: Tree, i: int, found: Found, cues: CuePack) -> Span | None:
    """Return the clause that a reporting word governs, without "that"."""
    word = tree.words[i]
    wanted = ("ccomp",) if word.upos in ("VERB", "AUX") else ("ccomp", "acl")
    governed = (c for c in tree.dependents(i, *wanted) if not _relative(tree, c))
    clauses = [c for c in governed if _finite(tree, c)]
    if word.upos == "NOUN":
        clauses = [c for c in clauses if not _describing(tree, c)]
    if not clauses:
        about = None if _of_saying(tree, i, "nsubj", cues) else _about(tree, i, found)
        return about or _object(tree, i, found)
    clauses = [c for c in clauses if c > i] or clauses[:1]  # of one that was taken apart, all parts
    inside = sorted(w for c in clauses for w in tree.subtree(c) if tree.words[w].deprel != "punct")
    if tree.words[inside[0]].lemma in ("that", "whether", "if") and tree.words[inside[0]].deprel == "mark":
        inside = inside[1:]
    return tree.span_of(inside) if inside else None


def _of_saying(tree: Tree, i: int, relation: str, cues: CuePack) -> bool:
    """Whether a word is subject (or whatever else) of a verb of saying: "the report says that A"."""
    word = tree.words[i]
    if word.deprel != relation or word.head is None:
        return False
    found = reporting_at(tree, word.head, cues)
    return found is not None and found.word.kind is CueKind.VERB


def _about(tree: Tree, i: int, found: Found) -> Span | None:
    """Return the clause of "one theory is that A", "concerns have grown that A", "X quoted Y as saying A"."""
    word = tree.words[i]
    if found.word.kind is CueKind.NOUN and word.head is not None:
        clause: int | None = None
        if word.deprel == "nsubj:outer":
            clause = word.head
        elif word.deprel == "nsubj" and found.word.setting.hidden:
            clause = next(
                (c for c in tree.dependents(word.head, "ccomp", "acl", "advcl") if c > word.head), None
            )
        marks = [m for m in tree.dependents(clause, "mark") if m > i] if clause is not None else []
        if clause is None or not marks or tree.words[marks[0]].lemma.lower() != "that":
            return _named_only(tree, i, found)
        inside = [w for w in tree.subtree(clause) if w > marks[0] and tree.words[w].deprel != "punct"]
        return tree.span_of(inside) if inside else None
    if found.word.tokens[0] in QUOTED and found.word.kind is CueKind.VERB:
        speaking = next(
            (c for c in tree.dependents(i, "advcl") if tree.words[c].xpos == "VBG" and c > i), None
        )
        return tree.span_of(tree.subtree(speaking)) if speaking is not None else None
    return None


def _named_only(tree: Tree, i: int, found: Found) -> Span | None:
    """Return what "allegations of bribery", "calls for an inquiry" name."""
    if found.word.setting.modality not in NAMED_ACTS or tree.dependents(i, "cop"):
        return None
    if any(tree.words[c].lemma.lower() == "no" for c in tree.dependents(i, "det")):
        return None  # "no calls for an inquiry"
    for noun in tree.dependents(i, "nmod", "acl", "obl"):
        cases = [
            c for c in tree.dependents(noun, "case", "mark") if tree.words[c].lemma.lower() in ("of", "for")
        ]
        if noun > i and cases:
            inside = [w for w in tree.subtree(noun) if w > cases[0] and tree.words[w].deprel != "punct"]
            return tree.span_of(inside) if inside else None
    return None


def _describing(tree: Tree, i: int) -> bool:
    """Whether the subject of a clause is the noun that it hangs on: "an assertion that is wrong"."""
    return any(tree.words[c].text.lower() in RELATIVES for c in tree.dependents(i, "nsubj"))


def _relative(tree: Tree, i: int) -> bool:
    """Whether a clause describes a noun: "signs that differ", not "signs that it has ended"."""
    if tree.words[i].deprel != "acl:relcl":
        return False
    marks = tree.dependents(i, "mark")
    return not any(tree.words[c].lemma.lower() == "that" for c in marks)


# Verbs that deny even what is only named: "denied the attack".
DENIALS = frozenset({"deny", "dispute", "refute", "reject"})
INTENDED = frozenset({Modality.FORECAST, Modality.PROMISED})
# Acts of speech whose noun names what they are about: "allegations of bribery".
NAMED_ACTS = frozenset({Modality.ACCUSED, Modality.REQUESTED, Modality.SUGGESTED})
# Acts of speech that take more than a that-clause: "accused Y of Z", "urged Y to Z".
OBJECT_ACTS = frozenset({Modality.ACCUSED, Modality.REQUESTED})


def _object(tree: Tree, i: int, found: Found) -> Span | None:
    """Return what follows an accusing, asking or denying verb: its object and complements."""
    setting = found.word.setting
    if tree.words[i].upos != "VERB" or (
        setting.modality not in OBJECT_ACTS and setting.polarity is not Polarity.DENIED
    ):
        return None
    below = [
        c
        for c in tree.dependents(i, "obj", "xcomp", "advcl", "obl", "ccomp")
        if c > i and not _apart(tree, c)
    ]
    phrasal = len(found.word.tokens) > 1
    if (
        setting.modality is Modality.ACCUSED
        and phrasal
        and not any(tree.words[c].xpos == "VBG" for c in below)
    ):
        return None  # "tied to", "linked to" accuse nobody of doing something
    if setting.modality is Modality.REQUESTED and not phrasal and not any(_asks(tree, c) for c in below):
        return None  # "commanded the ship", "advised the forces who lead"
    clauses = tree.dependents(i, "xcomp", "ccomp", "advcl")
    if setting.polarity is Polarity.DENIED and not clauses and found.word.tokens[0] not in DENIALS:
        return None  # "withdrew the troops", "questioned the suspect"
    if not below:
        return None
    inside = sorted(w for c in below for w in tree.subtree(c) if w > i)
    if phrasal and len(inside) > 1 and tree.words[inside[0]].lemma.lower() in found.word.tokens:
        inside = inside[1:]  # "suspected of | planning attacks"
    return tree.span_of([w for w in inside if w > i and tree.words[w].deprel != "punct"] or inside)


def _asks(tree: Tree, i: int) -> bool:
    """Whether a clause says what is asked for: "to leave", "that they leave"."""
    return any(tree.words[c].lemma.lower() in ("to", "that") for c in tree.dependents(i, "mark"))


def _apart(tree: Tree, i: int) -> bool:
    """Whether a clause is one of time or reason, beside what the verb asks or accuses of."""
    return any(tree.words[c].lemma.lower() in BESIDE for c in tree.dependents(i, "mark", "advmod"))


def _finite(tree: Tree, i: int) -> bool:
    """Whether a clause has a tensed verb, or a subject of its own."""
    return tree.tensed(i) or bool(tree.dependents(i, "nsubj"))


def _source(tree: Tree, i: int) -> Span | None:
    """Return the subject of a cue, or the agent of a passive one."""
    agents = tree.dependents(i, "obl:agent") or [
        c for c in tree.children[i] if tree.words[c].deprel == "nmod:poss" and tree.words[c].upos in NAMING
    ]
    if agents:
        return noun_phrase(tree, agents[0])
    if any(tree.words[c].deprel == "expl" for c in tree.children[i]):
        return None  # "it is true that A": nobody says so
    subject = _quoted(tree, i)
    subject = subject if subject is not None else tree.subject(i)
    if subject is None:
        return None
    if tree.words[i].xpos == "VBN" and tree.words[i].deprel == "acl":
        return None  # "generals accused of A" accuse nobody
    own = tree.words[subject].text.lower() in ("i", "we")  # "we are convinced that A"
    return None if tree.passive(i) and not own else noun_phrase(tree, subject)


def _quoted(tree: Tree, i: int) -> int | None:
    """Return who says what follows in "quoted the mayor as saying"."""
    head = tree.words[i].head
    if head is None or tree.words[i].deprel != "advcl" or tree.words[head].lemma.lower() not in QUOTED:
        return None
    return next(iter(tree.dependents(head, "obj")), None)


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
        if known.source is None and voicing.source and any(contains(c, known.cue) for c in content):
            content = voicing.content  # what holds its own cue and names nobody is no content
        elif content and contains(voicing.content[0], content[0]):  # else an inner voice is passed over
            content = (Span(voicing.content[0].begin, content[0].end), *content[1:])
        elif not covered:
            content = tuple(sorted((*content, *voicing.content)))
        sure = voicing.rule == "closing name" or (voicing.rule == "closing clause" and not known.content)
        source = voicing.source if sure else known.source or voicing.source
        merged[same] = replace(known, source=source, content=content)
    return merged


def _with_source(voicing: Voicing, others: Nearby[Voicing], grove: Grove) -> Voicing:
    """Give a participle ("…, adding:") or a second verb the source of the verb that it hangs on."""
    if voicing.source is not None:
        return voicing
    tree = grove.at(voicing.cue.begin)
    words = tree.range_of(voicing.cue) if tree else None
    if tree is None or words is None:
        return voicing
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
