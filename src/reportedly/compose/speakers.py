"""Who of the words beside a cue speaks, and which words make up a name."""

from reportedly.compose.cues import Found, of_mind
from reportedly.compose.trees import TENSED, Grove, Tree, shared
from reportedly.packs import CueKind, CuePack
from reportedly.records import Modality, Span

LONGEST_DATELINE = 14  # words
DASHES = frozenset({"—", "–", "--", "-"})
SENTENCES_BACK = 2  # how far back a pronoun looks for whom it means
# Where a passive speaks for itself: "the minister was quoted as saying".
# Marks around a nickname inside a name.
NICKNAMING = frozenset({"”", '"', "''", "’", "“", "``", "‘"})
QUOTED = frozenset({"quote", "cite"})
# What hangs on a noun and is no part of its name.
BESIDE_NAMES = frozenset(
    """
    nmod:unmarked
    acl acl:relcl appos case punct cc parataxis mark cop advmod nsubj nsubj:pass aux obl advcl ccomp xcomp dep
    obj
    """.split()
)
# What leads to a description of somebody rather than to the rest of the name: "men | with rifles".
DESCRIBING = frozenset({"with", "at", "like", "as", "such", "including", "than", "without", "among"})
CLOSING = frozenset({":", "--", "—", "–"})


def speaks(tree: Tree, source: Span, found: Found | None, cues: CuePack) -> bool:
    """Whether a source can be the voice of its cue.

    Who "is accused of" or "believed to" do something is whom the words are about, as is who "faced
    accusations"; "one" or "some" of "one theory is that" is no voice.
    """
    if found is None:
        return True
    head = tree.words[found.index].head
    if opens_noun(tree, found.index) and head is not None and shared(tree.words[head].span, source):
        return False
    if found.word.kind is CueKind.VERB or tree.words[found.index].xpos == "VBN":
        return not _undergoes(tree, source, found)
    if _meets(tree, source, found, cues):
        return False
    words = tree.range_of(source)
    if words is None or words[1] - words[0] > 1:
        return True
    only = tree.words[words[0]]
    return only.head != found.index or only.deprel not in ("nummod", "det")


def in_dateline(tree: Tree, i: int) -> bool:
    """Whether a word stands in front of the dash that a report begins with: "PERRIN — The mayor said"."""
    if i >= LONGEST_DATELINE or DASHES.isdisjoint(tree.forms[:LONGEST_DATELINE]):
        return False
    dash = next((n for n, form in enumerate(tree.forms[:LONGEST_DATELINE]) if form in DASHES), None)
    plain = dash is not None and all(w.upos not in ("VERB", "AUX", "PRON", "DET") for w in tree.words[:dash])
    return dash is not None and i < dash and plain


def opens_noun(tree: Tree, i: int) -> bool:
    """Whether a verb is an infinitive that completes a noun, which does not speak: "grounds to believe"."""
    return tree.words[i].deprel == "acl" and tree.words[i].xpos == "VB"


def with_nickname(tree: Tree, source: Span) -> Span:
    """Return a name whole that was cut behind a nickname in quotation marks: "Ila “Bo” | Venn"."""
    words = tree.range_of(source)
    if words is None or words[1] >= len(tree.words):
        return source
    following = tree.words[words[1]].text
    if following not in NICKNAMING and not any(w.text in NICKNAMING for w in tree.words[words[0] : words[1]]):
        return source
    end = words[1]
    while end < len(tree.words) and (tree.words[end].upos == "PROPN" or tree.words[end].text in NICKNAMING):
        end += 1
    while end > words[1] and tree.words[end - 1].text in NICKNAMING:
        end -= 1
    return Span(source.begin, tree.words[end - 1].span.end) if end > words[1] else source


