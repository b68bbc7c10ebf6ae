"""What a long report costs grows with its length and no faster, counted in calls: no clock is sure enough."""

import sys

from reportedly.compose import compose
from reportedly.resolve import resolve
from tests.compose.invented import nobody, packs


def report_of(paragraphs, pipeline):
    text = "\n\n".join(
        f"The Lomar{n} Harbour Board (L{n}HB) said on Monday that the brigade had taxed {n + 2} ferries. "
        f"“They left at dawn,” said Anna Veld{n}, who denied that the board had paid the crew. "
        f"The board told the Tamsel Herald that it would search {n + 3} boats."
        for n in range(paragraphs)
    )
    return pipeline.read(text.encode(), name="long.txt")


def calls_of(outcome):
    """How many functions composing and resolving call, built-in ones included."""
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        claims = compose(outcome.document, outcome.readings, packs())
        resolve(outcome.document, outcome.readings, claims, registry=nobody())
    finally:
        sys.setprofile(None)
    return count


def test_composing_and_resolving_take_no_more_calls_a_word_in_a_longer_report(pipeline):
    packs(), nobody()  # loaded beforehand
    short, long = (calls_of(report_of(paragraphs, pipeline)) for paragraphs in (20, 160))
    assert long <= 8 * short * 1.1
