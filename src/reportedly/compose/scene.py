"""What composing one document works with: its text, trees, entities and quotations, and the packs."""

from dataclasses import dataclass

from reportedly.compose.nearby import Nearby
from reportedly.compose.quotes import Quotations
from reportedly.compose.trees import Grove
from reportedly.packs import ActivityPack, CuePack, EstimativePack
from reportedly.records import Document, Entity


@dataclass(frozen=True, slots=True)
class Packs:
    """The human-edited knowledge that composing needs."""

    activities: ActivityPack
    cues: CuePack
    estimative: EstimativePack


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with everything that was read in it; `period` is what it says it reports on."""

    document: Document
    grove: Grove
    entities: Nearby[Entity]
    quotations: Quotations
    period: str | None
    packs: Packs
