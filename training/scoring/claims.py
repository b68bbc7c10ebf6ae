"""Scores whole claims: the proposition, every voice of its chain, and how firmly it is put forward.

The best-overlapping pairs count first, each claim in one pair only, and a pair must share half of the
characters that both cover. A chain is right when all its voices are, outermost first, by name; a claim,
when chain, polarity and modality are.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.compose.trees import shared
from reportedly.pipeline import Pipeline
from reportedly.records import Claim, Span, Voice
from reportedly.settings import Settings
from training.cases import Case, GoldClaim, read_case_folder
from training.corpora import need
from training.scores import Counts
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread

LEAST_SHARE = 0.5  # of the characters that two propositions cover together, in both
FIGURES = ("content", "chain", "claim")
Pair = tuple[Claim, GoldClaim]

_POSSESSIVE = re.compile(r"[’'‘`ʿʾ]s\b")
_WORD = re.compile(r"[a-z0-9]+")
# Words of a name that say nothing: articles, also Arabic and Spanish ones, and "of".
_EMPTY = frozenset("the a an of al el".split())
_PRONOUNS = frozenset(
    "i we you he she it they him her them us me who which that this these those his their its one".split()
)


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a text: a folder of NAME.txt and NAME.json each, or one .json.

    Raises:
        CorpusMissing: no .json, or one without its text.
        BrokenInput: a damaged file.
    """
    pipeline = Pipeline(Settings(), reader=reader)
    for case in read_case_folder(path):
        found = pipeline.read(need(case.path), name=case.path.name, published=case.published)
        yield {"documents": 1.0, **counted(found.claims, case)}


def counted(mine: Sequence[Claim], case: Case) -> Row:
    """Count what is right of one text."""
    pairs = paired(mine, case.claims)
    chained = [(ours, gold) for ours, gold in pairs if same_chain(ours.chain, gold.chain, case.aliases)]
    whole = [(ours, gold) for ours, gold in chained if _as_firm(ours, gold)]
    row: dict[str, float] = {}
    for name, right in zip(FIGURES, (pairs, chained, whole), strict=True):
        row |= spread(name, Counts(len(right), len(mine), len(case.claims)))
    return row


def _as_firm(ours: Claim, gold: GoldClaim) -> bool:
    return ours.polarity == gold.polarity and ours.modality == gold.modality


def paired(mine: Sequence[Claim], gold: Sequence[GoldClaim]) -> list[Pair]:
    """Pair propositions one to one, the best overlap first.

    Of overlaps that are equally good the one of the later gold claim, then of our later claim, comes first.
    """
    shares = [
        (share(one.content, other.content), g, m)
        for g, other in enumerate(gold)
        for m, one in enumerate(mine)
        if share(one.content, other.content) >= LEAST_SHARE
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, m in sorted(shares, reverse=True):
        if g not in partner and m not in taken:
            partner[g] = m
            taken.add(m)
    return [(mine[m], gold[g]) for g, m in sorted(partner.items())]


def share(a: Span, b: Span) -> float:
    """Return what two spans share of all that they cover, 0 … 1."""
    return shared(a, b) / (max(a.end, b.end) - min(a.begin, b.begin)) if shared(a, b) else 0.0


def same_chain(mine: Sequence[Voice], gold: Sequence[str], aliases: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether all voices agree, none missing and none too many."""
    return len(mine) == len(gold) and all(
        same_name(ours, name, aliases.get(name, ())) for ours, name in zip(mine, gold, strict=True)
    )


def same_name(ours: Voice, gold: str, aliases: Sequence[str]) -> bool:
    """Whether a voice bears a name or one of its aliases, in full or as it is mentioned.

    A pronoun that was left standing is no name.
    """
    name = fold(ours.who.name)
    accepted = {fold(gold), *map(fold, aliases)} - _PRONOUNS
    mention = ours.who.text
    return name not in _PRONOUNS and (name in accepted or (mention is not None and fold(mention) in accepted))


def fold(name: str) -> str:
    """Return a name without case, accents, possessives, punctuation and words that say nothing."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _WORD.findall(_POSSESSIVE.sub("", plain))
    return " ".join(word for word in words if word not in _EMPTY)


def figures(row: Row) -> Figures:
    """Return the three F1 figures as shares, 0 … 1, over the counts of all texts together."""
    return {f"{name}_f1": gather(row, name).f1 / 100 for name in FIGURES}


def size(row: Row) -> Size:
    """Return how many texts, gold claims and claims of ours there are."""
    content = gather(row, "content")
    return {"documents": int(row.get("documents", 0)), "claims": content.gold, "found": content.predicted}


TASK = Task(rows, figures, size, digits=4, step=0.01, by_rules=True)
