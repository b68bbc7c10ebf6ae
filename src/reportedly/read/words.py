"""Splits text into syntactic words the way Universal Dependencies English treebanks do.

Takes a text and a span; gives word spans in order; never drops a visible character and never
overlaps: every character that is not white space belongs to exactly one word.

Source: Universal Dependencies English EWT 2.x tokenisation (clitics and hyphens apart,
abbreviations with their full stop).
"""

import re
from collections.abc import Iterator

from reportedly.records import Span

# Abbreviations that keep their full stop, in lower case. A readable list on purpose.
ABBREVIATIONS = (
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt adm brig sen rep gov pres hon rev msgr fr "
    "sr jr st jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
    "sun vs etc inc ltd corp co bros est approx dept div univ assn ave blvd rd ft mt vol ed fig pp al "
    "spc pfc"
).split()
# Never the end of a sentence, whatever follows.
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt adm brig sen rep gov hon rev msgr st spc "
    "pfc vs".split()
)
# Prefixes that UD leaves joined to what follows their hyphen.
PREFIXES = "non re pre post anti co ex semi sub e pan intra extra ultra un de counter".split()

_APOSTROPHE = "['’]"
# Plain letters before a space come first: they are most words, and all that follows is tried in vain on them.
_WORD = re.compile(
    rf"""
    \s*+ (?: (?P<word>
      [A-Za-z]++(?=[\s,])(?<!cannot)
    | (?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]              # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]*\w                                     # mail
    | [@\#]\w+                                                       # handles and tags
    | (?:[A-Za-z]\.){{2,}}                                           # U.S.  a.m.
    | (?:{"|".join(ABBREVIATIONS)})\.(?=\s|,|$)                      # Gen.  Sept.
    | nos?\.(?=\s\d)                                                # No. 5
    | [A-Z]\.(?=\s[A-Z])                                             # an initial
    | [A-Z](?:&[A-Z])+                                               # AT&T
    | \d+(?:[.,:/]\d+)+                                              # 5,500  10:30
    | (?:can)(?=not\b) | (?<=can)not\b                               # cannot is two
    | n{_APOSTROPHE}t\b
    | {_APOSTROPHE}(?:s|re|ve|ll|d|m)\b
    | (?:{"|".join(PREFIXES)})-(?=[a-z])[^\W_]+                      # non-avian
    | [^\W_]+?(?=n{_APOSTROPHE}t\b)
    | [^\W_]+(?:{_APOSTROPHE}(?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*     # Kata'ib, not it's
    | [!?]{{2,}} | (?P<mark>[.*=_~<>$`'-])(?P=mark)+                  # runs of one mark
    | [^\s]
    ) | \Z )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split_words(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of `text` inside `span`, in order.

    Args:
        text: the document's text.
        span: the part to split, code points.

    Returns:
        Word spans; none when the part is empty or white space.
    """
    for match in _WORD.finditer(text, span.begin, span.end):
        if match["word"]:  # none behind the last one
            yield Span(match.start("word"), match.end())
