from tests.training.invented import write_article
from training.digests import digest


def test_the_same_files_give_the_same_digest_wherever_they_lie(tmp_path):
    one, two = write_article(tmp_path / "a" / "train"), write_article(tmp_path / "b" / "train")
    assert digest(one) == digest(two)


def test_a_changed_byte_or_name_changes_the_digest(tmp_path):
    folder = write_article(tmp_path / "train")
    before = digest(folder)
    (folder / "one.txt").rename(folder / "two.txt")
    renamed = digest(folder)
    (folder / "two.txt").write_text("other", "utf-8")
    assert len({before, renamed, digest(folder)}) == 3


def test_files_that_systems_leave_behind_do_not_count(tmp_path):
    folder = write_article(tmp_path / "train")
    before = digest(folder)
    (folder / ".DS_Store").write_text("x", "utf-8")
    assert digest(folder) == before
