"""Sees what a document's sentences say: words, trees, entities, attributions.

Takes: a Document.
Gives: one Reading a passage, in order; boilerplate has an empty one.
Never: changes the text, decides what is a claim, or reaches outside this machine.
"""

from reportedly.read.reader import Begun, Reader

__all__ = ["Begun", "Reader"]
