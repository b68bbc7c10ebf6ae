"""One key for all spellings of a place's name, and the common nouns that stand beside it.

"St. Louis", "Saint-Louis" and "SAINT LOUIS" have the key "saint louis".
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.records import Precision

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ə": "a"}
)
# Apostrophes, breathings and full stops join what they part: "Ra's", "Sana'a", "U.S.".
_JOINING = re.compile(r"[.’'‘`´ʿʾʼʻ′\"“”]")
_PARTING = re.compile(r"[^\w&]+|_")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LATIN_END = 0x250  # where Latin Extended-B ends
_LATIN_ADDITIONAL = range(0x1E00, 0x1F00)

# Nouns that say what kind of place a name is. Source: types of subdivisions in ISO 3166-2, in English.
_FIRST, _SECOND = Precision.FIRST_LEVEL, Precision.SECOND_LEVEL
_UNITS = """
    state province governorate oblast krai emirate canton republic wilayat prefecture region department
    division territory county parish district borough rayon raion municipality subdistrict
""".split()
_KINDS = {
    **dict.fromkeys(_UNITS, frozenset({_FIRST, _SECOND})),
    **dict.fromkeys("city town village".split(), frozenset({Precision.SETTLEMENT})),
}
_PLURALS = {
    "counties": "county", "parishes": "parish", "municipalities": "municipality", "cities": "city",
    "territories": "territory", "co": "county",
}  # fmt: skip
_NO_KIND: frozenset[Precision] = frozenset()


def key_of(name: str) -> str:
    """Return the key of a name; "" when it has no letter or digit."""
    name = name.casefold()
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name).translate(_LETTERS)
        name = "".join(c for c in plain if not unicodedata.combining(c))
    if name.isalpha():
        return name
    return joined(_PARTING.sub(" ", _JOINING.sub("", name)).split())


def joined(keys: Sequence[str]) -> str:
    """Return the key of a name of several words, each of which is a key already."""
    words = keys[1:] if len(keys) > 1 and keys[0] == "the" else keys
    return " ".join([*(_SHORT.get(word, word) for word in words[:-1]), *words[-1:]])


def is_latin(name: str) -> bool:
    """Whether all letters of a name are of the Latin script; letters that modify others do not count."""
    return name.isascii() or all(
        ord(c) < _LATIN_END or ord(c) in _LATIN_ADDITIONAL or unicodedata.category(c) == "Lm"
        for c in name
        if c.isalpha()
    )


def kind_of(word: str) -> frozenset[Precision]:
    """Return which kinds of place a common noun names ("county", "Provinces"); none for other words."""
    low = word.casefold().rstrip(".,")
    low = _PLURALS.get(low, low)
    return _KINDS.get(low) or _KINDS.get(low.removesuffix("s")) or _NO_KIND


@dataclass(frozen=True, slots=True)
class Written:
    """A name as a text gives it: its `key`, the key of what is left without a common noun, that noun's kinds.

    `core` equals `key` where there is no such noun.
    """

    key: str
    core: str
    kinds: frozenset[Precision]


def take_apart(name: str) -> Written:
    """Part "Anbar Province", "Province of Anbar", "County Sligo" into name and kind."""
    key = key_of(name)
    words = key.split()
    if len(words) > 2 and words[1] == "of" and kind_of(words[0]):
        return Written(key, " ".join(words[2:]), kind_of(words[0]))
    if len(words) > 1 and kind_of(words[-1]):
        return Written(key, " ".join(words[:-1]), kind_of(words[-1]))
    if len(words) > 1 and words[0] in {"county", "city"}:
        return Written(key, " ".join(words[1:]), kind_of(words[0]))
    return Written(key, key, _NO_KIND)
