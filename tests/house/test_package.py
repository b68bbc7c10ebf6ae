"""The package as it is installed: version, locks, wheel."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HASHED = ("run", "test", "bench")
LOCKS = (*HASHED, "train")


def lock(name):
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def pins(name):
    """Name and version of what a lock pins, names folded."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock(name), flags=re.MULTILINE)
    return [(package.lower().replace("_", "-"), version) for package, version in found]


def asked_for(requirements):
    return {re.split(r"[<>=~!;\[ ]", one)[0].lower() for one in requirements if isinstance(one, str)}


def test_the_version_is_the_same_everywhere():
    assert PROJECT["project"]["version"] == reportedly.__version__
    first = re.search(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert first is not None
    assert first.group(1) == reportedly.__version__


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_that_is_asked_for(name):
    wanted = asked_for(PROJECT["project"]["dependencies"])
    wanted |= asked_for(PROJECT["dependency-groups"]["build" if name == "run" else name])
    assert wanted <= {package for package, _ in pins(name)}


@pytest.mark.parametrize("name", HASHED)
def test_a_lock_has_a_hash_for_every_pin(name):
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", lock(name), flags=re.MULTILINE).strip())
    assert len(blocks) == len(pins(name))
    for block in blocks:
        assert "--hash=sha256:" in block


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_folder(name):
    for line in lock(name).splitlines():
        assert not re.search(r"://|^-|--(?!hash)| @ |(^|\s)[./~]", line), line


def test_the_lock_for_training_leaves_the_accelerator_to_torch():
    assert not [package for package, _ in pins("train") if package.startswith(("cuda", "nvidia", "triton"))]


def test_the_build_uses_the_pinned_hatchling():
    (wanted,) = PROJECT["build-system"]["requires"]
    assert wanted in PROJECT["dependency-groups"]["build"]
    for name in LOCKS:
        assert tuple(wanted.split("==")) in pins(name)


def test_every_rule_that_the_linter_leaves_out_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    ignored = text[text.index("\nignore = [") : text.index("[tool.ruff.lint.mccabe]")].splitlines()[2:-2]
    assert len(ignored) == len(PROJECT["tool"]["ruff"]["lint"]["ignore"])
    for line in ignored:
        assert re.fullmatch(r'    "[A-Z]+\d+", +# .{10,}', line), line


def test_the_wheel_holds_the_code_the_packs_the_schema_and_the_model(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("reportedly/")}
    source = ROOT / "src"
    wanted = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    assert inside == {name for name in wanted if "__pycache__" not in name}
    assert "reportedly/py.typed" in inside
    assert "reportedly/export/claims-1.schema.json" in inside


def test_the_check_of_a_change_can_be_started():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").splitlines()[0] == "#!/usr/bin/env bash"
