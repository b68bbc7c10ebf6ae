"""Which stretches in the report's own voice report something, and which only name or intend it."""

from collections.abc import Iterator

from reportedly.compose.stance import Within
from reportedly.compose.trees import VERBAL

# Where a noun stands that is only a part of what another verb says.
PARTS = frozenset({"obj", "obl", "nmod", "conj", "nsubj"})
# What somebody thinks of an event, which is no event.
COMMENTS = frozenset(
    "surprise surprising unsurprising noteworthy notable striking telling coincidence remarkable".split()
)


def reports(within: Within) -> bool:
    """Whether a proposition in the report's own voice reports an event or a state.

    "an effort to seize the port" only names one, and "to seize the port" behind a verb only intends one.
    """
    tree, top = within.tree, within.predicate
    word = tree.words[top]
    if word.lemma.lower() in COMMENTS and tree.dependents(top, "cop"):
        return False
    if word.upos in VERBAL:
        purpose = any(tree.words[c].lemma.lower() == "to" for c in tree.dependents(top, "mark"))
        return not (purpose and word.deprel == "advcl")
    if tree.words[within.first].upos in VERBAL:
        return True  # "injured scores", whatever the syntax calls it
    if word.deprel.partition(":")[0] not in PARTS or tree.dependents(top, "cop"):
        return True
    return any(_tensed(within))


def _tensed(within: Within) -> Iterator[bool]:
    tree = within.tree
    for i in range(within.first, within.last):
        relative = tree.words[i].deprel == "acl:relcl" or any(
            tree.words[h].deprel == "acl:relcl" for h in tree.above(i) if within.first <= h < within.last
        )
        yield tree.words[i].upos in VERBAL and tree.tensed(i) and not relative
