"""Whom an act befalls that stands as a noun: "| Venn's arrest", "the killing of | two farmers".

Invariant: whom an act befalls is never who does it, nor who does what it leads to.
"""

from collections.abc import Sequence

from reportedly.compose.trees import Tree, contains
from reportedly.records import Entity

# Acts that befall whoever they belong to, a body too: "the group's dismissal".
PASSIVE = frozenset(
    """
    death disappearance dismissal ouster overthrow downfall defeat trial conviction indictment impeachment
    extradition deportation expulsion imprisonment incarceration sentencing acquittal release sacking
    demise burial funeral exile captivity hospitalization hospitalisation
    """.split()
)
# Acts that befall a person they belong to, but that a body does: "Venn's arrest", "the army's arrests".
BEFALLING = PASSIVE | frozenset(
    """
    arrest killing murder assassination execution torture detention capture recapture kidnapping kidnap
    abduction beheading lynching rape poisoning shooting beating persecution prosecution removal massacre
    slaughter slaying wounding stabbing mistreatment rearrest re-arrest interrogation intimidation harassment
    """.split()
)
# Bodies without a name that do such acts.
DOING = frozenset(
    """
    army authority band brigade cartel coalition crew faction force gang government group guard junta mafia
    military militia movement network organisation organization party patrol police regime ring squad state
    syndicate team troop unit
    """.split()
)
# Acts that befall ground as well: "the capture of | Ilden".
TAKING = frozenset({"capture", "recapture", "defeat", "downfall", "release"})
# Verbs that only say that an act happens: "carried out the execution of | Venn".
HAPPENING = frozenset(
    """
    carry commit order conduct perform make announce confirm report include see begin witness lead result
    cause
    """.split()
)
OUTSIDE = frozenset({"its", "our", "my", "your", "whose"})  # of bodies, or of who speaks


def befallen(tree: Tree, i: int, entities: Sequence[Entity]) -> list[int]:
    """Return whom an act befalls, and each act coordinated with it: "the torture and execution of | Venn".

    Args:
        tree: the sentence.
        i: the noun.
        entities: what the model saw around it.

    Returns:
        Nouns and pronouns in the order of the acts; empty where the noun is no such act, or does not say.
    """
    acts = [c for c in (i, *tree.dependents(i, "conj")) if tree.lemmas[c] in BEFALLING]
    return [c for act in acts for c in (*_of(tree, act), *_owners(tree, act, entities))]


def lives(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether what befalls a noun shows that it is somebody, and no ground: "the torture of | Reno"."""
    act = tree.words[i].head
    if act is None or tree.lemmas[act] not in BEFALLING - TAKING or tree.relations[i] != "nmod":
        return False
    return i in (*_of(tree, act), *_owners(tree, act, entities))


def owner_suffers(tree: Tree, act: int, owner: int, entities: Sequence[Entity]) -> bool:
    """Whether whose act a noun is suffers it: "| Venn's arrest", but "the army's arrest of Venn"."""
    lemma = tree.lemmas[act]
    if lemma not in BEFALLING or _of(tree, act):
        return False
    if lemma in PASSIVE:
        return True
    if tree.relations[owner] == "compound" or tree.forms[owner] in OUTSIDE:
        return False  # "police killings", "its arrests"
    if tree.words[owner].upos == "PRON":
        return True
    many = tree.words[act].xpos == "NNS" and tree.words[owner].xpos in ("NN", "NNP")  # "Venn's killings"
    return not many and not _is_body(tree, owner, entities)


def _of(tree: Tree, act: int) -> list[int]:
    return [c for c in tree.dependents(act, "nmod") if tree.led_by(c, ("of",))]


def _owners(tree: Tree, act: int, entities: Sequence[Entity]) -> list[int]:
    nouns = (c for c in tree.dependents(act, "nmod:poss", "compound", "nmod") if c < act)
    return [c for c in nouns if owner_suffers(tree, act, c, entities)]


def _is_body(tree: Tree, i: int, entities: Sequence[Entity]) -> bool:
    """Whether a noun is a body that does such acts; a name of one word is as likely a surname."""
    if tree.lemmas[i] in DOING:
        return True
    word = tree.words[i]
    return word.upos == "PROPN" and any(
        e.kind == "Organisation" and contains(e.span, word.span) and len(tree.inside(e.span)) > 1
        for e in entities
    )
