"""Bytes from a path, or the reason why there are none."""

from pathlib import Path

from reportedly.errors import InputError, MissingInput, NotAFile, TooLarge


def load_bytes(source: Path | bytes, name: str, max_bytes: int) -> bytes:
    """Reads a file, or checks bytes that are already there.

    Args:
        source: a path, or the bytes themselves.
        name: what the user calls it, for messages.
        max_bytes: the largest size accepted, in bytes.

    Returns:
        The bytes, possibly none.

    Raises:
        MissingInput: no such file.
        NotAFile: a folder or a device.
        TooLarge: more than `max_bytes`; nothing is read then.
        InputError: the file cannot be opened.
    """
    if isinstance(source, bytes):
        _check_size(len(source), name, max_bytes)
        return source
    try:
        if source.is_dir():
            raise NotAFile(name, "is a folder", "give the files in it, or a pattern such as 'folder/*.html'")
        if not source.exists():
            raise MissingInput(name, "there is no such file", "check the spelling and the current folder")
        if not source.is_file():
            raise NotAFile(name, "is a device or a pipe", "give a file, or '-' to read standard input")
        _check_size(source.stat().st_size, name, max_bytes)
        with source.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except ValueError as error:
        raise MissingInput(name, f"is no possible path ({error})", "check the spelling") from error
    except OSError as error:
        wrong = f"cannot be opened ({error.strerror or error})"
        raise InputError(name, wrong, "check that you may read it") from error
    _check_size(len(content), name, max_bytes)
    return content


def _check_size(size_bytes: int, name: str, max_bytes: int) -> None:
    if size_bytes > max_bytes:
        wrong = f"has more than {max_bytes:,} bytes, the limit for one report"
        raise TooLarge(name, wrong, "split it into single reports or raise the limit")
