import json

import pytest

from reportedly.records import Span
from reportedly.resolve.places import likeliest
from tests.resolve.atlas import MARL, PARAN, SMALL_PARAN
from training.evaluate import main
from training.scoring.places import Found, counted, figures, kilometres, size
from training.toponyms import Toponym

TEXT = "Paran, Karvenia, slept. Nowhere burned."
PARAN_SPAN, NOWHERE = Span(0, 5), Span(24, 31)
MOSUL = """
<articles><article docid="1">
<text>The army said on Monday that gunmen attacked a checkpoint in {name}, Iraq.</text>
<toponyms><toponym><start>61</start><end>66</end><phrase>{name}</phrase>
<gaztag geonameid="99072"><lat>36.335</lat><lon>43.119</lon></gaztag></toponym></toponyms>
</article></articles>
"""


def found(atlas, *spans):
    return [Found(*pair) for pair in zip(spans, likeliest(TEXT, spans, atlas), strict=True)]


def scored(atlas, mine, gold):
    given = found(atlas, *(one.span for one in gold))
    return figures(counted(found(atlas, *mine), given, gold, atlas))


def test_the_right_number_is_right_and_near_whatever_its_coordinates(atlas):
    gold = [Toponym(PARAN_SPAN, PARAN, (0.5, 0.5))]
    result = scored(atlas, [PARAN_SPAN], gold)
    assert [result[name] for name in ("exact", "acc161", "gold_exact", "gold_acc161")] == [100.0] * 4


def test_another_number_is_near_within_161_kilometres(atlas):
    near, far = (
        [Toponym(PARAN_SPAN, number, at)]
        for number, at in ((MARL, (41.0, 41.2)), (SMALL_PARAN, (-11.1, -61.0)))
    )
    assert (scored(atlas, [PARAN_SPAN], near)["exact"], scored(atlas, [PARAN_SPAN], near)["acc161"]) == (
        0,
        100,
    )
    assert scored(atlas, [PARAN_SPAN], far)["acc161"] == 0


def test_where_a_corpus_has_no_coordinates_the_gazetteer_s_count(atlas):
    assert scored(atlas, [PARAN_SPAN], [Toponym(PARAN_SPAN, MARL, None)])["acc161"] == 100


def test_a_name_that_is_not_found_is_wrong_end_to_end_alone(atlas):
    result = scored(atlas, [], [Toponym(PARAN_SPAN, PARAN, None)])
    assert (result["exact"], result["gold_exact"], result["detection_r"]) == (0, 100, 0)


def test_names_without_a_number_count_for_detection_alone(atlas):
    gold = [Toponym(PARAN_SPAN, PARAN, None), Toponym(NOWHERE, None, None)]
    result = scored(atlas, [PARAN_SPAN], gold)
    assert (result["exact"], result["detection_p"], result["detection_r"]) == (100, 100, 50)


def test_a_span_finds_one_name_only(atlas):
    gold = [Toponym(Span(0, 2), PARAN, None), Toponym(Span(3, 5), PARAN, None)]
    assert scored(atlas, [PARAN_SPAN], gold)["detection_r"] == 50


def test_without_names_all_figures_are_zero():
    assert set(figures({}).values()) == {0.0}
    assert size({}) == {"articles": 0, "names": 0, "numbered": 0}


def test_distances_follow_the_globe():
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)


def test_the_command_prints_one_object(tmp_path, capsys):
    path = tmp_path / "a.xml"
    path.write_text(MOSUL.format(name="Mosul"), "utf-8")
    assert main(["places", str(path), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert {"exact", "acc161", "gold_exact", "gold_acc161", "detection_p", "detection_r"} <= result.keys()
    assert (result["gold_exact"], result["n"]) == (100.0, {"articles": 1, "names": 1, "numbered": 1})
