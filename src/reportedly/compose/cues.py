"""Finds the cue pack's words in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.compose.trees import Tree
from reportedly.packs import CueKind, CuePack, CueWord
from reportedly.records import Polarity, Span, Word

_KINDS = {
    CueKind.VERB: frozenset({"VERB", "AUX"}),
    CueKind.NOUN: frozenset({"NOUN", "PROPN"}),
    CueKind.ADJECTIVE: frozenset({"ADJ", "VERB"}),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A reporting word at word `index` of its sentence; `passive` when it is a passive verb."""

    word: CueWord
    index: int
    passive: bool


def cue_at(tree: Tree, span: Span, cues: CuePack) -> Found | None:
    """Return the reporting word inside a cue's span: the verb nearest the root, else a noun or adjective.

    Args:
        tree: the sentence that holds the cue.
        span: the cue.
        cues: the pack.

    Returns:
        The entry, or None when the pack has none of the cue's words.
    """
    words = tree.range_of(span)
    if words is None:
        return None
    found = [f for i in range(*words) if (f := reporting_at(tree, i, cues))]
    named = [f for f in found if f.word.kind is CueKind.NOUN and f.word.setting.polarity is Polarity.DENIED]
    if named and len(found) > len(named) and all(f.word.tokens[0] in LIGHT for f in found if f not in named):
        return named[0]
    order = (CueKind.VERB, CueKind.ADJECTIVE, CueKind.NOUN)
    return min(found, key=lambda f: (order.index(f.word.kind), -len(f.word.tokens), -f.index), default=None)


def reporting_at(tree: Tree, i: int, cues: CuePack) -> Found | None:
    """Return the reporting word that word i is or begins, or None."""
    word = tree.words[i]
    if tree.forms[i] == "provided" and word.deprel == "advcl" and not tree.dependents(i, "nsubj"):
        return None  # "provided that A": on what terms
    for entry in cues.reporting.get(tree.lemmas[i], ()):
        if word.upos in _KINDS[entry.kind] and _follows(tree, i, entry.tokens[1:]):
            participle = word.xpos == "VBN" and word.deprel == "acl"  # "generals accused of A"
            return Found(entry, i, participle or tree.passive(i))
    return None


INTRANSITIVE = frozenset({"for", "on", "upon"})  # prepositions of phrases whose verb has no object


def _follows(tree: Tree, i: int, rest: Sequence[str]) -> bool:
    """Whether a phrase's other words follow within three words, or hang on the first one as particles."""
    at = i + 1
    if rest and rest[0] in INTRANSITIVE and tree.dependents(i, "obj"):
        return False  # "call A for B" is no "call for"
    for token in rest:
        near = next((j for j in range(at, min(at + 3, len(tree.words))) if _is(tree.words[j], token)), None)
        if near is None:
            hanging = [
                c for c in tree.children[i] for d in (c, *tree.children[c]) if _is(tree.words[d], token)
            ]
            if not hanging:
                return False
        else:
            at = near + 1
    return True


def _is(word: Word, token: str) -> bool:
    return word.lemma.lower() == token or word.text.lower() == token


def phrase_at(words: Sequence[Word], i: int, tokens: Sequence[str]) -> bool:
    """Whether the words from i on are these lemmas; adverbs may stand between."""
    at = i
    for n, token in enumerate(tokens):
        while n and at < len(words) and words[at].upos == "ADV" and not _is(words[at], token):
            at += 1
        if at >= len(words) or not _is(words[at], token):
            return False
        at += 1
    return True


def gap_at(tree: Tree, i: int, cues: CuePack) -> bool:
    """Whether word i belongs to a phrase by which somebody does not say or know ("declined to say")."""
    words = tree.words
    for start in range(max(0, i - 4), i + 1):
        for tokens in cues.gaps.get(tree.lemmas[start], ()):
            if phrase_at(words, start, tokens) and start + len(tokens) > i:
                return True
    return False


OFTEN = frozenset("repeatedly often frequently regularly routinely constantly always long".split())
NOTHING = frozenset({"not", "n't", "never", "neither", "nor", "hardly"})
# Verbs that leave it to their object what is said: "expressed doubt".
LIGHT = frozenset({"express", "voice", "issue", "release", "repeat"})
CONVINCED = frozenset({"convinced", "persuaded", "satisfied", "sure", "certain", "confident"})
NOBODY = frozenset({"nobody", "none", "no-one"})


def is_habit(tree: Tree, i: int) -> bool:
    """Whether a verb is said to be done time and again: no act of speech that says one thing."""
    return any(tree.lemmas[c] in OFTEN for c in tree.dependents(i, "advmod"))


def says_nothing(tree: Tree, found: Found, cues: CuePack) -> bool:
    """Whether a cue is not uttered: "did not say", "cannot confirm", "nobody told", "declined to say"."""
    if gap_at(tree, found.index, cues):
        return True
    if found.word.kind is not CueKind.VERB or is_unconvinced(tree, found):
        return False
    beside = tree.dependents(found.index, "advmod", "cc:preconj")
    if any(tree.words[c].lemma.lower() in NOTHING for c in beside):
        return True
    subjects = tree.dependents(found.index, "nsubj")
    return any(tree.forms[c] in NOBODY or _none(tree, c) for c in subjects)


def of_mind(tree: Tree, found: Found) -> bool:
    """Whether a cue says what somebody is sure of; it may look like a passive: "is convinced that A"."""
    return tree.forms[found.index] in CONVINCED


def is_unconvinced(tree: Tree, found: Found) -> bool:
    """Whether somebody says what he does not believe: "is not convinced that A"; he denies A."""
    return of_mind(tree, found) and any(
        tree.lemmas[c] in NOTHING for c in tree.dependents(found.index, "advmod")
    )


def _none(tree: Tree, i: int) -> bool:
    """Whether a noun is nobody: "no one", "no officer"."""
    return any(tree.forms[c] == "no" for c in tree.dependents(i, "det"))
