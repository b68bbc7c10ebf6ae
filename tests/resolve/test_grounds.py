"""Which named place "the town" or "the province" points back to."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Place, Precision, Resolution
from reportedly.resolve.grounds import find_grounds, point_back
from tests.resolve.invented import claim, mention, written


def pointed(text, words, *, seen=(), known=()):
    """The name of a place of a claim; `seen` are names the model saw, `known` (name, precision) pairs."""
    report = written(text)
    for name in seen:
        report.named(name, "Location")
    resolved = {report.span(name): entry(name, precision) for name, precision in known}
    grounds = find_grounds(report.document, report.readings, resolved)
    place = mention(report, words, text.count(words) - 1)
    one = claim(report, text.split(". ")[-1].rstrip("."))
    (done,) = point_back(report.document, [replaced(one, place)], grounds)
    return [m.name for m in done.places]


def replaced(one, place):

    return replace(one, places=(place,))


def entry(name, precision):
    return Resolution(Place(f"geonames:{len(name)}", name, precision, "LX", 1.0, 2.0), 0.9, (), "test")


@pytest.mark.parametrize("name", ["Ilden province", "the province of Ilden", "Ilden Province"])
def test_a_province_is_the_last_one_that_the_text_calls_so(name):
    assert pointed(f"Ferries sank in {name}. Rebels left the province.", "the province", seen=["Ilden"]) == [
        "Ilden"
    ]


def test_a_town_is_the_last_settlement_that_the_gazetteer_knows():
    known = [("Perrin", Precision.SETTLEMENT), ("Ilden", Precision.FIRST_LEVEL)]
    assert pointed("Perrin lies in Ilden. Rebels left the town.", "the town", known=known) == ["Perrin"]


def test_a_country_is_the_one_that_is_named_most():
    text = "Lomar fell. Lomar burned. Karvenia watched. Rebels left the country."
    report = written(text)
    resolved = {
        report.span(name, nth): entry(name, Precision.COUNTRY)
        for name, nth in (("Lomar", 0), ("Lomar", 1), ("Karvenia", 0))
    }
    grounds = find_grounds(report.document, report.readings, resolved)
    one = replaced(claim(report, "Rebels left the country"), mention(report, "the country"))
    assert point_back(report.document, [one], grounds)[0].places[0].name == "Lomar"


@given(st.lists(st.sampled_from(["Lomar", "Karvenia", "Velmora"]), min_size=1, max_size=12))
def test_the_country_named_most_is_the_first_of_those_named_as_often(names):
    text = f"{' '.join(names)} fell. Rebels left the country."
    report = written(text)
    counted = Counter()
    resolved = {}
    for name in names:
        resolved[report.span(name, counted[name])] = entry(name, Precision.COUNTRY)
        counted[name] += 1
    grounds = find_grounds(report.document, report.readings, resolved)
    one = replaced(claim(report, "Rebels left the country"), mention(report, "the country"))
    (done,) = point_back(report.document, [one], grounds)
    assert done.places[0].name == counted.most_common(1)[0][0]


def test_what_is_named_later_is_not_meant():
    assert pointed("Rebels left the town. Perrin town burned.", "the town", seen=["Perrin"]) == ["the town"]


def test_ground_that_nothing_fits_keeps_its_words():
    known = [("Lomar", Precision.COUNTRY)]
    assert pointed("Lomar fell. Rebels left the town.", "the town", known=known) == ["the town"]


def test_a_place_named_twice_over_is_one():
    text = "Rebels left Perrin town and the town."
    report = written(text)
    report.named("Perrin", "Location")
    grounds = find_grounds(report.document, report.readings, {})
    one = claim(report, "Rebels left Perrin town and the town")

    places = (mention(report, "Perrin"), mention(report, "the town"))
    (done,) = point_back(report.document, [replace(one, places=places)], grounds)
    assert [m.name for m in done.places] == ["Perrin"]


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("PORT SEL, Lomar (April 9, 2031) — Ferries sank", ["Port Sel"]),
        ("PORT SEL, April 9 -- Ferries sank", ["Port Sel"]),
        ("ILDEN — Ferries sank", ["Ilden"]),
        ("LNA, Rebels Fight as ferries sank", []),
        ("Ferries sank", []),
    ],
)
def test_here_is_where_the_dateline_says_that_the_report_was_written(head, places):
    report = written(f"{head} here.")
    one = replaced(claim(report, "here"), mention(report, "here"))
    (done,) = point_back(report.document, [one], [])
    assert [m.name for m in done.places] == places


def test_there_is_the_place_named_last():
    assert pointed("Perrin burned. Rebels went there.", "there", seen=["Perrin"]) == ["Perrin"]


def test_there_is_nowhere_before_a_place_is_named():
    assert pointed("Rebels went there. Perrin burned.", "there", seen=["Perrin"]) == []


def test_the_first_word_of_a_longer_name_is_no_place():
    known, text = [("Port", Precision.SETTLEMENT)], "Port Arrel burned. Rebels left the city."
    assert pointed(text, "the city", seen=["Port", "Port Arrel"], known=known) == ["the city"]
    text = text.replace("Arrel", "City")
    assert pointed(text, "the city", seen=["Port City"], known=known) == ["Port City"]


@pytest.mark.parametrize(("person", "meant"), [("Ila Perrin", "the city"), ("mayor of Perrin", "Perrin")])
def test_a_surname_is_no_place_to_point_back_to(person, meant):
    report = written(f"The {person} came. Rebels left the city.", people=[person])
    resolved = {report.span("Perrin"): entry("Perrin", Precision.SETTLEMENT)}
    grounds = find_grounds(report.document, report.readings, resolved)
    one = replaced(claim(report, "Rebels left the city"), mention(report, "the city"))
    assert [m.name for m in point_back(report.document, [one], grounds)[0].places] == [meant]
