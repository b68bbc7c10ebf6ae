import json

import pytest

from reportedly.cli import main
from reportedly.errors import InputError
from reportedly.export import write_json
from reportedly.records import Modality, Polarity
from reportedly.samples import load_sample


@pytest.fixture(scope="module")
def outcome(pipeline):
    sample = load_sample()
    return pipeline.read(sample.content, name=sample.name, published=sample.published)


def test_every_claim_points_at_its_words_in_the_text(outcome):
    text = outcome.document.text
    assert outcome.claims
    for claim in outcome.claims:
        assert text[claim.content.begin : claim.content.end] == claim.text
        for voice in claim.chain:
            if voice.cue is not None:
                assert text[voice.cue.begin : voice.cue.end] == voice.cue_text
        for mention in (*claim.actors, *claim.targets, *claim.places, *claim.items):
            if mention.span is not None:
                assert text[mention.span.begin : mention.span.end] == mention.text


def test_claims_stand_in_text_order_with_an_id_each(outcome):
    begins = [claim.content.begin for claim in outcome.claims]
    assert begins == sorted(begins)
    assert len({claim.id for claim in outcome.claims}) == len(outcome.claims)
    assert {claim.document for claim in outcome.claims} == {outcome.document.id}


def test_the_sample_has_a_claim_through_two_voices(outcome):
    chains = [[voice.who.name for voice in claim.chain] for claim in outcome.claims]
    assert any(len(chain) == 2 and "Interior Ministry" in chain[1] for chain in chains)


def test_the_sample_has_a_denial_a_forecast_and_a_gap(outcome):
    assert any(claim.polarity is Polarity.DENIED for claim in outcome.claims)
    assert {Modality.FORECAST, Modality.GAP} <= {claim.modality for claim in outcome.claims}


def test_reading_twice_gives_the_same_bytes(pipeline, outcome):
    sample = load_sample()
    again = pipeline.read(sample.content, name=sample.name, published=sample.published)
    assert write_json(again.document, again.claims) == write_json(outcome.document, outcome.claims)


def test_a_bad_report_is_refused_and_the_next_one_read(pipeline):
    with pytest.raises(InputError, match=r"empty\.txt"):
        pipeline.read(b"", name="empty.txt")
    assert pipeline.read(b"The mayor said that the bridge was closed.", name="bridge.txt").document


def test_the_command_line_reads_a_file_from_end_to_end(pipeline, tmp_path, capsys):
    file = tmp_path / "bridge.txt"
    file.write_text("The mayor said that rebels had attacked the bridge at Lomar.\n", "utf-8")
    assert pipeline is not None
    assert main(["read", str(file), "--format", "json", "--published", "2031-04-09"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["document"]["published"] == "2031-04-09"
    assert whole["claims"][0]["chain"][0]["name"] == "mayor"
