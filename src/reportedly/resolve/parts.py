"""Splits a name into the words that are compared: articles dropped, and words joined that outlets join.

"Abd al-Malik" and "Abdulmalik", "Siraj al-Din" and "Sirajuddin", "Ansar Allah" and "Ansarullah" come out
alike.
"""

import re
from functools import lru_cache

REMEMBERED_NAMES = 16_384

_ABBREVIATED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"[’']s?(?=\s|$)")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")  # a nickname in the middle: Joaquín "El Chapo" Guzmán
_QUOTES = tuple('"“«„')
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʿʾ`´ʹ]+[^\W_]+)*")
_ABD = re.compile(r"abd[aeou](?:l|([rsznd]|sh|t)(?=\1))(?=\w{3})")
_DIN = re.compile(r"[aeou](?:dd?|tt)(?:in|een|ine)$")
_ALLAH = re.compile(r"[aou]ll?ah$")
_JOINER = "\u200c"  # stands between the parts of a Persian word
_FAITH = frozenset("الدين دين din deen dine ddin eddin eddine uddin addin".split())
_GOD = frozenset("allah alah الله".split())
_SERVANT = frozenset("abd abdul abdel abed abdol عبد".split())


@lru_cache(REMEMBERED_NAMES)
def split_name(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name in lower case, in order.

    Args:
        name: in Latin, Arabic or Cyrillic letters.
        particles: words that are dropped, such as articles.

    Returns:
        The words, Arabic and Cyrillic ones as written; all of them where nothing but particles would be left.
    """
    if not name.isascii() or not name.replace(" ", "").isalpha():
        name = name if name[:1] in _QUOTES else _QUOTED.sub(" ", name)
        name = _ABBREVIATED.sub(lambda match: match[0].replace(".", ""), name)
        name = _POSSESSIVE.sub("", name.replace(_JOINER, " "))
    words = _WORD.findall(name.casefold())
    kept = [word for word in words if word not in particles] or words
    joined: list[str] = []
    for word in kept:
        _join(joined, word)
    return tuple(joined)


def _join(words: list[str], word: str) -> None:
    """Add a word, to the one before it where the two are written together elsewhere."""
    before = words[-1] if words else ""
    if before and word in _FAITH:
        words[-1] = before + "din"
    elif before and word in _GOD:
        words[-1] = before + "alah"
    elif before in _SERVANT:
        words[-1] = "abd" + word
    else:
        words.append(_opened(word))


@lru_cache(REMEMBERED_NAMES)
def _opened(word: str) -> str:
    """Return a word without the article that stands inside it."""
    if len(word) >= 7 and _ALLAH.search(word):
        return _ALLAH.sub("alah", word)
    word = _ABD.sub("abd", word)
    stem = _DIN.sub("", word) if len(word) >= 7 else word
    return stem + "din" if stem != word and len(stem) > 2 else word
