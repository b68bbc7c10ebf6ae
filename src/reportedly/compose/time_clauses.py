"""When a clause happened that has no time of its own: what it is joined to tells it.

Takes: the clause in its sentence, and what finds the time in a stretch of text.
Gives: the time of the clause that it goes on from, or None.
Never: takes the time at which something was said, or that of another sentence.
"""

from collections.abc import Callable, Iterator

from reportedly.compose.trees import VERBAL, Tree
from reportedly.records import Span, Time

_TIMED = ("obl", "nmod", "advmod")
_LED = frozenset({"when", "as", "while"})  # "it stopped last night when gunmen came"
_STEPS = 4  # clauses that may stand one in another: "raided, searched and burned"


def time_beside(
    tree: Tree, predicate: int, *, first: int, find: Callable[[Span], Time | None]
) -> Time | None:
    """Find the time of a clause in what it is joined to: "On Friday guards raided a house and ‹searched it›".

    Args:
        tree: the sentence.
        predicate: the predicate of the clause.
        first: the first word of the clause; only words before it are looked at.
        find: finds the time in a stretch of text.
    Returns:
        The time of the clause that it goes on from, or of its own words before the stretch; None without any.
    """
    for clause in _clauses(tree, predicate, first):
        for phrase in tree.dependents(clause, *_TIMED):
            if phrase >= first or (tree.relations[phrase] == "advmod" and not tree.children[phrase]):
                continue  # "also", "however"
            words = [word for word in tree.subtree(phrase) if word < first]
            time = find(tree.span_of(words))
            if time is not None and time.value:
                return time
    return None


def _clauses(tree: Tree, predicate: int, first: int) -> Iterator[int]:
    """The clause itself, then those that it goes on from, as long as they speak of the same time."""
    yield predicate
    for _ in range(_STEPS):
        head = tree.words[predicate].head
        if head is None or head >= first or not _goes_on(tree, predicate, head):
            return
        yield head
        predicate = head


def _goes_on(tree: Tree, clause: int, head: int) -> bool:
    """Whether a clause happens when its head does: "… and searched it", "…, killing two", "… when they came".

    One with a subject of its own, "… and that none came", may have happened at any time.
    """
    word = tree.words[clause]
    if word.upos != "VERB" or tree.words[head].upos not in VERBAL:
        return False
    if tree.relations[clause] == "conj":
        has_own = tree.dependents(clause, "nsubj", "mark")
        return not has_own and (tree.past(clause) == tree.past(head) or not tree.dependents(clause, "aux"))
    if tree.relations[clause] != "advcl":
        return False
    marks = [tree.lemmas[c] for c in tree.dependents(clause, "mark", "advmod")]
    return (word.xpos == "VBG" and not marks) or (tree.past(clause) and any(mark in _LED for mark in marks))
