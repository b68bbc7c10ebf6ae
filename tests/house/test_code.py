"""Rules of the house that no linter knows; ARCHITECTURE.md and CONTRIBUTING.md explain them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES = 500
FUNCTION_LINES = 50
PARAMETERS = 6
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "data", "info", "common", "misc"}

PACKAGE = sorted((ROOT / "src" / "reportedly").rglob("*.py"))
CODE = PACKAGE + [
    path for folder in ("training", "tools", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
STAGES = "ingest read compose resolve ledger assess report export web cli packs".split()


def relative(path):
    return path.relative_to(ROOT).as_posix()


def tree(path):
    return ast.parse(path.read_text("utf-8"))


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def parameters(function):
    everything = function.args
    named = [*everything.posonlyargs, *everything.args, *everything.kwonlyargs]
    return [one.arg for one in named if one.arg not in {"self", "cls"}]


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=relative)
def test_a_file_is_short_enough_to_be_read_in_one_go(path):
    assert len(path.read_text("utf-8").splitlines()) <= FILE_LINES


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_functions_are_short_and_take_few_parameters(path):
    for function in functions(path):
        assert function.end_lineno - function.lineno < FUNCTION_LINES, function.name
        assert len(parameters(function)) <= PARAMETERS, function.name


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=relative)
def test_a_file_is_named_for_what_is_in_it(path):
    assert not {path.stem, path.parent.name} & EMPTY_NAMES


@pytest.mark.parametrize("stage", STAGES)
def test_a_package_says_what_it_takes_gives_and_never_does(stage):
    text = ast.get_docstring(tree(ROOT / "src" / "reportedly" / stage / "__init__.py"))
    assert text is not None
    for word in ("Takes:", "Gives:", "Never:"):
        assert word in text


@pytest.mark.parametrize("path", [p for p in PACKAGE if "cli" not in p.parts], ids=relative)
def test_only_the_command_line_prints(path):
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert "print" not in [call.id for call in calls if isinstance(call, ast.Name)]


@pytest.mark.parametrize("path", TESTS, ids=relative)
def test_the_name_of_a_test_is_a_sentence(path):
    names = [function.name for function in functions(path) if function.name.startswith("test_")]
    for name in names:
        assert len(name.split("_")) >= 4, name
