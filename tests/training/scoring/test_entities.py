from tests.training.invented import names, write_reports
from training.evaluate import score, tree_of


def figures_of(folder, reader):
    return tree_of(score("entities", folder, reader))


def test_entities_need_span_and_kind(tmp_path):
    reader = names(
        ("Velt", "Location"), ("Ana Orr", "Organisation"), ("Sel", "Location"), ("Port Sel", "Location")
    )
    figures = figures_of(write_reports(tmp_path), reader)
    assert (figures["p"], figures["r"], figures["f1"]) == (50.0, 66.67, 57.14)  # 2 of 4, 2 of 3
    assert figures["by_type"] == {"Location": 80.0, "Organisation": 0.0, "Person": 0.0}
    assert figures["n"] == {"documents": 1, "entities": 3}


def test_folders_of_several_sources_are_scored_together(tmp_path):
    write_reports(tmp_path / "one")
    write_reports(tmp_path / "two")
    assert figures_of(tmp_path, names())["n"] == {"documents": 2, "entities": 6}
