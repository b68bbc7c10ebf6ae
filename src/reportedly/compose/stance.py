"""Polarity, modality and estimative word of a proposition: how firmly, and whether it is so."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.compose.conditions import is_condition
from reportedly.compose.cues import Found, is_habit, is_unconvinced, phrase_at, reporting_at
from reportedly.compose.parties import names_people
from reportedly.compose.saying import Voicing
from reportedly.compose.trees import TENSED, VERBAL, Tree
from reportedly.packs import CueKind, CuePack, EstimativePack
from reportedly.records import Modality, Polarity, Word

SURE_MODALITY = 0.6
UNTRUE = frozenset({"false", "untrue", "baseless", "unfounded", "lie", "fabrication"})
LIKELY = frozenset({"likely", "probably", "very likely", "most likely"})
CHANCES = frozenset({"likely", "unlikely", "probable", "improbable", "certain", "doubtful"})
AIMS = frozenset(
    "aim goal mission purpose plan objective task role job intention idea strategy priority".split()
)
COMING = frozenset({"next", "coming", "soon", "tomorrow", "ahead", "upcoming"})
NOBODY = frozenset({"nobody", "nothing", "no-one"})
CHECKING = frozenset({"verify", "confirm", "corroborate"})
SMALL_RELATIONS = frozenset({"aux", "advmod", "cop", "mark", "xcomp", "expl", "discourse"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What was decided, the words that hide a speaker (None for none), and the rules that did it."""

    polarity: Polarity
    modality: Modality
    probability: str | None
    hidden: Word | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The words of a proposition: `words` in order, `predicate` the index of the one that it says.

    `near` are the words of the main clause, in order: the predicate, its auxiliaries and adverbs, the verbs
    it complements. Some may stand outside the proposition.
    """

    tree: Tree
    first: int
    last: int
    predicate: int
    near: Sequence[int]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words."""
        return self.tree.words[self.first : self.last]


def words_within(tree: Tree, first: int, last: int) -> Within:
    """Return words `first` to `last` (half-open) of a sentence as those of a proposition."""
    top = tree.top_of(first, last)
    return Within(tree, first, last, top, sorted(_clause(tree, top) | _shared(tree, top, first)))


def _clause(tree: Tree, top: int) -> set[int]:
    """Return a predicate with the small words of its clause and of the verbs it complements."""
    kept = {top}
    for head in (top, *tree.dependents(top, "xcomp")):
        for child in tree.children[head]:
            if tree.relations[child] in SMALL_RELATIONS:
                kept.add(child)
                if tree.lemmas[child] in ("long", "longer"):
                    kept.update(tree.children[child])
    return kept


def _shared(tree: Tree, top: int, first: int) -> set[int]:
    """Auxiliaries that a coordinated verb has from the first one: "will reinforce A and | advance B"."""
    word = tree.words[top]
    kinds = ("conj", "VB"), ("advcl", "VBG")
    if (word.deprel, word.xpos) not in kinds or word.head is None:
        return set()
    if tree.dependents(top, "aux", "mark", "nsubj"):
        return set()
    shared = {c for c in tree.dependents(word.head, "aux") if c < top}
    over = tree.words[word.head].head
    if tree.words[word.head].deprel == "xcomp" and over is not None and over < first:
        shared |= {over, *tree.dependents(over, "aux"), *tree.dependents(word.head, "mark")}
    return shared


def find_stance(
    within: Within | None,
    voicing: Voicing | None,
    *,
    cues: CuePack,
    estimative: EstimativePack,
    guess: tuple[str, float] | None,
) -> Stance:
    """Decide polarity, modality and estimative word.

    Args:
        within: the proposition's words; None where no sentence holds it.
        voicing: the innermost voicing, None for the document's own voice.
        cues, estimative: the packs.
        guess: the model's modality and its chance, None when it made none.

    Returns:
        The stance; asserted and affirmed where nothing says otherwise.
    """
    rules: list[str] = []
    if within is None:
        return Stance(Polarity.AFFIRMED, Modality.ASSERTED, None, None, ("no sentence",))
    modality, hidden = _modality(within, voicing, cues, rules)
    polarity = _polarity(within, voicing, cues, rules)
    if _gap(within, cues) or (polarity is Polarity.DENIED and _unverified(within)):
        modality, polarity = Modality.GAP, Polarity.AFFIRMED
        rules.append("gap phrase")
    if modality is Modality.ASSERTED and guess and guess[1] >= SURE_MODALITY and _fits(guess[0], voicing):
        modality = Modality(guess[0])
        rules.append(f"model: {guess[0]} {guess[1]:.2f}")
    probability = None if modality is Modality.GAP else _probability(within, estimative)
    if probability in LIKELY and modality is Modality.ASSERTED:
        modality = Modality.POSSIBLE
    if probability in LIKELY and modality is Modality.POSSIBLE and _ahead(within):
        modality = Modality.FORECAST
    return Stance(polarity, modality, probability, hidden, tuple(rules))


