"""The gazetteer: which places have a name, where they are, and what lies around them.

Invariants: no place at 0,0; a place's parent is a larger unit; rows are in the order of GeoNames numbers.
"""

import zipfile
from bisect import bisect_left
from collections.abc import Collection
from functools import cached_property
from math import log10
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import PlacesError
from reportedly.records import Place, Precision
from reportedly.resolve.gazetteer_file import (
    COUNTRIES,
    FORM,
    POPULATION_STEP,
    PRECISIONS,
    UNITS_A_DEGREE,
    Numbers,
    digest_of,
)

SHIPPED = Path(__file__).with_name("places.npz")
_AGAIN = "build it again with `reportedly places load`, or leave REPORTEDLY_PLACES empty"


class Gazetteer:
    """Places by row; opened at the first question, so that whoever asks for no place does not wait.

    Args:
        path: the file; None takes the one that ships.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or SHIPPED

    def find(self, key: str) -> tuple[Numbers, NDArray[np.uint8]]:
        """Return the rows of all places with a name, and for each whether it is only called so as well.

        Args:
            key: a name as `spelling.key_of` gives it.

        Raises:
            PlacesError: the file is missing or damaged.
        """
        digest = digest_of(key)
        at = int(np.searchsorted(self._digests, digest))
        if at == len(self._digests) or int(self._digests[at]) != digest:
            return self._named[:0], self._aliases[:0]
        begin, end = int(self._begins[at]), int(self._begins[at + 1])
        return self._named[begin:end], self._aliases[begin:end]

    def known(self, keys: Collection[str]) -> set[str]:
        """Return which of some keys are the name of any place.

        Raises:
            PlacesError: the file is missing or damaged.
        """
        digests = np.array([digest_of(key) for key in keys], np.int64)
        at = np.searchsorted(self._digests, digests)
        known = np.take(self._digests, at, mode="clip") == digests
        return {key for key, is_known in zip(keys, known.tolist(), strict=True) if is_known}

    def row_of(self, number: int) -> int | None:
        """Return the row of a GeoNames number; None when it is not there."""
        at = int(np.searchsorted(self.numbers, number))
        return at if at < len(self.numbers) and int(self.numbers[at]) == number else None

    def place(self, row: int) -> Place:
        """Return a place as a record."""
        return Place(
            id=f"geonames:{int(self.numbers[row])}",
            name=self.name(row),
            precision=PRECISIONS[int(self.levels[row])],
            country=self._countries[int(self.countries[row])] or None,
            latitude=round(float(self.latitudes[row]), 4),
            longitude=round(float(self.longitudes[row]), 4),
        )

    def name(self, row: int) -> str:
        """Return the name of a place."""
        return self._letters[int(self._ends[row - 1]) if row else 0 : int(self._ends[row])].decode()

    def country_number(self, code: str) -> int:
        """Return the number that `countries` has for an ISO 3166-1 alpha-2 code; 0 when there is none."""
        at = bisect_left(self._countries, code)
        return at if at < len(self._countries) and self._countries[at] == code else 0

    def country_row(self, code: str) -> int | None:
        """Return the row of the country itself."""
        number = self.country_number(code)
        rows = np.flatnonzero(
            (self.countries == number) & (self.levels == PRECISIONS.index(Precision.COUNTRY))
        )
        return int(rows[0]) if number and len(rows) else None

    @cached_property
    def _columns(self) -> "_Columns":
        return _Columns(self._path)

    @cached_property
    def numbers(self) -> Numbers:
        """GeoNames numbers, ascending."""
        return np.cumsum(self._columns["number"], dtype=np.int64)

    @cached_property
    def levels(self) -> NDArray[np.uint8]:
        """Indexes into `PRECISIONS`."""
        return self._columns["level"].astype(np.uint8)

    @cached_property
    def latitudes(self) -> NDArray[np.float64]:
        """Degrees."""
        return _scaled(self._columns["latitude"], 1 / UNITS_A_DEGREE)

    @cached_property
    def longitudes(self) -> NDArray[np.float64]:
        """Degrees."""
        return _scaled(self._columns["longitude"], 1 / UNITS_A_DEGREE)

    @cached_property
    def populations(self) -> NDArray[np.float64]:
        """Decimal logarithms of how many live there; 0 where nobody or nobody knows."""
        return _scaled(self._columns["population"], log10(POPULATION_STEP))

    @cached_property
    def parents(self) -> Numbers:
        """Rows of the units around; -1 where there is none."""
        return self._columns["parent"]

    @cached_property
    def countries(self) -> Numbers:
        """Numbers of countries; 0 where there is none."""
        return self._columns["country"]

    @cached_property
    def _countries(self) -> list[str]:
        return [str(code) for code in self._columns[COUNTRIES].tolist()]

    @cached_property
    def _ends(self) -> Numbers:
        return np.cumsum(self._columns["length"], dtype=np.int64)

    @cached_property
    def _letters(self) -> bytes:
        return self._columns["letters"].tobytes()

    @cached_property
    def _digests(self) -> Numbers:
        return np.cumsum(self._columns["digest"], dtype=np.int64)

    @cached_property
    def _begins(self) -> Numbers:
        return np.concatenate(([0], np.cumsum(self._columns["count"], dtype=np.int64)))

    @cached_property
    def _named(self) -> Numbers:
        return self._columns["named"]

    @cached_property
    def _aliases(self) -> NDArray[np.uint8]:
        return self._columns["alias"].astype(np.uint8)


def _scaled(column: Numbers, unit: float) -> NDArray[np.float64]:
    return np.asarray(column, np.float64) * unit


class _Columns:
    """The columns of a file, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = np.load(path, allow_pickle=False)
            form = int(self._file["form"][0])
        except FileNotFoundError as error:
            raise PlacesError(str(path), "no such file", _AGAIN) from error
        except (OSError, ValueError, KeyError, IndexError, TypeError, zipfile.BadZipFile) as error:
            raise PlacesError(str(path), "is no gazetteer file", _AGAIN) from error
        if form != FORM:
            raise PlacesError(str(path), f"has form {form}, and this version reads {FORM}", _AGAIN)

    def __getitem__(self, name: str) -> Numbers:
        try:
            column: Numbers = self._file[name]
        except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
            raise PlacesError(str(self._path), f"lacks column {name!r}, or it is damaged", _AGAIN) from error
        return column
