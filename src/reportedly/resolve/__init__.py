"""Resolves names inside one document: short forms, pronouns and titles to the full name.

Takes: a Document, its Readings, its Claims.
Gives: the same Claims with every mention's `name` in full where the document gives it.
Never: changes a mention's words or span, or guesses a name that the document does not spell out.
"""

from reportedly.resolve.mentions import resolve

__all__ = ["resolve"]
