from types import SimpleNamespace

import pytest

from reportedly.errors import BrokenInput, ModelError
from reportedly.records import Reference
from tests.training.invented import TREE, Told, place
from training.evaluate import score, tree_of

# "Ana met Orr . She left her boat ." Ana, She and her are one; Orr and the boat come once.
GUM = """# newdoc id = quay
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# sent_id = quay-1
1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-s-cf1-1-coref)
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
3\tOrr\tOrr\tPROPN\tNNP\t_\t2\tobj\t_\tEntity=(2-person-new-n-cf2-1-sgl)
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = quay-2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-s-cf1-1-ana)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\ther\ther\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(3-object-new-n-cf2-2-sgl(1-person-giv-s-cf1-1-ana)
4\tboat\tboat\tNOUN\tNN\t_\t2\tobj\t_\tEntity=3)
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
RIGHT = (["Ana", "She", "her"], ["Orr"], ["her boat"])


def refers(*referents):
    """A reader that sees these words, by what they refer to."""

    def answer(text, tokens):
        found = [Reference(place(text, words), "", n) for n, group in enumerate(referents) for words in group]
        return SimpleNamespace(references=found)

    return Told(answer)


def figures_of(tmp_path, reader, text=GUM):
    (tmp_path / "dev.conllu").write_text(text, "utf-8")
    return tree_of(score("coreference", tmp_path / "dev.conllu", reader))


def test_references_all_right_score_a_hundred(tmp_path):
    found = figures_of(tmp_path, refers(*RIGHT))
    whole = dict.fromkeys(("conll_f1", "muc", "b3", "ceafe"), 100.0)
    assert {name: found[name] for name in whole} == whole
    assert found["with_singletons"] == whole
    assert found["n"] == {"documents": 1, "mentions": 5, "referents": 3}
    assert set(found["ci"]) == {*whole, "with_singletons"}


def test_what_comes_once_counts_only_with_singletons(tmp_path):
    found = figures_of(tmp_path, refers(["Ana", "She", "her"], ["met"], ["left"]))
    assert found["conll_f1"] == 100.0
    assert found["with_singletons"]["muc"] == 100.0
    assert found["with_singletons"]["b3"] == 60.0  # 3 of 5 mentions, both ways
    assert found["with_singletons"]["ceafe"] == 33.33  # 1 of 3 clusters, both ways


def test_coreference_figures_agree_with_a_count_by_hand(tmp_path):
    # Ana and She together, "her" with its boat: of three mentions in one cluster, two are found in one.
    found = figures_of(tmp_path, refers(["Ana", "She"], ["her", "her boat"]))
    assert found["muc"] == 50.0  # 1 of 2 links, 1 of 2
    # Recall (2·2/3 + 1/3) / 3 = 5/9, precision (2 + 1/2) / 4 = 5/8.
    assert found["b3"] == 58.82
    assert found["ceafe"] == 53.33  # 2·2/5 = 0.8 of 1 and of 2
    assert found["conll_f1"] == pytest.approx((50 + 58.82 + 53.33) / 3, abs=0.01)


def test_a_mention_with_other_words_is_another_mention(tmp_path):
    assert figures_of(tmp_path, refers(["Ana met", "her boat"]))["conll_f1"] == 0.0


def test_a_document_stays_whole_however_long_it_is(tmp_path):
    first, second = GUM.split("# sent_id = quay-2")
    middle = "1\tSo\tso\tADV\tRB\t_\t0\troot\t_\t_\n\n" * 300
    long = f"{first}{middle}# sent_id = quay-2{second}"
    assert figures_of(tmp_path, refers(*RIGHT), long)["conll_f1"] == 100.0


def test_a_treebank_without_references_is_refused(tmp_path):
    with pytest.raises(BrokenInput, match="has no Entity="):
        figures_of(tmp_path, refers(), TREE)


def test_a_reader_that_looks_for_no_references_is_named(tmp_path):
    (tmp_path / "dev.conllu").write_text(GUM, "utf-8")
    blind = Told(lambda text, tokens: SimpleNamespace(references=None))
    with pytest.raises(ModelError, match="coreference head"):
        score("coreference", tmp_path, blind)
