import re

import numpy as np
import pytest

from reportedly.records import Span
from reportedly.resolve.candidates import find_namings
from reportedly.resolve.places import REASONS
from reportedly.resolve.ranking import ALONE, AROUND, WEIGHTS, Table, rank
from tests.resolve.atlas import ILDEN, ILDEN_TOWN, KARVENIA, MARL, OTHER_MARL, PARAN, SMALL_PARAN, TAMSEL

NAMES = re.compile("Paran|Tams\\.|Tamsel|Karvenian?|Oster Province|Oster|Sorra|Sorran|Marl|Ilden")


@pytest.fixture
def best(atlas):
    """The number of the likeliest place of each name of a text."""

    def of(text):
        spans = [Span(*m.span()) for m in NAMES.finditer(text)]
        namings, chosen = find_namings(text, spans, atlas.gazetteer, atlas.pack)
        table = Table(namings, atlas.gazetteer)
        chances = rank(table).chances
        rows = [
            table.rows[b + chances[b:e].argmax()]
            for b, e in zip(table.begins, table.begins[1:], strict=False)
        ]
        return [int(atlas.gazetteer.numbers[rows[at]]) for at in chosen]

    return of


def test_without_context_the_larger_place_is_likelier(best):
    assert best("A fire in Paran.") == [PARAN]
    assert best("A fire in Marl.") == [OTHER_MARL]


def test_what_is_written_behind_a_name_decides(best):
    assert best("A fire in Paran, Sorra.")[0] == SMALL_PARAN
    assert best("A fire in Marl, Tams., today.")[0] == MARL


def test_a_country_in_the_text_draws_its_places(best):
    assert best("Karvenian officials spoke. A fire broke out in Marl.") == [KARVENIA, MARL]


def test_a_unit_in_the_text_draws_its_places(best):
    assert best("In Oster Province it rained. A fire broke out in Paran.")[1] == SMALL_PARAN


def test_neighbours_draw_each_other(best):
    assert best("Between Paran and Marl.") == [PARAN, MARL]


def test_a_settlement_goes_before_a_small_unit_unless_the_text_says_so(best):
    assert best("A fire in Ilden.") == [ILDEN_TOWN]
    assert best("A fire in the district of Ilden.") == [ILDEN]


def test_a_unit_that_holds_the_others_is_meant(best):
    assert best("Tamsel is calm, and so is Paran.") == [TAMSEL, PARAN]


def test_the_chances_of_a_name_add_up_to_one(atlas):
    text = "Paran, Marl"
    namings, _ = find_namings(text, [Span(0, 5), Span(7, 11)], atlas.gazetteer, atlas.pack)
    chances = rank(Table(namings, atlas.gazetteer)).chances
    assert chances.sum() == pytest.approx(2)


@pytest.mark.parametrize("text", ["", "Nowhere at all"])
def test_names_that_nothing_has_are_ranked_to_nothing(atlas, text):
    spans = [Span(0, 7)] if text else []
    namings, _ = find_namings(text, spans, atlas.gazetteer, atlas.pack)
    assert rank(Table(namings, atlas.gazetteer)).chances.shape == (0,)


def test_every_feature_has_a_weight_and_a_reason():
    assert list(WEIGHTS) == [*ALONE, *AROUND]
    assert REASONS.keys() == WEIGHTS.keys()
    assert np.isfinite(list(WEIGHTS.values())).all()
