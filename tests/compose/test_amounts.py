"""What quantities come to: value, bound, unit, what is counted or a share of. All content is invented."""

from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.amounts import VAGUE_RANGES, measure
from reportedly.compose.currencies import named_currencies
from reportedly.compose.quantities import find_quantities
from reportedly.read.words import split_words
from reportedly.records import Bound, Quantity, Span, Word

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion trillion dozen"
).split()
CLOSED = {
    **dict.fromkeys("of in per for out to up at between as".split(), "ADP"),
    **dict.fromkeys("a an the every each all these those".split(), "DET"),
    **dict.fromkeys("its his her their them".split(), "PRON"),
    **dict.fromkeys("and or".split(), "CCONJ"),
    **dict.fromkeys("new armed wounded fake rural counterfeit donated other old illegal".split(), "ADJ"),
    **dict.fromkeys("mexican iraqi canadian egyptian swiss several few multiple more dual".split(), "ADJ"),
    **dict.fromkeys("fled seized paid held lost carried burned were surveyed".split(), "VERB"),
    **dict.fromkeys("about nearly at least than annually away".split(), "ADV"),
}


def words_of(text: str) -> list[Word]:
    words = []
    for span in split_words(text, Span(0, len(text))):
        form = text[span.begin : span.end]
        is_number = form[0].isdecimal() or form.lower() in NUMBERS
        mark = "SYM" if form in "$€£¥%" else "PUNCT"
        tag = "NUM" if is_number else CLOSED.get(form.lower(), "NOUN" if form[0].isalpha() else mark)
        words.append(Word(span, form, form.lower(), tag, "NN", None, "dep"))
    return words


def told(quantity: Quantity) -> dict[str, object]:
    """What a quantity tells beyond its words."""
    names = [field.name for field in fields(quantity) if field.name not in {"text", "span"}]
    return {name: getattr(quantity, name) for name in names if getattr(quantity, name) is not None}


def amount(text: str, *, report: str = "") -> dict[str, object]:
    """What a whole text that is one quantity tells, in a report that says more."""
    quantity = Quantity(text, Span(0, len(text)))
    return told(measure(quantity, words_of(text), named=named_currencies(report)))


