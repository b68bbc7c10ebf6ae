"""Who does it to whom, for one claim: the roles of its activity, and whom an accusation names."""

from dataclasses import replace

from reportedly.compose.activity import Recognised
from reportedly.compose.parties import GROUPS, parties
from reportedly.compose.places import ground_before, ground_inside, is_setting
from reportedly.compose.roles import Arguments, Reported, find_arguments, mention
from reportedly.compose.saying import Voicing
from reportedly.compose.scene import Scene
from reportedly.compose.speakers import noun_phrase
from reportedly.compose.stance import Within
from reportedly.compose.trees import Tree, shared
from reportedly.packs import CueKind
from reportedly.records import Activity, Mention, Modality, Span

# Verbs by which somebody speaks of what he did himself.
OWN_DEEDS = frozenset("claim deny admit confess acknowledge own".split())
OURSELVES = frozenset({"we", "us", "our"})
# An activity that counts whom it befell: its subject acts only with a verb of HARM.
COUNTED = "casualties"
HARM = frozenset(
    "kill wound injure maim slay murder shoot behead massacre execute hurt claim cause inflict".split()
)
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
    sentence = within.tree.sentence.span
    entities = [e for e in scene.entities.around(sentence) if shared(e.span, sentence)]
    arguments = find_arguments(scene.document.text, within, entities, reported=reported)
    if activity is not None and activity.id == COUNTED and not _harms(within):
        arguments = replace(arguments, actors=())
    if not arguments.places:
        arguments = _placed(scene, within, arguments, told=voicing is not None)
    if voicing is not None:
        arguments = _spoken_of(scene, within, arguments, modality=modality, voicing=voicing)
    return _of_issuer(scene, arguments)


def _spoken_of(
    scene: Scene, within: Within, arguments: Arguments, *, modality: Modality, voicing: Voicing
) -> Arguments:
    """Return the arguments with who acts by what the voice does: asks, is silent, owns up, accuses."""
    if modality is Modality.REQUESTED:
        return _asked(scene, within, arguments, voicing=voicing)
    if voicing.source is not None and _acts_itself(within, voicing, arguments, modality=modality):
        return replace(arguments, actors=(mention(scene.document.text, voicing.source),))
    if modality is not Modality.ACCUSED:
        return arguments
    return replace(arguments, actors=_accused(scene, voicing) or _others(arguments.actors, voicing))


def _of_issuer(scene: Scene, arguments: Arguments) -> Arguments:
    """Return the arguments with the body that issues the report for the "we" of its own words."""
    if scene.issuer is None:
        return arguments
    written = scene.issuer.written
    named = (replace(m, name=written) if _is_issuing(scene, m) else m for m in arguments.actors)
    return replace(arguments, actors=tuple(named))


def _is_issuing(scene: Scene, actor: Mention) -> bool:
    """Whether an actor is the "we" of the report's own words, which nobody is quoted with."""
    ours = actor.name.lower() in OURSELVES
    return ours and actor.span is not None and not scene.quotations.hold(actor.span)


def _harms(within: Within) -> bool:
    """Whether the predicate says that somebody hurt others, rather than that they were hurt or counted."""
    tree, top = within.tree, within.predicate
    verbs = (top, *tree.dependents(top, "xcomp", "conj", "acl", "obl:agent"))
    return tree.words[top].upos == "NOUN" or any(tree.lemmas[i] in HARM for i in verbs)


def _placed(scene: Scene, within: Within, arguments: Arguments, *, told: bool) -> Arguments:
    """Return the arguments with the place that the sentence names before the proposition, if that is meant.

    What is told of may lie elsewhere than who tells it, "the mayor in Ilden said": there the report has to
    name the place more than once.
    """
    inside = ground_inside(within, scene.mentioned, scene.document.text)
    if inside is not None:
        return replace(arguments, places=(mention(scene.document.text, inside),), why=("place inside",))
    found = ground_before(within, scene.entities.around(within.tree.sentence.span))
    if found is None or (told and not is_setting(within.tree, found) and scene.named(found) < 2):
        return arguments
    return replace(arguments, places=(mention(scene.document.text, found),), why=("place before",))


def _asked(scene: Scene, within: Within, arguments: Arguments, *, voicing: Voicing) -> Arguments:
    """Return the arguments of a request: who asks is its actor, and whom it asks its target."""
    asked = _others(arguments.actors, voicing) or _called_on(scene, within)
    asking = (mention(scene.document.text, voicing.source),) if voicing.source else ()
    return replace(arguments, actors=asking, targets=asked or arguments.targets)


def _called_on(scene: Scene, within: Within) -> tuple[Mention, ...]:
    """Return whom a request names in front of what it asks for: "the militias | to lay down their arms"."""
    tree = within.tree
    verbs = (i for i in range(within.first, within.last) if tree.lemmas[i] == "to")
    before = range(within.first, next(verbs, within.first))
    nouns = [i for i in before if tree.words[i].upos in GROUPS and tree.words[i].deprel != "nmod:poss"]
    entities = scene.entities.around(tree.sentence.span)
    named = [p for i in nouns[-1:] for p in parties(tree, i, entities)]
    return tuple(mention(scene.document.text, noun_phrase(tree, i, joined=False)) for i in named)


def _acts_itself(within: Within, voicing: Voicing, arguments: Arguments, *, modality: Modality) -> bool:
    """Whether the voice is who acts: it is silent, or speaks of a deed of its own that names nobody else."""
    silent = modality is Modality.GAP and voicing.silent
    return silent or (not arguments.actors and _own_deed(within, voicing))


def _own_deed(within: Within, voicing: Voicing) -> bool:
    """Whether a voice speaks of a deed of its own: "claimed | the raid", "denied | any involvement"."""
    if voicing.found is None or voicing.found.word.kind is not CueKind.VERB:
        return False
    top = within.tree.words[within.predicate]
    deed = top.upos == "NOUN" or top.xpos == "VBG"
    return deed and voicing.found.word.tokens[0] in OWN_DEEDS


def _accused(scene: Scene, voicing: Voicing) -> tuple[Mention, ...]:
    """Return whom a cue accuses: its object, or the subject of a passive one; behind "on" for "blame"."""
    tree = scene.grove.at(voicing.cue.begin)
    if tree is None or voicing.found is None or voicing.found.word.kind is not CueKind.VERB:
        return ()
    cue = voicing.found.index
    passive = [c for c in tree.children[cue] if tree.words[c].deprel == "nsubj:pass"]
    accused = _blamed(tree, cue) or passive or tree.dependents(cue, "obj")
    return tuple(mention(scene.document.text, _without_charge(tree, c)) for c in accused[:1])


def _without_charge(tree: Tree, i: int) -> Span:
    """Return who is accused without of what: "blamed the front | for the attack"."""
    whole = noun_phrase(tree, i)
    behind = [c for c in tree.children[i] if c > i and tree.words[c].upos != "PROPN"]
    charges = [c for c in behind if _is_charge(tree, c)]
    first = min((w for c in charges for w in tree.subtree(c)), default=None)
    return whole if first is None else Span(whole.begin, tree.ends[first - 1])


def _is_charge(tree: Tree, i: int) -> bool:
    """Whether what hangs on the accused is of what: "for the attack", "of burning villages"."""
    if tree.led_by(i, ("for", "over")):
        return True
    below = (i, *tree.children[i])
    return any(tree.words[c].xpos == "VBG" and _behind_of(tree, c) for c in below)


def _behind_of(tree: Tree, i: int) -> bool:
    return i > 0 and tree.forms[i - 1] == "of"


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
