from dataclasses import replace

import pytest

from reportedly.records import Mention, Precision, Span
from reportedly.resolve import Gazetteer, Places, resolve
from reportedly.resolve.places import LEAST_SCORE, ONLY, find_places, likeliest
from tests.resolve.atlas import (
    KARVENIA,
    MARL,
    OTHER_MARL,
    PACK,
    PARAN,
    SMALL_PARAN,
    TAMSEL,
    number,
    report_of,
)
from tests.resolve.invented import claim, mention


@pytest.fixture
def placed(atlas):
    """The numbers of the places of a claim that is the whole report; `where` are words or mentions."""

    def of(text, *where, seen=()):
        report = report_of(text, seen=seen)
        mentions = tuple(mention(report, one) if isinstance(one, str) else one for one in where)
        whole = replace(claim(report, text), places=mentions)
        (resolved,) = resolve(report.document, report.readings, [whole], places=atlas)
        return [number(one.resolution) for one in resolved.places]

    return of


def test_the_place_of_a_claim_has_its_entry(placed):
    assert placed("It burned in Paran, Karvenia.", "Paran") == [PARAN]


def test_names_outside_the_claim_are_context(placed):
    assert placed("In Oster Province, Sorra, it rained. It burned in Paran.", "Paran") == [SMALL_PARAN]


def test_a_place_is_found_inside_longer_words(placed):
    assert placed("It burned in the old town of Marl, Karvenia.", "the old town of Marl") == [MARL]


def test_an_adjective_stands_for_its_place_only_where_no_name_does(placed):
    assert placed("It burned at the Karvenian border.", "the Karvenian border") == [KARVENIA]
    assert placed("It burned in the Karvenian town of Marl.", "the Karvenian town of Marl") == [MARL]


def test_words_that_point_back_are_the_place_they_name(placed):
    there = Mention("Paran", "the city", Span(37, 45))
    assert placed("It burned in Paran, Karvenia. Later, the city slept.", there) == [PARAN]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Nowhere village, Ilden District", "It burned in Nowhere village, Ilden District, Karvenia."),
        ("Nowhere village of Ilden", "It burned in Nowhere village of Ilden, Karvenia."),
        ("Paran Bridge", "It burned on Paran Bridge, Karvenia."),
        ("Upper Paran", "It burned in Upper Paran, Karvenia."),
    ],
)
def test_what_only_lies_in_a_place_or_is_named_after_it_is_not_that_place(placed, words, text):
    assert placed(text, words) == [None]


@pytest.mark.parametrize("words", ["the city of Paran", "central Paran", "Western Paran", "Paran City"])
def test_a_part_or_the_kind_of_a_place_is_that_place(placed, words):
    assert placed(f"It burned in {words}, Karvenia.", words) == [PARAN]


def test_a_place_that_nothing_is_called_has_no_entry(placed):
    assert placed("It burned in Nowhere, Karvenia.", "Nowhere") == [None]


def test_a_place_that_may_be_several_has_no_entry(placed):
    assert placed("It burned in Marl.", "Marl", seen=["Marl"]) == [None]


def test_without_places_claims_stay_as_they_are_and_nothing_is_read(tmp_path):
    report = report_of("It burned in Paran.")
    one = claim(report, "It burned in Paran")
    unread = Places(Gazetteer(tmp_path / "none.npz"), PACK)
    assert resolve(report.document, report.readings, [one], places=unread) == (one,)


def test_a_mention_keeps_its_words(atlas):
    report = report_of("It burned in Paran, Karvenia.")
    before = mention(report, "Paran")
    one = replace(claim(report, report.text), places=(before,))
    ((after,),) = [c.places for c in resolve(report.document, report.readings, [one], places=atlas)]
    assert replace(after, resolution=None) == before
    assert after.resolution.score >= LEAST_SCORE
    assert after.resolution.entry.precision is Precision.SETTLEMENT


def test_a_resolution_says_why(atlas):
    text = "It burned in Marl, Tams., and in Oster."
    marl, tamsel, _ = likeliest(text, [Span(13, 17), Span(19, 24), Span(33, 38)], atlas)
    assert (number(marl), number(tamsel)) == (MARL, TAMSEL)
    assert "the text writes behind it what it lies in" in marl.reasons
    assert tamsel.reasons[0] == ONLY
    assert 0 <= marl.score <= 1


def test_the_likeliest_place_is_said_however_unsure(atlas):
    (marl,) = likeliest("Marl", [Span(0, 4)], atlas)
    assert number(marl) == OTHER_MARL
    assert marl.score < LEAST_SCORE


def test_the_place_names_of_a_document_are_found(atlas):
    report = report_of("They went from Paran to Marl, Karvenia.", seen=["Paran", "Marl"])
    found = find_places(report.document, report.readings, atlas)
    assert [report.text[s.begin : s.end] for s in found] == ["Paran", "Marl", "Karvenia"]


def test_the_pipeline_resolves_the_places_of_a_report(pipeline):
    text = (
        b"BAGHDAD (April 9, 2031) - The ministry said that gunmen attacked a checkpoint near Mosul, Iraq, "
        b"on Monday. A spokesman for the army said that two soldiers were killed in the attack in Mosul."
    )
    found = pipeline.read(text, name="invented.txt")
    entries = {m.name: m.resolution.entry.id for c in found.claims for m in c.places if m.resolution}
    assert "geonames:99072" in entries.values()


def test_an_actor_that_is_an_adjective_is_its_country(atlas):
    report = report_of("Karvenian raids continued.")
    whole = claim(report, "Karvenian raids continued", actors=["Karvenian"])
    lands = replace(atlas, pack=replace(atlas.pack, lands={"Karvenian": "Karvenia"}))
    (resolved,) = resolve(report.document, report.readings, [whole], places=lands)
    assert [actor.name for actor in resolved.actors] == ["Karvenia"]
