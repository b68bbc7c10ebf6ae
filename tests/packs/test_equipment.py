import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import load_equipment


def written(folder, tree):
    path = folder / "equipment.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lemma", "before", "kind"),
    [
        ("rifle", "the", "Weapon"),
        ("drone", None, "MilitaryPlatform"),
        ("truck", "two", "Vehicle"),
        ("vehicle", "armoured", "MilitaryPlatform"),
        ("rifle", "military", "Weapon"),
        ("brigade", "armoured", None),
    ],
)
def test_a_noun_has_the_kind_of_equipment_that_it_names(lemma, before, kind):
    assert load_equipment().kind_of(lemma, before) == kind


def test_a_noun_of_two_kinds_is_refused(tmp_path):
    tree = {"Weapon": ["boat"], "MilitaryPlatform": [], "Vehicle": ["boat"], "military": []}
    with pytest.raises(PackError, match="'boat', which Weapon has"):
        load_equipment(written(tmp_path, tree))


def test_a_kind_nobody_reads_is_refused(tmp_path):
    with pytest.raises(PackError, match="not a known key"):
        load_equipment(written(tmp_path, {"Uniform": ["boot"]}))
