from reportedly.read.decode import Marked
from tests.training.invented import TREE, Told, parses
from training.evaluate import score, tree_of


def figures_of(path, reader):
    return tree_of(score("syntax", path, reader))


RIGHT = [
    ("NOUN", 3, "nsubj"),
    ("AUX", 3, "aux"),
    ("PART", 3, "advmod"),
    ("VERB", None, "root"),
    ("PUNCT", 3, "punct"),
    ("PRON", 1, "nsubj"),
    ("VERB", None, "root"),
]


def test_syntax_all_right_scores_a_hundred(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    figures = figures_of(tmp_path / "a.conllu", parses(RIGHT))
    assert [figures[name] for name in ("upos", "uas", "las")] == [100.0] * 3
    assert figures["n"] == {"documents": 1, "sentences": 2, "words": 7}


def test_a_document_goes_on_until_the_next_one_begins(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE + "\n" + TREE.replace("# newdoc id = coast\n", ""), "utf-8")
    (tmp_path / "b.conllu").write_text(TREE, "utf-8")
    seen = []

    def answer(text, tokens):
        seen.append(len(tokens.sentences))
        return Marked.empty()

    assert figures_of(tmp_path, Told(answer))["n"] == {"documents": 2, "sentences": 6, "words": 21}
    assert seen == [4, 2]


def test_syntax_figures_agree_with_a_count_by_hand(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    rows = [
        ("PROPN", 1, "nsubj"),
        ("AUX", 3, "cop"),
        *RIGHT[2:5],
        ("PRON", None, "root"),
        ("VERB", 0, "nsubj"),
    ]
    figures = figures_of(tmp_path, parses(rows))
    assert figures["upos"] == 85.71  # 6 of 7
    assert figures["uas"] == 57.14  # 4 of 7: Boats and the second sentence are wrong
    assert figures["las"] == 42.86  # 3 of 7: can has another relation
