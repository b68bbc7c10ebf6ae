"""The order of the stages, from bytes to claims. Reads as a table of contents."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from reportedly.compose import Packs, compose
from reportedly.ingest import Limits, ingest
from reportedly.packs import (
    load_activities,
    load_actors,
    load_cues,
    load_estimative,
    load_name_words,
    load_places,
)
from reportedly.read import Begun, Reader
from reportedly.records import Claim, Document, Reading
from reportedly.resolve import Gazetteer, Places, Registry, resolve
from reportedly.settings import Settings

# How far reading runs ahead of composing: until so many windows of later reports are under way, and never
# by more reports than that. A report of a thousand words has about nine windows.
AHEAD_WINDOWS = 8
AHEAD_REPORTS = 8
Source = Path | bytes | Callable[[], bytes]
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one report came to: the document, what was read in it, and its claims in text order."""

    document: Document
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]


class Reads(Protocol):
    """Whatever reads documents, as `Reader` does."""

    def begin(self, document: Document) -> Begun:
        """Start on a document."""
        ...

    def finish(self, begun: Begun) -> tuple[Reading, ...]:
        """Return one reading a passage of the document that was begun."""
        ...


class Pipeline:
    """All stages with their model and packs loaded once, for any number of reports.

    Args:
        settings: limits, threads, which model and which activity pack.
        reader: one that is loaded already, in place of the model of the settings.

    Raises:
        ModelError: the reading model is missing or not the one this version expects.
        PackError: a knowledge pack breaks its own rules.
    """

    def __init__(self, settings: Settings, *, reader: Reads | None = None) -> None:
        self._limits = Limits(max_bytes=settings.max_input_bytes)
        self._reader = reader or Reader(settings.model, threads=settings.threads)
        self._packs = Packs(load_activities(settings.activities), load_cues(), load_estimative())
        self._registry = Registry(load_actors(), load_name_words())
        self._places = Places(Gazetteer(settings.places), load_places())

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
            PlacesError: the gazetteer of the settings is missing or damaged.
        """
        return self._finish(self._begin(source, name=name, published=published))

    def read_all(
        self, sources: Iterable[tuple[Source, str]], *, published: str | None = None
    ) -> Iterator[Outcome | Exception]:
        """Read many reports, faster than one by one: the model reads the next while one is composed.

        Args:
            sources: of each report the file, its bytes, or what gives them, and its name. Taken as they are
                needed, a few reports ahead.
            published: ISO 8601 publication date of them all; None takes the one in each report.
        Returns:
            What came of each, in order: its outcome, or the error on which `read` would have ended.
        """
        begun: deque[_Begun | Exception] = deque()
        for source, name in sources:
            begun.append(_or_error(partial(self._begin, source, name=name, published=published)))
            while _are_enough(begun):
                yield self._outcome(begun.popleft())
        while begun:
            yield self._outcome(begun.popleft())

    def _begin(self, source: Source, *, name: str, published: str | None) -> "_Begun":
        source = source() if callable(source) else source
        document = ingest(source, name=name, published=published, limits=self._limits)
        return _Begun(document, self._reader.begin(document))

    def _finish(self, begun: "_Begun") -> Outcome:
        document, readings = begun.document, self._reader.finish(begun.handed_over())
        claims = compose(document, readings, self._packs)
        resolved = resolve(document, readings, claims, registry=self._registry, places=self._places)
        return Outcome(document, readings, resolved)

    def _outcome(self, begun: "_Begun | Exception") -> Outcome | Exception:
        return begun if isinstance(begun, Exception) else _or_error(partial(self._finish, begun))


@dataclass(slots=True)
class _Begun:
    """A report whose first windows the model has begun to read."""

    document: Document
    reading: Begun | None

    def handed_over(self) -> Begun:
        """Return what was begun and let go of it: of a long report, its words take much memory."""
        begun, self.reading = self.reading, None
        if begun is None:
            raise ValueError("this report is being finished already")
        return begun

    @property
    def windows_under_way(self) -> int:
        """How many windows the model has to run or has run, of those that wait to be decoded."""
        return self.reading.windows_under_way if self.reading else 0


def _are_enough(begun: Sequence[_Begun | Exception]) -> bool:
    """Whether the reports behind the first one keep the model busy while that one is composed."""
    behind = (one for n, one in enumerate(begun) if n and isinstance(one, _Begun))
    return len(begun) > AHEAD_REPORTS or sum(one.windows_under_way for one in behind) >= AHEAD_WINDOWS


def _or_error(work: Callable[[], Done]) -> Done | Exception:
    """Do one report's work; its fault is its own, and the other reports go on."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001  (whoever asked for the reports decides which errors end the run)
        return error
