"""The file that a gazetteer is kept in: columns of numbers, sorted so that they compress well.

A name is filed under the first 40 bits of a digest of its key: among half a million names, one unknown name
in two million is taken for a known one.
"""

from array import array
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.records import Precision
from reportedly.resolve.spelling import is_latin, key_of

FORM = 1  # of the file; another number is another layout
UNITS_A_DEGREE = 10_000  # 11 m
PRECISIONS = tuple(Precision)
POPULATION_STEP = 1.08  # one step is 8 % more people
COUNTRIES = "countries"
# Where names begin with the Arabic article, which reports leave out. Source: members of the Arab League.
ARABIC = frozenset("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
ARTICLES = frozenset("al el ad adh an ar as ash at ath az".split())
LEAST_REST = 4  # letters of a name without it
LONGEST_NAME_BYTES = 250
_DIGEST_BYTES = 5

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """A place on its way into a file, in degrees.

    `code` is its own code when it is a unit: "US", "US.TX", "US.TX.201"; `within` that of the smallest unit
    around it; "" for none. `names` are what it is called, `aliases` what it is called as well.
    """

    number: int
    name: str
    precision: Precision
    latitude: float
    longitude: float
    population: int = 0
    code: str = ""
    within: str = ""
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def digest_of(key: str) -> int:
    """Return the number that a key is filed under."""
    return int.from_bytes(blake2b(key.encode(), digest_size=_DIGEST_BYTES).digest(), "big")


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Whether coordinates are in range and not 0,0, which stands for unknown."""
    return abs(latitude) <= 90 and abs(longitude) <= 180 and (abs(latitude) > 1e-4 or abs(longitude) > 1e-4)


def is_alias(name: str) -> bool:
    """Whether an alternate name is one that an English report might use.

    Out: other scripts, links, romanisations of the machine ("mo su er"), codes of airports ("OSM").
    """
    if len(name) < 2 or "/" in name or not is_latin(name) or name.islower():
        return False
    return not (name.isupper() and len(name) <= 4) and any(c.isalpha() for c in name)


class Building:
    """Takes places one by one, keeps of each a few numbers and its name, and writes the file."""

    def __init__(self) -> None:
        self._number, self._level = array("q"), array("B")
        self._latitude, self._longitude = array("i"), array("i")
        self._population = array("B")
        self._own, self._within = array("i"), array("i")
        self._names, self._lengths = bytearray(), array("H")
        self._digest, self._named, self._alias = array("q"), array("q"), array("B")
        self._codes: dict[str, int] = {"": -1}

    def __len__(self) -> int:
        return len(self._number)

    def add(self, row: Row) -> bool:
        """Take a place in; False, and nothing happens, when its coordinates are unknown.

        Of several places with one number the first counts.
        """
        if not is_on_earth(row.latitude, row.longitude):
            return False
        self._number.append(row.number)
        self._level.append(PRECISIONS.index(row.precision))
        self._latitude.append(round(row.latitude * UNITS_A_DEGREE))
        self._longitude.append(round(row.longitude * UNITS_A_DEGREE))
        self._population.append(steps_of(row.population))
        self._own.append(self._code(row.code))
        self._within.append(self._code(row.within))
        name = row.name.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").encode()
        self._names += name
        self._lengths.append(len(name))
        main = self.call(row.number, (row.name, *row.names), alias=False)
        more = self.call(row.number, filter(is_alias, row.aliases), alias=True, but=main)
        if (row.within or row.code)[:2] in ARABIC:
            self.call(row.number, without_article(main | more), alias=True, but=main | more)
        return True

    def call(
        self, number: int, names: Iterable[str], *, alias: bool, but: AbstractSet[str] = frozenset()
    ) -> AbstractSet[str]:
        """File names of the place with a GeoNames number, which may come in later or never.

        Args:
            number: the place.
            names: what it is called.
            alias: whether it is only called so as well.
            but: keys to leave out.

        Returns:
            The keys of the names.
        """
        keys = {key_of(name) for name in names} - but - {""}
        for key in sorted(keys):
            self._digest.append(digest_of(key))
            self._named.append(number)
            self._alias.append(alias)
        return keys

    def save(self, path: Path) -> None:
        """Write the file.

        Raises:
            OSError: it cannot be written.
        """
        number, order = np.unique(np.array(self._number, np.int64), return_index=True)
        parent, country, codes = self._around(order)
        columns: dict[str, NDArray[np.generic]] = {
            "form": np.array([FORM]),
            "number": np.diff(number, prepend=0).astype(np.int32),
            "level": np.array(self._level, np.uint8)[order],
            "latitude": np.array(self._latitude, np.int32)[order],
            "longitude": np.array(self._longitude, np.int32)[order],
            "population": np.array(self._population, np.uint8)[order],
            "parent": parent,
            "country": country,
            COUNTRIES: np.array(codes),
            **self._shown(order),
            **self._index(number),
        }
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **columns)

    def _code(self, code: str) -> int:
        return self._codes.setdefault(code, len(self._codes) - 1)

    def _shown(self, order: Numbers) -> dict[str, NDArray[np.generic]]:
        """Return the names to show, one behind the other, and their lengths in bytes."""
        lengths = np.array(self._lengths, np.int64)
        begins = np.cumsum(lengths) - lengths
        kept = lengths[order]
        shifts = begins[order] - (np.cumsum(kept) - kept)
        letters = np.frombuffer(bytes(self._names), np.uint8)
        at = np.repeat(shifts, kept) + np.arange(int(kept.sum()))
        return {"length": kept.astype(np.uint16), "letters": letters[at]}

    def _index(self, number: Numbers) -> dict[str, NDArray[np.generic]]:
        """Return the digests of all names, ascending, and the places of each."""
        named = np.array(self._named, np.int64)
        rows = np.minimum(np.searchsorted(number, named), len(number) - 1)
        is_known = number[rows] == named
        digest, rows = np.array(self._digest, np.int64)[is_known], rows[is_known]
        alias = np.array(self._alias, np.int64)[is_known]
        order = np.lexsort((alias, rows, digest))
        digest, rows, alias = digest[order], rows[order], alias[order]
        is_new = (np.diff(digest, prepend=-1) != 0) | (
            np.diff(rows, prepend=-1) != 0
        )  # a name and place once
        digest, rows, alias = digest[is_new], rows[is_new], alias[is_new]
        first = np.flatnonzero(np.diff(digest, prepend=-1))
        return {
            "digest": np.diff(digest[first], prepend=0),
            "count": np.diff(first, append=len(digest)).astype(np.int32),
            "named": rows.astype(np.int32),
            "alias": alias.astype(np.uint8),
        }

    def _around(self, order: Numbers) -> tuple[NDArray[np.int32], NDArray[np.uint16], list[str]]:
        """Return of each place the row of the unit around it (-1: none) and its country (0: none)."""
        row_of: dict[int, int] = {}
        for row, at in enumerate(order.tolist()):
            if self._own[at] >= 0:
                row_of.setdefault(self._own[at], row)
        countries = ["", *sorted({code.partition(".")[0] for code in self._codes} - {""})]
        country_of = {n: countries.index(code.partition(".")[0]) for code, n in self._codes.items()}
        parent_of = {n: self._smallest(code, row_of) for code, n in self._codes.items()}
        own, within = np.array(self._own, np.int64)[order], np.array(self._within, np.int64)[order]
        parents = [parent_of[n] for n in within.tolist()]
        lands = [country_of[n if n >= 0 else m] for n, m in zip(within.tolist(), own.tolist(), strict=True)]
        return np.array(parents, np.int32), np.array(lands, np.uint16), countries

    def _smallest(self, code: str, row_of: Mapping[int, int]) -> int:
        """Return the row of the unit with a code, or of the smallest around it that is known; -1 for none."""
        while code:
            row = row_of.get(self._codes.get(code, -1))
            if row is not None:
                return row
            code = code.rpartition(".")[0]
        return -1


def without_article(keys: AbstractSet[str]) -> set[str]:
    """Return keys without the Arabic article that they begin with: "qaim" of "al qaim"."""
    parts = (key.partition(" ") for key in keys)
    return {rest for article, _, rest in parts if article in ARTICLES and len(rest) >= LEAST_REST}


def steps_of(population: int) -> int:
    """Return the number of steps that a population is kept as; 0 for nobody."""
    return min(255, round(log(population) / log(POPULATION_STEP))) if population > 0 else 0
