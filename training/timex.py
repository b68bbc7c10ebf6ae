"""Readers of corpora with time expressions, and what our own expressions are called there.

Takes TimeML files (.tml) and GUM's XML; gives texts with the expressions marked in them.
A corpus marks only some sorts of expressions: GUM dates and times of day, no lengths and no "now".
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportedly.dates import OPEN
from reportedly.errors import BrokenInput
from reportedly.records import Span
from training.corpora import CorpusMissing, need, read_text


class Scheme(StrEnum):
    """How a corpus writes values, and what it marks at all."""

    TIMEML = "timeml"
    TEI = "tei"


@dataclass(frozen=True, slots=True)
class Marked:
    """One time expression of a corpus: where it stands, its type and its normalised value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A text with its time expressions; `created` is its date of creation as the corpus gives it."""

    name: str
    text: str
    created: str | None
    marked: tuple[Marked, ...]
    scheme: Scheme


def read_timed(path: Path) -> Iterator[Timed]:
    """Yield the texts of TimeML (.tml) and GUM (.xml) files.

    Args:
        path: a file, or a folder with such files below it.

    Raises:
        CorpusMissing: neither kind of file.
        BrokenInput: a file without a text, or with a mark that is not closed.
    """
    need(path)
    files = [path] if path.is_file() else sorted([*path.rglob("*.tml"), *path.rglob("*.xml")])
    if not files:
        raise CorpusMissing(f"{path}: holds no .tml or .xml; give a folder of TimeML or of GUM's XML")
    for file in files:
        whole = read_text(file)
        yield _timeml(file, whole) if "<TimeML" in whole else _gum(file, whole)


# ---------------------------------------------------------------- TimeML

_TAG = re.compile(r"<(?P<close>/?)(?P<name>\w+)(?P<attributes>[^>]*?)/?>|(?P<text>[^<]+)")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*\"([^\"]*)\"")
_CREATED = re.compile(r"<TIMEX3(?=[^>]*functionInDocument=\"CREATION_TIME\")[^>]*?\svalue=\"([^\"]*)\"")


def _timeml(file: Path, whole: str) -> Timed:
    """What stands in <TEXT>; the creation time is wherever it is marked.

    Source: TimeML 1.2.1, TIMEX3; UzZaman et al. 2013, SemEval-2013 Task 1 (TempEval-3).
    """
    body = re.search(r"<TEXT>(.*?)</TEXT>", whole, re.DOTALL)
    if body is None:
        raise BrokenInput(str(file), "has no <TEXT>", "give TimeML")
    created = _CREATED.search(whole)
    text, marked = "", []
    begun: tuple[int, dict[str, str]] | None = None
    for tag in _TAG.finditer(body[1]):
        if tag["text"]:
            text += html.unescape(tag["text"])
        elif tag["name"] == "TIMEX3" and not tag["close"]:
            begun = len(text), dict(_ATTRIBUTE.findall(tag["attributes"]))
        elif tag["name"] == "TIMEX3" and begun:
            span, said = Span(begun[0], len(text)), begun[1]
            marked.append(Marked(span, said.get("type", "DATE"), said.get("value", "")))
            begun = None
    return Timed(file.stem, text, created[1] if created else None, tuple(marked), Scheme.TIMEML)


# ---------------------------------------------------------------- GUM

_OPEN = re.compile(r"<(\w+)([^>]*?)>")
_GLUED_LEFT = re.compile(r"[.,;:!?)\]}%»”]|['’](?:s|re|ve|ll|d|m|t)?|n['’]t|…", re.IGNORECASE)
_GLUED_RIGHT = re.compile(r"[(\[{$€£«“]")


class _Page:
    """The text of a GUM document as it grows, and the marks in it."""

    def __init__(self) -> None:
        self.text = ""
        self.marked: list[Marked] = []
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._glue = True
        self._in_word = False

    def line(self, line: str) -> None:
        """Take in one line: a word with its labels, or a tag."""
        if "\t" in line:
            self._word(html.unescape(line.split("\t", maxsplit=1)[0]))
        elif line.startswith("</"):
            self._close(line[2:].rstrip(">"))
        elif tag := _OPEN.match(line):
            self._in_word |= tag[1] == "w"
            if tag[1] in ("date", "time"):
                self._open.append((tag[1], -1, dict(_ATTRIBUTE.findall(tag[2]))))

    def _word(self, word: str) -> None:
        if not self._glue and not _GLUED_LEFT.fullmatch(word):
            self.text += " "
        self._open = [(name, len(self.text) if at < 0 else at, said) for name, at, said in self._open]
        self.text += word
        self._glue = self._in_word or bool(_GLUED_RIGHT.fullmatch(word))

    def _close(self, name: str) -> None:
        if name == "w":
            self._in_word = self._glue = False
        elif name in ("p", "head"):
            self.text, self._glue = self.text + "\n\n", True
        elif name in ("date", "time") and self._open:
            kind, begin, said = self._open.pop()
            if begin >= 0:
                self.marked.append(Marked(Span(begin, len(self.text)), kind.upper(), _tei_value(said)))


def _gum(file: Path, whole: str) -> Timed:
    """Words one a line, in TEI tags; a text is created on `dateCreated`.

    Source: TEI P5, att.datable (when, from, to, notBefore, notAfter).
    """
    head = re.search(r"<text\b([^>]*)>", whole)
    if head is None:
        raise BrokenInput(str(file), "has no <text>", "give GUM's XML")
    page = _Page()
    for line in whole.splitlines():
        page.line(line)
    marked = tuple(sorted(page.marked, key=lambda one: one.span))
    created = dict(_ATTRIBUTE.findall(head[1])).get("dateCreated")
    return Timed(file.stem, page.text, created, marked, Scheme.TEI)


def _tei_value(said: Mapping[str, str]) -> str:
    """One date, or two with a slash between them; ".." for an open end."""
    if "when" in said:
        return said["when"]
    first = said.get("from") or said.get("notBefore") or OPEN
    last = said.get("to") or said.get("notAfter") or OPEN
    return f"{first}/{last}"
