"""Who suffers an act that stands as a noun, and who does it."""

import pytest

from reportedly.compose.roles import Reported, find_arguments
from reportedly.packs import Role, Roles
from reportedly.records import Modality
from tests.compose.invented import Report, within

EITHER = Reported(Roles(Role.ACTOR, Role.TARGET), Modality.ASSERTED, frozenset())
KILLING = "The army's killing of Venn angered the militia."
DETENTION = "Her husband's detention by the brigade was reported."


def parts(text, *, words=None, seen=()):
    """Who acts, who suffers, and where, in a report of one sentence."""
    report = Report().passage(text)
    for name, kind in seen:
        report.named(name, kind)
    entities = [e for r in report.readings for e in r.entities]
    found = find_arguments(report.text, within(report, words or text), entities, reported=EITHER)
    return tuple([m.name for m in each] for each in (found.actors, found.targets, found.places))


@pytest.mark.parametrize("kind", ["Person", "Organisation"])
def test_whose_arrest_it_is_suffers_it_and_does_nothing(kind):
    assert parts("Venn's arrest led to protests.", seen=(("Venn", kind),)) == ([], ["Venn"], [])


def test_whom_coordinated_acts_befall_suffers_them():
    assert parts("The torture and execution of Venn shocked the town.") == ([], ["Venn"], [])


def test_whose_act_it_is_acts_where_the_act_names_whom_it_befalls():
    seen = (("Venn", "Person"),)
    assert parts(KILLING, words="The army's killing of Venn", seen=seen) == (["The army"], ["Venn"], [])


def test_acts_of_a_body_that_befall_nobody_are_done_by_it():
    assert parts("The army's arrests angered the farmers.")[0] == ["The army"]


def test_a_dismissal_befalls_a_body_too():
    text = "The gang's dismissal was reported."
    assert parts(text, words="The gang's dismissal") == ([], ["The gang"], [])


def test_a_relative_of_somebody_is_another():
    seen = (("Her", "Person"), ("the brigade", "Organisation"))
    found = parts(DETENTION, words="Her husband's detention by the brigade", seen=seen)
    assert found == (["the brigade"], ["Her husband"], [])


def test_ground_that_is_taken_is_no_party():
    text, seen = "Soldiers reported the capture of Perrin.", (("Perrin", "Location"),)
    assert parts(text, words="the capture of Perrin", seen=seen) == ([], [], ["Perrin"])


def test_what_the_model_takes_for_ground_is_somebody_where_it_is_killed():
    seen = (("Venn", "Location"),)
    assert parts(KILLING, words="The army's killing of Venn", seen=seen) == (["The army"], ["Venn"], [])
