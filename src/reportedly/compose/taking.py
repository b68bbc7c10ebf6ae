"""What "captured" and "seized" mean by what is taken: ground, people or goods."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.compose.activity import Recognised
from reportedly.compose.parties import counted, kinds_over, names_people
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree
from reportedly.packs import ActivityPack
from reportedly.records import Entity

TAKING = frozenset({"capture", "recapture", "seize", "retake"})
# Ground and what stands on it, of which the taking is that of ground. Houses and mines are goods as well.
GROUND = frozenset(
    """
    territory city town village area region district province neighborhood neighbourhood airport airfield
    airbase airstrip road highway crossing bridge valley quarter suburb municipality stronghold checkpoint
    hill mountain outpost port harbour harbor pier dock capital county island oasis ridge hilltop crossroad
    crossroads junction railway oilfield field headquarters barrack barracks garrison fort fortress post dam
    refinery station compound square coast river township hamlet settlement enclave peninsula base camp
    prison plant building hospital palace parliament ministry courthouse hall tower pass bank roadblock
    intersection kilometer kilometre mile hectare acre reservoir canal terminal depot school
    university mosque church monastery castle
    """.split()
)
# Nouns that are both, or neither: who "seized power" took no ground.
LAWFUL = frozenset("court customs prosecutor judge tribunal bailiff creditor".split())
ARREST, CONTROL, SEIZURE = "arrest", "territorial-control", "seizure"


def takes(within: Within) -> bool:
    """Whether a proposition's verb says that something is taken."""
    return within.tree.lemmas[within.predicate] in TAKING


def by_what_is_taken(
    found: Recognised, within: Within, entities: Sequence[Entity], pack: ActivityPack
) -> Recognised:
    """Return what a proposition reports, by its object where its verb takes something.

    Args:
        found: what its words show.
        within: the proposition in its sentence.
        entities: what the model saw around it.
        pack: the activities, and what counts as goods.

    Returns:
        An arrest where people are taken, control where ground is, a seizure where goods are; else `found`.
    """
    tree, top = within.tree, within.predicate
    if found.activity.id not in (ARREST, CONTROL, SEIZURE):
        return found
    objects = tree.dependents(top, "obj") or [
        c for c in tree.children[top] if tree.words[c].deprel == "nsubj:pass"
    ]
    meant = _meaning(tree, top, objects[0], entities, pack.items) if objects else None
    entry = pack.activities.get(meant or "")
    if entry is None or meant == found.activity.id:
        return found
    reason = f"{meant}: {tree.lemmas[top]!r} of {tree.forms[objects[0]]!r}"
    return replace(found, activity=entry.activity, roles=entry.roles, reasons=(*found.reasons, reason))


def _meaning(
    tree: Tree, top: int, taken: int, entities: Sequence[Entity], goods: Collection[str]
) -> str | None:
    """Return the activity that taking a noun is; None where the noun shows none."""
    whole = counted(tree, taken)
    noun = taken if whole is None else whole
    lemma, kinds = tree.lemmas[noun], kinds_over(tree.words[noun], entities)
    if tree.words[noun].upos == "PROPN":
        return CONTROL if set(kinds) == {"Location"} else ARREST if set(kinds) == {"Person"} else None
    if lemma in GROUND:
        subject = tree.subject(top)
        lawful = tree.lemmas[top] == "seize" and subject is not None and tree.lemmas[subject] in LAWFUL
        return None if lawful else CONTROL
    if lemma in goods:
        return SEIZURE
    return ARREST if names_people(lemma) or "Person" in kinds else None
