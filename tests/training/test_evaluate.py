import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.records import Attribution, Span
from tests.training.invented import (
    ARTICLE,
    TREE,
    attribution,
    names,
    parses,
    says,
    write_article,
    write_reports,
)
from training.corpora import Attributed
from training.evaluate import (
    build_parser,
    linked_counts,
    main,
    score_attribution,
    score_entities,
    score_syntax,
)

ROOT = Path(__file__).parents[2]
SAID = attribution(ARTICLE, "The harbour board", "said", "the Velt brigade had left")
ADDED = attribution(ARTICLE, "it", "added", "Boats", "were back")


def test_attributions_all_right_score_a_hundred(tmp_path):
    figures = score_attribution(write_article(tmp_path), says(SAID, ADDED))
    assert figures["exact"] == dict.fromkeys(("source", "cue", "content", "all"), 100.0)
    assert figures["token"] == dict.fromkeys(("source", "cue", "content", "micro"), 100.0)
    assert figures["linked"] == 100.0
    assert figures["n"] == {"documents": 1, "attributions": 2, "source": 2, "cue": 2, "content": 3}


def test_attribution_figures_agree_with_a_count_by_hand(tmp_path):
    # One of two attributions, its content without "the": sources 1 of 2, cues 1 of 2, contents 0 of 3.
    mine = attribution(ARTICLE, "The harbour board", "said", "Velt brigade had left")
    figures = score_attribution(write_article(tmp_path), says(mine))
    assert figures["exact"] == {"source": 66.67, "cue": 66.67, "content": 0.0, "all": 40.0}  # 2·2 / (3 + 7)
    # Words: source 3 of 4, cue 1 of 2, content 4 of 8; together 2·8 / (8 + 14).
    assert figures["token"] == {"source": 85.71, "cue": 66.67, "content": 66.67, "micro": 72.73}
    assert figures["linked"] == 66.67


def test_the_parts_of_a_discontinuous_content_count_one_by_one(tmp_path):
    half = attribution(ARTICLE, "it", "added", "Boats")
    figures = score_attribution(write_article(tmp_path), says(SAID, half))
    assert figures["exact"]["content"] == 80.0  # 2 of 2 predicted, 3 gold
    assert figures["linked"] == 100.0


def test_roles_that_are_right_but_joined_wrongly_are_not_linked(tmp_path):
    crossed = [
        Attribution(SAID.source, SAID.cue, ADDED.content, 1.0),
        Attribution(ADDED.source, ADDED.cue, SAID.content, 1.0),
    ]
    figures = score_attribution(write_article(tmp_path), says(*crossed))
    assert figures["exact"]["all"] == 100.0
    assert figures["linked"] == 0.0


def test_a_document_without_gold_counts_what_is_found_there_as_wrong(tmp_path):
    write_article(tmp_path)
    (tmp_path / "two.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "two.ann").write_text("", "utf-8")
    figures = score_attribution(tmp_path, says(SAID, ADDED))
    assert figures["linked"] == 66.67
    assert figures["n"]["documents"] == 2


def test_an_empty_text_scores_without_an_error(tmp_path):
    for ending in (".txt", ".ann"):
        (tmp_path / f"one{ending}").write_text("", "utf-8")
    assert score_attribution(tmp_path, says())["linked"] == 0.0


def test_a_gold_event_without_any_role_is_not_asked_for(tmp_path):
    write_article(tmp_path)
    with (tmp_path / "one.ann").open("a", encoding="utf-8") as file:
        file.write("T90\tAttribution-no-source 0 3\tThe\nE9\tAttribution-no-source:T90 \n")
    assert score_attribution(tmp_path, says(SAID, ADDED))["linked"] == 100.0


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
    figures = score_syntax(tmp_path / "a.conllu", parses(RIGHT))
    assert figures == {"upos": 100.0, "uas": 100.0, "las": 100.0, "n": {"sentences": 2, "words": 7}}


def test_syntax_figures_agree_with_a_count_by_hand(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    rows = [
        ("PROPN", 1, "nsubj"),
        ("AUX", 3, "cop"),
        *RIGHT[2:5],
        ("PRON", None, "root"),
        ("VERB", 0, "nsubj"),
    ]
    figures = score_syntax(tmp_path, parses(rows))
    assert figures["upos"] == 85.71  # 6 of 7
    assert figures["uas"] == 57.14  # 4 of 7: Boats and the second sentence are wrong
    assert figures["las"] == 42.86  # 3 of 7: can has another relation


def test_entities_need_span_and_kind(tmp_path):
    reader = names(
        ("Velt", "Location"), ("Ana Orr", "Organisation"), ("Sel", "Location"), ("Port Sel", "Location")
    )
    figures = score_entities(write_reports(tmp_path), reader)
    assert (figures["p"], figures["r"], figures["f1"]) == (50.0, 66.67, 57.14)  # 2 of 4, 2 of 3
    assert figures["by_type"] == {"Location": 80.0, "Organisation": 0.0, "Person": 0.0}
    assert figures["n"] == {"documents": 1, "entities": 3}


def test_folders_of_several_sources_are_scored_together(tmp_path):
    write_reports(tmp_path / "one")
    write_reports(tmp_path / "two")
    assert score_entities(tmp_path, names())["n"] == {"documents": 2, "entities": 6}


@pytest.mark.parametrize("task", ["attribution", "syntax", "entities"])
def test_a_missing_corpus_gives_one_and_names_path_and_next_step(tmp_path, capsys, task):
    path = tmp_path / "nowhere"
    assert main([task, str(path), "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"{path}: no such corpus; give the path that holds it on the command line\n"


def test_a_missing_model_gives_one_and_names_path_and_next_step(tmp_path, capsys):
    write_article(tmp_path)
    assert main(["attribution", str(tmp_path), "--model", str(tmp_path / "none")]) == 1
    assert "is missing; install the package again" in capsys.readouterr().err


def test_a_folder_of_another_format_gives_one_and_says_what_it_lacks(tmp_path, capsys):
    (tmp_path / "notes.md").write_text("", "utf-8")
    assert main(["entities", str(tmp_path)]) == 1
    assert "holds no documents.jsonl; give" in capsys.readouterr().err


def test_an_unknown_task_is_refused_by_the_command_line(capsys):
    with pytest.raises(SystemExit) as caught:
        build_parser().parse_args(["grammar", "x"])
    assert caught.value.code == 2
    assert "attribution" in capsys.readouterr().err


def test_scoring_needs_no_torch():
    code = "import sys; sys.modules['torch'] = None; import training.evaluate, training.card"
    environment = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, timeout=120)


# With the shipped model: that it runs end to end. How well it reads is measured on the corpora.


def test_the_shipped_model_finds_who_said_what(tmp_path, capsys):
    assert main(["attribution", str(write_article(tmp_path)), "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    figures = json.loads(line)
    assert set(figures) == {"exact", "token", "linked", "n"}
    assert figures["token"]["micro"] > 50


def test_the_shipped_model_parses_a_treebank(tmp_path, capsys):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    assert main(["syntax", str(tmp_path / "a.conllu"), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert set(figures) == {"upos", "uas", "las", "n"}
    assert figures["upos"] > 50


def test_the_shipped_model_finds_entities(tmp_path, capsys):
    assert main(["entities", str(write_reports(tmp_path)), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"p", "r", "f1", "by_type", "n"}
