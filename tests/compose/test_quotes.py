from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.quotes import Quotations, find_quotations
from reportedly.compose.trees import contains
from reportedly.records import Passage, PassageKind, Span
from tests.compose.invented import Report, bare


def quoted(*texts, kind=PassageKind.PARAGRAPH):
    report = Report()
    for text in texts:
        report.passage(text, read=bare, kind=kind)
    spans = find_quotations(report.document).spans
    return [report.text[s.begin : s.end] for s in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“They left,” she said.", ["“They left,”"]),
        ('"They left," she said.', ['"They left,"']),
        ("«They left», she said.", ["«They left»"]),
        ("``They left,'' she said.", ["``They left,''"]),
        ("Nobody said a word.", []),
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
    ],
    ids=["curly", "straight", "guillemets", "typewriter", "none", "two"],
)
def test_quotations_run_from_mark_to_mark(text, found):
    assert quoted(text) == found


def test_an_apostrophe_opens_and_closes_nothing():
    assert quoted("The brigade's men, the boats' owners said, weren't there.") == []


def test_a_quotation_left_open_ends_with_its_passage():
    assert quoted("He said: “They left.", "Nobody asked.") == ["“They left."]


def test_a_block_quotation_is_one_whole():
    assert quoted("They left. They came back.", kind=PassageKind.BLOCK_QUOTATION) == [
        "They left. They came back."
    ]


def test_a_span_is_held_with_or_without_its_marks():
    report = Report().passage("“They left,” she said.", read=bare)
    found = find_quotations(report.document)
    assert found.hold(report.span("“They left,”"))
    assert found.hold(report.span("They left"))
    assert not found.hold(report.span("she said"))
    assert not found.hold(report.span("left,” she"))


@given(st.lists(st.text(alphabet="ab “”\"«»`'\n", min_size=1, max_size=30), max_size=4))
def test_quotations_are_ordered_disjoint_and_inside_a_passage(texts):
    report, at = Report(), 0
    for text in texts:
        report.text += text
        report.passages.append(Passage(Span(at, at + len(text)), PassageKind.PARAGRAPH))
        at += len(text)
    spans = find_quotations(report.document).spans
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(any(contains(p.span, s) for p in report.passages) for s in spans)


@given(
    st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True).map(sorted),
    st.integers(0, 60),
    st.integers(0, 12),
)
def test_what_a_quotation_holds_is_found_without_a_look_at_all_of_them(bounds, begin, length):
    spans = tuple(Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False))
    inner = Span(begin + 1, max(begin + 1, begin + length - 1))
    held = Quotations(spans).hold(Span(begin, begin + length))
    assert held == any(contains(q, inner) for q in spans)
