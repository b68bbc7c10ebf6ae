"""Who does it to whom, where, and with what goods: the arguments of a proposition, as mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.speakers import noun_phrase
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree, contains
from reportedly.packs import Role, Roles
from reportedly.records import Entity, Mention, Modality, Span, Word

PARTIES = frozenset({"Organisation", "Person", "Nationality"})
PEOPLE = frozenset(
    """
    army authority bandit body brigade business child civilian clan coalition committee company
    council court crew crime criminal delegation department division faction family firm force gang
    government group guard guerrilla individual insurgent jihadi judge kingpin mafia man member
    migrant military militant militia ministry movement nation national network office party patrol
    peasant people person police president proxy rebel recruit refugee relative resident ring security
    squad staff state student suspect syndicate team tribe troop union unit victim village warlord
    wing witness woman youth cartel organization organisation regime cell pirate thief
    """.split()
)
# Of PEOPLE, those that are ground as well: one can be beaten in a village, and by it.
GROUND = frozenset("business company council court department nation office state union village".split())
THINGS = frozenset(
    """
    border center chapter computer corner corridor danger detector disorder error factor fever fiber
    filter folder harbor hanger helicopter hunger labor ladder letter manner matter meter monitor
    motor murder newspaper number offer order paper pepper power radar register reminder river sector
    semester server shelter silver summer tanker terror theater tractor trailer transfer transistor
    tremor vapor water weather winter indicator container chamber character charter cover cluster
    layer parameter pointer counter quarter revolver trigger bomber
    """.split()
)
PEOPLE_ENDINGS = ("er", "or", "ist", "man", "ian", "eer")
GROUPS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions of each role, in text order."""

    actors: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    places: tuple[Mention, ...]
    items: tuple[Mention, ...]


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
    inside = Span(within.tree.begins[within.first], within.tree.ends[within.last - 1])
    places = tuple(
        mention(text, e.span)
        for e in entities
        if e.kind == "Location" and contains(inside, e.span) and not _only_people(within.tree, e.span)
    )
    subjects, objects = _subjects(within, modality), _objects(within)
    by_role: dict[Role, list[int]] = {Role.ACTOR: [], Role.TARGET: [], Role.NONE: []}
    by_role[roles.subject if roles else Role.ACTOR] += subjects
    by_role[roles.object if roles else Role.TARGET] += objects
    tree = within.tree
    actors = [noun_phrase(tree, i) for i in by_role[Role.ACTOR] if _party(tree, i, entities)]
    targets = [noun_phrase(tree, i) for i in by_role[Role.TARGET] if _named_party(tree, i, entities)]
    items = tuple(_items(text, within, reported.goods))
    return Arguments(_mentions(text, actors), _mentions(text, targets), places, items)


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
        return _with_conjuncts(tree, agents[0])
    if tree.passive(top):
        return []
    if tree.words[top].deprel == "acl" and tree.words[top].xpos == "VBN":
        return []
    subject = tree.subject(top)
    return [] if subject is None else _with_conjuncts(tree, subject)


def _head_noun(tree: Tree, i: int) -> int:
    while True:
        head = tree.words[i].head
        if head is None or tree.words[i].deprel not in ("compound", "amod", "flat", "nmod:poss", "det"):
            return i
        i = head


def _objects(within: Within) -> list[int]:
    tree, top = within.tree, within.predicate
    passive = [c for c in tree.children[top] if tree.words[c].deprel == "nsubj:pass"]
    found = passive or tree.dependents(top, "obj", "iobj")
    if not found:
        for complement in tree.dependents(top, "xcomp"):
            found += tree.dependents(complement, "obj")
    if not found:
        found = [c for c in tree.dependents(top, "obl") if _case(tree, c) in ("against", "on", "to", "with")]
    return [w for c in found for w in _with_conjuncts(tree, c)]


def _case(tree: Tree, i: int) -> str:
    return next((tree.words[c].lemma.lower() for c in tree.dependents(i, "case")), "")


def _with_conjuncts(tree: Tree, i: int) -> list[int]:
    return [i, *(c for c in tree.dependents(i, "conj") if tree.words[c].upos in GROUPS)]


def _party(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun can act or be acted against: a party, a pronoun, a plain noun; no date or sum."""
    word = tree.words[i]
    if word.upos not in GROUPS or word.lemma.lower() in ("which", "that", "what", "it", "there", "this"):
        return word.lemma.lower() in ("it", "who")
    over = [e.kind for e in entities if contains(e.span, word.span)]
    if over:
        return any(kind in PARTIES or _acts_as_party(kind, word) for kind in over)
    return word.upos in ("PROPN", "PRON") or names_people(word.lemma.lower())


def names_people(lemma: str) -> bool:
    """Whether a common noun is somebody who can act."""
    return lemma in PEOPLE or (lemma.endswith(PEOPLE_ENDINGS) and lemma not in THINGS)


def _only_people(tree: Tree, span: Span) -> bool:
    """Whether what the model took for ground ends in a common noun for people: "the brigade"."""
    last = next((w for w in reversed(tree.words) if contains(span, w.span)), None)
    return last is not None and _people(last)


def _acts_as_party(kind: str, word: Word) -> bool:
    """Whether what the model took for ground acts all the same: "Lomar", "the brigade"."""
    return kind == "Location" and (word.upos == "PROPN" or _people(word))


def _people(word: Word) -> bool:
    return word.upos == "NOUN" and word.lemma.lower() in PEOPLE - GROUND


def _named_party(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun is a party for sure: the model saw one, or it is a personal pronoun."""
    word = tree.words[i]
    if word.upos == "PRON":
        return word.lemma.lower() in ("he", "she", "they", "him", "her", "them", "us", "we")
    return any(
        e.kind in PARTIES or _acts_as_party(e.kind, word)
        for e in entities
        if contains(e.span, word.span)
    )


def _items(text: str, within: Within, goods: frozenset[str]) -> Iterator[Mention]:
    if not goods:
        return
    for word in within.words:
        if word.upos in ("NOUN", "PROPN") and word.lemma.lower() in goods:
            yield mention(text, word.span)
