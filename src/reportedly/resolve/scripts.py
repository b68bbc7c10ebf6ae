"""Arabic and Cyrillic letters in the Latin ones that names in reports use.

No standard is followed to the letter, since reports follow none. Where an outlet differs from the standard,
the fold in `fold.py` makes both the same.

Source: ALA-LC romanisation tables for Arabic, Persian and Kurdish (vowel letters as read, long marks left
out); BGN/PCGN systems for Russian and Ukrainian.
"""

import re

_ARABIC = dict(
    zip(
        "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤ",
        "a a a a a b t th j h kh d dh r z s sh s d t z ' gh f q k l m n h u i a a ' i u".split(),
        strict=True,
    )
)
_PERSIAN_AND_KURDISH = dict(
    zip("پچژگکیۀڤڕڵۆێەھہےں", "p ch zh g k i e v r l o e e h h e n".split(), strict=True)
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya i yi ye g w".split(),
        strict=True,
    )
)
_TABLE = str.maketrans(_ARABIC | _PERSIAN_AND_KURDISH | _CYRILLIC)
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640]")  # vowel marks, and the stroke that stretches a word
_ARTICLE = re.compile(r"\bال(?=\w{2})")
_LEADING = str.maketrans({"و": "w", "ي": "y", "ی": "y"})


def romanize(name: str) -> str:
    """Return a name with Arabic and Cyrillic letters in Latin ones, in lower case where it had any.

    Args:
        name: the name; Latin letters in it stay as they are.

    Returns:
        The name in Latin letters. Arabic script writes no short vowels, and none are guessed.
    """
    if not _FOREIGN.search(name):
        return name
    words = _MARKS.sub("", name.lower()).replace("\u200c", " ").split()
    return " ".join(_romanized(word) for word in words)


def _romanized(word: str) -> str:
    if word == "الله":
        return "allah"
    word = _ARTICLE.sub("", word)
    return (word[0].translate(_LEADING) + word[1:]).translate(_TABLE)
