"""What composing one document works with: its text, trees, entities and quotations, and the packs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.compose.currencies import Named
from reportedly.compose.issuer import Issuer
from reportedly.compose.nearby import Nearby
from reportedly.compose.quantities import find_quantities
from reportedly.compose.quotes import Quotations
from reportedly.compose.trees import Grove, Tree
from reportedly.packs import ActivityPack, CuePack, EstimativePack
from reportedly.records import Document, Entity, Quantity, Span


@dataclass(frozen=True, slots=True)
class Packs:
    """The human-edited knowledge that composing needs."""

    activities: ActivityPack
    cues: CuePack
    estimative: EstimativePack


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with everything that was read in it.

    `period` is what it says it reports on, `issuer` whose statement it is, `currencies` those that it
    names with their country, `mentioned` how often it writes each place.
    """

    document: Document
    grove: Grove
    entities: Nearby[Entity]
    quotations: Quotations
    period: str | None
    packs: Packs
    issuer: Issuer | None = None
    currencies: Named = field(default_factory=dict)
    mentioned: Mapping[str, int] = field(default_factory=dict)
    _counted: dict[int, tuple[Quantity, ...]] = field(default_factory=dict)

    def named(self, span: Span) -> int:
        """Return how often the report names the place at a span."""
        return self.mentioned.get(self.document.text[span.begin : span.end], 0)

    def counted(self, tree: Tree) -> tuple[Quantity, ...]:
        """Return the quantities in a sentence; several claims of it ask, and it is looked through once."""
        begin = tree.sentence.span.begin
        if begin not in self._counted:
            self._counted[begin] = find_quantities(tree.words, self.document.text, named=self.currencies)
        return self._counted[begin]
