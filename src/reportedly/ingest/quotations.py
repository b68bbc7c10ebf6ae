"""Which passages are block quotations that the line before them introduces.

A line introduces what follows when it ends in a colon, or in a comma after a reporting word
("…, adding,"). It governs
- the whole bullet list that follows it, or
- the one paragraph that follows it, or
- several, when the first opens with a quotation mark or a bracketed capital ("[A]") and each next one
  opens with one again and does not name a speaker of its own.
Mark-up that says "block quotation" needs less: a reporting word in the last sentence before it.
"""

import re
from collections.abc import Sequence

from reportedly.ingest.phrases import REPORTING_WORDS
from reportedly.records import PassageKind

OPENING_MARKS = "\"“‘«„'`"
_BRACKETED_CAPITAL = re.compile(r"\[[A-Z]")
_CLOSED = re.compile(r"[\"”»]\W*$|''$")
_WORD = re.compile(r"[A-Za-z]+")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?", re.IGNORECASE)


def govern(shown: Sequence[str], kinds: Sequence[PassageKind], bullets: Sequence[bool]) -> dict[int, int]:
    """Finds the block quotations and what introduces each.

    Args:
        shown: the text of each passage, in order.
        kinds: what each is taken for so far.
        bullets: whether each is a list item.

    Returns:
        Index of a governed passage to index of its introducer; empty when nothing is introduced.
    """
    found: dict[int, int] = {}
    for index in range(len(shown)):
        if index not in found and _may_introduce(kinds[index]):
            for governed in _governed(index, shown, kinds, bullets):
                found[governed] = index
    return found


def _may_introduce(kind: PassageKind) -> bool:
    return kind in (PassageKind.PARAGRAPH, PassageKind.HEADING)


def _governed(
    index: int, shown: Sequence[str], kinds: Sequence[PassageKind], bullets: Sequence[bool]
) -> range:
    first = _next_running(index, kinds)
    nothing = range(0)
    if first is None or bullets[index]:
        return nothing
    if kinds[first] is PassageKind.BLOCK_QUOTATION:
        if introduces(shown[index]) or _reports(shown[index]):
            return range(first, _end_of_run(first, kinds))
        return nothing
    if not introduces(shown[index]) or _CLOCK.fullmatch(shown[first]) or introduces(shown[first]):
        return nothing
    if bullets[first]:
        return range(first, _end_of_list(first, bullets, kinds))
    return range(first, _end_of_quotation(first, shown, kinds, bullets))


def introduces(shown: str) -> bool:
    """Whether a passage ends by announcing speech: with a colon, or a reporting word and a comma."""
    last = shown.rstrip(" -–—")
    if last.endswith(":"):
        return True
    words = _WORD.findall(last)
    return last.endswith(",") and bool(words) and words[-1].lower() in REPORTING_WORDS


def _reports(shown: str) -> bool:
    sentence = re.split(r"[.!?][\"”’)]*\s+(?=[\"“A-Z])", shown)[-1]
    return any(word.lower() in REPORTING_WORDS for word in _WORD.findall(sentence))


def _next_running(index: int, kinds: Sequence[PassageKind]) -> int | None:
    # A caption or a piece of furniture between an introduction and its quotation does not part them.
    for following in range(index + 1, len(kinds)):
        if kinds[following] not in (PassageKind.CAPTION, PassageKind.BOILERPLATE):
            return following
    return None


def _end_of_run(first: int, kinds: Sequence[PassageKind]) -> int:
    end = first
    while end < len(kinds) and kinds[end] is PassageKind.BLOCK_QUOTATION:
        end += 1
    return end


def _end_of_list(first: int, bullets: Sequence[bool], kinds: Sequence[PassageKind]) -> int:
    end = first
    while end < len(bullets) and bullets[end] and kinds[end] is PassageKind.PARAGRAPH:
        end += 1
    return end


def _end_of_quotation(
    first: int, shown: Sequence[str], kinds: Sequence[PassageKind], bullets: Sequence[bool]
) -> int:
    end = first + 1
    if not _opens(shown[first]):
        return end
    while end < len(shown) and kinds[end] is PassageKind.PARAGRAPH and not bullets[end]:
        left_open = not _CLOSED.search(shown[end - 1])
        whole = _CLOSED.search(shown[end]) is not None
        if not _opens(shown[end]) or not (left_open or whole):
            break
        end += 1
    return end


def _opens(shown: str) -> bool:
    return shown[:1] in OPENING_MARKS or _BRACKETED_CAPITAL.match(shown) is not None
