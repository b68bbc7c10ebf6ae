"""The names that a document spells out, and the short forms that point to them.

Invariant: a full name is words of the document; a short form points to one full name at most.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reportedly.records import Document, Entity, Reading, Span
from reportedly.resolve.offices import person_behind
from reportedly.resolve.titles import COUNTS, DETERMINERS, INSTITUTIONS, OUTLETS, PRONOUNS, TITLES, WEEKDAYS

# "Full Name (FN)", also "(the FN)", "(FN/FM)", "(Fn)" and in any of the usual quotation marks.
_DEFINED = re.compile(r"\((?:the |or |known as )?[\"“‘']?([A-Z][\w/&.-]{1,11})[\"”’']?\)")
_AT = re.compile(r" ((?:at|of|in) the (?:[A-Z][\w.’'-]*(?: of| for| and)? ?)+)")
_WORD = re.compile(r"[\w’'.&-]+")
_SMALL = frozenset("of the and for on in at to de del la las los el y e da do al & a with against".split())
_PLACING = frozenset("in at from".split())
_PARTICLES = frozenset("de del da do dos la las los al el bin ibn abu van von der den ter y e".split())
MOST_NESTED = 4  # names that begin in front of a word and hold it
REMEMBERED_NAMES = 4_096  # a report says the same names over and over
_UNOPENED = re.compile(r"^[^(\[]*[)\]]\s*(?=\S)")  # "FBI) Ila Venn", cut behind a bracket
_BRACKETED = re.compile(r"\s*\([^)]*\)\s*$")  # at the end of a name
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body that the document names: its full name, whether a person, and where."""

    name: str
    person: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a document.

    `short` leads from a folded short form to the full name, `spelled` from initials to the first name
    that has them, `people` from a last word to the full names of persons that end in it. `begins` are
    where the names of `named` begin, in order.
    """

    short: dict[str, str]
    spelled: dict[str, str]
    people: dict[str, tuple[str, ...]]
    named: tuple[Named, ...]
    begins: tuple[int, ...]

    def person_in(self, span: Span) -> bool:
        """Whether the name of a person begins inside a span."""
        first = bisect_left(self.begins, span.begin)
        last = bisect_left(self.begins, span.end)
        return any(named.person for named in self.named[first:last])

    def person_over(self, span: Span) -> Named | None:
        """Return the person's name that begins with a span, or ends with it, and is longer."""
        behind = bisect_right(self.begins, span.begin)
        for named in reversed(self.named[max(0, behind - MOST_NESTED) : behind]):
            same = (named.span.begin == span.begin) + (named.span.end == span.end)
            if named.person and same == 1 and named.span.end >= span.end:
                return named
        return None

    def is_person(self, name: str) -> bool:
        """Whether a full name is that of a person."""
        return name in self.people_with_last_word_of(name)

    def people_with_last_word_of(self, words: str) -> tuple[str, ...]:
        """Return the full names of persons that end in the last of some words; () for no words."""
        return self.people.get(words.rsplit(maxsplit=1)[-1], ()) if words.strip() else ()


def find_names(document: Document, readings: Sequence[Reading]) -> Names:
    """Return the document's names, in text order."""
    seen = (e for r in readings for e in r.entities if e.kind in ("Person", "Organisation"))
    # A name does not run over from a title into the text below it.
    entities = [e for e in seen if "\n" not in document.text[e.span.begin : e.span.end].strip()]
    named = tuple(
        Named(name, e.kind == "Person", e.span)
        for e in entities
        if (name := clean(document.text[e.span.begin : e.span.end], person=e.kind == "Person"))
        and name.lower() not in PRONOUNS
    )  # entities come in text order, passage by passage
    named = _behind_offices(named)
    short: dict[str, str] = {}
    for acronym, full in _definitions(document.text):
        for part in acronym.split("/"):
            short.setdefault(fold(part), full)
    _join(short)
    people: dict[str, dict[str, None]] = {}
    spelled: dict[str, str] = {}
    for each in named:
        spelled.setdefault(_initials(each.name), each.name)
        if each.person and _proper(each.name):
            last = each.name.rsplit(maxsplit=1)[-1]
            people.setdefault(last, {})[each.name] = None
            short.setdefault(fold(last), each.name)
    _alternatives(document, entities, short)
    _endings(named, short)
    by_last = {last: tuple(full) for last, full in people.items()}
    return Names(short, spelled, by_last, named, tuple(n.span.begin for n in named))


def _behind_offices(named: Sequence[Named]) -> tuple[Named, ...]:
    """Name the person behind an office with a place by the name alone."""
    alone = {n.name for n in named if n.person and " " not in n.name}
    return tuple(replace(n, name=(n.person and person_behind(n.name, alone)) or n.name) for n in named)


def _endings(named: Sequence[Named], short: dict[str, str]) -> None:
    """Let the last words of one body's name stand for it: "the Treasury" after "the U.S. Treasury"."""
    bodies = dict.fromkeys(n.name for n in named if not n.person and n.name[:1].isupper())
    longer: dict[str, list[str]] = {}
    for name in bodies:
        words = name.split()
        for first in range(1, len(words)):
            last = first - 2 if words[first - 1] == "the" else first - 1  # "in the | Ilden Islands"
            if words[last] in _PLACING or (words[first - 1] == "of" and first == len(words) - 1):
                continue  # "Ilden" is no short form of "the police in Ilden", "the ministers of Ilden"
            longer.setdefault(" ".join(words[first:]), []).append(name)
    for name in bodies:
        if len(longer.get(name, ())) == 1:
            short.setdefault(fold(name), longer[name][0])


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w.lower() not in _SMALL and w[0].isalnum())


