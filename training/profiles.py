"""Which corpora a run reads, and which of them are openly licensed.

Source: the licence of each corpus, as docs/model.md lists them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from training.corpora import (
    Labelled,
    need,
    read_activities,
    read_cases,
    read_factuality,
    read_polnear,
    read_re3d,
    read_ud,
)

OPEN = frozenset({"ewt", "gum", "uds_ih2", "meantime", "re3d", "reports", "activities"})
PROFILES = {"all": OPEN | {"polnear", "uw", "cases"}, "open": OPEN}
# Sentences that tests hold the activity pack to; `plain.tsv` beside them is for measuring alone.
SENTENCES = Path(__file__).parents[1] / "tests" / "cases" / "activities"
HELD_OUT, HELD_OUT_EVERY = ("cases", "reports"), 4  # every fourth of them is kept for development
RE3D_DEV = "centcom"
REPORTS = Path(__file__).with_name("reports")  # invented, part of the project: the others are given by path
READERS: dict[str, Callable[[Path], Iterator[Labelled]]] = {
    "polnear": read_polnear,
    "re3d": read_re3d,
    "ewt": read_ud,
    "gum": read_ud,
    "cases": read_cases,
    "reports": read_cases,
    "activities": read_activities,
}


def read_corpora(
    corpora: Path, cases: Path, *, profile: str = "all", every_case: bool = False
) -> dict[str, list[Labelled]]:
    """Read every corpus of a profile.

    Args:
        corpora: their folder.
        cases: folder of the texts labelled with claims.
        profile: "all", or "open" for those whose licence allows any use.
        every_case: whether to keep no labelled text for development.

    Raises:
        CorpusMissing: one is not there.
        BrokenInput: one is damaged.
    """
    chosen = PROFILES[profile]
    found = {}
    for name in sorted(chosen):
        found[name] = _read(corpora, cases, name)
        if name in HELD_OUT and not every_case:
            found[name] = [d for i, d in enumerate(found[name]) if i % HELD_OUT_EVERY]
    return found


def sources_of(corpora: Path, cases: Path, name: str) -> list[Path]:
    """Return the files and folders that a corpus is read from."""
    if name == "cases":
        return [cases]
    if name == "reports":
        return [REPORTS]
    if name == "activities":
        return [SENTENCES / "read.tsv", SENTENCES / "idiomatic.tsv"]
    if name == "polnear":
        return [corpora / "polnear" / "train"]
    if name in ("ewt", "gum"):
        return [corpora / "ud" / f"en_{name}-train.conllu"]
    if name == "re3d":
        folders = need(corpora / "re3d").iterdir()
        return sorted(p for p in folders if p.is_dir() and p.name != RE3D_DEV)
    return [corpora / "factuality" / name / "train.jsonl"]


def _read(corpora: Path, cases: Path, name: str) -> list[Labelled]:
    sources = sources_of(corpora, cases, name)
    return [d for source in sources for d in READERS.get(name, read_factuality)(source)]
