"""Which activity a proposition reports: the pack's triggers over its lemmas and dependencies.

Every word is looked up once. A trigger counts by its strength, by how near its word is to the predicate
(the predicate itself counts fully, its arguments less, their modifiers less again) and by the conditions
it meets. Where the syntax is missing or broken, the first verb stands in for the predicate and order for
the tree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter

from reportedly.packs import ActivityPack, Roles, Trigger, TriggerKind
from reportedly.records import Activity, Word

# How much of a trigger's strength is left one arc further from the predicate: complements that carry the
# meaning ("began to smuggle") keep nearly all, modifiers lose the most. Set by hand and checked on labelled
# reports: moving any one of these by 0.1 changes the share of right activities by less than a point.
_KEPT = {
    "xcomp": 0.97, "obj": 0.88, "nsubj:pass": 0.88, "compound": 0.82, "conj": 0.8, "obl": 0.75, "nsubj": 0.85,
    "nmod": 0.75, "amod": 0.8, "ccomp": 0.8, "advcl": 0.72, "acl": 0.8, "acl:relcl": 0.6, "appos": 0.7,
    "parataxis": 0.6, "obl:agent": 0.8, "nmod:poss": 0.75, "csubj": 0.8, "compound:prt": 0.97,
}  # fmt: skip
_KEPT_OTHERWISE = 0.8
_UNATTACHED = 0.6
_LONGEST_CLIMB = 12
_PER_EXTRA_LEMMA = 0.04
_SECOND_WORD = 0.2
_LEAST_SCORE = 0.15
_REACH_WORDS = 5
_OBJECTS = frozenset(
    ("obj", "iobj", "nsubj:pass", "obl", "nmod", "compound", "xcomp", "acl", "conj", "ccomp", "dep")
)
_SUBJECTS = frozenset(("nsubj", "csubj", "obl:agent", "nmod:poss", "amod", "compound"))
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_REMEMBERED_FORMS = 50_000  # words repeat far more often than they are new
_KIND = attrgetter("kind")
_UNTAGGED = frozenset(("", "_", "X"))
# Endings of verbs that a reading model seldom saw with their prefix: "retaken", "rebuilt", "withheld".
_IRREGULAR = {
    "taken": "take", "took": "take", "built": "build", "held": "hold", "drawn": "draw", "drew": "draw",
    "thrown": "throw", "threw": "throw", "broken": "break", "stolen": "steal", "fought": "fight",
    "struck": "strike", "sworn": "swear", "driven": "drive", "taught": "teach",
    "shrunk": "shrink", "slain": "slay", "overran": "overrun", "hung": "hang", "flown": "fly",
    "forbidden": "forbid", "crept": "creep", "sunk": "sink", "swollen": "swell",
}  # fmt: skip
_TWO_LETTER_ENDING = ("ches", "shes", "sses", "xes", "zes", "oes")
_PARTICIPLE = ("ed", "ing")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The activity of a proposition.

    `trigger` is the index, among the words given, of the word that decided; `roles` says what its subject
    and object are in the active voice. `score` in 0 … 1. `reasons` are for people: what matched, best first.
    """

    activity: Activity
    trigger: int
    roles: Roles
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    trigger: Trigger
    index: int
    score: float
    start: str


def recognise(
    words: Sequence[Word],
    pack: ActivityPack,
    *,
    predicate: int | None,
    indexes: Sequence[int] | None = None,
) -> Recognised | None:
    """Find the activity that a proposition reports.

    Args:
        words: the proposition's words, in text order.
        pack: the activity pack.
        predicate: index of the proposition's predicate within `words`; None when it is not known.
        indexes: each word's index in its sentence, which `Word.head` refers to; None when `words` start it.

    Returns:
        The best activity; None when no trigger matches or only very faintly.
    """
    proposition = _Proposition(words, predicate, indexes)
    best: dict[str, list[_Match]] = {}
    for match in proposition.matches(pack):
        best.setdefault(match.trigger.activity, []).append(match)
    if not best:
        return None
    score, matches = min(
        ((_total(found), found) for found in best.values()),
        key=lambda each: (-each[0], each[1][0].index, each[1][0].trigger.activity),
    )
    if score < _LEAST_SCORE:
        return None
    best_trigger = matches[0].trigger
    return Recognised(
        activity=pack.activities[best_trigger.activity].filed(best_trigger.acled),
        trigger=matches[0].index,
        roles=best_trigger.roles,
        score=min(1.0, round(score, 3)),
        reasons=tuple(dict.fromkeys(proposition.reason(match) for match in matches)),
    )


