"""The words of one amount, brought to one shape: no quotation marks, a unit apart from its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.measures import read_unit
from reportedly.compose.numerals import multiplier, read_figures
from reportedly.records import Word

_QUOTES = frozenset("\" “ ” ‘ ’ ` `` '' '".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the figures or the letters of one ("15" and "km"), at `begin` to `end` of the text."""

    text: str
    lower: str
    upos: str
    begin: int
    end: int


class Phrase:
    """The pieces of an amount, to be asked for by index; past the end they are empty words."""

    __slots__ = ("_origin", "_text", "lower", "pieces", "words")

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self._text = text
        self._origin = words[0].span.begin if words else 0
        self.pieces = tuple(_pieces(words))
        self.words = [piece.text for piece in self.pieces]
        self.lower = [piece.lower for piece in self.pieces]

    def __len__(self) -> int:
        return len(self.pieces)

    def at(self, index: int) -> str:
        """Return the word at an index in lower case; empty outside the amount."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def upos(self, index: int) -> str:
        """Return its part of speech; empty outside the amount."""
        return self.pieces[index].upos if 0 <= index < len(self.pieces) else ""

    def says(self, at: int, words: str) -> bool:
        """Whether these words, split by spaces, stand at an index."""
        wanted = words.split()
        return self.lower[at : at + len(wanted)] == wanted

    def written(self, begin: int, end: int) -> str | None:
        """Return the words of a range as written, in lower case and without quotation marks.

        Args:
            begin: index of the first.
            end: index behind the last.
        Returns:
            None when the range is empty.
        """
        if begin >= end:
            return None
        first, last = self.pieces[begin].begin - self._origin, self.pieces[end - 1].end - self._origin
        plain = "".join(" " if letter in '"“”' else letter for letter in self._text[first:last])
        return " ".join(plain.lower().split()) or None


def _pieces(words: Sequence[Word]) -> Iterator[Piece]:
    position = 0
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        lower, text, end = word.text.lower(), word.text, word.span.end
        # "3.5m" is two words for the reader, which takes "3.5" first.
        if following and _is_letter_behind(word, following):
            lower, text, end = lower + following.text.lower(), text + following.text, following.span.end
            position += 1
        position += 1
        if lower not in _QUOTES:
            yield from _apart(Piece(text, lower, word.upos, word.span.begin, end))


def _is_letter_behind(word: Word, following: Word) -> bool:
    is_glued = word.span.end == following.span.begin and word.text[-1:].isdecimal()
    letters = following.text.lower()
    return (
        is_glued
        and (multiplier(letters) is not None or read_unit([letters], 0) is not None)
        and letters != "%"
    )


def _apart(piece: Piece) -> Iterator[Piece]:
    """A piece, or its figures and its unit: "15km". "3m" stays, as it may be three million."""
    figures = read_figures(piece.lower)
    letters = figures[1] if figures else ""
    if not letters or multiplier(letters) is not None or read_unit([letters], 0) is None:
        yield piece
        return
    middle = piece.end - len(letters)
    yield Piece(piece.text[: -len(letters)], piece.lower[: -len(letters)], "NUM", piece.begin, middle)
    yield Piece(letters, letters, "NOUN", middle, piece.end)
