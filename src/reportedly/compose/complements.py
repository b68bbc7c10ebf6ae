"""Voicings that the syntax shows: what a reporting word governs, and "according to".

Takes one sentence at a time, and knows nothing of what the model marked in it.
"""

from collections.abc import Iterator

from reportedly.compose.conditions import is_condition
from reportedly.compose.cues import Found, reporting_at, says_nothing
from reportedly.compose.outside import BESIDE
from reportedly.compose.saying import Voicing
from reportedly.compose.speakers import QUOTED, in_dateline, noun_phrase, opens_noun
from reportedly.compose.trees import Tree
from reportedly.packs import CueKind, CuePack
from reportedly.records import Modality, Polarity, Span

NAMING = frozenset({"NOUN", "PROPN"})
CUEING = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
RELATIVES = frozenset({"which", "who", "that", "whom"})
# Verbs whose subject passes on what somebody else said.
HEARING = frozenset({"hear", "learn"})
HEARD = "heard"
ABOUT = frozenset({"about", "on", "over"})
# Verbs that accuse only of doings: "linked to smuggling weapons", not "linked to the front".
TYING = frozenset({"connect", "link", "tie"})
# Prepositions of what somebody is accused of: "of murder", not "in the case".
CHARGING = frozenset({"of", "with", "for", "on"})
# Verbs that deny even what is only named: "denied the attack".
DENIALS = frozenset({"deny", "dispute", "refute"})
# Acts of speech whose noun names what they are about: "allegations of bribery".
NAMED_ACTS = frozenset({Modality.ACCUSED, Modality.REQUESTED, Modality.SUGGESTED})
# Acts of speech that take more than a that-clause: "accused Y of Z", "urged Y to Z", "threatened to Z".
OBJECT_ACTS = frozenset({Modality.ACCUSED, Modality.REQUESTED, Modality.THREATENED})
# Verbs by which somebody binds himself: "undertook to leave"; who "plans to" may only be about to.
VOWING = frozenset({"vow", "pledge", "promise", "undertake", "swear", "resolve", "guarantee"})


def from_tree(tree: Tree, cues: CuePack) -> Iterator[Voicing]:
    """Read complement clauses: a reporting verb with its subject and what it governs."""
    for i, word in enumerate(tree.words):
        found = reporting_at(tree, i, cues) if word.upos in CUEING else None
        if found is None or (_of_saying(tree, i, "obl", cues) and not tree.led_by(i, ABOUT)):
            continue  # "said in its report that A": the report is where, and hides nobody
        heard = heard_from(tree, i)
        content = _complement(tree, i, found, cues) or (_told(tree, heard) if heard is not None else None)
        if content is None:
            continue
        source = noun_phrase(tree, heard) if heard is not None else _source(tree, i)
        rule = HEARD if heard is not None or _quoted(tree, i) is not None else "complement"
        yield Voicing(source, word.span, (content,), found, rule, says_nothing(tree, found, cues))


def heard_from(tree: Tree, verb: int) -> int | None:
    """Return from whom something was heard: "learned from a guard that A"; None for other verbs."""
    if tree.lemmas[verb] not in HEARING:
        return None
    nouns = (c for c in tree.dependents(verb, "obl") if tree.words[c].upos in NAMING and c > verb)
    return next((c for c in nouns if tree.led_by(c, ("from",)) and _told(tree, c, verb=verb)), None)


def _told(tree: Tree, noun: int, *, verb: int | None = None) -> Span | None:
    """Return the that-clause behind whom it was heard from, whichever word it hangs on."""
    clauses = [c for c in tree.dependents(noun, "acl", "ccomp") if not _describing(tree, c)]
    clauses += tree.dependents(verb, "ccomp") if verb is not None else []
    for clause in clauses:
        first = min(tree.subtree(clause))
        if first > noun and tree.forms[first] in ("that", "how"):
            inside = [w for w in tree.subtree(clause) if w > first and tree.words[w].deprel != "punct"]
            return tree.span_of(inside) if inside else None
    return None


def according(tree: Tree) -> Iterator[Voicing]:
    """Read "according to X": what it stands beside, before it and after."""
    for i, word in enumerate(tree.words[:-2]):
        if tree.forms[i] != "according":
            continue
        said = word.head if word.deprel == "case" else next(iter(tree.dependents(i, "obl", "nmod")), None)
        if said is None or said <= i:
            continue
        phrase = [w for w in {*tree.subtree(said), *tree.subtree(i)} if w >= i]
        clause = tree.words[said if word.deprel == "case" else i].head
        if clause is None or clause in phrase:
            continue
        around = [w for w in tree.subtree(clause) if w not in phrase and tree.words[w].deprel != "punct"]
        before, after = [w for w in around if w < i], [w for w in around if w > i]
        content = tuple(tree.span_of(part) for part in (before, after) if part)
        cue = Span(word.span.begin, tree.words[i + 1].span.end)
        yield Voicing(noun_phrase(tree, said), cue, content, None, "according to")


