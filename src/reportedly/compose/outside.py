"""The contents of voices that stand outside another: ", reports X" behind it, "X quoted Y as saying".

The model marks one layer of content at a time; what passes on the words of somebody else covers those
words with their cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.compose.cues import reporting_at, says_nothing
from reportedly.compose.nearby import Nearby
from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import QUOTED, noun_phrase
from reportedly.compose.trees import Grove, Tree, contains
from reportedly.packs import CuePack
from reportedly.records import Span

LEAST_WORDS = 3
LONGEST_ADDED = 5  # words behind the verb of a reporting clause at the end: "said in Perrin on Monday"
# What opens a clause of time or reason, which is no part of what is said.
BESIDE = frozenset({"while", "when", "after", "before", "as", "because", "if", "since", "although", "until"})


def outer_contents(voicings: Sequence[Voicing], grove: Grove) -> list[Voicing]:
    """Return the voicings, those at the end of a sentence with everything before them as their content.

    Only where another voice stands in it ("The mayor said A, reports the Gazette") or no content is known.
    """
    found = []
    near = Nearby(voicings, lambda v: (v.cue,))
    for voicing in voicings:
        tree = grove.at(voicing.cue.begin)
        whole = (_before(tree, voicing) or _quoting(tree, voicing)) if tree else None
        heard = whole and any(v is not voicing and contains(whole, v.cue) for v in near.around(whole))
        if whole is None or not (heard or not voicing.content or voicing.content[0].begin == whole.begin):
            found.append(voicing)
        else:
            kept = (c for c in voicing.content if not contains(whole, c) and not contains(c, whole))
            found.append(replace(voicing, content=tuple(sorted((whole, *kept)))))
    return found


def _before(tree: Tree, voicing: Voicing) -> Span | None:
    """Return all of a sentence that stands before a reporting clause at its end."""
    if voicing.source is None or voicing.rule != "attribution":
        return None
    begin = min(voicing.cue.begin, voicing.source.begin)
    end = max(voicing.cue.end, voicing.source.end)
    first = tree.range_of(Span(begin, end))
    if first is None or first[0] < LEAST_WORDS or not contains(tree.sentence.span, Span(begin, end)):
        return None
    after = [w for w in tree.words[first[1] :] if w.deprel != "punct"]
    closed = tree.words[first[0] - 1].deprel == "punct"
    return Span(tree.words[0].span.begin, tree.words[first[0] - 1].span.end) if closed and not after else None


def closing(tree: Tree, cues: CuePack) -> Iterator[Voicing]:
    """Read "A, the office stressed this week." by its words: its syntax is often broken."""
    opening = next((i for i, w in enumerate(tree.words) if w.deprel != "punct"), None)
    if opening is None or tree.lemmas[opening] in BESIDE:
        return
    for i, word in enumerate(tree.words):
        found = reporting_at(tree, i, cues) if word.xpos in ("VBD", "VBZ", "VBP") else None
        if found is None or found.word.setting.modality is not None:
            continue
        source = _subject_before(tree, i) or _name_behind(tree, i)
        words = tree.range_of(source) if source else None
        if source is None or words is None:
            continue
        before = min(i, words[0]) - 1
        if before >= LEAST_WORDS and tree.words[before].text == "," and not says_nothing(tree, found, cues):
            content = Span(tree.words[0].span.begin, tree.words[before].span.begin)
            rule = "closing name" if words[0] > i else "closing clause"
            yield Voicing(source, word.span, (content,), found, rule)


def _subject_before(tree: Tree, i: int) -> Span | None:
    """Return who speaks in "…, the office stressed"."""
    subjects = [c for c in tree.dependents(i, "nsubj") if c < i]
    return noun_phrase(tree, subjects[-1]) if subjects and _ends(tree, i) else None


def _name_behind(tree: Tree, i: int) -> Span | None:
    """Return who speaks in "…, reported the Harbour Gazette", whatever the syntax makes of it."""
    if any(c < i for c in tree.dependents(i, "nsubj", "aux")) or tree.words[i - 1].deprel != "punct":
        return None
    first = i + 1
    while first < len(tree.words) and tree.words[first].upos == "DET":
        first += 1
    end = tree.names_from(first)
    closed = end == len(tree.words) or tree.words[end].deprel == "punct"
    return tree.span_of(range(i + 1, end)) if first < end and closed else None


def _ends(tree: Tree, i: int) -> bool:
    """Whether nothing but a time or place stands behind a verb."""
    after = [w for w in range(i + 1, len(tree.words)) if tree.words[w].deprel != "punct"]
    plain = all(tree.words[w].upos not in ("VERB", "AUX", "SCONJ") for w in after)
    return len(after) <= LONGEST_ADDED and plain and not tree.dependents(i, "obj", "ccomp", "xcomp")


def _quoting(tree: Tree, voicing: Voicing) -> Span | None:
    """Return what follows "X quoted" when somebody speaks in it: "X quoted the mayor as saying A"."""
    found = voicing.found
    if found is None or found.word.tokens[0] not in QUOTED or found.passive or not voicing.source:
        return None
    below = [w for w in tree.subtree(found.index) if tree.words[w].span.begin >= voicing.cue.end]
    return tree.span_of(below) if below else None
