import pytest

from reportedly.compose.issuer import find_issuer
from tests.compose.invented import Report, bare, chains

HEADS = [
    "Harbour Board of Lomar: Statement on the Ferries",
    "Statement by the Harbour Board of Lomar on the Ferries",
    "Harbour Board of Lomar Press Release",
    "Joint communiqué of the Harbour Board of Lomar",
    "Prepared by the Harbour Board of Lomar from the reports of its pilots.",
]


def issuer(*passages):
    report = Report()
    for text in passages:
        report.passage(text, read=bare)
    return find_issuer(report.document)


@pytest.mark.parametrize("head", HEADS)
def test_a_statement_says_in_its_head_whose_it_is(head):
    assert issuer(head, "Ferries sank.").name == "harbour board of lomar"


def test_the_head_may_stand_below_a_title():
    assert issuer("Ferries Sink", HEADS[-1], "Ferries sank.").name == "harbour board of lomar"


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Board Reports Sunken Ferries",
        "Statement on the Ferries",
        "Lomar: Ferries Sink",
        "Lomar: Situation Report No. 9",
        "The board issued a statement on the ferries.",
    ],
)
def test_an_article_has_no_issuer(head):
    assert issuer(head, "Ferries sank.") is None


@pytest.mark.parametrize(
    "words",
    ["the Harbour Board of Lomar", "The board", "members of the Harbour Board of Lomar", "this board"],
)
def test_a_body_is_meant_by_its_name_and_its_noun(words):
    assert issuer(HEADS[0]).is_meant(words)


@pytest.mark.parametrize("words", ["the mayor", "the Ferry Board", "board", "the boards of both towns", ""])
def test_other_words_mean_somebody_else(words):
    assert not issuer(HEADS[0]).is_meant(words)


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Board of Lomar: Daily Report",
        "Harbour Board of Lomar: Summary of the Judgment",
        "Minutes of the Harbour Board of Lomar",
    ],
)
def test_reports_of_each_day_judgments_and_minutes_are_whose_head_they_bear(head):
    assert issuer(head, "Ferries sank.").name == "harbour board of lomar"


def test_it_is_the_issuer_where_the_issuer_was_the_last_to_act():
    report = Report().passage(HEADS[0], read=bare)
    report.passage("The Harbour Board saw the boats.", "It found that the brigade left Perrin.")
    report.voiced("It", "found", "the brigade left Perrin").proposed("the brigade left Perrin")
    assert chains(report.composed()) == ["document: the brigade left Perrin"]


def test_what_an_issuer_says_is_a_claim_without_an_activity_too():
    report = Report().passage(HEADS[0], read=bare)
    report.passage("The Harbour Board found that the mayor was in the harbour.")
    report.voiced("The Harbour Board", "found", "the mayor was in the harbour")
    claims = report.proposed("the mayor was in the harbour").composed()
    assert (chains(claims), claims[0].activity) == (["document: the mayor was in the harbour"], None)


def test_what_all_are_asked_to_do_in_a_statement_its_issuer_asks():
    report = Report().passage(HEADS[0], read=bare).passage("All citizens are asked to leave Perrin.")
    report.voiced(None, "are asked", "to leave Perrin").proposed("to leave Perrin")
    assert chains(report.composed()) == ["document: to leave Perrin"]
