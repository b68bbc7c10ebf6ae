import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.paint import BEGIN, END, Paint

LINES = st.lists(st.text(alphabet="ab ‹›", max_size=12), min_size=1, max_size=4)


def mark(lines, begin, end):
    """Put the mark's two ends at code points `begin` and `end` of the joined lines."""
    joined = "\n".join(lines)
    return (joined[:begin] + BEGIN + joined[begin:end] + END + joined[end:]).split("\n")


@given(LINES, st.data())
def test_colour_adds_codes_and_nothing_else_and_closes_each_on_its_line(lines, data):
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len("\n".join(lines)))] * 2)))
    marked = mark(lines, begin, end)
    plain = list(Paint(colour=False).marked(marked))
    coloured = list(Paint(colour=True).marked(marked))
    assert plain == [line.replace(BEGIN, "‹").replace(END, "›") for line in marked]
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in coloured] == plain
    for line in coloured:
        assert line.count("\x1b[4m") == line.count("\x1b[0m") <= 1


def test_lines_without_a_mark_stay_as_they_are():
    assert list(Paint(colour=True).marked(["one", "two"])) == ["one", "two"]


def test_a_mark_that_runs_over_a_line_end_is_underlined_on_both_lines():
    first, second = Paint(colour=True).marked([f"a {BEGIN}b", f"c{END} d"])
    assert first == "a \x1b[4m‹b\x1b[0m"
    assert second == "\x1b[4mc›\x1b[0m d"
