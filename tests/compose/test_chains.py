from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.chains import find_chain
from reportedly.compose.nearby import Nearby
from reportedly.compose.quotes import find_quotations
from reportedly.records import Span
from tests.compose.invented import Report, bank, bare, said, voicings

CONTENT = "the Sable Front smuggled diesel through Perrin"
NESTED = f"The audit office noted that the army said that {CONTENT}."


def chain(report, span, outlets=()):
    return find_chain(
        report.document,
        span,
        Nearby(voicings(report), lambda v: v.content),
        report.grove,
        quotations=find_quotations(report.document),
        outlets=list(outlets),
    )


def sources(report, words, outlets=()):
    links = chain(report, report.span(words), outlets)
    return [report.text[link.source.begin : link.source.end] for link in links if link.source]


def test_the_outermost_voice_comes_first():
    assert sources(Report().passage(NESTED), CONTENT) == ["The audit office", "the army"]


def test_a_part_of_what_is_said_has_the_same_chain():
    assert sources(Report().passage(NESTED), "smuggled diesel") == ["The audit office", "the army"]


def test_the_words_of_a_voice_are_said_by_nobody_but_those_outside_it():
    assert sources(Report().passage(NESTED), "the army said") == ["The audit office"]
    assert sources(Report().passage(NESTED), "The audit office") == []


def test_a_voice_does_not_reach_into_the_next_sentence():
    report = Report().passage(NESTED, "Diesel was seized at Perrin.")
    report.voiced("The audit office", "noted", report.text[22:])
    assert sources(report, "Diesel was seized") == []


def test_the_outlet_that_was_told_comes_before_the_voice():
    content = "the brigade smuggled diesel"
    report = said(f"The mayor told the Perrin Herald that {content}.", "The mayor", "told", content)
    outlet = report.span("the Perrin Herald")
    assert sources(report, content, [outlet]) == ["the Perrin Herald", "The mayor"]
    assert sources(report, content) == ["the Perrin Herald", "The mayor"]  # a paper, by its name alone


def test_reports_that_a_voice_denies_are_no_voice_of_their_own():
    text = "The ministry denied reports that rebels burned the ferry."
    report = Report().passage(text)
    links = chain(report, report.span("rebels burned the ferry"))
    assert [report.text[link.cue.begin : link.cue.end] for link in links] == ["denied"]


@given(st.sampled_from(sorted(bank())), st.data())
def test_no_voice_stands_in_a_chain_twice(text, data):
    report = Report().passage(text)
    begin = data.draw(st.integers(0, len(text) - 1))
    links = chain(report, Span(begin, data.draw(st.integers(begin + 1, len(text)))))
    voices = [(link.source, link.cue) for link in links]  # a hearer has the cue of whom he heard
    assert all(a != b for a, b in pairwise(voices))
    assert len(set(voices)) == len(voices)


def test_a_quotation_that_goes_on_after_its_cue_keeps_its_voice():
    first, second = "“The army left Perrin,” the mayor said.", "“Ferries sank.”"
    report = Report().passage(first, second, read=bare)
    report.voiced("the mayor", "said", "“The army left Perrin,”")
    assert sources(report, "Ferries sank") == ["the mayor"]
