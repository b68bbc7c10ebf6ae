"""Resolves names: inside one document to the full name, then against the actors and the places known.

Takes: a Document, its Readings, its Claims, the Registry of actors and the Places of the gazetteer.
Gives: the same Claims with every mention's `name` in full where the document gives it, and its `resolution`.
Never: changes a mention's words or span, guesses a name that the document does not spell out, or takes one of
two entries that a name fits.
"""

from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.geonames import load_dump
from reportedly.resolve.match import SAME, Match, Matcher
from reportedly.resolve.mentions import resolve
from reportedly.resolve.places import Places
from reportedly.resolve.registry import Registry, name_states

__all__ = [
    "SAME",
    "Gazetteer",
    "Match",
    "Matcher",
    "Places",
    "Registry",
    "load_dump",
    "name_states",
    "resolve",
]