def value(text: str) -> tuple[object, object, object]:
    found = amount(text)
    return found.get("low"), found.get("high"), found["bound"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200 homes", 1200),
        ("1,200.50 litres", 1200.5),
        ("fifteen boats", 15),
        ("twenty-five boats", 25),
        ("twenty five boats", 25),
        ("a hundred boats", 100),
        ("two hundred and five boats", 205),
        ("twelve hundred boats", 1200),
        ("two hundred and fifty thousand people", 250_000),
        ("three million two hundred thousand and one people", 3_200_001),
        ("3 million people", 3_000_000),
        ("2 hundred people", 200),
        ("two thousand million people", 2_000_000_000),
        ("two and a half million people", 2_500_000),
        ("a million and a half people", 1_500_000),
        ("half a million people", 500_000),
        ("half-million people", 500_000),
        ("a quarter of a million people", 250_000),
        ("three-quarters of a million people", 750_000),
        ("1.1 million people", 1_100_000),
        ("3m people", 3_000_000),
        ("3.5m people", 3_500_000),
        ("24K masks", 24_000),
        ("2.5bn people", 2_500_000_000),
        ("a dozen boats", 12),
        ("two dozen boats", 24),
        ("half a dozen boats", 6),
        ("5 1/2 hours", 5.5),
        ("dual attacks", 2),
    ],
)
def test_a_number_in_figures_or_words_is_its_value(text: str, number: float) -> None:
    assert value(text) == (number, number, Bound.EXACT)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("at least 15 people", 15, None, Bound.AT_LEAST),
        ("no fewer than 15 people", 15, None, Bound.AT_LEAST),
        ("ten or more people", 10, None, Bound.AT_LEAST),
        ("ten people or more", 10, None, Bound.AT_LEAST),
        ("60-plus members", 60, None, Bound.AT_LEAST),
        ("more than two dozen boats", 24, None, Bound.MORE_THAN),
        ("well over 300 boats", 300, None, Bound.MORE_THAN),
        ("upwards of 300 boats", 300, None, Bound.MORE_THAN),
        ("up to 150,000 people", None, 150_000, Bound.AT_MOST),
        ("no more than 40 guards", None, 40, Bound.AT_MOST),
        ("as many as 40 guards", None, 40, Bound.AT_MOST),
        ("up to about 40 guards", None, 40, Bound.AT_MOST),
        ("3 percent or less", None, 3, Bound.AT_MOST),
        ("fewer than 40 guards", None, 40, Bound.LESS_THAN),
        ("under $4,000", None, 4000, Bound.LESS_THAN),
        ("about 300 boats", 300, 300, Bound.ABOUT),
        ("nearly two dozen boats", 24, 24, Bound.ABOUT),
        ("some 300 boats", 300, 300, Bound.ABOUT),
        ("estimated 300 boats", 300, 300, Bound.ABOUT),
        ("between 70,000 and 90,000 people", 70_000, 90_000, Bound.RANGE),
        ("between two hundred and fifty and three hundred and ten people", 250, 310, Bound.RANGE),
        ("between two hundred and three hundred people", 200, 300, Bound.RANGE),
        ("between $2 million and $3 million", 2_000_000, 3_000_000, Bound.RANGE),
        ("between 5 percent and 9 percent", 5, 9, Bound.RANGE),
        ("three or four guards", 3, 4, Bound.RANGE),
        ("two-three guards", 2, 3, Bound.RANGE),
        ("10-15 guards", 10, 15, Bound.RANGE),
        ("10–15 guards", 10, 15, Bound.RANGE),
        ("about 20 to 30 guards", 20, 30, Bound.RANGE),
        ("5 to 10 million people", 5_000_000, 10_000_000, Bound.RANGE),
        ("two to three hundred people", 200, 300, Bound.RANGE),
        ("$2-3bn", 2_000_000_000, 3_000_000_000, Bound.RANGE),
        ("70-90,000 people", 70_000, 90_000, Bound.RANGE),
        ("500 to 1,000 people", 500, 1000, Bound.RANGE),
        ("500 to 1 million people", 500, 1_000_000, Bound.RANGE),
        ("dozens of boats", 24, 99, Bound.VAGUE),
        ("tens of thousands of people", 20_000, 99_999, Bound.VAGUE),
        ("hundreds of thousands of people", 200_000, 999_999, Bound.VAGUE),
        ("several hundred people", 200, 999, Bound.VAGUE),
        ("a few thousand people", 2000, 9999, Bound.VAGUE),
        ("several hundred thousand people", 200_000, 999_999, Bound.VAGUE),
        ("some dozens of people", 24, 99, Bound.VAGUE),
        ("at least dozens of people", 24, None, Bound.AT_LEAST),
        ("up to several hundred people", None, 999, Bound.AT_MOST),
    ],
)
def test_the_words_around_a_number_limit_its_value(
    text: str, low: float | None, high: float | None, bound: Bound
) -> None:
    assert value(text) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$40bn", "USD"),
        ("US$5", "USD"),
        ("C$50", "CAD"),
        ("A$3m", "AUD"),
        ("R$5,000", "BRL"),
        ("COP 5 million", "COP"),
        ("5 million USD", "USD"),
        ("2,000 euros", "EUR"),
        ("€2.5bn", "EUR"),
        ("£300", "GBP"),
        ("300 pounds sterling", "GBP"),
        ("300 Egyptian pounds", "EGP"),
        ("30 million Mexican pesos", "MXN"),
        ("2.5 billion Iraqi dinars", "IQD"),
        ("40 Swiss francs", "CHF"),
        ("2 million U.S. dollars", "USD"),
        ("$27 million dollars", "USD"),
        ("500 baht", "THB"),
        ("billions of dollars", "USD"),
        ("thousands of Iraqi dinars", "IQD"),
        ("15km", "km"),
        ("15 kilometers", "km"),
        ("500-mile", "mile"),
        ("18,000 square kilometres", "km2"),
        ("3 square miles", "square mile"),
        ("3,500 cubic meters", "m3"),
        ("1.4 tonnes", "t"),
        ("three tons", "ton"),
        ("half a ton", "ton"),
        ("40 per cent", "percent"),
        ("40%", "percent"),
        ("three percentage points", "percentage point"),
        ("three-year", "year"),
    ],
)
def test_a_unit_or_currency_is_told_and_nothing_is_counted(text: str, unit: str) -> None:
    found = amount(text)
    assert (found["unit"], found.get("counted"), found.get("reason")) == (unit, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 armed guards", {"counted": "armed guards"}),
        ("19,000 rounds of ammunition", {"counted": "rounds of ammunition"}),
        ("300 barrels of oil", {"unit": "barrel", "counted": "oil"}),
        ("thousands of tons of fuel", {"unit": "ton", "counted": "fuel"}),
        ("500 pounds of explosives", {"unit": "pound", "counted": "explosives"}),
        ("500-pound bomb", {"unit": "pound", "counted": "bomb"}),
        ("$3 million in fake cash", {"unit": "USD", "counted": "fake cash"}),
        ("$3 million worth of fuel", {"unit": "USD", "counted": "fuel"}),
        ("900,000 counterfeit euros", {"unit": "EUR", "counted": "counterfeit euros"}),
        ("four of the guards", {"counted": "guards"}),
        ("26 of the 32 districts", {"counted": "districts"}),
        ("two out of three hostages", {"counted": "hostages"}),
        ("two more boats", {"counted": "boats"}),
        ("12 foot soldiers", {"counted": "foot soldiers"}),
        ('620 "ghost guards"', {"counted": "ghost guards"}),
        ("$50 a month", {"unit": "USD", "per": "month"}),
        ("3 million tons of coal annually", {"unit": "ton", "counted": "coal", "per": "year"}),
        ("$50 per person", {"unit": "USD", "per": "person"}),
        ("22.5 per 100,000 people", {"per": "100,000 people"}),
        ("90 deaths for every 100,000 people", {"counted": "deaths", "per": "100,000 people"}),
        ("20 percent drop", {"unit": "percent", "counted": "drop"}),
        ("80 percent of rural voters", {"unit": "percent", "share_of": "rural voters"}),
        ("10 per cent of every shipment", {"unit": "percent", "share_of": "every shipment"}),
        ("half the voters", {"unit": "percent", "share_of": "voters"}),
        ("half of those surveyed", {"unit": "percent", "share_of": "those surveyed"}),
    ],
)
def test_what_is_counted_or_shared_stands_apart_from_the_number(
    text: str, expected: dict[str, object]
) -> None:
    found = amount(text)
    assert {key: found[key] for key in found if key not in {"low", "high", "bound"}} == expected


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half of the voters", 50),
        ("a third of the voters", 33.3333),
        ("one third of the voters", 33.3333),
        ("two-thirds of the voters", 66.6667),
        ("three-quarters of the voters", 75),
        ("one in five voters", 20),
        ("3 in every 10 voters", 30),
        ("nine out of ten voters", 90),
    ],
)
def test_a_fraction_is_a_share_in_percent(text: str, percent: float) -> None:
    found = amount(text)
    assert (found["low"], found["high"], found["unit"]) == (percent, percent, "percent")
    assert found["share_of"] == "voters"