def _ahead(within: Within) -> bool:
    """Whether a time to come is named: "splits are likely in the next quarter"."""
    tree = within.tree
    return not tree.past(within.predicate) and any(
        tree.lemmas[i] in COMING for i in range(within.first, within.last)
    )


def _fits(guess: str, voicing: Voicing | None) -> bool:
    """Whether the model's modality may stand; a gap that no words show needs somebody who is silent."""
    return guess != Modality.ASSERTED and (guess != Modality.GAP or voicing is not None)


def _modality(
    within: Within, voicing: Voicing | None, cues: CuePack, rules: list[str]
) -> tuple[Modality, Word | None]:
    found = voicing.found if voicing else None
    if found is not None:
        setting = found.word.setting
        chosen = setting.passive if found.passive and voicing and voicing.source is None else setting.modality
        if chosen is not None:
            rules.append(f"cue {' '.join(found.word.tokens)}: {chosen}")
            return chosen, None
    chosen = _by_verb(within, voicing, cues)
    bare = chosen in (None, Modality.FORECAST, Modality.POSSIBLE)
    if (bare or (chosen is Modality.PROMISED and _will(within))) and _depends(within, cues):
        rules.append("condition")  # "unless they leave, we will fight" too
        return Modality.CONDITIONAL, None
    if chosen is not None and chosen is not Modality.POSSIBLE:
        rules.append(f"auxiliary: {chosen}")
        return chosen, None
    words = within.words
    for i in range(within.first, within.last):
        for tokens, modality in cues.adverbs.get(within.tree.lemmas[i], ()):
            if i in within.near and phrase_at(words, i - within.first, tokens):
                at = i + (tokens[0] == "be" and len(tokens) > 1)
                hidden = within.tree.words[at] if modality is Modality.REPORTED else None
                rules.append(f"{' '.join(tokens)}: {modality}")
                return modality, hidden
    if chosen is None and _headline_will(within):
        rules.append("headline: to")
        return Modality.FORECAST, None
    above = _reported_above(within, cues)
    if above is not None:
        rules.append(f"{above.text.lower()}: {Modality.REPORTED}")
        return Modality.REPORTED, above
    if chosen is not None:
        rules.append(f"auxiliary: {chosen}")
    elif _suggests(within, cues):
        chosen = Modality.SUGGESTED
        rules.append(f"{within.tree.lemmas[within.predicate]}: {chosen}")
    return chosen or Modality.ASSERTED, None


def _foretells(within: Within) -> bool:
    """Whether the predicate says how likely it is what will be: "it is unlikely that they will leave"."""
    tree, top = within.tree, within.predicate
    if tree.lemmas[top] not in CHANCES:
        return False
    clauses = tree.dependents(top, "ccomp", "csubj")
    return any(tree.lemmas[c] in ("will", "would") for i in clauses for c in tree.dependents(i, "aux"))


def _will(within: Within) -> bool:
    """Whether the predicate stands behind "will", "shall" or "would"."""
    tree = within.tree
    return any(tree.lemmas[c] in ("will", "shall", "would") for c in tree.dependents(within.predicate, "aux"))


def _suggests(within: Within, cues: CuePack) -> bool:
    """Whether the predicate itself only suggests: "field tests suggest the presence of explosives"."""
    found = reporting_at(within.tree, within.predicate, cues)
    return (
        found is not None
        and found.word.kind is CueKind.VERB
        and found.word.setting.modality is Modality.SUGGESTED
    )


