"""Composes claims from what was read: who said what, through whom, how firmly.

Takes: a Document, its Readings, the packs.
Gives: Claims in text order; a voice or actor is named as the text names it at that spot.
Never: resolves a name, decides what is true, or adds a voice that the text does not show.
"""

from reportedly.compose.claims import compose
from reportedly.compose.scene import Packs

__all__ = ["Packs", "compose"]
