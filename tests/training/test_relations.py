from itertools import product

import pytest

from reportedly.errors import PackError
from reportedly.packs import PLOVER_TYPES
from reportedly.records import Span
from training.relations import load_roots, operate, relate
from training.trees import tree_of

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@pytest.fixture(scope="module")
def root(pipeline):
    pack = load_roots()

    def find(marked):
        """The root of a sentence with its parties in brackets: [source] and {target}."""
        text = "".join(letter for letter in marked if letter not in "[]{}")
        spans = {}
        for opening, closing in ("[]", "{}"):
            words = marked.partition(opening)[2].partition(closing)[0]
            begin = text.find(words)
            spans[opening] = Span(begin, begin + len(words)) if words else None
        (reading,) = pipeline.read(text.encode(), name="a.txt").readings
        (sentence,) = reading.sentences
        return relate(tree_of(sentence.words), spans["["], spans["{"], pack)

    return find


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Karvenia] attacked {the port of Sorra} on Monday.", "ASSAULT"),
        ("[Karvenia] arrested {two sailors} on Monday.", "COERCE"),
        ("[The mayor] met {the minister} in Ilden.", "CONSULT"),
        ("[The mayor] held talks with {the minister} in Ilden.", "CONSULT"),
        ("[Karvenia] praised {the minister} on Monday.", "SUPPORT"),
        ("[Karvenia] accused {the minister} of fraud.", "ACCUSE"),
        ("[Karvenia] threatened to attack {the port of Sorra}.", "THREATEN"),
        ("[Karvenia] urged {Sorra} to leave the port.", "REQUEST"),
        ("[Karvenia] refused to meet {the minister}.", "REJECT"),
        ("[Karvenia] agreed to meet {the minister}.", "AGREE"),
        ("[Karvenia] released {two sailors} on Monday.", "YIELD"),
        ("[Karvenia] suspended aid to {Sorra} on Monday.", "SANCTION"),
        ("[Karvenia] lifted the curfew in {Ilden} on Monday.", "YIELD"),
        ("[Karvenia] provided food to {the refugees} in Ilden.", "AID"),
        ("{The minister} was criticized by [the mayor] on Monday.", "ACCUSE"),
        ("[Thousands of workers] protested against {the levy} in Ilden.", "PROTEST"),
    ],
)
def test_the_words_between_two_parties_say_what_relates_them(root, sentence, expected):
    assert root(sentence) == expected


def test_without_parties_or_words_that_are_known_there_is_no_root(root):
    assert root("Karvenia attacked the port of Sorra.") is None
    assert root("[Karvenia] resembles {Sorra} in the summer.") is None


def test_the_pack_knows_every_root_and_each_in_one_class():
    pack = load_roots()
    roots = {MERGED.get(name, name) for name in PLOVER_TYPES}
    assert set(pack.verbs.values()) == set(pack.nouns.values()) == set(pack.penta) == roots


def test_every_operator_makes_a_root_of_every_root():
    pack = load_roots()
    for kind, inner in product(("refuse", "stop", "seek", "intend", "allow"), pack.penta):
        assert operate(kind, inner) in pack.penta


def test_a_pack_with_an_unknown_key_is_refused(tmp_path):
    (tmp_path / "roots.yml").write_text("root: {}\n", "utf-8")
    with pytest.raises(PackError, match="'root'"):
        load_roots(tmp_path / "roots.yml")
