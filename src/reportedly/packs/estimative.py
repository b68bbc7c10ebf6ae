"""The estimative pack: words of probability and the percent ranges that they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.packs.reading import Entry, read_pack


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimative word: `from_percent` … `to_percent` of cases, None where no range is defensible."""

    word: str
    from_percent: float | None
    to_percent: float | None
    standard: bool


@dataclass(frozen=True, slots=True)
class EstimativePack:
    """Estimative words by their lower-case tokens.

    `by_first` files each word's tokens under the first token, longest first, so that "very unlikely" is
    found before "unlikely".
    """

    estimates: Mapping[tuple[str, ...], Estimate]
    by_first: Mapping[str, tuple[tuple[str, ...], ...]]


def load_estimative(path: Path | None = None) -> EstimativePack:
    """Load and check the estimative pack.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the entry and the key.
    """
    top = read_pack(path or Path(__file__).with_name("estimative.yml"))
    top.only(("standard", "common"))
    estimates: dict[tuple[str, ...], Estimate] = {}
    for section in ("standard", "common"):
        for entry in top.entries(section):
            _file_words(entry, estimates, standard=section == "standard")
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for tokens in sorted(estimates, key=lambda each: (-len(each), each)):
        by_first.setdefault(tokens[0], []).append(tokens)
    return EstimativePack(estimates, {first: tuple(found) for first, found in by_first.items()})


def _file_words(entry: Entry, estimates: dict[tuple[str, ...], Estimate], *, standard: bool) -> None:
    entry.only(("words", "percent"))
    low, high = _percents(entry)
    for word in entry.texts("words"):
        tokens = tuple(word.lower().split())
        if tokens in estimates:
            raise entry.wrong("words", f"{word!r} is there twice", "leave it in one place")
        estimates[tokens] = Estimate(word, low, high, standard)


def _percents(entry: Entry) -> tuple[float | None, float | None]:
    percents = entry.numbers("percent")
    if percents is None:
        return None, None
    if len(percents) != 2 or not 0 <= percents[0] <= percents[1] <= 100:
        raise entry.wrong("percent", f"is {list(percents)}", "write [from, to] within 0 and 100, or null")
    return percents[0], percents[1]