def _by_verb(within: Within, voicing: Voicing | None, cues: CuePack) -> Modality | None:
    """Return what the predicate's auxiliaries and adverbs make of it: "will", "is to", "maybe … will"."""
    chosen = _auxiliary(within, voicing, cues)
    if chosen is None and (_is_to(within) or _foretells(within)):
        return Modality.FORECAST
    if chosen is Modality.FORECAST and _perhaps(within, cues):
        return Modality.POSSIBLE
    if chosen is Modality.THREATENED and is_habit(within.tree, within.predicate):
        return Modality.ASSERTED  # it is reported that they do so
    return chosen


def _is_to(within: Within) -> bool:
    """Whether a predicate is what is to come: "the army is to | leave"; not "its aim is to leave"."""
    tree, top = within.tree, within.predicate
    marked = any(tree.lemmas[c] == "to" for c in tree.dependents(top, "mark"))
    if not marked or any(tree.lemmas[c] in AIMS for c in tree.dependents(top, "nsubj")):
        return False
    verbs = tree.dependents(top, "aux", "cop")
    return any(tree.lemmas[c] == "be" and tree.words[c].xpos in ("VBZ", "VBP") for c in verbs)


def _perhaps(within: Within, cues: CuePack) -> bool:
    """Whether an adverb leaves open what "will" foretells: "maybe they will leave"."""
    tree = within.tree
    adverbs = (tree.lemmas[c] for c in tree.dependents(within.predicate, "advmod"))
    return any(
        (tokens, modality) == ((adverb,), Modality.POSSIBLE) and adverb not in LIKELY
        for adverb in adverbs
        for tokens, modality in cues.adverbs.get(adverb, ())
    )


def _headline_will(within: Within) -> bool:
    """Whether a noun with "to" and no tensed verb says what will be: "New unit to search ferries"."""
    tree, top = within.tree, within.predicate
    if tree.words[top].upos not in ("NOUN", "PROPN") or tree.words[top].deprel != "root":
        return False
    if any(tree.words[w].xpos in TENSED for w in range(within.first, within.last)):
        return False
    clauses = tree.dependents(top, "acl")
    return any(tree.words[m].lemma.lower() == "to" for c in clauses for m in tree.dependents(c, "mark"))


def _depends(within: Within, cues: CuePack) -> bool:
    """Whether a clause of the predicate makes it depend on something: "if A, B", "B should A happen"."""
    tree = within.tree
    for clause in tree.dependents(within.predicate, "advcl"):
        first = min(w for w in tree.subtree(clause) if tree.words[w].deprel != "punct")
        opening = tree.lemmas[first]
        if any(phrase_at(tree.words, first, tokens) for tokens in cues.conditions.get(opening, ())):
            return True
        if is_condition(tree, clause):
            return True
    opening = within.words[0].lemma.lower() if within.words else ""
    return opening in ("if", "unless")


def _reported_above(within: Within, cues: CuePack) -> Word | None:
    """Return the "reportedly" that a gerund hangs on: "reportedly involved in | taxing boats"."""
    tree = within.tree
    first = tree.words[within.predicate].head
    if tree.words[within.predicate].deprel == "conj" and first is not None:
        said = None if tree.dependents(within.predicate, "nsubj") else _hearsay(tree, first, cues)
        if said is not None:
            return said
    if tree.words[within.predicate].xpos != "VBG":
        return None
    for head in tree.above(within.predicate):
        if within.first <= head < within.last:
            continue
        if tree.words[head].upos not in ("VERB", "ADJ") or tree.dependents(head, "ccomp"):
            return None
        said = _hearsay(tree, head, cues)
        if said is not None:
            return said
    return None


def _hearsay(tree: Tree, head: int, cues: CuePack) -> Word | None:
    """Return the "reportedly" beside a verb."""
    for child in tree.dependents(head, "advmod"):
        phrases = cues.adverbs.get(tree.words[child].lemma.lower(), ())
        if any(len(tokens) == 1 and modality is Modality.REPORTED for tokens, modality in phrases):
            return tree.words[child]
    return None


def _auxiliary(within: Within, voicing: Voicing | None, cues: CuePack) -> Modality | None:
    """Return what "will", "could", "is expected to" make of the predicate."""
    tree = within.tree
    for i in within.near:
        reported = cues.attributed.get(tree.lemmas[i], ()) if voicing is not None else ()
        for tokens, modality in (*cues.auxiliaries.get(tree.lemmas[i], ()), *reported):
            small = len(tokens) > 1 or tree.words[i].upos in ("AUX", "INTJ")
            if small and _stands(within, i, tokens) and not _says_less(tree, i):
                own = modality is Modality.FORECAST and (
                    _own_will(within, cues) or (voicing is not None and _own_would(within, voicing))
                )
                return cues.own_will if own else modality
    return None


