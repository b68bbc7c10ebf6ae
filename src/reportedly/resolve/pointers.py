"""What the model takes a pronoun to point to, where that is a name."""

from collections.abc import Sequence

from reportedly.records import Document, Reading, Span
from reportedly.resolve.titles import PRONOUNS

Pointers = dict[int, Span]  # where a pronoun begins -> the words of the name that it points to


def find_pointers(document: Document, readings: Sequence[Reading]) -> Pointers:
    """Return the names that pronouns point to.

    A common noun is left out: "he" behind "the officer" may be any officer, and what stands nearest decides.
    """
    named: dict[int, Span] = {}
    found: Pointers = {}
    for reference in (r for reading in readings for r in reading.references):
        words = document.text[reference.span.begin : reference.span.end]
        if words.lower() in PRONOUNS:
            if reference.referent in named:
                found[reference.span.begin] = named[reference.referent]
        elif _is_name(words):
            named[reference.referent] = reference.span
    return found


def _is_name(words: str) -> bool:
    """Whether words have a capital beyond the first: "Ila Venn", "the Harbour Board"; no "The board"."""
    first, *others = words.split()
    return any(word[:1].isupper() for word in others) or (not others and first[:1].isupper())
