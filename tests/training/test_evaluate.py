import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.invented import ARTICLE, TREE, attribution, says, write_article, write_reports
from training.evaluate import TASKS, build_parser, main, nested, score, tree_of

ROOT = Path(__file__).parents[2]
SAID = attribution(ARTICLE, "The harbour board", "said", "the Velt brigade had left")


def test_each_figure_has_its_interval_beside_it_in_the_same_shape(tmp_path):
    write_article(tmp_path)
    (tmp_path / "two.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "two.ann").write_text("", "utf-8")
    tree = tree_of(score("attribution", tmp_path, says(SAID)))
    assert list(tree) == ["exact", "token", "linked", "ci", "n"]
    assert tree["linked"] == 50.0  # 2·1 / (2 + 2): the second text has no attribution, one is found there
    assert tree["ci"]["linked"] == {"lo": 0.0, "hi": 66.67}  # the second text alone, the first alone
    assert set(tree["ci"]) == {"exact", "token", "linked"}
    assert set(tree["ci"]["exact"]) == set(tree["exact"])
    assert tree["ci"]["exact"]["cue"] == {"lo": 0.0, "hi": 66.67}


def test_the_same_corpus_gives_the_same_bytes(tmp_path):
    write_article(tmp_path / "a")
    write_article(tmp_path / "b", text=ARTICLE + " So it said.")
    first, second = (json.dumps(tree_of(score("attribution", tmp_path, says(SAID)))) for _ in range(2))
    assert first == second


def test_a_group_is_parted_at_its_first_full_stop_only():
    assert nested({"f1": 1, "by_type.a.b": 2, "by_type.c": 3}) == {"f1": 1, "by_type": {"a.b": 2, "c": 3}}


@pytest.mark.parametrize("task", TASKS)
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
    assert set(figures) == {"exact", "token", "linked", "ci", "n"}
    assert figures["token"]["micro"] > 50


def test_the_shipped_model_parses_a_treebank(tmp_path, capsys):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    assert main(["syntax", str(tmp_path / "a.conllu"), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert set(figures) == {"upos", "uas", "las", "ci", "n"}
    assert figures["upos"] > 50


def test_the_shipped_model_finds_entities(tmp_path, capsys):
    assert main(["entities", str(write_reports(tmp_path)), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"p", "r", "f1", "by_type", "ci", "n"}
