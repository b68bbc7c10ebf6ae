"""Who stands behind an office: "Ambassador to Lomar | Ruth Vane", "Secretary of State | Antony Miller"."""

from collections.abc import Container

from reportedly.resolve.titles import TITLES

OF = frozenset("to of for in at".split())
PARTICLES = frozenset("bin ibn abu al el de del da van von der den bint".split())
LEAST_WORDS = 3  # behind "ambassador to": one or more for where, two for who


def person_behind(words: str, surnames: Container[str]) -> str | None:
    """Return the name at the end of an office and what it is of.

    Where the place ends and the name begins, capitals do not tell ("Mayor of San Luis Ruth Vane"): the name
    is two words, of which the report uses the last one alone as well.

    Args:
        words: what was seen as a person.
        surnames: the names of one word that the report has for persons.

    Returns:
        The name; None when the words are no office with a place and a name, or nobody is called so elsewhere.
    """
    parts = words.split()
    ends = [n + 2 for n, p in enumerate(parts[:-1]) if _is_title(p) and parts[n + 1] in OF]
    if not ends or parts[-1] not in surnames:
        return None
    behind = [p for p in parts[ends[-1] :] if p != "the"]
    if len(behind) < LEAST_WORDS:
        return None
    first = -3 if behind[-2].lower() in PARTICLES and len(behind) > LEAST_WORDS else -2
    return " ".join(behind[first:]) if behind[first][:1].isupper() else None


def is_office(words: str) -> bool:
    """Whether words name an office alone: "Deputy Secretary of State", "the president"."""
    parts = words.split()
    rest = [p for p in parts if p.lower() not in OF and p.lower() != "the"]
    return bool(rest) and all(map(_is_title, rest))


def _is_title(word: str) -> bool:
    return word.strip(".,").lower() in TITLES
