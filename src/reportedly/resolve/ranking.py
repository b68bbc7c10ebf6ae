"""Ranks the places that the names of a text may be, by what each is and by what else the text names.

The chance of a place is a softmax over the places of its name and "none of them", of its features times their
weights. What else the text names is itself a matter of chances, so that the reckoning is done `ROUNDS` times.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reportedly.records import Precision
from reportedly.resolve.candidates import Floats, Naming
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.gazetteer_file import PRECISIONS, Numbers

Kind = TypeVar("Kind", bound=np.generic)
Bools = NDArray[np.bool_]

ROUNDS = 2
NEIGHBOURS = 3  # likeliest places of a name that the places of other names are compared with
NEAR_KM = 60.0
EARTH_KM = 6371.0
MOST_NAMES = 200  # of a long report, whose places are the context of all: those mentioned most
BLOCK = 2_000  # places that are reckoned at a time, so that a long report stays small in memory
MENTIONS_THAT_COUNT = 3  # a name that is repeated often does not weigh more than this

# What a place has by itself, and what the rest of the text gives it. A share is one of all other mentions.
# Source: fitted by `training.fit_places` on LGL and TR-News; see the decision of 2026-11-28.
ALONE: Mapping[str, float] = {
    "alias": -3.05,  # it is only called so as well
    "packed": -0.59,  # the pack of places says so
    "stripped": -3.19,  # only without the common noun that the text writes
    "region": 5.76,
    "country": 8.11,
    "first-level": 6.56,
    "second-level": 2.27,
    "people": 1.13,  # decimal logarithm, of settlements
    "said-kind": 1.00,  # the text calls it a province, a county, a city, and it is
    "other-kind": -1.00,  # and it is not
}
AROUND: Mapping[str, float] = {
    "same-country": 2.42,  # share
    "same-first": 3.79,  # share: same unit of the first level
    "near": 2.79,  # close to a settlement or small unit
    "country-named": 1.13,
    "first-named": 0.82,
    "second-named": 1.20,
    "inside": 1.53,  # what is written behind its name lies around it
    "outside": -1.53,  # what is written behind its name is a unit that it does not lie in
    "holds": 3.55,  # share: what lies in it
}
WEIGHTS: Mapping[str, float] = {**ALONE, **AROUND}
LYING = [list(AROUND).index("inside"), list(AROUND).index("outside")]

_LEVEL = {precision: n for n, precision in enumerate(PRECISIONS)}
_COUNTRY, _FIRST, _SECOND = (
    _LEVEL[p] for p in (Precision.COUNTRY, Precision.FIRST_LEVEL, Precision.SECOND_LEVEL)
)


class Table:
    """The places that all names of one text may be, a line a place; `begins` says where a naming's begin."""

    def __init__(self, namings: Sequence[Naming], gazetteer: Gazetteer) -> None:
        sizes = [len(n.options.rows) for n in namings]
        self.namings = namings
        self.begins = np.cumsum([0, *sizes])
        self.rows = _joined([n.options.rows for n in namings], np.int64)
        self.owner = np.repeat(np.arange(len(namings)), sizes)
        self._mentions = np.array([len(n.mentions) for n in namings], np.float64)
        self._level = gazetteer.levels[self.rows].astype(np.int64)
        self._country = gazetteer.countries[self.rows].astype(np.int64)
        self._first, self._second = _units(self.rows, gazetteer)
        self._points = _points(gazetteer.latitudes[self.rows], gazetteer.longitudes[self.rows])
        self.alone = self._alone(gazetteer)

    def _alone(self, gazetteer: Gazetteer) -> Floats:
        """Return the features of each place by itself, [places, ALONE]."""
        said, asked = self._said()
        options = [n.options for n in self.namings]
        columns: list[Floats | Bools] = [
            _joined([o.alias for o in options], np.float64),
            _joined([o.packed for o in options], np.float64),
            _joined([o.stripped for o in options], np.float64),
            *(self._level == n for n in range(_SECOND + 1)),
            gazetteer.populations[self.rows] * (self._level > _SECOND),
            asked & said,
            asked & ~said,
        ]
        return np.column_stack([np.asarray(column, np.float64) for column in columns])

    def _said(self) -> tuple[Bools, Bools]:
        """Return for each place whether it is of a kind that the text says, and whether the text says any."""
        table = np.zeros((len(self.namings), len(PRECISIONS)), bool)
        for n, naming in enumerate(self.namings):
            table[n, [_LEVEL[kind] for kind in naming.kinds]] = True
        asked: Bools = np.asarray(table.any(axis=1), bool)
        return table[self.owner, self._level], asked[self.owner]

    def around(self, chances: Floats) -> Floats:
        """Return the features that the rest of the text gives each place, [places, AROUND].

        Args:
            chances: of each place among those of its name.
        """
        at = self._likeliest(chances)
        lines = np.arange(len(self.rows))
        blocks = [lines[begin : begin + BLOCK] for begin in range(0, len(lines), BLOCK)]
        found = [self._around(block, at, chances[at]) for block in blocks]
        around = np.vstack(found) if found else np.zeros((0, len(AROUND)))
        around[:, LYING] = self._lying(chances)
        return around

    def _around(self, mine: Numbers, at: Numbers, chances: Floats) -> Floats:
        """Return what the lines `at`, with their chances, give the lines `mine`."""
        other = self.owner[mine, None] != self.owner[at]
        chance = other * chances
        share = chance * np.minimum(self._mentions[self.owner[at]], MENTIONS_THAT_COUNT)
        share /= np.maximum(share.sum(1), 1e-9)[:, None]
        country = (self._country[mine, None] == self._country[at]) & (self._country[mine, None] > 0)
        first = (self._first[mine, None] == self._first[at]) & (self._first[mine, None] >= 0)
        second = (self._second[mine, None] == self._second[at]) & (self._second[mine, None] >= 0)
        level = self._level[at]
        chance_of_larger = chance * (level < self._level[mine, None])
        close = self._closeness(mine, at)
        shares = [country, first]
        named = [country * (level == _COUNTRY), first * (level == _FIRST), second * (level == _SECOND)]
        return np.column_stack(
            [
                *((share * each).sum(1) for each in shares),
                (chance * close).max(1, initial=0),
                *((chance_of_larger * each).max(1, initial=0) for each in named),
                np.zeros((len(mine), len(LYING))),  # for all lines at once
                (share * self._holds(mine, at, country)).sum(1),
            ]
        )

    def _likeliest(self, chances: Floats) -> Numbers:
        """Return the lines of the likeliest places of each name, or of those that are mentioned most."""
        order = np.lexsort((-chances, self.owner))
        likeliest = order[np.arange(len(order)) - self.begins[self.owner[order]] < NEIGHBOURS]
        most = np.argsort(-self._mentions, kind="stable")[:MOST_NAMES]
        lines: Numbers = likeliest[np.isin(self.owner[likeliest], most)]
        return lines

    def _closeness(self, mine: Numbers, at: Numbers) -> Floats:
        """Return how close two sets of lines are, 1 … 0; large areas are close to nothing."""
        apart = np.arccos(np.clip(self._points[mine] @ self._points[at].T, -1, 1)) * (EARTH_KM / NEAR_KM)
        small = self._level >= _SECOND
        close: Floats = (small[mine, None] & small[at]) / (1 + apart * apart)
        return close

    def _holds(self, mine: Numbers, at: Numbers, same_country: Bools) -> Bools:
        rows = self.rows[mine, None]
        units = (rows == self._first[at]) | (rows == self._second[at])
        holds: Bools = units | (
            (self._level[mine, None] == _COUNTRY) & same_country & (self._level[at] > _COUNTRY)
        )
        return holds

    def _lying(self, chances: Floats) -> Floats:
        """Return for each place how likely the name behind it is a unit around it, and another unit."""
        lying = np.zeros((len(self.rows), 2))
        for owner, naming in enumerate(self.namings):
            mine = slice(self.begins[owner], self.begins[owner + 1])
            for other in naming.followed_by:
                theirs = slice(self.begins[other], self.begins[other + 1])
                rows, level = self.rows[theirs], self._level[theirs]
                around = (self._first[mine, None] == rows) | (self._second[mine, None] == rows)
                around |= (level == _COUNTRY) & (self._country[mine, None] == self._country[theirs])
                around &= level < self._level[mine, None]
                inside = (around * chances[theirs]).sum(1)
                outside = chances[theirs][level <= _SECOND].sum() - inside
                lying[mine] = np.maximum(lying[mine], np.column_stack((inside, outside)))
        return lying

    def softmax(self, scores: Floats) -> Floats:
        """Return chances: those of one name add up to 1."""
        top = np.full(len(self.namings), -np.inf)
        np.maximum.at(top, self.owner, scores)
        raised = np.exp(scores - top[self.owner])
        chances: Floats = raised / np.bincount(self.owner, raised, len(self.namings))[self.owner]
        return chances


