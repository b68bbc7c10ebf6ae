"""What nouns and adjectives report without saying who says so, and what is no claim of a source's.

"The alleged head of the ring" says of somebody that he heads it: a claim of a voice that is hidden.
"An official who asked not to be named" claims nothing by that.
"""

from collections.abc import Iterator, Sequence

from reportedly.compose.cues import Found, phrase_at
from reportedly.compose.parties import names_people
from reportedly.compose.saying import Voicing
from reportedly.compose.trees import Grove, Tree
from reportedly.packs import CuePack

RULE = "described"


def described(tree: Tree, cues: CuePack) -> Iterator[Voicing]:
    """Yield a voicing for each adjective that makes a claim of the noun phrase behind it.

    "The alleged head of the ring" and "a reported clash that left two dead", but not "alleged members": a
    noun alone says who is meant and no more.
    """
    for i, form in enumerate(tree.forms):
        entry = cues.hearsay.described.get(form)
        noun = tree.words[i].head
        if entry is None or noun is None or noun <= i or tree.words[i].deprel != "amod":
            continue
        behind = [w for c in _completing(tree, noun, cues) for w in tree.subtree(c)]
        if behind:
            content = tree.span_of(range(i + 1, _end(tree, behind)))
            yield Voicing(None, tree.words[i].span, (content,), Found(entry, i, passive=False), RULE)


def _completing(tree: Tree, noun: int, cues: CuePack) -> list[int]:
    """Return what completes a noun: "involvement | in murders", "clash | that left two dead"."""
    phrases = [
        c for c in tree.dependents(noun, "nmod") if c > noun and tree.led_by(c, cues.hearsay.described_by)
    ]
    person = names_people(tree.lemmas[noun])
    return phrases + ([] if person else [c for c in tree.dependents(noun, "acl:relcl") if c > noun])


def _end(tree: Tree, words: Sequence[int]) -> int:
    """Return the end of a noun phrase, before the comma of a clause that only adds to it: ", who is 40"."""
    adding = (w for w in words if tree.words[w].xpos in ("WP", "WDT") and tree.words[w - 1].deprel == "punct")
    return min((w - 1 for w in adding), default=max(words) + 1)


def aside(voicing: Voicing, grove: Grove) -> int | None:
    """Return where a described event begins that stands beside the sentence's own: "… | in a reported clash".

    None where it has no clause of its own ("that left two dead") or the sentence needs it.
    """
    tree = grove.at(voicing.cue.begin)
    noun = tree.words[voicing.found.index].head if tree and voicing.found else None
    if (
        tree is None
        or noun is None
        or tree.relations[noun] != "obl"
        or not tree.dependents(noun, "acl:relcl")
    ):
        return None
    cases = tree.dependents(noun, "case")
    return tree.words[min(cases)].span.begin if cases else None


def sets_terms(voicing: Voicing, grove: Grove, cues: CuePack) -> bool:
    """Whether a cue only says how its source asks to be treated: "asked not to be named"."""
    reached = grove.reach(voicing.cue)
    if reached is None:
        return False
    tree, words = reached
    return any(
        phrase_at(tree.words, i, tokens)
        for i in range(*words)
        for tokens in cues.terms.get(tree.lemmas[i], ())
    )
