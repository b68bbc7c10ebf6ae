"""Which parties a noun of the sentence stands for: itself, whom it counts, whose act it is.

Invariant: a party is a word of the sentence whose noun phrase names somebody; a thing is never one.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.compose.befalling import owner_suffers
from reportedly.compose.trees import Tree, contains
from reportedly.records import Entity, Span, Word

PARTIES = frozenset({"Organisation", "Person", "Nationality"})
# Kinds that a name of a party is never taken for, as it may be for a weapon or a document.
MEASURES = frozenset({"Temporal", "Money", "Quantity", "Frequency", "Coordinate"})
PEOPLE = frozenset(
    """
    army authority bandit body brigade business child civilian clan coalition committee company
    council court crew crime criminal delegation department division faction family firm force gang
    government group guard guerrilla individual insurgent jihadi judge kingpin mafia man member
    migrant military militant militia ministry movement nation national network office party patrol
    peasant people person police president proxy rebel recruit refugee relative resident ring security
    squad staff state husband wife son daughter brother sister parent cousin uncle aunt nephew niece boy girl
    infant baby friend colleague student suspect syndicate team tribe troop union unit victim village warlord
    wing witness woman youth cartel organization organisation regime cell pirate thief
    """.split()
)
# Of PEOPLE, those that are ground as well: one can be beaten in a village, and by it.
GROUND = frozenset("business company council court department nation office state union village".split())
# Ground that acts: "the country banned".
LANDS = frozenset("country nation state kingdom republic emirate".split())
THINGS = frozenset(
    """
    border center chapter computer corner corridor danger detector disorder error factor fever fiber
    filter folder harbor hanger helicopter hunger labor ladder letter manner matter meter monitor
    motor murder newspaper number offer order paper pepper power radar register reminder river sector
    semester server shelter silver summer tanker terror theater tractor trailer transfer transistor
    tremor vapor water weather winter indicator container chamber character charter cover cluster
    layer parameter pointer kilometer centimeter liter acre counter quarter revolver trigger bomber
    """.split()
)
PEOPLE_ENDINGS = ("er", "or", "ist", "man", "ian", "eer")
GROUPS = frozenset({"NOUN", "PROPN", "PRON"})
# Nouns that count others: of "dozens of fighters", the fighters act.
COUNTING = frozenset(
    """
    hundred thousand dozen score million percent percentage number part half third quarter majority
    minority handful lot some many most several none all one two three each both few share plenty
    """.split()
)
# Nouns for some of a body: of "officers of the 8th Brigade", the brigade acts.
SOME_OF_A_BODY = frozenset(
    """
    member unit officer fighter soldier troop element man paramilitary person combatant militant policeman
    guerrilla agent airman marine sailor gunman militiaman crew personnel
    """.split()
)
# Acts and things that the model at times takes for a body, or a title writes like a name.
NO_PARTY = frozenset(
    """
    homicide bombing arrest charge operation error dollar rifle weapon murder killing attack raid
    security truck vehicle death rate figure tanker helicopter shelling smuggling trafficking mining clash
    extortion corruption violence fighting trade statement
    """.split()
)
# What leads to whose act a noun is, and behind which nouns; None for all: "the presence of | the army".
LEADING: Mapping[str, frozenset[str] | None] = {
    "by": None,
    "of": frozenset(
        """
        activity action presence role involvement participation conduct behavior behaviour withdrawal
        arrival return advance control influence
        """.split()
    ),
    "from": frozenset("threat pressure attack support aid resistance fire".split()),
}
# Adjectives with a capital are of countries by these endings, but for the last, which may begin a sentence.
LAND_ENDINGS = ("ian", "ese", "ish")
NO_LANDS = frozenset(
    "civilian humanitarian sectarian authoritarian agrarian pedestrian guardian selfish foolish".split()
)
NEVER = frozenset("which that what there this nobody none nothing".split())


def parties(tree: Tree, i: int, entities: Sequence[Entity]) -> list[int]:
    """Return the parties that a subject, an object or a predicate noun stands for, in text order.

    Args:
        tree: the sentence.
        i: the noun or pronoun.
        entities: what the model saw around it.

    Returns:
        Words whose noun phrases name the parties; empty when none does.
    """
    found: dict[int, None] = {}
    for one in (i, *(c for c in tree.dependents(i, "conj") if tree.words[c].upos in GROUPS)):
        for word in meant(tree, one, entities) or doers(tree, one, entities):
            found[word] = None
    return list(found)


def is_party(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun can act or be acted against: a party, a pronoun, a plain noun; no date or sum."""
    word = tree.words[i]
    lemma = word.lemma.lower()
    if any(tree.forms[c] == "no" for c in tree.dependents(i, "det")):
        return False
    if word.upos not in GROUPS or lemma in NEVER or lemma == "it":
        return lemma in ("it", "who")
    over = kinds_over(word, entities)
    if lemma in NO_PARTY and (word.upos != "PROPN" or "Organisation" not in over):
        return False
    if not over:
        return word.upos in ("PROPN", "PRON") or names_people(lemma) or _are_men(word)
    if word.upos == "PROPN":
        return not set(over) <= MEASURES
    return any(kind in PARTIES or acts_as_party(kind, word) for kind in over)


