"""Cuts a stretch into propositions: one a coordinated verb, one a clause with an event of its own.

Coordinated objects stay together, and so do charges under one verb.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportedly.compose.trees import VERBAL, Grove, Tree
from reportedly.records import Document, Passage, Span

SUBORDINATORS = frozenset({"when", "after", "before", "as", "while", "since"})
MEASURES = frozenset({"long", "soon", "far", "much", "well", "even", "just"})
# Verbs that only introduce a list of doings.
LISTING = frozenset({"involve", "involved", "engage", "engaged"})
LEAST_WORDS = 2
# Prepositions of the day or place of an event.
PLACING = frozenset({"in", "on", "at", "near"})


def split_passages(document: Document, span: Span) -> Iterator[Span]:
    """Yield the parts of a span that lie in different passages."""
    first = bisect_right(document.passages, span.begin, key=lambda p: p.span.end)
    parts = [
        Span(max(span.begin, p.span.begin), min(span.end, p.span.end))
        for p in takewhile(lambda p: p.span.begin < span.end, _from(document.passages, first))
    ]
    yield from parts or [span]


def _from(passages: Sequence[Passage], first: int) -> Iterator[Passage]:
    """Yield passages from one on; a slice would copy all that follow, for each span of a long document."""
    return (passages[n] for n in range(first, len(passages)))


def split_clauses(span: Span, grove: Grove) -> list[Span]:
    """Return the propositions in a stretch, in order; the stretch itself when it holds one."""
    trees = grove.over(span)
    if len(trees) != 1:
        return [span]
    tree = trees[0]
    words = tree.range_of(span)
    if words is None:
        return [span]
    top = tree.top_of(*words)
    listed = _listed(tree, top, words)
    if listed:
        return [_span(tree, first, last, span) for first, last in listed]
    cuts = sorted(set(_coordinated(tree, top, words)) | set(_subordinate(tree, top, words)))
    parts: list[Span] = []
    begin = words[0]
    for cut, resume in cuts:
        if cut - begin >= LEAST_WORDS and words[1] - resume >= LEAST_WORDS:
            parts.append(_span(tree, begin, cut, span))
            begin = resume
    parts.append(_span(tree, begin, words[1], span))
    parts = [part for each in parts for part in _relative(tree, each)]
    if len(parts) == 1:
        return parts
    return [finer for part in parts for finer in split_clauses(part, grove)]


def _relative(tree: Tree, span: Span) -> list[Span]:
    """Return a proposition and the dated or located event that a relative clause at its end reports.

    So does "where": "not far from where | a convoy was ambushed on March 26".
    """
    words = tree.range_of(span)
    if words is None:
        return [span]
    for i in range(words[0] + LEAST_WORDS, words[1]):
        placed = _placed(tree, i)
        if not (tree.words[i].deprel == "acl:relcl" or placed) or not _event(tree, i):
            continue
        below = tree.subtree(i)
        opening = min(below)
        behind_where = (w + 1 for w in below if tree.forms[w] == "where")
        verbs = (w for w in below if tree.words[w].upos in VERBAL)
        first = next(behind_where if placed else verbs, i)
        cut = _before_joint(tree, opening - (tree.words[opening - 1].upos == "ADP"))
        if max(below) >= words[1] - 1 and cut - words[0] >= LEAST_WORDS and opening > words[0]:
            return [_span(tree, words[0], cut, span), _span(tree, first, words[1], span)]
    return [span]


def _placed(tree: Tree, i: int) -> bool:
    """Whether a clause says what happened somewhere: "far from where a convoy was ambushed"."""
    return tree.relations[i] == "advcl" and any(tree.forms[c] == "where" for c in tree.children[i])


def _event(tree: Tree, i: int) -> bool:
    """Whether a clause reports a past event with a day, a year or a name of a place."""
    if not tree.past(i):
        return False
    opening = tree.words[max(0, _before_joint(tree, min(tree.subtree(i))))]
    if opening.text == "," and _subject_is_relative(tree, i):
        return True
    for said in tree.dependents(i, "obl"):
        cases = [tree.words[c].lemma.lower() for c in tree.dependents(said, "case")]
        if tree.words[said].deprel == "obl:unmarked" and tree.words[said].upos == "PROPN":
            return True
        if PLACING & set(cases) and (tree.words[said].upos == "PROPN" or tree.words[said].text.isdigit()):
            return True
    return False


def _span(tree: Tree, first: int, last: int, whole: Span) -> Span:
    return Span(max(whole.begin, tree.words[first].span.begin), min(whole.end, tree.words[last - 1].span.end))


def _listed(tree: Tree, top: int, words: tuple[int, int]) -> list[tuple[int, int]]:
    """Return one range a doing in "involved in taxing boats and hiding fuel"; else none."""
    if tree.words[top].lemma.lower() not in LISTING:
        return []
    below = [i for i in range(top + 1, words[1]) if tree.words[i].xpos == "VBG" and top in tree.above(i)]
    doings = [
        i for i in below if tree.words[i].deprel in ("advcl", "conj", "xcomp", "ccomp") and tree.children[i]
    ]
    if len(doings) < 2:
        return []
    ends = [*doings[1:], words[1]]
    return [(first, _before_joint(tree, end)) for first, end in zip(doings, ends, strict=True)]


def _subject_is_relative(tree: Tree, i: int) -> bool:
    return any(tree.words[c].text.lower() in ("who", "which") for c in tree.dependents(i, "nsubj"))


def _before_joint(tree: Tree, end: int) -> int:
    """Return the end of what stands before a comma, "and" or closing mark."""
    while tree.words[end - 1].deprel in ("punct", "cc"):
        end -= 1
    return end


def _coordinated(tree: Tree, top: int, words: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield (end of one, begin of the next) at each verb that is coordinated with the predicate."""
    previous = top
    for child in tree.dependents(top, "conj"):
        clausal = tree.words[child].upos in VERBAL or bool(tree.dependents(child, "cop"))
        if not (words[0] <= child < words[1]) or not clausal:
            continue
        if tree.words[top].upos not in VERBAL and not tree.dependents(top, "cop"):
            continue
        below = tree.subtree(child)
        first = next((w for w in below if tree.words[w].deprel not in ("cc", "punct")), child)
        joint = min(below)
        # "disarm and disband fighters": one object for both verbs is one proposition
        if (
            (joint - previous >= 2 or tree.dependents(child, "nsubj"))
            and joint > words[0]
            and _complete(tree, child)
            and not _negated(tree, child)
        ):
            cut = joint
            while cut > words[0] and tree.words[cut - 1].deprel in ("punct", "cc"):
                cut -= 1
            yield cut, first
        previous = child


