"""Scores time expressions: where they are, and what they mean.

Relaxed: some character in common; strict: the same extent; value: relaxed, and the same normalised value.
Each expression is paired once, from the left.

Source: UzZaman et al. 2013, SemEval-2013 Task 1: TempEval-3, the scorer of task A. As there, only what
stands in the text counts, not the creation time.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.compose.time_expressions import find_expressions
from reportedly.compose.time_meanings import Anchor
from reportedly.compose.trees import shared
from reportedly.dates import Date, Interval, parse_interval, same_days, valid_date
from reportedly.errors import SettingsError
from reportedly.records import Span
from training.scores import Counts
from training.scoring.task import Figures, Marker, Row, Size, Task, gather, spread
from training.timex import Marked, Scheme, Timed, read_timed
from training.timex_values import tei_of, timex_of

FIGURES = ("relaxed", "strict", "value")


def rows(path: Path, reader: Marker) -> Iterator[Row]:
    """Yield a row a document of TimeML or of GUM's XML; the model is not asked.

    Raises:
        CorpusMissing: no such files.
        BrokenInput: a damaged file.
    """
    for text in read_timed(path):
        yield {"documents": 1.0, **counted(found_in(text), text)}


def found_in(text: Timed) -> list[Marked]:
    """Return what the grammar finds in a text, as its corpus would mark it."""
    anchor = Anchor(_day(text.created))
    found = []
    for one in find_expressions(text.text, Span(0, len(text.text)), anchor):
        is_timeml = text.scheme is Scheme.TIMEML
        written = timex_of(one, text.created) if is_timeml else tei_of(one, text.created)
        if written:
            found.append(Marked(one.span, *written))
    return found


def _day(created: str | None) -> Date | None:
    parts = (created or "")[:10].split("-")
    numbers = [int(part) for part in parts if part.isdecimal()]
    return valid_date(*numbers[:3]) if len(numbers) == len(parts) else None


def counted(mine: Sequence[Marked], text: Timed) -> Row:
    """Count the pairs of each kind."""
    pairs = list(paired(mine, text.marked))
    hits = {
        "relaxed": len(pairs),
        "strict": sum(ours.span == gold.span for ours, gold in pairs),
        "value": sum(same_value(ours.value, gold.value, text.scheme) for ours, gold in pairs),
    }
    row: dict[str, float] = {}
    for name in FIGURES:
        row |= spread(name, Counts(hits[name], len(mine), len(text.marked)))
    return row


def paired(mine: Sequence[Marked], gold: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Yield each gold expression with the first of ours that overlaps it and is still free."""
    free = list(mine)
    for one in gold:
        ours = next((x for x in free if shared(x.span, one.span)), None)
        if ours is not None:
            free.remove(ours)
            yield ours, one


def same_value(ours: str, gold: str, scheme: Scheme) -> bool:
    """Whether two values say the same: the same characters in TimeML, the same days in TEI."""
    if scheme is Scheme.TIMEML or ours == gold:
        return ours == gold
    if ours.startswith("-") and gold.startswith("-") and gold.lstrip("-").isdecimal():
        return int(ours) == int(gold)
    mine, theirs = _interval(ours), _interval(gold)
    return mine is not None and theirs is not None and same_days(mine, theirs)


def _interval(value: str) -> Interval | None:
    try:
        return parse_interval(value.zfill(4))
    except SettingsError:
        return None


def figures(row: Row) -> Figures:
    """Return the three F1 figures in percent."""
    return {f"{name}_f1": gather(row, name).f1 for name in FIGURES}


def size(row: Row) -> Size:
    """Return how many documents and gold expressions there are."""
    return {"documents": int(row.get("documents", 0)), "expressions": gather(row, "relaxed").gold}


TASK = Task(rows, figures, size, by_rules=True)