def _joined(parts: Sequence[NDArray[Kind]], kind: type[Kind]) -> NDArray[Kind]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _units(rows: Numbers, gazetteer: Gazetteer) -> tuple[Numbers, Numbers]:
    """Return for each place the units of first and second level that it is or lies in; -1 for none."""
    first, second = np.full(len(rows), -1), np.full(len(rows), -1)
    at = rows
    for _ in range(3):
        known = at >= 0
        level = np.where(known, gazetteer.levels[at], 0)
        first = np.where((level == _FIRST) & (first < 0), at, first)
        second = np.where((level == _SECOND) & (second < 0), at, second)
        at = np.where(known, gazetteer.parents[at], -1)
    return first, second


def _points(latitudes: Floats, longitudes: Floats) -> Floats:
    """Return points on the unit globe, [places, 3]."""
    latitude, longitude = np.radians(latitudes), np.radians(longitudes)
    flat = np.cos(latitude)
    return np.column_stack((flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)))


@dataclass(frozen=True, slots=True)
class Ranked:
    """What came out for each place of a table: its `score`, and its `chance` among those of its name.

    `features` are those of the last round, [places, ALONE and AROUND].
    """

    scores: Floats
    chances: Floats
    features: Floats


def rank(table: Table, weights: Mapping[str, float] = WEIGHTS, *, rounds: int = ROUNDS) -> Ranked:
    """Rank the places of a table; the features returned are those of the last of the rounds."""
    alone = table.alone @ np.array([weights[name] for name in ALONE])
    weights_around = np.array([weights[name] for name in AROUND])
    scores, chances = alone, table.softmax(alone)
    around = np.zeros((len(alone), len(AROUND)))
    for _ in range(rounds if len(alone) else 0):
        around = table.around(chances)
        scores = alone + around @ weights_around
        chances = table.softmax(scores)
    return Ranked(scores, chances, np.hstack((table.alone, around)))
