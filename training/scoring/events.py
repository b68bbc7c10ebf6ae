"""Scores event records made of press releases: when, where, against whom, what, and how many at least.

Each figure is the share of reports in which that field is right. `date` is exact. `date_near` allows one day
more or less, since what happens in a night is dated by either of its two days, and compares month and day
alone where the report leaves out the year. Where the label names several groups or types, one is right.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import BrokenInput
from reportedly.pipeline import Pipeline
from reportedly.settings import Settings
from training.corpora import find, read_text
from training.events import Day, Event, Names, event_of
from training.scoring.task import Figures, Marker, Row, Size, Task

FIGURES = ("date", "province", "group", "type", "min_killed", "min_captured", "date_near")
NAMES = Path(__file__).with_name("isaf.yml")
_ANY_YEAR = 2000  # a leap year stands in for an unknown one
_YEAR_DAYS = 366

_Row = dict[str, Any]  # one line, as it came


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a report of .jsonl lines: {"text", "label": {"start_date", "event_type", "province", …}}.

    Raises:
        CorpusMissing: no .jsonl file.
        BrokenInput: a line that is no JSON, or lacks a key.
    """
    pipeline, names = Pipeline(Settings(), reader=reader), read_names(NAMES)
    for file in find(path, "*.jsonl"):
        for number, line in enumerate(read_text(file).split("\n"), 1):
            if line.strip():
                text, label = _report(line, f"{file}, line {number}")
                event = event_of(pipeline.read(text.encode(), name=file.name), names)
                yield {"reports": 1.0, **{name: float(right) for name, right in judged(event, label).items()}}


def read_names(path: Path) -> Names:
    """Read the patterns of provinces and groups."""
    top = yaml.safe_load(read_text(path))
    provinces, groups = (
        {name: re.compile(pattern, re.IGNORECASE) for name, pattern in top[key].items()}
        for key in ("provinces", "groups")
    )
    return Names(provinces, groups)


def _report(line: str, where: str) -> tuple[str, Mapping[str, Any]]:
    try:
        row: _Row = json.loads(line)
        label = row["label"]
        date.fromisoformat(label["start_date"])
        for key in ("event_type", "province", "target_group"):
            label[key] = {name for one in label[key] for name in one.split(";")}
        label["min_killed"], label["min_captured"] = int(label["min_killed"]), int(label["min_captured"])
        return str(row["text"]), label
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        do = 'give {"text", "label": {"start_date", "event_type", "province", "target_group", …}}'
        raise BrokenInput(where, f"is no labelled report ({error!r})", do) from error


def judged(event: Event, label: Mapping[str, Any]) -> dict[str, bool]:
    """Return for each figure whether it is right; a field that is unknown agrees with an empty label."""
    gold = date.fromisoformat(label["start_date"])
    return {
        "date_near": event.date is not None and days_apart(event.date, gold) <= 1,
        "province": (event.province or "") in label["province"],
        "group": (event.group or "") in label["target_group"],
        "type": (event.type or "") in label["event_type"],
        "min_killed": event.min_killed == label["min_killed"],
        "min_captured": event.min_captured == label["min_captured"],
        "date": event.date is not None and event.date == Day(gold.year, gold.month, gold.day),
    }


def days_apart(day: Day, gold: date) -> int:
    """Return how many days lie between; within any year where the year of the first is unknown."""
    if day.year is not None:
        return abs((date(day.year, day.month, day.day) - gold).days)
    apart = abs((date(_ANY_YEAR, day.month, day.day) - gold.replace(year=_ANY_YEAR)).days)
    return min(apart, _YEAR_DAYS - apart)


def figures(row: Row) -> Figures:
    """Return the share of reports in which each field is right, 0 … 1; 0 without reports."""
    reports = row.get("reports", 0)
    return {name: row.get(name, 0.0) / reports if reports else 0.0 for name in FIGURES}


def size(row: Row) -> Size:
    """Return how many reports there are."""
    return {"reports": int(row.get("reports", 0))}


TASK = Task(rows, figures, size, digits=4, step=0.01, by_rules=True)
