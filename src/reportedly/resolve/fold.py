"""One form for the spellings of a word: "Qassem", "Ghasem", "Kasım" and "Qasim" fold alike.

Reports romanise Arabic, Persian, Kurdish and Russian by ear, and Spanish loses its accents. The fold keeps
what the spellings share: consonants by class, and which vowels stand between them.

Source: the letters that ALA-LC, ISO 233 and BGN/PCGN give to one letter of the original are one class here:
q, k, g and gh; kh and x; dh and d; th and t; w and v; ou, oo and u; ee, y and i.

Invariant: folding a fold changes nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from reportedly.resolve.scripts import romanize

REMEMBERED_WORDS = 16_384

_APOSTROPHES = re.compile(r"['’‘ʼʿʾ`´ʹ]")
# What decomposition would turn into another sound: a hacek or cedilla says "sh", in Kurdish and Turkish too.
_LETTERS = str.maketrans(
    {
        "ş": "š",
        "ç": "š",
        "č": "š",
        "ğ": "g",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "æ": "e",
        "ž": "j",
        "ż": "z",
    }
)
_OTHER = re.compile(r"[^a-z0-9šħ]")
# Consonants by class: š is what an outlet writes sh, ch or sch, ħ what it writes kh or, in Kurdish, x.
_CLASSES = {
    "š": "shch sch tch sh ch".split(),
    "ħ": ["kh", "x"],
    "f": ["ph"],
    "j": "dzh zh dj".split(),
    "d": ["dh"],
    "t": ["th"],
    "s": ["ts", "tz"],
    "k": "gh ck q g c gu qu".split(),
}
_CLASS = {form: letter for letter, forms in _CLASSES.items() for form in forms}
_CONSONANTS = re.compile(r"shch|sch|tch|dzh|[sckptdzg]h|dj|t[sz]|ck|[qg]u(?=[ei])|[qgcx]")
# Each step: a letter without which it is not tried; a pattern; what is put there.
_STEPS = tuple(
    (letter, re.compile(pattern), put)
    for letter, pattern, put in (
        # Long vowels and w.
        ("y", r"^y(?=e)", ""),  # Yevgeny, Evgeny
        ("e", r"ee", "i"),
        ("o", r"oo", "u"),
        ("u", r"(?<=a)o?u(?=[aeiy])", "v"),  # Sahraoui, Sahrawi
        ("w", r"(?<=[ao])w(?=[^aeiouy])", "u"),  # Hawthi, Houthi
        ("w", r"w", "v"),
        ("", r"(.)\1+", r"\1"),
        # Endings that an outlet writes or leaves out.
        ("e", r"(?<=..)eh?$", "a"),  # Mughniyeh, Mughniye
        ("h", r"(?<=[aiou])h$", ""),
        ("t", r"(?<=...)at$", "a"),  # Harakat, Haraka: the ta marbuta
        ("n", r"(?<=.{5})[ou]u?n$", "in"),  # Muslimun, Muslimin: one plural in two cases
        # Diphthongs, and the vowels that Arabic does not tell apart.
        ("u", r"a?ou|au", "u"),
        ("o", r"o", "u"),
        ("y", r"(?<!^)y", "i"),
        ("i", r"[ae]*i[ie]*", "i"),
        ("", r"(.)\1+", r"\1"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_COARSE = str.maketrans("qgcxzjp", "kkkkssf", "aeiouyhwv'’‘ʼʿʾ`´ʹ")
_VOWELS = re.compile(r"[aeiu]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A word in its fold.

    `text` keeps an e, which outlets write for a and for i alike; `bones` are the consonants (all letters,
    when there is one at most) and `vowels` what stands between them. `voweled` is False for Arabic script,
    which leaves short vowels out.
    """

    text: str
    bones: str
    vowels: str
    voweled: bool


@lru_cache(REMEMBERED_WORDS)
def fold_word(word: str) -> Folded:
    """Return the fold of a word in Latin, Arabic or Cyrillic letters; empty where it has none of them."""
    text = romanize(word.casefold())
    if not (text.isascii() and text.isalnum()):
        text = _APOSTROPHES.sub("", text).translate(_LETTERS)
        text = _OTHER.sub("", "š".join(unicodedata.normalize("NFKD", part) for part in text.split("š")))
    while (once := _step(text)) != text:
        text = once
    bones = _VOWELS.sub("", text)
    vowels = "".join(_VOWELS.findall(text))
    return Folded(text, bones if len(bones) > 1 else text, vowels, not _ARABIC.search(word))


@lru_cache(REMEMBERED_WORDS)
def outline(word: str) -> str:
    """Return a coarse form that words of one fold nearly always share; cheap, to look words up by."""
    text = romanize(word)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not combining(c))
    text = text.replace("ch", "sh").replace("š", "s").translate(_COARSE)
    return _DOUBLED.sub(r"\1", text) or word


def _step(text: str) -> str:
    text = _CONSONANTS.sub(_class_of, text)
    for letter, pattern, put in _STEPS:
        if letter in text:
            text = pattern.sub(put, text)
    return text


def _class_of(match: re.Match[str]) -> str:
    """Return the class of one consonant; c before e and i is s, and x that does not begin a word ks."""
    form = match[0]
    if form == "c" and match.string[match.end() : match.end() + 1] in {"e", "i"}:
        return "s"
    if form == "x" and match.start():
        return "ks"
    return _CLASS[form]
