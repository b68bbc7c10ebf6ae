import pytest

from reportedly.errors import BrokenInput
from training.corpora import CorpusMissing
from training.toponyms import read_articles

TEXT = "Fire in Paran. The Karvenian town of Marl burned."
LGL = """
<articles><article docid="7"><text><![CDATA[{text}]]></text><toponyms>
<toponym><start>{begin}</start><end>{end}</end><phrase>Paran</phrase>
<gaztag geonameid="21"><name>Paran</name><lat>41.1</lat><lon>41.0</lon></gaztag></toponym>
<toponym><start>37</start><end>41</end><phrase>Marl</phrase></toponym>
</toponyms></article></articles>
"""
GWN = """
<articles><article file="0"><text>{text}</text><toponyms>
<toponym><extractedName>Paran</extractedName><type>Literal</type><start>8</start><end>13</end>
<geonamesID>21</geonamesID><latitude>41.1</latitude><longitude>41.0</longitude></toponym>
<toponym><extractedName>Karvenian</extractedName><type>Demonym</type><start>19</start><end>28</end></toponym>
<toponym><extractedName>town</extractedName><type>Non_Toponym</type><start>29</start><end>33</end></toponym>
</toponyms></article></articles>
"""
BRAT = """\
T1	Literal 8 13	Paran
T2	Demonym 19 28	Karvenian
T3	Literal 37 41	Marl
T4	Non_Toponym 29 33	town
A1	Modifier_Type T2 Adjective
#1	AnnotatorNotes T1	21
#2	AnnotatorNotes T3	41.0, 41.2
#3	AnnotatorNotes T2	1
"""


def lgl(begin=8, end=13):
    return LGL.format(text=TEXT, begin=begin, end=end)


def read(path, content):
    path.write_text(content, "utf-8")
    return list(read_articles(path))


def shown(article):
    return [(article.text[t.span.begin : t.span.end], t.number, t.at) for t in article.toponyms]


def test_place_names_have_their_number_and_coordinates(tmp_path):
    (article,) = read(tmp_path / "a.xml", lgl())
    assert article.name == "a.xml, article 7"
    assert shown(article) == [("Paran", 21, (41.1, 41.0)), ("Marl", None, None)]


def test_an_offset_that_slipped_is_mended_by_the_nearest_phrase(tmp_path):
    (article,) = read(tmp_path / "a.xml", lgl(begin=11, end=16))
    assert shown(article)[0][0] == "Paran"


def test_a_phrase_that_is_nowhere_near_is_passed_over(tmp_path):
    (article,) = read(tmp_path / "a.xml", lgl(begin=900, end=905))
    assert [name for name, _, _ in shown(article)] == ["Marl"]


def test_geowebnews_in_xml_keeps_demonyms_without_a_place_and_no_other_nouns(tmp_path):
    (article,) = read(tmp_path / "g.xml", GWN.format(text=TEXT))
    assert shown(article) == [("Paran", 21, (41.1, 41.0)), ("Karvenian", None, None)]


def test_geowebnews_in_brat_has_numbers_and_coordinates_in_its_notes(tmp_path):
    (tmp_path / "0.txt").write_text(TEXT, "utf-8")
    (tmp_path / "0.ann").write_text(BRAT, "utf-8")
    (article,) = read_articles(tmp_path)
    assert shown(article) == [("Paran", 21, None), ("Karvenian", None, None), ("Marl", None, (41.0, 41.2))]


def test_all_files_of_a_folder_are_read(tmp_path):
    (tmp_path / "b.xml").write_text(lgl(), "utf-8")
    read(tmp_path / "a.xml", lgl())
    assert len(list(read_articles(tmp_path))) == 2


def test_a_folder_without_such_files_is_refused(tmp_path):
    with pytest.raises(CorpusMissing, match=r"holds no \.xml and no \.ann"):
        list(read_articles(tmp_path))


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("<articles>", "is no XML"),
        ("<articles><article docid='7'/></articles>", "article 7: has no <text>"),
        (lgl(begin="x"), "has a toponym 'Paran' with a bad number"),
    ],
)
def test_a_damaged_file_is_named(tmp_path, content, wrong):
    with pytest.raises(BrokenInput, match=wrong):
        read(tmp_path / "a.xml", content)


def test_a_damaged_line_of_brat_is_named(tmp_path):
    (tmp_path / "0.txt").write_text(TEXT, "utf-8")
    (tmp_path / "0.ann").write_text("T1\tLiteral x 13\tParan\n", "utf-8")
    with pytest.raises(BrokenInput, match=r"0.ann, line 1: is no brat line"):
        list(read_articles(tmp_path))
