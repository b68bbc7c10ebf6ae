"""Lines of a PDF's pages to paragraphs.

Dropped: page numbers, and lines at the head or foot of pages that come back on many pages. Joined:
words parted at a line end, and the lines of one paragraph, across columns and pages, too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from reportedly.ingest.phrases import word_set

MAX_EDGE_LINES = 2
"""Running heads and feet have one or two lines."""

MIN_REPEATS = 2
MIN_REPEAT_SHARE = 0.3
"""Heads differ between left and right pages and between chapters, so a third of the pages is enough."""

MIN_PARAGRAPH_GAP = 1.3
"""Distance between baselines, in usual line distances, from which a gap parts paragraphs."""

MIN_INDENT_HEIGHTS = 0.8
MIN_ROOM_SHARE = 0.12
MIN_HEADING_HEIGHT = 1.15
MAX_SAME_SIZE_SHARE = 0.12
"""Letters that differ by less in height are of one size: superscripts change a line's box a little."""

HYPHENATED_ENDINGS = word_set(
    """
    affiliated aligned allied armed backed based born controlled designated dominated funded held led
    level linked made occupied old owned related run scale sponsored supported term trained wide year
    """
)
"""Second halves that keep their hyphen ("north-backed") when a line ends at it."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\d{0,3}$")
_BULLET = re.compile(r"(?:[•‣▪●◦·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line on a page; distances in points, from the page's lower left corner.

    `hyphen`: the line ends inside a word, whose hyphen is not part of `shown`.
    """

    page: int
    shown: str
    left: float
    right: float
    base: float
    height: float
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines put together. `large`: set in larger letters than the body. `lines` counts them."""

    shown: str
    bullet: bool
    large: bool
    lines: int


def paragraphs_of(pages: Sequence[Sequence[PageLine]]) -> list[Paragraph]:
    """Puts the lines of all pages together.

    Args:
        pages: the lines of each page, in reading order.

    Returns:
        Paragraphs in reading order, none empty; none when there are no lines.
    """
    lines = [line for page in _without_furniture(pages) for line in page]
    if not lines:
        return []
    body = median(chain.from_iterable([line.height] * len(line.shown) for line in lines))
    known = {word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.shown)}
    return [_paragraph(run, body, known) for run in _runs(lines)]


def _without_furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    edges = [_edges(page) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    least = max(MIN_REPEATS, MIN_REPEAT_SHARE * len(pages))
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        dropped = {line for line in edge if counts[_key(line)] >= least or _PAGE_NUMBER.fullmatch(line.shown)}
        kept.append([line for line in page if line not in dropped])
    return kept


def _edges(page: Sequence[PageLine]) -> list[PageLine]:
    levels = sorted({round(line.base) for line in page})
    edge = {*levels[:MAX_EDGE_LINES], *levels[-MAX_EDGE_LINES:]}
    return [line for line in page if round(line.base) in edge]


def _key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", " ".join(line.shown.lower().split()))


def _runs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    usual = _usual_distance(lines)
    margin = {
        page: max(line.right for line in lines if line.page == page) for page in {line.page for line in lines}
    }
    run = [lines[0]]
    for before, after in pairwise(lines):
        if _is_break(before, after, usual, margin[before.page]):
            yield run
            run = []
        run.append(after)
    yield run


def _usual_distance(lines: Sequence[PageLine]) -> float:
    pairs = pairwise(lines)
    steps = [a.base - b.base for a, b in pairs if a.page == b.page and 0 < a.base - b.base < 4 * a.height]
    # Of all distances the line distance is the commonest, and paragraphs only add larger ones.
    return Counter(round(step, 1) for step in steps).most_common(1)[0][0] if steps else lines[0].height


def _is_break(before: PageLine, after: PageLine, usual: float, margin: float) -> bool:
    if before.hyphen:
        return False
    ends = _ENDS_SENTENCE.search(before.shown) is not None
    continues = after.shown[:1].islower()
    resized = abs(before.height - after.height) > MAX_SAME_SIZE_SHARE * max(before.height, after.height)
    if (resized and (ends or not continues)) or _BULLET.match(after.shown):
        return True
    step = before.base - after.base
    if before.page != after.page or step <= 0:
        # A new page or column: only the words tell whether the paragraph goes on.
        return ends or not (continues or before.right > 0.8 * margin)
    if step > MIN_PARAGRAPH_GAP * max(usual, 0.8 * before.height):
        return True
    indented = after.left - before.left > MIN_INDENT_HEIGHTS * before.height
    short = margin - before.right > MIN_ROOM_SHARE * (margin - before.left)
    return ends and not continues and (indented or short)


def _paragraph(run: Sequence[PageLine], body: float, known: set[str]) -> Paragraph:
    shown = ""
    for index, line in enumerate(run):
        shown += line.shown.strip()
        if index + 1 < len(run):
            shown += _joint(line, shown, run[index + 1].shown, known)
    bullet = _BULLET.match(shown)
    large = min(line.height for line in run) >= MIN_HEADING_HEIGHT * body
    return Paragraph(shown[bullet.end() :] if bullet else shown, bullet is not None, large, len(run))


def _joint(line: PageLine, so_far: str, following: str, known: set[str]) -> str:
    if not line.hyphen:
        # A dash or a hyphen that belongs to the text ends the line: "north-" / "Iraq border".
        return "" if so_far.endswith(("-", "–", "—")) and not so_far.endswith((" -", " –", " —")) else " "
    first = re.search(r"[\w.]*$", so_far)
    second = re.match(r"\w*", following)
    left, right = (first.group() if first else ""), (second.group() if second else "")
    compound = f"{left}-{right}".lower() in known or right.lower() in HYPHENATED_ENDINGS
    apart = right[:1].isupper() or left.endswith(".") or left[-1:].isdigit()
    return "-" if compound or apart else ""
