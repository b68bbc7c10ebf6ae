import pytest

from reportedly.resolve.offices import is_office, person_behind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("U.S. Ambassador to Lomar Ruth Vane", "Ruth Vane"),
        ("Governor of Lower Ardan Province Ruth Vane", "Ruth Vane"),
        ("the Special Envoy for the Ardan Isles Ruth al Vane", "Ruth al Vane"),
        ("Mayor of San Luis Vane", "Luis Vane"),
    ],
)
def test_behind_an_office_with_a_place_stands_who_holds_it(words, name):
    assert person_behind(words, {"Vane"}) == name


@pytest.mark.parametrize(
    "words",
    [
        "Ambassador to Lomar Ruth Bell",
        "Ambassador to Lomar",
        "Ruth Vane",
        "Ambassador Ruth Vane",
        "Governor of Vane",
        "Mayor of San Vane",
    ],
)
def test_a_name_that_the_report_does_not_use_alone_is_not_cut_out(words):
    assert person_behind(words, {"Vane"}) is None


@pytest.mark.parametrize("words", ["Deputy Secretary of State", "the president", "Lt. Col."])
def test_titles_alone_are_an_office(words):
    assert is_office(words)


@pytest.mark.parametrize("words", ["Secretary Vane", "Ambassador to Lomar", "of the", "the board"])
def test_a_title_with_a_name_or_a_place_is_more_than_an_office(words):
    assert not is_office(words)
