"""Voices that stand behind the one who speaks, or in front of him, by the words beside his cue.

"The Gazette, quoting an engineer, reported A" is the engineer behind the Gazette; "he heard from a guard
that A" the guard behind him; "the mayor reportedly said A" somebody hidden in front of the mayor.
"""

from reportedly.compose.complements import HEARING, heard_from
from reportedly.compose.parties import names_people
from reportedly.compose.records import RECORDS
from reportedly.compose.relays import Link
from reportedly.compose.speakers import QUOTED, noun_phrase
from reportedly.compose.trees import Grove, Tree
from reportedly.records import Span

# Adverbs that hide who says that somebody says something.
RUMOURED = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
# Common nouns for who speaks without acting, beside those for people.
SPEAKERS = frozenset(
    """
    official source diplomat analyst expert media agency insider informant correspondent figure
    representative spokesperson columnist editor
    """.split()
)
# Lemmas of the words that add a voice.
ADDING = QUOTED | HEARING | RUMOURED
SELF = frozenset({"he", "she", "they", "i", "we"})


def with_sources(links: list[Link], grove: Grove) -> list[Link]:
    """Return the links of a chain, outermost first, with whom the innermost quotes or heard it from.

    And with an unnamed voice in front where the outermost only "reportedly" speaks.
    """
    if not links or all(_plain(link, grove) for link in (links[0], links[-1])):
        return links
    return _with_rumour(_with_hearer(_with_quoted(links, grove), grove), grove)


def _plain(link: Link, grove: Grove) -> bool:
    """Whether the sentence of a cue has none of the words that add a voice, as most have not."""
    tree = grove.at(link.cue.begin) if link.cue else None
    return tree is None or ADDING.isdisjoint(tree.lemmas)


def _with_quoted(links: list[Link], grove: Grove) -> list[Link]:
    """Put behind a voice whom it quotes: "the Gazette, quoting an engineer, reported"."""
    link = links[-1]
    reached = grove.reach(link.cue) if link.cue and link.source else None
    if link.source is None or reached is None or link.voicing is None:
        return links
    tree, words = reached
    verb = tree.top_of(*words)
    heads = {verb}
    over = tree.words[verb].head
    if over is not None and over < verb and tree.relations[verb] == "parataxis":
        heads.add(over)  # "A, the Gazette reported, | quoting an engineer" may hang on A
    heads.update(c for c in tree.dependents(verb, "ccomp") if c < verb)
    source = tree.range_of(link.source)
    if source is not None:
        heads.add(tree.top_of(*source))
    for head in sorted(heads):
        for participle in (*tree.dependents(head, "advcl", "acl"), *([head] if head == verb else [])):
            quoted = _quoted(tree, participle) if head <= verb or participle > verb else None
            if quoted is not None and quoted != link.source:
                return [*links, Link(quoted, tree.words[participle].span, link.voicing, "quoted")]
    return links


def _quoted(tree: Tree, verb: int) -> Span | None:
    """Return who is only named as the source: "quoting an engineer", not "quoting him as saying B"."""
    if tree.lemmas[verb] not in QUOTED or tree.words[verb].xpos != "VBG" or tree.dependents(verb, "advcl"):
        return None
    return next((noun_phrase(tree, c) for c in tree.dependents(verb, "obj") if _can_speak(tree, c)), None)


def _can_speak(tree: Tree, noun: int) -> bool:
    """Whether a noun is somebody, or a record: "an engineer", "figures from the army", not "concerns"."""
    lemma = tree.lemmas[noun]
    return tree.words[noun].upos == "PROPN" or names_people(lemma) or lemma in RECORDS | SPEAKERS


def _with_hearer(links: list[Link], grove: Grove) -> list[Link]:
    """Put who heard something before whom he heard it from; the speaker's own "he" is the speaker."""
    link = links[-1]
    reached = grove.reach(link.cue) if link.cue else None
    if reached is None or link.voicing is None:
        return links
    tree, words = reached
    verb = tree.top_of(*words)
    subject = tree.subject(verb) if heard_from(tree, verb) is not None else None
    if subject is None or (len(links) > 1 and tree.forms[subject] in SELF):
        return links
    return [*links[:-1], Link(noun_phrase(tree, subject), link.cue, None, "receiver"), link]


def _with_rumour(links: list[Link], grove: Grove) -> list[Link]:
    """Put an unnamed voice before who only "reportedly" speaks."""
    link = links[0]
    reached = grove.reach(link.cue) if link.cue and link.source else None
    if reached is None:
        return links
    tree, words = reached
    adverbs = [c for c in tree.dependents(tree.top_of(*words), "advmod") if tree.forms[c] in RUMOURED]
    return [Link(None, tree.words[adverbs[0]].span, None, "rumour"), *links] if adverbs else links
