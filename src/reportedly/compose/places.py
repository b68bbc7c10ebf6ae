"""Where a proposition puts what it says: the ground that its words name, whole and once."""

from collections.abc import Sequence

from reportedly.compose.parties import only_people
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree, contains
from reportedly.records import Entity, Span

# Nouns that the model at times takes for ground. What moves, or is a body or an act, is none.
NO_GROUND = frozenset(
    """
    mission campaign operation offensive boat bus van truck lorry car vehicle ship vessel aircraft plane
    helicopter drone rifle gun weapon shelling smuggling ore flight government parliament website
    """.split()
)
HERE = frozenset({"here", "there"})
SHARES = frozenset("third half quarter part most much rest majority percent all some".split())
HYPHENS = frozenset("-‐‑–")


def find_places(within: Within, entities: Sequence[Entity], *, acting: Sequence[int]) -> list[Span]:
    """Find the ground that a proposition names.

    Args:
        within: the proposition in its sentence.
        entities: what the model saw around it, in text order.
        acting: words that name who acts; a country that does something is a place of it only where no
            other is named.

    Returns:
        Spans in text order, none inside another; empty when the words name no ground.
    """
    tree = within.tree
    inside = Span(tree.begins[within.first], tree.ends[within.last - 1])
    seen = (e.span for e in entities if e.kind == "Location" and contains(inside, e.span))
    ground = [span for s in seen if (span := _whole(tree, s)) and _is_ground(tree, span)]
    found = [span for span in ground if not _acts(tree, span, acting)] or ground
    once = [s for s in dict.fromkeys(found) if not any(o != s and contains(o, s) for o in found)]
    return sorted((*once, *_here(within)))


def _here(within: Within) -> list[Span]:
    """Return where "here" stands, which is where the report was written, or "there", named before."""
    words = (within.tree.words[i] for i in range(within.first, within.last))
    return [w.span for w in words if w.upos == "ADV" and w.lemma.lower() in HERE and w.deprel == "advmod"]


def _whole(tree: Tree, span: Span) -> Span | None:
    """Return a name that was cut with all of it: "Deir | Nafis"; None for half a word.

    Of "a third of the province" it is the province.
    """
    words = tree.range_of(span)
    if words is None:
        return None
    first, last = words
    shares = [i for i in range(first, last - 2) if tree.lemmas[i] in SHARES and tree.forms[i + 1] == "of"]
    if shares:
        first = shares[0] + 2
    return tree.span_of(range(*tree.whole_names(first, last)))


def _is_ground(tree: Tree, span: Span) -> bool:
    words = tree.range_of(span)
    if words is None:
        return False
    first, last = words
    nouns = [i for i in range(first, last) if tree.words[i].upos in ("NOUN", "PROPN")]
    if any(tree.lemmas[i] in NO_GROUND for i in (tree.top_of(first, last), *nouns[-1:])):
        return False
    return not only_people(tree, span) and not _in_compound(tree, last)


def _acts(tree: Tree, span: Span, acting: Sequence[int]) -> bool:
    """Whether a place does what is reported, rather than being where: "Lomar | closed the border"."""
    words = tree.range_of(span)
    if words is None:
        return False
    top = tree.words[tree.top_of(*words)]
    return top.deprel == "nsubj" or any(contains(span, tree.words[i].span) for i in acting)


def _in_compound(tree: Tree, last: int) -> bool:
    """Whether a name goes on as a word of its own: "Iran | -backed"."""
    following = tree.words[last : last + 2]
    joined = [w.text for w in following]
    return len(joined) == 2 and joined[0] in HYPHENS and following[0].span.begin == tree.ends[last - 1]
