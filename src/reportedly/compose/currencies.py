"""Which currency words of money are in, as an ISO 4217 code.

Takes: the words of an amount, and the currencies that the whole text names.
Gives: the code; None, with a reason, for a word that several currencies go by ("pesos").
Never: a guess from where a report is about. "$" and "dollars" are US dollars unless the text names only
other countries' dollars.

Source: ISO 4217:2015, list one, currency codes in use.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# Names that one currency has, in the singular.
_ONE_CURRENCY = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "baht": "THB", "hryvnia": "UAH",
    "zloty": "PLN", "shekel": "ILS", "naira": "NGN", "cedi": "GHS", "rand": "ZAR", "birr": "ETB",
    "taka": "BDT", "kyat": "MMK", "ringgit": "MYR", "dong": "VND", "afghani": "AFN", "reals": "BRL",
    "reais": "BRL", "rupiah": "IDR", "tenge": "KZT", "lari": "GEL", "dram": "AMD", "somoni": "TJS",
    "tugrik": "MNT", "forint": "HUF", "quetzal": "GTQ", "quetzale": "GTQ", "lempira": "HNL",
    "cordoba": "NIO", "córdoba": "NIO", "guarani": "PYG", "boliviano": "BOB", "gourde": "HTG",
    "balboa": "PAB", "metical": "MZN", "kwanza": "AOA", "dalasi": "GMD", "ariary": "MGA", "nakfa": "ERN",
    "ouguiya": "MRU", "riel": "KHR", "kip": "LAK",
}  # fmt: skip
# Names that several have: whose, and which it then is. The bolívar is here because its code changed with
# each new issue.
_BY_COUNTRY: dict[str, dict[str, str]] = {
    "dollar": {
        "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
        "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "taiwanese": "TWD", "taiwan": "TWD",
        "jamaican": "JMD", "belize": "BZD", "liberian": "LRD", "namibian": "NAD", "guyanese": "GYD",
        "surinamese": "SRD", "fijian": "FJD", "trinidadian": "TTD", "trinidad and tobago": "TTD",
    },
    "peso": {
        "mexican": "MXN", "colombian": "COP", "chilean": "CLP", "argentine": "ARS", "argentinian": "ARS",
        "philippine": "PHP", "filipino": "PHP", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU",
    },
    "dinar": {
        "iraqi": "IQD", "jordanian": "JOD", "kuwaiti": "KWD", "bahraini": "BHD", "libyan": "LYD",
        "algerian": "DZD", "tunisian": "TND", "serbian": "RSD",
    },
    "rial": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER", "qatari": "QAR", "saudi": "SAR"},
    "riyal": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER", "qatari": "QAR", "saudi": "SAR"},
    "real": {"brazilian": "BRL"},
    "rupee": {
        "indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepali": "NPR", "nepalese": "NPR",
        "mauritian": "MUR",
    },
    "pound": {
        "british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP", "south sudanese": "SSP",
        "sudanese": "SDG",
    },
    "franc": {
        "swiss": "CHF", "congolese": "CDF", "rwandan": "RWF", "burundian": "BIF", "burundi": "BIF",
        "guinean": "GNF", "djiboutian": "DJF", "djibouti": "DJF", "comorian": "KMF",
        "west african cfa": "XOF", "central african cfa": "XAF",
    },
    "lira": {"turkish": "TRY", "syrian": "SYP", "lebanese": "LBP"},
    "ruble": {"russian": "RUB", "belarusian": "BYN", "belarussian": "BYN"},
    "rouble": {"russian": "RUB", "belarusian": "BYN", "belarussian": "BYN"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"}, "kronor": {"swedish": "SEK"},
    "krone": {"norwegian": "NOK", "danish": "DKK"}, "kroner": {"norwegian": "NOK", "danish": "DKK"},
    "crown": {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK"},
    "won": {"south korean": "KRW", "north korean": "KPW"},
    "dirham": {"emirati": "AED", "uae": "AED", "u.a.e.": "AED", "moroccan": "MAD"},
    "manat": {"azerbaijani": "AZN", "turkmen": "TMT"}, "som": {"kyrgyz": "KGS", "uzbek": "UZS"},
    "leu": {"romanian": "RON", "moldovan": "MDL"}, "lei": {"romanian": "RON", "moldovan": "MDL"},
    "kwacha": {"zambian": "ZMW", "malawian": "MWK"},
    "bolivar": {}, "bolívar": {}, "bolivare": {}, "bolívare": {}, "colon": {"costa rican": "CRC"},
}  # fmt: skip
# Other words too, and money only with their country or in the plural.
_NEED_COUNTRY = frozenset("real colon crown pound".split())
_SYMBOLS = {"$": "dollar", "us$": "dollar", "€": "EUR", "£": "GBP", "¥": "¥"}
# What stands glued before "$". Source: the short forms of the Unicode CLDR, English, and of the press.
_BEFORE_DOLLAR = {
    "us": "USD", "u.s.": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "a": "AUD", "au": "AUD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "nt": "TWD", "j": "JMD", "tt": "TTD", "bz": "BZD", "r": "BRL", "mx": "MXN",
    "mex": "MXN", "col": "COP",
}  # fmt: skip
_CODES = frozenset(
    [*_ONE_CURRENCY.values(), *_BEFORE_DOLLAR.values(), "GBP"]
    + [code for codes in _BY_COUNTRY.values() for code in codes.values()]
)
_LONGEST_COUNTRY_WORDS = 3
_LOOK_BACK_CODE_POINTS = 32
REMEMBERED_WORDS = 4_096  # the same words are asked about at every step of an amount
Named = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its code, or None and the reason; `begin` and `end` are the words that say so."""

    code: str | None
    reason: str | None
    begin: int
    end: int


