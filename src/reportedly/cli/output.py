"""One document after another, onto standard output, in the format that was asked for."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO

from reportedly.export import Page, json_lines, json_pieces, write_text
from reportedly.pipeline import Outcome


class Output:
    """Writes outcomes to a stream as they come, so that a long batch stays small in memory.

    Args:
        form: text, json or jsonl.
        many: whether several files were asked for; json is then an array, however many could be read.
    """

    def __init__(self, stream: TextIO, *, form: str, many: bool, page: Page) -> None:
        self._stream = stream
        self._form = form
        self._array = many and form == "json"
        self._page = page
        self._written = 0

    def add(self, outcome: Outcome) -> None:
        """Write one document and its claims."""
        self._stream.write(self._lead())
        self._stream.writelines(self._body(outcome))
        self._stream.flush()
        self._written += 1

    def close(self) -> None:
        """Write what ends the output."""
        if self._array:
            self._stream.write("\n]\n" if self._written else "[]\n")
        self._stream.flush()

    def _lead(self) -> str:
        if self._array:
            return ",\n" if self._written else "[\n"
        return "\n\n" if self._form == "text" and self._written else ""

    def _body(self, outcome: Outcome) -> Iterator[str]:
        if self._form == "jsonl":
            yield from json_lines(outcome.document, outcome.claims)
        elif self._form == "json":
            yield from json_pieces(outcome.document, outcome.claims)
            yield "" if self._array else "\n"
        else:
            yield write_text(outcome.document, outcome.readings, outcome.claims, self._page) + "\n"


def choose_page(stream: TextIO, environment: Mapping[str, str]) -> Page:
    """Choose width and colour for a stream.

    Colour needs a terminal. Source: no-color.org (any value of NO_COLOR that is not empty turns it off).
    """
    colour = stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    columns = shutil.get_terminal_size((Page().columns, 24)).columns if stream.isatty() else Page().columns
    return Page(columns, colour=colour)


def speak_utf8(stream: TextIO) -> None:
    """Make a stream write UTF-8 with bare newlines, whatever the system's habit, where it can."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def silence_stdout() -> None:
    """Let nothing more be written, so that the interpreter does not complain of a closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