def dominant(recognised: Iterable[Recognised]) -> Activity | None:
    """Find what a report mostly speaks of, for a voice's words that name no activity ("it goes on").

    Args:
        recognised: what was recognised in the report's propositions, in text order.

    Returns:
        The activity with the highest sum of scores, the first of equals; None when nothing was recognised.
    """
    sums: dict[str, float] = {}
    first: dict[str, Activity] = {}
    for each in recognised:
        name = first.setdefault(each.activity.id, each.activity).id
        sums[name] = sums.get(name, 0.0) + each.score
    return first[max(sums, key=lambda name: sums[name])] if sums else None


def _total(matches: list[_Match]) -> float:
    """The best match, a little more when another word says the same; sorts the matches."""
    matches.sort(key=lambda match: (-match.score, match.index))
    first = matches[0]
    second = next((match.score for match in matches if match.index != first.index), 0.0)
    return first.score + _SECOND_WORD * second


class _Proposition:
    """The words with what every trigger asks about them, worked out once."""

    __slots__ = ("_flat", "_named", "_root", "forms", "heads", "named", "present", "words")

    def __init__(self, words: Sequence[Word], predicate: int | None, indexes: Sequence[int] | None) -> None:
        self.words = words
        both = [_forms_and_names(word.lemma, word.text, word.upos) for word in words]
        self.forms = [forms for forms, _ in both]
        self.present = frozenset(chain.from_iterable(self.forms))
        self.named = [names for _, names in both]
        self._named = frozenset(chain.from_iterable(self.named))
        self.heads = _local_heads(words, indexes)
        self._root = predicate if predicate is not None else _likely_predicate(words, self.heads)
        self._flat = self._root is None or all(head is None for head in self.heads)

    def matches(self, pack: ActivityPack) -> list[_Match]:
        """Every trigger that holds, in text order."""
        found: list[_Match] = []
        for index, forms in enumerate(self.forms):
            for form in forms:
                if form in pack.triggers:
                    found += self._by_word(pack.triggers[form], index, form)
                if form in pack.ends:
                    found += self._by_phrase(pack, index, form)
        return found

    def _by_word(self, triggers: Sequence[Trigger], index: int, form: str) -> Iterator[_Match]:
        """The triggers of one form of a word that hold; whether it is their kind of word is asked first."""
        for kind, each in groupby(triggers, _KIND):
            if _fits(self.words[index], kind, form):
                for trigger in each:
                    if self._may_hold(trigger) and self._holds(trigger, index):
                        yield self._match(trigger, index, form, 1)

    def _by_phrase(self, pack: ActivityPack, index: int, first: str) -> Iterator[_Match]:
        """The phrases that begin with a form of a word and hold; of most the last word is not there."""
        ends = pack.ends[first]
        for number in sorted(number for last in ends.keys() & self.present for number in ends[last]):
            lemmas, trigger = pack.phrases[first][number]
            last = self._phrase_end(lemmas, index)
            if last is not None and self._may_hold(trigger) and self._holds(trigger, index):
                top = max(range(index, last), key=lambda each: (self._place(each), -each))
                yield self._match(trigger, top, " ".join(lemmas), len(lemmas))

    def _match(self, trigger: Trigger, index: int, start: str, length: int) -> _Match:
        score = trigger.strength * self._place(index)
        score += trigger.weight - trigger.strength + _PER_EXTRA_LEMMA * (length - 1)
        return _Match(trigger, index, score, start)

    def reason(self, match: _Match) -> str:
        """What matched, for people: the trigger's word, and the first word that meets each condition."""
        trigger = match.trigger
        met = (next((at for at in self._with(lemmas) if at != match.index), None) for lemmas in trigger.asked)
        words = dict.fromkeys(self.words[at].text.lower() for at in met if at is not None)
        beside = f" with {', '.join(map(repr, words))}" if words else ""
        return f"{trigger.activity}: {trigger.kind} {match.start!r}{beside}"

    def _phrase_end(self, lemmas: tuple[str, ...], begin: int) -> int | None:
        """Where the phrase that begins at a word ends; a hyphenated word can hold several of its lemmas."""
        done, index = 0, begin
        while done < len(lemmas):
            if index == len(self.words):
                return None
            parts = _parts(self.words[index].text)
            if lemmas[done] in self.forms[index] and len(parts) == 1:
                done += 1
            elif len(parts) > 1 and parts == lemmas[done : done + len(parts)]:
                done += len(parts)
            elif parts != ("-",) or index == begin:
                return None
            index += 1
        return index

    def _may_hold(self, trigger: Trigger) -> bool:
        """Whether the words that a trigger asks for are there at all; of most triggers they are not."""
        apart = self._named.isdisjoint
        return not (any(map(apart, trigger.asked)) or not apart(trigger.unless))

    def _holds(self, trigger: Trigger, index: int) -> bool:
        """Whether what a trigger asks for stands where it asks for it."""
        if trigger.alongside and not self._elsewhere(trigger.alongside, index):
            return False
        if trigger.objects and not self._hangs(trigger.objects, index, _OBJECTS, forward=True):
            return False
        return not trigger.subjects or self._hangs(trigger.subjects, index, _SUBJECTS, forward=False)

    def _elsewhere(self, lemmas: frozenset[str], index: int) -> bool:
        """Whether one of the lemmas is in the proposition, not counting the word itself or its repetition."""
        own = self.forms[index]
        return any(self.forms[at] != own for at in self._with(lemmas) if at != index)

    def _hangs(self, lemmas: frozenset[str], index: int, arcs: frozenset[str], *, forward: bool) -> bool:
        """Whether one of the lemmas is below the word by one of the arcs, or close on the usual side."""
        near = range(index + 1, index + 1 + _REACH_WORDS) if forward else range(index - _REACH_WORDS, index)
        return any(
            at in near or self._arc_below(index, at) in arcs for at in self._with(lemmas) if at != index
        )

    def _with(self, lemmas: frozenset[str]) -> list[int]:
        """The words that one of the lemmas is a form of."""
        return [at for at, forms in enumerate(self.named) if not lemmas.isdisjoint(forms)]

    def _place(self, index: int) -> float:
        """How much of a trigger's strength counts at a word: 1 at the predicate, less the further down."""
        if self._flat:
            apart = abs(index - (self._root or 0))
            return 1.0 if index == self._root else max(0.6, 0.9 - 0.012 * apart)
        kept, at = 1.0, index
        for _ in range(_LONGEST_CLIMB):
            head = self.heads[at]
            if at == self._root:
                break
            if head is None:
                return kept * _UNATTACHED
            kept *= _KEPT.get(self.words[at].deprel, _KEPT_OTHERWISE)
            at = head
        return kept

    def _arc_below(self, top: int, index: int) -> str | None:
        """The label of the arc by which a word is, directly or not, below another."""
        at: int | None = index
        for _ in range(_LONGEST_CLIMB):
            if at is None:
                return None
            head = self.heads[at]
            if head == top:
                return self.words[at].deprel
            at = head
        return None


