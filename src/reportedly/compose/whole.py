"""Makes a marked stretch whole: takes in the rest of the nouns that the mark cut through.

A model marks word by word, and in a long list or with a long adverbial in front it may stop too early.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportedly.compose.trees import Grove, Tree
from reportedly.records import Proposition, Span

# Arcs that go on inside one noun phrase or one predicate with its nouns.
NOMINAL = frozenset(
    """
    obj iobj obl nmod conj flat compound appos case det amod nummod cc punct nsubj advmod fixed list aux cop
    """.split()
)
IFS = frozenset({"if", "unless"})
CLAUSAL = frozenset({"VERB", "AUX"})


def made_whole(span: Span, grove: Grove, *, taken: Callable[[Span], bool]) -> Span:
    """Return the span with the words behind it that belong to its nouns.

    Args:
        span: what was marked.
        grove: the sentences.
        taken: whether a word is part of something else: a cue, a source, another mark.
    """
    trees = grove.over(span)
    words = trees[0].range_of(span) if len(trees) == 1 else None
    if words is None:
        return span
    tree = trees[0]
    begin = _clause_begin(tree, words, taken)
    return Span(span.begin if begin is None else begin, max(span.end, _end(tree, words, taken)))


def _clause_begin(tree: Tree, words: tuple[int, int], taken: Callable[[Span], bool]) -> int | None:
    """Return where the clause begins whose object alone was marked: "the army seized | ten boats"."""
    top = tree.top_of(*words)
    cut = _cut_subject(tree, top, words[0])
    if cut is not None:
        return tree.words[cut].span.begin
    word = tree.words[top]
    if word.upos not in ("NOUN", "PROPN") or any(w.upos in CLAUSAL for w in tree.words[words[0] : words[1]]):
        return None
    if word.deprel == "conj" and word.head is not None:
        word = tree.words[word.head]
    verb = word.head
    if word.deprel != "obj" or verb is None or verb >= words[0] or not tree.tensed(verb):
        return None
    subjects = [c for c in tree.dependents(verb, "nsubj") if c < verb]
    if not subjects:
        return None
    first = min(tree.subtree(subjects[0]))
    if any(taken(tree.words[i].span) for i in range(first, words[0])):
        return None
    return tree.words[first].span.begin


def _cut_subject(tree: Tree, top: int, first: int) -> int | None:
    """Return where the subject begins that a mark cut through: "men suspected of | murder fled"."""
    subjects = [c for c in tree.dependents(top, "nsubj") if c < first]
    participles = (c for s in subjects for c in tree.dependents(s, "acl") if tree.words[c].xpos == "VBN")
    describing = (w for c in participles for w in tree.subtree(c))
    if tree.words[top].upos not in CLAUSAL or first not in describing:
        return None
    return min(tree.subtree(subjects[-1]))


def _end(tree: Tree, words: tuple[int, int], taken: Callable[[Span], bool]) -> int:
    last = words[1]
    for i in range(words[1], len(tree.words)):
        word = tree.words[i]
        if taken(word.span) or not _belongs(tree, i, words) or word.deprel == "punct":
            break
        if word.deprel not in ("punct", "cc", "case", "det"):
            last = i + 1
    return tree.words[last - 1].span.end


def _belongs(tree: Tree, i: int, words: tuple[int, int]) -> bool:
    """Whether a word hangs on the marked words by nothing but nominal arcs."""
    at = i
    while not words[0] <= at < words[1]:
        word = tree.words[at]
        if word.deprel.partition(":")[0] not in NOMINAL or word.head is None or word.upos in CLAUSAL:
            return False
        at = word.head
    return True


def joined(propositions: Sequence[Proposition], grove: Grove) -> list[Proposition]:
    """Return the propositions of a reading, a piece without a verb as part of the one that it belongs to.

    A model may mark "ten tanks, two guns | and a truck were destroyed" as two: its verb makes it one.
    """
    found: list[Proposition] = []
    for each in sorted(propositions, key=lambda p: p.span):
        last = found[-1] if found else None
        if last is None or not grove.together(last.span.begin, each.span.begin):
            found.append(each)
        elif _conditions(last.span, each.span, grove):
            found[-1] = replace(each, span=_from_if(last.span, each.span, grove))
        elif _conditions(each.span, last.span, grove):
            found[-1] = replace(last, span=Span(last.span.begin, max(last.span.end, each.span.end)))
        elif _piece(last.span, each.span, grove) or _piece(each.span, last.span, grove):
            whole = Span(last.span.begin, max(last.span.end, each.span.end))
            main = each if _piece(last.span, each.span, grove) else last
            found[-1] = replace(main, span=whole)
        else:
            found.append(each)
    return found


def _verbal(tree: Tree, words: tuple[int, int]) -> bool:
    """Whether a verb stands in a range, other than one that describes a noun."""
    return any(w.upos in CLAUSAL and w.deprel != "amod" for w in tree.words[words[0] : words[1]])


def _piece(piece: Span, main: Span, grove: Grove) -> bool:
    """Whether a stretch without a verb hangs on the words of its neighbour, with no other word between.

    Both begin in one sentence.
    """
    tree = grove.at(piece.begin)
    words, others = (tree.range_of(piece), tree.range_of(main)) if tree else (None, None)
    if tree is None or words is None or others is None:
        return False
    between = tree.words[min(words[1], others[1]) : max(words[0], others[0])]
    if any(w.deprel not in ("punct", "cc", "det", "case") for w in between):
        return False
    if _verbal(tree, words):
        return False
    if tree.words[words[0]].upos in CLAUSAL:
        return False  # "injured scores of others"
    top = tree.top_of(*words)
    head = tree.words[top].head
    nominal = tree.words[top].deprel.partition(":")[0] in NOMINAL
    return (
        nominal
        and head is not None
        and others[0] <= head < others[1]
        and tree.words[head].upos in CLAUSAL | {"NOUN"}
    )


def _conditions(condition: Span, main: Span, grove: Grove) -> bool:
    """Whether a stretch is, or lies in, the condition of its neighbour: "if it falls | they should pay".

    Both begin in one sentence.
    """
    tree = grove.at(condition.begin)
    words, others = (tree.range_of(condition), tree.range_of(main)) if tree else (None, None)
    if tree is None or words is None or others is None:
        return False
    top = tree.top_of(*words)
    for at in (top, *tree.above(top)):
        marks = (tree.words[m].lemma.lower() for m in tree.dependents(at, "mark"))
        if tree.words[at].deprel == "advcl" and IFS & set(marks):
            head = tree.words[at].head
            return head is not None and others[0] <= head < others[1]
    return False


def _from_if(condition: Span, main: Span, grove: Grove) -> Span:
    """Return both with the "if" in front of the first."""
    reached = grove.reach(condition)
    begin = condition.begin
    if reached is not None:
        tree, words = reached
        for i in range(words[0] - 1, -1, -1):
            if tree.words[i].text.lower() in IFS:
                begin = tree.words[i].span.begin
                break
    return Span(begin, main.end)
