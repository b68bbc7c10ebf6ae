"""Counts and amounts in a sentence, with what they count.

Takes: a sentence's words with their Universal Dependencies labels, and the document's text.
Gives: quantities as written ("more than 300 homes", "40 percent of voters"), in text order.
Never: a date, a year, an age, an ordinal, or a number that is part of a name.
"""

import re
from collections.abc import Container, Sequence
from functools import cached_property

from reportedly.compose.amounts import measure
from reportedly.compose.currencies import Named, is_before_dollar, is_code
from reportedly.compose.measures import RATE_ADVERBS, RATE_UNITS
from reportedly.compose.number_ends import (
    CARDINALS,
    INEXACT,
    MAGNITUDES,
    MASSES,
    MEASURES,
    MONEY,
    NOMINAL,
    PERCENT,
    SHARES,
    SYMBOLS,
    UNITS,
    WHOLES,
    Sentence,
    is_glued,
    is_numeral,
    number_end,
)
from reportedly.compose.times import find_times
from reportedly.records import Quantity, Span, Word

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_APPROXIMATE = frozenset(
    "about around approximately nearly almost roughly some over under estimated additional".split()
)
_NEGATED_PAIRS = frozenset("more|than less|than fewer|than".split())
_APPROXIMATE_PAIRS = frozenset(
    "more|than less|than fewer|than greater|than up|to close|to at|least at|most upwards|of"
    " well|over just|over just|under".split()
)
# A number after one of these is a label.
_LABELS = frozenset(
    "resolution article section chapter phase paragraph figure table page no. no number # room route highway"
    " flight aged age version unit form order".split()
)
_HEADS = frozenset({"NOUN", "PROPN"})
_NEVER_BETWEEN = frozenset({"ADP", "AUX", "DET", "PRON", "SCONJ"})
_QUOTES = frozenset("\" ' “ ” ‘ ’ `` '' -".split())
# Joined once: they are asked for at every number.
_NUMERALS = SYMBOLS | MASSES | INEXACT | SHARES | CARDINALS | {"one"}
_BEFORE_FIGURES = _QUOTES | {"(", "[", "/"}
_NEED_NOUNS = INEXACT | MASSES | SHARES | {"one"}
_PARTITIVE = MEASURES | MASSES | SHARES | PERCENT
_PHRASE_MAX_WORDS = 10  # the longest stretch from a number to what it counts that is believed


def find_quantities(
    words: Sequence[Word], text: str, *, within: Span | None = None, named: Named | None = None
) -> tuple[Quantity, ...]:
    """Find counts and amounts with what they count, and what they come to.

    Args:
        words: all words of one sentence, as `head` counts from its first word.
        text: the document's text.
        within: keep only quantities that lie in this span, in code points; None keeps all.
        named: the currencies that the text names with their country; None when it is not known to name any.
    Returns:
        Quantities in text order, without overlap; empty when there are none.
    """
    if not words:
        return ()
    lower = tuple([word.text.lower() for word in words])
    starts = [index for index, word in enumerate(lower) if word in _NUMERALS or word[:1].isdecimal()]
    if not starts:  # most sentences have no number
        return ()
    sentence = Sentence(words, lower, _Dated(words, text))
    found: list[Quantity] = []
    end = 0
    for index in starts:
        bounds = _quantity(sentence, index) if index >= end else None
        if bounds:
            end = bounds[1]
            span = Span(words[bounds[0]].span.begin, words[bounds[1] - 1].span.end)
            written = Quantity(text[span.begin : span.end], span)
            found.append(measure(written, words[bounds[0] : bounds[1]], named=named or {}))
    return tuple(one for one in found if within is None or _lies_in(one.span, within))


def _lies_in(span: Span, within: Span) -> bool:
    return within.begin <= span.begin and span.end <= within.end


