"""Reads files of the GeoNames dump into a gazetteer file, line by line.

Source: https://download.geonames.org/export/dump/readme.txt (columns, feature codes); CC BY 4.0.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.errors import PlacesError
from reportedly.packs import PlacePack
from reportedly.records import Precision
from reportedly.resolve.gazetteer_file import Building, Row, is_alias
from reportedly.resolve.spelling import take_apart

# Columns of the main files.
NUMBER, NAME, ASCII_NAME, OTHER_NAMES, LATITUDE, LONGITUDE, CLASS, CODE, COUNTRY = range(9)
FIRST_CODE, SECOND_CODE, POPULATION = 10, 11, 14
COLUMNS = 19
NO_CODE = "00"  # in GeoNames: lies in no unit of the first level

PRECISION: Mapping[str, Precision] = {
    "CONT": Precision.REGION,
    "RGN": Precision.REGION,
    **dict.fromkeys("PCL PCLD PCLF PCLI PCLIX PCLS".split(), Precision.COUNTRY),
    "ADM1": Precision.FIRST_LEVEL,
    "ADM2": Precision.SECOND_LEVEL,
}
GONE = frozenset("PPLCH PPLH PPLQ PPLW".split())  # settlements that are no more
LANGUAGES = frozenset(("en", "", "abbr"))

Line = Sequence[str]
_GIVE = "give a file of the GeoNames dump, such as allCountries.txt or IQ.txt, unpacked"


def load_dump(files: Sequence[Path], pack: PlacePack, to: Path) -> int:
    """Make a gazetteer file of files of the GeoNames dump.

    Args:
        files: allCountries.txt or those of some countries; and, told by their names, admin1CodesASCII.txt,
            admin2Codes.txt, countryInfo.txt, alternateNamesV2.txt. In any order.
        pack: its regions go in as well.
        to: the file to write; one that is there is replaced when all went well.

    Returns:
        How many places it holds.

    Raises:
        PlacesError: a file is missing or damaged, none has a place, or `to` cannot be written.
    """
    building = Building()
    for file in files:
        _read(file, building)
    if not len(building):
        raise PlacesError(", ".join(map(str, files)), "no place in it", _GIVE)
    for region in pack.regions:
        at = region.latitude, region.longitude
        building.add(Row(region.number, region.name, Precision.REGION, *at, names=region.names))
    part = to.with_name(f"{to.name}.part")
    try:
        building.save(part)
        part.replace(to)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise PlacesError(str(to), wrong, "name a file in a folder that exists") from error
    return len(building)


def _read(file: Path, building: Building) -> None:
    columns, take = _BY_NAME.get(file.name, (COLUMNS, _take_place))
    for number, line in _lines(file):
        parts = line.split("\t")
        if len(parts) < columns:
            wrong = f"has {len(parts)} columns parted by tabs, not {columns}"
            raise PlacesError(f"{file}, line {number}", wrong, _GIVE)
        try:
            take(parts, building)
        except ValueError as error:
            raise PlacesError(f"{file}, line {number}", f"has a bad number ({error})", _GIVE) from error


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are no comments, with their numbers from 1."""
    try:
        with file.open(encoding="utf-8", newline="\n") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip() and not line.startswith("#"):
                    yield number, line.rstrip("\r\n")
    except OSError as error:
        raise PlacesError(str(file), f"cannot be read ({error.strerror})", _GIVE) from error
    except UnicodeDecodeError as error:
        raise PlacesError(str(file), "is not UTF-8", _GIVE) from error


def _take_place(line: Line, building: Building) -> None:
    precision = Precision.SETTLEMENT if line[CLASS] == "P" else PRECISION.get(line[CODE])
    if precision is None or line[CODE] in GONE:
        return
    code, within = _codes(line, precision)
    names = (line[ASCII_NAME], *((take_apart(line[NAME]).core,) if code else ()))
    building.add(
        Row(
            number=int(line[NUMBER]),
            name=line[NAME],
            precision=precision,
            latitude=float(line[LATITUDE]),
            longitude=float(line[LONGITUDE]),
            population=int(line[POPULATION] or 0),
            code=code,
            within=within,
            names=names,
            aliases=tuple(line[OTHER_NAMES].split(",")),
        )
    )


def _codes(line: Line, precision: Precision) -> tuple[str, str]:
    """Return a place's own code when it is a unit, and that of the smallest unit around it."""
    if precision is Precision.REGION:
        return "", ""
    first = line[FIRST_CODE] if line[FIRST_CODE] != NO_CODE else ""
    codes = [line[COUNTRY], first, line[SECOND_CODE] if first else ""]
    depth = {Precision.COUNTRY: 1, Precision.FIRST_LEVEL: 2, Precision.SECOND_LEVEL: 3}.get(precision)
    if depth is None:
        return "", ".".join(filter(None, codes))
    return ".".join(filter(None, codes[:depth])), ".".join(filter(None, codes[: depth - 1]))


def _take_unit(line: Line, building: Building) -> None:
    """Take the names of a line of admin1CodesASCII.txt or admin2Codes.txt: code, name, in ASCII, number."""
    names = (line[1], line[2], take_apart(line[1]).core)
    building.call(int(line[3]), names, alias=False)


def _take_country(line: Line, building: Building) -> None:
    """Take the name of a line of countryInfo.txt; column 17 is the number."""
    building.call(int(line[16] or 0), (line[4],), alias=False)


def _take_alternate(line: Line, building: Building) -> None:
    """Take a line of alternateNamesV2.txt: its number, the place's, the language, the name."""
    if line[2] in LANGUAGES and is_alias(line[3]):
        building.call(int(line[1]), (line[3],), alias=True)


_BY_NAME: Mapping[str, tuple[int, Callable[[Line, Building], None]]] = {
    "admin1CodesASCII.txt": (4, _take_unit),
    "admin2Codes.txt": (4, _take_unit),
    "countryInfo.txt": (17, _take_country),
    "alternateNamesV2.txt": (4, _take_alternate),
    "alternateNames.txt": (4, _take_alternate),
}