def _undergoes(tree: Tree, source: Span, found: Found) -> bool:
    """Whether a source is the subject of a passive cue, or the noun that its participle describes."""
    cue = tree.words[found.index]
    if found.word.tokens[0] in QUOTED or cue.xpos != "VBN" or of_mind(tree, found):
        return False
    if found.passive and not _behind_by(tree, source):
        return True  # whoever is named, the words are about them
    subjects = [c for c in tree.children[found.index] if tree.words[c].deprel == "nsubj:pass"]
    if not subjects and cue.deprel == "conj" and found.passive and cue.head is not None:
        subjects = [c for c in tree.children[cue.head] if tree.words[c].deprel == "nsubj:pass"]
    if cue.deprel == "acl" and cue.head is not None:
        subjects.append(cue.head)
    return any(shared(tree.words[i].span, source) for i in subjects)


def _meets(tree: Tree, source: Span, found: Found, cues: CuePack) -> bool:
    """Whether a source is the subject of a verb that does not speak an accusation: "faced accusations"."""
    setting = found.word.setting
    if not setting.hidden or setting.modality not in (Modality.ACCUSED, Modality.REPORTED):
        return False
    verb = next((h for h in tree.above(found.index) if tree.words[h].upos == "VERB"), None)
    subject = tree.subject(verb) if verb is not None else None
    if verb is None or subject is None or not shared(tree.words[subject].span, source):
        return False
    return tree.lemmas[verb] not in cues.hearsay.made


def _behind_by(tree: Tree, source: Span) -> bool:
    """Whether a source stands behind "by": "it was said by officials"."""
    words = tree.range_of(source)
    return words is not None and any(
        w.lemma.lower() == "by" for w in tree.words[max(0, words[0] - 1) : words[1]][:2]
    )


def noun_phrase(tree: Tree, i: int, *, joined: bool = True) -> Span:
    """Return a noun with what belongs to its name, without clauses, appositions and prepositions in front.

    `joined` takes in the nouns that are coordinated with it: "the army and the police".
    """
    keep = [i]
    for child in tree.children[i]:
        relation = tree.words[child].deprel
        if relation in BESIDE_NAMES:
            continue
        both_named = tree.words[i].upos != "PRON" and tree.words[child].upos in ("NOUN", "PROPN")
        if relation == "conj" and not (joined and both_named):
            continue
        if not joined and child > i and tree.led_by(child, DESCRIBING):
            continue
        keep += tree.subtree(child)
    if not joined and len(keep) > 2:
        keep = _without_clause(tree, i, keep)
    first = min(keep)
    if tree.words[first].upos == "PROPN":
        first = tree.names_before(first)  # a run is one name, whatever the syntax makes of it
    return tree.span_of([first, *keep])


def _without_clause(tree: Tree, i: int, keep: list[int]) -> list[int]:
    """Return the words of a noun up to a colon, a dash or a verb with a tense, whatever its relation."""
    ends = [w for w in keep if tree.words[w].text in CLOSING or _is_tensed(tree, w)]
    if not ends:
        return keep
    end = min((w for w in ends if w > i), default=len(tree.words))
    begin = max((w for w in ends if w < i), default=-1)
    return [w for w in keep if begin < w < end]


def _is_tensed(tree: Tree, i: int) -> bool:
    return tree.words[i].upos in ("VERB", "AUX") and tree.words[i].xpos in TENSED


def subject_before(grove: Grove, pronoun: Span) -> Span | None:
    """Return the noun that was last the subject of a main clause before a pronoun.

    In its sentence, or in the two before it in the same passage; None where none of them has one.
    """
    tree = grove.at(pronoun.begin)
    words = tree.range_of(pronoun) if tree else None
    end = words[0] if words else 0
    for _ in range(1 + SENTENCES_BACK):
        if tree is None:
            return None
        subjects = [i for i in range(end) if _leads(tree, i)]
        if subjects:
            return noun_phrase(tree, subjects[-1])
        before = grove.at(tree.sentence.span.begin - 1)
        tree = before if before is not tree and before and before.passage == tree.passage else None
        end = len(tree.words) if tree else 0
    return None


def _leads(tree: Tree, i: int) -> bool:
    """Whether a word is a noun that is the subject of a main clause."""
    head = tree.words[i].head
    if head is None or tree.relations[i] != "nsubj" or tree.words[i].upos not in ("NOUN", "PROPN"):
        return False
    return tree.depths[head] == 0 or (tree.depths[head] == 1 and tree.relations[head] == "conj")
