import numpy as np

from reportedly.read.engine import SHIPPED
from reportedly.read.windows import pack
from reportedly.records import Span
from tests.training.invented import ARTICLE, TREE, place, write_article, write_case, write_reports
from training.corpora import (
    Attributed,
    Labelled,
    read_cases,
    read_factuality,
    read_polnear,
    read_re3d,
    read_ud,
    tokenise,
)
from training.labels import (
    IGNORE,
    B,
    E,
    I,
    Inventory,
    O,
    S,
    nest,
    plain,
    tag,
    take_stock,
    target_of,
    words_in,
)

WORDS = [Span(0, 3), Span(4, 7), Span(8, 9), Span(9, 12)]


def windows(document):
    pieces = [(1,)] * len(document.spans)
    marks = {"sentences": document.sentences, "paragraph_starts": document.paragraph_starts}
    return list(pack(document.words, pieces, **marks))


def target(document, inventory=None):
    (window,) = windows(document)
    return target_of(document, window, inventory or take_stock([document]))


def test_words_are_found_by_what_a_span_touches():
    assert words_in(WORDS, Span(4, 9)) == (1, 3)
    assert words_in(WORDS, Span(5, 6)) == (1, 2)
    assert words_in(WORDS, Span(3, 4)) is None


def test_tags_open_go_on_and_close():
    assert tag(WORDS, [Span(0, 9)]).tolist() == [B, I, E, O]
    assert tag(WORDS, [Span(0, 3), Span(8, 12)]).tolist() == [S, O, B, E]
    assert tag(WORDS, []).tolist() == [O] * 4


def test_of_spans_that_overlap_the_longer_is_tagged():
    assert tag(WORDS, [Span(4, 7), Span(0, 7)]).tolist() == [B, E, O, O]


def test_spans_that_touch_stay_two():
    assert tag(WORDS, [Span(0, 7), Span(8, 12)]).tolist() == [B, E, B, E]


def test_links_join_a_cue_with_its_own_source_and_every_part_of_its_content(tmp_path):
    (document,) = read_polnear(write_article(tmp_path))
    at = {word: n for n, word in reversed(list(enumerate(document.words)))}
    said, added = at["said"], at["added"]
    board, it = at["The"], at["it"]
    velt, boats, were = at["the"], at["Boats"], at["were"]
    rows = {tuple(row) for row in target(document).links.tolist()}
    assert {row for row in rows if row[3]} == {
        (0, said, board, 1),
        (0, added, it, 1),
        (1, said, velt, 1),
        (1, added, boats, 1),
        (1, added, were, 1),
    }
    assert {(0, said, it, 0), (1, added, velt, 0)} < rows
    assert len(rows) == 2 * 2 + 2 * 3


def test_a_source_that_two_cues_share_is_right_for_both():
    plain = tokenise("x", ARTICLE)
    board, said, left = (
        place(ARTICLE, "The harbour board"),
        place(ARTICLE, "said"),
        place(ARTICLE, "had left"),
    )
    added, back = place(ARTICLE, "added"), place(ARTICLE, "were back")
    both = (Attributed((board,), (said,), (left,)), Attributed((board,), (added,), (back,)))
    document = Labelled("x", ARTICLE, plain.spans, plain.sentences, plain.paragraph_starts, attributions=both)
    sources = [row for row in target(document).links.tolist() if row[0] == 0]
    assert [row[3] for row in sources] == [1, 1]


def test_a_content_whose_cue_is_in_another_window_is_nobody_s():
    text = "Port Sel lay open . " * 60 + "The board said so ."
    plain = tokenise("x", text)
    cue, content = place(text, "said"), Span(0, 8)
    document = Labelled(
        "x", text, plain.spans, plain.sentences, plain.paragraph_starts,
        attributions=(Attributed((), (cue,), (content,)),),
    )  # fmt: skip
    first, *_, last = windows(document)
    inventory = take_stock([document])
    assert target_of(document, first, inventory).links.shape == (0, 4)
    assert target_of(document, last, inventory).links.shape == (0, 4)
    assert target_of(document, first, inventory).roles[0].tolist() == [O, O, B]


def test_labels_that_a_corpus_does_not_have_are_ignored(tmp_path):
    (document,) = read_polnear(write_article(tmp_path))
    found = target(document)
    for name in ("entity", "name", "proposition", "activity", "upos", "heads", "deprel"):
        assert (getattr(found, name) == IGNORE).all(), name
    assert not (found.roles == IGNORE).any()


def test_entities_are_tagged_four_numbers_a_kind_and_outside_last(tmp_path):
    (document,) = read_re3d(write_reports(tmp_path))
    inventory = take_stock([document])
    assert inventory.entity == ("Location", "Person")
    # Velt sent Ana Orr to Port Sel .   B I S E of Location are 0 … 3, of Person 4 … 7
    outermost, inside = target(document, inventory).entity.T.tolist()
    assert outermost == [2, 8, 4, 7, 8, 0, 3, 8]
    assert inside == [8] * 8


