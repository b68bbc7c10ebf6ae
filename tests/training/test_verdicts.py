from dataclasses import replace

import pytest

from training.evaluate import Scored
from training.floors import Part
from training.intervals import Interval
from training.verdicts import Measured, bar, complaints, lowered, raised


def measured(task="syntax", floors=None, sha256="aa", **figures):
    """A part that lies there with the digest "aa" and scores these figures."""
    figures = {name.replace("__", "."): value for name, value in figures.items()}
    ci = {name: Interval(value - 6, value + 6) for name, value in figures.items()}
    return Measured(Part(task, "place", sha256, floors or {}), "aa", Scored(figures, ci, {}))


def test_figures_at_their_floors_pass():
    assert list(complaints(measured(floors={"uas": 90.0, "las": 80.0}, uas=90.0, las=81.0))) == []


def test_each_figure_below_its_floor_is_named_with_the_next_step():
    (said,) = complaints(measured(floors={"uas": 90.0, "las": 80.0}, uas=89.9, las=81.0))
    assert said.startswith("syntax place: uas is 89.9, below its floor 90; find what made the model worse")


def test_a_figure_that_is_gone_counts_as_nothing():
    assert len(list(complaints(measured(floors={"by_type.Money": 10.0})))) == 1
    assert list(complaints(measured(floors={"by_type.Money": 0.0}))) == []


def test_an_error_has_a_ceiling():
    (said,) = complaints(measured("factuality", {"mae": 0.5, "pearson": 0.6}, mae=0.52, pearson=0.7))
    assert "mae is 0.52, above its ceiling 0.5" in said


def test_another_corpus_has_no_verdict_but_a_complaint():
    (said,) = complaints(measured(floors={"uas": 90.0}, sha256="bb", uas=99.0))
    assert "is another corpus (aa…) than the floors were measured on; put back that one (bb…)" in said


def test_a_part_without_floors_says_how_to_set_them():
    (said,) = complaints(measured(sha256=None, uas=99.0))
    assert said == "syntax place: has no floors yet; set them with --raise"


@pytest.mark.parametrize(
    ("task", "name", "value", "floor"),
    [
        ("syntax", "uas", 90.28, 89.2),
        ("syntax", "uas", 90.0, 89.0),
        ("syntax", "uas", 0.4, 0.0),
        ("factuality", "pearson", 0.7256, 0.715),
        ("factuality", "mae", 0.5012, 0.512),
        ("entities", "by_type.Money", 50.0, 44.0),  # the interval ends at 44, four margins at 46
        ("entities", "f1", 50.0, 49.0),
    ],
)
def test_a_floor_stands_a_margin_away_and_is_rounded_away(task, name, value, floor):
    assert bar(measured(task, **{name.replace(".", "__"): value}), name, 1.0) == floor


def test_raising_moves_floors_up_and_never_down():
    part = raised(measured(floors={"uas": 80.0, "las": 85.0}, uas=90.0, las=85.5, upos=96.0), 1.0)
    assert part.floors == {"uas": 89.0, "las": 85.0, "upos": 95.0}


def test_raising_moves_a_ceiling_down_and_never_up():
    assert raised(measured("factuality", {"mae": 0.7}, mae=0.5), 1.0).floors == {"mae": 0.51}
    assert raised(measured("factuality", {"mae": 0.5}, mae=0.6), 1.0).floors == {"mae": 0.5}


def test_raising_pins_the_digest_of_a_new_part_and_leaves_another_corpus_alone():
    assert raised(measured(sha256=None, uas=90.0), 1.0).sha256 == "aa"
    moved = measured(floors={"uas": 80.0}, sha256="bb", uas=90.0)
    assert raised(moved, 1.0) == moved.part


def test_lowering_moves_only_what_fails_and_says_what():
    part, said = lowered(measured(floors={"uas": 92.0, "las": 70.0}, uas=90.0, las=85.0), 1.0)
    assert part.floors == {"uas": 89.0, "las": 70.0}
    assert said == ["uas from 92 to 89"]


def test_lowering_on_another_corpus_sets_all_anew_and_says_so():
    part, said = lowered(measured(floors={"uas": 92.0, "las": 70.0}, sha256="bb", uas=90.0, las=85.0), 1.0)
    assert (part.sha256, part.floors) == ("aa", {"uas": 89.0, "las": 84.0})
    assert said == ["corpus from bb to aa", "uas from 92 to 89"]


def test_what_was_raised_or_lowered_passes():
    worse = measured(floors={"uas": 92.0}, uas=90.0)
    for part in (lowered(worse, 1.0)[0], raised(replace(worse, part=Part("syntax", "b", None, {})), 1.0)):
        assert list(complaints(replace(worse, part=part))) == []