def test_a_majority_is_more_than_half() -> None:
    expected = {"low": 50, "bound": Bound.MORE_THAN, "unit": "percent", "share_of": "voters"}
    assert amount("majority of the voters") == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("several boats", '"several" is no number'),
        ("multiple boats", '"multiple" is no number'),
        ("a few boats", '"few" is no number'),
        ("300m", "m is metres or million"),
        ("12 and 15 boats", "two numbers in one"),
        ("20 to 15 percent", "it goes down from one number to the other"),
        ("$5 to 9 percent", "its two numbers have two units"),
        ("9,999,999,999,999,999 boats", "too large a number to keep exactly"),
    ],
)
def test_where_no_value_is_sure_there_is_none_and_a_reason(text: str, reason: str) -> None:
    found = amount(text)
    assert (found.get("low"), found.get("high"), found["bound"], found["reason"]) == (
        None,
        None,
        Bound.VAGUE,
        reason,
    )


def test_pesos_of_no_country_have_a_number_and_no_unit() -> None:
    found = amount("30 million pesos")
    assert (found["low"], found["counted"], found.get("unit")) == (30_000_000, "pesos", None)
    assert found["reason"] == "several currencies are called peso, and the text does not say which this is"


def test_pounds_of_no_country_may_be_a_weight() -> None:
    assert amount("300 pounds")["reason"] == "pounds are money of several countries, or a weight"


def test_pesos_are_those_that_the_rest_of_the_report_names() -> None:
    assert amount("30 million pesos", report="They paid 5 Mexican  pesos.")["unit"] == "MXN"
    assert "unit" not in amount("30 million pesos", report="5 Mexican pesos, then 6 Cuban pesos.")


