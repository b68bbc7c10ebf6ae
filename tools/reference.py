"""Writes the pages of docs/ that say what the program itself says: `python -m tools.reference`.

They are built from the parser's and the settings' own lists, not from a help text, whose layout
differs between versions of Python. A test compares the pages with what this writes.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.cli.options import EXIT_CODES, build_parser
from reportedly.settings import SETTINGS, Settings

_NOTE = "<!-- Written by `make docs`; change the program, not this page. -->"

_STREAMS = """\
## Where things go

Claims go to standard output, as UTF-8, and nothing else does. The same input gives the same bytes.

A file that cannot be read leaves one line on standard error, and the others are read:

    reportedly: FILE: what is wrong; what to do

On a terminal, a batch of several files also shows there which one it is at.

Text is as wide as the terminal, and 88 columns elsewhere. Colour is for terminals only, and
`NO_COLOR` turns it off.

`--format json` gives one object for one file, and an array of such objects for several: those that
could be read, in the order given. `--format jsonl` gives one object a line, `{"schema", "document",
"claim"}`, in any number of files; a report without claims has no line. Both are described by
[`claims-1.schema.json`](../src/reportedly/export/claims-1.schema.json). Offsets are Unicode code
points, half-open. For plain text and Markdown they count into the file itself, decoded, without a
byte-order mark.\
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path from the top folder, and what writes it."""

    path: str
    write: Callable[[], str]


def write_cli_page() -> str:
    """Write the page of the command line."""
    parser = build_parser()
    lines = ["# Command line", "", _NOTE, "", f"{parser.description}", ""]
    lines += ["| option | |", "| --- | --- |", *_rows(parser), ""]
    for name, command in _commands(parser).items():
        lines += [f"## `reportedly {name}`", "", f"{command.description}", ""]
        rows = list(_rows(command))
        lines += [f"    {_usage(name, command)}", ""]
        lines += ["| argument | |", "| --- | --- |", *rows, ""] if rows else []
    lines += [_STREAMS, "", "## Exit codes", "", "| code | meaning |", "| --- | --- |"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return "\n".join(lines) + "\n"


def write_settings_page() -> str:
    """Write the page of the settings."""
    lines = ["# Settings", "", _NOTE, ""]
    lines += ["Settings are environment variables. An impossible value is refused.", ""]
    lines += ["| variable | default | range | meaning |", "| --- | --- | --- | --- |"]
    for setting in SETTINGS:
        default = getattr(Settings(), setting.field)
        shown = "empty" if default is None else str(default)
        span = "a path" if setting.least is None else f"{setting.least} to {setting.most}"
        lines.append(f"| `{setting.variable}` | {shown} | {span} | {setting.meaning} |")
    return "\n".join(lines) + "\n"


PAGES = (Page("docs/cli.md", write_cli_page), Page("docs/settings.md", write_settings_page))


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the commands by name; one that only has commands of its own stands as those."""
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:  # noqa: SLF001  (argparse shows its options in no other way)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, command in action.choices.items():
                below = {f"{name} {word}": one for word, one in _commands(command).items()}
                found |= below or {name: command}
    return found


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction):  # noqa: SLF001
            yield action


def _rows(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in _arguments(parser):
        default = f" (default: {action.default})" if action.choices else ""
        meaning = action.help or ""
        meaning = meaning[:1].upper() + meaning[1:].replace("- is", "`-` is")
        yield f"| `{_shape(action)}` | {meaning}{default}. |"


def _shape(action: argparse.Action) -> str:
    value = "\\|".join(action.choices) if action.choices else action.metavar
    words = [*action.option_strings, *([str(value)] if value else [])]
    return " ".join(words)


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    words = ["reportedly", name]
    for action in _arguments(parser):
        shape = _shape(action).replace("\\|", "|")
        several = "..." if action.nargs == "+" else ""
        words.append(f"[{shape}]" if action.option_strings and not action.required else shape + several)
    return " ".join(words)


def main() -> None:
    """Write every page."""
    top = Path(__file__).parents[1]
    for page in PAGES:
        (top / page.path).write_text(page.write(), "utf-8")
        print(f"wrote {page.path}")


if __name__ == "__main__":
    main()
