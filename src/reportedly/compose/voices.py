"""From the links of a chain to voices: who counts as one, of what kind, and under which name.

Invariant: the report's own "we", the body that issues it, and mere signs ("evidence suggests") are no voices.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.compose.parties import names_people
from reportedly.compose.records import RECORDS, whose, whose_by_order
from reportedly.compose.relays import Link, cited
from reportedly.compose.roles import mention
from reportedly.compose.scene import Scene
from reportedly.compose.speakers import noun_phrase, subject_before
from reportedly.compose.time_words import CALENDAR
from reportedly.compose.trees import Tree, shared
from reportedly.records import Mention, Modality, Span, Voice, VoiceKind, Word

UNNAMED = "unnamed source"
# Nouns for how likely something is, which nobody has to say; a fear is somebody's.
CHANCES = frozenset("chance danger likelihood possibility potential probability prospect risk".split())
POINTERS = frozenset({"this", "that", "which", "it", "these", "those"})
OWN = frozenset({"we", "i", "our"})


def find_voices(scene: Scene, chain: Sequence[Link], *, hidden: Word | None) -> tuple[Voice, ...]:
    """Return the voices of a chain, outermost first.

    Args:
        scene: the document.
        chain: its links.
        hidden: the adverb in the proposition that hides one more voice ("reportedly"), or None.

    Returns:
        The voices; empty when the document speaks itself.
    """
    links = [link for link in chain if not _mere_sign(scene, link)]
    if links and (_own_we(scene, links[0]) or _issues(scene, links[0]) or _bids(scene, links[0])):
        links = links[1:]
    links = [link for link in links if link is links[0] or not _speaks_of_self(scene, link)]
    links = [link for n, link in enumerate(links) if n == 0 or link.source or links[n - 1].source]
    voices = [_voice(scene, link) for link in links]
    if hidden is not None and (not voices or voices[-1].who.name != UNNAMED):
        voices.append(Voice(Mention(UNNAMED, None, None), VoiceKind.UNNAMED, hidden.span, hidden.text))
    return tuple(voices)


def _own_we(scene: Scene, link: Link) -> bool:
    """Whether the outermost voice is the "we" of a statement, outside of any quotation."""
    if link.source is None or scene.quotations.hold(link.source):
        return False
    return scene.document.text[link.source.begin : link.source.end].lower() in OWN


def _issues(scene: Scene, link: Link) -> bool:
    """Whether the outermost voice is the body whose statement the report is: "the Panel found"."""
    if scene.issuer is None or link.source is None or scene.quotations.hold(link.source):
        return False
    named = subject_before(scene.grove, link.source) if _words(scene, link.source).lower() == "it" else None
    return scene.issuer.is_meant(_words(scene, named or link.source))


def _bids(scene: Scene, link: Link) -> bool:
    """Whether a passive asks for something in a statement, as its issuer does: "all are asked to leave"."""
    found = link.voicing.found if link.voicing else None
    if scene.issuer is None or found is None or link.cue is None or link.source is not None:
        return False
    asked = found.passive and found.word.setting.modality is Modality.REQUESTED
    return asked and not scene.quotations.hold(link.cue)


def says_itself(scene: Scene, chain: Sequence[Link]) -> bool:
    """Whether the body that issues a report says by its name that A: "the Panel noted that A"."""
    return bool(chain) and _issues(scene, chain[0])


def _speaks_of_self(scene: Scene, link: Link) -> bool:
    """Whether an inner voice is the outer one's "we": "we know that A," the governor said."""
    return link.source is not None and _words(scene, link.source).lower() in OWN


def _mere_sign(scene: Scene, link: Link) -> bool:
    """Whether nobody speaks: "a sign that A", "a risk that A", "A seems to be so", "evidence suggests A"."""
    found = link.voicing.found if link.voicing else None
    if found is not None and found.word.tokens[0] in CHANCES:
        return link.source is None
    if found is None or found.word.setting.modality is not Modality.SUGGESTED or link.rule == "receiver":
        return False
    if link.source is None or found.word.setting.hidden:
        return found.word.setting.hidden
    cue = scene.grove.at(link.cue.begin) if link.cue else None
    participle = cue is not None and cue.words[found.index].xpos == "VBG"
    if participle or _words(scene, link.source).lower() in POINTERS:
        return True  # "…, suggesting that A", "this indicates that A"
    tree, top = _head(scene, link.source)
    if tree is None or tree.words[top].upos != "NOUN" or tree.words[top].lemma.lower() in RECORDS:
        return False
    span = tree.words[top].span
    entities = [e for e in scene.entities.around(span) if e.span.begin <= span.begin < e.span.end]
    return not entities and not names_people(tree.words[top].lemma.lower())


