import pytest

from reportedly.resolve.spot_features import LEAST, WEIGHTS, chances_of, elsewhere, features_of
from reportedly.resolve.spotting import Scene, find_spots
from tests.resolve.atlas import report_of


@pytest.fixture
def names(atlas):
    def of(text):
        return [spot.written for spot in find_spots(text, atlas.gazetteer, atlas.pack)]

    return of


@pytest.fixture
def features(atlas):
    """The features of the first spot of a report."""

    def of(report):
        spots = find_spots(report.text, atlas.gazetteer, atlas.pack)
        return next(features_of(Scene(report.document, report.readings), spots, atlas.gazetteer))

    return of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left Paran for Marl.", ["Paran", "Marl"]),
        ("The Republic of Karvenia spoke.", ["Republic of Karvenia"]),
        ("Old Paran's gate", ["Old Paran"]),
        ("PARAN, Tams. (April 9)", ["PARAN", "Tams."]),
        ("a Karvenian and a Sorran", ["Karvenian", "Sorran"]),
        ("the Paran-Marl road", ["Paran", "Marl"]),
        ("paran is no name", []),
        ("a Marl-47 rifle", []),
        ("Nobody was there", []),
    ],
)
def test_names_that_are_known_are_found_the_longest_first(names, text, found):
    assert names(text) == found


def test_spots_stand_where_their_words_are(atlas):
    text = "In Paran’s west, and in Marl."
    for spot in find_spots(text, atlas.gazetteer, atlas.pack):
        assert text[spot.span.begin : spot.span.end] == spot.written


def test_a_name_behind_in_and_before_a_unit_has_both_for_it(features):
    row = features(report_of("It burned in Marl, Tamsel Province."))
    assert (row["in"], row["before-unit"], row["title"]) == (True, True, False)


def test_a_name_behind_a_title_or_of_a_person_has_that_against_it(features):
    assert features(report_of("They met Gen. Marl there."))["title"]
    assert features(report_of("It was Marl who spoke. Dela Marl left.", people=["Dela Marl"]))["surname"]


def test_a_name_of_a_road_or_body_has_what_stands_behind_it(features):
    assert features(report_of("He lives on Marl Street now."))["street"]
    assert features(report_of("She is at Marl University now."))["body"]


def test_every_feature_has_a_weight(features):
    assert set(features(report_of("In Marl."))) == set(WEIGHTS)


def test_what_the_model_saw_counts(atlas):
    def chance(report):
        spots = find_spots(report.text, atlas.gazetteer, atlas.pack)
        return chances_of(Scene(report.document, report.readings), spots, atlas.gazetteer)[0]

    plain, seen = report_of("Marl burned."), report_of("Marl burned.", seen=["Marl"])
    assert chance(plain) < chance(seen)
    assert chance(seen) > LEAST


def test_a_name_is_judged_with_its_other_mentions(atlas):
    spots = find_spots("Marl, Paran and Marl", atlas.gazetteer, atlas.pack)
    assert elsewhere(spots, [1.0, 2.0, 3.0]) == [3.0, 2.0, 1.0]


def test_a_document_without_names_has_no_spots(atlas):
    report = report_of("nobody came.")
    assert find_spots(report.text, atlas.gazetteer, atlas.pack) == []
    assert chances_of(Scene(report.document, report.readings), [], atlas.gazetteer) == []
