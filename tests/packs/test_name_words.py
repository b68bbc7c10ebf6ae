import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import load_name_words


def written(folder, tree):
    path = folder / "name_words.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


def test_a_word_leads_to_what_it_says():
    words = load_name_words()
    assert words.strong["liwa"] == words.strong["brigade"] == "brigade"
    assert words.weak["harakat"] == "movement"
    assert words.same["defence"] == "defense"
    assert words.phrases["united nations"] == "un"
    assert "al" in words.particles


def test_a_word_with_two_meanings_is_refused(tmp_path):
    with pytest.raises(PackError, match="'liwa', which 'army' has"):
        load_name_words(written(tmp_path, {"strong": {"brigade": ["liwa"], "army": ["liwa"]}}))


def test_a_section_nobody_reads_is_refused(tmp_path):
    with pytest.raises(PackError, match="not a known key"):
        load_name_words(written(tmp_path, {"stronger": {}}))
