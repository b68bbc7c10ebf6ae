"""Claims as JSON. `claims-1.schema.json` beside this file describes the result.

The order of keys, the four digits of a score, and whole numbers without a point are fixed: the same input
gives the same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TypedDict

from reportedly.records import (
    Activity,
    Claim,
    Document,
    Mention,
    Place,
    Quantity,
    Resolution,
    Span,
    Time,
    Voice,
)

SCHEMA = "reportedly/claims/1"

_SCORE_DIGITS = 4


class Words(TypedDict):
    """Words of the text at `begin` to `end`."""

    begin: int
    end: int
    text: str | None


class Entry(TypedDict):
    """Which entry of a registry a name is, and why. The last three keys are null for an actor."""

    id: str
    name: str
    kind: str
    score: float
    reasons: list[str]
    decided_by: str
    country: str | None
    latitude: float | None
    longitude: float | None


class Named(TypedDict):
    """A name, the words that it stands for where there are any, and the entry that it is where it is one."""

    name: str
    mention: str | None
    begin: int | None
    end: int | None
    entry: Entry | None


class Link(Named):
    """One voice of a chain."""

    cue: Words | None
    kind: str


class Doing(TypedDict):
    """An activity, its PLOVER event type and context, and its ACLED sub-event type."""

    id: str
    plover: str
    context: str
    acled: str | None


class When(TypedDict):
    """A time as written and as resolved."""

    text: str
    begin: int
    end: int
    value: str | None
    reason: str | None


class Amount(TypedDict):
    """A quantity as written and what it comes to."""

    text: str
    begin: int
    end: int
    low: float | None
    high: float | None
    bound: str | None
    unit: str | None
    counted: str | None
    share_of: str | None
    per: str | None
    reason: str | None


class ClaimObject(TypedDict):
    """One claim."""

    id: str
    content: Words
    chain: list[Link]
    polarity: str
    modality: str
    probability: str | None
    activity: Doing | None
    actors: list[Named]
    targets: list[Named]
    places: list[Named]
    time: When | None
    quantities: list[Amount]
    items: list[Named]
    rules: list[str]
    score: float


class DocumentObject(TypedDict):
    """Where a report comes from; its text stays out."""

    id: str
    name: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    published_reason: str | None
    sha256: str
    language: str | None


def write_json(document: Document, claims: Sequence[Claim]) -> str:
    """Write one document and its claims as one indented JSON object, without a final newline."""
    return "".join(json_pieces(document, claims))


def json_pieces(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """Write what `write_json` does in pieces.

    Returns:
        The pieces in order, one a claim, so that a long document's is never whole in memory.
    """
    source = {"schema": SCHEMA, "document": _document(document), "claims": []}
    opening = _indented(source)
    if not claims:
        yield opening
        return
    yield opening.removesuffix("]\n}")
    for number, claim in enumerate(claims):
        # Two levels in; no string of JSON holds a bare newline.
        inside = _indented(_claim(claim)).replace("\n", "\n    ")
        yield f"{',' if number else ''}\n    {inside}"
    yield "\n  ]\n}"


def write_lines(document: Document, claims: Sequence[Claim]) -> str:
    """Write each claim as one line of JSON that holds its document too, in order; empty without claims."""
    return "".join(json_lines(document, claims))


def json_lines(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """Write what `write_lines` does line by line.

    Returns:
        The lines in the order of the claims, each ending in a newline; none when there is no claim.
    """
    source = _document(document)
    for claim in claims:
        row = {"schema": SCHEMA, "document": source, "claim": _claim(claim)}
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def _indented(written: object) -> str:
    return json.dumps(written, ensure_ascii=False, indent=2)


def _document(document: Document) -> DocumentObject:
    return {
        "id": document.id,
        "name": document.name,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "published_reason": document.published_reason,
        "sha256": document.sha256,
        "language": document.language,
    }


def _claim(claim: Claim) -> ClaimObject:
    return {
        "id": claim.id,
        "content": _words(claim.content, claim.text),
        "chain": [_link(voice) for voice in claim.chain],
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "probability": claim.probability,
        "activity": _doing(claim.activity),
        "actors": _named_all(claim.actors),
        "targets": _named_all(claim.targets),
        "places": _named_all(claim.places),
        "time": _when(claim.time),
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "items": _named_all(claim.items),
        "rules": list(claim.rules),
        "score": round(claim.score, _SCORE_DIGITS),
    }


def _words(span: Span, text: str | None) -> Words:
    return {"begin": span.begin, "end": span.end, "text": text}


def _quantity(quantity: Quantity) -> Amount:
    return {
        "text": quantity.text,
        "begin": quantity.span.begin,
        "end": quantity.span.end,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "bound": None if quantity.bound is None else quantity.bound.value,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "share_of": quantity.share_of,
        "per": quantity.per,
        "reason": quantity.reason,
    }


def _number(value: float | None) -> float | None:
    """A whole number without a decimal point: fifteen houses are 15, not 15.0."""
    return int(value) if value is not None and value.is_integer() else value


def _named(mention: Mention) -> Named:
    span = mention.span
    return {
        "name": mention.name,
        "mention": mention.text,
        "begin": None if span is None else span.begin,
        "end": None if span is None else span.end,
        "entry": None if mention.resolution is None else _entry(mention.resolution),
    }


def _entry(resolution: Resolution) -> Entry:
    entry = resolution.entry
    place = entry if isinstance(entry, Place) else None
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.precision.value if isinstance(entry, Place) else entry.kind,
        "score": round(resolution.score, _SCORE_DIGITS),
        "reasons": list(resolution.reasons),
        "decided_by": resolution.decided_by,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _named_all(mentions: Sequence[Mention]) -> list[Named]:
    return [_named(mention) for mention in mentions]


def _link(voice: Voice) -> Link:
    cue = None if voice.cue is None else _words(voice.cue, voice.cue_text)
    return {**_named(voice.who), "cue": cue, "kind": voice.kind.value}


def _doing(activity: Activity | None) -> Doing | None:
    if activity is None:
        return None
    return {
        "id": activity.id,
        "plover": activity.plover,
        "context": activity.context,
        "acled": activity.acled,
    }


def _when(time: Time | None) -> When | None:
    if time is None:
        return None
    return {
        "text": time.text,
        "begin": time.span.begin,
        "end": time.span.end,
        "value": time.value,
        "reason": time.reason,
    }
