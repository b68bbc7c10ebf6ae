import json

import pytest

from reportedly.errors import BrokenInput
from reportedly.records import Span
from tests.training.invented import (
    ADDED,
    ARTICLE,
    SAID,
    TREE,
    brat,
    place,
    write_article,
    write_case,
    write_reports,
)
from training.corpora import (
    CorpusMissing,
    LabelledClaim,
    find,
    paragraphs,
    read_activities,
    read_cases,
    read_factuality,
    read_polnear,
    read_re3d,
    read_ud,
)


def shown(document, spans):
    return [document.text[s.begin : s.end] for s in spans]


def test_an_attribution_has_its_roles_and_a_discontinuous_content_its_parts(tmp_path):
    (document,) = read_polnear(write_article(tmp_path))
    said, added = document.attributions
    assert shown(document, said.source + said.cue + said.content) == [
        "The harbour board",
        "said",
        "the Velt brigade had left",
    ]
    assert shown(document, added.content) == ["Boats", "were back"]


@pytest.mark.parametrize("label", ["Discuss", "Discard"])
def test_labels_that_are_no_attributions_are_skipped(tmp_path, label):
    write_article(tmp_path)
    (tmp_path / "one.ann").write_text(brat(ARTICLE, [SAID], kind=label), "utf-8")
    (document,) = read_polnear(tmp_path)
    assert document.attributions == ()


def test_an_attribution_without_a_source_has_an_empty_one(tmp_path):
    write_article(tmp_path)
    (tmp_path / "one.ann").write_text(brat(ARTICLE, [ADDED[1:]], kind="Attribution-no-source"), "utf-8")
    (document,) = read_polnear(tmp_path)
    (found,) = document.attributions
    assert found.source == ()
    assert len(found.content) == 2


def test_an_empty_annotation_means_no_attributions(tmp_path):
    write_article(tmp_path)
    (tmp_path / "one.ann").write_text("", "utf-8")
    (document,) = read_polnear(tmp_path)
    assert document.attributions == ()


def test_offsets_count_both_characters_of_a_windows_line_end(tmp_path):
    text = "A headline\r\n\r\n" + ARTICLE
    (document,) = read_polnear(write_article(tmp_path, text=text))
    assert shown(document, document.attributions[0].cue) == ["said"]
    assert len(document.paragraph_starts) == 2


def test_an_annotation_with_windows_line_ends_reads_the_same(tmp_path):
    write_article(tmp_path)
    (plain,) = read_polnear(tmp_path)
    written = (tmp_path / "one.ann").read_bytes()
    (tmp_path / "one.ann").write_bytes(written.replace(b"\n", b"\r\n"))
    assert list(read_polnear(tmp_path)) == [plain]


def test_a_line_separator_inside_quoted_words_ends_no_line(tmp_path):
    write_article(tmp_path)
    lines = (tmp_path / "one.ann").read_text("utf-8").replace("\tsaid", "\tsa\u2028id\x85\tT")
    (tmp_path / "one.ann").write_text(lines, "utf-8")
    (document,) = read_polnear(tmp_path)
    assert shown(document, document.attributions[0].cue) == ["said"]


def test_nested_folders_are_read_and_hidden_files_are_not(tmp_path):
    write_article(tmp_path / "b" / "deep")
    write_article(tmp_path / "a", name="two")
    (tmp_path / "a" / "._two.ann").write_bytes(b"\x00\xff")
    assert [d.name for d in read_polnear(tmp_path)] == ["two", "one"]


def test_an_annotation_without_its_text_is_reported_with_the_path(tmp_path):
    (tmp_path / "lonely.ann").write_text("", "utf-8")
    with pytest.raises(CorpusMissing, match=r"lonely\.txt: no such corpus; give"):
        list(read_polnear(tmp_path))


@pytest.mark.parametrize("line", ["T1\tCue 4", "T1\tCue ten 14\tsaid", "T1\tCue"])
def test_an_annotation_without_offsets_is_refused_with_its_name(tmp_path, line):
    write_article(tmp_path)
    (tmp_path / "one.ann").write_text(line + "\n", "utf-8")
    with pytest.raises(BrokenInput, match=r"one\.ann: has a line that cannot be read"):
        list(read_polnear(tmp_path))


def test_a_folder_without_files_of_the_format_is_reported(tmp_path):
    with pytest.raises(CorpusMissing, match=r"holds no \*\.ann; give"):
        list(read_polnear(tmp_path))


