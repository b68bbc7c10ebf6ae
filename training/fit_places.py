"""Fits the weights that rank places and weigh names, and prints them.

    python -m training.fit_places PATH... [--half 0|1]

PATH is what `training.evaluate places` takes. With `--half` only every other article of each path is learned
from, and the figures of the others are printed too. The weights are then written by hand into
`resolve/ranking.py`, `resolve/spot_features.py` and `resolve/places.py`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import ReportedlyError
from reportedly.packs import load_places
from reportedly.read.reader import Reader
from reportedly.resolve import Gazetteer, Places, spot_features
from reportedly.resolve.candidates import find_namings
from reportedly.resolve.ranking import ROUNDS, WEIGHTS, Table, rank
from reportedly.resolve.spotting import Scene, Spot, find_spots
from training.scoring.places import document_of, shared
from training.scoring.task import Marker
from training.toponyms import Article, read_articles

START = {"people": 1.0, "country": 3.0, "first-level": 2.0, "packed": 3.0, "alias": -1.0}
REFITS = 4  # the features of the neighbours hang on the weights themselves
MOST_MENTIONS = 3  # of one name in one text that count
RANK_DECAY, SPOT_DECAY = 3e-4, 1e-4
STEPS = 300
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows of features in groups, of each group one row or some right (`gold` adds up to 1), and its mass."""

    features: Floats
    gold: Floats
    begins: NDArray[np.int64]
    masses: Floats


@dataclass(frozen=True, slots=True)
class Text:
    """An article's table of places, and for each naming the GeoNames numbers of its mentions, or None."""

    table: Table
    numbers: tuple[tuple[int | None, ...], ...]

    def groups(self) -> Iterator[tuple[int, int, tuple[int | None, ...]]]:
        """Yield for each naming where its places begin and end in the table, and its numbers."""
        begins = self.table.begins.tolist()
        yield from zip(begins[:-1], begins[1:], self.numbers, strict=True)


def texts(articles: Sequence[Article], places: Places) -> Iterator[Text]:
    """Yield the articles that have names with places, their spans given."""
    for article in articles:
        by_span = {one.span: one.number for one in article.toponyms}
        spans = sorted(by_span)
        namings, chosen = find_namings(article.text, spans, places.gazetteer, places.pack)
        numbers: list[list[int | None]] = [[] for _ in namings]
        for span, at in zip(spans, chosen, strict=True):
            numbers[at].append(by_span[span])
        if sum(len(naming.options.rows) for naming in namings):
            yield Text(Table(namings, places.gazetteer), tuple(map(tuple, numbers)))


def fit_ranking(found: Sequence[Text], places: Places) -> dict[str, float]:
    """Return the weights of ALONE and AROUND: of a softmax over the places of a name."""
    weights = {name: START.get(name, 0.0) for name in WEIGHTS}
    for refit in range(REFITS):
        groups = _groups(found, weights, places, rounds=ROUNDS if refit else 1)
        start = np.array(list(weights.values()))
        values = climb(start, partial(_softmax_slope, groups), rate=0.15)
        weights = dict(zip(WEIGHTS, values.round(2).tolist(), strict=True))
    return weights


def _groups(found: Sequence[Text], weights: Mapping[str, float], places: Places, *, rounds: int) -> Groups:
    features, gold, begins, masses = [], [], [0], []
    for text in found:
        ranked = rank(text.table, weights, rounds=rounds)
        for begin, end, numbers in text.groups():
            mine = [places.gazetteer.row_of(n) for n in numbers if n is not None]
            right = np.array([mine.count(row) for row in text.table.rows[begin:end].tolist()], np.float64)
            if end - begin > 1 and right.sum():
                features.append(ranked.features[begin:end])
                gold.append(right / right.sum())
                masses.append(min(right.sum(), MOST_MENTIONS))
                begins.append(begins[-1] + int(end - begin))
    return Groups(np.vstack(features), np.concatenate(gold), np.array(begins[:-1]), np.array(masses))


def _softmax_slope(groups: Groups, weights: Floats) -> Floats:
    sizes = np.diff([*groups.begins, len(groups.features)])
    scores = groups.features @ weights
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, groups.begins), sizes))
    chances = raised / np.repeat(np.add.reduceat(raised, groups.begins), sizes)
    off = (chances - groups.gold) * np.repeat(groups.masses / groups.masses.sum(), sizes)
    return np.asarray(groups.features.T @ off + RANK_DECAY * weights)


def climb(start: Floats, slope: Callable[[Floats], Floats], *, rate: float, steps: int = STEPS) -> Floats:
    """Go down a slope. Source: Kingma and Ba 2015, Adam."""
    now, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        gradient = slope(now)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient * gradient
        now -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return now


def fit_logistic(features: Floats, gold: Floats) -> Floats:
    """Return the weights of a logistic function."""

    def slope(weights: Floats) -> Floats:
        chances = 1 / (1 + np.exp(-(features @ weights)))
        return np.asarray(features.T @ (chances - gold) / len(gold) + SPOT_DECAY * weights)

    return climb(np.zeros(features.shape[1]), slope, rate=0.05, steps=5 * STEPS)


