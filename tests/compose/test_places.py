import pytest

from reportedly.compose.places import find_places
from tests.compose.invented import Report, within


def places(text, *seen, acting=()):
    report = Report().passage(text)
    for name in seen:
        report.named(name, "Location")
    entities = [e for r in report.readings for e in r.entities]
    words = within(report, text)
    actors = [words.tree.forms.index(name) for name in acting]
    return [report.text[s.begin : s.end] for s in find_places(words, entities, acting=actors)]


def test_a_name_that_was_cut_is_taken_whole():
    assert places("The rifles were found near Deir Nafis.", "Deir") == ["Deir Nafis"]


def test_a_place_inside_another_is_not_named_twice():
    assert places("Lomar shelled the town of Perrin.", "the town of Perrin", "Perrin") == ["Perrin"]


def test_a_place_is_its_name_without_the_sort_of_ground_and_what_it_lies_in_is_another():
    text = "The rifles came from the streets of Perrin, Karvenia."
    assert places(text, "the streets of Perrin, Karvenia") == ["Perrin", "Karvenia"]


def test_a_sort_of_ground_that_goes_on_to_its_name_is_that_place():
    assert places("Gunmen attacked the city of Ilden.", "the city", "Ilden") == ["Ilden"]


def test_a_place_in_the_name_of_a_body_is_none():
    report = Report().passage("The Bank of Lomar paid the militia.")
    report.named("The Bank of Lomar", "Organisation").named("Lomar", "Location")
    entities = [e for r in report.readings for e in r.entities]
    assert find_places(within(report, report.text), entities, acting=[]) == []


def test_a_country_that_acts_is_no_place_beside_another():
    text = "Lomar shelled the town of Perrin."
    assert places(text, "Lomar", "the town of Perrin", acting=["lomar"]) == ["Perrin"]


def test_a_country_that_acts_is_the_place_where_none_is_named():
    assert places("Lomar closed the border.", "Lomar", acting=["lomar"]) == ["Lomar"]


def test_half_a_word_is_no_place():
    assert places("Iran-backed fighters left Perrin.", "Iran", "Perrin") == ["Perrin"]


@pytest.mark.parametrize("thing", ["The rifles", "rifles"])
def test_things_that_the_model_takes_for_ground_are_none(thing):
    assert places("The rifles were found near Deir Nafis.", thing) == []


def test_no_location_gives_no_place():
    assert places("The rifles were found near Deir Nafis.") == []


def test_a_part_of_some_ground_is_that_ground():
    assert places("The brigade controls a third of the province.", "a third of the province") == [
        "the province"
    ]


def test_here_is_a_place():
    assert places("Two ferries were burned here on Tuesday.") == ["here"]
