"""What is reported by nobody that the text names, and what a source asks for itself."""

from reportedly.compose.hearsay import RULE, aside
from reportedly.records import Modality
from tests.compose.invented import Report, chains, only, said, voicings


def test_who_faces_allegations_does_not_make_them():
    text = "The brigade has faced allegations that it shelled a market."
    claim = only(said(text, "The brigade", "has faced allegations", "it shelled a market").resolved())
    assert chains([claim]) == ["unnamed source: it shelled a market"]
    assert claim.modality is Modality.ACCUSED


def test_who_makes_allegations_speaks_them():
    text = "Guards have made allegations that rebels burned the mill."
    report = said(text, "Guards", "have made allegations", "rebels burned the mill")
    assert chains(report.resolved()) == ["Guards: rebels burned the mill"]


def test_how_a_source_asks_to_be_treated_is_no_claim():
    text = "An officer who asked not to be named said that rebels burned the mill."
    report = said(text, "An officer", "said", "rebels burned the mill")
    report.voiced("who", "asked", "not to be named").proposed("not to be named")
    assert chains(report.resolved()) == ["officer: rebels burned the mill"]


def test_the_alleged_head_of_a_group_heads_it_by_an_unnamed_voice():
    text = "Police seized the alleged head of the Sable Front."
    claims = Report().passage(text).proposed(text[:-1], activity=("arrest", 0.9)).composed()
    assert chains(claims) == [
        f"document: {text[:-1]}",
        "unnamed source: head of the Sable Front",
    ]
    assert [c.modality for c in claims] == [Modality.ASSERTED, Modality.REPORTED]


def test_alleged_in_front_of_a_noun_alone_only_says_who_is_meant():
    text = "Police seized two alleged members."
    assert voicings(Report().passage(text)) == []


def test_a_reported_event_with_a_clause_of_its_own_stands_apart():
    text = "Guards killed two men in a reported clash that left one farmer dead."
    report = Report().passage(text).proposed(text[:-1])
    assert chains(report.composed()) == [
        "document: Guards killed two men",
        "unnamed source: clash that left one farmer dead",
    ]
    (voicing,) = voicings(report)
    assert voicing.rule == RULE
    assert aside(voicing, report.grove) == report.span("in a reported").begin


def test_who_is_described_by_what_follows_does_not_stand_apart():
    report = Report().passage("Police seized the alleged head of the Sable Front.")
    assert aside(*voicings(report), report.grove) is None
