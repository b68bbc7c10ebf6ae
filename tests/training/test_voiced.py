import pytest

from reportedly.records import Span
from training.voiced import Link, Voiced, attributions_of


def found(text, *claims):
    """Attributions of claims given as (content, (source, cue), ...), as texts."""

    def span(words):
        return None if words is None else Span(text.index(words), text.index(words) + len(words))

    voiced = [
        Voiced(span(content), tuple(Link(span(who), span(cue)) for who, cue in links))
        for content, *links in claims
    ]
    return [
        (
            text[link.source.begin : link.source.end] if link.source else None,
            text[link.cue.begin : link.cue.end],
            [text[s.begin : s.end] for s in content],
        )
        for link, content in attributions_of(text, voiced)
    ]


def test_the_outer_voice_says_the_inner_voice_and_its_cue_too():
    text = "The board said that pilots had denied that ferries sank."
    assert found(text, ("ferries sank", ("The board", "said"), ("pilots", "had denied"))) == [
        ("pilots", "had denied", ["that ferries sank"]),
        ("The board", "said", ["that pilots had denied that ferries sank"]),
    ]


def test_propositions_under_one_cue_are_one_content():
    text = "The board said ferries sank and pilots left."
    said = ("The board", "said")
    assert found(text, ("ferries sank", said), ("pilots left", said)) == [
        (*said, ["ferries sank and pilots left"])
    ]


def test_a_content_on_both_sides_of_its_voice_has_two_parts():
    text = "“Ferries sank,” the board said, “and pilots left.”"
    said = ("the board", "said")
    assert found(text, ("Ferries sank", said), ("pilots left", said)) == [
        (*said, ["“Ferries sank,”", "“and pilots left.”"])
    ]


def test_a_cue_without_a_source_is_an_attribution_too():
    assert found("Ferries reportedly sank.", ("sank", (None, "reportedly"))) == [
        (None, "reportedly", ["sank"])
    ]


@pytest.mark.parametrize("links", [(), ((None, None),)])
def test_what_nothing_attributes_is_no_attribution(links):
    assert found("Ferries sank.", ("Ferries sank", *links)) == []
