"""Weighs whether a name names a place: "Jordan" may be a country, a town, a person or a brand.

The chance is a logistic function of the features below times their weights, and of the strongest evidence for
the same name elsewhere in the document.

Source of the weights: fitted by `training.fit_places` on LGL and TR-News; see the decision of 2026-11-28.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from reportedly.records import Precision, Span
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.gazetteer_file import PRECISIONS
from reportedly.resolve.spelling import kind_of
from reportedly.resolve.spotting import BODIES, STREETS, Scene, Spot
from reportedly.resolve.titles import TITLES

LEAST = 0.4  # chance from which a name counts as a place's
WEIGHTS: Mapping[str, float] = {
    "always": -3.42,
    # what the model saw there: the score of an entity, and tags of the words
    "location": 2.62,
    "nationality": 0.97,
    "person": 0.12,
    "organisation": 0.96,
    "proper": 0.28,  # all its words are proper nouns
    "no-name": -3.00,  # none of them is a proper noun or an adjective
    # the words around
    "in": 1.93,
    "at": 0.53,
    "of": 1.02,
    "left": -0.68,  # a word with a capital stands before it
    "right": -0.67,  # or behind it
    "kind": 2.70,  # province, county, city: behind it or its last word
    "before-unit": 1.25,  # a comma and the name of a unit or country follow
    "behind-name": 0.64,  # a name and a comma come before
    "unit-behind-name": 0.66,
    "street": 1.26,
    "body": -0.25,
    "title": -1.20,
    "surname": -2.05,  # a person of the document is called so
    "opens": 0.30,  # the sentence
    # the name itself
    "unit": 0.34,
    "first-level": 1.39,
    "people": 0.32,  # decimal logarithm of the largest place's
    "words": 1.28,  # how many more than one
    "capitals": 1.30,
    "alias": -1.14,
}
OWN, ELSEWHERE, ALWAYS = (
    0.57,
    0.55,
    -0.32,
)  # of a name's own evidence, of the strongest of its name, of neither

_IN = frozenset("in near outside throughout across inside around within".split())
_AT = frozenset(
    """
    at from to into toward towards between via through leaving reached northern southern eastern western
    central downtown nearby
    """.split()
)
_TITLES = TITLES - frozenset("state foreign interior drug police army navy force special former".split())
_RIGHT = re.compile(r"[ -]([^\W_][\w’']*)")
_REACH = 30  # code points to look for a word before a name
_SETTLEMENT = PRECISIONS.index(Precision.SETTLEMENT)
_FIRST = PRECISIONS.index(Precision.FIRST_LEVEL)
_MOST_PEOPLE = 5.0  # what a name of the pack counts as: 100,000


@dataclass(frozen=True, slots=True)
class _Size:
    """What a name may be: a unit, one of the first level; its most people; only ever an alias."""

    unit: bool
    first_level: bool
    people: float
    alias: bool


def chances_of(scene: Scene, spots: Sequence[Spot], gazetteer: Gazetteer) -> list[float]:
    """Return for each spot the chance that it names a place, 0 … 1.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    own = [
        sum(WEIGHTS[name] * f for name, f in row.items() if f) for row in features_of(scene, spots, gazetteer)
    ]
    return [
        logistic(both_of(evidence, best)) for evidence, best in zip(own, elsewhere(spots, own), strict=True)
    ]


def both_of(own: float, best: float) -> float:
    """Return the evidence for a spot with that for its name elsewhere."""
    return ALWAYS + OWN * own + ELSEWHERE * best


def elsewhere(spots: Sequence[Spot], own: Sequence[float]) -> list[float]:
    """Return for each spot the strongest evidence for its name elsewhere; its own where it stands alone."""
    two_best: dict[str, list[float]] = {}
    for spot, evidence in zip(spots, own, strict=True):
        two_best[spot.key] = sorted([*two_best.get(spot.key, ()), evidence])[-2:]
    best = []
    for spot, evidence in zip(spots, own, strict=True):
        *second, first = two_best[spot.key]
        best.append(second[0] if second and evidence == first else first)
    return best