def _says_less(tree: Tree, i: int) -> bool:
    """Whether an auxiliary opens nothing: "could not | see", who was not able to; "would rather | trade"."""
    behind = tree.lemmas[i + 1 : i + 3]
    if tree.forms[i] == "would":
        return behind[:1] in (["rather"], ["prefer"])
    if tree.forms[i] in ("should", "must", "ought"):
        over = tree.words[i].head
        return "have" in behind and over is not None and tree.words[over].xpos == "VBN"
    return (
        tree.forms[i] == "could" and behind[:1] in (["not"], ["n't"]) and behind[1:] not in (["have"], ["be"])
    )


def _stands(within: Within, i: int, tokens: Sequence[str]) -> bool:
    """Whether a phrase begins at a word of the main clause and goes on there, or in the very next words."""
    return _in_clause(within, i, tokens) or (len(tokens) > 1 and phrase_at(within.tree.words, i, tokens))


def _in_clause(within: Within, i: int, tokens: Sequence[str]) -> bool:
    """Whether a phrase begins at a word of the main clause and goes on there."""
    return phrase_at([within.tree.words[n] for n in within.near if n >= i], 0, tokens)


def _own_will(within: Within, cues: CuePack) -> bool:
    subject = within.tree.subject(within.predicate)
    return subject is not None and within.tree.words[subject].lemma.lower() in cues.own_subjects


def _own_would(within: Within, voicing: Voicing) -> bool:
    """Whether a voice says what it would do itself: "they said they would leave"."""
    tree, top = within.tree, within.predicate
    subject = tree.subject(top)
    source = tree.range_of(voicing.source) if voicing.source else None
    if subject is None or source is None or tree.words[top].upos != "VERB" or tree.passive(top):
        return False
    if not any(tree.lemmas[c] in ("would", "will") for c in tree.children[top]):
        return False
    speaker = tree.words[tree.top_of(*source)]
    pronoun = tree.words[subject].text.lower()
    if pronoun == "they":
        return speaker.xpos in ("NNS", "NNPS") or speaker.text.lower() == "they"
    person = speaker.xpos == "NN" and names_people(speaker.lemma.lower())
    one = speaker.xpos in ("NNP", "NN") if pronoun == "it" else speaker.xpos == "NNP" or person
    return pronoun in ("he", "she", "it") and (one or speaker.text.lower() == pronoun)


def _polarity(within: Within, voicing: Voicing | None, cues: CuePack, rules: list[str]) -> Polarity:
    denied = voicing is not None and voicing.found is not None
    denied = denied and _denying(within.tree, voicing.found)  # type: ignore[union-attr,arg-type]
    if denied:
        rules.append("cue denies")
    negated = _negated(within, cues)
    if negated:
        rules.append(f"negator {negated}")
    untrue = _untrue(within)
    if untrue:
        rules.append("said to be untrue")
    none = voicing is not None and voicing.found is not None and _no_sign(within.tree, voicing.found)
    if none:
        rules.append("no sign of it")
    return Polarity.DENIED if (denied != bool(negated)) != (untrue != none) else Polarity.AFFIRMED


def _denying(tree: Tree, found: Found) -> bool:
    """Whether a cue itself denies: "denied that A", "is not convinced that A"."""
    if found.word.setting.polarity is Polarity.DENIED:
        return True
    return found.index < len(tree.words) and is_unconvinced(tree, found)


def _no_sign(tree: Tree, found: Found) -> bool:
    """Whether a cue is a noun that is said to be lacking: "no evidence that A", "no sign of A"."""
    if found.word.kind is not CueKind.NOUN or found.index >= len(tree.words):
        return False
    noun = tree.words[found.index]
    same = noun.lemma.lower() == found.word.tokens[0]
    return same and any(tree.lemmas[c] == "no" for c in tree.dependents(found.index, "det"))