def _complement(tree: Tree, i: int, found: Found, cues: CuePack) -> Span | None:
    """Return the clause that a reporting word governs, without "that"."""
    word = tree.words[i]
    wanted = ("ccomp",) if word.upos in ("VERB", "AUX") else ("ccomp", "acl")
    governed = (c for c in tree.dependents(i, *wanted) if not _relative(tree, c) or _may_be(tree, c, found))
    clauses = [c for c in governed if _finite(tree, c)]
    if word.upos == "NOUN":
        clauses = [c for c in clauses if not _describing(tree, c) and _whole(tree, c)]
    if not clauses:
        about = None if _of_saying(tree, i, "nsubj", cues) else _about(tree, i, found)
        return about or _object(tree, i, found)
    clauses = [c for c in clauses if c > i] or clauses[:1]  # of one that was taken apart, all parts
    inside = sorted(w for c in clauses for w in tree.subtree(c) if tree.words[w].deprel != "punct")
    if tree.words[inside[0]].lemma in ("that", "whether", "if") and tree.words[inside[0]].deprel == "mark":
        inside = inside[1:]
    return tree.span_of(inside) if inside else None


def _of_saying(tree: Tree, i: int, relation: str, cues: CuePack) -> bool:
    """Whether a word is subject (or whatever else) of a verb of saying: "the report says that A"."""
    word = tree.words[i]
    if word.deprel != relation or word.head is None:
        return False
    found = reporting_at(tree, word.head, cues)
    return found is not None and found.word.kind is CueKind.VERB


def _about(tree: Tree, i: int, found: Found) -> Span | None:
    """Return the clause of "one theory is that A", "concerns have grown that A", "X quoted Y as saying A"."""
    word = tree.words[i]
    if found.word.kind is CueKind.NOUN and word.head is not None:
        clause: int | None = None
        if word.deprel == "nsubj:outer":
            clause = word.head
        elif word.deprel == "nsubj" and found.word.setting.hidden:
            clause = next(
                (c for c in tree.dependents(word.head, "ccomp", "acl", "advcl") if c > word.head), None
            )
        marks = [m for m in tree.dependents(clause, "mark") if m > i] if clause is not None else []
        if clause is None or not marks or tree.words[marks[0]].lemma.lower() != "that":
            return _named_only(tree, i, found)
        inside = [w for w in tree.subtree(clause) if w > marks[0] and tree.words[w].deprel != "punct"]
        return tree.span_of(inside) if inside else None
    if found.word.tokens[0] in QUOTED and found.word.kind is CueKind.VERB:
        speaking = next(
            (c for c in tree.dependents(i, "advcl") if tree.words[c].xpos == "VBG" and c > i), None
        )
        if speaking is None or not tree.dependents(speaking, "obj", "ccomp", "xcomp", "parataxis"):
            return None  # "was quoted as saying on the radio" goes on nowhere
        return tree.span_of(tree.subtree(speaking))
    return None


def _named_only(tree: Tree, i: int, found: Found) -> Span | None:
    """Return what "allegations of bribery", "calls for an inquiry" name."""
    if found.word.setting.modality not in NAMED_ACTS or tree.dependents(i, "cop"):
        return None
    if any(tree.words[c].lemma.lower() == "no" for c in tree.dependents(i, "det")):
        return None  # "no calls for an inquiry"
    for noun in tree.dependents(i, "nmod", "acl", "obl"):
        cases = [
            c for c in tree.dependents(noun, "case", "mark") if tree.words[c].lemma.lower() in ("of", "for")
        ]
        if noun > i and cases:
            inside = [w for w in tree.subtree(noun) if w > cases[0] and tree.words[w].deprel != "punct"]
            return tree.span_of(inside) if inside else None
    return None


def _whole(tree: Tree, i: int) -> bool:
    """Whether a clause of a noun has a subject or "that": not "a letter | dated 9 May"."""
    return bool(tree.dependents(i, "nsubj", "mark", "expl", "csubj"))


def _describing(tree: Tree, i: int) -> bool:
    """Whether the subject of a clause is the noun that it hangs on: "an assertion that is wrong"."""
    return any(tree.words[c].text.lower() in RELATIVES for c in tree.dependents(i, "nsubj"))


def _relative(tree: Tree, i: int) -> bool:
    """Whether a clause describes a noun: "signs that differ", not "signs that it has ended"."""
    if tree.words[i].deprel != "acl:relcl":
        return False
    marks = tree.dependents(i, "mark")
    return not any(tree.words[c].lemma.lower() == "that" for c in marks)


