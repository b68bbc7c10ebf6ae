"""Whose statement a report is, where its head says so: that body's words are the report's own.

Invariant: only a statement, communiqué, situation report or the like has an issuer; an article about one has
none, whoever it is about.
"""

import re
from dataclasses import dataclass

from reportedly.records import Document, PassageKind

HEAD_PASSAGES = 3  # of a report, where it says what it is
_SORT = (
    r"(?:press |media |joint |public |open |situation |progress |final |interim |annual |quarterly |monthly "
    r"|weekly |daily |special |preliminary |executive |summary of the |extract from the )*"
    r"(?:statement|communiqu[eé]|release|report|notice|bulletin|declaration|letter|message|update|remarks"
    r"|advisory|findings|summary|judge?ment|ruling|decision|opinion|designation|briefing|assessment|minutes)s?"
)
_BODY = r"(?P<body>(?-i:[A-Z])[\w’'.&-]*(?: (?:(?:of|for|on|and|the|to|in)\b|(?-i:[A-Z])[\w’'.&-]*))*)"
# How such a head names who issues it: in front of a colon, behind "by", in front of "press release".
_HEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_BODY}: (?!situation ){_SORT}\b",  # "Ilden: Situation Report No. 9" is about Ilden
        rf"^(?:{_SORT})(?: no\.? ?\d+)?,? (?:by|of|from) (?:the )?{_BODY}",
        rf"^{_BODY} (?:press|media) (?:statement|release)\b",
        rf"^(?:prepared|issued|released|published) by (?:the )?{_BODY}",
    )
)
_SMALL = frozenset("of for on and the to in".split())
_OF_A_BODY = re.compile(r"^(?:the )?members of (?:the )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issues a report: its name as written, and in lower case, and the words of that."""

    written: str
    name: str
    words: frozenset[str]

    def is_meant(self, words: str) -> bool:
        """Whether words name the issuer: its name, the end of it, or "the board" for the Harbour Board."""
        bare = _OF_A_BODY.sub("", words).lower().removeprefix("the ").removeprefix("this ").strip()
        if not bare:
            return False
        if bare == self.name or self.name.endswith(f" {bare}") or bare.startswith(f"{self.name} ("):
            return True
        if " " in bare and self.name.startswith(f"{bare} of "):
            return True
        return " " not in bare and bare in self.words and words.lower().startswith(("the ", "this "))


def find_issuer(document: Document) -> Issuer | None:
    """Return whose statement a report is; None for what is no statement, or hides whose it is."""
    shown = [p for p in document.passages if p.kind is not PassageKind.BOILERPLATE][:HEAD_PASSAGES]
    for passage in shown:
        line = document.text[passage.span.begin : passage.span.end].strip()
        for head in _HEADS:
            if (match := head.match(line)) and (issuer := _issuer(match["body"])):
                return issuer
    return None


def _issuer(body: str) -> Issuer | None:
    words = body.split(" on ", maxsplit=1)[0].split()
    while words and words[-1].lower() in _SMALL:
        words.pop()
    written = " ".join(words)
    kept = frozenset(written.lower().split()) - _SMALL
    return Issuer(written, written.lower(), kept) if kept else None
