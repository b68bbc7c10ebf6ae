"""Export.

Takes: a document, what was read in it, and its claims.
Gives: the same as JSON, as JSON lines, or as text to read; for one claim, how it came about; for an
activity pack, what is idle in it and what it takes.
Never: changes, drops or reorders a claim, or prints.
"""

from reportedly.export.activities import (
    ACTIVITIES_SCHEMA,
    Taken,
    taken_by,
    write_activities,
    write_activities_json,
)
from reportedly.export.explanation import write_explanation
from reportedly.export.objects import SCHEMA, json_lines, json_pieces, write_json, write_lines
from reportedly.export.text import Page, clean, write_text

__all__ = [
    "ACTIVITIES_SCHEMA",
    "SCHEMA",
    "Page",
    "Taken",
    "clean",
    "json_lines",
    "json_pieces",
    "taken_by",
    "write_activities",
    "write_activities_json",
    "write_explanation",
    "write_json",
    "write_lines",
    "write_text",
]
