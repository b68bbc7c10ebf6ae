"""Export.

Takes: a document, what was read in it, and its claims.
Gives: the same as JSON, as JSON lines, or as text to read; for one claim, how it came about.
Never: changes, drops or reorders a claim, or prints.
"""

from reportedly.export.explanation import write_explanation
from reportedly.export.objects import SCHEMA, json_lines, json_pieces, write_json, write_lines
from reportedly.export.text import Page, clean, write_text

__all__ = [
    "SCHEMA",
    "Page",
    "clean",
    "json_lines",
    "json_pieces",
    "write_explanation",
    "write_json",
    "write_lines",
    "write_text",
]
