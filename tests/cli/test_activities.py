import json

import pytest

from reportedly.cli import commands, main
from reportedly.errors import BrokenInput
from reportedly.pipeline import Outcome
from tests.export.invented import a_denial, a_document, some_readings
from tests.packs.test_activities import SMALL, changed, written


class FakePipeline:
    def __init__(self, settings):
        self.settings = settings

    def read_all(self, sources, *, published=None):
        for _, name in sources:
            damaged = BrokenInput(name, "is damaged", "get it again")
            yield damaged if "damaged" in name else Outcome(a_document(), some_readings(), (a_denial(),))


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    monkeypatch.setattr(commands, "Pipeline", FakePipeline)
    monkeypatch.delenv("REPORTEDLY_ACTIVITIES", raising=False)


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    (folder / "below").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("b.txt", "below/a.txt", ".hidden/c.txt", ".d.txt"):
        (folder / name).write_text("words", encoding="utf-8")
    return folder


def shown(capsys, *arguments):
    assert main(["activities", *map(str, arguments), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_shipped_pack_is_checked_without_reports(capsys):
    assert main(["activities"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("smuggling ")
    assert err == ""


def test_another_pack_is_checked_by_option_or_by_setting(capsys, tmp_path, monkeypatch):
    path = written(tmp_path, SMALL)
    by_option = shown(capsys, "--activities", path)
    monkeypatch.setenv("REPORTEDLY_ACTIVITIES", str(path))
    assert by_option == shown(capsys)
    assert [one["id"] for one in by_option["activities"]] == ["smuggling"]


def test_the_option_wins_over_the_setting(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_ACTIVITIES", str(tmp_path / "gone.yml"))
    assert len(shown(capsys, "--activities", written(tmp_path, SMALL))["activities"]) == 1


def test_a_pack_that_breaks_a_rule_is_refused_with_its_entry_and_key(capsys, tmp_path):
    path = written(tmp_path, changed(acled="Skirmish"))
    assert main(["activities", "--activities", str(path)]) == 3
    assert "activities.yml, activities smuggling, key 'acled': is 'Skirmish'" in capsys.readouterr().err


def test_the_files_of_a_folder_are_read_in_order_without_hidden_ones(capsys, reports):
    tree = shown(capsys, reports)
    assert sum(len(one["claims"]) for one in tree["activities"]) == 2


def test_a_report_that_cannot_be_read_leaves_one_line_and_the_others_are_read(capsys, reports):
    (reports / "damaged.pdf").write_bytes(b"%PDF")
    assert main(["activities", str(reports)]) == 1
    out, err = capsys.readouterr()
    assert "extortion: 2\n" in out
    assert err.count("\n") == 1


def test_reports_are_read_with_the_chosen_pack(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        commands, "Pipeline", lambda settings: asked.append(settings) or FakePipeline(settings)
    )
    path = written(tmp_path, SMALL)
    main(["read", "a.txt", "--activities", str(path)])
    main(["activities", "a.txt", "--activities", str(path)])
    assert [settings.activities for settings in asked] == [path, path]
