import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportedly.records import Mention, Modality, Polarity, Span, Voice, VoiceKind
from training.cases import Case, GoldClaim
from training.corpora import CorpusMissing
from training.evaluate import main, score
from training.scoring.claims import counted, figures, fold, paired, same_chain, share


@dataclass(frozen=True)
class Ours:
    """What is looked at of a claim."""

    content: Span
    chain: tuple[Voice, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED


def voice(name, text=None):
    return Voice(Mention(name, text, None), VoiceKind.PERSON, None, None)


def gold(begin, end, *chain, polarity="affirmed", modality="asserted"):
    return GoldClaim(Span(begin, end), chain, polarity, modality)


def case(*claims, **aliases):
    return Case("one", Path("one.txt"), None, claims, aliases)


def test_two_spans_share_what_both_cover_of_what_either_covers():
    assert share(Span(0, 10), Span(5, 10)) == 0.5
    assert share(Span(0, 4), Span(4, 8)) == 0.0
    assert share(Span(3, 7), Span(3, 7)) == 1.0


def test_the_best_overlap_is_paired_first_and_each_claim_once():
    mine = [Ours(Span(0, 10)), Ours(Span(0, 8))]
    theirs = [gold(0, 8), gold(0, 10)]
    assert paired(mine, theirs) == [(mine[1], theirs[0]), (mine[0], theirs[1])]
    assert paired(mine[:1], theirs) == [(mine[0], theirs[1])]
    assert paired([Ours(Span(0, 4))], [gold(0, 9)]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Office of the State Auditor", "State Auditor Office"),
        ("Ángel Méndez’s", "angel mendez"),
        ("al-Karim", "Karim"),
        ("U.S. officials", "u s officials"),
    ],
)
def test_names_agree_without_case_accents_and_empty_words(one, other):
    assert sorted(fold(one).split()) == sorted(fold(other).split())


def test_a_chain_is_right_when_every_voice_is_in_its_place():
    aliases = {"Harbour Board": ("the board",)}
    assert same_chain([voice("Harbour Board"), voice("Ana Orr")], ["Harbour Board", "Ana Orr"], aliases)
    assert same_chain([voice("the board")], ["Harbour Board"], aliases)
    assert same_chain([voice("somebody", "the board")], ["Harbour Board"], aliases)
    assert same_chain([], [], aliases)
    assert not same_chain([voice("Ana Orr"), voice("Harbour Board")], ["Harbour Board", "Ana Orr"], aliases)
    assert not same_chain([voice("Harbour Board")], ["Harbour Board", "Ana Orr"], aliases)


def test_a_pronoun_left_standing_is_no_name():
    assert not same_chain([voice("she", "Ana Orr")], ["Ana Orr"], {})
    assert not same_chain([voice("Somebody", "she")], ["Ana Orr"], {"Ana Orr": ("she",)})


def test_claim_figures_agree_with_a_count_by_hand():
    # Three of ours, two of theirs: both found; one chain right; its polarity is not.
    mine = [
        Ours(Span(0, 10), (voice("Ana Orr"),), polarity=Polarity.DENIED),
        Ours(Span(20, 30), (voice("crew"),)),
        Ours(Span(40, 50)),
    ]
    row = counted(mine, case(gold(0, 10, "Ana Orr"), gold(20, 30, "Velt brigade")))
    assert figures(row) == {"content_f1": 0.8, "chain_f1": 0.4, "claim_f1": 0.0}


def test_the_shipped_model_finds_claims_and_prints_shares(tmp_path, capsys):
    text = "The harbour board said that guards had seized 12 boats."
    begin, end = text.index("guards"), text.index(".")
    claim = {"begin": begin, "end": end, "chain": ["harbour board"], "polarity": "affirmed"}
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"claims": [claim | {"modality": "asserted"}]}), "utf-8")
    assert main(["claims", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in ("content_f1", "chain_f1", "claim_f1")} == {
        "content_f1": 1.0,
        "chain_f1": 1.0,
        "claim_f1": 1.0,
    }
    assert found["ci"]["claim_f1"] == {"lo": 1.0, "hi": 1.0}
    assert found["n"] == {"documents": 1, "claims": 1, "found": 1}


def test_a_case_without_its_text_is_named(tmp_path):
    (tmp_path / "a.json").write_text('{"claims": []}', "utf-8")
    with pytest.raises(CorpusMissing, match=r"a\.txt"):
        score("claims", tmp_path, None)
