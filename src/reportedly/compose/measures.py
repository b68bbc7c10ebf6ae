"""What amounts are measured in: lengths, areas, masses, volumes, times, percent.

Takes: the words of an amount behind its number, in lower case.
Gives: the unit and where its words end; None for what is merely counted ("12 rounds", "3 bags").
Never: a conversion. A mile stays a mile, and a "ton", which may be one of three, stays a ton.

Source: the symbols are those of the SI Brochure, 9th edition (2019), tables 2, 5 and 8; "ha" and "t" are of
table 8. A customary unit goes by its English noun in the singular, a length of time too.
"""

from collections.abc import Sequence

_SYMBOLS = {
    "km": "kilometer kilometers kilometre kilometres km kms",
    "m": "meter meters metre metres",
    "cm": "centimeter centimeters centimetre centimetres cm",
    "mm": "millimeter millimeters millimetre millimetres mm",
    "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
    "g": "gram grams gramme grammes",
    "t": "tonne tonnes",
    "ha": "hectare hectares ha",
    "L": "liter liters litre litres",
    "kW": "kilowatt kilowatts kw",
    "MW": "megawatt megawatts mw",
}
_CUSTOMARY = frozenset(
    "ton mile yard foot inch acre pound ounce gallon barrel bushel second minute hour day week month"
    " year decade".split()
)
_SYMBOL = {name: symbol for symbol, names in _SYMBOLS.items() for name in names.split()}
_IRREGULAR = {"feet": "foot", "ft": "foot", "inches": "inch", "lb": "pound", "lbs": "pound", "mi": "mile"}
_PERCENT = frozenset("% percent pct per-cent percentage".split())
PERCENT = "percent"
POINT = "percentage point"
RATE_UNITS = frozenset(
    "second minute hour day night week month quarter year person head gallon barrel liter ton kilo".split()
)
RATE_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}


def read_unit(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Read the unit that begins at a word.

    Args:
        words: in lower case.
        at: index of the first word behind the number.
    Returns:
        The unit and the index behind its last word; None when no unit stands there.
    """
    word, following = _at(words, at), _at(words, at + 1)
    if word in _PERCENT or (word == "per" and following == "cent"):
        end = at + 2 if word == "per" else at + 1
        return (POINT, end + 1) if _at(words, end) in {"point", "points"} else (PERCENT, end)
    if word in {"square", "sq", "cubic"}:
        unit = _simple(following)
        return (_raised(unit, 3 if word == "cubic" else 2), at + 2) if unit else None
    if word == "metric" and following in {"ton", "tons"}:
        return "t", at + 2
    if word == "nautical" and following in {"mile", "miles"}:
        return "nautical mile", at + 2
    unit = _simple(word)
    return (unit, at + 1) if unit else None


def _raised(unit: str, power: int) -> str:
    if unit in _SYMBOLS:
        return f"{unit}{power}"
    return f"{'cubic' if power == 3 else 'square'} {unit}"


def _simple(word: str) -> str | None:
    unit = _SYMBOL.get(word) or _IRREGULAR.get(word)
    if unit:
        return unit
    singular = word.removesuffix("s")
    return singular if singular in _CUSTOMARY else None


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""
