"""A gazetteer of two countries that do not exist.

Karvenia: Tamsel Province with Ilden District; Paran, a large city, and Marl near it.
Sorra: Oster Province, with another Paran, small, and another Marl near that.
"""

from dataclasses import replace

from reportedly.packs import PlacePack
from reportedly.records import Precision
from reportedly.resolve import Gazetteer, Places
from reportedly.resolve.gazetteer_file import Building, Row
from tests.compose.invented import bare
from tests.resolve.invented import written

WEST, KARVENIA, SORRA = 10, 1, 2
TAMSEL, ILDEN, OSTER = 11, 12, 13
PARAN, SMALL_PARAN, MARL, OTHER_MARL, ILDEN_TOWN = 21, 22, 23, 24, 25

_CITY = Precision.SETTLEMENT
ROWS = (
    Row(WEST, "Western Lands", Precision.REGION, 30.0, 10.0),
    Row(KARVENIA, "Karvenia", Precision.COUNTRY, 40.0, 40.0, 9_000_000, "KV", "", ("Republic of Karvenia",)),
    Row(SORRA, "Sorra", Precision.COUNTRY, -10.0, -60.0, 5_000_000, "SR"),
    Row(TAMSEL, "Tamsel Province", Precision.FIRST_LEVEL, 41.0, 41.0, 0, "KV.01", "KV", ("Tamsel",)),
    Row(ILDEN, "Ilden District", Precision.SECOND_LEVEL, 41.2, 41.1, 0, "KV.01.7", "KV.01", ("Ilden",)),
    Row(OSTER, "Oster Province", Precision.FIRST_LEVEL, -11.0, -61.0, 0, "SR.05", "SR", ("Oster",)),
    Row(PARAN, "Paran", _CITY, 41.1, 41.0, 1_000_000, within="KV.01", aliases=("Parán", "Old Paran", "PRN")),
    Row(SMALL_PARAN, "Paran", _CITY, -11.1, -61.0, 4_000, within="SR.05.3"),
    Row(MARL, "Marl", _CITY, 41.0, 41.2, 6_000, within="KV.01.7"),
    Row(OTHER_MARL, "Marl", _CITY, -11.0, -61.2, 9_000, within="SR.05"),
    Row(ILDEN_TOWN, "Ilden", _CITY, 41.2, 41.1, 3_000, within="KV.01.7"),
)  # fmt: skip
PACK = PlacePack({"Tams.": (TAMSEL,)}, {"Karvenian": (KARVENIA,), "Sorran": (SORRA,)}, ())


def build(path, rows=ROWS):
    building = Building()
    for row in rows:
        building.add(row)
    building.save(path)
    return path


def an_atlas(folder):
    return Places(Gazetteer(build(folder / "atlas.npz")), PACK)


def report_of(text, *, people=(), seen=()):
    """A report whose words with a capital are proper nouns; the model took the names in `seen` for places."""
    report = written(text, people=people, read=_proper)
    for name in seen:
        report.named(name, "Location")
    return report


def _proper(text, begin=0):
    sentence = bare(text, begin)
    words = tuple(replace(w, xpos="NNP") if w.text[0].isupper() else w for w in sentence.words)
    return replace(sentence, words=words)


def number(resolution):
    """The GeoNames number of what a name was taken for; None where nothing was."""
    return int(resolution.entry.id.removeprefix("geonames:")) if resolution else None
