"""Groups words into sentences by punctuation, case and a list of abbreviations.

A rule, not the network: the network reads windows that are cut at sentence ends, so the ends must
be known before it runs.
"""

from collections.abc import Sequence

from reportedly.read.words import ABBREVIATIONS, TITLES
from reportedly.records import Span

ENDS = frozenset(".!?…") | {"...", "....", "?!", "!!"}
CLOSERS = frozenset("\"'”’)]»") | {"''"}
OPENERS = frozenset("\"'“‘([«") | {"``"}
# A dotted abbreviation (U.S.) ends a sentence only when one of these follows.
STARTERS = frozenset(
    "the a an in on at it he she they we i this that these those but and however while after before "
    "when if as for his her its their there some many most all no not other another since although".split()
)


def split_sentences(text: str, words: Sequence[Span]) -> list[tuple[int, int]]:
    """Return half-open ranges of word indexes, one a sentence, in order and without gaps.

    Args:
        text: the document's text.
        words: the words of one passage, in order.

    Returns:
        `[(first, last + 1), ...]`; empty for no words.
    """
    ranges: list[tuple[int, int]] = []
    start, i = 0, 0
    while i < len(words):
        if _may_end(text, words, i):
            stop = _absorb_closers(text, words, i + 1)
            if stop < len(words) and _may_start(text, words, i, stop):
                ranges.append((start, stop))
                start = stop
            i = max(stop, i + 1)
        else:
            i += 1
    if start < len(words):
        ranges.append((start, len(words)))
    return ranges


def _word(text: str, span: Span) -> str:
    return text[span.begin : span.end]


def _may_end(text: str, words: Sequence[Span], i: int) -> bool:
    word = _word(text, words[i])
    if word in ENDS:
        return True
    return len(word) > 1 and word[-1] == "." and word[0].isalpha() and word[:-1].lower() not in TITLES


def _absorb_closers(text: str, words: Sequence[Span], i: int) -> int:
    """Take closing quotation marks and brackets that touch what stands before them."""
    while i < len(words) and _word(text, words[i]) in CLOSERS and words[i].begin == words[i - 1].end:
        i += 1
    return i


def _may_start(text: str, words: Sequence[Span], end: int, i: int) -> bool:
    """Whether word `i` can begin a sentence after the mark at `end`."""
    if words[i].begin == words[i - 1].end and _word(text, words[i]) not in OPENERS:
        return False  # no space between: "2.5", "www.", "Ilden.”said"
    first = i
    while first < len(words) - 1 and _word(text, words[first]) in OPENERS:
        first += 1
    following = _word(text, words[first])
    mark = _word(text, words[end])
    if mark[-1:] == "." and len(mark) > 1 and mark not in ENDS:
        if mark[:-1].lower() in ABBREVIATIONS:
            return following.lower() in STARTERS and following[0].isupper()
        return following[0].isupper() and following.lower() in STARTERS
    return following[0].isupper() or following[0].isdigit() or not following[0].isalnum()