def test_a_file_is_found_as_itself(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(TREE, "utf-8")
    assert find(path, "*.conllu") == [path] == find(tmp_path, "*.conllu")


def test_paragraphs_are_parted_by_blank_lines_where_there_are_any():
    assert list(paragraphs("a\nb\n\nc")) == [Span(0, 3), Span(5, 6)]
    assert list(paragraphs("a\nb")) == [Span(0, 1), Span(2, 3)]
    assert list(paragraphs(" \n \n")) == []


def test_reports_come_with_their_entities_in_order(tmp_path):
    (document,) = read_re3d(write_reports(tmp_path))
    kinds = [kind for _, kind in document.entities]
    assert shown(document, [s for s, _ in document.entities]) == ["Velt", "Ana Orr", "Port Sel"]
    assert kinds == ["Location", "Person", "Location"]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [("{", "line 1 is not JSON"), ('{"begin": 1}', "line 1 lacks end"), ("[]", "lacks begin")],
)
def test_a_damaged_line_of_json_is_refused_with_its_number(tmp_path, line, wrong):
    write_reports(tmp_path)
    (tmp_path / "entities.jsonl").write_text(line, "utf-8")
    with pytest.raises(BrokenInput, match=wrong):
        list(read_re3d(tmp_path))


def test_a_claim_without_activity_is_labelled_none_and_voices_are_counted_to_two(tmp_path):
    (document,) = read_cases(write_case(tmp_path))
    long, short = place(ARTICLE, "the Velt brigade had left"), place(ARTICLE, "had left")
    assert document.claims == (
        LabelledClaim(long, "withdraw", "asserted", 0),
        LabelledClaim(short, "none", "reported", 2),
    )


def test_claims_that_name_the_words_of_their_voices_give_attributions(tmp_path):
    text = "The board said that ferries sank. Pilots left."
    spans = {words: [s.begin, s.end] for words in ("The board", "said") if (s := place(text, words))}
    content, left = place(text, "ferries sank"), place(text, "Pilots left")
    claim = {"modality": "asserted", "activity": None}
    voices = [{"source": spans["The board"], "cue": spans["said"]}]
    claims = [
        {"begin": content.begin, "end": content.end, "chain": ["board"], "voices": voices, **claim},
        {"begin": left.begin, "end": left.end, "chain": [], "voices": [], **claim},
    ]
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    (document,) = read_cases(tmp_path)
    (said,) = document.attributions
    assert shown(document, said.source + said.cue + said.content) == [
        "The board",
        "said",
        "that ferries sank",
    ]


def test_claims_without_the_words_of_their_voices_give_no_attributions(tmp_path):
    (document,) = read_cases(write_case(tmp_path))
    assert document.attributions is None


def test_heads_of_a_treebank_count_through_the_document_and_a_root_is_its_own(tmp_path):
    (tmp_path / "a.conllu").write_text(TREE, "utf-8")
    (document,) = read_ud(tmp_path / "a.conllu")
    assert document.words == ["Boats", "can", "not", "sail", ".", "Nobody", "left"]
    assert document.syntax.heads == (3, 3, 3, 3, 3, 6, 6)
    assert document.sentences == ((0, 5), (5, 7))
    assert document.paragraph_starts == {0, 5}
    assert document.names is None


def gum(*codes):
    """A document of one sentence with these words, parts of speech and bracket codes."""
    rows = [
        f"{n}\t{word}\t{word}\t{upos}\tNN\t_\t{0 if n == 1 else 1}\tdep\t_\t{code or '_'}"
        for n, (word, upos, code) in enumerate(codes, 1)
    ]
    return "# newdoc id = g\n# sent_id = g-1\n" + "\n".join(rows) + "\n\n"


def names_of(tmp_path, *codes):
    (tmp_path / "g.conllu").write_text(gum(*codes), "utf-8")
    (document,) = read_ud(tmp_path / "g.conllu")
    return [(document.text[s.begin : s.end], kind) for s, kind in document.names]


def test_a_name_linked_to_an_encyclopedia_is_found_with_its_type(tmp_path):
    linked = "Entity=(1-place-new-cf1-1-sgl-1-Port_Sel"
    assert names_of(tmp_path, ("Port", "PROPN", linked), ("Sel", "PROPN", "Entity=1)")) == [
        ("Port Sel", "Location")
    ]


def test_nested_names_close_in_their_order(tmp_path):
    outer = "Entity=(1-organization-new-n-cf1-1-sgl-Sel_Board"
    inner = "Entity=(2-place-new-n-cf1-1-sgl-Sel)1)"
    assert names_of(tmp_path, ("Board", "PROPN", outer), ("of", "ADP", ""), ("Sel", "PROPN", inner)) == [
        ("Sel", "Location"),
        ("Board of Sel", "Organisation"),
    ]


