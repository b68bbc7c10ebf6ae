"""Blocks of a plain-text file, whose text stays its own.

Blank lines, and lines without any letter or digit, part blocks. Inside a block, each line is a
paragraph of its own, unless the file wraps its lines: then only a line end that leaves room for the
next line's first word ends a paragraph. A file wraps its lines when many of its lines inside blocks
begin in lower case, and no line is long.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.ingest.passages import Block, trimmed
from reportedly.records import PassageKind

MAX_WRAP_CHARACTERS = 130
"""No editor or mail program wraps wider. Source: RFC 5322 2.1.1 recommends 78; screens go to 132."""

MIN_WRAP_CHARACTERS = 30
MIN_LOWER_CASE_SHARE = 0.35
"""In English running text about three of four words begin in lower case, and so does a line."""

MIN_ROOM_CHARACTERS = 8
"""A line end that leaves this much more room than the next word needs was put there on purpose."""

_BREAK = re.compile(r"\r\n|[\r\n\f\v\u0085\u2028\u2029]")
_BULLET = re.compile(r"(?:[•‣▪●◦·*+–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE_MARK = re.compile(r"(?:>\s?)+(?=\S)")
_CLOSING_HASHES = re.compile(r"\s+#+$")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins and ends in the text, without the white space around it."""

    begin: int
    end: int
    shown: str
    indent: int

    @property
    def width(self) -> int:
        """Characters up to the end of the line, white space before it included."""
        return self.indent + len(self.shown)


def blocks_of(text: str) -> list[Block]:
    """Cuts a text into blocks.

    Args:
        text: the file's own text.

    Returns:
        Blocks in text order, not overlapping, none empty, without the marks of lists, headings and
        quotations at their beginning; none when the text has no letter or digit.
    """
    groups = list(_groups(text))
    width = wrap_width(groups)
    blocks: list[Block] = []
    for group in groups:
        for run in _runs(group, width):
            block = _block(text, run)
            if block is not None:
                blocks.append(block)
    return blocks


def wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """The column at which a file wraps its lines, or None when it does not."""
    pairs = [(before, after) for group in groups for before, after in pairwise(group)]
    wrapped = [before for before, after in pairs if after.shown[:1].islower()]
    if not pairs or len(wrapped) < MIN_LOWER_CASE_SHARE * len(pairs):
        return None
    width = max(line.width for line in wrapped)
    too_long = sum(line.width > MAX_WRAP_CHARACTERS for line in wrapped)
    return width if width >= MIN_WRAP_CHARACTERS and not too_long else None


def _groups(text: str) -> Iterator[list[Line]]:
    group: list[Line] = []
    position = 0
    for found in _BREAK.finditer(text):
        line = _line(text, position, found.start())
        position = found.end()
        if line is not None:
            group.append(line)
        elif group:
            yield group
            group = []
    last = _line(text, position, len(text))
    if last is not None:
        group.append(last)
    if group:
        yield group


def _line(text: str, begin: int, end: int) -> Line | None:
    span = trimmed(text, begin, end)
    if span is None:
        return None
    shown = text[span.begin : span.end]
    if not any(character.isalnum() for character in shown):
        return None
    return Line(span.begin, span.end, shown, span.begin - begin)


def _runs(group: Sequence[Line], width: int | None) -> Iterator[list[Line]]:
    run = [group[0]]
    for line in group[1:]:
        if width is None or _is_break(run[-1], line, width):
            yield run
            run = []
        run.append(line)
    yield run


def _is_break(before: Line, after: Line, width: int) -> bool:
    if _BULLET.match(after.shown) or _HEADING_MARK.match(after.shown) or _HEADING_MARK.match(before.shown):
        return not after.shown[:1].islower()
    quoted = _QUOTE_MARK.match(before.shown) is not None
    if quoted != (_QUOTE_MARK.match(after.shown) is not None):
        return True
    if after.indent >= before.indent + 2 and _ENDS_SENTENCE.search(before.shown):
        return True
    word = after.shown.split(maxsplit=1)[0]
    room = width - before.width - 1 - len(word)
    if after.shown[:1].islower():
        return False
    needed = MIN_ROOM_CHARACTERS if _ENDS_SENTENCE.search(before.shown) else width // 3
    return room >= needed


def _block(text: str, run: Sequence[Line]) -> Block | None:
    begin, end, kind, bullet = run[0].begin, run[-1].end, None, False
    if mark := _HEADING_MARK.match(run[0].shown):
        begin, kind = begin + mark.end(), PassageKind.HEADING
        if closing := _CLOSING_HASHES.search(run[-1].shown):
            end -= len(closing.group())
    elif mark := _QUOTE_MARK.match(run[0].shown):
        begin, kind = begin + mark.end(), PassageKind.BLOCK_QUOTATION
    elif mark := _BULLET.match(run[0].shown):
        begin, bullet = begin + mark.end(), True
    span = trimmed(text, begin, end)
    return None if span is None else Block(span, kind, bullet, len(run))
