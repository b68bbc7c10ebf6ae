"""How sure two words, by their folds, are spellings of one."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from reportedly.resolve.fold import Folded

REMEMBERED = 16_384
# Consonants that one sound is written with, in two outlets or two languages.
_NEAR = frozenset(
    "kj jk sz zs bp pb vf fv dz zd td dt ħh hħ ħk kħ hk kh šs sš šj jš zj jz šħ ħš vu uv".split()
)
_NO_VOWELS = str.maketrans("", "", "aeiu")  # those that a fold has
_SHORT = 6  # letters; a shorter word has to have the same consonants


def run_together(words: Iterable[Folded]) -> Folded:
    """Return words as if they were written as one."""
    each = tuple(words)
    text, bones, vowels = ("".join(getattr(w, part) for w in each) for part in ("text", "bones", "vowels"))
    return Folded(text, bones, vowels, all(w.voweled for w in each))


def alike(a: Folded, b: Folded) -> float:
    """Return how sure two words are spellings of one, in 0 … 1."""
    return 1.0 if a.text == b.text else _alike(a, b)


@lru_cache(REMEMBERED)
def _alike(a: Folded, b: Folded) -> float:
    if any(read_e(a.text, e) == read_e(b.text, e) for e in "ia"):
        return 0.98
    if a.bones == b.bones:
        return _by_vowels(a, b)
    if not (a.voweled and b.voweled) or min(len(a.text), len(b.text)) < _SHORT:
        return 0.5 if a.bones[:1] == b.bones[:1] else 0.0
    return max(_by_edits(read_e(a.text, e), read_e(b.text, e)) for e in "ia")


def may_be_one(a: Iterable[Folded], b: Iterable[Folded]) -> bool:
    """Whether two rows of words, run together, have the same consonants; if not, `alike` is below 0.9."""
    return _consonants(a) == _consonants(b)


def _consonants(words: Iterable[Folded]) -> str:
    return "".join([word.bones for word in words]).translate(_NO_VOWELS)


def read_e(text: str, e: str) -> str:
    """Read each e as another vowel, which it is in another outlet."""
    return text.replace("e", e).replace(e + e, e)


def _by_vowels(a: Folded, b: Folded) -> float:
    """Score two words with the same consonants."""
    short, long = sorted((a.vowels, b.vowels), key=len)
    left = _left_over(short, long)
    if left is not None:
        # "Fadl" has a second a in "Fadhal", but "Nasr" and "Nasir" are two names.
        likely = not left or len(short) > 1 or set(left) <= set(short)
        likely = likely and (len(a.bones) > 2 or not left)
        return 0.92 if likely or not (a.voweled and b.voweled) else 0.6
    first = len(a.bones) > 3 and len(short) == len(long) and _left_over(short[1:], long[1:]) == ""
    return 0.86 if first else 0.6  # the first vowel is the least sure: Haftar, Hifter


def _left_over(short: str, long: str) -> str | None:
    """Return the vowels that a longer row has more than a shorter one, or None where it is another row.

    An e is an a or an i.
    """
    at, left = 0, ""
    for vowel in long:
        if at < len(short) and (short[at] == vowel or {short[at], vowel} in ({"e", "a"}, {"e", "i"})):
            at += 1
        else:
            left += vowel
    return left if at == len(short) else None


def _by_edits(a: str, b: str) -> float:
    """Score two longer words by the letters that differ: one in six, of those that stand for each other."""
    edits = Levenshtein.editops(a, b)
    likely = all(e.tag != "replace" or a[e.src_pos] + b[e.dest_pos] in _NEAR for e in edits)
    if not likely or len(edits) > min(len(a), len(b)) // _SHORT:
        return 0.5 * Levenshtein.normalized_similarity(a, b)
    return 0.86
