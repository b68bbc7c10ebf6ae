import pytest

from reportedly.errors import PackError
from reportedly.packs.reading import read_pack


def test_a_missing_pack_is_refused_with_its_path(tmp_path):
    with pytest.raises(PackError, match=r"gone\.yml"):
        read_pack(tmp_path / "gone.yml")


def test_broken_yaml_is_refused_with_its_line(tmp_path):
    path = tmp_path / "broken.yml"
    path.write_text("one: 1\ntwo: [\n", encoding="utf-8")
    with pytest.raises(PackError, match="line 3"):
        read_pack(path)


@pytest.mark.parametrize("text", ["", "- one\n", "word\n", "1: one\n"])
def test_a_pack_that_is_no_mapping_of_words_is_refused(tmp_path, text):
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"list\.yml: is not a mapping"):
        read_pack(path)


def test_a_pack_cannot_make_objects(tmp_path):
    path = tmp_path / "evil.yml"
    path.write_text("a: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    with pytest.raises(PackError, match="not valid YAML"):
        read_pack(path)
