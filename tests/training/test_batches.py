"""The order of batches, over windows that are nothing but a number and a length."""

from collections import Counter
from itertools import islice
from types import SimpleNamespace

from training.batches import batches_an_epoch, schedule, units_of


def window(number, pieces=10, *, phrases=()):
    return SimpleNamespace(number=number, window=SimpleNamespace(pieces=((1,) * pieces,)), phrases=phrases)


def corpora():
    return {
        "polnear": [[window(n, 5 + n)] for n in range(9)],
        "re3d": [[window(100)]],
        "gum": units_of("gum", [[window(200 + n, phrases=("it",)) for n in range(10)]]),
    }


def order(count, *, seed=13, first=0):
    groups = islice(schedule(corpora(), batch_windows=4, seed=seed), first, count)
    return [[w.number for w in group] for group in groups]


def test_the_same_seed_gives_the_same_order():
    assert order(40) == order(40)


def test_another_seed_gives_another_order():
    assert order(40) != order(40, seed=14)


def test_an_epoch_shows_each_corpus_as_often_as_it_should():
    # polnear once, re3d eight times: 17 windows in 5 batches; two runs of gum, twice
    count = batches_an_epoch(corpora(), batch_windows=4)
    seen = Counter(number for group in order(count) for number in group)
    assert {seen[n] for n in range(9)} == {1}
    assert seen[100] == 8
    assert {seen[200 + n] for n in range(10)} == {2}


def test_a_run_can_show_a_corpus_as_often_as_it_likes():
    repeats = {"polnear": 2.0, "re3d": 0.0, "gum": 1.0}
    count = batches_an_epoch(corpora(), batch_windows=4, repeats=repeats)
    groups = islice(schedule(corpora(), batch_windows=4, seed=13, repeats=repeats), count)
    seen = Counter(window.number for group in groups for window in group)
    assert {seen[n] for n in range(9)} == {2}
    assert seen[100] == 0


def test_windows_of_one_document_come_together_and_in_order():
    runs = [group for group in order(40) if min(group) >= 200]
    assert {tuple(run) for run in runs} == {tuple(range(200, 208)), (208, 209)}


def test_a_single_window_with_mentions_is_no_batch_with_others():
    units = {"gum": [[window(1, phrases=("it",))]], "polnear": [[window(2)], [window(3)]]}
    groups = [[w.number for w in g] for g in islice(schedule(units, batch_windows=4, seed=1), 20)]
    assert all(group == [1] or 1 not in group for group in groups)


def test_a_schedule_that_skips_goes_on_as_one_that_never_stopped():
    assert order(20, first=12) == order(20)[12:]