def _untrue(within: Within) -> bool:
    """Whether a proposition is said to be untrue: "A is false", "it is not true that A"."""
    tree, top = within.tree, within.tree.words[within.predicate]
    called = top.lemma.lower() in UNTRUE and top.upos not in VERBAL  # "the burden lies elsewhere"
    if called or _taken_in(tree, within.predicate, after=within.predicate):
        return True
    if top.head is None:
        return False
    if said_to_be_untrue(tree, top.head):
        return top.deprel.startswith("acl")
    if top.deprel not in ("csubj", "ccomp"):
        return False
    over = tree.words[top.head].lemma.lower()
    denied = any(tree.words[c].lemma.lower() in ("not", "never") for c in tree.dependents(top.head, "advmod"))
    return (over in UNTRUE) != (over == "true" and denied)


def said_to_be_untrue(tree: Tree, noun: int) -> bool:
    """Whether a noun for what is said is called untrue: "reports in the press that A are | baseless"."""
    head = tree.words[noun].head
    while head is not None and tree.relations[noun] == "nmod":
        noun, head = head, tree.words[head].head
    if any(_taken_in(tree, c) for c in tree.dependents(noun, "acl")):
        return True
    if head is None or tree.relations[noun] != "nsubj":
        return False
    return tree.lemmas[head] in UNTRUE or _taken_in(tree, head, after=noun)


def _taken_in(tree: Tree, i: int, *, after: int = 0) -> bool:
    """Whether the syntax hangs "are untrue" elsewhere: "reports that A has left | are untrue", he said."""
    below = (c for c in tree.dependents(i, "xcomp", "ccomp") if c > after)
    return any(tree.lemmas[c] in UNTRUE and tree.dependents(c, "cop") for c in below)


def _negated(within: Within, cues: CuePack) -> str | None:
    tree = within.tree
    if _nobody(within):
        return "no"
    for i in within.near:
        if any(phrase_at(tree.words, i, t) for t in cues.unmarked.get(tree.lemmas[i], ())):
            continue
        for tokens in cues.negators.get(tree.lemmas[i], ()):
            own = i == within.predicate and phrase_at(tree.words, i, tokens)  # "do little"
            if own or _in_clause(within, i, tokens):
                return " ".join(tokens)
    return None


def _nobody(within: Within) -> bool:
    """Whether the subject or object is nobody or nothing: "no camps", "none of them", "nobody was hurt"."""
    tree, top = within.tree, within.predicate
    subject = tree.subject(top)
    if subject is not None and any(
        tree.words[c].lemma.lower() in ("no", "none", "neither")
        for c in (subject, *tree.dependents(subject, "det", "cc", "advmod"))
    ):
        return True
    parties = tree.dependents(top, "obj", "nsubj")
    if any(tree.lemmas[c] in NOBODY for c in parties):
        return True
    if tree.words[top].upos in ("NOUN", "PROPN") and not tree.dependents(top, "cop"):
        parties.append(top)
    return any(tree.words[c].lemma.lower() == "no" for party in parties for c in tree.children[party])


def _gap(within: Within, cues: CuePack) -> bool:
    """Whether the main clause, with its object, says that something is not known or not told."""
    tree, words, first = within.tree, within.words, within.first
    phrases = [
        end
        for i in range(first, within.last)
        for tokens in cues.gaps.get(tree.lemmas[i], ())
        if phrase_at(words, i - first, tokens)
        for end in (i, i + len(tokens) - 1)  # "an | open question"
    ]
    if not phrases:
        return False
    objects = tree.dependents(within.predicate, "obj", "nsubj")
    objects += [o for c in tree.dependents(within.predicate, "xcomp") for o in tree.dependents(c, "obj")]
    spoken = {*within.near, *(w for o in objects for w in (o, *tree.dependents(o, "det")))}
    return not spoken.isdisjoint(phrases)


def _unverified(within: Within) -> bool:
    """Whether the predicate is of checking what could be checked: "neither figure could be verified"."""
    tree, top = within.tree, within.predicate
    able = any(tree.forms[c] in ("could", "can") for c in tree.dependents(top, "aux"))
    return able and tree.lemmas[top] in CHECKING


def _probability(within: Within, estimative: EstimativePack) -> str | None:
    forms, words = within.tree.forms, within.tree.words
    for i in range(within.first, within.last):
        for tokens in estimative.by_first.get(forms[i], ()):
            phrase = range(i, min(i + len(tokens), within.last))
            said = tuple(forms[w] for w in phrase) == tokens and any(w in within.near for w in phrase)
            if said and not _says_less(within.tree, i):
                return " ".join(words[w].text for w in phrase)
    return None
