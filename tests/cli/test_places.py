import pytest

from reportedly.cli import main
from reportedly.resolve import Gazetteer
from tests.resolve.test_geonames import LINES, dump


def test_places_load_writes_a_gazetteer_and_says_how_many_places_it_holds(tmp_path, capsys):
    path = tmp_path / "own.npz"
    assert main(["places", "load", str(dump(tmp_path, *LINES)), "--to", str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"wrote {path}: ")
    assert len(Gazetteer(path).find("paran")[0]) == 1


def test_a_file_that_is_no_dump_gives_two_and_says_what_to_do(tmp_path, capsys):
    bad = dump(tmp_path, "no dump")
    assert main(["places", "load", str(bad), "--to", str(tmp_path / "own.npz")]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"reportedly: {bad}, line 1: has 1 columns parted by tabs, not 19; give")


def test_a_gazetteer_of_the_settings_that_is_missing_gives_two(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_PLACES", str(tmp_path / "none.npz"))
    report = tmp_path / "a.txt"
    report.write_text(
        "The ministry said on Monday that gunmen had attacked a checkpoint in Mosul, Iraq.", "utf-8"
    )
    assert main(["read", str(report)]) == 2
    assert "no such file; build it again" in capsys.readouterr().err


def test_places_needs_a_command_of_its_own():
    with pytest.raises(SystemExit) as caught:
        main(["places"])
    assert caught.value.code == 2
