"""An activity pack with what is idle in it, and the claims that each of its activities took."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from reportedly.export.paint import BEGIN, END, Paint
from reportedly.export.text import Page, clean
from reportedly.packs import ActivityEntry, Checked, Idle
from reportedly.records import Claim, Document, Modality, Reading, Span

ACTIVITIES_SCHEMA = "reportedly/activities/1"
_BY_MODEL = "the reading model's guess, as no trigger matched"
_INDENT = 6
_LEAST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim, the activity that took it, if any, and by what: the trigger's word and those beside it.

    `before` and `after` are the rest of the sentence around the claim's `text`.
    """

    activity: str | None
    document: str
    text: str
    before: str
    after: str
    by: str


class IdleObject(TypedDict):
    """Words at which a trigger never decides, and the trigger that does."""

    trigger: int
    words: list[str]
    activity: str
    other: int


class TakenObject(TypedDict):
    """A claim that an activity took."""

    document: str
    text: str
    sentence: str
    by: str


class ActivityObject(TypedDict):
    """One activity of a pack."""

    id: str
    theme: str
    plover: str
    context: str
    acled: str | None
    triggers: int
    words: int
    repeated: list[IdleObject]
    beaten: list[IdleObject]
    claims: list[TakenObject] | None


def taken_by(
    document: Document, readings: Iterable[Reading], claims: Iterable[Claim], *, acts: Mapping[Modality, str]
) -> tuple[Taken, ...]:
    """Tell which activity took each claim of a report, and by what.

    Args:
        document: the report.
        readings: what was read in it.
        claims: its claims.
        acts: the activities that a modality is by itself.

    Returns:
        The claims in text order, those without an activity too.
    """
    sentences = [sentence.span for reading in readings for sentence in reading.sentences]
    return tuple(_taken(document, sentences, claim, acts=acts) for claim in claims)


def _taken(
    document: Document, sentences: Iterable[Span], claim: Claim, *, acts: Mapping[Modality, str]
) -> Taken:
    begin, end = claim.content.begin, claim.content.end
    around = [span for span in sentences if span.begin < end and begin < span.end]
    first, last = min([begin, *(s.begin for s in around)]), max([end, *(s.end for s in around)])
    name = claim.activity.id if claim.activity else None
    return Taken(
        activity=name,
        document=document.name,
        text=claim.text,
        before=document.text[first:begin],
        after=document.text[end:last],
        by=_by(claim, name, acts) if name else "",
    )


def _by(claim: Claim, name: str, acts: Mapping[Modality, str]) -> str:
    """The trigger, else the modality that is an act by itself, else the model."""
    if acts.get(claim.modality) == name:
        return f"the claim is {claim.modality.value}"
    found = (rule for rule in reversed(claim.rules) if rule.startswith(f"{name}: "))
    return next(found, _BY_MODEL).removeprefix(f"{name}: ")


def write_activities(checked: Sequence[Checked], taken: Sequence[Taken] | None, page: Page) -> str:
    """Write a pack as text: a line an activity, what is idle, then what each activity took and by what.

    Args:
        checked: the activities, in the order of the pack.
        taken: the claims of the reports that were read; None when none were.
        page: how wide, and whether in colour.

    Returns:
        Lines joined by newlines, without a final one.
    """
    counts = Counter(each.activity for each in taken or ())
    lines = [_line(one.entry, one.words, None if taken is None else counts[one.entry.id]) for one in checked]
    idle = [line for one in checked for line in _idle_lines(one)]
    blocks = ["\n".join(lines), "\n".join(idle) or "No trigger is idle."]
    for one in checked:
        mine = [each for each in taken or () if each.activity == one.entry.id]
        blocks += ["\n".join(_taken_lines(one.entry.id, mine, page))] if mine else []
    if taken is not None:
        blocks.append(f"{counts[None]} of {len(taken)} claims have no activity.")
    return "\n\n".join(blocks)


def write_activities_json(name: str, checked: Sequence[Checked], taken: Sequence[Taken] | None) -> str:
    """Write the same as one JSON object.

    Args:
        name: of the pack.
        checked: the activities, in the order of the pack.
        taken: the claims of the reports that were read; None when none were, and `claims` is null then.
    """
    tree = {
        "schema": ACTIVITIES_SCHEMA,
        "pack": name,
        "activities": [_object(one, taken) for one in checked],
        "claims_without_activity": None if taken is None else sum(not each.activity for each in taken),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _line(entry: ActivityEntry, words: int, claims: int | None) -> str:
    shown = f"{entry.id:<24}{entry.triggers:>3} triggers {words:>4} words  {entry.plover:<10}"
    shown += f"{entry.acled or '-':<30}"
    return shown.rstrip() if claims is None else f"{shown}{claims:>4} claims"


def _idle_lines(one: Checked) -> Iterator[str]:
    for said, found in (("says again what", one.repeated), ("always loses to", one.beaten)):
        for idle in found:
            other = f"{idle.activity}, trigger {idle.other}"
            said_by = f"{other} says" if found is one.repeated else other
            yield f"{one.entry.id}, trigger {idle.trigger}: {said} {said_by}, at {', '.join(idle.words)}"


def _taken_lines(name: str, taken: Iterable[Taken], page: Page) -> Iterator[str]:
    """One block: by what each claim was taken, most frequent first, and below it the sentences."""
    groups: dict[str, list[Taken]] = {}
    for each in taken:
        groups.setdefault(each.by, []).append(each)
    yield f"{name}: {sum(map(len, groups.values()))}"
    for by, mine in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield f"  {len(mine)} × {clean(by)}"
        for each in mine:
            yield from _sentence(each, page)


def _sentence(each: Taken, page: Page) -> Iterator[str]:
    left = clean(each.before) + " " * each.before[-1:].isspace()
    right = " " * each.after[:1].isspace() + clean(each.after)
    shown = f"{clean(each.document)}: {left}{BEGIN}{clean(each.text)}{END}{right}"
    wrapped = textwrap.wrap(shown, max(page.columns, _LEAST_COLUMNS) - _INDENT, break_on_hyphens=False)
    yield from (" " * _INDENT + line for line in Paint(colour=page.colour).marked(wrapped))


def _object(one: Checked, taken: Sequence[Taken] | None) -> ActivityObject:
    entry = one.entry
    mine = [each for each in taken or () if each.activity == entry.id]
    return {
        "id": entry.id,
        "theme": entry.theme,
        "plover": entry.plover,
        "context": entry.context,
        "acled": entry.acled,
        "triggers": entry.triggers,
        "words": one.words,
        "repeated": [_idle_object(idle) for idle in one.repeated],
        "beaten": [_idle_object(idle) for idle in one.beaten],
        "claims": None if taken is None else [_taken_object(each) for each in mine],
    }


def _idle_object(idle: Idle) -> IdleObject:
    return {
        "trigger": idle.trigger,
        "words": list(idle.words),
        "activity": idle.activity,
        "other": idle.other,
    }


def _taken_object(each: Taken) -> TakenObject:
    sentence = each.before + each.text + each.after
    return {"document": each.document, "text": each.text, "sentence": sentence, "by": each.by}
