import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export import Page, clean, write_text
from reportedly.records import Span
from tests.export.invented import TEXT, a_denial, a_document, a_hidden_voice, a_plain_claim, some_readings

EXPECTED = """\
Port records dispute ferry levy
no publication date: the file does not say · ferry.txt
2 claims, 2 voices

  1 harbour board › Coast Watch
    The harbour board noted that the Coast Watch said that ‹its crews
    did not likely tax 12 ferries at Lomar in May›.
    DENIED · possible · “likely”
    cue        “noted” › “said”
    what       extortion
    who        Coast Watch crews
    to whom    ferries
    where      Lomar
    when       “in May”, not dated: no publication date to count from
    how much   12 ferries

  2 (the report itself)
    ‹Nobody objected›.
    asserted"""


def written(*claims, document=None, page=None):
    return write_text(document or a_document(), some_readings(), claims, page or Page(72))


def without_colour(text):
    for code in ("0", "1", "2", "4", "1;31"):
        text = text.replace(f"\x1b[{code}m", "")
    return text


def test_a_claim_shows_its_voices_its_sentence_and_its_fields():
    assert written(a_denial(), a_plain_claim()) == EXPECTED


def test_colour_adds_nothing_but_colour():
    coloured = written(a_denial(), a_plain_claim(), page=Page(72, colour=True))
    assert "\x1b[1;31mDENIED" in coloured
    assert without_colour(coloured) == EXPECTED


def test_no_colour_means_no_escape_codes():
    assert "\x1b" not in written(a_denial())


@pytest.mark.parametrize("columns", [10, 40, 60, 88, 200])
def test_no_line_is_wider_than_the_page(columns):
    for line in written(a_denial(), a_plain_claim(), page=Page(columns)).splitlines():
        assert len(line) <= max(columns, 40)


def test_a_document_without_claims_shows_its_header_alone():
    assert written().splitlines()[-1] == "0 claims, 0 voices"


def test_one_claim_and_one_voice_are_counted_in_the_singular():
    claim = dataclasses.replace(a_denial(), chain=(a_hidden_voice(),))
    assert "1 claim, 1 voice\n" in written(claim)


def test_a_publication_date_takes_the_place_of_the_reason():
    document = dataclasses.replace(a_document(), published="2031-04", published_reason=None, publisher="Wire")
    assert "Wire · 2031-04 · ferry.txt" in written(document=document)


def test_without_a_title_the_name_stands_at_the_top():
    header = written(document=dataclasses.replace(a_document(), title=None)).splitlines()
    assert header[0] == "ferry.txt"
    assert "ferry.txt" not in header[1]


def test_a_dated_time_shows_its_value_and_its_words():
    time = dataclasses.replace(a_denial().time, value="2031-05", reason=None)
    assert "when       2031-05 “in May”" in written(dataclasses.replace(a_denial(), time=time))


def test_a_claim_over_two_sentences_is_shown_in_both():
    claim = dataclasses.replace(a_plain_claim(), content=Span(TEXT.index("in May"), TEXT.index(" objected")))
    shown = " ".join(written(claim).split())
    assert "The harbour board noted" in shown
    assert "‹in May. Nobody› objected." in shown


def test_a_very_long_sentence_is_shortened_on_both_sides_of_the_claim():
    text = "word " * 200 + "claimed words" + " tail" * 200
    begin = text.index("claimed")
    document = dataclasses.replace(a_document(), text=text)
    claim = dataclasses.replace(a_plain_claim(), content=Span(begin, begin + len("claimed words")))
    whole = Span(0, len(text))
    sentence = dataclasses.replace(some_readings()[0].sentences[0], span=whole)
    readings = (dataclasses.replace(some_readings()[0], sentences=(sentence,)),)
    shown = write_text(document, readings, (claim,), Page(88))
    assert "‹claimed words›" in " ".join(shown.split())
    assert len(shown) < 1_000
    assert shown.count("…") == 2


def test_brackets_of_the_report_itself_do_not_confuse_the_mark():
    text = "He › said ‹ that so it is."
    content = Span(text.index("so"), text.index("."))
    document = dataclasses.replace(a_document(), text=text)
    sentence = dataclasses.replace(some_readings()[0].sentences[0], span=Span(0, len(text)))
    readings = (dataclasses.replace(some_readings()[0], sentences=(sentence,)),)
    claim = dataclasses.replace(a_plain_claim(), content=content)
    shown = write_text(document, readings, (claim,), Page(88, colour=True))
    assert "He › said ‹ that \x1b[4m‹so it is›\x1b[0m." in shown


def test_without_sentences_the_claim_stands_alone():
    shown = write_text(a_document(), (), (a_plain_claim(),), Page(88))
    assert "\n    ‹Nobody objected›\n" in shown


def test_control_characters_of_a_report_do_not_reach_the_terminal():
    assert clean("a\x1b[31mb\u202ec\x07\n d") == "a\ufffd[31mbc\ufffd d"


@given(st.text())
def test_cleaned_text_is_one_line_that_cleaning_leaves_alone(text):
    once = clean(text)
    assert len(once.splitlines()) <= 1
    assert clean(once) == once
