"""What each command does."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reportedly.cli.output import Output, choose_page, silence_stdout, speak_utf8
from reportedly.errors import InputError, ReportedlyError, SettingsError
from reportedly.export import clean, write_explanation
from reportedly.packs import load_places
from reportedly.pipeline import Outcome, Pipeline
from reportedly.records import Claim
from reportedly.resolve import load_dump
from reportedly.samples import load_sample
from reportedly.settings import Settings, read_settings

__all__ = [
    "complain",
    "complain_of",
    "explain_claim",
    "load_gazetteer",
    "load_pipeline",
    "read_files",
    "show_demo",
    "silence_stdout",
]

_STDIN = "-"

_NEXT_STEPS = """\
The country, its people and the facts above are invented. Next:
  reportedly read FILE...                  your own reports: HTML, PDF or plain text
  reportedly read FILE... --format json    the same for a program, with the offset of every word
  docs/concepts.md                         what a claim, a chain and a voice are\
"""


def read_files(
    files: Sequence[str], *, published: str | None, form: str, environment: Mapping[str, str]
) -> int:
    """Read files, and print them in order; one that fails leaves a line on standard error and the rest go on.

    Args:
        files: paths; "-" once at most, for standard input.
        published: ISO 8601 publication date for all of them, or None.
        form: text, json or jsonl.
    Returns:
        0 when every file was read, 1 when some were not.
    Raises:
        SettingsError: a setting or `published` is impossible, or "-" stands twice.
        ModelError: the reading model is missing or not the one this version expects.
        PackError: a knowledge pack breaks its own rules.
    """
    if files.count(_STDIN) > 1:
        raise SettingsError(_STDIN, "standard input can be read only once", "give - once")
    settings = read_settings(environment)
    pipeline = load_pipeline(settings)
    speak_utf8(sys.stdout)
    output = Output(sys.stdout, form=form, many=len(files) > 1, page=choose_page(sys.stdout, environment))
    failed = 0
    outcomes = pipeline.read_all(((_source(file, settings), file) for file in files), published=published)
    _show_progress(1, len(files), files[0])
    for number, (file, outcome) in enumerate(zip(files, outcomes, strict=True), start=1):
        if isinstance(outcome, Exception):
            complain_of(file, outcome)
            failed += 1
        else:
            output.add(outcome)
        if number < len(files):
            _show_progress(number + 1, len(files), files[number])
    _hide_progress(len(files))
    output.close()
    return 1 if failed else 0


def explain_claim(claim: str, file: str, *, published: str | None, environment: Mapping[str, str]) -> int:
    """Read a file and print how one of its claims came about.

    Args:
        claim: its number, counted from 1, or its id.
        file: path; "-" for standard input.
        published: ISO 8601 publication date, or None.
    Returns:
        0, or 1 when the file was not read.
    Raises:
        SettingsError: no claim of the file has that number or id; a setting or `published` is impossible.
        ModelError: the reading model is missing or not the one this version expects.
        PackError: a knowledge pack breaks its own rules.
    """
    settings = read_settings(environment)
    (outcome,) = load_pipeline(settings).read_all([(_source(file, settings), file)], published=published)
    if isinstance(outcome, Exception):
        complain_of(file, outcome)
        return 1
    chosen = _choose(claim, outcome, file)
    speak_utf8(sys.stdout)
    page = choose_page(sys.stdout, environment)
    print(write_explanation(outcome.document, outcome.readings, chosen, page))
    sys.stdout.flush()
    return 0


def _choose(wanted: str, outcome: Outcome, file: str) -> Claim:
    for number, claim in enumerate(outcome.claims, start=1):
        if wanted in (str(number), claim.id):
            return claim
    wrong = f"{file} has {len(outcome.claims)} claims, and none with this number or id"
    raise SettingsError(wanted, wrong, "take one from `reportedly read`, with the same --published")


def load_pipeline(settings: Settings) -> Pipeline:
    """Load all stages, and keep what they hold out of the search for garbage: it stays to the end.

    Without that, the search walks through model and packs again and again: 7 % of the time of reading.
    Source: CPU time of 12 invented articles, 5.13 s and 4.77 s.
    """
    pipeline = Pipeline(settings)
    gc.collect()
    gc.freeze()
    return pipeline


def show_demo(environment: Mapping[str, str]) -> int:
    """Read the sample report, print its claims and where to go from there; returns 0."""
    pipeline = load_pipeline(read_settings(environment))
    sample = load_sample()
    outcome = pipeline.read(sample.content, name=sample.name, published=sample.published)
    speak_utf8(sys.stdout)
    Output(sys.stdout, form="text", many=False, page=choose_page(sys.stdout, environment)).add(outcome)
    print(f"\n{_NEXT_STEPS}")
    sys.stdout.flush()
    return 0


def load_gazetteer(files: Sequence[str], *, to: str) -> int:
    """Make a gazetteer file of files of the GeoNames dump, and say how many places it holds.

    Returns:
        0.
    Raises:
        PlacesError: a file is missing or damaged, none has a place, or `to` cannot be written.
        PackError: the pack of places breaks its own rules.
    """
    places = load_dump([Path(file) for file in files], load_places(), Path(to))
    speak_utf8(sys.stdout)
    print(f"wrote {to}: {places:,} places; set REPORTEDLY_PLACES to it")
    return 0


def complain(message: str) -> None:
    """Print an error as one line on standard error."""
    speak_utf8(sys.stderr)
    _hide_progress(2)
    print(f"reportedly: {clean(message)}", file=sys.stderr)


def complain_of(file: str, error: Exception) -> None:
    """Print why a file was not read; raise what is no fault of the file."""
    if isinstance(error, InputError):
        complain(str(error))
    elif isinstance(error, ReportedlyError):
        raise error
    else:  # a fault of the program must not lose the rest of a batch
        complain(f"{file}: {_describe(error)}; report this as a bug, with the file if you can")


def _source(file: str, settings: Settings) -> Path | Callable[[], bytes]:
    """A path, or standard input up to one byte more than the limit, so that too much is seen as such."""
    return (lambda: sys.stdin.buffer.read(settings.max_input_bytes + 1)) if file == _STDIN else Path(file)


def _describe(error: Exception) -> str:
    """Kind, message and place of an error in one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    return f"unexpected {type(error).__name__}{place}: {error}"


def _show_progress(number: int, total: int, file: str) -> None:
    """Say where a batch is, on one line that the next one overwrites; only on a terminal."""
    if total > 1 and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{number} of {total}: {clean(file)}")
        sys.stderr.flush()


def _hide_progress(total: int) -> None:
    if total > 1 and sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