@pytest.mark.parametrize("report", ["They lost C$5.", "They lost 5 Canadian dollars."])
def test_a_bare_dollar_is_nobodys_where_a_report_names_only_others(report: str) -> None:
    found = amount("$5", report=report)
    assert "unit" not in found
    assert found["reason"] == "the text names CAD, and not whose these dollars are"
    assert amount("$5", report=f"{report} That is US$4.")["unit"] == "USD"


def test_a_yen_sign_may_be_yuan() -> None:
    assert amount("¥500")["reason"] == "¥ is the yen and the yuan"


def test_vague_ranges_do_not_overlap_but_for_the_smallest() -> None:
    above = [limits for limits in VAGUE_RANGES.values() if limits[0] >= 100]
    assert above == sorted(above)
    for (_, high), (low, _) in pairwise(above):
        assert high < low


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid US$5 million.", ["US$5 million"]),
        ("They paid C$50 and A$3m.", ["C$50", "A$3m"]),
        ("They paid COP 5 million.", ["COP 5 million"]),
        ("They held no more than 40 guards.", ["no more than 40 guards"]),
        ("They held tens of thousands of people.", ["tens of thousands of people"]),
        ("They seized thousands of tons of fuel.", ["thousands of tons of fuel"]),
        ("They seized half a ton of fuel.", ["half a ton of fuel"]),
        ("They lost twenty-five thousand.", ["twenty-five thousand"]),
        ("They lost half a million people.", ["half a million people"]),
        ("They lost two and a half million people.", ["two and a half million people"]),
        ("They lost a quarter of a million people.", ["a quarter of a million people"]),
        ("They lost nearly a third of the voters.", ["nearly a third of the voters"]),
        ("They lost half the voters.", ["half the voters"]),
        ("They lost one in five voters.", ["one in five voters"]),
        ("They lost nine out of ten voters.", ["nine out of ten voters"]),
        ("They lost 40 per cent of voters.", ["40 per cent of voters"]),
        ("They lost a few boats.", ["a few boats"]),
        ("They lost 3.5m people.", ["3.5m people"]),
        ("Few boats were burned.", []),
        ("They held no fighters.", []),
        ("They held it half the time.", []),
        ("They fled to the third of the boats.", []),
    ],
)
def test_a_quantity_is_found_with_all_that_its_value_takes(text: str, expected: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(words_of(text), text)] == expected


def test_a_found_quantity_comes_measured() -> None:
    text = "They seized at least 300 barrels of oil a day."
    (found,) = find_quantities(words_of(text), text)
    assert told(found) == {
        "low": 300,
        "bound": Bound.AT_LEAST,
        "unit": "barrel",
        "counted": "oil",
        "per": "day",
    }


def spelled(number: int) -> str:
    """A whole number from 1 to 999,999 in words."""
    thousands, rest = divmod(number, 1000)
    parts = [f"{spelled(thousands)} thousand"] if thousands else []
    hundreds, below = divmod(rest, 100)
    parts += [f"{NUMBERS[hundreds - 1]} hundred"] if hundreds else []
    tens, digit = divmod(below, 10)
    if below >= 20:
        parts.append(NUMBERS[17 + tens] + (f"-{NUMBERS[digit - 1]}" if digit else ""))
    elif below:
        parts.append(NUMBERS[below - 1])
    is_joined = below and (hundreds or thousands)
    return " ".join([*parts[:-1], "and", parts[-1]] if is_joined else parts)


@given(st.integers(1, 999_999))
def test_a_whole_number_in_words_comes_back_as_itself(number: int) -> None:
    for words in (spelled(number), spelled(number).replace("-", " "), spelled(number).replace(" and ", " ")):
        assert value(f"{words} boats") == (number, number, Bound.EXACT)


@given(st.integers(0, 10**15 - 1))
def test_a_whole_number_in_figures_comes_back_as_itself(number: int) -> None:
    for figures in (str(number), f"{number:,}"):
        assert value(f"{figures} boats") == (number, number, Bound.EXACT)


PIECES = st.sampled_from(
    "12 5,000 two hundred half thirds $ % percent million of the and or between to - one a few several"
    " dozens US pounds sterling pesos per week in every out at least more than worth plus 3.5 m tons".split()
)


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join))
def test_any_words_give_a_value_or_a_reason(text: str) -> None:
    found = amount(text)
    low, high = found.get("low"), found.get("high")
    assert low is not None or high is not None or found["reason"]
    if isinstance(low, float) and isinstance(high, float):
        assert low <= high
