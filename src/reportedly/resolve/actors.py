"""Puts the entry of the registry beside the voices, actors and targets of a claim."""

from dataclasses import replace

from reportedly.records import Claim, Mention, Voice, VoiceKind
from reportedly.resolve.names import Names
from reportedly.resolve.registry import Registry


def find_actors(claim: Claim, names: Names, registry: Registry) -> Claim:
    """Resolve whoever speaks, acts or is acted upon in a claim.

    Args:
        claim: with its names in full.
        names: the names of its document, which say who is a person.
        registry: the entries.

    Returns:
        The claim with a resolution at each mention whose entry is sure.
    """

    def found(mention: Mention, *, known_person: bool = False) -> Mention:
        person = known_person or (mention.span is not None and names.person_in(mention.span))
        resolution = registry.find(mention.name, person=person or None)
        return mention if resolution is None else replace(mention, resolution=resolution)

    def heard(voice: Voice) -> Voice:
        who = found(voice.who, known_person=voice.kind is VoiceKind.PERSON)
        return voice if who is voice.who else replace(voice, who=who)

    chain = tuple(heard(voice) for voice in claim.chain)
    actors = tuple(found(mention) for mention in claim.actors)
    targets = tuple(found(mention) for mention in claim.targets)
    if (chain, actors, targets) == (claim.chain, claim.actors, claim.targets):
        return claim
    return replace(claim, chain=chain, actors=actors, targets=targets)
