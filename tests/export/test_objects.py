import dataclasses
import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export import SCHEMA, json_pieces, write_json, write_lines
from reportedly.records import (
    Actor,
    Bound,
    Mention,
    Modality,
    Place,
    Polarity,
    Precision,
    Quantity,
    Resolution,
    Span,
    VoiceKind,
)
from tests.export.invented import TEXT, a_denial, a_document, a_hidden_voice, a_plain_claim

PUBLISHED = json.loads(files("reportedly.export").joinpath("claims-1.schema.json").read_text("utf-8"))
WHOLE = jsonschema.Draft202012Validator(PUBLISHED)
LINE = jsonschema.Draft202012Validator({**PUBLISHED["$defs"]["line"], "$defs": PUBLISHED["$defs"]})
CLAIMS = (a_denial(), a_plain_claim())


def objects_under(node):
    """Every place of a JSON Schema that describes an object."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects_under(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects_under(value)


def test_the_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)


def test_the_schema_lets_nothing_in_that_it_does_not_name():
    described = list(objects_under(PUBLISHED))
    assert len(described) > 8
    for described_object in described:
        assert described_object["additionalProperties"] is False
        assert described_object["required"] == list(described_object["properties"])


def test_the_schema_names_the_words_that_the_records_know():
    claim = PUBLISHED["$defs"]["claim"]["properties"]
    assert claim["polarity"]["enum"] == [polarity.value for polarity in Polarity]
    assert claim["modality"]["enum"] == [modality.value for modality in Modality]
    assert PUBLISHED["$defs"]["voice"]["properties"]["kind"]["enum"] == [kind.value for kind in VoiceKind]
    assert PUBLISHED["$defs"]["quantity"]["properties"]["bound"]["enum"] == [*(b.value for b in Bound), None]
    assert PUBLISHED["$defs"]["schema"]["const"] == SCHEMA


def test_the_json_of_a_document_fits_the_schema():
    WHOLE.validate(json.loads(write_json(a_document(), CLAIMS)))


def test_every_line_fits_the_schema_and_holds_its_document():
    lines = write_lines(a_document(), CLAIMS).splitlines()
    assert len(lines) == len(CLAIMS)
    for line in lines:
        row = json.loads(line)
        LINE.validate(row)
        assert row["document"]["name"] == "ferry.txt"


def test_a_document_without_claims_has_an_empty_list_and_no_lines():
    assert json.loads(write_json(a_document(), ()))["claims"] == []
    assert write_lines(a_document(), ()) == ""


def test_offsets_are_code_points_of_the_text():
    claim = json.loads(write_json(a_document(), CLAIMS))["claims"][0]
    for words in (claim["content"], claim["chain"][1]["cue"], claim["quantities"][0], claim["time"]):
        assert TEXT[words["begin"] : words["end"]] == words["text"]
    place = claim["places"][0]
    assert TEXT[place["begin"] : place["end"]] == place["mention"] == "Lomar"


def test_the_chain_keeps_its_order_outermost_first():
    claim = json.loads(write_json(a_document(), CLAIMS))["claims"][0]
    assert [voice["name"] for voice in claim["chain"]] == ["harbour board", "Coast Watch"]


def test_a_hidden_voice_has_no_words_and_no_cue():
    claim = dataclasses.replace(a_plain_claim(), chain=(a_hidden_voice(),))
    written = json.loads(write_json(a_document(), (claim,)))
    WHOLE.validate(written)
    assert written["claims"][0]["chain"] == [
        {
            "name": "unnamed source",
            "mention": None,
            "begin": None,
            "end": None,
            "entry": None,
            "cue": None,
            "kind": "unnamed",
        }
    ]


def test_a_place_of_the_gazetteer_is_written_with_where_it_is():
    lomar = Place("geonames:7", "Lomar", Precision.SETTLEMENT, "LX", 12.5, -3.25)
    entry = entry_of(Resolution(lomar, 0.87654, ("the only Lomar", "a seat"), "places 1"))
    assert entry == {
        "id": "geonames:7",
        "name": "Lomar",
        "kind": "settlement",
        "score": 0.8765,
        "reasons": ["the only Lomar", "a seat"],
        "decided_by": "places 1",
        "country": "LX",
        "latitude": 12.5,
        "longitude": -3.25,
    }


def test_a_place_on_the_equator_keeps_its_nought():
    null_meridian = Place("geonames:8", "Orra", Precision.COUNTRY, None, 0.0, 4.0)
    assert entry_of(Resolution(null_meridian, 1.0, ("named so",), "places 1"))["latitude"] == 0.0


def test_an_actor_of_the_registry_has_no_coordinates():
    watch = Actor("coast-watch", "Coast Watch", "state organ")
    entry = entry_of(Resolution(watch, 1.0, ("its name",), "actors 1"))
    assert (entry["kind"], entry["country"], entry["latitude"]) == ("state organ", None, None)


def test_a_quantity_is_written_with_what_it_comes_to():
    amount = Quantity(
        "up to 2.5 tons of rice a day", Span(3, 31), None, 2.5, Bound.AT_MOST, "ton", "rice", per="day"
    )
    assert quantity_of(amount) == {
        "text": "up to 2.5 tons of rice a day",
        "begin": 3,
        "end": 31,
        "low": None,
        "high": 2.5,
        "bound": "at-most",
        "unit": "ton",
        "counted": "rice",
        "share_of": None,
        "per": "day",
        "reason": None,
    }


def test_a_whole_number_is_written_without_a_point():
    written = quantity_of(Quantity("12 to 15", Span(0, 8), 12.0, 15.0, Bound.RANGE))
    assert (repr(written["low"]), repr(written["high"])) == ("12", "15")


def test_a_quantity_of_words_alone_fits_the_schema_too():
    assert quantity_of(Quantity("12", Span(0, 2)))["bound"] is None


def quantity_of(quantity):
    claim = dataclasses.replace(a_plain_claim(), quantities=(quantity,))
    written = json.loads(write_json(a_document(), (claim,)))
    WHOLE.validate(written)
    return written["claims"][0]["quantities"][0]


def entry_of(resolution):
    claim = a_plain_claim()
    resolved = Mention("Lomar", None, None, resolution)
    written = json.loads(write_json(a_document(), (dataclasses.replace(claim, places=(resolved,)),)))
    WHOLE.validate(written)
    return written["claims"][0]["places"][0]["entry"]


def test_a_score_is_written_with_four_digits():
    assert json.loads(write_json(a_document(), CLAIMS))["claims"][0]["score"] == 0.1235


def test_letters_outside_ascii_stay_as_they_are():
    claim = dataclasses.replace(a_plain_claim(), probability="très probable")
    assert "très probable" in write_json(a_document(), (claim,))


@given(st.text(), st.text(), st.one_of(st.none(), st.text()))
def test_any_words_survive_being_written_and_read_again(name, content, probability):
    document = dataclasses.replace(a_document(), name=name)
    claim = dataclasses.replace(a_plain_claim(), text=content, probability=probability)
    for written in (json.loads(write_json(document, (claim,))), json.loads(write_lines(document, (claim,)))):
        back = written["claims"][0] if "claims" in written else written["claim"]
        assert (written["document"]["name"], back["content"]["text"], back["probability"]) == (
            name,
            content,
            probability,
        )


def test_the_same_claims_give_the_same_bytes():
    assert write_json(a_document(), CLAIMS) == write_json(a_document(), CLAIMS)


@pytest.mark.parametrize("field", ["name", "sha256", "published"])
def test_a_document_without_one_of_its_fields_does_not_fit_the_schema(field):
    whole = json.loads(write_json(a_document(), CLAIMS))
    del whole["document"][field]
    assert not WHOLE.is_valid(whole)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_the_pieces_are_those_of_the_whole_as_json_indents_it(count):
    claims = CLAIMS[:1] * count
    written = write_json(a_document(), claims)
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2)
    assert max(map(len, json_pieces(a_document(), claims))) <= len(write_json(a_document(), CLAIMS[:1]))
