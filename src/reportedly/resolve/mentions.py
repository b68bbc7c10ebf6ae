"""Gives each mention of a claim its full name: by definition, by what it points back to, or as written.

Invariant: a mention keeps its own words and span; only `name` and `resolution` change.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.records import Claim, Document, Mention, Reading, Span, Voice, VoiceKind
from reportedly.resolve.actors import find_actors
from reportedly.resolve.names import Names, clean, find_names, fold
from reportedly.resolve.number import Numbers
from reportedly.resolve.offices import OF, is_office
from reportedly.resolve.places import Places, place_claims
from reportedly.resolve.pointers import Pointers, find_pointers
from reportedly.resolve.registry import Registry
from reportedly.resolve.titles import (
    HE,
    INSTITUTIONS,
    IT,
    OUTLETS,
    PRONOUNS,
    RECORDS,
    RELATIVE,
    SHE,
    SPEAKER,
    SPEAKING_GROUPS,
    THEY,
)

NOBODY = ("no ", "nobody", "neither ", "none ")
POINTING = ("the ", "that ", "this ", "these ", "those ", "its ", "one of the ", "some of the ")
# "said | in its yearly report": what was put out may stand behind the cue.
_PUT_OUT = re.compile(r" in (?:an?|its|his|her|their|the)(?: [a-z-]+){1,3}")
_LETTERS = re.compile(r"\W+")
# In front of what is ground, even if somebody has the same name: "in | Washington".
_WHERE = re.compile(r"\b(?:in|at|near|into|inside|outside|around|across|within|throughout)\s$", re.IGNORECASE)
_LONGEST_WHERE = len("throughout ")
JOINING = frozenset({"and", "or", "nor", "of", "for"})  # in front of a noun that is not the name's own
OPENING = frozenset("he she it they his its their".split())  # "accused | him" is somebody else
NEAR = 40  # code points from the cue to a pronoun that opens what is said
OURS = frozenset({"we", "us", "our"})
QUOTING = re.compile('["“”‘:]|``')
REACH = 1200  # code points back to look for what a pronoun or "the group" points to


@dataclass(frozen=True, slots=True)
class Anchor:
    """Somebody that a later mention can point back to."""

    begin: int
    name: str
    person: bool
    plural: bool
    voice: bool


@dataclass(slots=True)
class Memory:
    """The document's names and everybody mentioned, in text order."""

    names: Names
    pointers: Pointers
    text: str
    lands: Mapping[str, str] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    records: list[tuple[int, str, str]] = field(default_factory=list)

    def whose_record(self, noun: str, offset: int) -> str | None:
        """Return who "said in its review" before an offset, for "the review"; None when nobody did."""
        said = [name for begin, record, name in self.records if begin < offset and record == noun]
        return said[-1] if said else None

    def before(self, offset: int) -> list[Anchor]:
        """Return who was mentioned shortly before an offset, nearest first."""
        begin = bisect_left(self.anchors, offset - REACH, key=lambda a: a.begin)
        end = bisect_left(self.anchors, offset, key=lambda a: a.begin)
        return self.anchors[begin:end][::-1]


def resolve(
    document: Document,
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    *,
    registry: Registry | None = None,
    places: Places | None = None,
) -> tuple[Claim, ...]:
    """Name every voice, actor, target, place and item in full, and find whose entry a name is.

    Args:
        document: the document.
        readings: its readings.
        claims: its claims, in text order.
        registry: the actors whose entries are looked for; None looks for none.
        places: what places are looked up in; None looks up none.

    Returns:
        The claims in the same order; a mention that points to nobody known keeps its own words, and one whose
        entry is not sure has no resolution.

    Raises:
        PlacesError: the gazetteer is missing or damaged.
    """
    lands = places.pack.lands if places else {}
    memory = Memory(find_names(document, readings), find_pointers(document, readings), document.text, lands)
    memory.anchors = _anchors(document, readings, claims, memory.names)
    memory.records = _records(document, claims, memory)
    named = tuple(_named(claim, memory) for claim in claims)
    if registry is not None:
        named = tuple(find_actors(claim, memory.names, registry) for claim in named)
    return place_claims(document, readings, named, places) if places else named


