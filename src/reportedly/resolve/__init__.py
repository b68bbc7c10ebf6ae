"""Resolves names: inside one document to the full name, then against the registry of actors.

Takes: a Document, its Readings, its Claims, and the Registry.
Gives: the same Claims with every mention's `name` in full where the document gives it, and its `resolution`.
Never: changes a mention's words or span, guesses a name that the document does not spell out, or takes one of
two entries that a name fits.
"""

from reportedly.resolve.match import SAME, Match, Matcher
from reportedly.resolve.mentions import resolve
from reportedly.resolve.registry import Registry, name_states

__all__ = ["SAME", "Match", "Matcher", "Registry", "name_states", "resolve"]
