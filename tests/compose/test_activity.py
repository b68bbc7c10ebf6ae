import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compose.activity import dominant, recognise
from reportedly.packs import PLOVER_TYPES, Role, load_activities
from reportedly.records import Span, Word

PACK = load_activities()


def words(*rows):
    """Words of (text, lemma, upos, head, deprel), a code point apart."""
    made, at = [], 0
    for text, lemma, upos, head, deprel in rows:
        made.append(Word(Span(at, at + len(text)), text, lemma, upos, "", head, deprel))
        at += len(text) + 1
    return made


def untied(*rows):
    """Words of (text, lemma, upos) without any syntax."""
    return words(*((text, lemma, upos, None, "") for text, lemma, upos in rows))


SMUGGLING = words(
    ("The", "the", "DET", 1, "det"),
    ("brigade", "brigade", "NOUN", 2, "nsubj"),
    ("smuggles", "smuggle", "VERB", None, "root"),
    ("diesel", "diesel", "NOUN", 2, "obj"),
)


def test_the_predicate_names_the_activity():
    found = recognise(SMUGGLING, PACK, predicate=2)
    assert found.activity.id == "smuggling"
    assert found.activity.plover in PLOVER_TYPES
    assert found.trigger == 2
    assert found.roles.subject is Role.ACTOR
    assert 0 < found.score <= 1
    assert "smuggle" in found.reasons[0]


