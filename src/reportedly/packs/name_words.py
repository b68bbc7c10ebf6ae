"""The pack of words that names of bodies are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.packs.reading import Entry, read_pack


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of names, each as the pack writes it, by what they do in a name.

    `strong` and `weak` lead from a word to the sort of body that it says, `same` from a word to the one that
    it stands for, `phrases` from several words to one.
    """

    strong: Mapping[str, str]
    weak: Mapping[str, str]
    same: Mapping[str, str]
    phrases: Mapping[str, str]
    directions: frozenset[str]
    ordinals: tuple[str, ...]
    particles: frozenset[str]
    generic: frozenset[str]


def load_name_words(path: Path | None = None) -> NameWords:
    """Load and check the pack of name words.

    Args:
        path: another pack than the shipped one.

    Returns:
        The pack. Nothing is cached: keep it.

    Raises:
        PackError: the file breaks a rule; it names the section and the key.
    """
    top = read_pack(path or Path(__file__).with_name("name_words.yml"))
    maps, lists = ("strong", "weak", "same", "phrases"), ("directions", "ordinals", "particles", "generic")
    top.only((*maps, *lists))
    return NameWords(
        **{section: _by_form(top.entry(section)) for section in maps},
        directions=frozenset(top.texts("directions")),
        ordinals=top.texts("ordinals"),
        particles=frozenset(top.texts("particles")),
        generic=frozenset(top.texts("generic")),
    )


def _by_form(section: Entry) -> dict[str, str]:
    """Return the meaning of each form; one form has one meaning in a section."""
    found: dict[str, str] = {}
    for meaning in section.names():
        for form in section.texts(meaning):
            if found.setdefault(form, meaning) != meaning:
                raise section.wrong(
                    meaning, f"holds {form!r}, which {found[form]!r} has", "leave it in one place"
                )
    return found
