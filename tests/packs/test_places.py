import pytest
import yaml

from reportedly.errors import PackError
from reportedly.packs import load_places

REGION = {"id": 10, "name": "Western Lands", "at": [30, 10]}


def written(folder, tree):
    path = folder / "places.yml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return path


def test_a_form_leads_to_all_places_that_have_it(tmp_path):
    rows = [
        {"id": 1, "name": "Karvenia", "forms": ["KV"]},
        {"id": 2, "name": "Kesh", "forms": ["KV", "Ksh."]},
    ]
    pack = load_places(written(tmp_path, {"short_names": rows}))
    assert pack.short_names == {"KV": (1, 2), "Ksh.": (2,)}
    assert (pack.demonyms, pack.regions) == ({}, ())


def test_the_shipped_pack_knows_adjectives_and_states():
    pack = load_places()
    assert pack.demonyms["Iraqi"] == (99237,)
    assert pack.lands["Iraqi"] == "Iraq"
    assert "Iraqis" not in pack.lands  # its people are not the country
    assert pack.short_names["Md."] == pack.short_names["MD"] == (4361885,)
    assert pack.middles[2017370] == (60, 100)
    assert {region.name for region in pack.regions} >= {"Africa", "Middle East"}


@pytest.mark.parametrize(
    ("tree", "wrong"),
    [
        ({"places": []}, "is not a known key"),
        ({"demonyms": [{"id": 0, "name": "Kesh", "forms": ["Keshi"]}]}, "is no whole number above 0: 0"),
        ({"demonyms": [{"id": 1, "name": "Kesh", "forms": ["Keshi", "Keshi"]}]}, "'Keshi' is there twice"),
        ({"demonyms": [{"id": 1, "name": "Kesh", "form": ["Keshi"]}]}, "is not a known key"),
        ({"regions": [{**REGION, "at": [0, 0]}]}, "write \\[latitude, longitude\\] in degrees"),
        ({"regions": [{**REGION, "at": [95, 0]}]}, "write \\[latitude, longitude\\] in degrees"),
        ({"middles": [{**REGION, "at": [0, 181]}]}, "write \\[latitude, longitude\\] in degrees"),
        ({"regions": [{**REGION, "at": [30]}]}, "write \\[latitude, longitude\\] in degrees"),
    ],
)
def test_a_pack_that_breaks_a_rule_is_refused(tmp_path, tree, wrong):
    with pytest.raises(PackError, match=wrong):
        load_places(written(tmp_path, tree))
