"""Who does it to whom, for one claim: the roles of its activity, and whom an accusation names."""

from dataclasses import replace

from reportedly.compose.activity import Recognised
from reportedly.compose.roles import Arguments, Reported, find_arguments, mention
from reportedly.compose.saying import Voicing
from reportedly.compose.scene import Scene
from reportedly.compose.speakers import noun_phrase
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree, shared
from reportedly.packs import CueKind
from reportedly.records import Activity, Mention, Modality

# Activities that move, take or trade goods.
GOODS = frozenset(
    "smuggling drug-trafficking arms-trafficking seizure illicit-activity sanctions-evasion extortion "
    "humanitarian-aid support".split()
)


def arguments_of(
    scene: Scene,
    within: Within | None,
    recognised: Recognised | None,
    *,
    activity: Activity | None,
    modality: Modality,
    voicing: Voicing | None,
) -> Arguments:
    """Return the arguments of a claim; none where no sentence holds it.

    Under an accusation the actor is whom the innermost voice accuses, never that voice itself; of a request
    it is who asks, of a refusal to say who is silent.
    """
    if within is None:
        return Arguments((), (), (), ())
    goods = frozenset(scene.packs.activities.items) if activity and activity.id in GOODS else frozenset()
    reported = Reported(recognised.roles if recognised else None, modality, goods)
    entities = scene.entities.around(within.tree.sentence.span)
    arguments = find_arguments(scene.document.text, within, entities, reported=reported)
    if voicing is None:
        return arguments
    if modality is Modality.REQUESTED:
        return _asked(scene, arguments, voicing)
    if modality is Modality.GAP and voicing.silent and voicing.source is not None:
        return replace(arguments, actors=(mention(scene.document.text, voicing.source),))
    if modality is not Modality.ACCUSED:
        return arguments
    return replace(arguments, actors=_accused(scene, voicing) or _others(arguments.actors, voicing))


def _asked(scene: Scene, arguments: Arguments, voicing: Voicing) -> Arguments:
    """Return the arguments of a request: who asks is its actor, and whom it asks its target."""
    if voicing.source is None:
        return arguments
    asked = _others(arguments.actors, voicing)
    asking = mention(scene.document.text, voicing.source)
    return replace(arguments, actors=(asking,), targets=asked or arguments.targets)


def _accused(scene: Scene, voicing: Voicing) -> tuple[Mention, ...]:
    """Return whom a cue accuses: its object, or the subject of a passive one; behind "on" for "blame"."""
    tree = scene.grove.at(voicing.cue.begin)
    if tree is None or voicing.found is None or voicing.found.word.kind is not CueKind.VERB:
        return ()
    cue = voicing.found.index
    passive = [c for c in tree.children[cue] if tree.words[c].deprel == "nsubj:pass"]
    accused = _blamed(tree, cue) or passive or tree.dependents(cue, "obj")
    return tuple(mention(scene.document.text, noun_phrase(tree, c)) for c in accused[:1])


def _blamed(tree: Tree, cue: int) -> list[int]:
    """Return on whom something is blamed: "blamed the raid on | the brigade"."""
    if tree.lemmas[cue] != "blame":
        return []
    near = (cue, *tree.dependents(cue, "obj", "nsubj"))
    phrases = [c for i in near for c in tree.dependents(i, "obl", "nmod") if c > cue]
    return [c for c in phrases if tree.led_by(c, ("on",))]


def _others(actors: tuple[Mention, ...], voicing: Voicing) -> tuple[Mention, ...]:
    """Return the actors without who accuses."""
    source = voicing.source
    return tuple(a for a in actors if source is None or a.span is None or not shared(a.span, source))
