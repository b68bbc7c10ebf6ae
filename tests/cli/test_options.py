import re
from pathlib import Path

import pytest

import reportedly
from reportedly.cli.options import EXIT_CODES, FORMATS, build_parser
from tools.reference import PAGES

ROOT = Path(__file__).parents[2]


def parse(*arguments):
    return build_parser().parse_args(arguments)


def refused(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        parse(*arguments)
    assert caught.value.code == 2
    return capsys.readouterr().err


def test_files_are_read_as_text_unless_something_else_is_asked_for():
    options = parse("read", "a.html", "b.pdf")
    assert (options.command, options.files, options.format) == ("read", ["a.html", "b.pdf"], "text")
    assert options.published is None


def test_standard_input_is_a_dash():
    assert parse("read", "-").files == ["-"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_asked_for(form):
    assert parse("read", "a.txt", "--format", form).format == form


def test_the_version_is_the_package_s(capsys):
    with pytest.raises(SystemExit) as caught:
        parse("--version")
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"reportedly {reportedly.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("read",),
        ("write", "a.txt"),
        ("read", "a.txt", "--format", "xml"),
        ("activities", "--format", "jsonl"),
        ("demo", "a.txt"),
    ],
)
def test_a_wrong_command_line_is_refused_with_its_usage(capsys, arguments):
    assert refused(capsys, *arguments).startswith("usage: reportedly")


def test_an_option_is_not_guessed_from_its_beginning(capsys):
    assert "--form" in refused(capsys, "read", "a.txt", "--form", "json")


def test_the_help_lists_every_exit_code():
    text = build_parser().format_help()
    for code in EXIT_CODES:
        assert re.search(rf"^  {code} ", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_generated_page_says_what_the_program_does_now(page):
    assert (ROOT / page.path).read_text("utf-8") == page.write(), "run: make docs"


def test_every_option_and_exit_code_is_on_the_page_of_the_command_line():
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for words in ("`FILE`", "`--published DATE`", "`--format", "`--version`", "`reportedly demo`", "`-`"):
        assert words in page
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in page
