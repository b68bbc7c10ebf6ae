"""Tells which PLOVER root relates two parties of a sentence.

Takes a sentence with its Universal Dependencies and where the two parties stand.
Gives one of the roots of the pack beside this file, or None.

The words between the two parties in the tree are read from the inside out: "refused to share intelligence"
is COOPERATE, which "refuse" makes REJECT. Verbs that say nothing themselves give way to their objects:
"held talks". Negation, "will" and "must" work as verbs of refusing, intending and asking do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.compose.trees import Tree
from reportedly.packs.reading import read_pack
from reportedly.records import Span
from training.trees import below, head_of, stem, up

COOPERATION = frozenset("AGREE CONSULT SUPPORT COOPERATE AID YIELD".split())
CONFLICT = frozenset("PROTEST SANCTION MOBILIZE COERCE ASSAULT THREATEN".split())
_ACTS = CONFLICT - {"THREATEN"}
# Where the meaning of a verb that has none of its own is sought, the nearest first.
_GOVERNED = (
    ("xcomp", "ccomp"),
    ("obj",),
    ("nsubj:pass",),
    ("obl", "nmod", "advcl", "acl", "amod", "compound"),
)


@dataclass(frozen=True, slots=True)
class RootPack:
    """Roots by the lemmas of verbs, nouns and phrases; operators by lemma; the four classes of roots."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    operators: Mapping[str, frozenset[str]]
    penta: Mapping[str, str]


def load_roots(path: Path | None = None) -> RootPack:
    """Read the table of roots.

    Raises:
        PackError: the file breaks its own rules; it names the entry and the key.
    """
    top = read_pack(path or Path(__file__).with_name("plover.yml"))
    top.only(("roots", "operators", "penta"))
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    phrases: dict[tuple[str, str], str] = {}
    roots, operators = top.entry("roots"), top.entry("operators")
    for root in roots.names():
        words = roots.entry(root)
        words.only(("verbs", "nouns", "phrases"))
        verbs |= {stem(lemma): root for lemma in words.texts("verbs") if stem(lemma) not in verbs}
        nouns |= {stem(lemma): root for lemma in words.texts("nouns") if stem(lemma) not in nouns}
        for phrase in words.texts("phrases"):
            first, *_, last = phrase.split()
            phrases.setdefault((stem(first), stem(last)), root)
    penta = {root: name for name in top.entry("penta").names() for root in top.entry("penta").texts(name)}
    kinds = {name: frozenset(map(stem, operators.texts(name))) for name in operators.names()}
    return RootPack(verbs, nouns, phrases, kinds, penta)


def relate(tree: Tree, source: Span | None, target: Span | None, pack: RootPack) -> str | None:
    """Return the root by which the source acts on the target.

    Args:
        tree: the sentence that both stand in.
        source: who acts, in code points; None when the sentence does not say.
        target: whom it is done to; None likewise.
        pack: the table of roots.
    """
    one = head_of(tree, source) if source else None
    other = head_of(tree, target) if target else None
    if one is None and other is None:
        return None
    path, beside = _path(tree, one, other) if one is not None else _path_to(tree, other)
    found = _Reading(tree, pack, frozenset(x for x in (one, other) if x is not None)).read(path)
    if found is None:
        found = _Reading(tree, pack, frozenset()).read(beside)
    return found


def _path_to(tree: Tree, other: int | None) -> tuple[list[int], list[int]]:
    """All words above the target, outermost first, when nobody is named who acts."""
    above = up(tree, other)[1:] if other is not None else []
    return list(reversed(above)), above


def _path(tree: Tree, one: int, other: int | None) -> tuple[list[int], list[int]]:
    """The words from the predicate down to the target, outermost first; those on the source's side."""
    above = up(tree, one)
    if other is None:
        verb = next((i for i in above[1:] if tree.words[i].upos in ("VERB", "AUX")), above[-1])
        return [verb], above[1:]
    down = up(tree, other)
    meeting = next((i for i in above if i in down), None)
    if meeting is None:
        return above[1:], above[1:]
    between = list(reversed(down[1 : down.index(meeting) + 1]))
    rest = above[1 : above.index(meeting)]
    if meeting in (one, other):  # one hangs on the other: "the mayor's critics"
        higher = above[above.index(meeting) + 1 :] if meeting == one else down[down.index(meeting) + 1 :]
        return [*rest, *[i for i in between if i != one], *higher[:1]], higher
    return between, [*reversed(rest), *above[above.index(meeting) + 1 :][:2]]


