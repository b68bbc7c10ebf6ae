"""Counts who is said to have been killed or taken, from the syntax of a report.

Takes sentences as trees of Universal Dependencies. Gives the least number that the words allow.
Counted are the object of the verb or the subject of its passive, with all that is joined to them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.compose.time_words import NUMBER, number_of
from reportedly.compose.trees import Tree
from reportedly.records import Word


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


def count_victims(trees: Sequence[Tree], deed: Deed) -> int:
    """Return the least number of those to whom it was done, civilians left out.

    Several reports of one event are not added up: single persons count beside the others, and of these an
    exact number beats a vague word, then the greater beats the smaller.
    """
    groups = [[m for m in group if not m.civilian] for t in trees for group in _groups(t, deed)]
    singles = max((sum(m.count for m in group if m.single) for group in groups), default=0)
    others = [[m for m in group if not m.single] for group in groups]
    exact = [sum(m.count for m in group) for group in others if any(m.exact for m in group)]
    if exact:
        return singles + max(exact)
    vague = max((sum(m.count for m in g if not m.further) for g in others), default=0)
    return singles + vague + max((sum(m.count for m in g if m.further) for g in others), default=0)


def harms_civilians(trees: Sequence[Tree]) -> bool:
    """Return whether civilians are said to have been killed."""
    return any(m.civilian for t in trees for group in _groups(t, KILLING) for m in group)


def _groups(tree: Tree, deed: Deed) -> Iterator[list[_Mention]]:
    """For each verb of a sentence, those to whom it was done."""
    if any(word.lemma.lower() == "since" for word in tree.words):
        return  # "since January more than 40 were detained" sums up other events
    for index, word in enumerate(tree.words):
        is_verb = word.upos == "VERB" and (_stem(word) in deed.verbs or _takes_in(tree, index, deed))
        is_noun = word.upos == "NOUN" and word.lemma.lower() in deed.nouns
        if (is_verb or is_noun) and _is_done(tree, index):
            victims = _given_of(tree, index) if is_noun else _suffers_of(tree, index)
            yield [m for head in victims for m in _joined(tree, head)]


def _stem(word: Word) -> str:
    return word.lemma.lower().rstrip("e")


def _takes_in(tree: Tree, index: int, deed: Deed) -> bool:
    """Whether a verb is that of "take into custody"."""
    return deed is TAKING and tree.lemmas[index] == "take" and _has(tree, index, "custody")


def _is_done(tree: Tree, index: int) -> bool:
    """Not "to capture", "did not kill", "could be detained"."""
    below = [tree.words[c] for c in tree.children[index]]
    return not any(
        one.lemma.lower() in ("not", "no", "never", "could", "would", "may", "might", "will")
        or (one.deprel == "mark" and one.lemma.lower() in ("to", "if") and tree.words[index].xpos == "VB")
        for one in below
    )


def _has(tree: Tree, index: int, lemma: str) -> bool:
    """Whether such a word hangs on it."""
    return any(tree.lemmas[c] == lemma for c in tree.children[index])


def _given_of(tree: Tree, index: int) -> Iterator[int]:
    """The heads after "of": "the capture of a leader"."""
    yield from (c for c in tree.dependents(index, "nmod") if _has(tree, c, "of"))


def _suffers_of(tree: Tree, index: int) -> Iterator[int]:
    """The heads of object, passive subject, "the man killed", and "along with"."""
    word = tree.words[index]
    found = tree.dependents(index, "nsubj:pass") or tree.dependents(index, "obj")
    if not found and word.head is not None and word.deprel == "acl" and word.xpos == "VBN":
        found = [word.head]
    elif not found and word.head is not None and word.deprel == "conj":
        found = tree.dependents(word.head, "nsubj:pass")
    yield from found
    yield from (
        c
        for c in tree.children[index]
        if c > index and tree.words[c].deprel == "obl" and _has(tree, c, "along")
    )


def _joined(tree: Tree, head: int) -> Iterator[_Mention]:
    """The head's own mention, and one for each that is joined to it."""
    mention = _mention(tree, head)
    if mention:
        yield mention
    for child in tree.children[head]:
        word = tree.words[child]
        beside = word.deprel.startswith("nmod") and _has(tree, child, "along")
        if beside or (word.deprel == "conj" and word.upos in _NOMINAL):
            yield from _joined(tree, child)


def _mention(tree: Tree, head: int) -> _Mention | None:
    word = tree.words[head]
    below = [tree.words[c] for c in tree.children[head]]
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


def _is_group(tree: Tree, head: int) -> bool:
    """Whether a noun counts persons: "a number of insurgents", "a group of fighters"."""
    of = [c for c in tree.children[head] if tree.words[c].deprel == "nmod" and _has(tree, c, "of")]
    return any(tree.words[c].lemma.lower() in _PERSONS for c in of)


def _number(tree: Tree, head: int) -> tuple[int, bool]:
    """The least that a noun and the words before it count, and whether that is a number."""
    for index in (head, *(c for c in tree.children[head] if c < head)):
        word = tree.words[index]
        if word.upos == "NUM" and _NUMBER.fullmatch(word.text):
            return int(number_of(word.text)) + int(_has(tree, index, "more")), True
    for index in (head, *tree.children[head]):
        lemma = tree.words[index].lemma.lower()
        if lemma in _MANY:
            return _MANY[lemma], False
    word = tree.words[head]
    is_plural = word.xpos in ("NNS", "NNPS") or word.text.lower() in ("them", "others", "all")
    return (2, False) if is_plural else (1, False)