def test_the_predicate_beats_its_arguments():
    clause = words(
        ("Police", "police", "NOUN", 1, "nsubj"),
        ("arrested", "arrest", "VERB", None, "root"),
        ("two", "two", "NUM", 3, "nummod"),
        ("smugglers", "smuggler", "NOUN", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1).activity.id == "arrest"


def test_an_argument_names_the_activity_of_an_empty_predicate():
    clause = words(
        ("They", "they", "PRON", 1, "nsubj"),
        ("carried", "carry", "VERB", None, "root"),
        ("out", "out", "ADP", 1, "compound:prt"),
        ("an", "a", "DET", 4, "det"),
        ("ambush", "ambush", "NOUN", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1).activity.id == "attack"


@pytest.mark.parametrize(
    ("goods", "activity"),
    [("heroin", "drug-trafficking"), ("rifles", "arms-trafficking"), ("diesel", "smuggling")],
)
def test_what_is_moved_decides_between_activities_of_one_verb(goods, activity):
    clause = words(
        ("They", "they", "PRON", 1, "nsubj"),
        ("smuggled", "smuggle", "VERB", None, "root"),
        (goods, goods.rstrip("s"), "NOUN", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1).activity.id == activity


def test_a_hyphenated_phrase_is_the_phrase():
    clause = words(
        ("A", "a", "DET", 2, "det"),
        ("car-bomb", "car-bomb", "NOUN", 2, "compound"),
        ("attack", "attack", "NOUN", None, "root"),
    )
    assert recognise(clause, PACK, predicate=2).activity.id == "bombing"


def test_a_clause_from_the_middle_of_a_sentence_is_read_with_its_indexes():
    clause = words(
        ("soldiers", "soldier", "NOUN", 7, "nsubj"),
        ("tortured", "torture", "VERB", None, "root"),
        ("detainees", "detainee", "NOUN", 7, "obj"),
    )
    found = recognise(clause, PACK, predicate=None, indexes=[6, 7, 8])
    assert found.activity.id == "civilian-harm"
    assert found.trigger == 1


def test_without_syntax_the_first_verb_stands_in_for_the_predicate():
    clause = untied(
        ("Rebels", "rebel", "NOUN"),
        ("kidnapped", "kidnap", "VERB"),
        ("a", "a", "DET"),
        ("smuggler", "smuggler", "NOUN"),
    )
    assert recognise(clause, PACK, predicate=None).activity.id == "kidnapping"


def test_a_wrong_lemma_does_not_hide_a_regular_form():
    clause = untied(("Gangs", "gang", "NOUN"), ("extorted", "extorte", "VERB"), ("shops", "shop", "NOUN"))
    assert recognise(clause, PACK, predicate=1).activity.id == "extortion"


@pytest.mark.parametrize(("text", "lemma"), [("retaken", "retak"), ("rebuilt", "rebui"), ("overrun", "over")])
def test_an_irregular_form_with_a_prefix_is_its_verb(text, lemma):
    clause = words(
        ("Rebels", "rebel", "NOUN", 1, "nsubj"),
        (text, lemma, "VERB", None, "root"),
        ("network", "network", "NOUN", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1) is not None


def test_a_participle_before_its_noun_is_not_done():
    clause = words(("Running", "run", "VERB", 1, "amod"), ("water", "water", "NOUN", None, "root"))
    assert recognise(clause, PACK, predicate=1) is None


def test_an_irregular_plural_is_its_noun():
    clause = words(
        ("Gunmen", "gunme", "NOUN", 1, "nsubj"),
        ("surrounded", "surround", "VERB", None, "root"),
        ("it", "it", "PRON", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1).activity.id == "attack"


@pytest.mark.parametrize(
    ("row", "lemma"),
    [
        (("found", "find", "VERB", None, "root"), "found"),  # who finds a boat founds nothing
        (("planes", "plane", "NOUN", None, "root"), "plan"),
        (("United", "United", "PROPN", None, "root"), "unit"),
    ],
)
def test_a_word_that_only_looks_like_another_does_not_show_its_activity(row, lemma):
    assert lemma in PACK.triggers
    assert recognise(words(row), PACK, predicate=0) is None


def test_an_auxiliary_has_nothing_and_leads_nobody():
    clause = words(
        ("They", "they", "PRON", 2, "nsubj"),
        ("had", "have", "AUX", 2, "aux"),
        ("heard", "hear", "VERB", None, "root"),
        ("a", "a", "DET", 4, "det"),
        ("system", "system", "NOUN", 2, "obj"),
    )
    assert recognise(clause, PACK, predicate=2) is None


@pytest.mark.parametrize(
    ("verb", "lemma", "thing", "activity"),
    [
        ("violated", "violate", "truce", "attack"),
        ("signed", "sign", "truce", "agreement"),
        ("raised", "raise", "flag", "territorial-control"),
        ("lost", "lose", "crew", "casualties"),
        ("held", "hold", "talk", "negotiate"),
        ("exchanged", "exchange", "fire", "fight"),
        ("laid", "lay", "landmine", "bombing"),
        ("laundered", "launder", "profit", "money-laundering"),
        ("fled", "flee", "home", "displacement"),
        ("tackled", "tackle", "corruption", "policy"),
        ("ran", "run", "extortion", "extortion"),
    ],
)
def test_verb_and_object_name_the_activity_together(verb, lemma, thing, activity):
    clause = words(
        ("They", "they", "PRON", 1, "nsubj"),
        (verb, lemma, "VERB", None, "root"),
        (thing, thing, "NOUN", 1, "obj"),
    )
    assert recognise(clause, PACK, predicate=1).activity.id == activity


def test_the_trigger_decides_the_acled_type():
    for text, lemma, acled in (
        ("bombings", "bombing", "Remote explosive/landmine/IED"),
        ("truce", "truce", "Agreement"),
    ):
        found = recognise(words((text, lemma, "NOUN", None, "root")), PACK, predicate=0)
        assert (found.activity.acled, found.activity.context) == (
            acled,
            PACK.activities[found.activity.id].context,
        )
    rockets = words(
        ("Rockets", "rocket", "NOUN", 1, "nsubj"),
        ("hit", "hit", "VERB", None, "root"),
        ("it", "it", "PRON", 1, "obj"),
    )
    assert recognise(rockets, PACK, predicate=1).activity.acled == "Shelling/artillery/missile attack"


def test_the_reason_names_the_words_that_met_the_conditions():
    clause = untied(("Raiders", "raider", "NOUN"), ("fired", "fire", "VERB"), ("mortars", "mortar", "NOUN"))
    assert recognise(clause, PACK, predicate=1).reasons[0] == "attack: verb 'fire' with 'mortars'"


def test_who_flees_or_dies_is_the_one_it_happens_to():
    for text, lemma in (("fled", "flee"), ("died", "die")):
        clause = words(("Villagers", "villager", "NOUN", 1, "nsubj"), (text, lemma, "VERB", None, "root"))
        assert recognise(clause, PACK, predicate=1).roles.subject is Role.TARGET


def test_words_that_report_no_activity_give_none():
    clause = untied(
        ("The", "the", "DET"), ("weather", "weather", "NOUN"), ("was", "be", "AUX"), ("fine", "fine", "ADJ")
    )
    assert recognise(clause, PACK, predicate=3) is None
    assert recognise([], PACK, predicate=None) is None


def test_what_a_report_mostly_speaks_of_is_what_was_recognised_most():
    smuggling = recognise(SMUGGLING, PACK, predicate=2)
    arrest = recognise(untied(("arrested", "arrest", "VERB")), PACK, predicate=0)
    assert dominant([smuggling, arrest, smuggling]) == smuggling.activity
    assert dominant([]) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["smuggle", "arm", "bomb", "say", "drug", "of", "-", "car-bomb", "x", "ies", "s"]
            ),
            st.sampled_from(["VERB", "NOUN", "ADJ", "PROPN", "PUNCT", "_", ""]),
            st.one_of(st.none(), st.integers(0, 9)),
            st.sampled_from(["obj", "nsubj", "root", "compound", "odd"]),
        ),
        max_size=9,
    ),
    st.one_of(st.none(), st.integers(0, 8)),
)
def test_broken_syntax_never_breaks_recognition(rows, predicate):
    clause = words(*((text, text, upos, head, deprel) for text, upos, head, deprel in rows))
    at = predicate if predicate is not None and predicate < len(clause) else None
    found = recognise(clause, PACK, predicate=at)
    if found is not None:
        assert found.activity.id in PACK.activities
        assert 0 < found.score <= 1
        assert 0 <= found.trigger < len(clause)
        assert found == recognise(clause, PACK, predicate=at)
