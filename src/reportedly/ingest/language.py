"""Whether a text is English, by its script and its small words.

A text is refused when
- less than half of its letters are Latin ones, or
- it has 25 words or more, and fewer than 10 % of them are English function words, or
- it has three different function words of another language, and more of those than English ones.
Only words in lower case count for another language: names ("El Salvador", "al-Shami") do not.
English reports measure 25 to 45 % English function words; a Spanish, French or German text under 6 %.
A short text without any function word (a headline) passes.
"""

import re
import unicodedata
from collections import Counter

from reportedly.errors import UnknownLanguage
from reportedly.ingest.phrases import word_set

MIN_LATIN_SHARE = 0.5
MIN_ENGLISH_SHARE = 0.10
MIN_WORDS_FOR_SHARE = 25
MIN_FOREIGN_WORDS = 3
SAMPLE_CHARACTERS = 20_000

ENGLISH = word_set(
    """
    the of and to that is was for on with by as at from it its be been are were has have had he she they
    his her their this these which who said will would not but an or in a into after about than when also
    one all more could may
    """
)
FOREIGN = {
    language: word_set(listed)
    for language, listed in {
        "Spanish": "el la los las de del que y en un una por con para se su al como más lo fue",
        "French": "le la les des du de et que qui dans une pour par est sur au aux avec pas il ont",
        "German": "der die das und den dem des ein eine mit von zu im ist nicht auf für sich auch dass",
        "Portuguese": "o os as de do da dos das que e em um uma por com para se na no não ao foi",
        "Italian": "il la gli le di del della che e un una per con da nel alla si non è sono",
        "Dutch": "de het een en van dat die niet zijn op te voor met aan ook door bij naar",
        "Turkish": "ve bir bu için ile da de olarak olan gibi daha çok sonra kadar ise",
        "Indonesian": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh juga",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_FREE_WORD = re.compile(r"(?<![-'’.\w])[^\W\d_]+(?![-\w])")


def require_english(text: str, name: str) -> None:
    """Passes an English text and refuses any other.

    Args:
        text: the whole text; its first 20,000 code points decide.
        name: what the user calls it, for the message.

    Raises:
        UnknownLanguage: another script or another language.
    """
    sample = text[:SAMPLE_CHARACTERS]
    wrong = _wrong_script(sample) or _wrong_words(sample)
    if wrong:
        raise UnknownLanguage(name, wrong, "give an English text, or a translation into English")


def _wrong_script(sample: str) -> str | None:
    letters = [character for character in sample if character.isalpha()]
    other = [character for character in letters if not _is_latin(character)]
    if len(letters) - len(other) >= MIN_LATIN_SHARE * len(letters):
        return None
    script = unicodedata.name(other[0], "another script").split()[0].capitalize()
    return f"is not in English ({len(other)} of {len(letters)} letters are not Latin, the first is {script})"


def _is_latin(character: str) -> bool:
    # The Latin blocks end at U+024F, Latin Extended Additional is U+1E00 to U+1EFF,
    # full-width and ligature forms begin at U+FB00. Source: Unicode, Blocks.txt.
    return character < "\u0250" or "\u1e00" <= character < "\u1f00" or "\ufb00" <= character < "\ufb07"


def _wrong_words(sample: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    english = sum(word in ENGLISH for word in words)
    free = Counter(word for word in _FREE_WORD.findall(sample) if word.islower())
    counts = {language: sum(free[word] for word in some) for language, some in FOREIGN.items()}
    language = max(counts, key=lambda key: counts[key])
    different = sum(word in free for word in FOREIGN[language])
    if different >= MIN_FOREIGN_WORDS and counts[language] > english:
        return f"is not in English (it looks {language})"
    if len(words) >= MIN_WORDS_FOR_SHARE and english < MIN_ENGLISH_SHARE * len(words):
        return f"is not in English ({english} of {len(words)} words are English function words)"
    return None
