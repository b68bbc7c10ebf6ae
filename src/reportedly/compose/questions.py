"""What is only asked: "asked whether A", "who paid?"; no claim, whoever asks."""

from reportedly.compose.cues import Found
from reportedly.compose.trees import Tree
from reportedly.records import Span

# What stands before what is asked, rather than asked for.
ASKING = frozenset("whether if about why how when where who what which".split())
# Verbs that ask when "whether" follows.
WONDERING = frozenset({"ask", "wonder", "question", "inquire"})
# Marks between a proposition and a question mark that is not its own: "A, you say?".
PARTING = frozenset({",", ";", ".", "!", ":"})


def asks(tree: Tree, found: Found) -> bool:
    """Whether a cue only asks: "asked whether A, the envoy", "asked about A"."""
    if found.word.tokens != ("ask",) or tree.lemmas[found.index] != "ask":
        return False
    clauses = tree.dependents(found.index, "ccomp", "advcl", "obl", "nmod")
    markers = (m for c in clauses for m in tree.dependents(c, "mark", "case", "advmod", "nsubj", "obj"))
    return any(tree.lemmas[m] in ASKING and m > found.index for m in markers)


def is_asked(tree: Tree, predicate: int, span: Span) -> bool:
    """Whether a proposition is asked: "wondered whether A", or the last words before a question mark.

    Args:
        tree: its sentence.
        predicate: its topmost word.
        span: the proposition.
    """
    head = tree.words[predicate].head
    wondered = head is not None and tree.lemmas[head] in WONDERING
    if wondered and any(tree.lemmas[c] == "whether" for c in tree.dependents(predicate, "mark")):
        return True
    if "?" not in tree.forms:
        return False
    marks = [n for n, form in enumerate(tree.forms) if form == "?"]
    own = [n for n in marks if tree.words[n].span.begin >= span.end]
    if not own:
        return False  # "A? In camps? No": marks in the middle belong to what goes on behind them
    return not any(tree.words[n].text in PARTING for n in range(_behind(tree, span), own[0]))


def _behind(tree: Tree, span: Span) -> int:
    """Return the first word behind a proposition."""
    return next((n for n, begin in enumerate(tree.begins) if begin >= span.end), len(tree.words))
