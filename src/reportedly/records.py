"""The nouns. Everything else speaks them.

Invariants:
- `begin` and `end` are Unicode code points into `Document.text`, half-open; the text never changes.
- Each record is frozen. Unknown is `None`, and where a user would ask why, a `..._reason` says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: code points `begin` (included) to `end` (excluded)."""

    begin: int
    end: int


class PassageKind(StrEnum):
    """What a passage is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BLOCK_QUOTATION = "block-quotation"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, heading, paragraph, caption, block quotation or piece of boilerplate.

    `governed_by` is the index of the passage whose last line introduces this block quotation.
    """

    span: Span
    kind: PassageKind
    governed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: where it came from and its text.

    `id` derives from `sha256`, the digest of the original bytes. `published` is an ISO 8601 date or
    date-time with the precision and offset that the source gave; when it is None,
    `published_reason` says why. `passages` are in text order and do not overlap.
    """

    id: str
    name: str
    sha256: str
    text: str
    passages: tuple[Passage, ...]
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_reason: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word.

    `upos` and `deprel` are Universal Dependencies labels, `xpos` a Penn Treebank tag; `head` is the
    index of the governor in the same sentence, or None for the root.
    """

    span: Span
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int | None
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in order; their `head` indexes count from this sentence's first word.

    `words` may put its records together anew each time it is asked: take a tuple of it to walk in.
    """

    span: Span
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention of a person, organisation, place, weapon, time, quantity …; `score` in 0 … 1."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to somebody or something: a name, "the group", "they".

    `referent` numbers whom or what, the same for all of a document's references to it; `kind` says what
    sort of thing it is (person, organization, place, event …).
    """

    span: Span
    kind: str
    referent: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (`source`), by which words (`cue`), says what (`content`).

    Each role is a tuple of spans in text order: a discontinuous content has several, a role that
    the passage does not express has none.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Proposition:
    """A stretch that reads like one proposition of a claim.

    `activity`, `modality` (a value of `Modality`) and `voices` (0, 1, or 2 for more) are the model's
    best guess of each with its chance; None where it sees no activity. `score` in 0 … 1.
    """

    span: Span
    score: float
    activity: tuple[str | None, float]
    modality: tuple[str, float]
    voices: tuple[int, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model saw in passage number `passage` of a document.

    An attribution belongs to the passage of its cue; its content may run on into the next ones. `references`
    are the pronouns that point to something, and what they point to, perhaps in an earlier passage.
    """

    passage: int
    sentences: tuple[Sentence, ...]
    entities: Sequence[Entity]
    attributions: tuple[Attribution, ...]
    propositions: tuple[Proposition, ...] = ()
    references: tuple[Reference, ...] = ()


class Polarity(StrEnum):
    """Whether the innermost voice says that it is so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How firmly, or with which act of speech, the proposition is put forward."""

    ASSERTED = "asserted"
    SUGGESTED = "suggested"
    REPORTED = "reported"
    POSSIBLE = "possible"
    ACCUSED = "accused"
    FORECAST = "forecast"
    REQUESTED = "requested"
    THREATENED = "threatened"
    PROMISED = "promised"
    CONDITIONAL = "conditional"
    GAP = "gap"


class VoiceKind(StrEnum):
    """What kind of speaker one link of a chain is."""

    DOCUMENT = "document"
    INSTITUTION = "institution"
    PERSON = "person"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of the registry: a state or its organ, an armed group, a court, an outlet.

    `kind` is one of those that the actor pack lists; the pack holds its other names and its relations.
    """

    id: str
    name: str
    kind: str


class Precision(StrEnum):
    """How much ground a place covers; a region holds several countries, or parts of them."""

    REGION = "region"
    COUNTRY = "country"
    FIRST_LEVEL = "first-level"
    SECOND_LEVEL = "second-level"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, in degrees of WGS 84; of an area, where its middle is.

    `country` is an ISO 3166-1 alpha-2 code, or None for ground that belongs to no one country.
    """

    id: str
    name: str
    precision: Precision
    country: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The decision that a mention is an entry of a registry.

    `score` in 0 … 1, `reasons` in words what it is made of, strongest first; `decided_by` names the rules
    or the person.
    """

    entry: Actor | Place
    score: float
    reasons: tuple[str, ...]
    decided_by: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something: `text` as written at `span`, `name` in full when known.

    A name that the text does not spell out anywhere (a hidden voice) has no span. `resolution` says which
    entry of a registry it is; None when no entry is sure enough.
    """

    name: str
    text: str | None
    span: Span | None
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain: who speaks, and the words that attribute (`cue`), if there are any."""

    who: Mention
    kind: VoiceKind
    cue: Span | None
    cue_text: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """When it happened: `text` as written; `value` as an ISO 8601 date or interval, or None.

    `reason` says why `value` is None ("no publication date to count from").
    """

    text: str
    span: Span
    value: str | None
    reason: str | None = None


class Bound(StrEnum):
    """How a quantity's words limit its value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or amount: `text` as written, and what it comes to.

    `low` and `high` are the least and the greatest value in `unit`; None where the words set no such limit,
    or where the value is unknown: then `reason` says why. `bound` says how the words limit it. `unit` is None
    for a plain count, "percent", an ISO 4217 code, a symbol of the SI ("km"), or an English noun ("barrel");
    it is None too for money of an unknown currency, with a `reason`. `counted` is what is counted, `share_of`
    what a percentage or fraction is a share of, `per` what a rate is for ("month"), each in lower case.
    """

    text: str
    span: Span
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    counted: str | None = None
    share_of: str | None = None
    per: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """What is going on: an id of the activity pack, and how others file it.

    `plover` is its PLOVER event type and `context` the PLOVER context; `acled` is the ACLED sub-event
    type, None where ACLED records no such event.
    """

    id: str
    plover: str
    context: str
    acled: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition with everyone it passed through.

    `chain` is outermost first; empty means the document's own voice. `content` runs from the first
    to the last character of the proposition. `rules` names what decided, in order. `score` in 0 … 1.
    """

    id: str
    document: str
    content: Span
    text: str
    chain: tuple[Voice, ...]
    polarity: Polarity
    modality: Modality
    probability: str | None
    activity: Activity | None
    actors: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    places: tuple[Mention, ...]
    time: Time | None
    quantities: tuple[Quantity, ...]
    items: tuple[Mention, ...]
    rules: tuple[str, ...]
    score: float
