"""Readers: every corpus becomes `Labelled` documents over one kind of words.

Takes paths given on the command line; gives labelled words; never copies a corpus anywhere.
A label that a corpus does not have is None, so that no loss is counted for it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportedly.errors import BrokenInput
from reportedly.read.lemmas import rule_of
from reportedly.read.sentences import split_sentences
from reportedly.read.words import split_words
from reportedly.records import Reference, Span
from training.conllu import UdSentence, read_conllu
from training.voiced import Link, Voiced, attributions_of

# GUM's types of named mentions, in re3d's words.
NAMED = {"person": "Person", "organization": "Organisation", "place": "Location"}
ROLES = ("Source", "Cue", "Content")
SENTENCES_A_TEXT = 6  # of those that stand alone: as many as a window holds


_Row = dict[str, Any]  # one line of a JSON corpus, as it came


class CorpusMissing(FileNotFoundError):
    """A corpus is not where the command line says; the message names the path and the next step."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One gold attribution: character spans a role, as annotated."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """One claim labelled by hand: its proposition, activity ("none" for none), modality, number of voices.

    `depth` is 0, 1, or 2 for two and more.
    """

    span: Span
    activity: str
    modality: str
    depth: int


@dataclass(frozen=True, slots=True)
class Syntax:
    """One label a word; `heads` are word indexes in the document, a root is its own head."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document as words, sentences and whatever labels its corpus has.

    `spans` index `text`; `sentences` are half-open ranges of words; `entities` and `names` (GUM's named
    mentions) are spans of characters with their type; `references` are GUM's mentions of whatever is
    spoken of; `factuality` has a number of -3 … 3 for each word that is judged, None for the others;
    `activities` are stretches with the activity that they report, where no claim is labelled.
    """

    name: str
    text: str
    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraph_starts: frozenset[int]
    attributions: tuple[Attributed, ...] | None = None
    syntax: Syntax | None = None
    entities: tuple[tuple[Span, str], ...] | None = None
    claims: tuple[LabelledClaim, ...] | None = None
    names: tuple[tuple[Span, str], ...] | None = None
    references: tuple[Reference, ...] | None = None
    factuality: tuple[float | None, ...] | None = None
    activities: tuple[tuple[Span, str], ...] | None = None

    @property
    def words(self) -> list[str]:
        """The words' own characters."""
        return [self.text[s.begin : s.end] for s in self.spans]


def need(path: Path) -> Path:
    """Return `path` when it exists.

    Raises:
        CorpusMissing: when it does not.
    """
    if not path.exists():
        raise CorpusMissing(f"{path}: no such corpus; give the path that holds it on the command line")
    return path


def find(path: Path, pattern: str) -> list[Path]:
    """Return `path` itself when it is a file, else the files below it that match, sorted.

    Names that begin with a full stop are passed over: systems leave them behind.

    Raises:
        CorpusMissing: when there is nothing.
    """
    if need(path).is_file():
        return [path]
    found = sorted(p for p in path.rglob(pattern) if not p.name.startswith("."))
    if not found:
        raise CorpusMissing(f"{path}: holds no {pattern}; give the folder of a corpus in that format")
    return found


def read_text(path: Path) -> str:
    """Return a file's text with its line ends as they are, because offsets count them.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: bytes that are not UTF-8.
    """
    try:
        with need(path).open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        wrong = f"is not UTF-8 at byte {error.start}"
        raise BrokenInput(str(path), wrong, "save it as UTF-8") from error


def paragraphs(text: str) -> Iterator[Span]:
    """Yield paragraphs: parted by blank lines where there are any, else by line ends."""
    mark = "\n\n" if "\n\n" in text.strip() else "\n"
    begin = 0
    for part in text.split(mark):
        if part.strip():
            yield Span(begin, begin + len(part))
        begin += len(part) + len(mark)