def _proper(name: str) -> bool:
    """Whether a name is a person's own: two words or more, all with a capital but for particles."""
    words = name.split()
    return (
        len(words) > 1 and all(w[:1].isupper() or w in _PARTICLES for w in words) and words[-1][:1].isupper()
    )


@lru_cache(REMEMBERED_NAMES)
def clean(words: str, *, person: bool = False) -> str:
    """Return a name without determiner, title, possessive ending and what follows a comma.

    A person loses ranks and offices in front as long as a name is left.
    """
    words = " ".join(words.split())
    words = _BRACKETED.sub("", words) if "(" in words else words
    words = words.strip(" \"“”‘’'()[]").split(", ")[0]
    parts = words.split(" ")
    while len(parts) > 1 and (parts[0].lower() in DETERMINERS or _counts(parts)):
        parts = parts[1:]
    if person:
        parts = _without_titles(parts)
    if len(parts) > 1 and parts[-1] in WEEKDAYS:
        parts = parts[:-1]  # "the governor Thursday said"
    while len(parts) > 1 and parts[0] in OUTLETS and parts[1][:1].isupper():
        parts = parts[1:]  # "the weekly Harbour Times"
    name = _UNOPENED.sub("", " ".join(parts))
    return _POSSESSIVE.sub("", name).strip(' ,;:"“”[]')


def _counts(parts: list[str]) -> bool:
    """Whether a name begins with a count of common nouns: "at least 62 police officers"."""
    word = parts[0].lower()
    following = parts[1][:1]
    if "percent" in parts[1:5] or (word.isdigit() and parts[1] == "of"):
        return False  # "58 percent of farmers" is not all of them
    return (word in COUNTS or word[0].isdigit()) and (following.islower() or following.isdigit())


def _without_titles(parts: list[str]) -> list[str]:
    """Drop everything up to the last title in front of a name of one or more capitalised words."""
    last = max((i for i, p in enumerate(parts) if p.strip(".,").lower() in TITLES), default=-1)
    rest = parts[last + 1 :]
    if not rest or not rest[0][:1].isupper() or rest[-1].lower() in INSTITUTIONS:
        return parts  # "Attorney General's Office" is no General's
    return rest


@lru_cache(REMEMBERED_NAMES)
def fold(name: str) -> str:
    """Return a name as it is compared: case, accents of punctuation, determiner and possessive taken off."""
    words = [w for w in _WORD.findall(name.replace("’", "'").casefold()) if w not in DETERMINERS]
    return " ".join([_POSSESSIVE.sub("", w) if "'" in w else w for w in words])


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    """Yield (acronym, full name) for "Full Name (FN)"."""
    for match in _DEFINED.finditer(text):
        acronym = match[1]
        if sum(c.isupper() for c in acronym) < 2:
            continue
        before = text[max(0, match.start() - 120) : match.start()]
        before = re.split(r"[.;:!?\n]\s|[()\[\]“”\"]", before)[-1]
        full = _spelled(acronym.split("/")[0], _WORD.findall(before))
        if full:
            at = _AT.match(text, match.end())
            yield acronym, f"{full} {at[1].strip()}" if at else full


def _spelled(acronym: str, words: Sequence[str]) -> str | None:
    """Return the last words whose initials spell the acronym, or the capitalised run before it."""
    letters = [c.lower() for c in acronym if c.isalnum()]
    for size in range(1, min(len(words), 12) + 1):
        run = words[-size:]
        initials = [w[0].lower() for w in run if w.lower() not in _SMALL]
        with_small = [w[0].lower() for w in run]
        if letters in (initials, with_small) and run[0].lower() not in _SMALL:
            return " ".join(run)
    run = []
    for word in reversed(words):
        if not (word[:1].isupper() or word.lower() in _SMALL):
            break
        run.insert(0, word)
    while run and run[0].lower() in _SMALL:
        run = run[1:]
    return " ".join(run) if run else None


def _join(short: dict[str, str]) -> None:
    """Let "harbour auditor" and "office of the harbour auditor at …" be one name: the longest."""
    fulls = sorted(set(short.values()), key=len, reverse=True)
    # Few names begin so; to compare each with each would take minutes in a long report.
    offices = [(full, folded) for full in fulls if (folded := fold(full)).startswith("office of ")]

    def longest(name: str) -> str | None:
        begins = f"office of {fold(name)}"
        return next((full for full, folded in offices if full != name and folded.startswith(begins)), None)

    for form, full in short.items():
        short[form] = longest(full) or full
    for full in fulls:
        longer = longest(full)
        if longer:
            short.setdefault(fold(full), longer)


def _alternatives(document: Document, entities: Sequence[Entity], short: dict[str, str]) -> None:
    """Read "Full Name, also known as Other Name" and "Other Name (Full Name)"."""
    for first, second in pairwise(entities):
        between = document.text[first.span.end : second.span.begin]
        if (
            re.fullmatch(r",? (?:also|otherwise|better|formerly)? ?(?:known|called) as ", between)
            or between == " ("
        ):
            name = clean(document.text[first.span.begin : first.span.end])
            other = clean(document.text[second.span.begin : second.span.end])
            if name and other and fold(other) != fold(name):
                short.setdefault(fold(other), short.get(fold(name), name))