def test_an_opening_and_two_closings_on_one_word_are_told_apart(tmp_path):
    codes = [
        ("Sel", "PROPN", "Entity=(1-organization-new-n-cf1-1-sgl-Sel_Board(2-place-new-n-cf1-1-sgl-Sel)"),
        ("Board", "PROPN", "Entity=(3-person-new-n-cf1-1-sgl-Ana)1)"),
    ]
    assert names_of(tmp_path, *codes) == [
        ("Sel", "Location"),
        ("Board", "Person"),
        ("Sel Board", "Organisation"),
    ]


def test_a_mention_without_link_or_without_proper_noun_is_no_name(tmp_path):
    codes = [
        ("boats", "NOUN", "Entity=(1-object-new-n-cf1-1-sgl)"),
        ("there", "ADV", "Entity=(2-place-giv-n-cf1-1-ana-Port_Sel)"),
        ("Velt", "PROPN", "Entity=(3-place-new-n-cf1-1-sgl)"),
    ]
    assert names_of(tmp_path, *codes) == []


def test_a_link_may_hold_hyphens(tmp_path):
    assert names_of(tmp_path, ("Velt", "PROPN", "Entity=(1-place-new-n-cf1-1-sgl-Velt-on-Sea)")) == [
        ("Velt", "Location")
    ]


JUDGED = "0\tBoats\t_\tNNS\n1\tleft\t3.0\tVBD\n\n0\tNone\t_\tNN\n1\treturned\t-2.5\tVBD\n"


def test_judged_rows_give_each_predicate_its_number(tmp_path):
    (tmp_path / "dev.conll").write_text(JUDGED, encoding="utf-8")
    (document,) = read_factuality(tmp_path / "dev.conll")
    assert document.words == ["Boats", "left", "None", "returned"]
    assert document.sentences == ((0, 2), (2, 4))
    assert document.factuality == (None, 3.0, None, -2.5)


def test_judged_targets_read_the_same_as_rows(tmp_path):
    (tmp_path / "dev.conll").write_text(JUDGED, encoding="utf-8")
    rows = [
        {"text": "Boats left", "targets": [{"span1": [1, 2], "label": 3.0}]},
        {"text": "None returned", "targets": [{"span1": [1, 2], "label": -2.5}]},
    ]
    (tmp_path / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (from_rows,), (from_targets,) = (
        list(read_factuality(tmp_path / f"dev.{end}")) for end in ("conll", "jsonl")
    )
    assert from_rows == from_targets


def test_a_judged_row_without_a_label_names_the_file_and_the_line(tmp_path):
    (tmp_path / "dev.conll").write_text("0\tBoats\n", encoding="utf-8")
    with pytest.raises(BrokenInput, match=r"dev\.conll.*line 1"):
        list(read_factuality(tmp_path / "dev.conll"))


def test_references_to_the_same_share_a_number(tmp_path):
    rows = [
        ("Sel", "PROPN", "Entity=(5-place-new-n-cf1-1-coref)"),
        ("knew", "VERB", ""),
        ("its", "PRON", "Entity=(7-object-new-n-cf1-2-sgl(5-place-giv-n-cf1-1-coref)"),
        ("boat", "NOUN", "Entity=7)"),
    ]
    (tmp_path / "g.conllu").write_text(gum(*rows), "utf-8")
    (document,) = read_ud(tmp_path / "g.conllu")
    assert [(document.text[r.span.begin : r.span.end], r.referent) for r in document.references] == [
        ("Sel", 0), ("its", 0), ("its boat", 1),
    ]  # fmt: skip


def test_sentences_with_an_activity_come_as_texts_of_unlike_neighbours(tmp_path):
    path = tmp_path / "sentences.tsv"
    rows = [f"{kind}\tBoat {n} sank." for kind in ("attack", "protest") for n in range(6)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    first, second = read_activities(path)
    assert [kind for _, kind in first.activities] == ["attack"] * 3 + ["protest"] * 3
    assert shown(first, [span for span, _ in first.activities])[:2] == ["Boat 0 sank.", "Boat 2 sank."]
    assert len(first.sentences) == len(second.sentences) == 6


def test_a_line_without_an_activity_is_refused(tmp_path):
    path = tmp_path / "sentences.tsv"
    path.write_text("attack\tBoats sank.\nBoats sank.\n", encoding="utf-8")
    with pytest.raises(BrokenInput, match="line 2 is no labelled sentence"):
        list(read_activities(path))
