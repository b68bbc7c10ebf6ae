from reportedly.records import Span
from tests.training.invented import GUM_PAGE, TIMEML
from training.evaluate import score, tree_of
from training.scoring.times import paired, same_value
from training.timex import Marked, Scheme


def marked(begin, end, value="2031"):
    return Marked(Span(begin, end), "DATE", value)


def figures_of(tmp_path, name, content):
    (tmp_path / name).write_text(content, "utf-8")
    return tree_of(score("time", tmp_path, None))


def test_time_figures_agree_with_a_count_by_hand(tmp_path):
    # Found: "Monday" and "three years", as marked, each with its value.
    assert figures_of(tmp_path, "a.tml", TIMEML) == {
        "relaxed_f1": 100.0,
        "strict_f1": 100.0,
        "value_f1": 100.0,
        "ci": {name: {"lo": 100.0, "hi": 100.0} for name in ("relaxed_f1", "strict_f1", "value_f1")},
        "n": {"documents": 1, "expressions": 2},
    }


def test_a_wrong_value_and_a_shorter_extent_count_as_such(tmp_path):
    # "last Monday" is longer than what is marked, and its value another; both overlap what is marked.
    found = figures_of(tmp_path, "a.tml", TIMEML.replace("on\n<TIMEX3", "last\n<TIMEX3"))
    assert (found["relaxed_f1"], found["strict_f1"], found["value_f1"]) == (100.0, 50.0, 100.0)
    found = figures_of(tmp_path, "a.tml", TIMEML.replace('value="P3Y"', 'value="P4Y"'))
    assert (found["relaxed_f1"], found["strict_f1"], found["value_f1"]) == (100.0, 100.0, 50.0)


def test_gum_dates_are_compared_by_their_days(tmp_path):
    found = figures_of(tmp_path, "a.xml", GUM_PAGE)
    assert found["n"]["expressions"] == 4
    assert (found["relaxed_f1"], found["strict_f1"], found["value_f1"]) == (100.0, 100.0, 50.0)


def test_each_expression_is_paired_once():
    mine, gold = [marked(0, 10)], [marked(0, 4), marked(5, 9)]
    assert list(paired(mine, gold)) == [(mine[0], gold[0])]
    assert list(paired(gold, mine)) == [(gold[0], mine[0])]
    assert list(paired([marked(4, 6)], [marked(0, 4)])) == []


def test_dates_in_tei_agree_when_they_cover_the_same_days():
    assert same_value("1900/1999", "1900-01-01/1999-12-31", Scheme.TEI)
    assert same_value("-400", "-0400", Scheme.TEI)
    assert same_value("842", "0842", Scheme.TEI)
    assert not same_value("1900", "1900-01-01", Scheme.TEI)
    assert not same_value("", "--05", Scheme.TEI)
    assert not same_value("1900/1999", "1900-01-01/1999-12-31", Scheme.TIMEML)
