"""Scores places: whether the place names of a text are found, and whether each is taken for the right place.

`exact` and `acc161` go end to end: of all place names with a GeoNames number, those that were found (some
character in common) and taken for that number, or for a place within 161 km (100 miles) of it. The same
number is at no distance, whatever middle either gazetteer gives a unit. `gold_exact` and `gold_acc161` are
given the spans of all place names. The likeliest place counts, however unsure; `sure` is the share of given
spans with a place that a claim would keep, and `sure_exact` how many of those are right.

Source: the measures are those of Gritta et al. 2019, A Pragmatic Guide to Geoparsing Evaluation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from reportedly.errors import InputError
from reportedly.ingest import Limits, ingest
from reportedly.packs import load_places
from reportedly.records import Document, Passage, PassageKind, Place, Resolution, Span
from reportedly.resolve import Gazetteer, Places
from reportedly.resolve.places import LEAST_SCORE, find_places, likeliest
from reportedly.settings import Settings
from training.corpora import paragraphs
from training.scores import Counts
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread
from training.toponyms import Article, Toponym, read_articles

NEAR_KM = 161.0
EARTH_KM = 6371.0
FIGURES = ("exact", "acc161", "gold_exact", "gold_acc161")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a span, and the place it was taken for; None where no place has that name."""

    span: Span
    resolution: Resolution | None


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row an article of LGL's, TR-News' or GeoWebNews' layout.

    Raises:
        CorpusMissing: no such files.
        BrokenInput: a damaged file.
    """
    places = Places(Gazetteer(), load_places())
    for article in read_articles(path):
        document = document_of(article)
        readings = reader.finish(reader.begin(document))
        mine = _placed(article, find_places(document, readings, places), places)
        given = _placed(article, sorted({t.span for t in article.toponyms}), places)
        yield {"articles": 1.0, **counted(mine, given, article.toponyms, places)}


def document_of(article: Article) -> Document:
    """Return an article as a report; where it is refused as one (too short, say), as its paragraphs."""
    try:
        limits = Limits(max_bytes=Settings().max_input_bytes)
        document = ingest(article.text.encode(), name=article.name, published=None, limits=limits)
    except InputError:
        document = None
    if document is not None and document.text == article.text:
        return document
    passages = tuple(Passage(span, PassageKind.PARAGRAPH) for span in paragraphs(article.text))
    return Document(id="", name=article.name, sha256="", text=article.text, passages=passages)


def _placed(article: Article, spans: Sequence[Span], places: Places) -> list[Found]:
    return [Found(*pair) for pair in zip(spans, likeliest(article.text, spans, places), strict=True)]


def counted(mine: Sequence[Found], given: Sequence[Found], gold: Sequence[Toponym], places: Places) -> Row:
    """Count how many of the names with a number are right, end to end and given their spans."""
    numbered = [one for one in gold if one.number is not None]
    by_span = {one.span: one for one in given}
    row = {"numbered": float(len(numbered)), "exact": 0.0, "acc161": 0.0}
    row |= {"gold_exact": 0.0, "gold_acc161": 0.0, "sure": 0.0, "sure_exact": 0.0}
    for one in numbered:
        ours, told = _mostshared(mine, one.span), by_span[one.span]
        exact, near = _judged(ours, one, places)
        told_exact, told_near = _judged(told, one, places)
        sure = told.resolution is not None and told.resolution.score >= LEAST_SCORE
        row["exact"] += exact
        row["acc161"] += near
        row["gold_exact"] += told_exact
        row["gold_acc161"] += told_near
        row["sure"] += sure
        row["sure_exact"] += sure and told_exact
    return {**row, **spread("detection", _pairs(mine, gold))}


def _mostshared(mine: Sequence[Found], span: Span) -> Found | None:
    """Return what shares most characters with a span; None where nothing shares any."""
    found = max(mine, key=lambda one: shared(one.span, span), default=None)
    return found if found and shared(found.span, span) > 0 else None


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans share; 0 or less when none."""
    return min(a.end, b.end) - max(a.begin, b.begin)


def _judged(found: Found | None, gold: Toponym, places: Places) -> tuple[bool, bool]:
    """Return whether the number is right, and whether it is or the place is near."""
    entry = found.resolution.entry if found and found.resolution else None
    if not isinstance(entry, Place) or gold.number is None:
        return False, False
    exact = entry.id == f"geonames:{gold.number}"
    at = gold.at or _at(gold.number, places)
    return exact, exact or (at is not None and kilometres((entry.latitude, entry.longitude), at) <= NEAR_KM)


def _at(number: int, places: Places) -> tuple[float, float] | None:
    row = places.gazetteer.row_of(number)
    place = None if row is None else places.gazetteer.place(row)
    return None if place is None else (place.latitude, place.longitude)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far apart two places are along the globe; latitude and longitude in degrees."""
    (lat, lon), (lat2, lon2) = (map(radians, at) for at in (one, other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _pairs(mine: Sequence[Found], gold: Sequence[Toponym]) -> Counts:
    """Pair each name with the first of ours that shares a character and is still free."""
    free = [one.span for one in mine]
    hits = 0
    for toponym in gold:
        ours = next((span for span in free if shared(span, toponym.span) > 0), None)
        if ours is not None:
            free.remove(ours)
            hits += 1
    return Counts(hits, len(mine), len(gold))


def figures(row: Row) -> Figures:
    """Return shares in percent; 0 where there is nothing to count."""
    numbered, sure = row.get("numbered", 0), row.get("sure", 0)
    detection = gather(row, "detection")
    return {
        **{name: 100 * row.get(name, 0) / numbered if numbered else 0.0 for name in FIGURES},
        "detection_p": detection.precision,
        "detection_r": detection.recall,
        "sure": 100 * sure / numbered if numbered else 0.0,
        "sure_exact": 100 * row.get("sure_exact", 0) / sure if sure else 0.0,
    }


def size(row: Row) -> Size:
    """Return how many articles, place names, and names with a number there are."""
    return {
        "articles": int(row.get("articles", 0)),
        "names": gather(row, "detection").gold,
        "numbered": int(row.get("numbered", 0)),
    }


TASK = Task(rows, figures, size, by_rules=True)
