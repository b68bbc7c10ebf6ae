"""The command that checks an activity pack and shows what it matches."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.cli.commands import complain_of, load_pipeline
from reportedly.cli.output import choose_page, speak_utf8
from reportedly.export import Taken, taken_by, write_activities, write_activities_json
from reportedly.packs import check_triggers, load_activities, load_cues
from reportedly.settings import Settings, read_settings

_SHIPPED = "activities.yml"


def show_activities(reports: Sequence[str], *, form: str, environment: Mapping[str, str]) -> int:
    """Check a pack, read the reports with it, and print both.

    Args:
        reports: paths of reports, and of folders whose files are reports; empty checks the pack only.
        form: text or json.
    Returns:
        0 when every report was read, 1 when some were not.
    Raises:
        SettingsError: a setting is impossible.
        ModelError: the reading model is missing or not the one this version expects.
        PackError: the pack breaks a rule; it names the entry and the key.
    """
    settings = read_settings(environment)
    checked = check_triggers(load_activities(settings.activities))
    taken: list[Taken] | None = [] if reports else None
    failed = _take(reports, settings, taken) if taken is not None else 0
    name = settings.activities.name if settings.activities else _SHIPPED
    speak_utf8(sys.stdout)
    if form == "json":
        print(write_activities_json(name, checked, taken))
    else:
        print(write_activities(checked, taken, choose_page(sys.stdout, environment)))
    sys.stdout.flush()
    return 1 if failed else 0


def _take(reports: Sequence[str], settings: Settings, taken: list[Taken]) -> int:
    """Read the reports into `taken`; returns how many could not be read."""
    files, acts, failed = list(_files(reports)), load_cues().acts, 0
    outcomes = load_pipeline(settings).read_all((file, str(file)) for file in files)
    for file, outcome in zip(files, outcomes, strict=True):
        if isinstance(outcome, Exception):
            complain_of(str(file), outcome)
            failed += 1
        else:
            taken += taken_by(outcome.document, outcome.readings, outcome.claims, acts=acts)
    return failed


def _files(reports: Sequence[str]) -> Iterator[Path]:
    """The reports, with the files of each folder in the order of their names; hidden ones are left out."""
    for report in map(Path, reports):
        if not report.is_dir():
            yield report
            continue
        for file in sorted(report.rglob("*")):
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(report).parts):
                yield file