def tokenise(name: str, text: str) -> Labelled:
    """Return `text` as words and sentences, without labels."""
    spans: list[Span] = []
    sentences: list[tuple[int, int]] = []
    starts: list[int] = []
    for paragraph in paragraphs(text):
        words = list(split_words(text, paragraph))
        starts.append(len(spans))
        sentences += [(b + len(spans), e + len(spans)) for b, e in split_sentences(text, words)]
        spans += words
    return Labelled(name, text, tuple(spans), tuple(sentences), frozenset(starts))


def read_polnear(folder: Path) -> Iterator[Labelled]:
    """Yield PolNeAR articles (a .txt and a brat .ann each, in nested folders too) with their attributions.

    Source: Newell et al. 2018, An Attribution Relations Corpus for Political News; the labels
    Discuss and Discard are skipped, as its authors advise.

    Raises:
        CorpusMissing: no .ann file, or one without its .txt.
        BrokenInput: an annotation without offsets.
    """
    for annotation in find(folder, "*.ann"):
        text = read_text(annotation.with_suffix(".txt"))
        try:
            attributions = tuple(_brat(read_text(annotation)))
        except (ValueError, IndexError) as error:
            do = "give brat stand-off, such as `T1<tab>Cue 10 14<tab>said`"
            raise BrokenInput(str(annotation), f"has a line that cannot be read ({error})", do) from error
        yield replace(tokenise(annotation.stem, text), attributions=attributions)


def _brat(annotation: str) -> Iterator[Attributed]:
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    # Only a line feed ends a line: the quoted words may hold other marks that Python takes for line ends.
    lines = [line.rstrip("\r").split("\t") for line in annotation.split("\n") if "\t" in line]
    for row in lines:
        if row[0].startswith("T"):
            label, places = row[1].split(" ", 1)
            spans[row[0]] = label, tuple(sorted(_place(part) for part in places.split(";")))
    for row in lines:
        if row[0].startswith("E") and row[1].startswith("Attribution"):
            ids = [piece.rsplit(":", 1)[1] for piece in row[1].split()[1:]]
            found = [spans[i] for i in ids if i in spans]
            source, cue, content = (
                tuple(sorted(s for label, parts in found if label == role for s in parts)) for role in ROLES
            )
            yield Attributed(source, cue, content)


def _place(part: str) -> Span:
    begin, end = part.split()
    return Span(int(begin), int(end))


def read_re3d(folder: Path) -> Iterator[Labelled]:
    """Yield the documents of one re3d folder (documents.jsonl, entities.jsonl) with their entities.

    Raises:
        CorpusMissing: no such files.
        BrokenInput: a line that is not JSON or lacks a key.
    """
    entities: dict[str, list[tuple[Span, str]]] = {}
    for row in _jsonl(folder / "entities.jsonl", ("begin", "end", "documentId", "type")):
        place = Span(int(row["begin"]), int(row["end"]))
        entities.setdefault(str(row["documentId"]), []).append((place, str(row["type"])))
    for row in _jsonl(folder / "documents.jsonl", ("_id", "text")):
        found = tuple(sorted(entities.get(str(row["_id"]), [])))
        yield replace(tokenise(str(row["_id"]), str(row["text"])), entities=found)


def read_cases(folder: Path) -> Iterator[Labelled]:
    """Yield the labelled claim texts (a .txt and a .json each) with where propositions begin and end.

    A text whose claims name the words of their voices has its attributions too.

    Raises:
        CorpusMissing: no such folder, or a .json without its .txt.
    """
    for gold in sorted(need(folder).glob("*.json")):
        text = read_text(gold.with_suffix(".txt"))
        claims = json.loads(gold.read_text(encoding="utf-8"))["claims"]
        found = sorted((_claim(c) for c in claims), key=lambda c: c.span)
        yield replace(tokenise(gold.stem, text), claims=tuple(found), attributions=_voiced(text, claims))


def _voiced(text: str, claims: Sequence[_Row]) -> tuple[Attributed, ...] | None:
    if not all("voices" in row for row in claims):
        return None
    voiced = [
        Voiced(
            Span(row["begin"], row["end"]),
            tuple(Link(_words(v["source"]), _words(v["cue"])) for v in row["voices"]),
        )
        for row in sorted(claims, key=lambda row: (row["begin"], row["end"]))
    ]
    return tuple(
        Attributed(_one(link.source), _one(link.cue), content)
        for link, content in attributions_of(text, voiced)
    )


