"""Ids follow from content, and different content has different ids."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.ids import claim_id, document_id, sha256_hex
from reportedly.records import Span

SPANS = some.tuples(some.integers(0, 10**6), some.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
KEYS = some.tuples(
    some.text(max_size=8), SPANS, some.lists(some.text(max_size=8), max_size=4), some.integers(0, 9)
)


@settings(deadline=None)
@given(some.binary())
def test_a_document_is_named_by_the_digest_of_its_bytes(content: bytes) -> None:
    digest = sha256_hex(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert document_id(digest) == f"d-{digest[:16]}"


@settings(deadline=None)
@given(KEYS, KEYS)
def test_claims_share_an_id_only_when_all_that_names_them_is_equal(
    one: tuple[str, Span, list[str], int], other: tuple[str, Span, list[str], int]
) -> None:
    first = claim_id(one[0], one[1], chain=one[2], ordinal=one[3])
    second = claim_id(other[0], other[1], chain=other[2], ordinal=other[3])
    assert (first == second) == (one == other)


def test_a_claim_id_stays_the_same_from_run_to_run() -> None:
    assert claim_id("d-0", Span(1, 2), chain=["A", "B"]) == claim_id("d-0", Span(1, 2), chain=("A", "B"))
    assert claim_id("d-0", Span(1, 2), chain=["A", "B"]) != claim_id("d-0", Span(1, 2), chain=["A, B"])
    assert len(claim_id("d-0", Span(1, 2))) == 14
