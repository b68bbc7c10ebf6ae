"""Who does it to whom, where, and with what goods: the arguments of a proposition, as mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.befalling import HAPPENING, befallen, lives
from reportedly.compose.parties import (
    GROUPS,
    PARTIES,
    acts_as_party,
    doers,
    kinds_over,
    meant,
    name_beside,
    parties,
)
from reportedly.compose.places import find_places
from reportedly.compose.speakers import noun_phrase
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree
from reportedly.packs import Role, Roles
from reportedly.records import Entity, Mention, Modality, Span

# Passive verbs of which the subject is what the verb below them has: "is believed to run the mine".
RAISING = frozenset(
    """
    believe think say allege report find know suspect understand see consider expect set schedule claim
    rumour rumor deem hold presume assume estimate judge feel show prove intend require prepare force
    """.split()
)
# Passives that say what their subject is in, not what is done to it.
STATES = frozenset(
    """
    link involve implicate tie connect relate associate affiliate ally base station locate position commit
    divide split unite embed equip arm staff destine engage entrench
    """.split()
)
# Passives of which the subject is silent: "could not be reached".
UNREACHED = frozenset({"reach", "contact"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions of each role, in text order; `why` names the rules that found one outside the proposition."""

    actors: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    places: tuple[Mention, ...]
    items: tuple[Mention, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """What is known of a proposition before its arguments are sought.

    `roles` say what the activity's subject and object are (None reads subject as actor, object as
    target); an accusation names its actor as the object of the accusing verb; `goods` are the lemmas
    of goods, empty for an activity that is not about goods.
    """

    roles: Roles | None
    modality: Modality
    goods: frozenset[str]


def find_arguments(text: str, within: Within, entities: Sequence[Entity], *, reported: Reported) -> Arguments:
    """Find the arguments of a proposition.

    Args:
        text: the document's text.
        within: the proposition in its sentence.
        entities: the document's entities, in order.
        reported: its activity's roles, its modality, and goods to look for.

    Returns:
        The mentions; empty tuples where the words name nobody.
    """
    roles, modality = reported.roles, reported.modality
    subjects, objects = _subjects(within, modality), _objects(within)
    by_role: dict[Role, list[int]] = {Role.ACTOR: [], Role.TARGET: [], Role.NONE: []}
    by_role[roles.subject if roles else Role.ACTOR] += subjects
    by_role[roles.object if roles else Role.TARGET] += objects
    tree = within.tree
    whose = doers if subjects == [within.predicate] else parties
    acting = [party for i in by_role[Role.ACTOR] for party in whose(tree, i, entities)]
    suffering = [name_beside(tree, i, entities) for i in by_role[Role.TARGET] if _suffers(tree, i, entities)]
    suffering = suffering or _befallen(within, subjects, entities)
    actors, targets = ([noun_phrase(tree, i, joined=False) for i in found] for found in (acting, suffering))
    places = [mention(text, span) for span in find_places(within, entities, acting=acting)]
    items = tuple(_items(text, within, reported.goods))
    return Arguments(_mentions(text, actors), _mentions(text, targets), tuple(places), items)


def mention(text: str, span: Span) -> Mention:
    """Return a mention that is so far only its own words."""
    words = text[span.begin : span.end]
    return Mention(words, words, span)


def _mentions(text: str, spans: Sequence[Span]) -> tuple[Mention, ...]:
    return tuple(mention(text, s) for s in dict.fromkeys(spans))


def _subjects(within: Within, modality: Modality) -> list[int]:
    tree, top = within.tree, within.predicate
    if modality is Modality.ACCUSED and tree.words[within.first].upos in GROUPS | {"DET", "ADJ"}:
        first = tree.words[top]
        if first.upos in ("NOUN", "PROPN") or first.xpos == "VBG":
            noun = next((i for i in range(within.first, within.last) if tree.words[i].upos in GROUPS), None)
            if noun is not None and (noun != top or tree.dependents(top, "acl")):
                return [_head_noun(tree, noun)]
    agents = tree.dependents(top, "obl:agent")
    if agents:
        return agents[:1]
    clash = _clash(tree, top)
    subject = tree.subject(top) if clash is None else clash
    silent = modality is Modality.GAP and tree.lemmas[top] in UNREACHED
    if tree.passive(top) and not silent and not _raised(tree, top):
        return []
    if tree.words[top].deprel == "acl" and tree.words[top].xpos == "VBN":
        return []
    if subject is not None:
        return [subject]
    return [top] if tree.words[top].upos == "NOUN" else []  # "raids by the army": whose act it is


def _clash(tree: Tree, i: int) -> int | None:
    """Return the subject "fighting between A and B", which the model takes for a clause of its own."""
    if tree.dependents(i, "nsubj"):
        return None
    clauses = (c for c in tree.dependents(i, "advcl") if c < i and tree.words[c].xpos == "VBG")
    return next((c for c in clauses if any(tree.led_by(b, ("between",)) for b in tree.children[c])), None)


def _raised(tree: Tree, i: int) -> bool:
    """Whether the subject of a passive acts all the same: "is thought to control", "is linked to"."""
    lemma = tree.lemmas[i]
    # As an adjective, "involved" is its own lemma.
    state = not STATES.isdisjoint((lemma, lemma.removesuffix("d"), lemma.removesuffix("ed")))
    return state or (lemma in RAISING and bool(tree.dependents(i, "xcomp")))


def _head_noun(tree: Tree, i: int) -> int:
    while True:
        head = tree.words[i].head
        if head is None or tree.words[i].deprel not in ("compound", "amod", "flat", "nmod:poss", "det"):
            return i
        i = head


def _objects(within: Within) -> list[int]:
    tree, top = within.tree, within.predicate
    passive = [
        c for c in tree.children[top] if tree.words[c].deprel == "nsubj:pass" and not _raised(tree, top)
    ]
    found = passive or tree.dependents(top, "obj", "iobj")
    if not found:
        for complement in tree.dependents(top, "xcomp"):
            found += tree.dependents(complement, "obj")
    if not found:
        found = [c for c in tree.dependents(top, "obl") if _case(tree, c) in ("against", "on", "to", "with")]
    return [w for c in found if c < within.last for w in _with_conjuncts(tree, c)]


def _case(tree: Tree, i: int) -> str:
    return next((tree.words[c].lemma.lower() for c in tree.dependents(i, "case")), "")


def _with_conjuncts(tree: Tree, i: int) -> list[int]:
    return [i, *(c for c in tree.dependents(i, "conj") if tree.words[c].upos in GROUPS)]


def _suffers(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun is a party that something is done to, rather than ground: "extradited to Lomar"."""
    ground = _is_ground(tree, i, entities)
    return _named_party(tree, i, entities) and not (ground and tree.led_by(i, ("to", "on")))


def _is_ground(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    return set(kinds_over(tree.words[i], entities)) == {"Location"}


def _befallen(within: Within, subjects: Sequence[int], entities: Sequence[Entity]) -> list[int]:
    """Return whom the acts befall that are said to happen, in the proposition's own words."""
    tree, top = within.tree, within.predicate
    objects = tree.dependents(top, "obj", "obl") if tree.lemmas[top] in HAPPENING else []
    nouns = dict.fromkeys((*subjects, *tree.dependents(top, "nsubj"), *objects))
    found = (c for i in nouns for c in befallen(tree, i, entities) if within.first <= c < within.last)
    somebody = [c for noun in found for c in meant(tree, noun, entities)]
    return [c for c in somebody if not _is_ground(tree, c, entities) or lives(tree, c, entities)]


def _named_party(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun is a party for sure: the model saw one, or it is a personal pronoun."""
    word = tree.words[i]
    if word.upos == "PRON":
        return word.lemma.lower() in ("he", "she", "they", "him", "her", "them", "us", "we")
    return any(kind in PARTIES or acts_as_party(kind, word) for kind in kinds_over(word, entities))


def _items(text: str, within: Within, goods: frozenset[str]) -> Iterator[Mention]:
    if not goods:
        return
    for word in within.words:
        if word.upos in ("NOUN", "PROPN") and word.lemma.lower() in goods:
            yield mention(text, word.span)
