import pytest

from training.corpora import CorpusMissing
from training.profiles import OPEN, PROFILES, read_corpora


def test_the_open_profile_reads_nothing_without_an_open_licence():
    assert PROFILES["open"] == OPEN
    assert not {"polnear", "uw", "cases"} & PROFILES["open"]


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(CorpusMissing, match=r"en_ewt-train\.conllu"):
        read_corpora(tmp_path, tmp_path, profile="open")
