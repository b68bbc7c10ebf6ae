"""The pages: what they name exists, and what they show is what the program does."""

import dataclasses
import re
import shlex
from enum import StrEnum
from pathlib import Path

import pytest

from reportedly import records
from reportedly.cli.options import build_parser
from reportedly.export import Page, write_text
from reportedly.packs import check_triggers, load_activities
from reportedly.samples import load_sample

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
STAGES = ("ingest", "read", "compose", "resolve", "ledger", "assess", "report", "export", "web")


def relative(path):
    return path.relative_to(ROOT).as_posix()


def targets():
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))


def commands(path):
    """What stands after `$ ` or alone in a code block, or between backquotes, and starts like a command."""
    text = path.read_text("utf-8")
    found = re.findall(r"^(?:    |\$ )?((?:make|reportedly) [^\n]+)$", text, flags=re.MULTILINE)
    found += re.findall(r"`((?:make|reportedly) [a-z][^`\n]*)`", text)
    return [command.split("  ")[0].split(" #")[0] for command in found]


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_every_link_to_a_file_leads_somewhere(path):
    for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link


# What a command named alone ("`reportedly read`") lacks.
LACKING = {"read": ["FILE"], "explain": ["1", "FILE"], "places load": ["FILE", "--to", "PATH"]}


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_every_command_on_a_page_exists(path):
    for command in commands(path):
        words = shlex.split(command)
        if words[0] == "make":
            assert next(word for word in words[1:] if "=" not in word) in targets(), command
        elif len(words) == 2 or " ".join(words[1:]) in LACKING:
            assert build_parser().parse_args([*words[1:], *LACKING.get(" ".join(words[1:]), [])]), command
        elif "..." not in command and "[" not in command:
            assert build_parser().parse_args(words[1:]), command


def test_the_two_commands_of_the_readme_are_there():
    assert {"make demo", "make test"} <= set(commands(ROOT / "README.md"))


def test_every_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in targets() - {"python"}:
        assert re.search(rf"^{target}:.* ## \S", makefile, flags=re.MULTILINE), target


def test_every_noun_of_the_records_is_explained():
    page = (ROOT / "docs" / "concepts.md").read_text("utf-8")
    for name, value in vars(records).items():
        if isinstance(value, type) and dataclasses.is_dataclass(value):
            assert re.search(rf"^\| {name} \|", page, flags=re.MULTILINE), name


def test_every_polarity_modality_kind_of_voice_and_bound_is_explained():
    page = (ROOT / "docs" / "concepts.md").read_text("utf-8")
    for values in (records.Polarity, records.Modality, records.VoiceKind, records.Bound):
        assert issubclass(values, StrEnum)
        for value in values:
            assert f"`{value.value}`" in page, value


def test_every_stage_is_in_the_architecture():
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for stage in STAGES:
        assert f"`{stage}`" in page


@pytest.mark.parametrize("path", DECISIONS, ids=relative)
def test_a_decision_is_dated_and_says_what_was_rejected_and_why(path):
    assert re.match(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$", path.name)
    text = path.read_text("utf-8")
    for heading in ("## What", "## Rejected", "## Why"):
        assert heading in text, heading


def test_the_activity_that_a_page_adds_is_a_right_one_with_triggers_that_decide(tmp_path):
    page = (ROOT / "docs" / "activities.md").read_text("utf-8")
    shipped = (ROOT / "src" / "reportedly" / "packs" / "activities.yml").read_text("utf-8")
    (entry,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    pack = tmp_path / "pack.yml"
    pack.write_text(f"{shipped.rstrip()}\n{entry}", encoding="utf-8")
    (*_, added) = check_triggers(load_activities(pack))
    assert added.entry.id == "hostage-video"
    assert added.repeated == added.beaten == ()


def test_the_readme_shows_what_the_demo_prints(pipeline):
    """Each claim on the page, as the program prints it; the page may show only some of them."""
    sample = load_sample()
    outcome = pipeline.read(sample.content, name=sample.name, published=sample.published)
    printed = write_text(outcome.document, outcome.readings, outcome.claims, Page())
    readme = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"<!-- demo:begin -->\n```text\n(.*?)\n```\n<!-- demo:end -->", readme, re.DOTALL)
    assert block is not None
    for part in block.group(1).split("\n\n"):
        assert part in (printed + "\n…").split("\n\n") or part == "…", part
