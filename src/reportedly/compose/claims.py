"""Puts a claim together from its parts; each part has its own file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.compose.activity import Recognised, recognise
from reportedly.compose.arguments import arguments_of
from reportedly.compose.chains import find_chain, publishes
from reportedly.compose.currencies import named_currencies
from reportedly.compose.interviews import find_interview, with_interview
from reportedly.compose.issuer import find_issuer
from reportedly.compose.nearby import Nearby
from reportedly.compose.propositions import Stretch, find_stretches, in_title
from reportedly.compose.questions import is_asked
from reportedly.compose.quotes import find_quotations
from reportedly.compose.relays import Link, media
from reportedly.compose.saying import Voicing
from reportedly.compose.scene import Packs, Scene
from reportedly.compose.scenery import reports
from reportedly.compose.stance import Stance, Within, find_stance, words_within
from reportedly.compose.taking import by_what_is_taken, takes
from reportedly.compose.time_clauses import time_beside
from reportedly.compose.times import choose_time, find_period, find_times
from reportedly.compose.trees import Grove, contains, plant, shared
from reportedly.compose.voices import find_voices, says_itself
from reportedly.compose.voicings import find_voicings
from reportedly.ids import claim_id
from reportedly.records import (
    Activity,
    Claim,
    Document,
    Mention,
    Modality,
    Polarity,
    Quantity,
    Reading,
    Span,
    Time,
)

SURE_ACTIVITY = 0.5


def compose(document: Document, readings: Sequence[Reading], packs: Packs) -> tuple[Claim, ...]:
    """Compose the claims of a document.

    Args:
        document: the document.
        readings: one a passage, in order.
        packs: activities, cues and estimative words.

    Returns:
        Claims in text order; empty when nobody claims anything.
    """
    grove = plant(readings)
    period = find_period(document.text, published=document.published)
    entities = tuple(e for r in readings for e in r.entities)
    scene = Scene(
        document,
        grove,
        Nearby(entities, lambda e: (e.span,)),
        find_quotations(document),
        period.value if period else None,
        packs,
        find_issuer(document),
        named_currencies(document.text),
        Counter(document.text[e.span.begin : e.span.end] for e in entities if e.kind == "Location"),
    )
    voicings = find_voicings(document, readings, grove, packs.cues, quotations=scene.quotations)
    bodies = [e.span for e in entities if e.kind == "Organisation" and not publishes(document, e.span)]
    outlets = media(document.text, bodies, voicings)
    interview = find_interview(document, grove)
    outlets += interview.named_again(document.text, entities) if interview else ()
    claims = []
    seen: Counter[tuple[Span, tuple[str, ...]]] = Counter()
    saying = Nearby(voicings, lambda v: v.content)
    for stretch in find_stretches(document, readings, voicings, grove):
        span, quotations = stretch.span, scene.quotations
        chain = find_chain(document, span, saying, grove, quotations=quotations, outlets=outlets)
        if interview is not None:
            chain = with_interview(chain, interview, document, quoted=quotations.hold(span))
        claim = _claim(scene, stretch, chain, seen)
        if claim is not None:
            claims.append(claim)
    return tuple(claims)


def _claim(
    scene: Scene, stretch: Stretch, chain: tuple[Link, ...], seen: Counter[tuple[Span, tuple[str, ...]]]
) -> Claim | None:
    document, span, packs = scene.document, stretch.span, scene.packs
    within = _within(scene.grove, span)
    if within is not None and is_asked(within.tree, within.predicate, span):
        return None
    innermost = chain[-1].voicing if chain else None
    silent = innermost is not None and innermost.silent
    if silent and innermost is not None and _unsaid_denial(innermost):
        return None  # "did not deny that A" says nothing of A
    chain = chain[:-1] if silent else chain
    guess = stretch.seen.modality if stretch.seen else None
    stance = find_stance(within, innermost, cues=packs.cues, estimative=packs.estimative, guess=guess)
    if silent:
        stance = replace(stance, polarity=Polarity.AFFIRMED, modality=Modality.GAP, probability=None)
    voices = find_voices(scene, chain, hidden=stance.hidden)
    activity, recognised = _activity(scene, within, stretch, stance)
    told = chain or silent or in_title(document, span)
    bare = not told and within is not None and not reports(within)
    if not voices and ((activity is None and not says_itself(scene, chain)) or bare):
        return None  # the document's own voice counts only where it reports an activity, or says so
    arguments = arguments_of(
        scene, within, recognised, activity=activity, modality=stance.modality, voicing=innermost
    )
    time = _time(scene, span, stance.modality, within)
    names = tuple(v.who.name for v in voices)
    ordinal = seen[span, names]
    seen[span, names] += 1
    return Claim(
        id=claim_id(document.id, span, chain=names, ordinal=ordinal),
        document=document.id,
        content=span,
        text=document.text[span.begin : span.end],
        chain=voices,
        polarity=stance.polarity,
        modality=stance.modality,
        probability=stance.probability,
        activity=activity,
        actors=arguments.actors,
        targets=arguments.targets,
        places=tuple(p for p in arguments.places if not _within_time(p, time)),  # "in March" is no place
        time=time,
        quantities=_quantities(scene, span),
        items=arguments.items,
        rules=(*_rules(stretch, chain, stance, recognised), *arguments.why),
        score=_score(stretch),
    )


def _unsaid_denial(voicing: Voicing) -> bool:
    return voicing.found is not None and voicing.found.word.setting.polarity is Polarity.DENIED


def _within(grove: Grove, span: Span) -> Within | None:
    trees = grove.over(span)
    if not trees:
        return None
    tree = max(
        trees, key=lambda t: min(t.sentence.span.end, span.end) - max(t.sentence.span.begin, span.begin)
    )
    words = tree.range_of(span)
    if words is None:
        return None
    return words_within(tree, *words)


def _activity(
    scene: Scene, within: Within | None, stretch: Stretch, stance: Stance
) -> tuple[Activity | None, Recognised | None]:
    """The pack decides; where it finds nothing the model's guess stands, if it is sure."""
    packs = scene.packs
    act = packs.cues.acts.get(stance.modality)
    if act is not None and act in packs.activities.activities:
        entry = packs.activities.activities[act]
        return entry.activity, None
    found = None
    if within is not None:
        indexes = range(within.first, within.last)
        found = recognise(
            within.words, packs.activities, predicate=within.predicate - within.first, indexes=indexes
        )
    if found is not None and within is not None and takes(within):
        around = scene.entities.around(within.tree.sentence.span)
        found = by_what_is_taken(found, within, around, packs.activities)
    guess, chance = stretch.seen.activity if stretch.seen else (None, 0.0)
    if guess in packs.cues.acts.values():
        guess = None  # "request", "information-gap" go with their modality, which this is not
    known = packs.activities.activities.get(guess or "")
    if known is not None and found is None and chance >= SURE_ACTIVITY:
        return known.activity, found
    return (found.activity, found) if found else (None, None)


