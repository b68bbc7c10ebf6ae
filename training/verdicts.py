"""What a measured part says about its floors, and which floors it sets."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor

from training.evaluate import TASKS, Scored
from training.floors import Part

FEW = "by_type."  # figures of few examples: one more or less moves them by points
FEW_MARGINS = 4  # so many margins stand below such a figure, or more: down to the end of its interval


@dataclass(frozen=True, slots=True)
class Measured:
    """A part as it stands in the file, the digest of the corpus as it lies there, and what it scored."""

    part: Part
    sha256: str
    scored: Scored

    @property
    def moved(self) -> bool:
        """Whether the floors were measured on another corpus."""
        return self.part.sha256 not in (None, self.sha256)


def complaints(measured: Measured) -> Iterator[str]:
    """Yield what keeps a part from passing, a message each; nothing when it passes."""
    part = measured.part
    if part.sha256 is None:
        yield f"{part.name}: has no floors yet; set them with --raise"
    elif measured.moved:
        wrong = f"is another corpus ({measured.sha256[:12]}…) than the floors were measured on"
        do = f"put back that one ({part.sha256[:12]}…), or measure anew with --lower --why"
        yield f"{part.name}: {wrong}; {do}"
    else:
        for name in failing(measured):
            value, wanted = figure_of(measured, name), part.floors[name]
            side = "above its ceiling" if name in TASKS[part.task].errors else "below its floor"
            do = "find what made the model worse, or lower the floor with --lower --why"
            yield f"{part.name}: {name} is {value:g}, {side} {wanted:g}; {do}"


def failing(measured: Measured) -> list[str]:
    """Return the figures that are worse than their floor."""
    floors, errors = measured.part.floors, TASKS[measured.part.task].errors
    return [name for name in floors if _worse(figure_of(measured, name), floors[name], less=name in errors)]


def figure_of(measured: Measured, name: str) -> float:
    """Return a figure; one that nothing was found for is 0, as where nothing was right."""
    return measured.scored.figures.get(name, 0.0)


def _worse(one: float, other: float, *, less: bool) -> bool:
    return one > other if less else one < other


def bar(measured: Measured, name: str, margin: float) -> float:
    """Return the floor (of an error: the ceiling) that a measured figure sets.

    Args:
        measured: the part.
        name: a figure of it.
        margin: points between them.

    Returns:
        A tenth of a point is the finest that is kept, away from the figure; never below 0 points.
    """
    task = TASKS[measured.part.task]
    tenth, off = task.step / 10, margin * task.step
    value = figure_of(measured, name)
    if name in task.errors:
        return round(ceil((value + off) / tenth - 1e-6) * tenth, 4)
    lowest = value - off
    if name.startswith(FEW) and name in measured.scored.ci:
        lowest = min(value - FEW_MARGINS * off, measured.scored.ci[name].lo)
    return round(floor(max(0.0, lowest) / tenth + 1e-6) * tenth, 4)


def raised(measured: Measured, margin: float) -> Part:
    """Return the part with each floor where the figure sets it, unless it stands higher already."""
    if measured.moved:
        return measured.part
    errors, old = TASKS[measured.part.task].errors, measured.part.floors
    new = {name: bar(measured, name, margin) for name in measured.scored.figures}
    kept = {n: v for n, v in old.items() if n not in new or _worse(new[n], v, less=n in errors)}
    return replace(measured.part, sha256=measured.sha256, floors={**old, **new, **kept})


def lowered(measured: Measured, margin: float) -> tuple[Part, list[str]]:
    """Return the part with the floors that it fails moved down, and what was lowered from what to what.

    On another corpus than before all floors are set anew.
    """
    part = measured.part
    down = {name: bar(measured, name, margin) for name in failing(measured)}
    said = [f"{name} from {part.floors[name]:g} to {value:g}" for name, value in down.items()]
    if not measured.moved:
        return replace(part, floors={**part.floors, **down}), said
    said.insert(0, f"corpus from {part.sha256} to {measured.sha256}")
    anew = {name: bar(measured, name, margin) for name in measured.scored.figures}
    return replace(part, sha256=measured.sha256, floors=anew), said
