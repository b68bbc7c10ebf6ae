"""Single sentences through the shipped model: each once pinned a claim on the wrong voice."""

import pytest

from reportedly.records import Modality, Polarity

ASSERTED, ACCUSED, GAP = Modality.ASSERTED, Modality.ACCUSED, Modality.GAP
DENIED, AFFIRMED = Polarity.DENIED, Polarity.AFFIRMED


def claims(pipeline, text):
    found = pipeline.read(text.encode(), name="sentence.txt").claims
    return [([v.who.name for v in c.chain], c.polarity, c.modality) for c in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The police chief did not say that rebels burned the mill.", [([], AFFIRMED, GAP)]),
        ("The army cannot confirm that rebels seized the port.", [([], AFFIRMED, GAP)]),
        ("The ministry did not deny that guards beat farmers.", []),
        (
            "It is not true that the militia burned the village, the governor said.",
            [(["governor"], DENIED, ASSERTED)],
        ),
        (
            "The Treasury told the Audit Office that it had seized no fuel.",
            [(["Treasury"], DENIED, ASSERTED)],
        ),
        (
            "The general is alleged by prosecutors to have taken bribes.",
            [(["prosecutors"], AFFIRMED, ACCUSED)],
        ),
    ],
    ids=["did not say", "cannot confirm", "did not deny", "not true", "only told", "alleged by"],
)
def test_a_claim_is_pinned_on_nobody_who_did_not_make_it(pipeline, text, found):
    assert claims(pipeline, text) == found


def test_who_accuses_is_not_who_does_it(pipeline):
    (claim,) = pipeline.read(b"Two judges accused the general of taking bribes.", name="s.txt").claims
    assert [a.name for a in claim.actors] == ["general"]
