import pytest

from reportedly.errors import PlacesError
from reportedly.packs import PlacePack, Region
from reportedly.records import Precision
from reportedly.resolve import Gazetteer, load_dump

NO_PACK = PlacePack({}, {}, ())


def line(number, name, code, at=("40.0", "40.0"), *, first="01", second="", people="0", others=""):
    """A line of the dump, with what matters; Karvenia's code is KV."""
    kind = code[0] if code.startswith("P") and not code.startswith("PCL") else "A"
    columns = [str(number), name, name, others, *at, kind, code, "KV", "", first, second, "", "", people]
    return "\t".join([*columns, "", "0", "Asia/Kabul", "2031-04-09"])


LINES = (
    line(1, "Republic of Karvenia", "PCLI", first="00", people="9000000"),
    line(11, "Tamsel Province", "ADM1"),
    line(12, "Ilden District", "ADM2", second="7"),
    line(21, "Paran", "PPLA", ("41.1", "41.0"), second="7", people="1000000", others="Parán,Old Paran,Паран"),
    line(22, "Old Mill", "PPLH"),
    line(23, "Marl Bridge", "ADM4"),
)


def dump(folder, *lines, name="KV.txt"):
    path = folder / name
    path.write_text("".join(f"{one}\n" for one in lines), "utf-8")
    return path


def loaded(folder, *files, pack=NO_PACK):
    load_dump(files, pack, folder / "own.npz")
    return Gazetteer(folder / "own.npz")


def found(gazetteer, key):
    return [int(gazetteer.numbers[row]) for row in gazetteer.find(key)[0]]


def test_countries_units_and_settlements_that_still_are_come_in(tmp_path):
    assert load_dump([dump(tmp_path, *LINES)], NO_PACK, tmp_path / "own.npz") == 4
    gazetteer = Gazetteer(tmp_path / "own.npz")
    place = gazetteer.place(gazetteer.row_of(21))
    assert (place.name, place.precision, place.country) == ("Paran", Precision.SETTLEMENT, "KV")
    assert [int(n) for n in gazetteer.numbers] == [1, 11, 12, 21]


def test_a_place_lies_in_the_units_of_its_codes(tmp_path):
    gazetteer = loaded(tmp_path, dump(tmp_path, *LINES))
    row, path = gazetteer.row_of(21), []
    while row >= 0:
        path.append(int(gazetteer.numbers[row]))
        row = int(gazetteer.parents[row])
    assert path == [21, 12, 11, 1]


def test_other_names_and_a_unit_without_its_noun_lead_to_the_place(tmp_path):
    gazetteer = loaded(tmp_path, dump(tmp_path, *LINES))
    assert (found(gazetteer, "old paran"), found(gazetteer, "tamsel")) == ([21], [11])


def test_the_other_files_give_more_names(tmp_path):
    more = (
        dump(tmp_path, "KV.01\tTamselia\tTamselia\t11", name="admin1CodesASCII.txt"),
        dump(tmp_path, "# a comment", _country("Karvenia", "1"), name="countryInfo.txt"),
        dump(
            tmp_path,
            "7\t21\ten\tPort Paran\t\t\t\t",
            "8\t21\tfr\tParanne\t\t\t\t",
            "9\t99\ten\tElsewhere\t\t\t\t",
            name="alternateNamesV2.txt",
        ),
    )
    gazetteer = loaded(tmp_path, *more, dump(tmp_path, *LINES))
    assert found(gazetteer, "tamselia") == [11]
    assert found(gazetteer, "karvenia") == [1]
    assert found(gazetteer, "port paran") == [21]
    assert found(gazetteer, "paranne") == found(gazetteer, "elsewhere") == []


def _country(name, number):
    columns = [""] * 19
    columns[0], columns[4], columns[16] = "KV", name, number
    return "\t".join(columns)


def test_the_regions_of_the_pack_come_in(tmp_path):
    pack = PlacePack({}, {}, (Region(10, "Western Lands", 30.0, 10.0, ("the West",)),))
    gazetteer = loaded(tmp_path, dump(tmp_path, *LINES), pack=pack)
    assert found(gazetteer, "west") == [10]


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("21\tParan", "line 2: has 2 columns parted by tabs, not 19; give a file of the GeoNames dump"),
        (line("x", "Paran", "PPL"), "line 2: has a bad number"),
        (line(21, "Paran", "PPL", ("north", "1")), "line 2: has a bad number"),
    ],
)
def test_a_damaged_line_is_named_with_what_is_wrong_and_what_to_do(tmp_path, bad, wrong):
    with pytest.raises(PlacesError, match=wrong):
        loaded(tmp_path, dump(tmp_path, LINES[0], bad))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(PlacesError, match=r"none.txt: cannot be read \(No such file"):
        loaded(tmp_path, tmp_path / "none.txt")


def test_a_packed_file_is_refused(tmp_path):
    (tmp_path / "KV.zip").write_bytes(b"PK\x03\x04\xff\xfe\n")
    with pytest.raises(PlacesError, match=r"is not UTF-8; give .* unpacked"):
        loaded(tmp_path, tmp_path / "KV.zip")


def test_files_without_a_place_make_no_gazetteer(tmp_path):
    with pytest.raises(PlacesError, match="no place in it"):
        loaded(tmp_path, dump(tmp_path, LINES[4]))
    assert not (tmp_path / "own.npz").exists()


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(PlacesError, match=r"cannot be written \(No such file"):
        load_dump([dump(tmp_path, *LINES)], NO_PACK, tmp_path / "none" / "own.npz")
