"""Lemma rules: how to turn a word form into its lemma, as a label that a network can choose.

Invariant: `apply_rule(form, rule_of(form, lemma))` is the lower-cased lemma, for every pair.

Source: Straka 2018, UDPipe 2.0 prototype (edit scripts), here without prefixes.
"""

import re
from collections.abc import Container, Iterator


def rule_of(form: str, lemma: str) -> str:
    """Return the rule "drop n characters, add a tail" that makes `lemma` of `form`, as "n|tail"."""
    form, lemma = form.lower(), lemma.lower()
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}|{lemma[same:]}"


def apply_rule(form: str, rule: str) -> str:
    """Return the lower-cased lemma of `form`; a rule that drops more than there is changes nothing."""
    count, _, tail = rule.partition("|")
    return cut(form, int(count), tail)


def cut(form: str, drop: int, tail: str) -> str:
    """Return the lower-cased lemma of `form` by a rule that has been taken apart already."""
    form = form.lower()
    if drop > len(form) or (drop == len(form) and not tail):
        return form
    return form[: len(form) - drop] + tail


# Forms whose lemma no ending shows: each line is a lemma and its forms.
_IRREGULAR = """
begin began begun; bring brought; build built; buy bought; catch caught; choose chose chosen
come came; deal dealt; draw drew drawn; drive drove driven; fall fell fallen; feel felt
fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden
forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone
grow grew grown; hang hung; have had has; hear heard; hide hid hidden; hold held; keep kept
know knew known; lay laid; lead led; leave left; lend lent; lose lost; make made; mean meant
meet met; pay paid; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek sought
sell sold; send sent; shake shook shaken; shoot shot; show shown; sink sank sunk; sleep slept
speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck stricken
swear swore sworn; take took taken; teach taught; tell told; think thought; throw threw thrown
wear wore worn; win won; withdraw withdrew withdrawn; write wrote written
overthrow overthrew overthrown; understand understood; undergo underwent undergone; uphold upheld
withhold withheld; withstand withstood; mislead misled; become became; overtake overtook overtaken
undertake undertook undertaken; arise arose arisen; bear bore borne; bleed bled; blow blew blown
break broke broken; eat ate eaten; feed fed; forgive forgave forgiven; foresee foresaw foreseen
man men; woman women; child children; boast boasted boasting boasts; hit hit hits hitting
"""
_LEMMAS = {
    form: row.split()[0] for row in _IRREGULAR.replace("\n", ";").split(";") for form in row.split()[1:]
}


# A short verb doubles its last letter before an ending, so "named" is from "name" and "planned" from "plan".
_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")


_DOUBLED = re.compile(r".{2}([bdgmnprt])\1$")
_NEEDS_E = re.compile(r"[bcdfgkptz]l$")
_NO_E = re.compile("(?:ct|lf|ft|pt|rk|lk|ck|sk|mp|ld|nd|rd)e$")


class Lexicon:
    """Known word forms, to mend a lemma that a rule left half made ("refus", "authoritie", "deni").

    A rule is chosen from meaning and does not see spelling; where its result is no known word and a
    usual spelling beside it is, that one is taken.
    """

    def __init__(self, words: Container[str]) -> None:
        self._words = words

    def mend(self, form: str, lemma: str, *, verb: bool) -> str:
        """Return `lemma`, or the known word that it was meant to be.

        Args:
            form: the word as written.
            lemma: what a rule made of it, in lower case.
            verb: whether the word is a verb: "shot" is one of "shoot", or a noun.
        """
        if lemma == form.lower() and not verb:
            return lemma
        if form.lower() in _LEMMAS:
            return _LEMMAS[form.lower()]
        if lemma == form.lower():
            return lemma
        if lemma.endswith("i") and lemma[:-1] + "y" in self._words:
            return lemma[:-1] + "y"  # "tri" of "tried" is a word of its own
        if form.lower() in (f"{lemma}ed", f"{lemma}ing") and _SHORT.fullmatch(lemma):
            lemma = lemma + "e" if lemma + "e" in self._words else lemma
        if verb and _DOUBLED.search(lemma) and lemma[:-1] in self._words:
            return lemma[:-1]  # "gunn" of "gunned" is a name
        if lemma in self._words:
            return lemma
        known = next((c for c in _beside(lemma, form.lower()) if c in self._words), None)
        return known or _by_ending(lemma)


def _by_ending(lemma: str) -> str:
    """Return an unknown lemma as English spells it: not "smuggl", which has lost its "e", nor "retracte"."""
    if _NEEDS_E.search(lemma):
        return lemma + "e"
    return lemma[:-1] if _NO_E.search(lemma) else lemma


def _beside(lemma: str, form: str) -> Iterator[str]:
    """Yield usual spellings beside a lemma, likeliest first; each shares the form's first letters."""
    yield lemma + "e"
    if lemma.endswith("ie"):
        yield lemma[:-2] + "y"
    if lemma.endswith("i"):
        yield lemma[:-1] + "y"
    if lemma.endswith("e"):
        yield lemma[:-1]
    if len(lemma) > 2 and lemma[-1] == lemma[-2]:
        yield lemma[:-1]
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("s", ""),
    ):
        if form.endswith(ending) and len(form) - len(ending) > 1:
            yield form[: -len(ending)] + instead
