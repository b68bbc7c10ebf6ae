import re

import pytest

from reportedly.records import Precision, Span
from reportedly.resolve.candidates import MOST, find_namings, find_options
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.gazetteer_file import Row
from tests.resolve.atlas import KARVENIA, OSTER, PACK, PARAN, SMALL_PARAN, TAMSEL, build

NAMES = re.compile("Paran|Tams\\.|Tamsel|Karvenian?|Oster Province|Oster|Sorra|Marl")


@pytest.fixture
def namings(atlas):
    def of(text):
        spans = [Span(*m.span()) for m in NAMES.finditer(text)]
        found, chosen = find_namings(text, spans, atlas.gazetteer, atlas.pack)
        return [found[at] for at in chosen]

    return of


def numbers(atlas, options):
    return {int(atlas.gazetteer.numbers[row]) for row in options.rows}


def test_a_name_may_be_any_place_that_has_it(atlas):
    assert numbers(atlas, find_options(["Paran"], atlas.gazetteer, PACK)) == {PARAN, SMALL_PARAN}


def test_the_pack_leads_from_short_names_and_adjectives(atlas):
    assert numbers(atlas, find_options(["Tams."], atlas.gazetteer, PACK)) == {TAMSEL}
    options = find_options(["Karvenian"], atlas.gazetteer, PACK)
    assert (numbers(atlas, options), options.packed.tolist()) == ({KARVENIA}, [1.0])


def test_what_is_only_known_without_its_noun_is_marked(atlas):
    assert find_options(["Oster Province"], atlas.gazetteer, PACK).stripped.tolist() == [0.0]
    assert find_options(["Oster County"], atlas.gazetteer, PACK).stripped.tolist() == [1.0]


def test_an_unknown_name_has_no_options(atlas):
    assert len(find_options(["Nowhere"], atlas.gazetteer, PACK).rows) == 0


def test_of_a_common_name_the_largest_places_are_looked_at(tmp_path):
    rows = [Row(n, "Marl", Precision.SETTLEMENT, 1.0, n / 10, n * 100) for n in range(1, 60)]
    gazetteer = Gazetteer(build(tmp_path / "many.npz", rows))
    options = find_options(["Marl"], gazetteer, PACK)
    assert [int(gazetteer.numbers[row]) for row in options.rows] == list(range(60 - MOST, 60))


def test_all_mentions_of_a_name_are_one_naming(namings):
    first, second = namings("Paran fell. Nobody left Paran.")
    assert first is second
    assert first.mentions == [0, 1]


def test_a_bare_name_goes_with_the_one_that_is_spelled_out(namings):
    first, sorra, bare = namings("In Paran, Sorra, it was calm. Paran slept.")
    assert first is bare
    assert first.followed_by
    assert not sorra.followed_by


def test_two_places_of_one_name_are_told_apart_by_what_follows(namings):
    found = namings("From Paran, Tamsel to Paran, Sorra.")
    assert found[0] is not found[2]


@pytest.mark.parametrize(
    "text", ["Paran Province fell.", "Paran and Marl provinces fell.", "The province of Paran fell."]
)
def test_a_noun_beside_a_name_says_what_kind_of_place_it_is(namings, text):
    assert namings(text)[0].kinds == {Precision.FIRST_LEVEL, Precision.SECOND_LEVEL}


def test_a_name_whose_noun_belongs_to_it_says_its_kind(namings, atlas):
    (oster,) = namings("Oster Province fell.")
    assert numbers(atlas, oster.options) == {OSTER}
    assert Precision.FIRST_LEVEL in oster.kinds


def test_a_province_and_its_city_of_one_name_are_told_apart_and_the_bare_name_is_the_city(namings):
    province, city, bare = namings("In Paran Province, in the city of Paran, in Paran.")
    assert province is not city
    assert bare is city


def test_a_bare_name_is_the_province_where_the_text_knows_no_other_kind(namings):
    province, bare = namings("In Paran Province, and in Paran.")
    assert province is bare