@lru_cache(_REMEMBERED_FORMS)
def _forms_and_names(lemma: str, text: str, upos: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A word's forms, and those by which it meets a condition."""
    lemma, text = lemma.lower(), text.lower()
    forms = _forms(lemma, text, upos)
    return forms, _names(lemma, text, upos, forms)


def _forms(lemma: str, text: str, upos: str) -> tuple[str, ...]:
    """A word's lemma, its text, what it may be an inflection of, and the parts around hyphens, each once.

    An irregular verb form says nothing beyond its lemma, and may look like another verb: "found", "left".
    """
    irregular = upos in _VERBAL and not text.startswith(lemma) and not text.endswith(_PARTICIPLE)
    forms = dict.fromkeys((lemma, *(() if irregular else (text,)), *_stems(text)))
    if "-" in text and len(text) > 1:
        forms.update(dict.fromkeys(part for part in (*lemma.split("-"), *text.split("-")) if part))
    return tuple(forms)


def _names(lemma: str, text: str, upos: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms by which a word meets a condition: who is "armed" is no arm, and "mining" lays no mine."""
    if upos not in _NOMINAL and upos != "ADJ":
        return forms
    return forms if "-" in text or not text.endswith(_PARTICIPLE) else (lemma, text)


@lru_cache(_REMEMBERED_FORMS)
def _parts(text: str) -> tuple[str, ...]:
    """The parts of a hyphenated word; a hyphen by itself is one."""
    text = text.lower()
    return tuple(text.split("-")) if len(text) > 1 else (text,)


def _stems(text: str) -> tuple[str, ...]:
    """Candidate lemmas of a form, so that a wrong lemma hides no trigger; most are no words."""
    if len(text) < 5:
        return ()
    if text.endswith("men"):
        return (text[:-2] + "an",)
    if text.endswith(tuple(_IRREGULAR)):
        return tuple(
            text.removesuffix(form) + base for form, base in _IRREGULAR.items() if text.endswith(form)
        )
    if text.endswith(("ies", "ied")):
        return (text[:-3] + "y",)
    if text.endswith("ed"):
        stem = text[:-2]
    elif text.endswith("ing"):
        stem = text[:-3]
    elif text.endswith("s") and not text.endswith("ss"):
        return (text[:-1], text[:-2]) if text.endswith(_TWO_LETTER_ENDING) else (text[:-1],)
    else:
        return ()
    return (stem, stem + "e", stem[:-1]) if stem[-2:-1] == stem[-1:] else (stem, stem + "e")


def _fits(word: Word, kind: TriggerKind, form: str) -> bool:
    """Whether a word, by one of its forms, is what a trigger asks; participles pass for several."""
    upos, text = word.upos, word.text.lower()
    if kind is TriggerKind.WORD or upos in _UNTAGGED:
        return True
    if kind is TriggerKind.VERB:
        # "armed men" are not being armed, "running water" is not run, and who "had fled" has nothing
        described = word.deprel == "amod" and text.endswith(_PARTICIPLE)
        helps = word.deprel.startswith("aux")
        return not (described or helps) and (
            upos in _VERBAL or (upos != "ADV" and text.endswith(_PARTICIPLE))
        )
    # what is left of a participle is a verb: "United" is no unit, "damaging" no damage
    if text.endswith(_PARTICIPLE) and form not in (text, word.lemma.lower()) and "-" not in text:
        return False
    if kind is TriggerKind.NOUN:
        return upos in _NOMINAL or upos == "ADJ" or (upos == "VERB" and text.endswith("ing"))
    if kind is TriggerKind.ADJECTIVE:
        return upos in ("ADJ", "PROPN") or (upos == "VERB" and text.endswith(_PARTICIPLE))
    return upos == "ADV"


def _local_heads(words: Sequence[Word], indexes: Sequence[int] | None) -> list[int | None]:
    """Each word's governor as an index into `words`; None for the root and for governors outside."""
    at = {index: local for local, index in enumerate(indexes)} if indexes is not None else None
    heads: list[int | None] = []
    for local, word in enumerate(words):
        head = word.head
        if head is not None:
            head = at.get(head) if at is not None else (head if head < len(words) else None)
        heads.append(None if head == local else head)
    return heads


def _likely_predicate(words: Sequence[Word], heads: Sequence[int | None]) -> int | None:
    """The only word without a governor here when there is one, else the first full verb."""
    tops = [index for index, head in enumerate(heads) if head is None and words[index].upos != "PUNCT"]
    if len(tops) == 1:
        return tops[0]
    verbs = [index for index in tops if words[index].upos == "VERB"]
    verbs = verbs or [index for index, word in enumerate(words) if word.upos == "VERB"]
    return verbs[0] if verbs else (tops[0] if tops else None)
