import pytest

from training.corpora import CorpusMissing
from training.profiles import OPEN, PROFILES, REPORTS, read_corpora, sources_of


def test_the_open_profile_reads_nothing_without_an_open_licence():
    assert PROFILES["open"] == OPEN
    assert not {"polnear", "uw", "cases"} & PROFILES["open"]


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(CorpusMissing, match=r"en_ewt-train\.conllu"):
        read_corpora(tmp_path, tmp_path, profile="open")


def test_what_was_invented_to_learn_from_is_part_of_every_profile_and_of_the_project(tmp_path):
    assert {"reports", "activities"} <= PROFILES["open"] & PROFILES["all"]
    assert sources_of(tmp_path, tmp_path, "reports") == [REPORTS]
    assert all(path.exists() for path in sources_of(tmp_path, tmp_path, "activities"))


def test_sentences_that_measure_the_activity_pack_are_not_learned_from(tmp_path):
    assert "plain.tsv" not in {path.name for path in sources_of(tmp_path, tmp_path, "activities")}
