from reportedly.records import Attribution, Span
from tests.training.invented import ARTICLE, attribution, says, write_article
from training.corpora import Attributed
from training.evaluate import score, tree_of
from training.scoring.attribution import linked_counts

SAID = attribution(ARTICLE, "The harbour board", "said", "the Velt brigade had left")
ADDED = attribution(ARTICLE, "it", "added", "Boats", "were back")


def figures_of(folder, reader):
    return tree_of(score("attribution", folder, reader))


def test_attributions_all_right_score_a_hundred(tmp_path):
    figures = figures_of(write_article(tmp_path), says(SAID, ADDED))
    assert figures["exact"] == dict.fromkeys(("source", "cue", "content", "all"), 100.0)
    assert figures["token"] == dict.fromkeys(("source", "cue", "content", "micro"), 100.0)
    assert figures["linked"] == 100.0
    assert figures["n"] == {"documents": 1, "attributions": 2, "source": 2, "cue": 2, "content": 3}


def test_attribution_figures_agree_with_a_count_by_hand(tmp_path):
    # One of two attributions, its content without "the": sources 1 of 2, cues 1 of 2, contents 0 of 3.
    mine = attribution(ARTICLE, "The harbour board", "said", "Velt brigade had left")
    figures = figures_of(write_article(tmp_path), says(mine))
    assert figures["exact"] == {"source": 66.67, "cue": 66.67, "content": 0.0, "all": 40.0}  # 2·2 / (3 + 7)
    # Words: source 3 of 4, cue 1 of 2, content 4 of 8; together 2·8 / (8 + 14).
    assert figures["token"] == {"source": 85.71, "cue": 66.67, "content": 66.67, "micro": 72.73}
    assert figures["linked"] == 66.67


def test_the_parts_of_a_discontinuous_content_count_one_by_one(tmp_path):
    half = attribution(ARTICLE, "it", "added", "Boats")
    figures = figures_of(write_article(tmp_path), says(SAID, half))
    assert figures["exact"]["content"] == 80.0  # 2 of 2 predicted, 3 gold
    assert figures["linked"] == 100.0


def test_roles_that_are_right_but_joined_wrongly_are_not_linked(tmp_path):
    crossed = [
        Attribution(SAID.source, SAID.cue, ADDED.content, 1.0),
        Attribution(ADDED.source, ADDED.cue, SAID.content, 1.0),
    ]
    figures = figures_of(write_article(tmp_path), says(*crossed))
    assert figures["exact"]["all"] == 100.0
    assert figures["linked"] == 0.0


def test_a_document_without_gold_counts_what_is_found_there_as_wrong(tmp_path):
    write_article(tmp_path)
    (tmp_path / "two.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "two.ann").write_text("", "utf-8")
    figures = figures_of(tmp_path, says(SAID, ADDED))
    assert figures["linked"] == 66.67
    assert figures["n"]["documents"] == 2


def test_an_empty_text_scores_without_an_error(tmp_path):
    for ending in (".txt", ".ann"):
        (tmp_path / f"one{ending}").write_text("", "utf-8")
    assert figures_of(tmp_path, says())["linked"] == 0.0


def test_a_gold_event_without_any_role_is_not_asked_for(tmp_path):
    write_article(tmp_path)
    with (tmp_path / "one.ann").open("a", encoding="utf-8") as file:
        file.write("T90\tAttribution-no-source 0 3\tThe\nE9\tAttribution-no-source:T90 \n")
    assert figures_of(tmp_path, says(SAID, ADDED))["linked"] == 100.0


def one(source, cue, content):
    return Attribution(*((Span(*s),) if s else () for s in (source, cue, content)), 1.0)


def gold(source, cue, content):
    return Attributed(*((Span(*s),) if s else () for s in (source, cue, content)))


def test_pairing_does_not_depend_on_the_order_of_the_attributions():
    wide, narrow = one((0, 5), (6, 12), (13, 30)), one((0, 5), (6, 8), (13, 20))
    left, right = gold((0, 5), (6, 8), (13, 20)), gold((0, 5), (10, 12), (21, 30))
    for mine in ([wide, narrow], [narrow, wide]):
        for theirs in ([left, right], [right, left]):
            assert linked_counts(mine, theirs).hits == 2


def test_a_gold_attribution_can_be_found_once():
    counts = linked_counts([one((0, 5), (6, 8), (9, 20))] * 2, [gold((0, 5), (6, 8), (9, 20))])
    assert (counts.hits, counts.predicted, counts.gold) == (1, 2, 1)


def test_a_source_where_there_is_none_breaks_the_link():
    theirs = [gold(None, (6, 8), (9, 20))]
    assert linked_counts([one(None, (6, 8), (9, 20))], theirs).hits == 1
    assert linked_counts([one((0, 5), (6, 8), (9, 20))], theirs).hits == 0
