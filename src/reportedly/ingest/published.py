"""When a report was published: an ISO 8601 date as precise as its source gave it."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reportedly.errors import SettingsError

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(?P<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=T|$)")
_WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%B %d %Y", "%b. %d, %Y")
_ZONE_NAME = re.compile(r"\[[\w/+-]+\]$")


def parse_published(value: str) -> str | None:
    """Reads a date as machines and pages write it.

    Args:
        value: ISO 8601 (year, month, day, or date and time with or without offset), an e-mail date
            ("Wed, 06 Feb 2019 10:00:00 GMT"), or a written one ("February 6, 2019").

    Returns:
        ISO 8601 with the precision and offset of the value, or None when it is no date. "Z" and
        "+0000" become "+00:00".
    """
    trimmed = _ZONE_NAME.sub("", value.strip())
    return _iso(_COMPACT.sub(r"\1-\2-\3", trimmed)) or _mail_date(trimmed) or _written(trimmed)


def require_published(value: str) -> str:
    """Reads the date that a user gave.

    Raises:
        SettingsError: no ISO 8601 year, month, date or date-time.
    """
    found = _iso(value.strip())
    if found is None:
        raise SettingsError("published", f"{value!r} is no ISO 8601 date", "write it like 2019-02-06")
    return found


def _iso(value: str) -> str | None:
    found = _ISO.fullmatch(value)
    if found is None or not _exists(found):
        return None
    day = "-".join(part for part in found.group("year", "month", "day") if part)
    if found["clock"] is None:
        return day
    return f"{day}T{found['clock'].replace(',', '.')}{_offset(found['offset'])}"


def _exists(found: re.Match[str]) -> bool:
    clock = (found["clock"] or "00:00")[:8]
    try:
        day = f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"
        datetime.fromisoformat(f"{day}T{clock}{_offset(found['offset'])}")
    except ValueError:
        return False
    return True


def _offset(written: str | None) -> str:
    if written is None:
        return ""
    if written == "Z":
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def _mail_date(value: str) -> str | None:
    if "," not in value or ":" not in value:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, IndexError, TypeError):
        return None


def _written(value: str) -> str | None:
    for form in _WRITTEN:
        try:
            return datetime.strptime(value, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return None
