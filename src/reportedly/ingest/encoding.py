"""Bytes to text, always: what is wrong in one place does not cost the rest.

UTF-16 and UTF-32 are known by their byte-order mark or by their NUL pattern. Everything else is read
line by line: as UTF-8 where that is valid; else as Windows-1252; a line that has more UTF-8 in it than
wrong bytes is read as UTF-8, and only its wrong bytes as Windows-1252. So pure Windows-1252, Latin-1 and
files pasted together from several encodings all come out readable. A text in another legacy encoding
becomes nonsense, which the language check then refuses. A byte-order mark is no part of the text.
"""

import codecs

from reportedly.ingest.sniff import is_wide

_FALLBACK = "reportedly.windows-1252"


def decode(content: bytes) -> str:
    """Decodes any bytes.

    Args:
        content: the bytes of a plain-text file.

    Returns:
        Its text: line ends and every other code point as they are, without a byte-order mark.
    """
    codec = is_wide(content)
    text = content.decode(codec, errors="replace") if codec else _narrow(content)
    return text.removeprefix("\ufeff")


def _narrow(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        codecs.register_error(_FALLBACK, _as_windows_1252)
        return "".join(_line(line) for line in content.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        valid = line.decode("utf-8", errors="ignore")
        beyond_ascii = sum(character > "\x7f" for character in valid)
        wrong = len(line.decode("utf-8", errors="replace")) - len(valid)
    # Two bytes of Windows-1252 can happen to be valid UTF-8: the majority in the line decides.
    return line.decode("utf-8" if beyond_ascii > wrong else "ascii", errors=_FALLBACK)


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # Windows-1252 leaves five byte values undefined; Latin-1 defines all.
    bad = error.object[error.start : error.end]
    return "".join(_one_byte(value) for value in bad), error.end


def _one_byte(value: int) -> str:
    byte = bytes([value])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
