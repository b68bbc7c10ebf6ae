import json

import pytest

from reportedly.errors import BrokenInput
from reportedly.records import Span
from training.evaluate import main
from training.scoring.plover import figures, read_plv

HEAD = "sentence_id\tsentence\tmarked_sentence\tgold_root\tgold_penta\n"
LINES = (
    "1\t\t<s>Karvenia</s> attacked <t>the port of Sorra</t> on Monday.\tASSAULT\t4\n"
    "2\t\t<s>The mayor</s> met <t>the minister</t> in Ilden.\tCONSULT\t1\n"
    "3\t\t<s>Karvenia</s> attacked <t>the port of Sorra</t> on Monday.\tCOERCE\t4\n"
)


def write(path, text):
    path.write_text(text, "utf-8")
    return path


def test_a_line_has_its_text_without_marks_and_its_parties(tmp_path):
    line = "1\t\tOn Monday <t>Sorra</t> was hit by <s>rebels</s>.\tASSAULT\t4\n2\t\tThey left.\tYIELD\t2\n"
    first, second = read_plv(write(tmp_path / "a.tsv", HEAD + line))
    assert first.text == "On Monday Sorra was hit by rebels."
    assert (first.source, first.target) == (Span(27, 33), Span(10, 15))
    assert (first.root, first.penta) == ("ASSAULT", "4")
    assert (second.source, second.target) == (None, None)


def test_macro_f1_agrees_with_a_count_by_hand(tmp_path, capsys):
    # ASSAULT is found twice, once rightly: 2·1 / (2 + 1); CONSULT 1; COERCE 0. Of the classes both are 1.
    assert main(["plover", str(write(tmp_path / "a.tsv", HEAD + LINES)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["root_macro_f1"] == round((2 / 3 + 1 + 0) / 3, 4)
    assert found["penta_macro_f1"] == 1.0
    assert found["n"] == {"sentences": 3}
    assert set(found["ci"]) == {"root_macro_f1", "penta_macro_f1"}


def test_a_label_that_only_we_give_is_no_class_of_its_own():
    row = {"root.AID.predicted": 1.0, "root.YIELD.gold": 1.0, "penta.2.hits": 1.0}
    assert figures(row)["root_macro_f1"] == 0.0


def test_a_file_without_the_columns_is_named(tmp_path):
    with pytest.raises(BrokenInput, match=r"a\.tsv: lacks the columns gold_root, gold_penta"):
        list(read_plv(write(tmp_path / "a.tsv", "marked_sentence\nThey left.\n")))
