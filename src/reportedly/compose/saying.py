"""The noun of this stage: one act of attributing."""

from dataclasses import dataclass

from reportedly.compose.cues import Found
from reportedly.compose.trees import shared
from reportedly.records import Span


@dataclass(frozen=True, slots=True)
class Voicing:
    """One act of attributing.

    `source` is None where the text hides it; `found` is the pack's entry. `silent` says that nothing is
    said: "did not say", "cannot confirm".
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    found: Found | None
    rule: str
    silent: bool = False

    @property
    def size(self) -> int:
        """Characters covered."""
        return sum(s.end - s.begin for s in self.content)

    def covers(self, span: Span) -> int:
        """Return how many characters of `span` it covers."""
        covered = 0
        for content in self.content:  # a loop: nearly all have one, and this is asked of every pair
            covered += shared(content, span)
        return covered
