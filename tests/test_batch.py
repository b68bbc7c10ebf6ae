"""A batch with everything bad in it, through all stages but the network, which sees nothing here."""

import json

import pytest

from reportedly import pipeline as stages
from reportedly.cli import main
from reportedly.read.reader import Begun, Tokens
from reportedly.records import Reading

SENTENCE = "The mayor said on Monday that the bridge at Lomar was closed to all traffic from the north.\n"


class Blind:
    """A reader that sees no words."""

    def __init__(self, model=None, *, threads=0):
        self.asked = (model, threads)

    def begin(self, document):
        return Begun(Tokens((), (), tuple((0, 0) for _ in document.passages)), (), ())

    def finish(self, begun):
        return tuple(Reading(number, (), (), ()) for number, _ in enumerate(begun.tokens.passages))


@pytest.fixture(scope="module")
def packs():
    return {name: getattr(stages, name)() for name in ("load_activities", "load_cues", "load_estimative")}


@pytest.fixture(autouse=True)
def blind(monkeypatch, packs):
    monkeypatch.setattr(stages, "Reader", Blind)
    for name, pack in packs.items():
        monkeypatch.setattr(stages, name, lambda pack=pack: pack)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(SENTENCE * 3, "utf-8")
    (tmp_path / "also-good.md").write_text(SENTENCE * 3, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing follows")
    (tmp_path / "russian.txt").write_text("Мэр сказал, что мост закрыт для всех машин. " * 5, "utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


BAD = ["empty.txt", "blank.txt", "picture.pdf", "broken.pdf", "russian.txt", "folder", "missing.txt"]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_leaves_one_line_with_its_name_and_exit_code_one(folder, capsys, name):
    path = str(folder / name)
    assert main(["read", path]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"reportedly: {path}: ")
    assert err.count("\n") == 1
    assert "; " in err
    assert "unexpected" not in err


def test_the_good_files_of_a_bad_batch_are_read_in_order(folder, capsys):
    files = [str(folder / name) for name in ["good.txt", *BAD, "also-good.md"]]
    assert main(["read", *files, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert [one["document"]["name"] for one in json.loads(out)] == [files[0], files[-1]]
    assert len(err.splitlines()) == len(BAD)


def test_a_file_over_the_limit_is_refused(folder, capsys, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_MAX_INPUT_BYTES", "100")
    assert main(["read", str(folder / "good.txt")]) == 1
    assert "100" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["2031-04-09", "2031-04", "2031", "2031-04-09T06:30:00+02:00"])
def test_a_publication_date_comes_out_as_it_went_in(folder, capsys, written):
    assert main(["read", str(folder / "good.txt"), "--format", "json", "--published", written]) == 0
    document = json.loads(capsys.readouterr().out)["document"]
    assert (document["published"], document["published_reason"]) == (written, None)


def test_without_a_publication_date_the_reason_is_given(folder, capsys):
    assert main(["read", str(folder / "good.txt"), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)["document"]
    assert document["published"] is None
    assert document["published_reason"]


@pytest.mark.parametrize("written", ["yesterday", "2031-02-30", "09/04/2031", ""])
def test_an_impossible_publication_date_ends_with_two(folder, capsys, written):
    assert main(["read", str(folder / "good.txt"), "--published", written]) == 2
    assert capsys.readouterr().out == ""
