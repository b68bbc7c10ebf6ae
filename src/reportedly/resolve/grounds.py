"""Which named place "the province", "the town", "here" point back to.

Invariant: a name is one that the document spells out before; where none fits, the words stay as they are.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.dates import MONTHS
from reportedly.records import Claim, Document, Mention, Place, Precision, Reading, Resolution, Span

# What a common noun for ground can point back to.
SORTS = {
    "country": Precision.COUNTRY, "nation": Precision.COUNTRY, "province": Precision.FIRST_LEVEL,
    "governorate": Precision.FIRST_LEVEL, "state": Precision.FIRST_LEVEL, "department": Precision.FIRST_LEVEL,
    "district": Precision.SECOND_LEVEL, "county": Precision.SECOND_LEVEL,
    "municipality": Precision.SECOND_LEVEL, "city": Precision.SETTLEMENT, "town": Precision.SETTLEMENT,
    "village": Precision.SETTLEMENT, "capital": Precision.SETTLEMENT,
}  # fmt: skip
HERE, THERE = "here", "there"
_HEAD_PASSAGES = 6  # in which a dateline may stand
_CITY = r"([A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+)*)"
_MONTH = rf", (?:{'|'.join(month[:3] for month in MONTHS)})"
_DATELINE = re.compile(rf"{_CITY}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)?(?:{_MONTH}| ?\(| [—–]| --)")
_POINTING = re.compile(rf"(?:the|this|that) ({'|'.join(SORTS)})", re.IGNORECASE)
_BESIDE = (
    24  # code points beside a name in which the noun for it may stand: "the town of Ilden", "Ilden town"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A named place of the text: the words, and how much ground it covers where the gazetteer knows it."""

    span: Span
    name: str
    precision: Precision | None


def find_grounds(
    document: Document, readings: Sequence[Reading], resolved: dict[Span, Resolution | None]
) -> list[Ground]:
    """Return the named places of a document, the gazetteer's and those the model saw, in text order."""
    known = {
        span: resolution.entry.precision
        for span, resolution in resolved.items()
        if resolution is not None and isinstance(resolution.entry, Place)
    }
    seen = (e.span for r in readings for e in r.entities if e.kind == "Location")
    names = {s: document.text[s.begin : s.end] for s in (*known, *seen)}
    return [Ground(span, name, known.get(span)) for span, name in sorted(names.items()) if name[:1].isupper()]


def point_back(document: Document, claims: Sequence[Claim], grounds: Sequence[Ground]) -> tuple[Claim, ...]:
    """Name each place that points back to one.

    Args:
        document: the document.
        claims: its claims.
        grounds: its named places, in text order.

    Returns:
        The claims in the same order; a place that points to none keeps its words.
    """
    begins = [ground.span.begin for ground in grounds]
    written = _written_at(document)

    def named(mention: Mention) -> Mention:
        words = (mention.text or "").lower()
        if words == HERE and written:
            return replace(mention, name=written)
        if words == THERE and mention.span is not None:
            near = grounds[: bisect_left(begins, mention.span.begin)][-1:]
            return replace(mention, name=near[0].name) if near else mention
        pointing = _POINTING.fullmatch(mention.text or "") if mention.span else None
        if pointing is None or mention.span is None:
            return mention
        before = grounds[: bisect_left(begins, mention.span.begin)]
        meant = _meant(document.text, pointing[1].lower(), before)
        return replace(mention, name=meant.name) if meant else mention

    pointing = {m for claim in claims for m in claim.places if named(m) is not m}
    done = (
        claim if pointing.isdisjoint(claim.places) else replace(claim, places=_once(map(named, claim.places)))
        for claim in claims
    )
    return tuple(map(_without_adverbs, done))


def _without_adverbs(claim: Claim) -> Claim:
    """Leave out "here" and "there" where the report does not say where that is."""
    if not any(m.name.lower() in (HERE, THERE) for m in claim.places):
        return claim
    return replace(claim, places=tuple(m for m in claim.places if m.name.lower() not in (HERE, THERE)))


def _written_at(document: Document) -> str | None:
    """Return the place in a report's dateline, "PORT SEL, Karvenia (April 9, 2031) —", as "Port Sel"."""
    for passage in document.passages[:_HEAD_PASSAGES]:
        found = _DATELINE.match(document.text, passage.span.begin, passage.span.end)
        if found:
            return " ".join(word.capitalize() for word in found[1].split())
    return None


def _once(mentions: Iterator[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.name.casefold(): mention for mention in mentions}.values())


def _meant(text: str, noun: str, before: Sequence[Ground]) -> Ground | None:
    """Return what a noun means: the last place that the text calls so, or the last of that size.

    A report is about one country; it may name another in passing, so the one named most is meant.
    """
    called = next((g for g in reversed(before) if _is_called(text, g.span, noun)), None)
    fitting = [g for g in before if g.precision is SORTS[noun]]
    if called is not None or not fitting:
        return called
    if SORTS[noun] is Precision.COUNTRY:
        most, _ = Counter(g.name for g in fitting).most_common(1)[0]
        return next(g for g in fitting if g.name == most)
    return fitting[-1]


def _is_called(text: str, name: Span, noun: str) -> bool:
    """Whether a name is called by a noun right beside it: "Ilden province", "the town of Ilden"."""
    behind = text[name.end : name.end + _BESIDE].lower()
    front = text[max(0, name.begin - _BESIDE) : name.begin].lower()
    inside = text[name.begin : name.end].lower().split()
    return behind.startswith(f" {noun}") or front.endswith(f"{noun} of ") or noun in inside
