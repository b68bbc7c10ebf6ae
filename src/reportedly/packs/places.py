"""The pack of places: what they are called that a gazetteer does not say, and regions that it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.packs.reading import Entry, read_pack


@dataclass(frozen=True, slots=True)
class Region:
    """Ground that is no unit of one country, in degrees; `number` is its GeoNames number."""

    number: int
    name: str
    latitude: float
    longitude: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacePack:
    """GeoNames numbers by form as written: abbreviations ("Ala."), adjectives and inhabitants ("Iraqi").

    `lands` has the name of the country by its adjective, the first form; `middles` are latitude and longitude
    of some countries by their number.
    """

    short_names: Mapping[str, tuple[int, ...]]
    demonyms: Mapping[str, tuple[int, ...]]
    regions: tuple[Region, ...] = ()
    middles: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    lands: Mapping[str, str] = field(default_factory=dict)


def load_places(path: Path | None = None) -> PlacePack:
    """Load and check the pack of places.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the entry and the key.
    """
    top = read_pack(path or Path(__file__).with_name("places.yml"))
    top.only(("short_names", "demonyms", "regions", "middles"))
    return PlacePack(
        _by_form(top, "short_names"),
        _by_form(top, "demonyms"),
        tuple(_region(entry) for entry in top.entries("regions", named_by="name")),
        {entry.whole_number("id"): _at(entry) for entry in top.entries("middles", named_by="name")},
        {
            form: entry.text("name")
            for entry in top.entries("demonyms", named_by="name")
            for form in entry.texts("forms")[:1]
        },
    )


def _by_form(top: Entry, section: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for entry in top.entries(section, named_by="name"):
        entry.only(("id", "name", "forms"))
        number = entry.whole_number("id")
        for form in entry.texts("forms"):
            if number in found.get(form, ()):
                raise entry.wrong("forms", f"{form!r} is there twice", "leave it in one place")
            found[form] = (*found.get(form, ()), number)
    return found


def _region(entry: Entry) -> Region:
    entry.only(("id", "name", "at", "names"))
    return Region(entry.whole_number("id"), entry.text("name"), *_at(entry), entry.texts("names"))


def _at(entry: Entry) -> tuple[float, float]:
    at = entry.numbers("at") or ()
    if len(at) != 2 or abs(at[0]) > 90 or abs(at[1]) > 180 or not any(at):
        raise entry.wrong("at", f"is {list(at)}", "write [latitude, longitude] in degrees")
    return at[0], at[1]