class _Dated(Container[int]):
    """The words that belong to a time expression: what dates does not count.

    Times are sought at the first question: of most years, and of "one", none is asked.
    """

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self._words = words
        self._text = text

    def __contains__(self, index: object) -> bool:
        return index in self._found

    @cached_property
    def _found(self) -> frozenset[int]:
        words = self._words
        times = find_times(self._text, Span(words[0].span.begin, words[-1].span.end), published=None)
        if not times:
            return frozenset()
        return frozenset(
            index
            for index, word in enumerate(words)
            if any(time.span.begin <= word.span.begin < time.span.end for time in times)
        )


def _quantity(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The quantity whose number begins at this word, as first and past-the-last word."""
    end = number_end(sentence, index)
    if end is None or _is_label(sentence, index, end) or index in sentence.dated:
        return None
    phrase_end = _phrase_end(sentence, index, end)
    if not _stands_alone(sentence, index, end) if phrase_end == end else _is_repeated(sentence, index):
        return None
    return _begin(sentence, index, end), phrase_end


def _is_label(sentence: Sentence, index: int, end: int) -> bool:
    """A number in a name ("Group 9"), after "article", in an age or a time of day, or a year."""
    before, after = sentence.at(index - 1), sentence.at(end)
    if before in _LABELS or after in {"a.m.", "p.m.", "am", "pm", "o'clock"} or _is_age(sentence, index, end):
        return True
    if _YEAR.fullmatch(sentence.at(index)) and end == index + 1 and sentence.upos(end) != "NOUN":
        return True
    return _is_in_name(sentence, index, end)


def _is_in_name(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a number is glued to a word ("K-4") or follows a name with nothing to count ("Battery 5")."""
    if index == 0 or sentence.at(index) in SYMBOLS or sentence.at(end - 1) in PERCENT:
        return False
    before = sentence.at(index - 1)
    if _is_code_before(sentence, index, end):
        return False
    if is_glued(sentence, index) and before not in _BEFORE_FIGURES:
        return True
    if before == "-" and is_glued(sentence, index) and is_glued(sentence, index - 1):
        return not is_numeral(sentence, index - 2)
    follows_name = sentence.upos(index - 1) == "PROPN" or (
        index > 1 and sentence.words[index - 1].text[0].isupper()
    )
    counting = (
        {"NOUN", "ADJ", "SYM"} if sentence.upos(index - 1) == "PROPN" else {"NOUN", "ADJ", "SYM", "PROPN"}
    )
    counts = sentence.upos(end) in counting and sentence.words[index].head != index - 1
    return (follows_name or before == ")") and not counts


def _is_code_before(sentence: Sentence, index: int, end: int) -> bool:
    """Whether "COP" or the like stands before a sum; "COP 15" may be anything."""
    is_sum = end > index + 1 or len(sentence.at(index)) > 3
    return index > 0 and is_sum and is_code(sentence.words[index - 1].text)


def _is_repeated(sentence: Sentence, index: int) -> bool:
    """Whether the number points back, as in "the two leaders", and does not count anew."""
    return sentence.at(index) == "two" and sentence.at(index - 1) in {"the", "these", "those"}


def _is_age(sentence: Sentence, index: int, end: int) -> bool:
    """An age: "22-year-old", "22 years old", and the 22 of "Name, 22, …"."""
    follows = [word for word in (sentence.at(at) for at in range(end, end + 5)) if word != "-"][:2]
    if follows and follows[0] in {"year", "years", "month", "months"} and follows[-1] in {"old", "olds"}:
        return True
    is_apposed = sentence.at(index - 1) == "," and sentence.at(end) in {",", "."} and end == index + 1
    return is_apposed and index > 1 and sentence.words[index - 2].text[0].isupper()


def _stands_alone(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a number without a noun is still an amount: money, percent, or a count said for short."""
    word, last = sentence.at(index), sentence.at(end - 1)
    if word in SYMBOLS or last in UNITS:
        return True
    return word not in _NEED_NOUNS and sentence.upos(index) == "NUM" and not _is_listed(sentence, index)


def _is_listed(sentence: Sentence, index: int) -> bool:
    """A number that opens a line or stands between punctuation numbers something."""
    return index == 0 and sentence.at(1) in {".", ")", ":", ""}


def _begin(sentence: Sentence, index: int, end: int) -> int:
    """Where the words begin that say how exact the number is: "at least", "an estimated", "between"."""
    begin = _symbol_begin(sentence, index, end)
    while begin > 0:
        pair = f"{sentence.at(begin - 2)}|{sentence.at(begin - 1)}"
        if pair in _APPROXIMATE_PAIRS:
            begin -= 3 if pair in _NEGATED_PAIRS and sentence.at(begin - 3) in {"no", "not"} else 2
        elif sentence.at(begin - 1) == "as" and sentence.at(begin - 2) in {"many", "much", "few", "little"}:
            begin -= 3
        elif sentence.at(begin - 1) in _APPROXIMATE or (
            sentence.at(begin - 1) == "between" and begin >= index - 1
        ):
            begin -= 1
        else:
            break
    return max(begin, 0)


def _symbol_begin(sentence: Sentence, index: int, end: int) -> int:
    """Where the number begins with the "US" of "US$", "COP" before a sum, or the "a" of "a third"."""
    if index == 0:
        return 0
    before, word = sentence.words[index - 1], sentence.at(index)
    if word == "$" and is_before_dollar(before.text):
        return index - 1 if is_glued(sentence, index) or is_code(before.text) else index
    if word[:1].isdecimal() and _is_code_before(sentence, index, end):
        return index - 1
    takes_article = word in SHARES or word in MAGNITUDES or word == "few"
    return index - 1 if takes_article and sentence.at(index - 1) == "a" else index


# ---------------------------------------------------------------- what it counts


def _phrase_end(sentence: Sentence, index: int, end: int) -> int:
    """Past what is counted: the noun phrase, "of …" after a share or measure, and the rate ("per week")."""
    counted = _noun_phrase_end(sentence, index, end)
    is_part = counted == end or sentence.at(counted - 1) in _PARTITIVE
    if sentence.at(counted) == "of" and is_part:
        counted = _of_phrase_end(sentence, counted)
    elif counted == end and sentence.at(end - 1) == "half" and sentence.at(end) in WHOLES:
        counted = max(_of_phrase_end(sentence, end - 1), end)  # "half the guards"
    elif sentence.at(counted) == "in" and counted == end and _is_money(sentence, index, end):
        counted = _worth_end(sentence, counted)
    return _rate_end(sentence, counted)


def _is_money(sentence: Sentence, index: int, end: int) -> bool:
    return sentence.at(index) in SYMBOLS or sentence.at(end - 1) in MONEY


def _noun_phrase_end(sentence: Sentence, index: int, end: int) -> int:
    """Past the noun that the number modifies: by syntax where it is plausible, else by parts of speech."""
    by_syntax = _counted_head(sentence, index, end)
    last = by_syntax + 1 if by_syntax is not None else _scan(sentence, end)
    return _coordinated_end(sentence, last) if last > end else last


def _counted_head(sentence: Sentence, index: int, end: int) -> int | None:
    """The head that syntax gives the number, when nothing between them speaks against it."""
    word = sentence.words[index]
    head = word.head
    if word.deprel.split(":")[0] != "nummod" or head is None or not end <= head < index + _PHRASE_MAX_WORDS:
        return None
    if head >= len(sentence.words) or sentence.upos(head) not in _HEADS:
        return None
    between = range(end, head)
    breaks = any(sentence.at(at) in {"(", ")", ";", ":", "--"} for at in between)
    return None if breaks or {sentence.upos(at) for at in between} & _NEVER_BETWEEN else head


def _scan(sentence: Sentence, begin: int) -> int:
    """Past the last noun of the run of adjectives, nouns and participles that begins here."""
    position, last = begin, begin
    while position < min(len(sentence.words), begin + _PHRASE_MAX_WORDS) and _continues(sentence, position):
        if sentence.upos(position) in _HEADS and position not in sentence.dated:
            last = position + 1
        position += 1
    closes = last > begin and sentence.at(last) in _QUOTES and _has_open_quote(sentence, begin, last)
    if last == begin and sentence.at(begin) in {
        "dead",
        "wounded",
        "injured",
        "killed",
        "others",
        "missing",
        "more",
    }:
        return begin + 1
    return last + 1 if closes else last


def _continues(sentence: Sentence, position: int) -> bool:
    word = sentence.words[position]
    if sentence.at(position) in _QUOTES or word.upos in NOMINAL:
        return True
    if sentence.at(position) in {"and", "or", ","}:
        return sentence.upos(position - 1) == "ADJ" == sentence.upos(position + 1)
    if word.upos == "PART" and word.text.startswith(("'", "’")):
        return True
    is_hyphened = sentence.at(position + 1) == "-"
    is_adverb = word.upos == "ADV" and (is_hyphened or sentence.upos(position + 1) in {"ADJ", "VERB"})
    follows_plural = sentence.words[position - 1].xpos in {"NNS", "NNPS"}
    modifies = sentence.upos(position + 1) in NOMINAL and not follows_plural
    forms = {"VBN", "VBG", "VBD"} if sentence.upos(position - 1) == "NUM" else {"VBN", "VBG"}
    is_participle = word.xpos in forms and (modifies or is_hyphened)
    return is_adverb or is_participle


def _has_open_quote(sentence: Sentence, begin: int, end: int) -> bool:
    return sum(sentence.at(position) in _QUOTES - {"-"} for position in range(begin, end)) % 2 == 1


def _coordinated_end(sentence: Sentence, end: int) -> int:
    """Past "and women" when it is a bare noun that no verb follows."""
    is_bare = sentence.at(end) == "and" and sentence.upos(end + 1) == "NOUN"
    if is_bare and sentence.words[end + 1].deprel == "conj" and sentence.words[end + 1].head == end - 1:
        return end + 2
    return end + 2 if is_bare and sentence.upos(end + 2) in {"", "PUNCT", "ADP", "CCONJ"} else end


def _of_phrase_end(sentence: Sentence, of: int) -> int:
    """Past the noun phrase after "of"; the "of" itself is left when none follows."""
    begin = of + 1
    while sentence.upos(begin) in {"DET", "PRON"} and begin < of + 3:
        begin += 1
    number = number_end(sentence, begin)
    last = _scan(sentence, number or begin)
    if last > (number or begin):
        # "thousands of tons of fuel": the tons are only the measure
        is_measure = sentence.at(last - 1) in MEASURES and sentence.at(of - 1) in MASSES
        return _of_phrase_end(sentence, last) if is_measure and sentence.at(last) == "of" else last
    is_those = sentence.at(begin - 1) in {"those", "them", "these", "which", "whom"}
    return (
        (begin + 1 if sentence.words[begin - 1].upos and sentence.upos(begin) == "VERB" else begin)
        if is_those
        else of
    )


def _worth_end(sentence: Sentence, position: int) -> int:
    """Past "in cash" after money; a place or a date after "in" stays outside."""
    last = _scan(sentence, position + 1)
    is_common = all(sentence.upos(at) != "PROPN" for at in range(position + 1, last))
    return last if last > position + 1 and is_common and position + 1 not in sentence.dated else position


def _rate_end(sentence: Sentence, end: int) -> int:
    """Past "per week", "a year", "per 100,000 people", "annually", "or less"."""
    if sentence.at(end) in {"a", "an", "each", "every"} and sentence.at(end + 1) in RATE_UNITS:
        return end + 2
    if sentence.at(end) == "per" and end + 1 < len(sentence.words):
        number = number_end(sentence, end + 1)
        return max(_scan(sentence, number or end + 1), end + 2)
    if sentence.at(end) in {"for", "of"} and sentence.at(end + 1) in {"every", "each"}:
        return max(_scan(sentence, number_end(sentence, end + 2) or end + 2), end)
    if sentence.at(end) in RATE_ADVERBS:
        return end + 1
    return (
        end + 2 if f"{sentence.at(end)} {sentence.at(end + 1)}" in {"or more", "or less", "or fewer"} else end
    )
