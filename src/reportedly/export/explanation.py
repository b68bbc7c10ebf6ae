"""Why a claim is what it is: its sentence's tree, its spans, what the model saw, the rules that fired.

Invariant: it shows what was recorded when the claim was composed, and decides nothing anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.trees import shared
from reportedly.export.text import Page, clean, write_claim
from reportedly.records import Attribution, Claim, Document, Place, Reading, Sentence, Span

_MARGIN = "    "
_OUTSIDE, _INSIDE = " ", "›"  # before a word: whether it belongs to the proposition


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of the text with what it is, and how sure that is where somebody was."""

    label: str
    span: Span
    score: float | None = None


def write_explanation(document: Document, readings: Sequence[Reading], claim: Claim, page: Page) -> str:
    """Write how one claim came about, for a person to read.

    Args:
        document: the report.
        readings: of the same report, one a passage.
        claim: one of its claims.
        page: fewer than 40 columns count as 40.
    Returns:
        Lines joined by newlines, without a final one: the claim, its sentences word by word (number, word,
        part of speech, relation, head), the spans, what the model saw there, which entries of the registries
        its names are and why, and the rules in order.
    """
    touched = [s for r in readings for s in r.sentences if shared(s.span, claim.content)]
    around = _around(claim, touched)
    blocks = [write_claim(document, readings, claim, page)]
    blocks += ["\n".join(_tree(sentence, claim.content)) for sentence in touched]
    blocks.append(_block("spans", _spans(claim), document))
    blocks.append(_block("seen", _seen(readings, around), document))
    blocks += ["\n".join(["entries", *entries])] if (entries := list(_entries(claim))) else []
    blocks.append("\n".join(["rules", *(_MARGIN + clean(rule) for rule in claim.rules)]))
    return "\n\n".join(blocks)


def _around(claim: Claim, touched: Sequence[Sentence]) -> Span:
    spans = [claim.content, *(s.span for s in touched)]
    return Span(min(s.begin for s in spans), max(s.end for s in spans))


def _tree(sentence: Sentence, content: Span) -> Iterator[str]:
    """One line a word. A word of the proposition has a mark before it."""
    words = tuple(sentence.words)
    rows = []
    for word in words:
        head = "" if word.head is None else f"{word.head + 1} {words[word.head].text}"
        rows.append(tuple(map(clean, (word.text, word.lemma, word.upos, word.deprel, head))))
    yield "sentence"
    for number, (word, line) in enumerate(zip(words, _columns(rows), strict=True), start=1):
        mark = _INSIDE if shared(word.span, content) else _OUTSIDE
        yield f"{number:>{len(_MARGIN) - 1}} {mark} {line}"


def _spans(claim: Claim) -> Iterator[_Row]:
    yield _Row("proposition", claim.content)
    for voice in claim.chain:
        if voice.who.span:
            yield _Row("voice", voice.who.span)
        if voice.cue:
            yield _Row("cue", voice.cue)
    named = (
        ("who", claim.actors),
        ("to whom", claim.targets),
        ("where", claim.places),
        ("goods", claim.items),
    )
    for label, mentions in named:
        yield from (_Row(label, m.span) for m in mentions if m.span)
    if claim.time:
        yield _Row("when", claim.time.span)
    yield from (_Row("how much", q.span) for q in claim.quantities)


def _seen(readings: Iterable[Reading], around: Span) -> Iterator[_Row]:
    """What the model saw in the sentences: attributions by part, propositions, entities."""
    for reading in readings:
        for attribution in reading.attributions:
            if any(shared(s, around) for s in attribution.cue + attribution.content):
                yield from _parts(attribution)
        for proposition in reading.propositions:
            if shared(proposition.span, around):
                yield _Row("proposition", proposition.span, proposition.score)
        for entity in reading.entities:
            if shared(entity.span, around):
                yield _Row(entity.kind.lower(), entity.span, entity.score)


def _entries(claim: Claim) -> Iterator[str]:
    """One line a name that is an entry: the name, the entry, the score; below it the reasons."""
    voices = [voice.who for voice in claim.chain]
    named = dict.fromkeys((*voices, *claim.actors, *claim.targets, *claim.places))
    for mention in named:
        if mention.resolution is None:
            continue
        entry, score = mention.resolution.entry, mention.resolution.score
        country = f", {entry.country}" if isinstance(entry, Place) and entry.country else ""
        yield _MARGIN + clean(f"{mention.name}: {entry.name}{country} ({entry.id}) {score:.2f}")
        yield from (2 * _MARGIN + clean(reason) for reason in mention.resolution.reasons)


def _parts(attribution: Attribution) -> Iterator[_Row]:
    for label in ("source", "cue", "content"):
        spans: tuple[Span, ...] = getattr(attribution, label)
        yield from (_Row(label, span, attribution.score) for span in spans)


def _block(title: str, rows: Iterable[_Row], document: Document) -> str:
    cells = [
        (
            row.label,
            f"{row.span.begin}–{row.span.end}",
            "" if row.score is None else f"{row.score:.2f}",
            f"“{clean(document.text[row.span.begin : row.span.end])}”",
        )
        for row in rows
    ]
    lines = [_MARGIN + line for line in _columns(cells)] or [f"{_MARGIN}nothing"]
    return "\n".join([title, *lines])


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Put rows under each other; a column in which every cell is empty is left out."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True) if width).rstrip()
