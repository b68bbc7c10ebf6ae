"""Voices that only pass on: the outlet that was told, the paper that cites an official.

Invariant: a relay is a body that the sentence names; "told reporters" relays through nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import noun_phrase
from reportedly.compose.trees import Grove, Tree, contains, shared
from reportedly.packs import CueKind
from reportedly.records import Modality, Span

RECEIVES = frozenset({"receive", "get", "have", "collect", "obtain", "hear", "cite"})
CONFIRMS = frozenset({"confirm", "verify", "corroborate"})
FINDS = frozenset({"find", "see", "have", "discover", "uncover", "possess"})
TOLD = frozenset({"tell", "inform"})
OUTLETS = frozenset(
    """
    group agency newspaper paper outlet organization organisation
    station network magazine daily weekly broadcaster watchdog website radio television
    """.split()
)
# Common nouns for who publishes what it is told; which one, the text said before.
PUBLISHERS = frozenset(
    "press media newspaper paper outlet network magazine daily weekly broadcaster website station radio"
    " television".split()
)
# Words in the names of news agencies, papers and stations.
MEDIA = frozenset(
    """
    afp agency ap bbc bloomberg bulletin channel chronicle cnn courier daily dispatch echo efe
    examiner express gazette guardian herald independent interfax jazeera journal magazine mail mirror
    monitor news newspaper novosti observer post press prensa radio record register reuters review
    standard star sun tass telegraph television times tribune tv voice weekly xinhua zeitung el la
    globe diario nacion universal
    """.split()
)
CITED = frozenset({"cite", "quote", "interview", "consult", "obtain", "see", "survey", "poll"})


@dataclass(frozen=True, slots=True)
class Link:
    """One voice before it has a name: its mention (None when hidden), its cue, and why it is there."""

    source: Span | None
    cue: Span | None
    voicing: Voicing | None
    rule: str


def media(text: str, bodies: Sequence[Span], voicings: Sequence[Voicing]) -> list[Span]:
    """Return the bodies that can pass on what they were told: media by name, and those that report elsewhere.

    "Told the treasury" is only told; "told the Herald" was read in the Herald.
    """
    spoken = {_bare(text, v.source) for v in voicings if v.source}
    names = ((body, _bare(text, body)) for body in bodies)
    return [b for b, name in names if name in spoken or (MEDIA | OUTLETS) & set(name.split())]


def _bare(text: str, span: Span) -> str:
    return text[span.begin : span.end].lower().removeprefix("the ")


def with_relay(links: list[Link], grove: Grove, outlets: Sequence[Span]) -> list[Link]:
    """Put the outlet outermost that the words were told to, or that a source is cited by."""
    if not links or links[0].source is None or links[0].voicing is None:
        return links
    relay = _listener(links[0], grove, outlets) or _citing(links[0], grove, outlets)
    if relay is None or any(link.source == relay for link in links):
        return links
    return [Link(relay, None, None, "relay"), *links]


def with_receiver(links: list[Link], grove: Grove) -> list[Link]:
    """Put who "received reports that A" before the reports, and in their place who confirmed them.

    Who "found no evidence that A" speaks himself too.
    """
    voicing = links[-1].voicing if links else None
    found = voicing.found if voicing else None
    if voicing is None or found is None or voicing.source is not None or found.word.kind is not CueKind.NOUN:
        return links
    tree = grove.at(voicing.cue.begin)
    head = tree.words[found.index].head if tree else None
    if tree is None or head is None or tree.words[found.index].deprel != "obj":
        return links
    subject = tree.subject(head)
    if subject is None:
        return links
    verb, cue = tree.lemmas[head], tree.words[head].span
    receiver = Link(noun_phrase(tree, subject), cue, None, "receiver")
    if verb in CONFIRMS:
        return [*links[:-1], receiver]
    if verb in FINDS and found.word.setting.modality is Modality.SUGGESTED:
        again = len(links) > 1 and links[-2].cue is not None and shared(links[-2].cue, cue) > 0
        return [*links[: -2 if again else -1], replace(receiver, voicing=voicing)]
    return [*links[:-1], receiver, links[-1]] if verb in RECEIVES else links


def _listener(link: Link, grove: Grove, outlets: Sequence[Span]) -> Span | None:
    """Return the named body in "told X", "in an interview with X"."""
    tree = grove.at(link.cue.begin) if link.cue else None
    words = tree.range_of(link.cue) if tree and link.cue else None
    if tree is None or words is None:
        return None
    for i in range(*words):
        if tree.lemmas[i] in TOLD:
            heard = tree.dependents(i, "obj", "iobj") or _behind(tree, i)
            return _outlet(tree, heard[0], outlets) if heard else None
    for i, lemma in enumerate(tree.lemmas):
        if lemma == "interview":
            for child in tree.dependents(i, "nmod", "obl"):
                return _outlet(tree, child, outlets)
    return None


def _behind(tree: Tree, i: int) -> list[int]:
    """Return the noun right behind a verb, where the syntax hangs it elsewhere."""
    after = range(i + 1, min(i + 4, len(tree.words)))
    noun = next((w for w in after if tree.words[w].upos not in ("DET", "ADJ")), None)
    return [noun] if noun is not None and tree.words[noun].upos in ("NOUN", "PROPN") else []


def _citing(link: Link, grove: Grove, outlets: Sequence[Span]) -> Span | None:
    """Return the named body in "officials cited by X", "a report obtained by X"."""
    if link.source is None:
        return None
    tree = grove.at(link.source.begin)
    if tree is None:
        return None
    words = tree.range_of(link.source)
    if words is None:
        return None
    for i in range(words[0], min(words[1] + 2, len(tree.words))):
        if tree.lemmas[i] in CITED and tree.words[i].deprel in ("acl", "acl:relcl"):
            for child in tree.dependents(i, "obl:agent", "obl"):
                return _outlet(tree, child, outlets)
    return None


def cited(tree: Tree, i: int) -> bool:
    """Whether a noun is whom somebody asked or read: "guards consulted by the Gazette"."""
    return any(tree.words[c].lemma.lower() in CITED for c in tree.dependents(i, "acl"))


def _outlet(tree: Tree, i: int, outlets: Sequence[Span]) -> Span | None:
    noun = tree.words[i].lemma.lower()
    if tree.words[i].upos != "PROPN" and noun not in OUTLETS | PUBLISHERS:
        return None
    known = next((o for o in outlets if contains(o, tree.words[i].span)), None)
    words = tree.whole_names(*(tree.range_of(noun_phrase(tree, i)) or (i, i + 1)))
    name = tree.span_of(range(*words))
    named = any(w.upos == "PROPN" and w.text.lower() in MEDIA for w in tree.words[words[0] : words[1]])
    if known is not None and known.begin >= name.begin:
        return name if named and name.end > known.end else known
    return name if known or named or noun in PUBLISHERS else None
