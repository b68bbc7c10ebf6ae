import io
import json

import pytest

from reportedly.cli.output import Output, choose_page, speak_utf8
from reportedly.export import Page
from reportedly.pipeline import Outcome
from tests.export.invented import a_denial, a_document, a_plain_claim, some_readings

OUTCOME = Outcome(a_document(), some_readings(), (a_denial(), a_plain_claim()))


class Terminal(io.StringIO):
    def isatty(self):
        return True


def written(form, *, outcomes, many):
    stream = io.StringIO()
    output = Output(stream, form=form, many=many, page=Page())
    for outcome in outcomes:
        output.add(outcome)
    output.close()
    return stream.getvalue()


def test_one_file_as_json_is_one_object():
    assert json.loads(written("json", outcomes=[OUTCOME], many=False))["document"]["name"] == "ferry.txt"


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_several_files_as_json_are_an_array_of_those_that_could_be_read(count):
    whole = json.loads(written("json", outcomes=[OUTCOME] * count, many=True))
    assert [len(one["claims"]) for one in whole] == [2] * count


def test_one_failed_file_as_json_is_nothing_at_all():
    assert written("json", outcomes=[], many=False) == ""


def test_json_lines_are_one_claim_a_line():
    lines = written("jsonl", outcomes=[OUTCOME, OUTCOME], many=True).splitlines()
    assert [json.loads(line)["claim"]["polarity"] for line in lines] == ["denied", "affirmed"] * 2


def test_texts_are_parted_by_two_empty_lines():
    one = written("text", outcomes=[OUTCOME], many=False)
    assert written("text", outcomes=[OUTCOME, OUTCOME], many=True) == f"{one}\n\n{one}"


@pytest.mark.parametrize("form", ["text", "json"])
def test_output_ends_in_one_newline(form):
    end = written(form, outcomes=[OUTCOME], many=False)[-2:]
    assert end[1] == "\n"
    assert end[0] != "\n"


def test_a_document_is_written_as_soon_as_it_is_read():
    stream = io.StringIO()
    Output(stream, form="json", many=True, page=Page()).add(OUTCOME)
    assert stream.getvalue().startswith("[\n{")


def test_a_pipe_gets_no_colour_and_the_usual_width():
    assert choose_page(io.StringIO(), {}) == Page(88, colour=False)


def test_a_terminal_gets_colour_and_its_own_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "61")
    assert choose_page(Terminal(), {"TERM": "xterm"}) == Page(61, colour=True)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(environment):
    assert not choose_page(Terminal(), environment).colour


def test_an_empty_no_color_does_not_count():
    assert choose_page(Terminal(), {"NO_COLOR": ""}).colour


def test_a_name_that_is_no_unicode_can_still_be_written():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    speak_utf8(stream)
    stream.write("né\udcff\n")
    stream.flush()
    assert raw.getvalue() == b"n\xc3\xa9\\udcff\n"


def test_a_stream_that_cannot_change_its_encoding_is_left_alone():
    stream = io.StringIO()
    speak_utf8(stream)
    assert stream.getvalue() == ""
