"""The verb: every kind of input, and what each bad one gets."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.errors import (
    BrokenInput,
    EmptyInput,
    EncryptedInput,
    InputError,
    MissingInput,
    NoArticle,
    NotAFile,
    ReportedlyError,
    SettingsError,
    TooLarge,
    UnknownFormat,
    UnknownLanguage,
)
from reportedly.ingest import Limits, ingest
from tests.ingest.invented import PARAGRAPH, page, pdf

WORDS = b"the " * 125
LINES = [[(72, 700, 11, "The harbour chief said that patrols had doubled in the spring.")]]


def test_a_text_keeps_its_own_words_and_is_named_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Patrols doubled\r\n\r\n" + PARAGRAPH.encode() + b"\r\n")
    document = ingest(path)
    assert document.text == f"Patrols doubled\r\n\r\n{PARAGRAPH}\r\n"
    assert document.name == str(path)
    assert document.id == f"d-{document.sha256[:16]}"
    assert document.title == "Patrols doubled"
    assert document.language == "en"


def test_standard_input_is_named_with_a_dash_and_sniffed() -> None:
    assert ingest(PARAGRAPH.encode()).name == "-"
    assert ingest(page(f"<h1>Patrols doubled</h1><p>{PARAGRAPH}</p>")).title == "Patrols doubled"
    assert ingest(pdf(LINES)).text == LINES[0][0][3]


def test_a_given_date_wins_and_a_missing_one_has_a_reason() -> None:
    dated = page(f"<h1>A</h1><p>{PARAGRAPH}</p>", head='<meta name="date" content="2031-05-02">')
    assert ingest(dated).published == "2031-05-02"
    assert ingest(dated, published="2031-06").published == "2031-06"
    undated = ingest(PARAGRAPH.encode())
    assert undated.published is None
    assert undated.published_reason is not None
    assert ingest(PARAGRAPH.encode(), published="2031").published_reason is None


@pytest.mark.parametrize(
    "date", ["yesterday", "2031-13-01", "2031-02-30", "", "06/02/2031", "2031-02-01T25:00"]
)
def test_an_impossible_date_is_a_settings_error(date: str) -> None:
    with pytest.raises(SettingsError, match="ISO 8601"):
        ingest(PARAGRAPH.encode(), published=date)


@pytest.mark.parametrize(
    ("content", "name", "error", "wrong"),
    [
        (b"", "empty.txt", EmptyInput, "0 bytes"),
        (b" \r\n\t\n ", "blank.txt", EmptyInput, "no words"),
        (b"\xef\xbb\xbf", "mark.txt", EmptyInput, "no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "scan.pdf", UnknownFormat, "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(90), "scan.pdf", UnknownFormat, "JPEG"),
        (b"GIF89a" + bytes(90), "a.txt", UnknownFormat, "GIF"),
        (b"PK\x03\x04" + bytes(90), "a.docx", UnknownFormat, "ZIP"),
        (b"{\\rtf1 hello}", "a.rtf", UnknownFormat, "RTF"),
        (bytes(range(256)) * 20, "a.txt", UnknownFormat, "binary"),
        (b"plain words", "a.pdf", BrokenInput, "%PDF-"),
        (b"%PDF-1.4 nothing", "a.pdf", BrokenInput, "damaged"),
        (pdf(LINES)[:300], "a.pdf", BrokenInput, "damaged"),
        (pdf(LINES, locked=True), "a.pdf", EncryptedInput, "encrypted"),
        (pdf([[]]), "a.pdf", EmptyInput, "text layer"),
        (b"<html><body><ul><li>Home</li><li>News</li></ul></body></html>", "a.html", NoArticle, "menus"),
        (b"<html></html>", "a.html", NoArticle, "article"),
        (b"", "a.html", EmptyInput, "0 bytes"),
    ],
)
def test_a_bad_input_gets_an_error_that_names_it(
    content: bytes, name: str, error: type[InputError], wrong: str
) -> None:
    with pytest.raises(error) as caught:
        ingest(content, name=name)
    assert type(caught.value) is error
    assert str(caught.value).startswith(f"{name}: ")
    assert wrong in caught.value.wrong
    assert caught.value.do


def test_a_page_that_only_asks_for_scripts_holds_no_article() -> None:
    with pytest.raises(NoArticle):
        ingest(b"<html><body><p>You need to enable JavaScript to run this app on the web.</p></body></html>")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"gone\.txt"):
        ingest(tmp_path / "gone.txt")
    with pytest.raises(NotAFile, match="folder"):
        ingest(tmp_path)
    with pytest.raises(MissingInput):
        ingest(Path("a\0b"))


def test_more_bytes_than_the_limit_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(WORDS)
    with pytest.raises(TooLarge, match="499 bytes"):
        ingest(path, limits=Limits(max_bytes=499))
    with pytest.raises(TooLarge):
        ingest(WORDS, limits=Limits(max_bytes=499))
    assert ingest(path, limits=Limits(max_bytes=500)).text


def test_more_pages_than_the_limit_are_refused() -> None:
    with pytest.raises(TooLarge, match="2 pages"):
        ingest(pdf([*LINES, *LINES]), limits=Limits(max_pages=1))


def test_a_page_of_more_elements_than_the_limit_is_refused() -> None:
    long = page("<h1>A</h1>" + f"<p>{PARAGRAPH}</p>" * 30)
    with pytest.raises(TooLarge, match="20 elements"):
        ingest(long, limits=Limits(max_elements=20))


def test_a_page_with_bottomless_nesting_ends_in_an_input_error() -> None:
    nested = b"<html><body>" + b"<div>" * 50_000 + PARAGRAPH.encode()
    with pytest.raises(InputError):
        ingest(nested)


def test_a_text_that_is_not_english_is_refused_with_its_name() -> None:
    with pytest.raises(UnknownLanguage, match=r"bericht\.txt"):
        ingest(
            b"Der Hafenmeister sagte, dass die Boote in der Nacht nicht zu sehen waren.",
            name="bericht.txt",
        )


DAMAGE = some.lists(some.tuples(some.integers(0, 5_000), some.binary(min_size=1, max_size=4)), max_size=6)
WHOLE = [
    pdf(LINES),
    page(
        f"<h1>A</h1><p>{PARAGRAPH}</p><blockquote>{PARAGRAPH}</blockquote>",
        head='<meta name="date" content="2031">',
    ),
    f"Patrols doubled\n\n{PARAGRAPH}\n\nIt noted:\n\n- {PARAGRAPH}\n".encode(),
]


@settings(deadline=None)
@given(some.sampled_from(WHOLE), DAMAGE)
def test_damaged_bytes_give_a_document_or_an_error_of_the_tree(
    whole: bytes, damage: list[tuple[int, bytes]]
) -> None:
    content = bytearray(whole)
    for place, put in damage:
        at = place % len(content)
        content[at : at + len(put)] = put
    try:
        document = ingest(bytes(content))
    except ReportedlyError:
        return
    position = 0
    for passage in document.passages:
        words = document.text[passage.span.begin : passage.span.end]
        assert words == words.strip() != ""
        assert passage.span.begin >= position
        position = passage.span.end
