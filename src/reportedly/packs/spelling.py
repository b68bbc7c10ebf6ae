"""British and American spellings of a lemma, so that a pack need hold only one of the two."""

import re

# What is spelt differently, as the British and the Americans write it.
_SPELLINGS = {
    r"(?<=\w\w\w)i[sz](e|ed|er|ing|ation)\b": (r"is\1", r"iz\1"),
    r"\b(anal|paral)y[sz]e": (r"\1yse", r"\1yze"),
    r"\b(lab|arm|harb|hon|fav|neighb|behavi|col|rum|endeav)ou?r": (r"\1our", r"\1or"),
    r"\b(def|off)en[cs]e\b": (r"\1ence", r"\1ense"),
    r"\blicen[cs]e\b": ("licence", "license"),
    r"\b(cent)(?:re|er)\b": (r"\1re", r"\1er"),
    r"\bprogram(?:me)?\b": ("programme", "program"),
}
_DIFFERENT = re.compile("|".join(_SPELLINGS))


def spellings(lemma: str) -> set[str]:
    """Spell a lemma, or lemmas in a row, as the British and the Americans do.

    Args:
        lemma: lower case.

    Returns:
        The lemma as given and both spellings: one to three.
    """
    if not _DIFFERENT.search(lemma):  # nearly all, and ten times as fast
        return {lemma}
    british, american = lemma, lemma
    for pattern, (ours, theirs) in _SPELLINGS.items():
        british, american = re.sub(pattern, ours, british), re.sub(pattern, theirs, american)
    return {lemma, british, american}