def logistic(evidence: float) -> float:
    """Return the chance that evidence stands for."""
    return 1 / (1 + exp(-evidence))


def features_of(scene: Scene, spots: Sequence[Spot], gazetteer: Gazetteer) -> Iterator[dict[str, float]]:
    """Yield the features of each spot, by name; all but the scores and `people` and `words` are 0 or 1."""
    sizes: dict[str, _Size] = {}
    for spot in spots:
        if spot.written not in sizes:
            sizes[spot.written] = _size(spot, gazetteer)
    for n, spot in enumerate(spots):
        size = sizes[spot.written]
        before = n > 0 and _parted(scene.text, spots[n - 1].span, spot.span)
        after = spots[n + 1] if n + 1 < len(spots) else None
        row = {**_seen(scene, spot), **_around(scene, spot), **_named(spot, size)}
        row["before-unit"] = bool(
            after and sizes[after.written].unit and _parted(scene.text, spot.span, after.span)
        )
        row["behind-name"] = before
        row["unit-behind-name"] = before and size.unit
        yield row


def _seen(scene: Scene, spot: Spot) -> dict[str, float]:
    """Return what the model saw at a spot."""
    tags = scene.tags_in(spot.span)
    return {
        "always": 1.0,
        "location": scene.seen("Location", spot.span),
        "nationality": scene.seen("Nationality", spot.span),
        "person": scene.seen("Person", spot.span),
        "organisation": scene.seen("Organisation", spot.span),
        "proper": all(tag.startswith("NNP") for tag in tags),
        "no-name": bool(tags) and not any(tag.startswith(("NNP", "JJ")) for tag in tags),
        "opens": spot.span.begin in scene.starts,
        "surname": spot.words == 1 and spot.key in scene.surnames,
    }


def _around(scene: Scene, spot: Spot) -> dict[str, float]:
    """Return what the words before and behind a spot say."""
    left = _word_before(scene.text, spot.span.begin)
    behind = _RIGHT.match(scene.text, spot.span.end)
    right = behind[1] if behind else ""
    low, next_low = left.casefold(), right.casefold()
    is_kind = bool(kind_of(right))
    return {
        "in": low in _IN,
        "at": low in _AT,
        "of": low == "of",
        "left": left[:1].isupper() and spot.span.begin - 1 - len(left) not in scene.starts,
        "right": right[:1].isupper() and not is_kind,
        "kind": is_kind or (spot.words > 1 and bool(kind_of(spot.written.rsplit(maxsplit=1)[-1]))),
        "street": next_low in STREETS,
        "body": next_low in BODIES,
        "title": low in _TITLES,
    }


def _word_before(text: str, begin: int) -> str:
    """Return the word that a blank or hyphen parts from what begins there; "" for none."""
    if text[begin - 1 : begin] not in {" ", "-"}:
        return ""
    words = text[max(0, begin - _REACH) : begin - 1].rsplit(maxsplit=1)
    word = words[-1].rstrip(".") if words else ""
    return word if word[-1:].isalpha() else ""


def _named(spot: Spot, size: _Size) -> dict[str, float]:
    """Return what a name is by itself."""
    return {
        "unit": size.unit,
        "first-level": size.first_level,
        "people": size.people,
        "words": spot.words - 1,
        "capitals": len(spot.written) > 3 and spot.written.isupper(),
        "alias": size.alias,
    }


def _size(spot: Spot, gazetteer: Gazetteer) -> _Size:
    if spot.demonym or spot.short:
        return _Size(unit=True, first_level=True, people=_MOST_PEOPLE, alias=False)
    rows, alias = gazetteer.find(spot.key)
    main = rows[alias == 0]
    people = float(gazetteer.populations[main if len(main) else rows].max(initial=0))
    level = int(gazetteer.levels[main].min(initial=_SETTLEMENT))
    return _Size(
        unit=level < _SETTLEMENT,
        first_level=level <= _FIRST,
        people=people,
        alias=not len(main),
    )


def _parted(text: str, span: Span, after: Span) -> bool:
    """Whether only a comma or a bracket stands between two spans."""
    return after.begin - span.end == 2 and text[span.end : after.begin] in {", ", " ("}