def _anchors(
    document: Document, readings: Sequence[Reading], claims: Sequence[Claim], names: Names
) -> list[Anchor]:
    """List the sources of attributions, and the people and bodies named."""
    spans = {s for r in readings for a in r.attributions for s in a.source[:1]}
    called = {v.who.span: v.who.name for claim in claims for v in claim.chain if v.who.span}
    spans |= set(called)
    numbers = Numbers(readings)
    found: dict[int, Anchor] = {}
    for named in (n for n in names.named if not n.name.lower().startswith(NOBODY)):
        full = names.short.get(fold(named.name), named.name)
        found[named.span.begin] = Anchor(named.span.begin, full, named.person, False, False)
    for span in sorted(spans):
        words = document.text[span.begin : span.end]
        if _pronoun(words) or not fold(words) or words.lower().startswith(NOBODY):
            continue
        people = names.person_in(span)
        name = _as_written(called.get(span, words), names, person=people)
        found[span.begin] = Anchor(span.begin, name, people, numbers.many(span), True)
    return [found[begin] for begin in sorted(found)]


def _records(document: Document, claims: Sequence[Claim], memory: Memory) -> list[tuple[int, str, str]]:
    """List (where, "review", who) for each voice whose cue names what it put out, or is followed by it."""
    found = []
    for claim in claims:
        for voice in claim.chain:
            if voice.cue is None:
                continue
            put_out = _PUT_OUT.match(document.text, voice.cue.end)
            words = f"{voice.cue_text or ''} {put_out[0] if put_out else ''}".lower().split()
            nouns = [w for w in words if w in RECORDS]
            if nouns:
                found.append((voice.cue.begin, nouns[0], _voice(voice, memory).who.name))
    return sorted(found)


def _as_written(words: str, names: Names, *, person: bool) -> str:
    """Return the full name for words that hold a name of their own."""
    name = clean(words, person=person)
    if person:
        first = words.split(", ", 1)[0]
        inside = names.people_with_last_word_of(first)
        name = max((full for full in inside if first.endswith(full)), key=len, default=name)
        name = _explained(words, names) or name
    return names.short.get(fold(name)) or _by_short_form(words, name, names) or name or words


def _explained(words: str, names: Names) -> str | None:
    """Return the person's name that explains an office: "the head of the harbour police, | Ila Venn"."""
    office, *behind = (part.strip(" ,") for part in words.split(", "))
    if not office.lower().startswith("the "):
        return None
    return next((part for part in behind if names.is_person(part)), None)


def _by_short_form(words: str, name: str, names: Names) -> str | None:
    """Return the full name that a short form among the words leads to.

    "the harbour auditor (HA)", "Capital HA" behind one or two names, or initials never defined.
    """
    parts = words.split()
    if len(parts) <= 6:
        for word in parts:
            if word.startswith("(") and word.strip("()").isupper() and fold(word) in names.short:
                return names.short[fold(word)]
    *front, last = name.split(" ")
    if 1 <= len(front) <= 2 and last.isupper() and all(w[:1].isupper() for w in front):
        return names.short.get(fold(last))
    return names.spelled.get(name) if name.isupper() and 2 <= len(name) <= 6 else None


