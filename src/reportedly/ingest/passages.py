"""What each block of a text is on the page: title, heading, paragraph, caption, quotation, furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.ingest.phrases import (
    BOILERPLATE_ANYWHERE,
    BOILERPLATE_OPENINGS,
    BOILERPLATE_WHOLE,
    CAPTION_CREDITS,
    CAPTION_OPENINGS,
    CUT_OFF_WORDS,
)
from reportedly.ingest.quotations import govern
from reportedly.records import Passage, PassageKind, Span

MAX_TITLE_CHARACTERS = 200
MAX_HEADING_WORDS = 10
MAX_HEADING_CHARACTERS = 90
MAX_FURNITURE_CHARACTERS = 300
MAX_CAPTION_CHARACTERS = 500
MIN_TITLE_CASE_SHARE = 0.7

_BYLINE = re.compile(
    r"(?:written |reported |story )?by:? (?:[A-Z][\w.'’-]*,?(?: (?:and |& )?|$)){1,8}.{0,60}", re.IGNORECASE
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|date|on):? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?,? \d{4}\W{0,3}"
    r"(?:(?:at )?\d{1,2}[:.]\d{2}.{0,20})?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright(?: ©| \(c\)| by)? \d{4})", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:e-?mail|tel(?:ephone)?|phone|fax|contact|web|website|source)s?\s?:.{0,150}", re.IGNORECASE
)
_FINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*$|[-–—_]$")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_DATELINE_END = re.compile(r"[A-Z]{2}.*\([A-Z][\w ./&-]{1,30}\)\W*_*$|[-–—_]$")
_OPENING = re.compile("(?:" + "|".join(re.escape(words) for words in BOILERPLATE_OPENINGS) + r")(?!\w)")
_INNER_STOP = re.compile(r"[a-z][.?!] [A-Z]")
_FOLLOW = re.compile(
    r"\W?follow .{1,60} on (?:twitter|x|facebook|instagram|telegram|linkedin)\b.{0,60}", re.IGNORECASE
)
_MINOR_WORDS = CUT_OFF_WORDS | {
    "is",
    "are",
    "be",
    "than",
    "not",
    "over",
    "after",
    "about",
    "against",
    "up",
    "out",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text between breaks, before it is known what it is.

    `kind` is set where the mark-up says it; `bullet` marks a list item; `lines` counts its lines.
    """

    span: Span
    kind: PassageKind | None = None
    bullet: bool = False
    lines: int = 1


def passages_of(text: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Names the kind of each block.

    Args:
        text: the document's text.
        blocks: in text order, not overlapping, without white space at their ends.

    Returns:
        One passage per block, in the same order; block quotations know the passage that introduces
        them where there is one.
    """
    shown = [text[block.span.begin : block.span.end] for block in blocks]
    kinds = [block.kind or _kind(block, shown[index]) for index, block in enumerate(blocks)]
    _mark_title(kinds, blocks, shown)
    _unmark_loose_headings(kinds, blocks, shown)
    introducers = govern(shown, kinds, [block.bullet for block in blocks])
    passages = [Passage(block.span, kind) for block, kind in zip(blocks, kinds, strict=True)]
    for index, introducer in introducers.items():
        quotation = PassageKind.BLOCK_QUOTATION
        passages[index] = replace(passages[index], kind=quotation, governed_by=introducer)
    return tuple(passages)


def trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span without white space at its ends; None when nothing else is in it."""
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(begin + left, begin + right) if left < right else None


def is_prose(shown: str) -> bool:
    """Whether a passage is running text: eight words or more, with sentence punctuation at the end."""
    return len(shown.split()) >= 8 and _FINAL.search(shown) is not None


def _kind(block: Block, shown: str) -> PassageKind:
    if is_furniture(shown):
        return PassageKind.BOILERPLATE
    if _is_caption(shown):
        return PassageKind.CAPTION
    if not block.bullet and block.lines == 1 and _looks_like_heading(shown):
        return PassageKind.HEADING
    return PassageKind.PARAGRAPH


def is_furniture(shown: str) -> bool:
    """Whether a passage is boilerplate: bylines, bare dates, sharing, rights and subscription notes."""
    lowered = " ".join(shown.lower().split())
    if len(lowered) > MAX_FURNITURE_CHARACTERS:
        return False
    bare = lowered.strip(" .:-–—#*|>»()[]")
    if not bare or bare in BOILERPLATE_WHOLE or _RIGHTS.match(lowered) or _FOLLOW.fullmatch(lowered):
        return True
    if _OPENING.match(lowered) or any(words in lowered for words in BOILERPLATE_ANYWHERE):
        return True
    short = len(shown.split()) <= 12 and not _STOP.search(shown)
    return short and any(form.fullmatch(shown) is not None for form in (_BYLINE, _DATE_LINE, _CONTACT))


def _is_caption(shown: str) -> bool:
    lowered = shown.lower()
    if len(lowered) > MAX_CAPTION_CHARACTERS:
        return False
    if lowered.startswith(CAPTION_OPENINGS) or any(credit in shown for credit in CAPTION_CREDITS):
        return True
    # A line that breaks off in mid-sentence is what pages show under a picture or as a teaser.
    last = re.sub(r"(?:\.\.\.|…)$", "", lowered).split()
    return len(lowered) <= 200 and len(last) >= 5 and last[-1] in CUT_OFF_WORDS


def _looks_like_heading(shown: str) -> bool:
    words = shown.split()
    if len(words) > MAX_HEADING_WORDS or len(shown) > MAX_HEADING_CHARACTERS or _FINAL.search(shown):
        return False
    first = shown.lstrip("#* ")[:1]
    return (first.isupper() or first.isdigit()) and any(letter.isalpha() for letter in shown)


def _mark_title(kinds: list[PassageKind], blocks: Sequence[Block], shown: Sequence[str]) -> None:
    if PassageKind.TITLE in kinds or len(kinds) < 2:
        return
    if any(block.kind is not None for block in blocks[:1]) and kinds[0] is not PassageKind.HEADING:
        return
    if kinds[0] in (PassageKind.HEADING, PassageKind.PARAGRAPH) and _looks_like_title(blocks[0], shown[0]):
        kinds[0] = PassageKind.TITLE


def _looks_like_title(block: Block, shown: str) -> bool:
    if block.bullet or block.lines > 3 or len(shown) > MAX_TITLE_CHARACTERS or _DATELINE_END.search(shown):
        return False
    if not shown.endswith((".", ":", ";", ",", "-", ".”", '."')):
        return not (_STOP.search(shown) and _INNER_STOP.search(shown))
    return shown.endswith(".") and len(shown.split()) >= 4 and _is_title_case(shown)


def _is_title_case(shown: str) -> bool:
    words = [word.strip("\"'“”‘’(),.:;") for word in shown.split()]
    major = [word for word in words if word and word.lower() not in _MINOR_WORDS]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in major)
    return bool(major) and capital >= max(3, MIN_TITLE_CASE_SHARE * len(major))


def _unmark_loose_headings(kinds: list[PassageKind], blocks: Sequence[Block], shown: Sequence[str]) -> None:
    # A heading stands above running text; a short line above nothing, or above a list of short
    # lines, is a signature, a table cell or a list entry.
    below = False
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] is PassageKind.PARAGRAPH:
            below = blocks[index].bullet or is_prose(shown[index])
        elif kinds[index] is PassageKind.HEADING and blocks[index].kind is None and not below:
            kinds[index] = PassageKind.PARAGRAPH
