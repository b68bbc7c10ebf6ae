"""The cue pack: words that attribute, set modality, deny, or say that something is not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportedly.packs.reading import Entry, read_pack
from reportedly.records import Modality, Polarity

Tokens = tuple[str, ...]

_SECTIONS = (
    *("reporting", "adverbs", "auxiliaries", "attributed", "acts", "own-will"),
    *("conditional", "gap", "negators", "unmarked", "relays", "hearsay", "terms"),
)


class CueKind(StrEnum):
    """What part of speech a reporting word is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a cue makes of its proposition.

    `modality` is None where the proposition's own words decide. `passive` is the same for a passive cue
    that names no speaker. `hidden` says that the cue hides its speaker.
    """

    modality: Modality | None
    passive: Modality | None
    polarity: Polarity
    hidden: bool


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word or phrase as lemmas, and what it sets."""

    tokens: Tokens
    kind: CueKind
    setting: Setting


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Nouns and adjectives whose speaker is seldom named.

    `made` are verbs by which a subject speaks such a noun; `described` the adjectives that make a claim of
    the noun phrase behind them, by their form, where one of `described_by` follows the noun.
    """

    made: frozenset[str]
    described: Mapping[str, CueWord]
    described_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class CuePack:
    """Cues by their first lemma, longest first; single words too.

    `reporting` attributes; `adverbs` and `auxiliaries` set the modality inside a proposition, `attributed`
    only where the proposition is somebody's words; `gaps` say that something is not known; `negators` deny
    and `unmarked` only look so; `conditions` make a proposition depend on another; `relays` name a voice
    beside the cue and `beside` says where it spoke. `acts` is the activity that a modality is by itself.
    `own_subjects` are the pronouns by which a voice speaks of itself: its "will" is `own_will`.
    `hidden_sources` are nouns that name nobody; `terms` are how a source asks to be treated, no claim.
    """

    reporting: Mapping[str, tuple[CueWord, ...]]
    adverbs: Mapping[str, tuple[tuple[Tokens, Modality], ...]]
    auxiliaries: Mapping[str, tuple[tuple[Tokens, Modality], ...]]
    attributed: Mapping[str, tuple[tuple[Tokens, Modality], ...]]
    gaps: Mapping[str, tuple[Tokens, ...]]
    negators: Mapping[str, tuple[Tokens, ...]]
    unmarked: Mapping[str, tuple[Tokens, ...]]
    conditions: Mapping[str, tuple[Tokens, ...]]
    relays: Mapping[str, tuple[Tokens, ...]]
    beside: Mapping[str, tuple[Tokens, ...]]
    acts: Mapping[Modality, str]
    own_subjects: frozenset[str]
    own_will: Modality
    hidden_sources: frozenset[str]
    hearsay: Hearsay
    terms: Mapping[str, tuple[Tokens, ...]]


def load_cues(path: Path | None = None) -> CuePack:
    """Load and check the cue pack.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the entry and the key.
    """
    top = read_pack(path or Path(__file__).with_name("cues.yml"))
    top.only(_SECTIONS)
    gap, negators = _section(top, "gap", "phrases"), _section(top, "negators", "words", "phrases")
    relays, own = _section(top, "relays", "prepositions", "beside", "hidden"), top.entry("own-will")
    own.only(("subjects", "modality"))
    return CuePack(
        reporting=_reporting(top.entry("reporting")),
        adverbs=_setters(top, "adverbs"),
        auxiliaries=_setters(top, "auxiliaries"),
        attributed=_setters(top, "attributed"),
        gaps=_phrases(gap.texts("phrases")),
        negators=_phrases((*negators.texts("words"), *negators.texts("phrases"))),
        unmarked=_phrases(top.texts("unmarked")),
        conditions=_phrases(top.texts("conditional")),
        relays=_phrases(relays.texts("prepositions")),
        beside=_phrases(relays.texts("beside")),
        acts=_acts(top.entry("acts")),
        own_subjects=frozenset(own.texts("subjects")),
        own_will=Modality(own.choice("modality", Modality)),
        hidden_sources=frozenset(relays.texts("hidden")),
        hearsay=_hearsay(_section(top, "hearsay", "made", "described", "described-by")),
        terms=_phrases(top.texts("terms")),
    )


def _section(top: Entry, key: str, *allowed: str) -> Entry:
    section = top.entry(key)
    section.only(allowed)
    return section


def _tokens(phrase: str) -> Tokens:
    return tuple(phrase.lower().split())


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[Tokens, ...]]:
    found: dict[str, list[Tokens]] = {}
    for tokens in sorted({_tokens(phrase) for phrase in phrases}, key=lambda each: (-len(each), each)):
        found.setdefault(tokens[0], []).append(tokens)
    return {first: tuple(each) for first, each in found.items()}


def _setters(top: Entry, key: str) -> dict[str, tuple[tuple[Tokens, Modality], ...]]:
    found: dict[Tokens, Modality] = {}
    for entry in top.entries(key):
        entry.only(("words", "modality"))
        modality = Modality(entry.choice("modality", Modality))
        for phrase in entry.texts("words"):
            found.setdefault(_tokens(phrase), modality)
    by_first: dict[str, list[tuple[Tokens, Modality]]] = {}
    for tokens in sorted(found, key=lambda each: (-len(each), each)):
        by_first.setdefault(tokens[0], []).append((tokens, found[tokens]))
    return {first: tuple(each) for first, each in by_first.items()}


def _acts(section: Entry) -> dict[Modality, str]:
    section.only(Modality)
    return {Modality(key): section.text(key) for key in section.names()}


def _hearsay(section: Entry) -> Hearsay:
    described = section.entry("described")
    described.only(("words", "modality"))
    modality = Modality(described.choice("modality", Modality, Modality.REPORTED))
    setting = Setting(modality, modality, Polarity.AFFIRMED, hidden=True)
    return Hearsay(
        made=frozenset(section.texts("made")),
        described={w: CueWord((w,), CueKind.ADJECTIVE, setting) for w in described.texts("words")},
        described_by=frozenset(section.texts("described-by")),
    )


def _reporting(section: Entry) -> dict[str, tuple[CueWord, ...]]:
    section.only(f"{kind}s" for kind in CueKind)
    found: dict[tuple[CueKind, Tokens], CueWord] = {}
    for kind in CueKind:
        for entry in section.entries(f"{kind}s"):
            setting = _setting(entry)
            for phrase in entry.texts("words"):
                tokens = _tokens(phrase)
                if (kind, tokens) in found:
                    raise entry.wrong("words", f"{phrase!r} is there twice", "leave it in one entry")
                found[kind, tokens] = CueWord(tokens, kind, setting)
    by_first: dict[str, list[CueWord]] = {}
    for word in sorted(found.values(), key=lambda each: (-len(each.tokens), each.tokens, each.kind)):
        by_first.setdefault(word.tokens[0], []).append(word)
    return {first: tuple(words) for first, words in by_first.items()}


def _setting(entry: Entry) -> Setting:
    entry.only(("words", "modality", "passive", "polarity", "voice"))
    modality = _modality(entry, "modality")
    return Setting(
        modality=modality,
        passive=_modality(entry, "passive") if entry.has("passive") else modality,
        polarity=Polarity(entry.choice("polarity", Polarity, Polarity.AFFIRMED)),
        hidden=entry.choice("voice", ("speaker", "hidden"), "speaker") == "hidden",
    )


def _modality(entry: Entry, key: str) -> Modality | None:
    chosen = entry.choice(key, (*Modality, "content"))
    return None if chosen == "content" else Modality(chosen)
