"""Finds the capitalised words of a document that the gazetteer knows as a name: places, perhaps.

Which of them do name a place, `spot_features` weighs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from reportedly.packs import PlacePack
from reportedly.records import Document, Reading, Span
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.spelling import joined, key_of

LONGEST = 5  # words of a name that begin with a capital
AT_ONCE = 4_000  # phrases that are looked up together
LEAST_LETTERS = 3  # of a name that the pack does not list
_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w.’'‘ʿʾ]*+(?!-\d)")  # no "AK-47"
_ENDS = ("'s", "’s", "'", "’", "‘")
_LINKS = frozenset("of the and de la las los del da do es el al au aux en sur upon on der an am le".split())
_ARTICLES = frozenset(("The", "THE", "A", "An"))  # at the head of a sentence; no part of a name
_LINKS_LENGTH = 10  # code points between two words of a name, such as " of the "

# Where roads and bodies are named, and words that are hardly ever a place when they stand alone.
STREETS = frozenset(
    """
    street st road rd avenue ave drive dr lane ln boulevard blvd highway way court place parkway route trail
    """.split()
)
BODIES = frozenset(
    """
    university college school hospital church inc corp company bank party post times news journal tribune club
    center centre airport park museum association foundation high
    """.split()
)
_NEVER = (
    STREETS
    | BODIES
    | frozenset(
        """
    north south east west northern southern eastern western central police city town village county state
    valley bridge ridge home hill hall lake lakes market commerce monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    mr mrs ms dr ok christmas easter passover
    """.split()
    )
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A name as `written`, its key, how many words with a capital, and as what the pack lists it."""

    span: Span
    written: str
    key: str
    words: int
    demonym: bool
    short: bool


class Scene:
    """One document's text and what the model saw in it, filed for questions about a place in the text."""

    def __init__(self, document: Document, readings: Sequence[Reading]) -> None:
        self.text = document.text
        sentences = [s for r in readings for s in r.sentences]
        self.starts = {s.span.begin for s in sentences}
        tags = [(w.span.begin, w.xpos) for s in sentences for w in s.words if not w.text[0].islower()]
        self._tags, self._tagged = [tag for _, tag in sorted(tags)], sorted(begin for begin, _ in tags)
        self.surnames: set[str] = set()
        self._seen: dict[str, list[tuple[int, int, float]]] = {}
        for reading in readings:
            for e in reading.entities:
                self._seen.setdefault(e.kind, []).append((e.span.begin, e.span.end, e.score))
        for begin, end, _ in self._seen.get("Person", ()):
            words = self.text[begin:end].split()
            if len(words) > 1:
                self.surnames.add(key_of(words[-1]))
        for found in self._seen.values():
            found.sort()

    def seen(self, kind: str, span: Span) -> float:
        """Return the score of an entity of a kind that shares a character with a span; 0 without one."""
        found = self._seen.get(kind)
        if not found:
            return 0.0
        at = bisect_left(found, (span.end,))
        best = 0.0
        for _, end, score in found[max(0, at - 2) : at]:  # asked four times of every name: no generator
            if end > span.begin and score > best:
                best = score
        return best

    def tags_in(self, span: Span) -> list[str]:
        """Return the tags of the words with a capital that begin in a span."""
        return self._tags[bisect_left(self._tagged, span.begin) : bisect_left(self._tagged, span.end)]


class _Phrase(NamedTuple):
    """Words that may be a name; `first` and `last` count the document's words with a capital."""

    first: int
    last: int
    begin: int
    end: int
    key: str


def find_spots(text: str, gazetteer: Gazetteer, pack: PlacePack) -> list[Spot]:
    """List the names of a text that the gazetteer or the pack knows; from the left, the longest first.

    Returns:
        Spots in text order that do not overlap.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    spots: list[Spot] = []
    free = 0
    for phrase, known in _looked_up(_phrases(text), gazetteer):
        if phrase.first < free:
            continue
        written = text[phrase.begin : phrase.end]
        if written[-1] == "." and written not in pack.short_names:  # a full stop of the sentence
            written = written[:-1]
        demonym, short = written in pack.demonyms, written in pack.short_names
        if demonym or short or (known and _may_stand_alone(phrase)):
            span = Span(phrase.begin, phrase.begin + len(written))
            words = phrase.last - phrase.first + 1
            spots.append(Spot(span, written, phrase.key, words=words, demonym=demonym, short=short))
            free = phrase.last + 1
    return spots


def _looked_up(phrases: Iterator[_Phrase], gazetteer: Gazetteer) -> Iterator[tuple[_Phrase, bool]]:
    """Yield each phrase with whether the gazetteer knows it; asked for many at once, which is faster."""
    while some := list(islice(phrases, AT_ONCE)):
        known = gazetteer.known({phrase.key for phrase in some})
        for phrase in some:
            yield phrase, phrase.key in known


def _may_stand_alone(phrase: _Phrase) -> bool:
    return len(phrase.key) >= LEAST_LETTERS and (phrase.last > phrase.first or phrase.key not in _NEVER)


def _phrases(text: str) -> Iterator[_Phrase]:
    """Yield from each word with a capital on what may be a name, the longest first."""
    words = [
        _without_ending(m) for m in _CAPITAL.finditer(text) if m[0] not in _ARTICLES and m[0][0].isupper()
    ]
    keys = [key_of(text[begin:end]) for begin, end in words]
    links = [_link(text, words, at) for at in range(len(words) - 1)]
    for first, (begin, _) in enumerate(words):
        parts, found = [keys[first]], [_Phrase(first, first, begin, words[first][1], keys[first])]
        for last in range(first + 1, min(first + LONGEST, len(words))):
            link = links[last - 1]
            if link is None:
                break
            parts += [*link, keys[last]]
            found.append(_Phrase(first, last, begin, words[last][1], joined(parts)))
        yield from reversed(found)


def _without_ending(match: re.Match[str]) -> tuple[int, int]:
    word = match[0]
    if word.isalpha():
        return match.span()
    cut = next((len(ending) for ending in _ENDS if word.endswith(ending)), 0)
    return match.start(), match.end() - cut


def _link(text: str, words: Sequence[tuple[int, int]], at: int) -> list[str] | None:
    """Return the small words between a word and the next one; None where no name goes on."""
    begin, end = words[at][1], words[at + 1][0]
    between = text[begin:end] if end - begin <= _LINKS_LENGTH else ""
    if between in {" ", "-", "\n"}:
        return []
    small = between.split()
    is_link = between[:1] in {" ", "-"} and between[-1:] in {" ", "-"} and _LINKS.issuperset(small)
    return small if is_link else None
