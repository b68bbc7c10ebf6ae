from pathlib import Path

import pytest

from reportedly.compose.activity import recognise
from reportedly.ingest import ingest
from reportedly.packs import load_activities
from reportedly.read import Reader

FOLDER = Path(__file__).parents[1] / "cases" / "activities"


def lines(name):
    return [line.split("\t") for line in (FOLDER / name).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def reader():
    return Reader()


def recognised(reader, sentences):
    """What the pack says of each sentence: a paragraph each, and the first sentence read in it."""
    pack = load_activities()
    document = ingest("\n\n".join(sentences).encode(), name="sentences.txt")
    for reading in reader.read(document):
        words = tuple(reading.sentences[0].words)
        root = next((at for at, word in enumerate(words) if word.head is None), None)
        found = recognise(words, pack, predicate=root)
        yield found.activity.id if found else None


@pytest.mark.parametrize(("name", "floor"), [("plain.tsv", 0.8), ("idiomatic.tsv", 0.45)])
def test_the_pack_names_the_activity_of_invented_sentences(reader, name, floor):
    gold = lines(name)
    found = list(recognised(reader, [sentence for _, sentence in gold]))
    assert len(found) == len(gold)
    assert sum(one == each for one, (each, _) in zip(found, gold, strict=True)) / len(gold) >= floor


def test_every_activity_has_sentences_in_each_file():
    ids = set(load_activities().activities)
    for path in sorted(FOLDER.glob("*.tsv")):
        assert {activity for activity, _ in lines(path.name)} == ids, path.name
