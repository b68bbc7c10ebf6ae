"""Compares claims with those expected of a case: which were found, and which of their fields are right."""

from collections import Counter
from dataclasses import dataclass

from reportedly.records import Span

FOUND_SHARE = 0.5  # of the characters of both contents together, shared by the two
FIELDS = ("chain", "polarity", "modality", "activity")


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim that a case should give, in the words of the published schema."""

    content: Span
    fields: dict[str, object]


def expected_of(case, text):
    """The expected claims of a case, placed in the text as it was read."""
    return [_expected(row, text) for row in case["claims"]]


def _expected(row, text):
    words = row["content"]["text"]
    assert text.count(words) == 1, f"{words!r} must stand in its case once"
    begin = text.index(words)
    activity = row["activity"] and row["activity"]["id"]
    chain = [voice["name"].casefold() for voice in row["chain"]]
    fields = {**row, "chain": chain, "activity": activity}
    return Expected(Span(begin, begin + len(words)), {name: fields[name] for name in FIELDS})


def fields_of(claim):
    """What is compared of a claim."""
    return {
        "chain": [voice.who.name.casefold() for voice in claim.chain],
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "activity": claim.activity and claim.activity.id,
    }


def share(a, b):
    """What two spans share of all that they cover, 0 … 1."""
    both = max(0, min(a.end, b.end) - max(a.begin, b.begin))
    return both / (a.end - a.begin + b.end - b.begin - both)


def score(expected, claims):
    """Count what is right: "found", each field of what was found, "whole" for all of them, "extra" claims."""
    counts = Counter(expected=len(expected))
    free = list(claims)
    for one in expected:
        best = max(free, key=lambda claim: share(one.content, claim.content), default=None)
        if best is None or share(one.content, best.content) < FOUND_SHARE:
            continue
        free.remove(best)
        right = [name for name, value in fields_of(best).items() if value == one.fields[name]]
        counts.update(("found", *right, *(["whole"] if len(right) == len(FIELDS) else [])))
    counts["extra"] = len(free)
    return counts


def differences(expected, claims):
    """Lines for a person: what was expected and what was read in its place."""
    for one in expected:
        best = max(claims, key=lambda claim: share(one.content, claim.content), default=None)
        read = fields_of(best) if best and share(one.content, best.content) >= FOUND_SHARE else "nothing"
        if read != one.fields:
            yield f"expected {one.fields}, read {read}"