def _negated(tree: Tree, i: int) -> bool:
    """Whether "not" stands right before a verb without a tense of its own: a contrast, no second event."""
    return not tree.tensed(i) and any(tree.words[c].lemma.lower() == "not" for c in tree.children[i])


def _complete(tree: Tree, i: int) -> bool:
    """Whether a coordinated verb stands on its own feet: a subject, a tense, or an object like the first."""
    if tree.dependents(i, "nsubj") or tree.words[i].xpos in ("VBD", "VBZ", "VBP"):
        return True
    if tree.tensed(i) and tree.words[min(tree.subtree(i))].deprel in ("cc", "punct"):
        return True  # "and were involved in smuggling"
    head = tree.words[i].head
    alike = head is not None and tree.words[head].xpos == tree.words[i].xpos == "VB"
    return alike and all(tree.dependents(each, "obj", "ccomp", "xcomp") for each in (i, head or 0))


def _subordinate(tree: Tree, top: int, words: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the cut before a when-, after-, before- or as-clause, and before ", killing six"."""
    for child in tree.dependents(top, "advcl"):
        if not (words[0] < child < words[1]) or child < top:
            continue
        below = tree.subtree(child)
        begin = min(below)
        if begin <= top + 1:
            continue
        opening = tree.words[begin]
        if tree.words[begin - 1].lemma.lower() in MEASURES or _negated(tree, child):
            continue  # "as long as", "…, not fighting smugglers"
        if opening.lemma.lower() in SUBORDINATORS and tree.tensed(child):
            yield begin, begin + 1
        elif (
            tree.words[child].xpos == "VBG"
            and (_after_comma(tree, begin) or (begin == child and tree.dependents(top, "obj")))
            and tree.dependents(child, "obj", "ccomp")
        ):
            start = begin if tree.words[begin].deprel != "punct" else begin + 1
            yield begin - (tree.words[begin - 1].deprel == "punct"), start


def _after_comma(tree: Tree, begin: int) -> bool:
    return tree.words[begin].text == "," or tree.words[begin - 1].text in (",", "--", "—", "-")
