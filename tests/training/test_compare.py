import json

from tests.conftest import MODEL
from tests.training.invented import write_reports
from training.compare import Difference, differences, main
from training.evaluate import TASKS


def test_what_the_second_gains_is_counted_in_points():
    found = differences(TASKS["syntax"], {"uas": 90.0, "las": 80.0}, {"uas": 89.4, "las": 80.5})
    assert found == {"las": Difference(80.0, 80.5, 0.5), "uas": Difference(90.0, 89.4, -0.6)}


def test_a_lower_error_is_a_gain_and_a_hundredth_a_point():
    found = differences(TASKS["factuality"], {"mae": 0.55, "pearson": 0.7}, {"mae": 0.5, "pearson": 0.69})
    assert found["mae"].by == 5.0
    assert found["pearson"].by == -1.0


def test_a_type_that_only_one_model_finds_counts_as_nothing_for_the_other():
    assert differences(TASKS["entities"], {"by_type.Money": 50.0}, {})["by_type.Money"].by == -50.0


def test_a_model_loses_nothing_against_itself(tmp_path, capsys):
    model = str(MODEL)
    assert main(["entities", str(write_reports(tmp_path)), model, model, "--most", "0"]) == 0
    assert json.loads(capsys.readouterr().out)["f1"]["by"] == 0


def test_a_missing_corpus_gives_one_and_its_name(tmp_path, capsys):
    assert main(["syntax", str(tmp_path / "none"), "a", "b"]) == 1
    assert "no such corpus" in capsys.readouterr().err
