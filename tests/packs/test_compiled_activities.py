from reportedly.packs import compiled_activities as compiled
from reportedly.packs import load_activities
from reportedly.packs.activities import SHIPPED, read_activities
from tests.packs.test_activities import SMALL, written


def test_the_compiled_file_is_the_one_of_the_shipped_pack():
    """When it is not: `make docs`."""
    read = read_activities(SHIPPED)
    text = compiled.write_compiled(read, compiled.digest_file(SHIPPED))
    assert compiled.COMPILED.read_text("utf-8") == text
    assert load_activities() == read


def test_another_pack_is_read_itself(tmp_path):
    path = written(tmp_path, SMALL)
    assert load_activities(path) == read_activities(path)


def test_an_edited_pack_is_read_itself(monkeypatch, tmp_path):
    path = written(tmp_path, SMALL)
    monkeypatch.setattr(compiled, "SHIPPED", path)
    assert load_activities() == read_activities(path)


def test_a_missing_compiled_file_changes_nothing_but_the_time(monkeypatch, tmp_path):
    monkeypatch.setattr(compiled, "COMPILED", tmp_path / "gone.json")
    assert load_activities() == read_activities(SHIPPED)


def test_lists_that_triggers_share_stand_once_in_the_compiled_file(tmp_path):
    text = compiled.write_compiled(read_activities(written(tmp_path, SMALL)), "0")
    assert text.startswith('{"digest": "0",')
    assert text == compiled.write_compiled(read_activities(written(tmp_path, SMALL)), "0")
