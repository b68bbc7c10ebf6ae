"""The pack of nouns for equipment: weapons, platforms that carry them, vehicles."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.packs.reading import read_pack

KINDS = ("Weapon", "MilitaryPlatform", "Vehicle")  # Source: entity types of re3d


@dataclass(frozen=True, slots=True)
class EquipmentPack:
    """What kind of equipment a noun names.

    `kinds` leads from a lemma in lower case to one of KINDS; `military` are the words that make the vehicle
    behind them a platform.
    """

    kinds: Mapping[str, str]
    military: frozenset[str]

    def kind_of(self, lemma: str, before: str | None) -> str | None:
        """Return the kind of a noun, given the word in front, both in lower case; None for no equipment."""
        kind = self.kinds.get(lemma)
        return "MilitaryPlatform" if kind == "Vehicle" and before in self.military else kind


def load_equipment(path: Path | None = None) -> EquipmentPack:
    """Load and check the pack of equipment.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the section and the key.
    """
    top = read_pack(path or Path(__file__).with_name("equipment.yml"))
    top.only((*KINDS, "military"))
    kinds: dict[str, str] = {}
    for kind in KINDS:
        for lemma in top.texts(kind):
            if kinds.setdefault(lemma, kind) != kind:
                raise top.wrong(kind, f"holds {lemma!r}, which {kinds[lemma]} has", "leave it in one place")
    return EquipmentPack(kinds, frozenset(top.texts("military")))
