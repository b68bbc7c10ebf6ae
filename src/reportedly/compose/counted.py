"""What stands behind the number of an amount: what is counted, what a share is of, and what a rate is for.

Takes: the pieces of an amount and where its number, with its unit, ends.
Gives: noun phrases as written, in lower case, without the number.
Never: an article, or "more" and the like, which say nothing of what is counted.
"""

from dataclasses import dataclass

from reportedly.compose.amount_phrase import Phrase
from reportedly.compose.measures import RATE_ADVERBS, RATE_UNITS

_ARTICLES = frozenset("the a an this that these those all any its his her their our my your some".split())
_EMPTY = frozenset("- , more additional further extra total plus".split())
_STANDING_ALONE = frozenset("those these them which whom".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "SYM"})


@dataclass(frozen=True, slots=True)
class Rest:
    """What is counted, from piece `begin` to `end`; `is_of` when "of" stands before it; `per` of a rate."""

    begin: int
    end: int
    is_of: bool
    per: str | None


def read_rest(phrase: Phrase, at: int, *, is_share: bool, is_money: bool = False) -> Rest:
    """Read what stands behind a number.

    Args:
        phrase: the amount.
        at: index behind the number and its unit.
        is_share: whether the number is a percentage or a fraction.
        is_money: whether it is money, of which "in cash" or "worth of fuel" may say what it is.
    Returns:
        Where what is counted stands, empty when nothing is, and what a rate is for.
    """
    end, per = _rate(phrase, at, is_share=is_share)
    if phrase.at(at) == "worth" and at < end:
        at += 1
    if phrase.says(at, "out of"):
        at += 1
    of = phrase.at(at) == "of" and at < end
    begin = at + 1 if of or (is_money and phrase.at(at) == "in") else at
    is_of = of or (is_share and phrase.at(at) in _ARTICLES)  # "half the guards"
    begin = _without_articles(phrase, begin, end)
    if phrase.at(begin) in {"them", "it"}:
        end = begin + 1
    if is_of and not is_share:
        begin = _behind_whole(phrase, begin, end)
    if is_share and not is_of and not _is_nominal(phrase, begin, end):
        begin = end  # "91 percent saying …" counts nothing
    return Rest(begin, max(begin, end), is_of, per)


def _rate(phrase: Phrase, at: int, *, is_share: bool) -> tuple[int, str | None]:
    """Where what is counted ends, and what the rate behind it is for."""
    last = len(phrase) - 1
    for index in range(at, len(phrase)):
        word, following = phrase.at(index), phrase.at(index + 1)
        if word == "per" and following != "cent":
            return index, phrase.written(index + 1, len(phrase))
        is_every = word == "for" or (word == "of" and not is_share)
        if is_every and following in {"every", "each"}:
            return index, phrase.written(index + 2, len(phrase))
        is_last = index + 1 == last and following in RATE_UNITS
        if word in {"a", "an", "each", "every"} and is_last and phrase.at(index - 1) != "of":
            return index, following
        if word in RATE_ADVERBS and index == last:
            return index, RATE_ADVERBS[word]
    return len(phrase), None


def _without_articles(phrase: Phrase, begin: int, end: int) -> int:
    """Past articles and their like; "those surveyed" and "them" stand for a noun and stay."""
    while begin < end:
        word = phrase.at(begin)
        is_alone = word in _STANDING_ALONE and (begin + 1 == end or phrase.upos(begin + 1) not in _NOMINAL)
        if is_alone or not (word in _ARTICLES or word in _EMPTY or phrase.upos(begin) == "AUX"):
            return begin
        begin += 1
    return begin


def _behind_whole(phrase: Phrase, begin: int, end: int) -> int:
    """Past the whole that a count is out of: "26 of the 32 states" counts states."""
    for index in range(end - 2, begin - 1, -1):
        if phrase.upos(index) == "NUM" and phrase.at(index - 1) != "$":
            return index + 1
    return begin


def _is_nominal(phrase: Phrase, begin: int, end: int) -> bool:
    return all(phrase.upos(index) in _NOMINAL for index in range(begin, end))
