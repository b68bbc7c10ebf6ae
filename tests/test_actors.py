"""Who is spoken of comes out of a report as the registry's entry."""

import json

from reportedly.export import write_json

TEXT = (
    "BAGHDAD (April 9, 2031) - The Iraqi Ministry of Interior said that Kataeb Hizbullah closed the "
    "Tamsel road. "
    "The Tamsel Harbour Board said that the group opened the road on Monday."
)


def test_voices_and_actors_of_a_report_have_their_entries(pipeline):
    outcome = pipeline.read(TEXT.encode(), name="road.txt")
    claim = next(one for one in outcome.claims if "closed" in one.text)
    (voice,) = claim.chain
    assert voice.who.resolution.entry.id == "iq-ministry-of-interior"
    assert [actor.resolution.entry.id for actor in claim.actors] == ["kataib-hizballah"]


def test_a_body_that_the_registry_lacks_has_no_entry_in_the_json(pipeline):
    outcome = pipeline.read(TEXT.encode(), name="road.txt")
    claims = json.loads(write_json(outcome.document, outcome.claims))["claims"]
    voices = {link["name"]: link["entry"] for claim in claims for link in claim["chain"]}
    assert voices["Tamsel Harbour Board"] is None
    assert voices["Iraqi Ministry of Interior"]["id"] == "iq-ministry-of-interior"