def test_spans_are_sorted_into_layers_without_overlap():
    board, sel, it = (Span(0, 20), "Organisation"), (Span(10, 13), "Location"), (Span(11, 12), "Weapon")
    assert nest([it, sel, board, board], 2) == [[board], [sel]]
    assert nest([], 2) == [[], []]


def test_mentions_have_their_head_kind_and_referent(tmp_path):
    rows = [
        "1\tSel\tSel\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(5-place-new-n-cf1-1-coref)",
        "2\tkept\tkeep\tVERB\tVBD\t_\t0\troot\t_\t_",
        "3\tits\tits\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(7-object-new-n-cf1-2-sgl(5-place-giv-n-cf1-1-coref)",
        "4\tboats\tboat\tNOUN\tNNS\t_\t2\tobj\t_\tEntity=7)",
    ]
    (tmp_path / "g.conllu").write_text(
        "# newdoc id = g\n# sent_id = g-1\n" + "\n".join(rows) + "\n\n", "utf-8"
    )
    (document,) = read_ud(tmp_path / "g.conllu")
    inventory = take_stock([document])
    found = target(document, inventory)
    assert inventory.mention == ("object", "place")
    assert found.mention.tolist() == [1, 2, 1, 0]
    assert [(p.first, p.last, p.head) for p in found.phrases] == [(0, 1, 0), (2, 3, 2), (2, 4, 3)]
    assert found.referents == (0, 0, 1)


def test_what_nobody_judged_is_no_number(tmp_path):
    (tmp_path / "dev.conll").write_text("0\tBoats\t_\tNNS\n1\tleft\t3.0\tVBD\n", "utf-8")
    (document,) = read_factuality(tmp_path / "dev.conll")
    judged = target(document).factuality
    assert np.isnan(judged[0])
    assert judged[1] == 3.0


def test_words_of_a_claim_carry_the_labels_of_the_shorter_when_two_overlap(tmp_path):
    (document,) = read_cases(write_case(tmp_path))
    inventory = take_stock([document])
    found = target(document, inventory)
    at = document.words.index("brigade")
    assert inventory.activity[found.activity[at]] == "withdraw"
    assert (found.proposition[at], found.depth[at]) == (I, 0)
    at = document.words.index("left")
    assert inventory.activity[found.activity[at]] == "none"
    assert found.depth[at] == 2
    assert found.activity[0] == IGNORE


def test_syntax_is_numbered_by_the_inventory_and_heads_by_the_window(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    (document,) = read_ud(tmp_path / "a.conllu")
    inventory = take_stock([document], least=1)
    found = target(document, inventory)
    assert [inventory.upos[n] for n in found.upos] == ["NOUN", "AUX", "PART", "VERB", "PUNCT", "PRON", "VERB"]
    assert found.heads.tolist() == [3, 3, 3, 3, 3, 6, 6]


def test_a_lemma_rule_that_is_rare_is_left_out_and_ignored(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    (document,) = read_ud(tmp_path / "a.conllu")
    inventory = take_stock([document])
    assert inventory.lemma == ("0|",)
    assert (target(document, inventory).lemma == IGNORE).sum() == 2  # Boats, left


def test_heads_outside_the_window_are_ignored(tmp_path):
    rows = [f"{n}\tsail\tsail\tVERB\tVB\t_\t{0 if n == 1 else 1}\tdep\t_\t_" for n in range(1, 301)]
    (tmp_path / "a.conllu").write_text("\n".join(rows) + "\n\n", "utf-8")
    (document,) = read_ud(tmp_path / "a.conllu")
    first, second = windows(document)
    inventory = take_stock([document])
    assert not (target_of(document, first, inventory).heads == IGNORE).any()
    assert (target_of(document, second, inventory).heads == IGNORE).all()


def test_an_inventory_comes_back_as_it_was_saved(tmp_path):
    inventory = Inventory(("NOUN",), ("NN",), ("0|",), ("root",), ("Person",), (), ("none",), ("asserted",))
    inventory.save(tmp_path / "labels.json")
    assert Inventory.load(tmp_path / "labels.json") == inventory


def test_arrays_are_as_long_as_the_window(tmp_path):
    (document,) = read_polnear(write_article(tmp_path))
    found = target(document)
    length = len(document.spans)
    assert found.roles.shape == (length, 3)
    assert all(len(getattr(found, k)) == length for k in ("entity", "upos", "heads", "proposition"))
    assert found.links.dtype == np.int64


def test_lemma_rules_that_copy_a_corpus_do_not_ship():
    inventory = Inventory((), (), ("0|", "1|y", "0|someone@example", "3|_", "2|000"), (), (), (), (), ())
    assert inventory.shippable().lemma == ("0|", "1|y", "0|", "0|", "0|")


def test_the_shipped_lemma_rules_are_endings_only():
    shipped = Inventory.load(SHIPPED / "labels.json")
    assert all(plain(rule) for rule in shipped.lemma)
