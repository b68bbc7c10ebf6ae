import numpy as np
import pytest

from reportedly.errors import PlacesError
from reportedly.packs import load_places
from reportedly.records import Place, Precision
from reportedly.resolve import Gazetteer
from reportedly.resolve.gazetteer import SHIPPED
from reportedly.resolve.gazetteer_file import Building, Row, is_alias, is_on_earth, without_article
from tests.resolve.atlas import ILDEN, KARVENIA, MARL, PARAN, ROWS, SMALL_PARAN, TAMSEL, WEST, build


@pytest.fixture
def gazetteer(atlas):
    return atlas.gazetteer


@pytest.fixture(scope="module")
def shipped():
    return Gazetteer()


def numbers(gazetteer, key):
    rows, alias = gazetteer.find(key)
    return {int(gazetteer.numbers[row]): bool(flag) for row, flag in zip(rows, alias, strict=True)}


def test_a_name_leads_to_all_its_places_and_another_name_of_one_is_marked(gazetteer):
    assert numbers(gazetteer, "paran") == {PARAN: False, SMALL_PARAN: False}
    assert numbers(gazetteer, "old paran") == {PARAN: True}
    assert numbers(gazetteer, "tamsel") == {TAMSEL: False}


def test_an_unknown_name_leads_nowhere(gazetteer):
    assert numbers(gazetteer, "nowhere") == {}
    assert gazetteer.known({"paran", "nowhere", "prn"}) == {"paran"}
    assert gazetteer.known(()) == set()


def test_a_place_comes_back_as_it_went_in(gazetteer):
    row = gazetteer.row_of(PARAN)
    assert gazetteer.place(row) == Place("geonames:21", "Paran", Precision.SETTLEMENT, "KV", 41.1, 41.0)
    assert 10 ** gazetteer.populations[row] == pytest.approx(1_000_000, rel=0.04)


def test_a_region_belongs_to_no_country(gazetteer):
    assert gazetteer.place(gazetteer.row_of(WEST)).country is None


def test_every_place_comes_back_with_its_own_name(gazetteer):
    names = {row.number: row.name for row in ROWS}
    assert {int(n): gazetteer.name(row) for row, n in enumerate(gazetteer.numbers)} == names


def test_each_unit_lies_in_the_next_larger_one(gazetteer):
    def around(number):
        row = int(gazetteer.parents[gazetteer.row_of(number)])
        return int(gazetteer.numbers[row]) if row >= 0 else None

    assert [around(n) for n in (MARL, ILDEN, TAMSEL, KARVENIA)] == [ILDEN, TAMSEL, KARVENIA, None]


def test_a_number_that_is_not_there_has_no_row(gazetteer):
    assert gazetteer.row_of(3) is None
    assert gazetteer.row_of(10**12) is None


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (91, 0), (0, -181), (0.00001, 0)])
def test_a_place_without_known_coordinates_is_left_out(latitude, longitude):
    building = Building()
    assert not building.add(Row(1, "Nowhere", Precision.SETTLEMENT, latitude, longitude))
    assert len(building) == 0


def test_of_two_places_with_one_number_the_first_stays(tmp_path):
    twice = [Row(5, name, Precision.SETTLEMENT, 1.0, at) for name, at in (("Marl", 1.0), ("Oster", 2.0))]
    gazetteer = Gazetteer(build(tmp_path / "a.npz", twice))
    assert [gazetteer.name(0), len(gazetteer.numbers)] == ["Marl", 1]


def test_the_same_places_give_the_same_bytes(tmp_path):
    first, second = (build(tmp_path / name).read_bytes() for name in ("a.npz", "b.npz"))
    assert first == second


def test_an_arabic_article_may_be_left_out_where_it_is_used():
    assert without_article({"al qaim", "as sad", "alep", "old al marl"}) == {"qaim"}


@pytest.mark.parametrize("name", ["Паран", "mo su er", "PRN", "x", "https://marl.example/"])
def test_what_no_english_report_calls_a_place_is_no_alias(name):
    assert not is_alias(name)


def test_a_missing_file_names_the_path_and_the_next_step(tmp_path):
    with pytest.raises(PlacesError, match="no such file; build it again"):
        Gazetteer(tmp_path / "none.npz").find("paran")


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "bad.npz"
    path.write_bytes(b"no gazetteer")
    with pytest.raises(PlacesError, match="is no gazetteer file"):
        Gazetteer(path).find("paran")


def test_a_file_of_another_layout_is_refused(tmp_path):
    np.savez(tmp_path / "new.npz", form=np.array([99]))
    with pytest.raises(PlacesError, match="has form 99, and this version reads 1"):
        Gazetteer(tmp_path / "new.npz").find("paran")


def test_a_file_that_lacks_a_column_is_refused(tmp_path):
    np.savez(tmp_path / "part.npz", form=np.array([1]))
    with pytest.raises(PlacesError, match="lacks column 'digest'"):
        Gazetteer(tmp_path / "part.npz").find("paran")


def test_nothing_is_read_before_the_first_question(tmp_path):
    Gazetteer(tmp_path / "none.npz")


def test_every_shipped_place_is_on_earth_and_none_at_zero(shipped):
    assert len(shipped.numbers) > 200_000
    assert (np.abs(shipped.latitudes) <= 90).all()
    assert (np.abs(shipped.longitudes) <= 180).all()
    assert (np.maximum(np.abs(shipped.latitudes), np.abs(shipped.longitudes)) > 1e-4).all()
    assert is_on_earth(1, 1)


def test_every_shipped_unit_lies_in_a_larger_one_of_its_country(shipped):
    inside = shipped.parents >= 0
    around = shipped.parents[inside]
    assert (shipped.levels[around] < shipped.levels[inside]).all()
    assert (shipped.countries[around] == shipped.countries[inside]).all()


def test_the_shipped_file_is_small():
    assert SHIPPED.stat().st_size <= 12_000_000


def test_every_place_that_the_pack_names_ships(shipped):
    pack = load_places()
    for forms in (pack.short_names, pack.demonyms):
        for form, listed in forms.items():
            for number in listed:
                assert shipped.row_of(number) is not None, (form, number)


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        ("iraq", Precision.COUNTRY, "IQ"),
        ("basra", Precision.SETTLEMENT, "IQ"),
        ("anbar", Precision.FIRST_LEVEL, "IQ"),
        ("africa", Precision.REGION, None),
        ("qaim", Precision.SETTLEMENT, "IQ"),
    ],
)
def test_well_known_places_ship(shipped, name, precision, country):
    found = {(p.precision, p.country) for row in shipped.find(name)[0].tolist() if (p := shipped.place(row))}
    assert (precision, country) in found