def fit_known(found: Sequence[Text], weights: Mapping[str, float], places: Places) -> Floats:
    """Return factor and constant of the chance that any place of a name is right, by the best one's score."""
    rows, gold = [], []
    for text in found:
        scores = rank(text.table, weights).scores
        for begin, end, numbers in text.groups():
            listed = set(text.table.rows[begin:end].tolist())
            for number in numbers if listed else ():
                rows.append([float(scores[begin:end].max()), 1.0])
                gold.append(number is not None and places.gazetteer.row_of(number) in listed)
    return fit_logistic(np.array(rows), np.array(gold, np.float64))


@dataclass(frozen=True, slots=True)
class Spotted:
    """An article's names, the features of each, and whether each meets a place name of the corpus."""

    spots: tuple[Spot, ...]
    features: Floats
    gold: Floats


def spotted(articles: Sequence[Article], reader: Marker, places: Places) -> Iterator[Spotted]:
    """Yield the articles in which the gazetteer knows any name."""
    for article in articles:
        document = document_of(article)
        scene = Scene(document, reader.finish(reader.begin(document)))
        spots = find_spots(article.text, places.gazetteer, places.pack)
        rows = spot_features.features_of(scene, spots, places.gazetteer)
        gold = [any(shared(spot.span, t.span) > 0 for t in article.toponyms) for spot in spots]
        if spots:
            table = [[float(row[name]) for name in spot_features.WEIGHTS] for row in rows]
            yield Spotted(tuple(spots), np.array(table), np.array(gold, np.float64))


def fit_spotting(found: Sequence[Spotted]) -> tuple[dict[str, float], Floats]:
    """Return the weights of names, and those of: always, the name's own evidence, that elsewhere."""
    gold = np.concatenate([one.gold for one in found])
    weights = fit_logistic(np.vstack([one.features for one in found]), gold)
    both = []
    for one in found:
        own = (one.features @ weights).tolist()
        both += [[1.0, *pair] for pair in zip(own, spot_features.elsewhere(one.spots, own), strict=True)]
    named = dict(zip(spot_features.WEIGHTS, weights.round(2).tolist(), strict=True))
    return named, fit_logistic(np.array(both), gold)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and print. Returns 0, or 1 when there is nothing to learn from."""
    parser = argparse.ArgumentParser(prog="training.fit_places", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="learn from every other article")
    args = parser.parse_args(arguments)
    try:
        articles = [list(read_articles(path)) for path in args.paths]
        reader = Reader(None)
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    half = args.half or 0
    learned = [a for some in articles for a in (some if args.half is None else some[half::2])]
    others = [a for some in articles for a in some[1 - half :: 2]] if args.half is not None else []
    print(json.dumps(fitted(learned, others, reader), indent=2))
    return 0


def fitted(learned: Sequence[Article], others: Sequence[Article], reader: Marker) -> dict[str, object]:
    """Return the weights that some articles give and, if there are others, how right those are by them."""
    places = Places(Gazetteer(), load_places())
    found = list(texts(learned, places))
    ranking = fit_ranking(found, places)
    known = fit_known(found, ranking, places)
    spotting, both = fit_spotting(list(spotted(learned, reader, places)))
    out: dict[str, object] = {"ranking": ranking, "known": known.round(3).tolist()}
    out |= {"spotting": spotting, "always, own, elsewhere": both.round(2).tolist()}
    if others:
        out["of the others"] = {
            "ranked right, %": round(ranked_right(list(texts(others, places)), ranking, places), 2),
            "precision and recall of names, %": names_right(
                list(spotted(others, reader, places)), spotting, both
            ),
        }
    return out


def ranked_right(found: Sequence[Text], weights: Mapping[str, float], places: Places) -> float:
    """Return of how many names with a number, in percent, the likeliest place has it."""
    right = whole = 0
    for text in found:
        chances = rank(text.table, weights).chances
        for begin, end, numbers in text.groups():
            listed = [n for n in numbers if n is not None]
            whole += len(listed)
            if end > begin and listed:
                best = int(text.table.rows[begin + int(chances[begin:end].argmax())])
                right += listed.count(int(places.gazetteer.numbers[best]))
    return 100 * right / max(1, whole)


def names_right(found: Sequence[Spotted], weights: Mapping[str, float], both: Floats) -> tuple[float, float]:
    """Return precision, and recall of those that the gazetteer knows, in percent."""
    hits = taken = gold = 0.0
    for one in found:
        own = (one.features @ np.array([weights[name] for name in spot_features.WEIGHTS])).tolist()
        best = spot_features.elsewhere(one.spots, own)
        chances = 1 / (1 + np.exp(-(np.column_stack((np.ones(len(own)), own, best)) @ both)))
        kept = chances >= spot_features.LEAST
        hits, taken, gold = hits + one.gold[kept].sum(), taken + kept.sum(), gold + one.gold.sum()
    return round(100 * hits / max(1, taken), 2), round(100 * hits / max(1, gold), 2)


if __name__ == "__main__":
    sys.exit(main())