class _Reading:
    """Reads the words of a path from the inside out."""

    def __init__(self, tree: Tree, pack: RootPack, parties: frozenset[int]) -> None:
        self.tree, self.pack, self.parties = tree, pack, parties

    def read(self, path: Sequence[int]) -> str | None:
        """The root of a path; the outermost word first."""
        found: str | None = None
        for place, index in reversed(list(enumerate(path))):
            on_path = path[place + 1] if place + 1 < len(path) else None
            found = self._with(index, found, on_path)
        return found

    def _with(self, index: int, inner: str | None, on_path: int | None) -> str | None:
        """What a word makes of what it governs."""
        inner = inner or self._objects(index, on_path)
        return self._modified(index, self._combined(index, inner))

    def _objects(self, index: int, on_path: int | None) -> str | None:
        """What the objects and complements of a word show that are not on the path."""
        for relations in _GOVERNED:
            for child in below(self.tree, index, *relations):
                if child != on_path and child not in self.parties:
                    found = self._with(child, None, None) if relations[0] != "obl" else self._own(child)
                    if found:
                        return found
        return None

    def _phrase(self, index: int) -> str | None:
        """What a word shows together with one that hangs on it."""
        lemma = stem(self.tree.lemmas[index])
        for child in below(self.tree, index):
            beside = [
                stem(self.tree.lemmas[child]),
                *(stem(self.tree.lemmas[c]) for c in below(self.tree, child, "case")),
            ]
            for second in beside:
                if (lemma, second) in self.pack.phrases:
                    return self.pack.phrases[lemma, second]
        return None

    def _own(self, index: int) -> str | None:
        """What a word shows by itself, or with what hangs on it."""
        lemma, word, phrase = stem(self.tree.lemmas[index]), self.tree.words[index], self._phrase(index)
        if phrase:
            return phrase
        if word.upos in ("VERB", "AUX"):
            return self.pack.verbs.get(lemma)
        return self.pack.nouns.get(lemma) or (self.pack.verbs.get(lemma) if word.upos == "ADJ" else None)

    def _combined(self, index: int, inner: str | None) -> str | None:
        own, kinds = self._own(index), self._kinds(stem(self.tree.lemmas[index]))
        if self._phrase(index) and set(kinds) <= {"begin"}:
            return own
        if "begin" in kinds and inner:
            return inner
        if inner is None:
            return own
        for kind in ("refuse", "stop", "seek", "intend", "allow"):
            if kind in kinds:
                return operate(kind, inner)
        return own or inner

    def _modified(self, index: int, found: str | None) -> str | None:
        """Apply "not", "will" and "must"."""
        if found is None:
            return None
        for child in below(self.tree, index):
            lemma, word = stem(self.tree.lemmas[child]), self.tree.words[child]
            if lemma in ("not", "never", "no") and word.deprel in ("advmod", "det"):
                found = operate("refuse", found)
            elif word.deprel == "aux" and lemma in ("will", "shall", "would", "could", "may", "might"):
                found = operate("intend", found)
            elif word.deprel == "aux" and lemma in ("must", "should"):
                found = operate("seek", found)
        return found

    def _kinds(self, lemma: str) -> Iterator[str] | list[str]:
        return [kind for kind, lemmas in self.pack.operators.items() if lemma in lemmas]


def operate(kind: str, inner: str) -> str:
    """Return what an operator makes of a root."""
    is_act = inner in _ACTS
    made = {
        "refuse": "YIELD" if is_act else "REJECT",
        "stop": "YIELD" if is_act else "SANCTION",
        "seek": "THREATEN" if is_act else "REQUEST",
        "intend": "THREATEN" if is_act else "AGREE" if inner in COOPERATION else inner,
        "allow": "YIELD",
    }
    return made[kind]
