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

    def found(mention: Mention) -> Mention:
        person = mention.span is not None and names.person_in(mention.span)
        return replace(mention, resolution=registry.find(mention.name, person=person or None))

    def heard(voice: Voice) -> Voice:
        if voice.kind is VoiceKind.PERSON:
            return replace(
                voice, who=replace(voice.who, resolution=registry.find(voice.who.name, person=True))
            )
        return replace(voice, who=found(voice.who))

    return replace(
        claim,
        chain=tuple(heard(voice) for voice in claim.chain),
        actors=tuple(found(mention) for mention in claim.actors),
        targets=tuple(found(mention) for mention in claim.targets),
    )
