"""The order of the stages, from bytes to claims. Reads as a table of contents."""

from dataclasses import dataclass
from pathlib import Path

from reportedly.compose import Packs, compose
from reportedly.ingest import Limits, ingest
from reportedly.packs import load_activities, load_cues, load_estimative
from reportedly.read import Reader
from reportedly.records import Claim, Document, Reading
from reportedly.resolve import resolve
from reportedly.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one report came to: the document, what was read in it, and its claims in text order."""

    document: Document
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]


class Pipeline:
    """All stages with their model and packs loaded once, for any number of reports.

    Raises:
        ModelError: the reading model is missing or not the one this version expects.
        PackError: a knowledge pack breaks its own rules.
    """

    def __init__(self, settings: Settings) -> None:
        self._limits = Limits(max_bytes=settings.max_input_bytes)
        self._reader = Reader(settings.model, threads=settings.threads)
        self._packs = Packs(load_activities(), load_cues(), load_estimative())

    def read(self, source: Path | bytes, *, name: str, published: str | None = None) -> Outcome:
        """Read one report.

        Args:
            source: the file, or its bytes.
            name: what to call it in errors and in the document.
            published: ISO 8601 publication date; None takes the one in the report, if there is one.
        Returns:
            The outcome; a report in which nobody claims anything has no claims.
        Raises:
            InputError: the report cannot be read.
            SettingsError: `published` is no date.
        """
        document = ingest(source, name=name, published=published, limits=self._limits)
        readings = self._reader.read(document)
        claims = compose(document, readings, self._packs)
        return Outcome(document, readings, resolve(document, readings, claims))
