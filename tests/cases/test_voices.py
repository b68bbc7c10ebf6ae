"""Single sentences through the shipped model: through whose mouths a claim passed."""

import pytest


def chains(pipeline, text):
    """The chain of each claim of a text, as names."""
    return [[v.who.name for v in c.chain] for c in pipeline.read(text.encode(), name="sentence.txt").claims]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The general has been accused of selling diesel to the front.", ["unnamed source"]),
        ("Concerns have grown that rebels could burn the mill.", ["unnamed source"]),
        ("One theory is that rebels burned the mill.", ["unnamed source"]),
        ("The mayor said that rebels burned the mill, reported the Gazette.", ["Gazette", "mayor"]),
        ("The Gazette quoted the mayor as saying that rebels burned the mill.", ["Gazette", "mayor"]),
        ("Rebels burned the mill, the harbour office stressed this week.", ["harbour office"]),
        ("According to data kept by Harbour Watch, rebels burned the mill.", ["Harbour Watch"]),
        ("Rebels burned the mill, according to a recent Harbour Watch report.", ["Harbour Watch"]),
        ("A police report obtained by the Tarvian press said that rebels fled.", ["Tarvian press", "police"]),
        ("Guards consulted by the Gazette say that rebels burned the mill.", ["Gazette", "Guards"]),
        ("The harbour director, Ila Venn, said that rebels burned the mill.", ["Ila Venn"]),
        ("60 percent of farmers said that rebels burned the mill.", ["60 percent of farmers"]),
        ("Governor Ila Venn Tuesday said that rebels burned the mill.", ["Ila Venn"]),
        ("Rebels burned the mill and shelled the port, said Lanterna, a weekly.", ["Lanterna"]),
        ("Guards are charged with burning the mill, reports the Gazette.", ["Gazette", "unnamed source"]),
        ("Nine boats were seized, but the port is open, according to officials.", ["officials"]),
        ("Many more arrests are expected.", []),
        ("The brigade reportedly seized the port and burned the mill.", ["unnamed source"]),
        ("“We know that rebels burned the mill,” the governor said.", ["governor"]),
        ("“I am convinced that rebels burned the mill,” the governor said.", ["governor"]),
        ("“Rebels burned the mill,” said Col. Ila “B.D.” Venn, the army spokesperson.", ["Ila “B.D.” Venn"]),
        ("Two generals accused of burning the mill were arrested.", ["unnamed source"]),
        ("There is a clear sign that rebels burned the mill.", []),
    ],
)  # fmt: skip
def test_who_passes_a_claim_on(pipeline, text, chain):
    assert chain in chains(pipeline, text)


def test_who_seeks_something_asks_nobody(pipeline):
    assert chains(pipeline, "The brigade is seeking to smuggle diesel through Perrin.") == [[]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor denied any wrongdoing by the guards.", "any wrongdoing by the guards"),
        ("The police chief blamed the murders on the Sable Front.", "the murders on the Sable Front"),
    ],
)
def test_what_somebody_says_needs_no_verb(pipeline, text, content):
    assert [c.text for c in pipeline.read(text.encode(), name="sentence.txt").claims] == [content]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The mayor's claim that rebels burned the mill angered the army.", ["mayor"]),
        ("Officials rejected the army's claim that rebels burned the mill.", ["Officials"]),  # they deny it
    ],
)
def test_whose_claim_it_is(pipeline, text, chain):
    assert chain in chains(pipeline, text)


@pytest.mark.parametrize("put_out", ["in a report on Thursday", "in its yearly report"])
def test_a_report_speaks_for_who_put_it_out(pipeline, put_out):
    text = f"The Ferry Office said {put_out} that rebels burned the mill. The report said that guards fled."
    assert chains(pipeline, text) == [["Ferry Office"], ["Ferry Office"]]


def test_a_source_ends_before_its_own_cue(pipeline):
    text = "A guard whose brother was killed told the campaign group that a plane had bombed the mill."
    assert chains(pipeline, text) == [["campaign group", "guard whose brother was killed"]]


def test_whoever_asks_for_something_is_its_voice_though_a_clause_of_it_reaches_far(pipeline):
    text = "The prisoners asked to be moved to camps where they could trade, in return for leaving."
    assert chains(pipeline, text)[0] == ["prisoners"]


def test_a_title_that_says_in_short_what_a_voice_says_below_is_that_voices(pipeline):
    text = (
        "Call for inquiry into mill attack\n\n"
        "The harbour guild has called for an inquiry into an attack on a mill in Varo on Friday that "
        "killed 13 women."
    )
    assert chains(pipeline, text)[0] == ["harbour guild"]


def test_an_office_speaks_by_the_name_of_who_holds_it(pipeline):
    text = (
        "The army's chief of staff, General Ivo Marn, confirmed on Sunday that his forces had withdrawn from "
        "Perrin, but denied that they had been defeated."
    )
    assert chains(pipeline, text) == [["Ivo Marn"], ["Ivo Marn"]]
