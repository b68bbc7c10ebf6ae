import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import load_estimative


def written(folder, tree):
    path = folder / "estimative.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("almost no chance", 1, 5),
        ("very unlikely", 5, 20),
        ("unlikely", 20, 45),
        ("roughly even chance", 45, 55),
        ("likely", 55, 80),
        ("very likely", 80, 95),
        ("almost certainly", 95, 99),
    ],
)
def test_the_seven_standard_steps_have_their_percent_ranges(word, low, high):
    estimate = load_estimative().estimates[tuple(word.split())]
    assert (estimate.from_percent, estimate.to_percent, estimate.standard) == (low, high, True)


def test_a_word_without_an_agreed_range_has_none():
    estimate = load_estimative().estimates[("could",)]
    assert (estimate.from_percent, estimate.to_percent, estimate.standard) == (None, None, False)


def test_the_longest_words_come_first():
    pack = load_estimative()
    assert pack.by_first["very"][-1] != ("very",)
    for words in pack.by_first.values():
        lengths = [len(tokens) for tokens in words]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("percent", [[5], [20, 5], [-1, 5], [5, 101], ["a", "b"], 5, [True, 5]])
def test_an_impossible_range_is_refused(tmp_path, percent):
    with pytest.raises(PackError, match="key 'percent'"):
        load_estimative(written(tmp_path, {"standard": [{"words": ["maybe"], "percent": percent}]}))


def test_a_word_that_is_there_twice_is_refused(tmp_path):
    entry = {"words": ["maybe"], "percent": [1, 2]}
    with pytest.raises(PackError, match="twice"):
        load_estimative(written(tmp_path, {"standard": [entry], "common": [entry]}))