def is_code(word: str) -> bool:
    """Whether a word, in its own case, is the ISO 4217 code of a currency known here."""
    return word in _CODES


def is_before_dollar(word: str) -> bool:
    """Whether a word says whose dollar the "$" behind it is, or that it is a peso or real."""
    return word.lower() in _BEFORE_DOLLAR or word in _CODES


def named_currencies(text: str) -> Named:
    """Find the currencies that a text names with their country ("Mexican pesos", "C$").

    Args:
        text: all of a report.
    Returns:
        For each name that several currencies go by, in the singular, the codes of those named; names of which
        the text says nothing are not in it.
    """
    lower = text.lower()
    named: dict[str, set[str]] = {}
    # One plain search a name: one pattern with every country is ten times slower on a long report.
    for noun, codes in _BY_COUNTRY.items():
        for match in re.finditer(re.escape(noun), lower) if noun in lower else ():
            before = lower[max(match.start() - _LOOK_BACK_CODE_POINTS, 0) : match.start()].split()
            whose = _whose(before, codes)
            if whose:
                named.setdefault(noun, set()).add(codes[whose])
    for match in re.finditer(r"(?<!\w)([\w.]{1,4})\$", lower) if "$" in lower else ():
        if match[1] in _BEFORE_DOLLAR:
            named.setdefault("dollar", set()).add(_BEFORE_DOLLAR[match[1]])
    return {noun: frozenset(codes) for noun, codes in named.items()}


def of_symbol(words: Sequence[str], at: int, *, named: Named) -> Currency | None:
    """Read the symbol or code that an amount begins with.

    Args:
        words: of the amount, in their own case.
        at: index of the word to begin at: "$", the "US" of "US$", or "USD".
        named: the currencies that the text names.
    Returns:
        The currency; None when no symbol stands there.
    """
    word, following = words[at] if at < len(words) else "", words[at + 1] if at + 1 < len(words) else ""
    if following == "$" and is_before_dollar(word):
        return Currency(_BEFORE_DOLLAR.get(word.lower(), word), None, at, at + 2)
    if word in _CODES and following[:1].isdecimal():
        return Currency(word, None, at, at + 1)
    symbol = _SYMBOLS.get(word.lower())
    if symbol == "dollar":
        return Currency(*_shared("dollar", named), at, at + 1)
    if symbol == "¥":
        return Currency(None, "¥ is the yen and the yuan", at, at + 1)
    return Currency(symbol, None, at, at + 1) if symbol else None


def of_words(words: Sequence[str], end: int, *, named: Named) -> Currency | None:
    """Read the currency that ends at a word: "Iraqi dinars", "pounds sterling", "euros".

    Args:
        words: of the amount, in their own case.
        end: index behind the last word.
        named: the currencies that the text names.
    Returns:
        The currency, with where its words begin; None when the word is no currency.
    """
    if not (0 < end <= len(words) and may_be_currency(words[end - 1])):
        return None  # most words are none
    last = words[end - 1].lower()
    lower = [word.lower() for word in words[:end]]
    if last == "sterling":
        return Currency("GBP", None, end - 2 if lower[-2:-1] == ["pounds"] else end - 1, end)
    if words[end - 1] in _CODES:
        return Currency(words[end - 1], None, end - 1, end)
    noun = last if last in _BY_COUNTRY or last in _ONE_CURRENCY else last.removesuffix("s")
    if noun in _ONE_CURRENCY:
        return Currency(_ONE_CURRENCY[noun], None, end - 1, end)
    codes = _BY_COUNTRY.get(noun, {})
    whose = _whose(lower[:-1], codes)
    if whose:
        return Currency(codes[whose], None, end - 1 - len(whose.split()), end)
    if noun not in _BY_COUNTRY or (noun in _NEED_COUNTRY and noun == last):
        return None
    return Currency(*_shared(noun, named), end - 1, end)


@lru_cache(REMEMBERED_WORDS)
def may_be_currency(word: str) -> bool:
    """Whether a word, in its own case, is a currency or the last word of one; cheap, to ask first."""
    last = word.lower()
    names = {last, last.removesuffix("s")}
    is_name = not (names.isdisjoint(_BY_COUNTRY) and names.isdisjoint(_ONE_CURRENCY))
    return is_name or last == "sterling" or word in _CODES


def _whose(before: Sequence[str], codes: Mapping[str, str]) -> str | None:
    """The country that the words before a currency's name end with."""
    for count in range(_LONGEST_COUNTRY_WORDS, 0, -1):
        country = " ".join(before[-count:]).lstrip("(\"'“‘")
        if country in codes:
            return country
    return None


def _shared(noun: str, named: Named) -> tuple[str | None, str | None]:
    """The currency of a name that several go by, where the text names one of them."""
    codes = named.get(noun, frozenset())
    if noun == "dollar":
        others = " and ".join(sorted(codes))
        is_plain = not codes or "USD" in codes
        return (
            ("USD", None) if is_plain else (None, f"the text names {others}, and not whose these dollars are")
        )
    if noun == "pound" and not codes:
        return None, "pounds are money of several countries, or a weight"
    if len(codes) == 1:
        return next(iter(codes)), None
    return None, f"several currencies are called {noun}, and the text does not say which this is"
