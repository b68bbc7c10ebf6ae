"""Texts to measure with: a folder of them, or articles invented on the spot.

Invariants: the same number gives the same article, on every machine; sentences are put together anew out of
ordinary words, names and numbers, and hardly any comes twice in a run, so that remembering whole sentences
would speed up nothing. Words break into as many pieces as those of news do: 1.3 each.
"""

import random
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

ARTICLE_WORDS = 1_000
STRANGE_PLACES = 0.55  # share of place names that no model knows; gives the word pieces of news
_SYLLABLES = "ba dro fel gar hin jo kha lum mer na or pel qua ris sha tov ul ven wa yor zel".split()
_GIVEN = (
    "Adam Alice Anna Anthony Carla Daniel David Elena Emma Eric Frank George Hannah Helen Ivan James Jane "
    "John Joseph Karen Laura Leila Linda Maria Mark Martin Mary Nadia Omar Paul Peter Rosa Sarah Simon Susan"
).split()
_FAMILY = (
    "Adams Baker Bell Brooks Carter Clark Cole Cooper Cruz Diaz Edwards Evans Fisher Ford Garcia Grant Gray "
    "Hall Hassan Hill Hughes Jordan Keller Khan King Lewis Lopez Marsh Mason Miller Morgan Nolan Owen Palmer "
    "Parker Price Reed Rivera Rossi Shaw Stone Turner Walker Ward Weber West Young"
).split()
_FIRSTS = "North South East West Upper Lower New Old Great Little Port Lake Fort Mount Saint Grand".split()
_PLACES = (
    "Harbour Field Bridge Valley Ford Haven Castle Mill Wood Marsh Hill Cross Brook Park Bay Creek Ridge "
    "Stone River Point Island Lane Green"
).split()
_BODIES = "Ministry Directorate Council Bureau Commission Brigade Movement Agency Committee Front".split()
_ACTS = (
    "seized stopped searched inspected reopened guarded questioned supplied surrounded repaired released "
    "attacked evacuated registered counted photographed escorted detained shelled abandoned"
).split()
_THINGS = (
    "trucks warehouses boats checkpoints villages containers rifles generators documents drivers families "
    "smugglers vehicles barrels crates fighters schools roads bridges passengers"
).split()
_KINDS = "old empty armed unmarked foreign local private heavy small stolen hidden damaged".split()
_CUES = "said announced claimed insisted reported confirmed noted warned stated argued".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November".split()


def read_articles(folder: Path, count: int) -> list[str]:
    """Return articles of about 1,000 words out of a folder's .txt files, joined and cut; repeated if too few.

    Args:
        folder: holds .txt files in UTF-8, anywhere below it.
        count: how many articles.

    Raises:
        FileNotFoundError: the folder holds no .txt file with words in it.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    if not lines:
        raise FileNotFoundError(f"{folder}: no .txt file with words in it; name a folder that has some")
    articles: list[str] = []
    paragraphs: list[str] = []
    words = 0
    for line in cycle(lines):
        paragraphs.append(line)
        words += len(line.split())
        if words >= ARTICLE_WORDS:
            articles.append("\n\n".join(paragraphs))
            paragraphs, words = [], 0
            if len(articles) == count:
                break
    return articles


def invent_articles(count: int) -> list[str]:
    """Return invented articles of about 1,000 words each."""
    return [_Inventor(number).article() for number in range(count)]


class _Inventor:
    """Makes one article; `number` decides everything in it."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)

    def article(self) -> str:
        """Return paragraphs of one to five sentences, parted by blank lines."""
        paragraphs: list[str] = []
        words = 0
        while words < ARTICLE_WORDS:
            paragraph = " ".join(self._sentence() for _ in range(self._random.randint(1, 5)))
            paragraphs.append(paragraph)
            words += len(paragraph.split())
        return "\n\n".join(paragraphs)

    def _sentence(self) -> str:
        forms = (self._reported, self._quoted, self._relayed, self._plain, self._denied)
        (form,) = self._random.choices(forms, weights=(4, 3, 2, 4, 1))
        return self._capital(form())

    def _reported(self) -> str:
        return f"{self._body()} {self._pick(_CUES)} on {self._day()} that {self._event()}."

    def _quoted(self) -> str:
        return f"“{self._capital(self._event())}, and {self._event()},” {self._person()} {self._pick(_CUES)}."

    def _relayed(self) -> str:
        return (
            f"According to {self._place()} Radio, which quoted {self._body()}, {self._event()} after "
            f"{self._person()} {self._pick(_CUES)} that {self._event()}."
        )

    def _plain(self) -> str:
        opening = self._pick(("By then,", "Meanwhile,", f"On {self._day()},", "Later that week,"))
        return f"{opening} {self._event()}{self._pick(('', f', while {self._event()}', ' without a fight'))}."

    def _denied(self) -> str:
        return f"{self._person()} denied that {self._event()}, but did not rule out that {self._event()}."

    def _event(self) -> str:
        near = f"{self._pick(('near', 'in', 'outside', 'north of'))} {self._place()}"
        where = self._pick((near, near, f"at the {self._place()} crossing"))
        return (
            f"{self._pick((self._body(), self._person(), f'men from {self._place()}'))} "
            f"{self._pick(('', '', 'had ', 'may have '))}{self._pick(_ACTS)} {self._amount()} "
            f"{self._pick(_KINDS)} {self._pick(_THINGS)} {where}"
        )

    def _amount(self) -> str:
        few = str(self._random.randint(2, 99))
        return self._pick(
            (few, f"{self._random.randint(1, 90)},{self._random.randint(100, 999)}", f"about {few}")
        )

    def _body(self) -> str:
        return f"the {self._place()} {self._pick(_BODIES)}"

    def _person(self) -> str:
        return (
            f"{self._pick(('Gen. ', 'Mr. ', '', '', 'spokesman '))}{self._pick(_GIVEN)} {self._pick(_FAMILY)}"
        )

    def _day(self) -> str:
        return self._pick((self._pick(_DAYS), f"{self._pick(_MONTHS)} {self._random.randint(1, 28)}"))

    def _place(self) -> str:
        if self._random.random() < STRANGE_PLACES:
            return "".join(self._pick(_SYLLABLES) for _ in range(3)).title()
        return f"{self._pick(_FIRSTS)} {self._pick(_FAMILY)} {self._pick(_PLACES)}"

    def _pick(self, among: Sequence[str]) -> str:
        return self._random.choice(among)

    def _capital(self, text: str) -> str:
        return text[0].upper() + text[1:]
