from hypothesis import given
from hypothesis import strategies as st

from training.intervals import Interval, intervals


def share(row):
    found = {"share": 100 * row.get("hits", 0) / max(1, row.get("items", 0))}
    return found | ({"rare": row["rare"]} if row.get("rare") else {})


def test_documents_that_are_all_alike_leave_no_doubt():
    assert intervals([{"hits": 1, "items": 2}] * 9, share) == {"share": Interval(50, 50)}


def test_a_single_document_gives_the_figure_itself():
    assert intervals([{"hits": 3, "items": 4}], share) == {"share": Interval(75, 75)}


def test_no_documents_give_no_intervals():
    assert intervals([], share) == {}


def test_the_interval_of_a_mean_is_that_of_the_textbook():
    # 100 documents, half of them right: the standard error is 5 points, so 50 ± 9.8.
    found = intervals([{"hits": n % 2, "items": 1} for n in range(100)], share)["share"]
    assert abs(found.lo - 40.2) < 1.5
    assert abs(found.hi - 59.8) < 1.5


def test_a_resample_without_the_figure_does_not_count_for_it():
    rows = [{"hits": 1, "items": 1, "rare": 7}, *[{"hits": 1, "items": 1}] * 20]
    assert intervals(rows, share)["rare"].lo == 7


def test_the_same_rows_give_the_same_interval():
    rows = [{"hits": n, "items": 9} for n in range(10)]
    assert intervals(rows, share) == intervals(rows, share)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9)), min_size=1, max_size=6))
def test_an_interval_lies_between_the_worst_and_the_best_document(documents):
    found = intervals([{"hits": h, "items": i} for h, i in documents], share)["share"]
    shares = [100 * h / i for h, i in documents]
    assert min(shares) - 1e-6 <= found.lo <= found.hi <= max(shares) + 1e-6
