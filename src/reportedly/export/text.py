"""Claims as text to read: each with its path of voices, and the proposition marked in its sentence."""

import re
import textwrap
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.export.paint import BEGIN, END, Paint
from reportedly.records import Activity, Claim, Document, Mention, Polarity, Reading, Span, Time

_INDENT = 4
_LABEL_COLUMNS = 11
_LEAST_COLUMNS = 40
_CONTEXT_CODE_POINTS = 320
_ARROW = " › "


@dataclass(frozen=True, slots=True)
class Page:
    """Where the text is shown: its width in `columns`, and whether it may use colour."""

    columns: int = 88
    colour: bool = False


def write_text(document: Document, readings: Sequence[Reading], claims: Sequence[Claim], page: Page) -> str:
    """Write a document's claims for a person to read.

    Control characters of the report are replaced, so that its text cannot steer a terminal.
    Args:
        readings: of the same document; their sentences are the context that a claim is shown in.
        page: fewer than 40 columns count as 40.
    Returns:
        Lines joined by newlines, without a final one; the header alone when there is no claim.
    """
    writer = _Writer(document, readings, page)
    blocks = ["\n".join(writer.header(claims))]
    blocks += ["\n".join(writer.claim(str(number), claim)) for number, claim in enumerate(claims, start=1)]
    return "\n\n".join(blocks)


def write_claim(document: Document, readings: Sequence[Reading], claim: Claim, page: Page) -> str:
    """Write one claim as `write_text` does, with its id in place of its number."""
    return "\n".join([claim.id, *_Writer(document, readings, page).claim("", claim)])


def clean(text: str) -> str:
    """Put a text on one line, without what could steer a terminal.

    Source: Unicode Standard, table 4-4: control characters (Cc) and surrogates (Cs) become U+FFFD;
    invisible format characters (Cf), which can turn the direction of writing, are left out.
    """
    spaced = re.sub(r"\s+", " ", text).strip()
    kinds = ((character, unicodedata.category(character)) for character in spaced)
    return "".join("\ufffd" if kind in {"Cc", "Cs"} else c for c, kind in kinds if kind != "Cf")


class _Writer:
    def __init__(self, document: Document, readings: Sequence[Reading], page: Page) -> None:
        self._document = document
        self._columns = max(page.columns, _LEAST_COLUMNS)
        self._paint = Paint(colour=page.colour)
        self._sentences = sorted(s.span for reading in readings for s in reading.sentences)
        self._ends = [span.end for span in self._sentences]

    def header(self, claims: Sequence[Claim]) -> Iterator[str]:
        """Title, origin, and how many claims and voices there are."""
        document = self._document
        title = clean(document.title or document.name)
        yield from (self._paint.strong(line) for line in textwrap.wrap(title, self._columns) or [title])
        reason = document.published_reason or "not given"
        dated = document.published or f"no publication date: {reason}"
        known = [document.publisher, dated, document.name if document.title else None]
        yield from textwrap.wrap(" · ".join(clean(part) for part in known if part), self._columns)
        voices = {voice.who.name for claim in claims for voice in claim.chain}
        yield f"{_count(len(claims), 'claim')}, {_count(len(voices), 'voice')}"

    def claim(self, number: str, claim: Claim) -> Iterator[str]:
        """One claim as a block of lines."""
        path = _ARROW.join(clean(voice.who.name) for voice in claim.chain) or "(the report itself)"
        room = self._columns - _INDENT
        lines = textwrap.wrap(path, room, break_long_words=False) or [path]
        for position, line in enumerate(lines):
            margin = f"{number:>{_INDENT - 1}} " if position == 0 else " " * _INDENT
            yield margin + self._paint.strong(line)
        yield from self._proposition(claim)
        yield " " * _INDENT + self._stance(claim)
        for label, value in _rows(claim):
            yield from self._row(label, value)

    def _proposition(self, claim: Claim) -> Iterator[str]:
        margin = " " * _INDENT
        marked = self._context(claim.content)
        wrapped = textwrap.wrap(marked, self._columns - _INDENT, break_on_hyphens=False)
        yield from (margin + line for line in self._paint.marked(wrapped))

    def _stance(self, claim: Claim) -> str:
        denied = claim.polarity is Polarity.DENIED
        parts = [
            self._paint.alarm("DENIED") if denied else None,
            claim.modality.value,
            f"“{clean(claim.probability)}”" if claim.probability else None,
        ]
        return " · ".join(part for part in parts if part)

    def _row(self, label: str, value: str) -> Iterator[str]:
        room = self._columns - _INDENT - _LABEL_COLUMNS
        for position, line in enumerate(textwrap.wrap(value, room, break_on_hyphens=False)):
            head = label if position == 0 else ""
            yield " " * _INDENT + self._paint.faint(f"{head:<{_LABEL_COLUMNS}}") + line

    def _context(self, content: Span) -> str:
        text = self._document.text
        around = self._around(content)
        before, after = text[around.begin : content.begin], text[content.end : around.end]
        before, after = _shorten_left(before), _shorten_right(after)
        inside = clean(text[content.begin : content.end])
        left = clean(before) + " " * before[-1:].isspace()
        right = " " * after[:1].isspace() + clean(after)
        return f"{left}{BEGIN}{inside}{END}{right}"

    def _around(self, content: Span) -> Span:
        """The sentences that the content touches."""
        first = bisect_left(self._ends, content.begin + 1)
        touched = [content]
        end = bisect_left(self._sentences, Span(content.end, content.end), lo=first)
        touched += self._sentences[first:end]
        return Span(min(span.begin for span in touched), max(span.end for span in touched))


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    cues = [f"“{clean(voice.cue_text)}”" for voice in claim.chain if voice.cue_text]
    rows = (
        ("cue", _ARROW.join(cues)),
        ("what", _activity(claim.activity)),
        ("who", _names(claim.actors)),
        ("to whom", _names(claim.targets)),
        ("where", _names(claim.places)),
        ("when", _time(claim.time)),
        ("how much", "; ".join(clean(quantity.text) for quantity in claim.quantities)),
        ("goods", _names(claim.items)),
    )
    return ((label, value) for label, value in rows if value)


def _activity(activity: Activity | None) -> str:
    return "" if activity is None else activity.id


def _names(mentions: Sequence[Mention]) -> str:
    return "; ".join(clean(mention.name) for mention in mentions)


def _time(time: Time | None) -> str:
    if time is None:
        return ""
    written = f"“{clean(time.text)}”"
    return f"{time.value} {written}" if time.value else f"{written}, not dated: {time.reason or 'unknown'}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shorten_left(text: str) -> str:
    return text if len(text) <= _CONTEXT_CODE_POINTS else "…" + text[-_CONTEXT_CODE_POINTS:]


def _shorten_right(text: str) -> str:
    return text if len(text) <= _CONTEXT_CODE_POINTS else text[:_CONTEXT_CODE_POINTS] + "…"
