"""The program as a process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportedly

START_SECONDS = 0.5
"""What `--help` may take of a processor; other programs of a busy machine do not count."""


def environment(**more):
    """This process's own, with the package under test found first, whether or not it is installed."""
    return {**os.environ, "PYTHONPATH": str(Path(reportedly.__file__).parents[1]), **more}


def run(*arguments, **more):
    command = [sys.executable, "-m", "reportedly", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120, env=environment(**more))


def seconds_to_start(*arguments):
    begin = os.times()
    assert run(*arguments).returncode == 0
    end = os.times()
    return (end.children_user - begin.children_user) + (end.children_system - begin.children_system)


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("--version",)])
def test_help_and_version_answer_at_once(arguments):
    assert min(seconds_to_start(*arguments) for _ in range(3)) < START_SECONDS


def test_the_version_is_printed_to_standard_output():
    assert run("--version").stdout.decode().strip() == f"reportedly {reportedly.__version__}"


def test_help_brings_in_neither_the_model_nor_a_reader_of_formats():
    script = "import sys; from reportedly.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    script += "print([m for m in ('numpy', 'onnxruntime', 'trafilatura', 'yaml') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, timeout=60, env=environment()
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_without_its_model_the_program_says_so_and_ends_with_three(tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("The ministry said that the road was closed.", "utf-8")
    done = run("read", str(report), REPORTEDLY_MODEL=str(tmp_path / "nowhere"))
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.decode().startswith("reportedly: ")
    assert done.stderr.decode().count("\n") == 1


def test_a_wrong_command_line_ends_with_two():
    assert run("read").returncode == 2


def test_a_reader_that_goes_away_ends_the_program_quietly():
    script = (
        "import sys\n"
        "from reportedly.cli import commands, main\n"
        "def pour(*_, **__):\n"
        "    while True: sys.stdout.write('x' * 10_000)\n"
        "commands.read_files = pour\n"
        "sys.exit(main(['read', 'a.txt']))"
    )
    command = [sys.executable, "-c", script]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), **pipes) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(timeout=60) == 141
        assert process.stderr.read() == b""
