import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BrokenInput
from training.corpora import CorpusMissing
from training.digests import digest
from training.floors import Floors, Lowered, Part, read_floors, write_floors

FLOORS = Floors(
    1.0,
    (
        Part("syntax", "trees.conllu", "ab12", {"uas": 90.5}),
        Part("entities", "reports", None, {}),
    ),
    (Lowered("2031-04-09", "syntax trees.conllu", "uas from 91 to 90.5", "fewer: half the time"),),
)


def test_what_is_written_is_read_the_same(tmp_path):
    path = tmp_path / "floors.yml"
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS
    before = path.read_bytes()
    write_floors(path, read_floors(path))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["floors.yml"]


@given(st.text(min_size=1), st.floats(0, 100))
def test_any_reason_and_any_floor_survive_the_file(tmp_path_factory, why, floor):
    path = tmp_path_factory.mktemp("any") / "floors.yml"
    floors = Floors(1.0, (Part("a", "b", "0", {"c.d": floor}),), (Lowered("2031-04-09", "a b", "c", why),))
    write_floors(path, floors)
    assert read_floors(path) == floors


def test_a_date_without_quotes_and_a_part_without_floors_are_read(tmp_path):
    path = tmp_path / "floors.yml"
    path.write_text(
        "margin: 2\nparts:\n- {task: syntax, path: a}\nlowered:\n"
        "- {date: 2031-04-09, part: syntax a, what: uas, why: so}\n",
        "utf-8",
    )
    found = read_floors(path)
    assert found.parts == (Part("syntax", "a", None, {}),)
    assert found.lowered[0].date == "2031-04-09"


@pytest.mark.parametrize(
    "text", ["", "[]", "margin: 1", "margin: x\nparts: []", "parts: [1]\nmargin: 1", "{"]
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path, text):
    path = tmp_path / "floors.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(BrokenInput, match=r"floors\.yml: is no file of floors"):
        read_floors(path)


def test_a_digest_follows_names_and_bytes_and_nothing_else(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "a.txt").write_bytes(b"boats")
        (tmp_path / name / "b.txt").write_bytes(b"left")
    (tmp_path / "two" / ".hidden").write_bytes(b"?")
    assert digest(tmp_path / "one") == digest(tmp_path / "two")
    assert digest(tmp_path / "one" / "b.txt") == digest(tmp_path / "two" / "b.txt")
    before = digest(tmp_path / "one")
    (tmp_path / "one" / "b.txt").rename(tmp_path / "one" / "c.txt")
    renamed = digest(tmp_path / "one")
    (tmp_path / "one" / "c.txt").write_bytes(b"Left")
    assert len({before, renamed, digest(tmp_path / "one")}) == 3


def test_the_digest_of_nothing_is_an_error(tmp_path):
    with pytest.raises(CorpusMissing, match="no such corpus"):
        digest(tmp_path / "none")
