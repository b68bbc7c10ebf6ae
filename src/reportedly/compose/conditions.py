"""Clauses that only say on what terms something holds: they are part of what they are the terms of.

"Unless they leave, the army will come" is one claim, and "they leave" none.
"""

from reportedly.compose.trees import Grove, Tree, contains
from reportedly.records import Span

TERMS = frozenset({"if", "unless"})
PROVIDED = frozenset({"provided", "providing"})  # "that A"
# What stands before the subject of a condition without "if": "should the army leave".
INVERTED = frozenset({"should", "had", "were"})
# Any of the words above.
OPENING = TERMS | PROVIDED | INVERTED


def is_condition(tree: Tree, clause: int) -> bool:
    """Whether the clause of a verb is a condition: "if A", "unless A", "should A happen"."""
    if tree.relations[clause] != "advcl":
        return False
    if tree.forms[clause] in PROVIDED:
        return "that" in tree.forms[clause + 1 : clause + 2] and not tree.dependents(clause, "nsubj")
    first = min(w for w in tree.subtree(clause) if tree.words[w].deprel != "punct")
    if tree.lemmas[first] in TERMS:
        return tree.relations[first] == "mark"
    subjects = tree.dependents(clause, "nsubj")
    return tree.forms[first] in INVERTED and bool(subjects) and first < min(subjects) < clause


def only_terms(span: Span, grove: Grove) -> bool:
    """Whether a stretch is nothing but a condition, whose main clause stands beside it."""
    reached = grove.reach(span)
    if reached is None:
        return False
    tree, words = reached
    if OPENING.isdisjoint(tree.forms):
        return False  # most sentences
    top = tree.top_of(*words)
    head = tree.words[top].head
    if head is not None and tree.forms[head] in PROVIDED:
        top, head = head, tree.words[head].head  # "provided that | A"
    beside = head is not None and not words[0] <= head < words[1]
    return beside and contains(tree.sentence.span, span) and is_condition(tree, top)


def with_terms(span: Span, grove: Grove) -> Span:
    """Take in the condition that stands before or behind what depends on it, in the same sentence."""
    reached = grove.reach(span)
    if reached is None or OPENING.isdisjoint(reached[0].forms):
        return span
    tree, words = reached
    if not contains(tree.sentence.span, span):
        return span
    top = tree.top_of(*words)
    over = tree.words[top].head if tree.relations[top] == "xcomp" else None  # "promised to leave, if A"
    clauses = tree.dependents(top, "advcl") + (tree.dependents(over, "advcl") if over is not None else [])
    for clause in clauses:
        if words[0] <= clause < words[1] or not is_condition(tree, clause):
            continue
        below = tree.subtree(clause)
        apart = range(max(below) + 1, words[0]) if clause < words[0] else range(words[1], min(below))
        if all(tree.words[w].deprel == "punct" for w in apart):
            whole = tree.span_of([w for w in below if tree.words[w].deprel != "punct"])
            return Span(min(span.begin, whole.begin), max(span.end, whole.end))
    return span
