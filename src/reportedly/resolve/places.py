"""Decides which places of the gazetteer a document and its claims speak of.

Invariant: a mention keeps its words and span. Its name changes only where it points back to a place ("the
province"), and its `resolution` is filled only where a place is more likely right than not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from reportedly.packs import PlacePack
from reportedly.records import Claim, Document, Mention, Reading, Resolution, Span
from reportedly.resolve import spot_features
from reportedly.resolve.candidates import Floats, find_namings, find_options
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.grounds import find_grounds, point_back
from reportedly.resolve.ranking import ALONE, AROUND, WEIGHTS, Ranked, Table, rank
from reportedly.resolve.spelling import key_of, kind_of
from reportedly.resolve.spotting import Scene, Spot, find_spots

LEAST_SCORE = 0.5  # of a claim's place: more likely right than not
DECIDED_BY = "place-ranking"
MOST_REASONS = 3
LEAST_REASON = 0.3  # of the weighted difference to the next place
# The chance that any of the places of a name is meant is logistic in the best one's score.
# Source: fitted by `training.fit_places`; see the decision of 2026-11-28.
KNOWN_BY_SCORE, KNOWN_ALWAYS = 0.455, -1.368

_NEXT_NAME = re.compile(r"[ -]([^\W_][\w’']*)")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")
_PARTING = re.compile(r",| \(| of ")
_PARTS = frozenset("northern southern eastern western central the".split())  # of a place: still that place

ONLY = "no other place of this name is known"
REASONS: Mapping[str, str] = {
    "alias": "this is its own name",
    "packed": "a short name or adjective for it",
    "stripped": "this is its name in full",
    "region": "a region of the world",
    "country": "a country",
    "first-level": "a unit of the first level",
    "second-level": "a unit of the second level",
    "people": "more people live there",
    "said-kind": "of the kind that the text says",
    "other-kind": "of no other kind than the text says",
    "same-country": "other places of the text lie in the same country",
    "same-first": "other places of the text lie in the same first-level unit",
    "near": "another place of the text is near",
    "country-named": "the text names its country",
    "first-named": "the text names its first-level unit",
    "second-named": "the text names its second-level unit",
    "inside": "the text writes behind it what it lies in",
    "outside": "the text does not write behind it what it lies outside of",
    "holds": "other places of the text lie in it",
}


@dataclass(frozen=True, slots=True)
class Places:
    """What place names are looked up in."""

    gazetteer: Gazetteer
    pack: PlacePack


def find_places(document: Document, readings: Sequence[Reading], places: Places) -> tuple[Span, ...]:
    """Find the place names of a document, adjectives such as "Iraqi" among them.

    Returns:
        Spans in text order that do not overlap; none where the gazetteer knows no name of the text.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    return tuple(spot.span for spot in _spots(document, readings, places))


def _spots(
    document: Document, readings: Sequence[Reading], places: Places, *, surely: Iterable[Span] = ()
) -> list[Spot]:
    """Return the names that are likely those of a place, and all inside spans that surely speak of one."""
    spots = find_spots(document.text, places.gazetteer, places.pack)
    chances = spot_features.chances_of(Scene(document, readings), spots, places.gazetteer)
    sure = Near(surely)
    return [
        spot
        for spot, chance in zip(spots, chances, strict=True)
        if chance >= spot_features.LEAST or sure.sharing(spot.span)
    ]