def _within_time(place: Mention, time: Time | None) -> bool:
    return time is not None and place.span is not None and shared(place.span, time.span) > 0


def _time(scene: Scene, span: Span, modality: Modality, within: Within | None) -> Time | None:
    """The time in the claim's words, or that of the clause that it goes on from."""
    ahead = modality in (Modality.FORECAST, Modality.PROMISED)
    document = scene.document

    def find(where: Span) -> Time | None:
        found = find_times(
            document.text, where, published=document.published, period=scene.period, ahead=ahead
        )
        return choose_time(document.text, found)

    own = find(span)
    if own is not None or within is None:
        return own
    return time_beside(within.tree, within.predicate, first=within.first, find=find)


def _quantities(scene: Scene, span: Span) -> tuple[Quantity, ...]:
    return tuple(q for t in scene.grove.over(span) for q in scene.counted(t) if contains(span, q.span))


def _rules(
    stretch: Stretch, chain: Sequence[Link], stance: Stance, recognised: Recognised | None
) -> tuple[str, ...]:
    why = recognised.reasons[:1] if recognised else ()
    return (stretch.rule, *(link.rule for link in chain), *stance.rules, *why)


def _score(stretch: Stretch) -> float:
    """The model's certainty of the proposition; what a rule added counts half."""
    return round(stretch.seen.score if stretch.seen else 0.5, 4)