def _may_be(tree: Tree, i: int, found: Found) -> bool:
    """Whether a clause without "that" says what may be: "a chance | he would flee", no "chance he took"."""
    if found.word.kind is not CueKind.NOUN or found.word.setting.modality is not Modality.POSSIBLE:
        return False
    subjects = [c for c in tree.dependents(i, "nsubj") if tree.forms[c] not in RELATIVES]
    return bool(subjects) and any(tree.words[c].xpos == "MD" for c in tree.dependents(i, "aux"))


def _object(tree: Tree, i: int, found: Found) -> Span | None:
    """Return what follows an accusing, asking or denying verb: its object and complements."""
    setting = found.word.setting
    vows = found.word.tokens[0] in VOWING
    acts = setting.modality in OBJECT_ACTS or setting.polarity is Polarity.DENIED or vows
    if tree.words[i].upos != "VERB" or not acts:
        return None
    below = [
        c
        for c in tree.dependents(i, "obj", "xcomp", "advcl", "obl", "ccomp")
        if c > i and not _apart(tree, c) and tree.words[c].deprel != "obl:agent"
    ]
    if setting.modality is Modality.ACCUSED:
        below = [c for c in below if tree.relations[c] != "obl" or tree.led_by(c, CHARGING)]
    phrasal = len(found.word.tokens) > 1 or setting.modality is Modality.ACCUSED
    if found.word.tokens[0] in TYING and not any(tree.words[c].xpos == "VBG" for c in below):
        return None  # "tied to", "linked to" accuse nobody of doing something
    if setting.modality is Modality.THREATENED or vows:
        # Its terms belong to it; "threatened the port" says nothing.
        below = [c for c in below if tree.words[c].deprel == "xcomp" or is_condition(tree, c)]
    if setting.modality is Modality.REQUESTED and not phrasal and not any(_asks(tree, c) for c in below):
        return None  # "commanded the ship", "advised the forces who lead"
    clauses = tree.dependents(i, "xcomp", "ccomp", "advcl")
    named = found.word.tokens[0] in DENIALS or any(_says(tree, c) for c in below)
    if setting.polarity is Polarity.DENIED and not clauses and not named:
        return None  # "withdrew the troops", "questioned the suspect"; but "rejects the charge that A"
    if not below:
        return None
    inside = sorted(w for c in below for w in tree.subtree(c) if w > i)
    opening = tree.words[inside[0]]
    leads = tree.lemmas[inside[0]] in (*found.word.tokens, "of", "with") and opening.xpos != "TO"
    if phrasal and len(inside) > 1 and leads:
        inside = inside[1:]  # "suspected of | planning attacks", but "threatened | to attack"
    return tree.span_of([w for w in inside if w > i and tree.words[w].deprel != "punct"] or inside)


def _says(tree: Tree, noun: int) -> bool:
    """Whether a noun has a clause with "that": "the charge | that A"."""
    clauses = tree.dependents(noun, "acl", "ccomp")
    return any(tree.forms[m] == "that" for c in clauses for m in tree.dependents(c, "mark"))


def _asks(tree: Tree, i: int) -> bool:
    """Whether a clause says what is asked for: "to leave", "that they leave"."""
    return any(tree.words[c].lemma.lower() in ("to", "that") for c in tree.dependents(i, "mark"))


def _apart(tree: Tree, i: int) -> bool:
    """Whether a clause is one of time or reason, beside what the verb asks or accuses of."""
    return any(tree.words[c].lemma.lower() in BESIDE for c in tree.dependents(i, "mark", "advmod"))


def _finite(tree: Tree, i: int) -> bool:
    """Whether a clause has a tensed verb, or a subject of its own."""
    return tree.tensed(i) or bool(tree.dependents(i, "nsubj"))


def _source(tree: Tree, i: int) -> Span | None:
    """Return the subject of a cue, or the agent of a passive one."""
    agents = tree.dependents(i, "obl:agent") or [
        c for c in tree.children[i] if tree.words[c].deprel == "nmod:poss" and tree.words[c].upos in NAMING
    ]
    if agents:
        return noun_phrase(tree, agents[0])
    if any(tree.words[c].deprel == "expl" for c in tree.children[i]):
        return None  # "it is true that A": nobody says so
    if opens_noun(tree, i):
        return None  # "grounds to believe that A"
    subject = _quoted(tree, i)
    subject = subject if subject is not None else tree.subject(i)
    if subject is None or in_dateline(tree, subject):
        return None
    if tree.words[i].xpos == "VBN" and tree.words[i].deprel == "acl":
        return None  # "generals accused of A" accuse nobody
    own = tree.words[subject].text.lower() in ("i", "we")  # "we are convinced that A"
    return None if tree.passive(i) and not own else noun_phrase(tree, subject)


def _quoted(tree: Tree, i: int) -> int | None:
    """Return who says what follows in "quoted the mayor as saying"."""
    head = tree.words[i].head
    if head is None or tree.words[i].deprel != "advcl" or tree.words[head].lemma.lower() not in QUOTED:
        return None
    return next(iter(tree.dependents(head, "obj")), None)
