"""What the scorers ask of a sentence's tree beyond what the rules of `compose` ask of it."""

from collections.abc import Sequence
from itertools import islice

from reportedly.compose.trees import Tree, plant
from reportedly.records import Reading, Sentence, Span, Word

_LONGEST_PATH = 30  # words to the root that are believed


def tree_of(words: Sequence[Word]) -> Tree:
    """Return the words of one sentence as a tree."""
    sentence = Sentence(Span(words[0].span.begin, words[-1].span.end), tuple(words))
    return plant([Reading(0, (sentence,), (), ())]).trees[0]


def stem(lemma: str) -> str:
    """Return a lemma without its last "e": the model's lemmas are not sure of it ("criticiz")."""
    return lemma.lower().rstrip("e")


def head_of(tree: Tree, span: Span) -> int | None:
    """Return the word of a span that hangs on one outside it; None when no word lies in the span."""
    inside = [i for i, word in enumerate(tree.words) if span.begin <= word.span.begin < span.end]
    tops = [i for i in inside if tree.words[i].head not in inside]
    nominal = [i for i in tops if tree.words[i].upos in ("NOUN", "PROPN", "PRON")]
    return next(iter(nominal or tops), None)


def up(tree: Tree, i: int) -> list[int]:
    """Return a word and all above it, to the root."""
    return [i, *islice(tree.above(i), _LONGEST_PATH - 1)]


def below(tree: Tree, i: int, *relations: str) -> list[int]:
    """Return those that hang on a word by exactly one of these relations; all when none is named."""
    return [c for c in tree.children[i] if not relations or tree.words[c].deprel in relations]
