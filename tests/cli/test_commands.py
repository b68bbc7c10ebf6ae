import io
import json
import sys
from pathlib import Path
from typing import ClassVar

import pytest

from reportedly.cli import commands, main
from reportedly.errors import BrokenInput, ModelError, PackError, SettingsError
from reportedly.pipeline import Outcome
from tests.export.invented import a_denial, a_document, some_readings

OUTCOME = Outcome(a_document(), some_readings(), (a_denial(),))


class FakePipeline:
    """Reads any file but those whose name says what goes wrong."""

    asked: ClassVar[list[tuple[object, str, str | None]]] = []

    def __init__(self, settings):
        self.settings = settings

    def read(self, source, *, name, published=None):
        self.asked.append((source, name, published))
        if "damaged" in name:
            raise BrokenInput(name, "is damaged", "get it again")
        if "bug" in name:
            raise ZeroDivisionError("by zero")
        if published == "someday":
            raise SettingsError("--published", "'someday' is no date", "write it as 2031-04-09")
        if "interrupted" in name:
            raise KeyboardInterrupt
        return OUTCOME

    def read_all(self, sources, *, published=None):
        for source, name in sources:
            try:
                yield self.read(source() if callable(source) else source, name=name, published=published)
            except Exception as error:  # noqa: BLE001  (as the pipeline does)
                yield error


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    monkeypatch.setattr(commands, "Pipeline", FakePipeline)
    monkeypatch.setattr(FakePipeline, "asked", [])
    for variable in ("REPORTEDLY_THREADS", "REPORTEDLY_MAX_INPUT_BYTES", "REPORTEDLY_MODEL"):
        monkeypatch.delenv(variable, raising=False)
    return FakePipeline


def failing(error):
    def refuse(_settings):
        raise error

    return refuse


def test_reading_one_file_prints_its_claims_and_nothing_else(capsys):
    assert main(["read", "ferry.txt"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Port records dispute ferry levy\n")
    assert err == ""


def test_a_file_that_fails_leaves_one_line_and_the_others_are_read(capsys):
    assert main(["read", "damaged.pdf", "ferry.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert err == "reportedly: damaged.pdf: is damaged; get it again\n"
    assert [one["document"]["name"] for one in json.loads(out)] == ["ferry.txt"]


def test_a_fault_of_the_program_names_the_file_and_the_place_and_the_others_are_read(capsys):
    assert main(["read", "bug.txt", "ferry.txt", "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("reportedly: bug.txt: unexpected ZeroDivisionError at test_commands.py:")
    assert err.count("\n") == 1
    assert len(out.splitlines()) == 1


def test_the_publication_date_goes_with_every_file(pipeline):
    main(["read", "a.txt", "b.txt", "--published", "2031-04"])
    assert pipeline.asked == [(Path("a.txt"), "a.txt", "2031-04"), (Path("b.txt"), "b.txt", "2031-04")]


def test_a_publication_date_that_is_none_stops_the_run(capsys, pipeline):
    assert main(["read", "a.txt", "b.txt", "--published", "someday"]) == 2
    assert len(pipeline.asked) == 1
    assert "reportedly: --published: 'someday' is no date" in capsys.readouterr().err


def test_standard_input_is_read_as_bytes(monkeypatch, pipeline):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some report")))
    assert main(["read", "-"]) == 0
    assert pipeline.asked == [(b"some report", "-", None)]


def test_standard_input_is_read_no_further_than_the_limit_needs(monkeypatch, pipeline):
    monkeypatch.setenv("REPORTEDLY_MAX_INPUT_BYTES", "4")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some report")))
    main(["read", "-"])
    assert pipeline.asked[0][0] == b"some "


def test_standard_input_that_cannot_be_read_leaves_one_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["read", "-", "ferry.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("reportedly: -: unexpected AttributeError")
    assert [one["document"]["name"] for one in json.loads(out)] == ["ferry.txt"]


def test_standard_input_twice_is_refused(capsys):
    assert main(["read", "-", "-"]) == 2
    assert "only once" in capsys.readouterr().err


def test_a_setting_out_of_range_is_refused_before_anything_is_read(monkeypatch, capsys, pipeline):
    monkeypatch.setenv("REPORTEDLY_THREADS", "many")
    assert main(["read", "a.txt"]) == 2
    assert pipeline.asked == []
    assert "REPORTEDLY_THREADS: 'many' is not a whole number" in capsys.readouterr().err


@pytest.mark.parametrize("error", [ModelError, PackError])
@pytest.mark.parametrize("command", [["read", "a.txt"], ["demo"]])
def test_an_incomplete_installation_has_its_own_exit_code(monkeypatch, capsys, error, command):
    monkeypatch.setattr(commands, "Pipeline", failing(error("the model", "is missing", "install again")))
    assert main(command) == 3
    assert capsys.readouterr().err == "reportedly: the model: is missing; install again\n"


def test_an_error_stays_one_line_whatever_the_file_is_called(capsys):
    main(["read", "damaged\n\x1b[31m.pdf"])
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_ctrl_c_ends_without_a_trace(capsys):
    assert main(["read", "interrupted.txt"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_progress_is_shown_only_on_a_terminal_and_for_several_files(capsys, monkeypatch):
    main(["read", "a.txt", "b.txt"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["read", "a.txt"])
    assert capsys.readouterr().err == ""
    main(["read", "a.txt", "b.txt"])
    assert "2 of 2: b.txt" in capsys.readouterr().err


def test_the_demo_ends_with_where_to_go_next(capsys, pipeline):
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert "invented" in out
    assert out.rstrip().splitlines()[-1].startswith("  docs/concepts.md")
    assert pipeline.asked[0][1:] == ("tamsel-road.txt", "2031-04-09")


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_the_same_input_gives_the_same_bytes(capsys, form):
    main(["read", "a.txt", "b.txt", "--format", form])
    first = capsys.readouterr().out
    main(["read", "a.txt", "b.txt", "--format", form])
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("wanted", ["1", "c-0123456789ab"])
def test_a_claim_is_explained_by_its_number_or_its_id(capsys, wanted):
    assert main(["explain", wanted, "ferry.txt", "--published", "2031-04"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("c-0123456789ab\n")
    assert out.endswith("negation\n")


def test_a_claim_that_the_report_does_not_have_is_named_with_what_to_do(capsys):
    assert main(["explain", "7", "ferry.txt"]) == 2
    said = capsys.readouterr().err
    assert (
        "7: ferry.txt has 1 claims, and none with this number or id; take one from `reportedly read`" in said
    )


def test_nothing_is_explained_in_a_report_that_cannot_be_read(capsys):
    assert main(["explain", "1", "damaged.pdf"]) == 1
    assert "damaged.pdf: is damaged" in capsys.readouterr().err
