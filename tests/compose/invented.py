"""Reports by hand: sentences with their syntax from `sentences.conllu`, and what a model might see in them.

Countries, groups and offices do not exist. `sentences.conllu` is CoNLL-U: ten columns, one word a line.
"""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from reportedly.compose import Packs, compose
from reportedly.compose.quotes import find_quotations
from reportedly.compose.stance import words_within
from reportedly.compose.trees import plant
from reportedly.compose.voicings import find_voicings
from reportedly.packs import ActorPack, load_activities, load_cues, load_estimative, load_name_words
from reportedly.records import (
    Attribution,
    Document,
    Entity,
    Passage,
    PassageKind,
    Proposition,
    Reading,
    Sentence,
    Span,
    Word,
)
from reportedly.resolve import Registry, resolve

BANK = Path(__file__).with_name("sentences.conllu")


@cache
def nobody():
    """A registry without entries."""
    return Registry(ActorPack({}, {}), load_name_words())


@cache
def packs():
    return Packs(load_activities(), load_cues(), load_estimative())


@cache
def bank():
    """Rows of each sentence by its text."""
    found = {}
    for block in BANK.read_text("utf-8").strip().split("\n\n"):
        first, *rows = block.split("\n")
        found[first.removeprefix("# text = ")] = [row.split("\t") for row in rows]
    return found


def parsed(text, begin=0):
    """The sentence of the bank with this text, moved to `begin`."""
    words, at = [], 0
    for _, form, lemma, upos, xpos, _, head, deprel, *_ in bank()[text]:
        at = text.index(form, at)
        span = Span(begin + at, begin + at + len(form))
        words.append(Word(span, form, lemma, upos, xpos, int(head) - 1 if head != "0" else None, deprel))
        at += len(form)
    return Sentence(Span(begin, begin + len(text)), tuple(words))


def bare(text, begin=0, heads=()):
    """A sentence whose words have no part of speech, and no heads but those given."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    words = tuple(
        Word(
            Span(begin + m.start(), begin + m.end()),
            m[0],
            m[0].lower(),
            "X",
            "",
            heads[n] if n < len(heads) else None,
            "dep",
        )
        for n, m in enumerate(found)
    )
    return Sentence(Span(begin, begin + len(text)), words)


class Report:
    """A report that grows by passages; then what the model saw in it, named by its words."""

    def __init__(self, *, published=None, publisher=None):
        self.text, self.passages, self.sentences = "", [], []
        self.seen = defaultdict(list)
        self.about = {"published": published, "publisher": publisher}

    def passage(self, *texts, kind=PassageKind.PARAGRAPH, governed_by=None, read=parsed):
        """Add a passage of sentences; `read` gives each its syntax."""
        self.text += "\n\n" if self.text else ""
        begin, found = len(self.text), []
        for text in texts:
            self.text += " " if found else ""
            found.append(read(text, len(self.text)))
            self.text += text
        self.passages.append(Passage(Span(begin, len(self.text)), kind, governed_by))
        self.sentences.append(tuple(found))
        return self

    def title(self, text, read=parsed):
        return self.passage(text, kind=PassageKind.TITLE, read=read)

    def block(self, *texts):
        """Add a block quotation that the passage before introduces."""
        return self.passage(*texts, kind=PassageKind.BLOCK_QUOTATION, governed_by=len(self.passages) - 1)

    def span(self, words, nth=0):
        """Where some words stand, the first time or the nth after it."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def voiced(self, source, cue, *content, nth=0):
        """See an attribution; a source of None hides it, a list gives the model's guesses of it.

        `nth` counts the cue and the source alike.
        """
        names = source if isinstance(source, list) else [source] if source else []
        who = [self.span(name, nth) for name in names]
        return self.attributed(who, self.span(cue, nth), *(self.span(c) for c in content))

    def attributed(self, sources, cue, *content):
        """See an attribution by its spans."""
        self._see("attributions", cue, Attribution(tuple(sources), (cue,), content, 0.9))
        return self

    def proposed(self, words, *, nth=0, modality=("asserted", 0.9), activity=(None, 0.9), score=0.9):
        """See a proposition."""
        span = self.span(words, nth) if isinstance(words, str) else words
        self._see("propositions", span, Proposition(span, score, activity, modality, (0, 0.9)))
        return self

    def named(self, words, kind, nth=0):
        """See an entity."""
        span = self.span(words, nth)
        self._see("entities", span, Entity(span, kind, 0.9))
        return self

    def _see(self, what, span, seen):
        number = next(n for n, p in enumerate(self.passages) if p.span.begin <= span.begin < p.span.end)
        self.seen[number, what].append(seen)

    @property
    def document(self):
        sha256 = "ab" * 32
        passages = tuple(self.passages)
        return Document("d-abababababababab", "invented.txt", sha256, self.text, passages, **self.about)

    @property
    def readings(self):
        def of(number, what):
            return tuple(self.seen[number, what])

        return tuple(
            Reading(n, found, of(n, "entities"), of(n, "attributions"), of(n, "propositions"))
            for n, found in enumerate(self.sentences)
        )

    @property
    def grove(self):
        return plant(self.readings)

    def composed(self):
        return compose(self.document, self.readings, packs())

    def resolved(self):
        return resolve(self.document, self.readings, self.composed(), registry=nobody())


def said(text, source, cue, content, **seen):
    """A report of one sentence in which a source says the content, which is one proposition."""
    return Report().passage(text).voiced(source, cue, content).proposed(content, **seen)


def chains(claims):
    """What each claim says and through whom: "army > mayor: words"; no voice is "document"."""
    return [f"{' > '.join(v.who.name for v in c.chain) or 'document'}: {c.text}" for c in claims]


def only(claims):
    """The one claim there is."""
    assert len(claims) == 1, chains(claims)
    return claims[0]


def voicings(report):
    """Every voicing of a report, in order of the cue."""
    quotations = find_quotations(report.document)
    return find_voicings(report.document, report.readings, report.grove, packs().cues, quotations=quotations)


def within(report, words, nth=0):
    """A stretch of a report's text in its sentence."""
    span = report.span(words, nth)
    tree = report.grove.at(span.begin)
    first, last = tree.range_of(span)
    return words_within(tree, first, last)