def kinds_over(word: Word, entities: Sequence[Entity]) -> list[str]:
    """Return the kinds of the entities that a word stands in."""
    return [e.kind for e in entities if contains(e.span, word.span)]


def acts_as_party(kind: str, word: Word) -> bool:
    """Whether what the model took for ground acts all the same: "Lomar", "the brigade", "the country"."""
    return kind == "Location" and (word.upos == "PROPN" or _people(word) or word.lemma.lower() in LANDS)


def names_people(lemma: str) -> bool:
    """Whether a common noun is somebody who can act."""
    return lemma in PEOPLE or (lemma.endswith(PEOPLE_ENDINGS) and lemma not in THINGS)


def _are_men(word: Word) -> bool:
    """Whether a plural is of people, whatever its lemma: "gunmen"."""
    return word.xpos == "NNS" and word.text.lower().endswith("men")


def only_people(tree: Tree, span: Span) -> bool:
    """Whether what the model took for ground ends in a common noun for people: "the brigade"."""
    last = next((w for w in reversed(tree.words) if contains(span, w.span)), None)
    return last is not None and _people(last)


def _people(word: Word) -> bool:
    return word.upos == "NOUN" and word.lemma.lower() in PEOPLE - GROUND


def meant(tree: Tree, i: int, entities: Sequence[Entity]) -> list[int]:
    """Return the noun itself where it is a party: whom it counts, or the name that stands beside it."""
    whom = counted(tree, i)
    if whom is None:
        whom = _whole(tree, i, entities)
    if whom is not None:
        return meant(tree, whom, entities)
    if not is_party(tree, i, entities):
        return []
    return [name_beside(tree, i, entities)]


def counted(tree: Tree, i: int) -> int | None:
    """Return the noun that a number or a word for one counts: "60 percent of | farmers"."""
    word = tree.words[i]
    if word.upos != "NUM" and tree.lemmas[i] not in COUNTING:
        return None
    return next((c for c in tree.dependents(i, "nmod", "obl") if tree.led_by(c, ("of",))), None)


def _whole(tree: Tree, i: int, entities: Sequence[Entity]) -> int | None:
    """Return the named body that a noun is some of: "officers of | the 8th Brigade", "FFP | fighters"."""
    led = tree.lemmas[i] == "leader" and tree.words[i].xpos == "NNS"
    if tree.words[i].upos != "NOUN" or not (led or tree.lemmas[i] in SOME_OF_A_BODY):
        return None
    bodies = [c for c in tree.dependents(i, "nmod") if tree.led_by(c, ("of", "from"))]
    bodies += [c for c in tree.dependents(i, "compound") if c < i]
    named = (c for c in bodies if tree.words[c].upos == "PROPN")
    return next((c for c in named if "Organisation" in kinds_over(tree.words[c], entities)), None)


def name_beside(tree: Tree, i: int, entities: Sequence[Entity]) -> int:
    """Return the name in apposition to a noun, "this man, | Ila Venn", "one of his men, | Venn"; else it."""
    counted_one = counted(tree, i) if tree.lemmas[i] == "one" else None
    noun = i if counted_one is None else counted_one
    if tree.words[noun].upos != "NOUN":
        return i
    beside = tree.dependents(noun, "appos")
    beside += [c for one in beside if tree.words[one].upos == "NOUN" for c in tree.dependents(one, "appos")]
    names = (c for c in beside if tree.words[c].upos == "PROPN")
    return next((c for c in names if PARTIES & set(kinds_over(tree.words[c], entities))), i)


def doers(tree: Tree, i: int, entities: Sequence[Entity]) -> list[int]:
    """Return whose act a thing is: "killings by | the army", "raids claimed by | the front", "army raids"."""
    if tree.words[i].upos != "NOUN" and tree.words[i].xpos != "VBG":
        return []
    sides = [c for c in tree.dependents(i, "nmod", "obl") if tree.led_by(c, ("between",))]
    if sides:  # "clashes between | the army and | the front"
        both = (sides[0], *tree.dependents(sides[0], "conj"))
        return [name_beside(tree, c, entities) for c in both if is_party(tree, c, entities)]
    nouns = (
        c
        for c in _leading(tree, i)
        if tree.words[c].upos in GROUPS
        and is_party(tree, c, entities)
        and not (c < i and owner_suffers(tree, i, c, entities))
    )
    found = [name_beside(tree, c, entities) for c in nouns][:1]
    return found or [c for c in tree.dependents(i, "amod") if _is_land(tree.words[c], entities)][:1]


def _is_land(word: Word, entities: Sequence[Entity]) -> bool:
    """Whether an adjective names whose an act is: "the Lomarian raids"."""
    if word.upos != "ADJ" or not word.text[:1].isupper():
        return False
    of_a_land = word.text.endswith(LAND_ENDINGS) and word.text.lower() not in NO_LANDS
    return of_a_land or "Nationality" in kinds_over(word, entities)


def _leading(tree: Tree, i: int) -> Iterator[int]:
    lemma = tree.lemmas[i]
    leading = [word for word, nouns in LEADING.items() if nouns is None or lemma in nouns]
    yield from (c for c in tree.dependents(i, "nmod", "obl") if tree.led_by(c, leading))
    for clause in tree.dependents(i, "acl"):
        yield from tree.dependents(clause, "obl:agent")
    yield from (c for c in tree.dependents(i, "compound", "nmod:poss") if c < i)