def _words(ends: Sequence[int] | None) -> Span | None:
    return None if ends is None else Span(*ends)


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _claim(row: _Row) -> LabelledClaim:
    depth = min(2, len(row["chain"]))
    return LabelledClaim(Span(row["begin"], row["end"]), row["activity"] or "none", row["modality"], depth)


def read_activities(path: Path) -> Iterator[Labelled]:
    """Yield the sentences of a table "activity, tab, sentence" as texts, a sentence a paragraph.

    A text takes them from all over the table: neighbours of one activity would tell what each other is.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: a line that is not two fields.
    """
    rows = [line.split("\t") for line in read_text(need(path)).splitlines()]
    broken = next((n for n, row in enumerate(rows, 1) if len(row) != 2), None)
    if broken is not None:
        do = "give an activity, a tab and a sentence a line"
        raise BrokenInput(str(path), f"line {broken} is no labelled sentence", do)
    texts = -(-len(rows) // SENTENCES_A_TEXT)
    for first in range(texts):
        text, found = "", []
        for activity, sentence in rows[first::texts]:
            text += "\n\n" * bool(text)
            found.append((Span(len(text), len(text) + len(sentence)), activity))
            text += sentence
        yield replace(tokenise(f"{path.stem}-{first}", text), activities=tuple(found))


def read_ud(path: Path, *, most_sentences: int = 200) -> Iterator[Labelled]:
    """Yield the documents of a .conllu file with their syntax; words are the treebank's own.

    The text is the words with a space between; a document of more than `most_sentences` comes in parts.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: a line that is no CoNLL-U.
    """
    document: list[UdSentence] = []
    for sentence in read_conllu(need(path)):
        if document and (sentence.new_document or len(document) >= most_sentences):
            yield _ud_document(document)
            document = []
        document.append(sentence)
    if document:
        yield _ud_document(document)


def _ud_document(sentences: Sequence[UdSentence]) -> Labelled:
    spans: list[Span] = []
    ranges: list[tuple[int, int]] = []
    rows: list[tuple[str, str, str, str, int]] = []
    text, starts = "", []
    for n, sentence in enumerate(sentences):
        first = len(spans)
        if sentence.new_paragraph or n == 0:
            starts.append(first)
        for word in sentence.words:
            spans.append(Span(len(text), len(text) + len(word.form)))
            text += word.form + " "
            head = first + word.head - 1 if word.head else len(spans) - 1
            rows.append((word.upos, word.xpos, rule_of(word.form, word.lemma), word.deprel, head))
        ranges.append((first, len(spans)))
    upos, xpos, lemma, deprel, heads = zip(*rows, strict=True)
    syntax = Syntax(upos, xpos, lemma, deprel, heads)
    codes = [word.entity for sentence in sentences for word in sentence.words]
    proper = {s for s, row in zip(spans, rows, strict=True) if row[0] == "PROPN"}
    where = tuple(spans), tuple(ranges), frozenset(starts)
    plain = Labelled(sentences[0].id, text, *where, syntax=syntax)
    if not any(codes):
        return plain
    found = list(_mentions(codes, spans))
    # "his" and "there" are linked too, but are no names
    named = [m for m in found if m.linked and m.kind in NAMED and _holds(m.span, proper)]
    names = tuple((m.span, NAMED[m.kind]) for m in named)
    found.sort(key=lambda m: (m.span, m.group))
    numbers = {group: n for n, group in enumerate(dict.fromkeys(m.group for m in found))}
    references = tuple(Reference(m.span, m.kind, numbers[m.group]) for m in found)
    return replace(plain, names=names, references=references)


def _holds(span: Span, words: set[Span]) -> bool:
    return any(span.begin <= w.begin and w.end <= span.end for w in words)


@dataclass(frozen=True, slots=True)
class _Mention:
    """One bracket of GUM's: `group` is whom or what it refers to, `linked` whether it has an identity."""

    span: Span
    kind: str
    group: str
    linked: bool


def _mentions(codes: Sequence[str], spans: Sequence[Span]) -> Iterator[_Mention]:
    """Yield GUM's mentions, as they close; a bracket that never closes is passed over.

    Source: GUM's `global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity`.
    """
    open_mentions: dict[str, list[tuple[int, str, bool]]] = {}
    for i, code in enumerate(codes):
        for opening in re.findall(r"\(([^()]+)", code):
            fields = opening.split("-", 7)
            mention = (i, fields[1] if len(fields) > 1 else "", len(fields) == 8)
            open_mentions.setdefault(fields[0], []).append(mention)
        for closed in _closings(code):
            begun = open_mentions.get(closed)
            if begun:
                first, kind, linked = begun.pop()
                yield _Mention(Span(spans[first].begin, spans[i].end), kind, closed, linked)


def _closings(code: str) -> Iterator[str]:
    """Yield the group of each closing bracket, innermost first: "(6-person)2)" closes 6, then 2."""
    for group in re.findall(r"\(?([^()]+)\)", code):
        yield group.split("-", 1)[0]


def read_factuality(path: Path, *, sentences: int = 40) -> Iterator[Labelled]:
    """Yield the sentences of a .conll or .jsonl file with how certain each predicate is, -3 … 3.

    Source: Stanovsky et al. 2017, one scale for UW, MEANTIME and FactBank; UDS-IH2: Rudinger et al. 2018.

    Args:
        path: one file; the label of a .conll row is its third column, "_" for none.
        sentences: how many make a document; they need not belong together.

    Raises:
        CorpusMissing: no such file.
        BrokenInput: a line without its columns or keys.
    """
    rows = list(_judged_rows(path) if path.suffix == ".conll" else _judged_targets(path))
    for first in range(0, len(rows), sentences):
        yield _judged(f"{path.stem}-{first}", rows[first : first + sentences])


_Judged = list[tuple[str, float | None]]  # the words of a sentence, each with its label


def _judged_rows(path: Path) -> Iterator[_Judged]:
    sentence: _Judged = []
    for number, line in enumerate([*read_text(path).split("\n"), ""], 1):
        columns = line.split("\t")
        if line.strip():
            try:
                sentence.append((columns[1], None if columns[2] == "_" else float(columns[2])))
            except (IndexError, ValueError) as error:
                wrong = f"line {number} has no word with a label ({error})"
                raise BrokenInput(str(path), wrong, "give number, word and label in columns") from error
        elif sentence:
            yield sentence
            sentence = []


def _judged_targets(path: Path) -> Iterator[_Judged]:
    for row in _jsonl(path, ("text", "targets")):
        words = str(row["text"]).split()
        labels = {int(t["span1"][0]): float(t["label"]) for t in row["targets"]}
        yield [(word, labels.get(i)) for i, word in enumerate(words)]


def _judged(name: str, rows: Sequence[_Judged]) -> Labelled:
    spans: list[Span] = []
    ranges: list[tuple[int, int]] = []
    text = ""
    for row in rows:
        first = len(spans)
        for word, _ in row:
            spans.append(Span(len(text), len(text) + len(word)))
            text += word + " "
        ranges.append((first, len(spans)))
    labels = tuple(label for row in rows for _, label in row)
    starts = frozenset(b for b, _ in ranges)
    return Labelled(name, text, tuple(spans), tuple(ranges), starts, factuality=labels)


def _jsonl(path: Path, keys: Sequence[str]) -> Iterator[_Row]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BrokenInput(str(path), f"line {number} is not JSON ({error})", "give JSON lines") from error
        lacking = [k for k in keys if not isinstance(row, dict) or k not in row]
        if lacking:
            raise BrokenInput(str(path), f"line {number} lacks {', '.join(lacking)}", "give re3d's format")
        yield row