def _head(scene: Scene, source: Span) -> tuple[Tree | None, int]:
    """Return the sentence and head word of a source."""
    reached = scene.grove.reach(source)
    return (reached[0], reached[0].top_of(*reached[1])) if reached else (None, 0)


def _voice(scene: Scene, link: Link) -> Voice:
    text = scene.document.text
    cue_text = text[link.cue.begin : link.cue.end] if link.cue else None
    source = _named_beside(scene, link.source)
    if source is None:
        return Voice(Mention(UNNAMED, None, None), VoiceKind.UNNAMED, link.cue, cue_text)
    inside = [e.kind for e in scene.entities.around(source) if source.begin <= e.span.begin < source.end]
    if any(kind in ("PERSON", "Person") for kind in inside):
        kind = VoiceKind.PERSON
    elif "Organisation" in inside:
        kind = VoiceKind.INSTITUTION
    else:
        kind = VoiceKind.INSTITUTION if _has_name(scene, source) else VoiceKind.UNNAMED
    return Voice(_named_shortly(scene, source), kind, link.cue, cue_text)


def _has_name(scene: Scene, source: Span) -> bool:
    """Whether a proper name stands in a source: "the Harbour Board", not "The mayor"."""
    reached = scene.grove.reach(source)
    if reached is None:
        return False
    tree, words = reached
    return any(w.upos == "PROPN" for w in tree.words[words[0] : words[1]])


def _named_shortly(scene: Scene, source: Span) -> Mention:
    """Return a mention named by its noun: without clauses about it, and a record by whose it is."""
    whole = mention(scene.document.text, source)
    tree, top = _head(scene, source)
    if tree is None:
        return whole
    if tree.words[top].lemma.lower() in RECORDS:
        owner = whose(tree, top)
        return replace(whole, name=_words(scene, _name_of(tree, owner))) if owner is not None else whole
    owner = whose_by_order(tree, source)
    if owner is not None:
        return replace(whole, name=_words(scene, owner))
    explained = _person_beside(scene, tree, top) or _name_of(tree, source)
    if explained != source:
        return replace(whole, name=_words(scene, explained))
    if not tree.dependents(top, "acl") or (tree.words[top].upos != "PROPN" and not cited(tree, top)):
        return whole
    return replace(whole, name=_words(scene, noun_phrase(tree, top)))


def _person_beside(scene: Scene, tree: Tree, top: int) -> Span | None:
    """Return the name that explains an office: "the harbour director, Ila Venn"."""
    if tree.words[top].upos != "NOUN":
        return None
    for child in tree.dependents(top, "appos"):
        span = noun_phrase(tree, child)
        inside = scene.entities.around(span)
        if tree.words[child].upos == "PROPN" and any(
            e.kind == "Person" and shared(e.span, span) for e in inside
        ):
            return span
    return None


def _name_of(tree: Tree, body: Span) -> Span:
    """Return the name that stands behind the noun for a body: "the think tank | Harbour Watch"."""
    first, last = tree.range_of(body) or (0, 0)
    end = tree.names_from(last)
    begin = max(first, tree.names_before(end))
    named = first < begin < end and tree.words[begin - 1].upos == "NOUN"
    return tree.span_of(range(begin, end)) if named and tree.words[begin].text not in CALENDAR else body


def _words(scene: Scene, span: Span) -> str:
    return scene.document.text[span.begin : span.end]


def _named_beside(scene: Scene, source: Span | None) -> Span | None:
    """Return the noun that an apposition explains, when the source is only the apposition."""
    if source is None:
        return None
    tree, top = _head(scene, source)
    if tree is None:
        return source
    head = tree.words[top].head
    if tree.words[top].deprel == "appos" and head is not None and tree.words[head].upos == "PROPN":
        return noun_phrase(tree, head)
    return source
