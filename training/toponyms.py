"""Reads corpora of place names with GeoNames numbers: LGL, TR-News (XML), GeoWebNews (XML, brat stand-off).

Source: the layouts are those of Lieberman et al. 2010 (LGL), Kamalloo and Rafiei 2018 (TR-News), and
Gritta et al. 2019, A Pragmatic Guide to Geoparsing Evaluation (GeoWebNews).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from reportedly.errors import BrokenInput
from reportedly.records import Span
from reportedly.resolve.gazetteer_file import is_on_earth
from training.corpora import CorpusMissing, need, read_text

Element = ElementTree.Element
SLIP = 200  # code points that an offset may be off: white space was lost when the corpus was written
# What GeoWebNews marks that is no name of a place, or names one without standing for it.
NO_TOPONYM = frozenset("Non_Toponym Non_Lit_Expression Literal_Expression".split())
UNPLACED = frozenset("Demonym Homonym Language".split())


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name; `number` is GeoNames' and `at` its coordinates in degrees, None where unknown."""

    span: Span
    number: int | None
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with all its place names, in text order."""

    name: str
    text: str
    toponyms: tuple[Toponym, ...]


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of an XML file, or of all XML and brat files below a folder.

    Raises:
        CorpusMissing: no such files.
        BrokenInput: a damaged file.
    """
    files = [path] if need(path).is_file() else sorted([*path.rglob("*.xml"), *path.rglob("*.ann")])
    files = [file for file in files if not file.name.startswith(".")]
    if not files:
        raise CorpusMissing(f"{path}: holds no .xml and no .ann; give the folder of a corpus of place names")
    for file in files:
        yield from [_read_brat(file)] if file.suffix == ".ann" else _read_xml(file)


def _read_xml(file: Path) -> Iterator[Article]:
    try:
        tree = ElementTree.fromstring(read_text(file))  # noqa: S314  (corpora are trusted)
    except ElementTree.ParseError as error:
        raise BrokenInput(str(file), f"is no XML ({error})", "give a corpus in XML") from error
    for number, article in enumerate(tree.iter("article"), 1):
        name = f"{file.name}, article {article.get('docid') or article.get('file') or number}"
        text = article.findtext("text")
        if text is None:
            raise BrokenInput(name, "has no <text>", "give a corpus of place names in XML")
        found = (_toponym(one, text, name) for one in article.iter("toponym"))
        yield Article(name, text, tuple(sorted(filter(None, found), key=lambda one: one.span)))


def _toponym(element: Element, text: str, where: str) -> Toponym | None:
    """Return what is marked; None when it is no name of a place, or is nowhere in the text."""
    if element.findtext("type") in NO_TOPONYM:
        return None
    phrase = element.findtext("phrase") or element.findtext("extractedName") or ""
    try:
        span = _mend(Span(int(element.findtext("start", "")), int(element.findtext("end", ""))), phrase, text)
        number, at = _entry(element)
    except (ValueError, TypeError) as error:
        raise BrokenInput(
            where, f"has a toponym {phrase!r} with a bad number ({error})", "mend it"
        ) from error
    return Toponym(span, number, at) if span else None


def _entry(element: Element) -> tuple[int | None, tuple[float, float] | None]:
    """Return the GeoNames number and the coordinates of a toponym, in LGL's layout or GeoWebNews'."""
    tag = element.find("gaztag")
    place = element if tag is None else tag
    written = (element.findtext("geonamesID") if tag is None else tag.get("geonameid")) or ""
    latitude = place.findtext("lat") or place.findtext("latitude")
    longitude = place.findtext("lon") or place.findtext("longitude")
    number = int(written) if written.strip().isdecimal() else None
    return number, (float(latitude), float(longitude)) if latitude and longitude else None


def _mend(span: Span, phrase: str, text: str) -> Span | None:
    """Return where the phrase stands: at the span, else where it is nearest; None when it is not near."""
    if not phrase or text[span.begin : span.end] == phrase:
        return span if span.begin < span.end <= len(text) else None
    begins = [m.start() for m in re.finditer(re.escape(phrase), text)]
    nearest = min(begins, key=lambda begin: abs(begin - span.begin), default=None)
    if nearest is None or abs(nearest - span.begin) > SLIP:
        return None
    return Span(nearest, nearest + len(phrase))


def _read_brat(file: Path) -> Article:
    """Read NAME.ann beside NAME.txt; a note to an entity has its GeoNames number or "latitude, longitude"."""
    text = read_text(file.with_suffix(".txt"))
    spans: dict[str, Span] = {}
    entries: dict[str, tuple[int | None, tuple[float, float] | None]] = {}
    for number, line in enumerate(read_text(file).splitlines(), 1):
        parts = line.split("\t")
        try:
            kind, *rest = parts[1].split() if len(parts) > 2 else ("",)
            if parts[0].startswith("T") and kind not in NO_TOPONYM:
                spans[parts[0]] = Span(int(rest[0]), int(rest[-1]))
                if kind in UNPLACED:
                    entries[parts[0]] = None, None
            elif parts[0].startswith("#") and rest and rest[0] not in entries:
                entries[rest[0]] = _note(parts[2])
        except (ValueError, IndexError) as error:
            raise BrokenInput(f"{file}, line {number}", f"is no brat line ({error})", "mend it") from error
    found = (Toponym(span, *entries.get(name, (None, None))) for name, span in spans.items())
    return Article(file.name, text, tuple(sorted(found, key=lambda one: one.span)))


def _note(note: str) -> tuple[int | None, tuple[float, float] | None]:
    if "," in note:
        latitude, longitude = (float(part) for part in note.split(",")[:2])
        return None, (latitude, longitude) if is_on_earth(latitude, longitude) else None
    return (int(note), None) if note.strip().isdecimal() else (None, None)
