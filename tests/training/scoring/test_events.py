import json
from datetime import date

import pytest

from reportedly.errors import BrokenInput
from training.evaluate import main, score
from training.events import Day, Event
from training.scoring.events import NAMES, days_apart, figures, judged, read_names

LABEL = {
    "start_date": "2031-04-08",
    "event_type": ["detention"],
    "province": ["kunar"],
    "target_group": [""],
    "min_killed": 0,
    "min_captured": 2,
}
TEXT = "KESH, Afghanistan (April 9, 2031) - Guards detained two insurgents in Kunar province, yesterday."


def write(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def label(**changed):
    sets = {key: set(LABEL[key]) for key in ("event_type", "province", "target_group")}
    return {**LABEL, **sets, **changed}


def test_each_field_of_a_report_is_judged(tmp_path, capsys):
    wrong = {**LABEL, "province": ["helmand"], "start_date": "2031-04-07", "min_captured": 3}
    path = write(tmp_path / "a.jsonl", {"text": TEXT, "label": LABEL}, {"text": TEXT, "label": wrong})
    assert main(["events", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in found if name not in ("ci", "n")} == {
        "date_near": 1.0,
        "province": 0.5,
        "group": 1.0,
        "type": 1.0,
        "min_killed": 1.0,
        "min_captured": 0.5,
        "date": 0.5,
    }
    assert found["ci"]["province"] == {"lo": 0.0, "hi": 1.0}
    assert found["n"] == {"reports": 2}


@pytest.mark.parametrize(
    ("day", "apart"),
    [
        (Day(2031, 4, 8), 0),
        (Day(2031, 4, 10), 2),
        (Day(2030, 4, 8), 365),
        (Day(None, 4, 9), 1),
    ],
)
def test_days_are_counted_in_the_year_that_is_known(day, apart):
    assert days_apart(day, date(2031, 4, 8)) == apart


def test_the_turn_of_the_year_is_no_distance_when_the_year_is_unknown():
    assert days_apart(Day(None, 12, 31), date(2031, 1, 1)) == 1


def test_what_is_unknown_agrees_with_an_empty_label_alone():
    unknown = Event(None, None, None, None, 0, 0)
    right = judged(unknown, label())
    assert [name for name, ok in right.items() if ok] == ["group", "min_killed"]


def test_one_of_several_labels_is_enough():
    event = Event(Day(2031, 4, 8), "kunar", "haqqani", "detention", 0, 2)
    assert all(judged(event, label(target_group={"haqqani", "hig"})).values())
    assert not judged(event, label(target_group={"taliban"}))["group"]


def test_without_reports_every_share_is_zero():
    assert set(figures({}).values()) == {0.0}


@pytest.mark.parametrize("line", ["[", "{}", '{"text": "a", "label": {"start_date": "soon"}}'])
def test_a_damaged_line_is_named_by_its_number(tmp_path, line):
    (tmp_path / "a.jsonl").write_text(line + "\n", "utf-8")
    with pytest.raises(BrokenInput, match=r"a\.jsonl, line 1: is no labelled report"):
        score("events", tmp_path, None)


def test_the_patterns_know_other_spellings():
    names = read_names(NAMES)
    assert len(names.provinces) == 34
    for name, spelling in (("paktya", "Paktia"), ("sar-e pul", "Sar-e-Pul"), ("kunduz", "Qunduz")):
        assert names.provinces[name].fullmatch(spelling)
    assert names.groups["hig"].fullmatch("Hezb-e Islami Gulbuddin")
