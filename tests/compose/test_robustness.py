"""Whatever a model hands over, composing ends, soon, and every claim points at its words."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compose import compose
from reportedly.records import PassageKind, Sentence, Span, Word
from reportedly.resolve import resolve
from tests.compose.invented import Report, bank, bare, chains, nobody, packs

TEXTS = sorted(bank())
KINDS = list(PassageKind)


def check(report):
    """Compose and resolve; each claim must be a slice of the text, and have an id of its own."""
    claims = report.resolved()
    for claim in claims:
        assert claim.text == report.text[claim.content.begin : claim.content.end]
        assert claim.text.strip() == claim.text != ""
        for mention in (*claim.actors, *claim.targets, *claim.places, *claim.items):
            assert mention.text == report.text[mention.span.begin : mention.span.end]
            assert mention.name
        for voice in claim.chain:
            assert voice.who.name
            assert voice.cue is None or voice.cue_text == report.text[voice.cue.begin : voice.cue.end]
    assert len({claim.id for claim in claims}) == len(claims)
    assert [c.content.begin for c in claims] == sorted(c.content.begin for c in claims)
    assert claims == report.resolved()
    return claims


def test_an_empty_document_claims_nothing():
    assert check(Report()) == ()


def test_a_document_of_boilerplate_claims_nothing():
    report = Report().passage(TEXTS[0], kind=PassageKind.BOILERPLATE).proposed(TEXTS[0])
    assert check(report) == ()


def test_a_boilerplate_passage_without_words_claims_nothing():
    report = Report().passage("Subscribe", kind=PassageKind.BOILERPLATE, read=bare)
    report.sentences[0] = ()
    assert check(report) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_passage_of_one_word_is_read_without_harm(kind):
    report = (
        Report().passage("Smuggling", kind=kind, read=bare).proposed("Smuggling", activity=("smuggling", 0.9))
    )
    report.voiced("Smuggling", "Smuggling", "Smuggling").named("Smuggling", "Person")
    check(report)


def test_a_sentence_without_words_is_read_without_harm():
    report = Report().passage("Rebels left", read=lambda text, at: Sentence(Span(at, at + len(text)), ()))
    check(report.proposed("Rebels left", activity=("withdraw", 0.9)).voiced(None, "left", "Rebels left"))


def test_words_without_syntax_still_give_the_models_attribution():
    report = Report().passage("The mayor said rebels left Perrin", read=bare)
    report.voiced("The mayor", "said", "rebels left Perrin")
    report.proposed("rebels left Perrin", activity=("withdraw", 0.9))
    assert chains(check(report)) in ([], ["mayor: rebels left Perrin"])


def test_a_proposition_between_two_sentences_or_over_both_is_read_without_harm():
    report = Report().passage("It also taxes fishing boats.", "Diesel was seized at Perrin.")
    report.proposed("boats. Diesel was seized").proposed(Span(0, len(report.text)), score=0.95)
    check(report)


def test_a_block_quotation_whose_line_says_nothing_is_read_without_harm():
    block = "The front trains recruits at two camps."
    report = Report().passage("The river is wide in the spring.").block(block).proposed(block)
    assert chains(check(report)) == [f"document: {block[:-1]}"]


def test_voices_that_cover_each_others_cues_make_no_endless_chain():
    text = "The audit office noted that the army said that the Sable Front smuggled diesel through Perrin."
    report = Report().passage(text).proposed("the Sable Front smuggled diesel through Perrin")
    report.voiced("The audit office", "noted", text).voiced("the army", "said", text)
    assert all(len(claim.chain) <= 3 for claim in check(report))


NESTED_CLAUSES = 30  # deeper nesting does not come out of one window of the network


def long_sentence(clauses):
    """One sentence of "the army say" over and over: nested a few deep, then side by side."""
    words, at = [], 0
    for n in range(clauses):
        verb = 3 * n + 2
        nested = n % NESTED_CLAUSES
        head = verb - 3 if nested else (2 if n else None)
        last = ("say", "VERB", "VBP", head, "ccomp" if nested else "parataxis")
        for row in (("the", "DET", "DT", verb - 1, "det"), ("army", "NOUN", "NN", verb, "nsubj"), last):
            form, upos, xpos, governor, deprel = row
            words.append(Word(Span(at, at + len(form)), form, form, upos, xpos, governor, deprel))
            at += len(form) + 1
    return lambda text, begin: Sentence(Span(begin, begin + len(text)), tuple(words))


def one_long_sentence(clauses):
    text = " ".join(["the army say"] * clauses)
    report = Report().passage(text, read=long_sentence(clauses))
    return report.proposed(Span(0, 300))


def many_passages(clauses):
    report, text = Report(), "The army said that the brigade will attack Perrin."
    for n in range(clauses):
        report.passage(text).voiced("The army", "said", text[9:-1], nth=n).proposed(text[14:-1], nth=n)
    return report


def work(report):
    """How many steps of the interpreter composing and resolving take, however busy the machine."""
    document, readings = report.document, report.readings
    packs(), nobody()
    steps = 0

    def trace(frame, event, _):
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        resolve(document, readings, compose(document, readings, packs()), registry=nobody())
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("grown", [one_long_sentence, many_passages])
def test_four_times_the_words_take_hardly_more_than_four_times_the_work(grown):
    assert work(grown(200)) < 6 * work(grown(50))


def test_a_report_is_not_walked_through_once_for_each_attribution():
    class Passages(tuple):
        __slots__ = ()
        walks = 0

        def __iter__(self):
            Passages.walks += 1
            return super().__iter__()

    def walks(report):
        Passages.walks = 0
        document = replace(report.document, passages=Passages(report.document.passages))
        compose(document, report.readings, packs())
        return Passages.walks

    assert walks(many_passages(40)) == walks(many_passages(10)) > 0


def test_a_sentence_of_twenty_thousand_words_is_read_to_the_end():
    check(one_long_sentence(6_667))


@st.composite
def reports(draw):
    """Sentences of the bank in passages of any kind, with attributions and propositions anywhere."""
    report = Report(published=draw(st.sampled_from([None, "2031-04-09"])))
    for _ in range(draw(st.integers(1, 3))):
        texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2))
        before = st.sampled_from([None, *range(len(report.passages))])
        report.passage(*texts, kind=draw(st.sampled_from(KINDS)), governed_by=draw(before))
    size = len(report.text)

    def span():
        begin = draw(st.integers(0, size - 1))
        return Span(begin, draw(st.integers(begin + 1, min(size, begin + 90))))

    def seen():
        """A span that begins in a passage, as all that a model sees does."""
        found = span()
        return found if any(p.span.begin <= found.begin < p.span.end for p in report.passages) else Span(0, 9)

    for _ in range(draw(st.integers(0, 3))):
        at = seen()
        report.proposed(at, score=draw(st.sampled_from([0.2, 0.6, 0.9])), activity=("attack", 0.9))
    for _ in range(draw(st.integers(0, 3))):
        report.attributed(draw(st.sampled_from([[], [span()], [span(), span()]])), seen(), span())
    return report


@settings(max_examples=150)
@given(reports())
def test_any_reading_of_any_sentences_gives_claims_that_are_slices(report):
    check(report)


@given(st.sampled_from(TEXTS), st.data())
def test_any_broken_syntax_gives_claims_that_are_slices(text, data):
    count = len(bare(text).words)
    heads = data.draw(st.lists(st.one_of(st.none(), st.integers(-2, count + 2)), max_size=count))
    report = Report().passage(text, read=lambda words, at: bare(words, at, heads))
    report.proposed(text, activity=("attack", 0.9)).voiced(text[:3], text.split()[1], text[4:-1])
    check(report)
