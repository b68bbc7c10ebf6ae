"""Lists which places the names of a text may be, and how the text writes each name.

A *naming* is one way in which a text names something: "Paris", or "Paris" where ", Texas" follows, or "Paris
County". All its mentions are one place: one sense a document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reportedly.packs import PlacePack
from reportedly.records import Precision, Span
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.gazetteer_file import PRECISIONS, Numbers
from reportedly.resolve.spelling import kind_of, take_apart

MOST = 40  # places of one name that are looked at: units, then the largest settlements
_LIES_IN = re.compile(r"(?:,| \(|, in| in| of)(?: the)? ")  # "Mosul, Iraq"; "Basra (Iraq)"; "Kirkuk in Iraq"
_REACH = 10  # code points that such words may take
_NEXT = re.compile(r"\s+([A-Za-z]+)\b")
_NEXT_OF_TWO = re.compile(r"\s+and\s+[A-Z]\w+(?:\s+[A-Z]\w+)?\s+([A-Za-z]+s)\b")  # "Hall and Barrow counties"
_BEFORE = re.compile(r"\b([A-Za-z]+) of (?:the )?$")
_TOWN = frozenset({Precision.SETTLEMENT})
_SETTLEMENT = PRECISIONS.index(Precision.SETTLEMENT)

Floats = NDArray[np.float64]
Group = tuple[str, str, frozenset[Precision]]


@dataclass(frozen=True, slots=True)
class Options:
    """The places that a name may be: rows of the gazetteer, and as 0 or 1 how the name leads to each.

    `alias`: it is only called so as well; `packed`: the pack of places says so; `stripped`: only without the
    common noun that the text writes.
    """

    rows: Numbers
    alias: Floats
    packed: Floats
    stripped: Floats


@dataclass(slots=True)
class Naming:
    """Mentions (by index) that name one place, the namings right behind them, and the kinds the text says."""

    options: Options
    mentions: list[int] = field(default_factory=list)
    followed_by: set[int] = field(default_factory=set)
    kinds: set[Precision] = field(default_factory=set)


def find_namings(
    text: str, mentions: Sequence[Span], gazetteer: Gazetteer, pack: PlacePack
) -> tuple[list[Naming], list[int]]:
    """Group the mentions of a text by what they name, and list the places that each may be.

    Args:
        text: the document's text.
        mentions: spans of place names, in text order.
        gazetteer: the places.
        pack: what places are called that the gazetteer does not say.

    Returns:
        The namings, and for each mention the index of its naming.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    names = [text[m.begin : m.end] for m in mentions]
    behind = [_behind(text, mentions, n) for n in range(len(mentions))]
    kinds = [_kinds(text, mention, name) for mention, name in zip(mentions, names, strict=True)]
    groups = _group(names, behind, kinds)
    order = {group: n for n, group in enumerate(dict.fromkeys(groups))}
    chosen = [order[group] for group in groups]
    written: list[set[str]] = [set() for _ in order]
    for name, at in zip(names, chosen, strict=True):
        written[at].add(name)
    namings = [Naming(find_options(sorted(forms), gazetteer, pack)) for forms in written]
    for n, at in enumerate(chosen):
        naming, after = namings[at], behind[n]
        naming.mentions.append(n)
        if after is not None and chosen[after] != at:
            naming.followed_by.add(chosen[after])
        naming.kinds |= kinds[n]
    return namings, chosen


def _group(
    names: Sequence[str], behind: Sequence[int | None], kinds: Sequence[frozenset[Precision]]
) -> list[Group]:
    """Return for each name its key, that of what it lies in, and its kinds where it has several in the text.

    A name that the text does not say to lie in anything goes with the first of its key that does. So does
    "Paris" with "Paris County", unless the text speaks of the city of Paris too.
    """
    keys = [take_apart(name).core or name for name in names]
    said: dict[str, list[frozenset[Precision]]] = {}
    for key, kind in zip(keys, kinds, strict=True):
        if kind and kind not in said.setdefault(key, []):
            said[key].append(kind)
    groups = [
        (key, "" if after is None else keys[after], _kind_among(kind, said.get(key, [])))
        for key, after, kind in zip(keys, behind, kinds, strict=True)
    ]
    spelled: dict[tuple[str, frozenset[Precision]], Group] = {}
    for group in groups:
        if group[1]:
            spelled.setdefault((group[0], group[2]), group)
    return [group if group[1] else spelled.get((group[0], group[2]), group) for group in groups]


def _kind_among(kind: frozenset[Precision], said: Sequence[frozenset[Precision]]) -> frozenset[Precision]:
    """Return the kind that parts a mention from others of its key; a bare name is the city."""
    if len(said) < 2:
        return frozenset()
    return kind or (_TOWN if _TOWN in said else said[0])


def _behind(text: str, mentions: Sequence[Span], n: int) -> int | None:
    """Return the mention that stands behind as what the place lies in; None when there is none."""
    if n + 1 == len(mentions) or not 0 < mentions[n + 1].begin - mentions[n].end <= _REACH:
        return None
    return n + 1 if _LIES_IN.fullmatch(text, mentions[n].end, mentions[n + 1].begin) else None


def _kinds(text: str, span: Span, name: str) -> frozenset[Precision]:
    """Return which kinds of place the words in and around a name say it is: "Hall and Barrow counties"."""
    found = take_apart(name).kinds
    if found:
        return found
    after = _NEXT_OF_TWO.match(text, span.end) or _NEXT.match(text, span.end)
    before = _BEFORE.search(text, max(0, span.begin - 30), span.begin)
    return (kind_of(after[1]) if after else frozenset()) or (kind_of(before[1]) if before else frozenset())


def find_options(names: Sequence[str], gazetteer: Gazetteer, pack: PlacePack) -> Options:
    """List the places that any of some spellings may be; none when neither gazetteer nor pack knows them."""
    alias: dict[int, int] = {}
    whole: set[int] = set()
    for name in names:
        taken = take_apart(name)
        for key in dict.fromkeys((taken.key, taken.core)):
            rows, flags = gazetteer.find(key)
            for row, flag in zip(rows.tolist(), flags.tolist(), strict=True):
                alias[row] = min(flag, alias.get(row, 1))
                if key == taken.key:
                    whole.add(row)
    packed = set(_packed(names, gazetteer, pack))
    found = _largest(np.array(sorted(alias.keys() | packed), np.int64), gazetteer)
    listed = found.tolist()
    return Options(
        found,
        np.array([alias.get(row, 0) for row in listed], np.float64),
        np.array([row in packed for row in listed], np.float64),
        np.array([row not in whole and row not in packed for row in listed], np.float64),
    )


def _packed(names: Sequence[str], gazetteer: Gazetteer, pack: PlacePack) -> list[int]:
    numbers = (n for name in names for n in (*pack.short_names.get(name, ()), *pack.demonyms.get(name, ())))
    rows = (gazetteer.row_of(number) for number in numbers)
    return [row for row in rows if row is not None]


def _largest(rows: Numbers, gazetteer: Gazetteer) -> Numbers:
    if len(rows) <= MOST:
        return rows
    is_unit = gazetteer.levels[rows] < _SETTLEMENT
    large = gazetteer.populations[rows] + 10 * is_unit  # no settlement has so many people
    return np.sort(rows[np.argsort(-large, kind="stable")[:MOST]])
