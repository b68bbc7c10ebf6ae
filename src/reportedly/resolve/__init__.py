"""Resolves names: short forms, pronouns and titles to the full name, and places to the gazetteer.

Takes: a Document, its Readings, its Claims, and what places are looked up in.
Gives: the same Claims with every mention's `name` in full where the document gives it, and each place's
entry in the gazetteer.
Never: changes a mention's words or span, or guesses a name that the document does not spell out.
"""

from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.geonames import load_dump
from reportedly.resolve.mentions import resolve
from reportedly.resolve.places import Places

__all__ = ["Gazetteer", "Places", "load_dump", "resolve"]
