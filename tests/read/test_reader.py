"""Reading whole documents, with the shipped model."""

import pytest

from reportedly.errors import ModelError
from reportedly.read.engine import SHIPPED, Engine
from reportedly.read.packed import PackedWords
from reportedly.read.reader import Reader, tokenise
from reportedly.records import Document, Passage, PassageKind, Span

REPORT = (
    "The harbour council said on Monday that smugglers had moved 40 crates through Eastfield.",
    "“We saw nothing of the kind,” said Martin Keller, who guards the gate. Nobody else would comment.",
)


def document(*paragraphs, kinds=None):
    text, passages = "\n\n".join(paragraphs), []
    for n, paragraph in enumerate(paragraphs):
        begin = sum(len(p) + 2 for p in paragraphs[:n])
        kind = kinds[n] if kinds else PassageKind.PARAGRAPH
        passages.append(Passage(Span(begin, begin + len(paragraph)), kind))
    return Document("d", "report.txt", "0" * 64, text, tuple(passages))


@pytest.fixture(scope="module")
def reader():
    assert (SHIPPED / "network.onnx").is_file(), f"the package ships no reading model in {SHIPPED}"
    return Reader(threads=2)


def is_one_tree(words):
    heads = [w.head for w in words]
    if heads.count(None) != 1:
        return False
    for start in range(len(heads)):
        steps, at = 0, start
        while heads[at] is not None and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if heads[at] is not None:
            return False
    return True


def test_boilerplate_has_no_words():
    kinds = (PassageKind.BOILERPLATE, PassageKind.PARAGRAPH)
    tokens = tokenise(document("Subscribe now.", "It rained.", kinds=kinds))
    assert tokens.passages == ((0, 0), (0, 1))
    assert len(tokens.spans) == 3


def test_each_passage_has_one_reading_with_its_own_sentences(reader):
    readings = reader.read(document(*REPORT))
    assert [r.passage for r in readings] == [0, 1]
    assert [len(r.sentences) for r in readings] == [1, 2]
    first = [w.text for w in readings[0].sentences[0].words]
    assert (first[:4], first[-1]) == (["The", "harbour", "council", "said"], ".")


def test_who_said_what_is_read(reader):
    report = document(*REPORT)
    (found, *_) = reader.read(report)[0].attributions
    said = {role: [report.text[s.begin : s.end] for s in getattr(found, role)] for role in ("source", "cue")}
    assert said["cue"] == ["said"]
    assert "council" in said["source"][0]
    assert "smugglers" in report.text[found.content[0].begin : found.content[-1].end]


def test_every_sentence_is_one_tree_inside_its_span(reader):
    for reading in reader.read(document(*REPORT)):
        for sentence in reading.sentences:
            assert is_one_tree(sentence.words)
            assert sentence.span == Span(sentence.words[0].span.begin, sentence.words[-1].span.end)


def test_a_sentence_longer_than_a_window_is_still_one_tree(reader):
    endless = "The council said that " + " and that ".join(
        f"crate {n} was moved by boat" for n in range(2_500)
    )
    (reading,) = reader.read(document(endless + "."))
    (sentence,) = reading.sentences
    assert len(sentence.words) > 17_000
    assert is_one_tree(sentence.words)


def test_a_passage_reads_the_same_whatever_comes_after_its_window(reader):
    long = " ".join(f"The guard counted {n} boats near the old bridge." for n in range(30))
    alone = reader.read(document(*REPORT, long))
    followed = reader.read(document(*REPORT, long, *REPORT * 20))
    assert followed[:2] == alone[:2]


def test_the_number_of_threads_changes_nothing(reader):
    report = document(*REPORT * 10)
    assert Reader(threads=1).read(report) == reader.read(report)


def test_the_words_of_a_long_document_are_packed_and_read_the_same(reader, monkeypatch):
    report = document(*REPORT)
    short = reader.read(report)
    assert {type(sentence.words) for reading in short for sentence in reading.sentences} == {tuple}
    monkeypatch.setattr("reportedly.read.reader.KEPT_WORDS", 0)
    long = reader.read(report)
    assert {type(sentence.words) for reading in long for sentence in reading.sentences} == {PackedWords}
    assert long == short


def test_a_missing_model_is_refused_with_its_file(tmp_path):
    with pytest.raises(ModelError, match=r"labels\.json: is missing"):
        Engine(tmp_path)


def test_a_label_inventory_that_is_none_is_refused(tmp_path):
    (tmp_path / "labels.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="is not a label inventory"):
        Engine(tmp_path)


def test_what_is_seen_for_training_is_what_is_read(reader):
    report = document(*REPORT * 3)
    words = [w for reading in reader.read(report) for s in reading.sentences for w in s.words]
    assert reader.mark(report.text, tokenise(report)).words == words
