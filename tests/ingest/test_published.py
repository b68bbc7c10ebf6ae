"""Dates keep the precision and the offset that they came with."""

import pytest

from reportedly.ingest.published import parse_published


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031", "2031"),
        ("2031-02", "2031-02"),
        ("2031-02-06", "2031-02-06"),
        ("2031-02-06T10:15", "2031-02-06T10:15"),
        ("2031-02-06 10:15:30", "2031-02-06T10:15:30"),
        ("2031-02-06T10:15:30Z", "2031-02-06T10:15:30+00:00"),
        ("2031-02-06T10:15:30+0300", "2031-02-06T10:15:30+03:00"),
        ("2031-02-06T10:15:30.123-05:00", "2031-02-06T10:15:30.123-05:00"),
        ("20310206", "2031-02-06"),
        ("Thu, 06 Feb 2031 10:15:30 GMT", "2031-02-06T10:15:30+00:00"),
        ("February 6, 2031", "2031-02-06"),
        ("6 February 2031", "2031-02-06"),
        ("2031/02/06", "2031-02-06"),
        ("2031-02-30", None),
        ("2031-00", None),
        ("2031-02-06T24:61", None),
        ("2031-02-06T10:15+29:00", None),
        ("last week", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_was_written(written: str, read: str | None) -> None:
    assert parse_published(written) == read