def likeliest(text: str, mentions: Sequence[Span], places: Places) -> tuple[Resolution | None, ...]:
    """Decide for each mention of a text which place it most likely is, however unsure.

    Args:
        text: the document's text.
        mentions: spans of place names in text order; each is the context of the others.
        places: what they are looked up in.

    Returns:
        One resolution a mention; None where no place has that name.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    namings, chosen = find_namings(text, mentions, places.gazetteer, places.pack)
    table = Table(namings, places.gazetteer)
    ranked = rank(table)
    resolved = [_resolution(table, ranked, at, places.gazetteer) for at in range(len(namings))]
    return tuple(resolved[at] for at in chosen)


def _resolution(table: Table, ranked: Ranked, at: int, gazetteer: Gazetteer) -> Resolution | None:
    begin, end = int(table.begins[at]), int(table.begins[at + 1])
    if begin == end:
        return None
    order = (-ranked.chances[begin:end]).argsort(kind="stable")[:2] + begin
    best = int(order[0])
    known = spot_features.logistic(KNOWN_BY_SCORE * float(ranked.scores[best]) + KNOWN_ALWAYS)
    other = ranked.features[int(order[1])] if len(order) > 1 else None
    return Resolution(
        entry=gazetteer.place(int(table.rows[best])),
        score=round(float(ranked.chances[best]) * known, 3),
        reasons=_reasons(ranked.features[best], other),
        decided_by=DECIDED_BY,
    )


def _reasons(best: Floats, other: Floats | None) -> tuple[str, ...]:
    """Return in words what puts a place before the next one, strongest first."""
    names = [*ALONE, *AROUND] if other is not None else [*AROUND]
    ahead = (best - other) if other is not None else best[len(ALONE) :]
    gains = sorted(
        ((WEIGHTS[name] * gain, name) for name, gain in zip(names, ahead.tolist(), strict=True)), reverse=True
    )
    strongest = tuple(REASONS[name] for gain, name in gains[:MOST_REASONS] if gain >= LEAST_REASON)
    return strongest if other is not None else (ONLY, *strongest[: MOST_REASONS - 1])


def place_claims(
    document: Document, readings: Sequence[Reading], claims: Sequence[Claim], places: Places
) -> tuple[Claim, ...]:
    """Resolve the places of claims in the context of all place names of their document.

    Args:
        document: the document.
        readings: its readings.
        claims: its claims, with names in full.
        places: what they are looked up in.

    Returns:
        The claims in the same order.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    mentions = {m for claim in claims for m in claim.places}
    if not mentions:
        return tuple(claims)
    spots = _spots(document, readings, places, surely=[m.span for m in mentions if m.span])
    is_adjective = _named_spans(spots, mentions, places)
    spans = sorted(is_adjective)
    resolved = dict(zip(spans, likeliest(document.text, spans, places), strict=True))
    claims = point_back(document, claims, find_grounds(document, readings, resolved))
    by_name = {spot.key: spot.span for spot in reversed(spots)}
    heads = _Heads(document.text, is_adjective)

    @cache
    def decided(mention: Mention) -> Mention:
        span = heads.of(mention) or by_name.get(key_of(mention.name))
        resolution = resolved[span] if span else None
        sure = resolution is not None and resolution.score >= LEAST_SCORE
        return Mention(mention.name, mention.text, mention.span, resolution if sure else None)

    return tuple(
        replace(claim, places=tuple(decided(m) for m in claim.places)) if claim.places else claim
        for claim in claims
    )


def _named_spans(spots: Sequence[Spot], mentions: AbstractSet[Mention], places: Places) -> dict[Span, bool]:
    """Return the names of places in a document, and of each whether it is an adjective."""
    is_adjective = {spot.span: spot.demonym for spot in spots}
    found = Near(is_adjective)
    for mention in mentions:
        if mention.span and not found.sharing(mention.span) and _is_known(mention, places):
            is_adjective[mention.span] = False
    return is_adjective


class _Heads:
    """The names of places in a text, to be asked which of them a mention is of."""

    def __init__(self, text: str, is_adjective: Mapping[Span, bool]) -> None:
        self._text = text
        self._is_adjective = is_adjective
        self._adjectives = {span.begin for span, adjective in is_adjective.items() if adjective}
        self._names = Near(is_adjective)

    def of(self, mention: Mention) -> Span | None:
        """Return the name in a mention that it is of; an adjective only where there is no other."""
        if mention.span is None:
            return None
        inside = self._names.sharing(mention.span)
        heads = [s for s in inside if _is_head(self._text, s, mention.span, self._adjectives)]
        return min(heads, key=lambda one: (self._is_adjective[one], one), default=None)


def _is_head(text: str, name: Span, mention: Span, adjectives: AbstractSet[int]) -> bool:
    """Whether a mention is of the place that a name in it names.

    Not "Ilden Bridge" of Ilden, nor "Marl village, Ilden District" of what it lies in. `adjectives` are where
    adjectives of places begin.
    """
    before = text[mention.begin : name.begin]
    after = _NEXT_NAME.match(text, name.end, max(name.end, mention.end))
    left = before.split()[-1] if before[-1:] in {" ", "-"} and before.strip() else ""
    beside = [word for word in (left, after[1] if after else "") if word[:1].isupper()]
    if any(not kind_of(word) and word.casefold() not in _PARTS for word in beside):
        return False
    parted = _PARTING.search(before)
    named = _CAPITAL.finditer(before, 0, parted.start() if parted else 0)
    return all(mention.begin + word.start() in adjectives or word[0] == "The" for word in named)


class Near:
    """Spans in text order, to be asked which of them share a character with another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._begins = [span.begin for span in self._spans]
        self._longest = max((span.end - span.begin for span in self._spans), default=0)

    def sharing(self, span: Span) -> list[Span]:
        """Return those that share a character with a span, in text order."""
        begin = bisect_left(self._begins, span.begin - self._longest)
        end = bisect_left(self._begins, span.end, lo=begin)
        return [one for one in self._spans[begin:end] if one.end > span.begin]


def _is_known(mention: Mention, places: Places) -> bool:
    """Whether a mention that was not found as a place name is one, as the claim takes it for a place."""
    name = mention.text or ""
    return name[:1].isupper() and len(find_options([name], places.gazetteer, places.pack).rows) > 0