def _named(claim: Claim, memory: Memory) -> Claim:
    chain = tuple(_voice(voice, memory) for voice in claim.chain)
    inner = chain[-1].who.name if chain else None
    opening = _opened_by(claim, memory)

    def acting(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return who acts, without pronouns of which nobody knows whom they mean.

        One that opens what somebody says of himself is that speaker.
        """
        if opening is not None and mentions[0].span == opening:
            mentions = (_own(mentions[0], chain[-1]), *mentions[1:])
        return known(mentions)

    def known(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return tuple(m for m in every(mentions) if m.name.lower() not in PRONOUNS)

    def every(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return _once([_mention(m, memory, speaker=inner, voice=False) for m in mentions])

    chain, actors, targets, items = (
        _without_repeats(chain),
        acting(claim.actors),
        known(claim.targets),
        every(claim.items),
    )
    places = _once([place for m in claim.places if (place := _ground(m, memory, speaker=inner))])
    before = (claim.chain, claim.actors, claim.targets, claim.places, claim.items)
    if (chain, actors, targets, places, items) == before:
        return claim  # many claims name everybody in full already
    return replace(claim, chain=chain, actors=actors, targets=targets, places=places, items=items)


def _once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in order, the first of each name."""
    if len(mentions) < 2:  # most claims have one of a kind, or none
        return tuple(mentions)
    return tuple({m.name.casefold(): m for m in reversed(mentions)}.values())[::-1]


def _ground(place: Mention, memory: Memory, *, speaker: str | None) -> Mention | None:
    """Return a place by its full name; None for a person's surname: "killed | Zapata", but "in | Zapata"."""
    if place.span is None or place.text is None or not _surname(place.text, memory):
        return _mention(place, memory, speaker=speaker, voice=False)
    begin = place.span.begin
    return place if _WHERE.search(memory.text[max(0, begin - _LONGEST_WHERE - 1) : begin]) else None


def _surname(words: str, memory: Memory) -> bool:
    """Whether words are the end of a person's full name."""
    full = memory.names.people_with_last_word_of(words)
    return any(name.endswith(f" {words}") for name in full if OF.isdisjoint(name.split()))


def _opened_by(claim: Claim, memory: Memory) -> Span | None:
    """Return the pronoun that opens the words of a voice that stands right before them, unquoted."""
    said = claim.chain[-1] if claim.chain else None
    if said is None or said.who.span is None or said.cue is None or not claim.actors:
        return None
    first, begin = claim.actors[0].span, claim.content.begin
    before = memory.text[max(said.who.span.end, said.cue.end) : begin]
    near = said.who.span.end <= said.cue.begin and said.cue.end <= begin and len(before) <= NEAR
    if first is None or first.begin != begin or not near or QUOTING.search(before):
        return None
    return first if (claim.actors[0].text or "").lower() in OPENING else None


def _own(mention: Mention, voice: Voice) -> Mention:
    """Return a pronoun as its speaker where the two agree: "the agency said | it"; else as it is."""
    word = (mention.text or "").lower()
    person = voice.kind is VoiceKind.PERSON
    if word in IT:
        fits = not person and _is_body(voice.who.name)
    elif word in THEY:
        fits = not person
    else:
        fits = person or not _is_body(voice.who.name)
    return replace(mention, name=voice.who.name) if fits else mention


def _without_repeats(chain: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Two links in a row that turn out to be one voice are one link."""
    if len(chain) < 2:
        return chain
    kept: list[Voice] = []
    for voice in chain:
        if kept and fold(kept[-1].who.name) == fold(voice.who.name) and voice.who.span is not None:
            continue
        kept.append(voice)
    return tuple(kept)


def _voice(voice: Voice, memory: Memory) -> Voice:
    who = _mention(voice.who, memory, speaker=None, voice=True)
    return voice if who is voice.who else replace(voice, who=who)


def _mention(mention: Mention, memory: Memory, *, speaker: str | None, voice: bool) -> Mention:
    if mention.span is None or mention.text is None:
        return mention
    if mention.text in memory.lands:
        return _renamed(mention, memory.lands[mention.text])  # whose act it is: "Iraqi"
    pronoun = _pronoun(mention.text)
    if pronoun and mention.name != mention.text:
        return mention  # whom it means is known
    if pronoun:
        name = _pointed_to(pronoun, mention.span, memory, speaker=speaker, voice=voice)
        return _renamed(mention, name or mention.name)
    titled = _titled(mention.text, mention.span, memory)
    written = titled or (mention.text if mention.name == mention.text else mention.name)
    person = titled is not None or memory.names.person_in(mention.span)
    name = _as_written(written, memory.names, person=person)
    if mention.text.lower().startswith(POINTING) and name == clean(mention.text):
        name = _back_to(name, mention.span, memory, voice=voice) or name
    return _renamed(mention, name)


def _titled(words: str, span: Span, memory: Memory) -> str | None:
    """Return who a part of a title and name is: "Secretary Vane" of "Deputy Secretary Vane"."""
    over = memory.names.person_over(span)
    if over is None:
        return None
    if over.span.begin < span.begin:
        return over.name if over.name in words else None
    known = " " in over.name or fold(over.name) in memory.names.short  # no verb of a headline
    return over.name if known and is_office(words) else None


def _renamed(mention: Mention, name: str) -> Mention:
    return mention if name == mention.name else Mention(name, mention.text, mention.span, mention.resolution)


def _pronoun(words: str) -> str | None:
    """Return the pronoun that some words are, or that they count: "one of them"."""
    if PRONOUNS.isdisjoint(_LETTERS.split(words.lower())):
        return None  # most mentions hold none, and folding takes time
    forms = (fold(words) or words.lower(), fold(clean(words)))
    return next((form for form in forms if form in PRONOUNS), None)


def _pointed_to(word: str, span: Span, memory: Memory, *, speaker: str | None, voice: bool) -> str | None:
    """Return whom a pronoun points to: the nearest that fits, voices first when it is a voice itself."""
    near = memory.before(span.begin)
    if word in OURS and not voice and speaker is not None and memory.names.is_person(speaker):
        return None  # for whom else a person speaks, nobody says
    if word in SPEAKER:
        return speaker or (next((a.name for a in near if a.voice), None) if voice else None)
    if word in RELATIVE:
        return near[0].name if near else None
    pointer = memory.pointers.get(span.begin) if word in HE | SHE | IT | THEY else None
    if pointer is not None and voice and not _trusted(pointer, word, span, near=near, text=memory.text):
        pointer = None
    if pointer is not None and (voice or memory.names.person_in(pointer) == (word in HE | SHE)):
        return _name_at(pointer, memory)
    if word in HE | SHE:
        one = (a for a in near if not a.plural)
        fits = [a for a in one if a.person or (a.voice and not _is_body(a.name))]
    elif not voice:
        return None  # the nearest body or group is seldom who did it
    elif word in IT:
        fits = [a for a in near if not a.person and not a.plural and _is_body(a.name)]
    elif word in THEY:
        fits = [a for a in near if a.plural] or [a for a in near if not a.person]
    else:
        return None
    if voice:
        fits = [a for a in fits if a.voice] or fits
    return fits[0].name if fits else None


def _trusted(pointer: Span, word: str, span: Span, *, near: Sequence[Anchor], text: str) -> bool:
    """Whether a voice's pronoun may mean whom the model points to.

    Not the name right before it, "Venn, he said, fled"; nor where somebody else of the kind spoke since.
    """
    if pointer.end <= span.begin and text[pointer.end : span.begin].strip() == ",":
        return False
    since = (a for a in near if a.voice and pointer.end < a.begin and not a.plural)
    return not any(_speaks_as(word, a) for a in since)


def _speaks_as(word: str, anchor: Anchor) -> bool:
    """Whether somebody who spoke may be meant by "he", "she" or "it"."""
    if word in IT:
        return not anchor.person and _is_body(anchor.name)
    if word in THEY:
        return False
    somebody = anchor.name.islower() and anchor.name.rsplit(maxsplit=1)[-1] not in INSTITUTIONS | RECORDS
    return anchor.person or somebody


def _name_at(span: Span, memory: Memory) -> str:
    """Return the full name for the words of a name."""
    words = memory.text[span.begin : span.end]
    return _as_written(words, memory.names, person=memory.names.person_in(span))


def _is_body(name: str) -> bool:
    """Whether a name is that of a body: it has a capital, or ends in a word for one."""
    return not name.islower() or name.rsplit(maxsplit=1)[-1] in INSTITUTIONS


def _back_to(name: str, span: Span, memory: Memory, *, voice: bool) -> str | None:
    """Return whom "the group", "the ministry" points to: a body with that word, or the last one."""
    words = name.lower().split()
    head = words[-1]
    if len(words) > 2 or not name.islower():
        return None
    bodies = [a for a in memory.before(span.begin) if not a.person and not a.name.islower()]
    # "the force" of the Forces; a voice "the force" may be another one
    forms = {head, head.capitalize()} if voice else {head, head.capitalize(), f"{head.capitalize()}s"}
    with_word = [a for a in bodies if not forms.isdisjoint(a.name.split())]
    if with_word:
        return with_word[0].name
    if head in RECORDS and len(words) == 1:
        return memory.whose_record(head, span.begin)
    if head not in INSTITUTIONS:
        voices = (a for a in memory.before(span.begin) if a.voice and a.name.endswith(f" {head}"))
        same = (a for a in voices if JOINING.isdisjoint(a.name.split()))
        return next((a.name for a in same), None) if len(words) == 1 else None
    if len(words) == 1 and (head in OUTLETS or (voice and head in SPEAKING_GROUPS)):
        return next((a.name for a in bodies if a.voice), None)
    return None
