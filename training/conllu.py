"""Reads CoNLL-U: syntactic words only (ranges and empty nodes are passed over).

Source: https://universaldependencies.org/format.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import BrokenInput


@dataclass(frozen=True, slots=True)
class UdWord:
    """One row; `head` counts from 1 inside the sentence, 0 is the root; `entity` is GUM's bracket code."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class UdSentence:
    """One tree, and whether a document or a paragraph begins with it."""

    id: str
    words: tuple[UdWord, ...]
    new_document: bool
    new_paragraph: bool


def read_conllu(path: Path) -> Iterator[UdSentence]:
    """Yield the sentences of a file in order.

    Raises:
        BrokenInput: a line that is no CoNLL-U; the message has its number.
    """
    words: list[UdWord] = []
    notes: list[str] = []
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate([*lines, "\n"], 1):
                if line.startswith("#"):
                    notes.append(line[1:].strip())
                elif line.strip():
                    words += _word(path, number, line)
                elif words:
                    yield _sentence(path, notes, words)
                    words, notes = [], []
    except UnicodeDecodeError as error:
        raise BrokenInput(str(path), f"is not UTF-8 ({error.reason})", "give a .conllu file") from error


def _word(path: Path, number: int, line: str) -> Iterator[UdWord]:
    """Yield the row's word; nothing for a range (3-4) or an empty node (3.1)."""
    columns = line.rstrip("\n").split("\t")
    if len(columns) != 10:
        wrong = f"line {number} has {len(columns)} columns instead of 10"
        raise BrokenInput(str(path), wrong, "give a .conllu file")
    if not columns[0].isdecimal():
        return
    if not columns[6].isdecimal():
        wrong = f"line {number} has the head {columns[6]!r}"
        raise BrokenInput(str(path), wrong, "give a treebank with a tree for each sentence")
    form, lemma, upos, xpos = columns[1:5]
    yield UdWord(form, lemma, upos, xpos, int(columns[6]), columns[7], _entity(columns[9]))


def _entity(misc: str) -> str:
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")


def _sentence(path: Path, notes: list[str], words: list[UdWord]) -> UdSentence:
    name = next((n.partition("=")[2].strip() for n in notes if n.startswith("sent_id")), "")
    if max(word.head for word in words) > len(words):
        wrong = f"sentence {name or words[0].form!r} has a head behind its last word"
        raise BrokenInput(str(path), wrong, "mend the tree")
    document = any(n.startswith("newdoc") for n in notes)
    paragraph = document or any(n == "newpar" or n.startswith("newpar id") for n in notes)
    return UdSentence(name, tuple(words), document, paragraph)
