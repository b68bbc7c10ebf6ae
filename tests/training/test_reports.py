"""The invented reports that the model learns from: whole, by the definition's words, and nowhere else."""

import json
from pathlib import Path

import pytest

from reportedly.packs import load_activities
from reportedly.records import Modality, Polarity
from training.profiles import REPORTS

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(REPORTS.glob("*.json"))


def claims_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["claims"]


def text_of(path):
    return path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_claims_hold_their_words_and_known_labels(path):
    text, activities = text_of(path), load_activities().activities
    for claim in claims_of(path):
        assert text[claim["begin"] : claim["end"]] == claim["content"]
        assert claim["activity"] is None or claim["activity"] in activities
        Polarity(claim["polarity"])
        Modality(claim["modality"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_voice_of_a_chain_has_its_words_or_none(path):
    text = text_of(path)
    for claim in claims_of(path):
        assert len(claim["voices"]) == len(claim["chain"])
        for voice in claim["voices"]:
            for begin, end in filter(None, (voice["source"], voice["cue"])):
                assert 0 <= begin < end <= len(text)
                assert text[begin:end] == text[begin:end].strip()


def test_no_report_to_learn_from_is_one_to_measure_by():
    measured = {path.read_text(encoding="utf-8") for path in CASES.rglob("*.txt")}
    assert measured.isdisjoint(text_of(path) for path in FILES)


def test_every_activity_has_examples():
    seen = {claim["activity"] for path in FILES for claim in claims_of(path)}
    assert seen >= set(load_activities().activities)
