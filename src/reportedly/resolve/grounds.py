"""Which named place "the province", "the town", "here" point back to.

Invariant: a name is one that the document spells out before; where none fits, the words stay as they are.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, cached_property

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
_WORD = re.compile(r"\w+")
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
    seen = [e.span for r in readings for e in r.entities if e.kind == "Location"]
    longer = {document.text[s.begin : s.end] for s in seen}
    surnames = set(_surnames(document, readings))
    whole = (s for s in (*known, *seen) if not _is_cut(s, document.text, longer))
    names = {s: name for s in whole if (name := document.text[s.begin : s.end]) not in surnames}
    return [Ground(span, name, known.get(span)) for span, name in sorted(names.items()) if name[:1].isupper()]


def _surnames(document: Document, readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the last words of people's names, which may be those of towns as well: "Joseph | Reno"."""
    for person in (e.span for r in readings for e in r.entities if e.kind == "Person"):
        words = document.text[person.begin : person.end].split()
        if len(words) > 1 and words[-2][:1].isupper():  # not "the mayor of Perrin"
            yield words[-1]


def _is_cut(name: Span, text: str, longer: AbstractSet[str]) -> bool:
    """Whether a name only begins one that the model saw somewhere: "Port | Arrel"."""
    if text[name.end : name.end + 1] != " " or not text[name.end + 1 : name.end + 2].isupper():
        return False  # most names, and quickly
    following = _WORD.match(text, name.end + 1)
    if following is None or following[0].lower() in SORTS:
        return False  # "Ilden Province"
    return text[name.begin : following.end()] in longer


def point_back(document: Document, claims: Sequence[Claim], grounds: Sequence[Ground]) -> tuple[Claim, ...]:
    """Name each place that points back to one.

    Args:
        document: the document.
        claims: its claims.
        grounds: its named places, in text order.

    Returns:
        The claims in the same order; a place that points to none keeps its words.
    """
    past, written = _Past(document.text, grounds), _written_at(document)

    def named(mention: Mention) -> Mention:
        words = (mention.text or "").lower()
        if words == HERE and written:
            return replace(mention, name=written)
        if mention.span is None:
            return mention
        pointing = _POINTING.fullmatch(words)
        if words == THERE:
            meant = past.last(mention.span.begin)
        else:
            meant = past.meant(pointing[1], mention.span.begin) if pointing else None
        return mention if meant is None else replace(mention, name=meant.name)

    meant = {m: named(m) for claim in claims for m in claim.places}
    pointing = {old for old, new in meant.items() if new is not old}
    done = (
        claim
        if pointing.isdisjoint(claim.places)
        else replace(claim, places=_once(meant[m] for m in claim.places))
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


class _Past:
    """The named places of a text, to be asked what stands before an offset; lists are made when asked for."""

    def __init__(self, text: str, grounds: Sequence[Ground]) -> None:
        self._text = text
        self._grounds = grounds
        self._called = cache(lambda noun: [g for g in grounds if _is_called(text, g.span, noun)])
        self._sized = cache(lambda size: [g for g in grounds if g.precision is size])

    def last(self, offset: int) -> Ground | None:
        """Return the last place before an offset."""
        return _last(self._grounds, offset)

    def meant(self, noun: str, offset: int) -> Ground | None:
        """Return what a noun means: the last place that the text calls so, or the last of that size.

        A report is about one country; it may name another in passing, so the one named most is meant.
        """
        called = _last(self._called(noun), offset)
        if called is not None:
            return called
        fitting = self._sized(SORTS[noun])
        if SORTS[noun] is not Precision.COUNTRY:
            return _last(fitting, offset)
        before = bisect_left(fitting, offset, key=_begin)
        return self._leading[before - 1] if before else None

    @cached_property
    def _leading(self) -> list[Ground]:
        """For each country that is named, the one named most up to there; of several, the first named."""
        counts: Counter[str] = Counter()
        first: dict[str, tuple[int, Ground]] = {}
        leading: list[Ground] = []
        for number, ground in enumerate(self._sized(Precision.COUNTRY)):
            first.setdefault(ground.name, (-number, ground))
            counts[ground.name] += 1
            rivals = {ground.name, leading[-1].name} if leading else {ground.name}
            leading.append(first[max(rivals, key=lambda name: (counts[name], first[name][0]))][1])
        return leading


def _last(grounds: Sequence[Ground], offset: int) -> Ground | None:
    before = bisect_left(grounds, offset, key=_begin)
    return grounds[before - 1] if before else None


def _begin(ground: Ground) -> int:
    return ground.span.begin


def _is_called(text: str, name: Span, noun: str) -> bool:
    """Whether a name is called by a noun right beside it: "Ilden province", "the town of Ilden"."""
    behind = text[name.end : name.end + _BESIDE].lower()
    front = text[max(0, name.begin - _BESIDE) : name.begin].lower()
    inside = text[name.begin : name.end].lower().split()
    return behind.startswith(f" {noun}") or front.endswith(f"{noun} of ") or noun in inside
