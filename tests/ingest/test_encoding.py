"""Any bytes become text, and a wrong byte costs only itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.ingest.encoding import decode

WORDS = "“Patrols” – café, naïve, 5 €"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_comes_out_of_each_encoding(codec: str) -> None:
    assert decode(WORDS.encode(codec)) == WORDS


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_known_by_its_zero_bytes(codec: str) -> None:
    assert decode("Patrols doubled in the spring.".encode(codec)) == "Patrols doubled in the spring."


def test_a_file_pasted_from_two_encodings_is_read_in_both() -> None:
    assert decode(WORDS.encode() + b"\n" + WORDS.encode("cp1252") + b" ") == f"{WORDS}\n{WORDS} "


def test_a_byte_that_windows_leaves_undefined_is_kept_as_latin_1() -> None:
    assert decode(b"a\x81b") == "a\x81b"


def test_line_ends_and_single_zero_bytes_stay() -> None:
    assert decode(b"a\r\nb\rc\nd\x00e") == "a\r\nb\rc\nd\x00e"


@settings(deadline=None)
@given(some.text())
def test_utf_8_comes_back_unchanged_but_for_its_mark(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text.removeprefix("") or "\x00" in text


@settings(deadline=None)
@given(some.binary())
def test_no_bytes_make_it_fail(content: bytes) -> None:
    decode(content)
