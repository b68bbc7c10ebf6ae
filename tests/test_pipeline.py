"""Reading many reports at once comes to the same as reading them one by one."""

import pytest

from benchmarks.articles import invent_articles
from reportedly.errors import EmptyInput, UnknownLanguage
from reportedly.pipeline import Outcome, Pipeline
from reportedly.settings import Settings

REPORTS = [article[:1_500].encode() for article in invent_articles(12)]


@pytest.fixture(scope="module")
def alone(pipeline):
    return [pipeline.read(report, name=f"{n}.txt") for n, report in enumerate(REPORTS)]


def named(reports):
    return ((report, f"{n}.txt") for n, report in enumerate(reports))


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_many_reports_come_to_the_same_as_each_alone_whatever_the_threads(alone, threads):
    assert list(Pipeline(Settings(threads=threads)).read_all(named(REPORTS))) == alone


def test_a_report_that_cannot_be_read_comes_as_its_error_in_its_place(pipeline, alone):
    bad = "Мэр сказал, что мост закрыт для всех машин. ".encode() * 5
    first, empty, foreign, last = pipeline.read_all(named([REPORTS[0], b"", bad, REPORTS[3]]))
    assert (first, last) == (alone[0], alone[3])
    assert isinstance(empty, EmptyInput)
    assert isinstance(foreign, UnknownLanguage)


def test_reports_are_taken_only_a_few_ahead_of_what_is_read(pipeline):
    taken = []

    def endless():
        while True:
            taken.append(len(taken))
            yield REPORTS[0], "again.txt"

    outcomes = pipeline.read_all(endless())
    for read in range(1, 4):
        assert isinstance(next(outcomes), Outcome)
        assert len(taken) <= read + 8


def test_no_reports_come_to_nothing(pipeline):
    assert list(pipeline.read_all([])) == []
