"""What a user may set, each with its unit, range and default.

Settings come from environment variables; nothing else is read, and nothing is read at import.
`SETTINGS` is the one list: the reader below, the error messages and `docs/settings.md` follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; `SETTINGS` describes each."""

    max_input_bytes: int = 20_000_000
    threads: int = 0
    model: Path | None = None
    places: Path | None = None
    activities: Path | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: the `field` of `Settings` it fills, and what it means.

    `least` and `most` are the range of a whole number, both included; None for a path.
    """

    variable: str
    field: str
    meaning: str
    least: int | None = None
    most: int | None = None


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "REPORTEDLY_MAX_INPUT_BYTES",
        "max_input_bytes",
        "A report with more bytes than this is refused, so that one file cannot take all memory.",
        least=1,
        most=2_000_000_000,
    ),
    Setting(
        "REPORTEDLY_THREADS",
        "threads",
        "Threads that the reading model uses; 0 means as many as there are cores.",
        least=0,
        most=1_024,
    ),
    Setting(
        "REPORTEDLY_MODEL",
        "model",
        "Folder of the reading model; empty means the one shipped in the package.",
    ),
    Setting(
        "REPORTEDLY_PLACES",
        "places",
        "Gazetteer file, as `reportedly places load` writes it; empty means the one shipped in the package.",
    ),
    Setting(
        "REPORTEDLY_ACTIVITIES",
        "activities",
        "Activity pack; empty means the one shipped in the package.",
    ),
)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings out of environment variables.

    Args:
        environment: names and values, such as `os.environ`. Other names are ignored.
    Returns:
        The settings; a variable that is missing or empty leaves its default.
    Raises:
        SettingsError: a value is not a whole number, or out of its range.
    """
    defaults = Settings()
    numbers: dict[str, int] = {}
    paths: dict[str, Path] = {}
    for setting in SETTINGS:
        written = environment.get(setting.variable, "").strip()
        if not written:
            continue
        if setting.least is None or setting.most is None:
            paths[setting.field] = Path(written)
        else:
            numbers[setting.field] = _whole_number(setting, written, (setting.least, setting.most))
    return Settings(
        max_input_bytes=numbers.get("max_input_bytes", defaults.max_input_bytes),
        threads=numbers.get("threads", defaults.threads),
        model=paths.get("model"),
        places=paths.get("places"),
        activities=paths.get("activities"),
    )


def _whole_number(setting: Setting, written: str, bounds: tuple[int, int]) -> int:
    least, most = bounds
    wanted = f"set it to a whole number from {least} to {most}, or leave it out"
    try:
        number = int(written)
    except ValueError as error:
        raise SettingsError(setting.variable, f"{written!r} is not a whole number", wanted) from error
    if not least <= number <= most:
        raise SettingsError(setting.variable, f"{number} is out of range", wanted)
    return number
