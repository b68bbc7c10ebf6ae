"""Where a proposition puts what it says: the ground that its words name, whole and once."""

from collections.abc import Mapping, Sequence

from reportedly.compose.befalling import lives
from reportedly.compose.parties import only_people
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree, contains
from reportedly.records import Entity, Span

# Nouns that the model at times takes for ground. What moves, or is a body or an act, is none.
NO_GROUND = frozenset(
    """
    mission campaign operation offensive boat bus van truck lorry car vehicle ship vessel aircraft plane
    helicopter drone rifle gun weapon shelling smuggling ore flight government parliament website world trade
    phone plant bomb suitcase network gang raider
    """.split()
)
HERE = frozenset({"here", "there"})
SHARES = frozenset("third half quarter part most much rest majority percent all some".split())
HYPHENS = frozenset("-‐‑–")
# Nouns that only say what sort of ground a name is, or where in it: of "the streets of Ilden" it is Ilden.
SORTS_OF = frozenset(
    """
    country nation province governorate state department district county municipality city town village
    capital region area outskirt suburb street part island archipelago port neighborhood neighbourhood zone
    vicinity surroundings centre center well
    """.split()
)
BESIDE = frozenset({"nmod:unmarked", "appos", "conj", "list"})  # how "Sel" stands behind "Ilden, Sel"


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
    ground = [
        span
        for s in seen
        for span in _names_in(tree, s)
        if contains(inside, span) and _is_ground(tree, span) and not _is_named_for(tree, span, entities)
        if not _is_somebody(tree, span, entities)
    ]
    found = [span for span in ground if not _acts(tree, span, acting)] or ground
    once = [s for s in dict.fromkeys(found) if not any(o != s and contains(o, s) for o in found)]
    return sorted((*once, *_here(within)))


def ground_before(within: Within, entities: Sequence[Entity]) -> Span | None:
    """Return the last place that a sentence says it is in or at before a proposition; None where none is.

    Args:
        within: the proposition in its sentence.
        entities: what the model saw around it, in text order.
    """
    tree = within.tree
    first = tree.begins[within.first]
    seen = (e.span for e in entities if e.kind == "Location" and e.span.end <= first)
    names = (span for s in seen if s.begin >= tree.begins[0] for span in _names_in(tree, s))
    return max((s for s in names if _is_ground(tree, s) and _is_stood_in(tree, s)), default=None)


def ground_inside(within: Within, known: Mapping[str, int], text: str) -> Span | None:
    """Return the first place in a proposition that the model saw only elsewhere: "police in | Ilden".

    Args:
        within: the proposition in its sentence.
        known: how often the report names each place, as it writes them.
        text: the document's text.
    """
    tree = within.tree
    content = Span(tree.begins[within.first], tree.ends[within.last - 1])
    for i in range(within.first, within.last):
        if tree.words[i].upos != "PROPN" or tree.relations[i] not in ("nmod", "obl"):
            continue
        owns = tree.words[i].deprel == "nmod:poss"
        if owns or tree.led_by(i, ("in",)):
            span = tree.span_of(range(*tree.whole_names(i, i + 1)))
            times = known.get(text[span.begin : span.end], 0)
            if contains(content, span) and times > owns:  # one sighting may be a mistake
                return span
    return None


def _is_stood_in(tree: Tree, span: Span) -> bool:
    words = tree.range_of(span)
    top = tree.top_of(*words) if words else None
    return top is not None and tree.words[top].upos == "PROPN" and tree.led_by(top, ("in", "at"))


def is_setting(tree: Tree, span: Span) -> bool:
    """Whether a place stands with the verb of its clause, "in Ilden he", not a noun, "the mayor in Ilden"."""
    words = tree.range_of(span)
    return words is not None and tree.relations[tree.top_of(*words)] == "obl"


def _here(within: Within) -> list[Span]:
    """Return where "here" stands, which is where the report was written, or "there", named before."""
    words = (within.tree.words[i] for i in range(within.first, within.last))
    return [w.span for w in words if w.upos == "ADV" and w.lemma.lower() in HERE and w.deprel == "advmod"]


def _names_in(tree: Tree, span: Span) -> list[Span]:
    """Return the ground in what the model took for one place, by its name: "the town of | Ilden, | Sel"."""
    whole = _whole(tree, span)
    words = tree.range_of(whole) if whole else None
    if whole is None or words is None:
        return []
    first, last = words
    top = tree.top_of(first, last)
    name = _named_by(tree, top, len(tree.words) if last == top + 1 else last)  # "the city | of Ilden"
    beside = _beside(tree, name, max(last, name + 1))
    if name == top and not beside:
        return [whole]
    names = [tree.whole_names(i, i + 1) for i in (name, *beside)]
    if name == top:  # with what stands in front of it: "northern | Ilden"
        names[0] = (first, names[0][1])
    return [tree.span_of(range(*each)) for each in names]


def _named_by(tree: Tree, i: int, last: int) -> int:
    """Return the name behind nouns that only say what sort of ground it is: "the streets of | Ilden"."""
    while tree.words[i].text.islower() and tree.lemmas[i] in SORTS_OF:
        behind = [c for c in tree.dependents(i, "nmod") if i < c < last and tree.led_by(c, ("of",))]
        if not behind:
            break
        i = behind[0]
    return i


def _beside(tree: Tree, i: int, last: int) -> list[int]:
    """Return the names that stand beside a name: what it lies in, and others like it."""
    if tree.words[i].upos != "PROPN":
        return []
    found = []
    for c in tree.children[i]:
        if i < c < last and tree.words[c].upos == "PROPN" and tree.words[c].deprel in BESIDE:
            found += [c, *_beside(tree, c, last)]
    return found


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


def _is_named_for(tree: Tree, span: Span, entities: Sequence[Entity]) -> bool:
    """Whether a place only stands in the name of a body: "the Bank of | Ilden"."""
    words = tree.range_of(span)
    if words is None or not tree.led_by(tree.top_of(*words), ("of",)):
        return False
    bodies = (e.span for e in entities if e.kind == "Organisation")
    return any(contains(body, span) and body.begin < span.begin for body in bodies)


def _is_somebody(tree: Tree, span: Span, entities: Sequence[Entity]) -> bool:
    """Whether what befalls a name shows that the model is wrong to take it for ground: "Reno's death"."""
    words = tree.range_of(span)
    top = tree.top_of(*words) if words else None
    return top is not None and tree.words[top].upos == "PROPN" and lives(tree, top, entities)


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
