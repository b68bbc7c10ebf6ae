"""Counts who is said to have been killed or taken, from the syntax of a report.

Takes sentences with their Universal Dependencies. Gives the least number that the words allow.
Counted are the object of the verb or the subject of its passive, with all that is joined to them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.compose.time_words import NUMBER, number_of
from reportedly.records import Sentence, Word


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to people: the lemmas of its verbs and of its nouns."""

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()


# Without their last "e": the model's lemmas are not sure of it ("detaine").
KILLING = Deed(frozenset("kill eliminat assassinat".split()))
TAKING = Deed(
    frozenset("detain captur arrest apprehend".split()), frozenset("capture detention arrest".split())
)
_LEADERS = frozenset("leader commander facilitator emir mastermind chief".split())
_CIVILIANS = frozenset("civilian woman child villager bystander afghans girl boy".split())
_OWN = frozenset("soldier troop policeman officer".split())
_PERSONS = (
    _LEADERS
    | _CIVILIANS
    | frozenset(
        "other insurgent individual suspect fighter militant man person people associate member operative"
        " terrorist deputy dealer gunman bomber attacker enemy supplier trafficker extremist rebel combatant"
        " expert financier recruiter courier accomplice prisoner detainee official specialist emplacer"
        " builder".split()
    )
)
_MANY = {"several": 3, "multiple": 3, "many": 3, "numerous": 4, "few": 3, "number": 3, "dozen": 12}
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_NOMINAL = frozenset("NOUN NUM PROPN ADJ DET PRON".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """Whom one noun says was killed or taken.

    `single` is one person who is introduced ("a leader"), `exact` a number, `further` more of them than
    were told before.
    """

    count: int
    exact: bool
    single: bool
    further: bool
    civilian: bool


def count_victims(sentences: Sequence[Sentence], deed: Deed) -> int:
    """Return the least number of those to whom it was done, civilians left out.

    Several reports of one event are not added up: single persons count beside the others, and of these an
    exact number beats a vague word, then the greater beats the smaller.
    """
    groups = [[m for m in group if not m.civilian] for s in sentences for group in _groups(s, deed)]
    singles = max((sum(m.count for m in group if m.single) for group in groups), default=0)
    others = [[m for m in group if not m.single] for group in groups]
    exact = [sum(m.count for m in group) for group in others if any(m.exact for m in group)]
    if exact:
        return singles + max(exact)
    vague = max((sum(m.count for m in g if not m.further) for g in others), default=0)
    return singles + vague + max((sum(m.count for m in g if m.further) for g in others), default=0)


def harms_civilians(sentences: Sequence[Sentence]) -> bool:
    """Return whether civilians are said to have been killed."""
    return any(m.civilian for s in sentences for group in _groups(s, KILLING) for m in group)


def _groups(sentence: Sentence, deed: Deed) -> Iterator[list[_Mention]]:
    """For each verb of a sentence, those to whom it was done."""
    tree = plant_one(sentence)
    if any(word.lemma.lower() == "since" for word in tree.words):
        return  # "since January more than 40 were detained" sums up other events
    for index, word in enumerate(tree.words):
        is_verb = word.upos == "VERB" and (_stem(word) in deed.verbs or _takes_in(tree, index, deed))
        is_noun = word.upos == "NOUN" and word.lemma.lower() in deed.nouns
        if (is_verb or is_noun) and _is_done(tree, index):
            victims = tree.given_of(index) if is_noun else tree.suffers_of(index)
            yield [m for head in victims for m in _joined(tree, head)]


def _stem(word: Word) -> str:
    return word.lemma.lower().rstrip("e")


def _takes_in(tree: "_Tree", index: int, deed: Deed) -> bool:
    """Whether a verb is that of "take into custody"."""
    return deed is TAKING and tree.words[index].lemma.lower() == "take" and tree.has(index, "custody")


def _is_done(tree: "_Tree", index: int) -> bool:
    """Not "to capture", "did not kill", "could be detained"."""
    below = [tree.words[c] for c in tree.below(index)]
    return not any(
        one.lemma.lower() in ("not", "no", "never", "could", "would", "may", "might", "will")
        or (one.deprel == "mark" and one.lemma.lower() in ("to", "if") and tree.words[index].xpos == "VB")
        for one in below
    )


@dataclass(frozen=True, slots=True)
class _Tree:
    """A sentence's words, and for each those that hang on it."""

    words: tuple[Word, ...]
    children: Mapping[int, tuple[int, ...]]

    def below(self, index: int) -> tuple[int, ...]:
        """What hangs on a word."""
        return self.children.get(index, ())

    def has(self, index: int, lemma: str) -> bool:
        """Whether such a word hangs on it."""
        return any(self.words[c].lemma.lower() == lemma for c in self.below(index))

    def given_of(self, index: int) -> Iterator[int]:
        """The heads after "of": "the capture of a leader"."""
        below = self.below(index)
        yield from (c for c in below if self.words[c].deprel.startswith("nmod") and self.has(c, "of"))

    def suffers_of(self, index: int) -> Iterator[int]:
        """The heads of object, passive subject, "the man killed", and "along with"."""
        below, word = self.below(index), self.words[index]
        found = [c for c in below if self.words[c].deprel.startswith("nsubj:pass")]
        found = found or [c for c in below if self.words[c].deprel == "obj"]
        if not found and word.head is not None and word.deprel == "acl" and word.xpos == "VBN":
            found = [word.head]
        elif not found and word.head is not None and word.deprel == "conj":
            found = [c for c in self.below(word.head) if self.words[c].deprel.startswith("nsubj:pass")]
        yield from found
        yield from (c for c in below if c > index and self.words[c].deprel == "obl" and self.has(c, "along"))


def plant_one(sentence: Sentence) -> _Tree:
    """Return a sentence with what hangs on each word."""
    words = tuple(sentence.words)
    children: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.head is not None:
            children.setdefault(word.head, []).append(index)
    return _Tree(words, {head: tuple(below) for head, below in children.items()})


def _joined(tree: _Tree, head: int) -> Iterator[_Mention]:
    """The head's own mention, and one for each that is joined to it."""
    mention = _mention(tree, head)
    if mention:
        yield mention
    for child in tree.below(head):
        word = tree.words[child]
        beside = word.deprel.startswith("nmod") and tree.has(child, "along")
        if beside or (word.deprel == "conj" and word.upos in _NOMINAL):
            yield from _joined(tree, child)


def _mention(tree: _Tree, head: int) -> _Mention | None:
    word = tree.words[head]
    below = [tree.words[c] for c in tree.below(head)]
    lemmas = {one.lemma.lower() for one in below} | {word.lemma.lower()}
    is_person = word.lemma.lower() in _PERSONS or word.upos != "NOUN" or _is_group(tree, head)
    if "no" in lemmas or word.lemma.lower() in _OWN or not is_person:
        return None
    count, exact = _number(tree, head)
    is_one = count == 1 and (not exact or word.lemma.lower() in _LEADERS)
    is_new = word.lemma.lower() in _LEADERS or not lemmas.isdisjoint({"a", "an"})
    return _Mention(
        count=count,
        exact=exact,
        single=is_one and is_new,
        further=not lemmas.isdisjoint({"more", "additional", "another"}),
        civilian=not lemmas.isdisjoint(_CIVILIANS),
    )


def _is_group(tree: _Tree, head: int) -> bool:
    """Whether a noun counts persons: "a number of insurgents", "a group of fighters"."""
    of = [c for c in tree.below(head) if tree.words[c].deprel == "nmod" and tree.has(c, "of")]
    return any(tree.words[c].lemma.lower() in _PERSONS for c in of)


def _number(tree: _Tree, head: int) -> tuple[int, bool]:
    """The least that a noun and the words before it count, and whether that is a number."""
    for index in (head, *(c for c in tree.below(head) if c < head)):
        word = tree.words[index]
        if word.upos == "NUM" and _NUMBER.fullmatch(word.text):
            return int(number_of(word.text)) + int(tree.has(index, "more")), True
    for index in (head, *tree.below(head)):
        lemma = tree.words[index].lemma.lower()
        if lemma in _MANY:
            return _MANY[lemma], False
    word = tree.words[head]
    is_plural = word.xpos in ("NNS", "NNPS") or word.text.lower() in ("them", "others", "all")
    return (2, False) if is_plural else (1, False)
