"""Figures, records and studies, and the body whose they are: it is the body that speaks."""

from reportedly.compose.speakers import noun_phrase
from reportedly.compose.trees import Tree
from reportedly.records import Span

# Nouns that speak for the body whose they are: "figures from the army" is the army.
RECORDS = frozenset(
    """
    account analysis assessment audit cable data datum document figure file finding number poll record
    release report review statement statistic study survey
    """.split()
)
NAMING = frozenset({"NOUN", "PROPN"})
OWNING = frozenset({"from", "of", "by"})
# Common nouns for a body that can stand in front of its records: "a police report".
BODIES = frozenset({"police", "army", "government", "military", "ministry", "court"})


def whose(tree: Tree, record: int) -> Span | None:
    """Return the words for the body whose a record is; None when the text does not say.

    "figures from the army", "the army's figures", "data kept by the army", "an army report".
    """
    owners = [c for c in tree.dependents(record, "nmod") if tree.words[c].upos in NAMING and _of(tree, c)]
    if owners:
        return noun_phrase(tree, owners[0])
    named = [c for c in tree.dependents(record, "compound", "amod") if _in_front(tree, c)]
    first = [w for c in named for w in tree.subtree(c)]
    if first:
        return tree.span_of(first)
    kept = (
        a for c in tree.dependents(record, "acl") if _keeps(tree, c) for a in tree.dependents(c, "obl:agent")
    )
    agent = next(kept, None)
    return noun_phrase(tree, agent) if agent is not None else None


def whose_by_order(tree: Tree, source: Span) -> Span | None:
    """Return the words behind "figures from", where the syntax lost hold of them."""
    words = tree.range_of(source)
    if words is None:
        return None
    for i in range(words[0] + 1, words[1] - 1):
        if tree.words[i].upos == "ADP":
            owned = tree.words[i].lemma.lower() in OWNING and tree.words[i - 1].lemma.lower() in RECORDS
            return Span(tree.words[i + 1].span.begin, source.end) if owned else None
    return None


# What is done with records by those whose they are.
KEEPS = frozenset(
    "keep compile collect gather publish release produce prepare write draft conduct issue carry".split()
)


def _keeps(tree: Tree, i: int) -> bool:
    return tree.words[i].lemma.lower() in KEEPS


def _in_front(tree: Tree, i: int) -> bool:
    """Whether a word in front of a record names a body."""
    return tree.words[i].upos == "PROPN" or tree.words[i].lemma.lower() in BODIES


def _of(tree: Tree, i: int) -> bool:
    """Whether a noun is whose a record is: "from the army", "of the ministry", "the army's"."""
    if tree.words[i].deprel == "nmod:poss":
        return True
    return tree.led_by(i, OWNING)
