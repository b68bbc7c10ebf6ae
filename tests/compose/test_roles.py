import pytest

from reportedly.compose.roles import Reported, find_arguments
from reportedly.packs import Role, Roles
from reportedly.records import Modality
from tests.compose.invented import Report, within

ACTOR_TARGET = Roles(Role.ACTOR, Role.TARGET)


def arguments(text, words=None, *, modality=Modality.ASSERTED, roles=ACTOR_TARGET, goods=(), seen=()):
    report = Report().passage(text)
    for name, kind in seen:
        report.named(name, kind)
    entities = [e for r in report.readings for e in r.entities]
    reported = Reported(roles, modality, frozenset(goods))
    found = find_arguments(report.text, within(report, words or text), entities, reported=reported)
    return {
        role: [mention.text for mention in getattr(found, role)]
        for role in ("actors", "targets", "places", "items")
        if getattr(found, role)
    }


def test_the_subject_acts_and_the_object_is_acted_on():
    seen = (("the brigade", "Organisation"),)
    found = arguments("The army disarmed and disbanded the brigade.", "disbanded the brigade", seen=seen)
    assert found == {"actors": ["The army"], "targets": ["the brigade"]}


def test_a_passive_names_its_actor_after_by():
    found = arguments(
        "The mayor said that the ferries were taxed by the brigade.", "the ferries were taxed by the brigade"
    )
    assert found["actors"] == ["the brigade"]


def test_a_passive_without_by_has_no_actor():
    assert "actors" not in arguments("Diesel was seized at Perrin.")


def test_the_accused_is_the_actor_of_an_accusation():
    text, words = "The mayor accused the brigade of smuggling diesel.", "the brigade of smuggling diesel"
    assert arguments(text, words, modality=Modality.ACCUSED)["actors"] == ["the brigade"]


def test_people_that_the_model_takes_for_ground_are_a_target_and_no_place():
    seen = (("the brigade", "Location"),)
    found = arguments("The ministry denied paying the brigade.", "paying the brigade", seen=seen)
    assert found == {"actors": ["The ministry"], "targets": ["the brigade"]}


def test_an_activity_may_turn_its_roles_around():
    text = "The brigade shelled the harbour, killing six sailors."
    seen = (("The brigade", "Organisation"),)
    found = arguments(text, "The brigade shelled the harbour", roles=Roles(Role.TARGET, Role.NONE), seen=seen)
    assert found == {"targets": ["The brigade"]}


def test_places_are_the_locations_that_the_words_name():
    seen = (("Perrin", "Location"), ("Lawmakers", "Person"))
    assert arguments("Lawmakers urged the army to leave Perrin.", seen=seen)["places"] == ["Perrin"]
    assert "places" not in arguments(
        "Lawmakers urged the army to leave Perrin.", "the army to leave", seen=seen
    )


def test_goods_are_named_where_the_activity_is_about_goods():
    text = "The army said the brigade smuggled diesel and weapons."
    words = "the brigade smuggled diesel and weapons"
    assert arguments(text, words, goods=("diesel", "weapon"))["items"] == ["diesel", "weapons"]
    assert "items" not in arguments(text, words)


@pytest.mark.parametrize("kind", ["Temporal", "Quantity", "Money"])
def test_a_date_or_a_sum_is_nobody(kind):
    text = "The brigade left Perrin in May as the army burned the bridge."
    found = arguments(text, "The brigade left Perrin in May", seen=(("The brigade", kind),))
    assert "actors" not in found


def test_whom_a_number_counts_acts():
    assert arguments("Dozens of fighters crossed the river.")["actors"] == ["fighters"]


def test_a_body_acts_through_some_of_its_members():
    seen = (("Third Brigade", "Organisation"),)
    found = arguments("Officers of the Third Brigade escorted the convoy.", seen=seen)
    assert found["actors"] == ["the Third Brigade"]


def test_a_name_in_apposition_is_who_acts():
    seen = (("This trader", "Person"), ("Ila Venn", "Person"))
    assert arguments("This trader, Ila Venn, bought the rifles.", seen=seen)["actors"] == ["Ila Venn"]


def test_who_is_believed_to_act_acts_and_is_no_target():
    seen = (("The brigade", "Organisation"),)
    found = arguments("The brigade is believed to control the mine.", seen=seen)
    assert found == {"actors": ["The brigade"]}


def test_who_is_linked_to_something_acts():
    seen = (("Three lawmakers", "Person"),)
    found = arguments("Three lawmakers are linked to the smugglers.", seen=seen)
    assert found == {"actors": ["Three lawmakers"]}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Raids by the army continued in Perrin.", "the army"),
        ("Army raids continued in Perrin.", "Army"),
    ],
)
def test_an_act_leads_to_whose_it_is(text, who):
    seen = ((who, "Organisation"), ("Perrin", "Location"))
    assert arguments(text, seen=seen) == {"actors": [who], "places": ["Perrin"]}


def test_coordinated_actors_are_several():
    seen = (("The front", "Organisation"), ("the militia", "Organisation"))
    found = arguments("The front and the militia signed the accord.", seen=seen)
    assert found["actors"] == ["The front", "the militia"]


def test_a_participle_that_goes_on_from_a_passive_is_passive_too_and_ground_suffers_nothing():
    seen = (("Smugglers", "Person"), ("Perrin", "Location"), ("Lomar", "Location"))
    found = arguments(
        "Smugglers were arrested in Perrin and extradited to Lomar.", "extradited to Lomar", seen=seen
    )
    assert found == {"places": ["Lomar"]}


def test_an_adjective_of_a_country_says_whose_an_act_is():
    seen = (("Karvenian", "Nationality"), ("Perrin", "Location"))
    assert arguments("Karvenian raids continued in Perrin.", seen=seen)["actors"] == ["Karvenian"]


def test_both_sides_of_a_clash_act():
    text = "Clashes between the army and the front continued."
    seen = (("the army", "Organisation"), ("the front", "Organisation"))
    assert arguments(text, seen=seen)["actors"] == ["the army", "the front"]


def test_a_body_acts_through_fighters_that_bear_its_name():
    seen = (("FFP", "Organisation"),)
    assert arguments("FFP fighters left Perrin.", seen=seen)["actors"] == ["FFP"]


def test_who_is_involved_acts_whatever_the_word_is_taken_for():
    seen = (("The brigade", "Organisation"),)
    assert arguments("The brigade is involved in the trade.", seen=seen)["actors"] == ["The brigade"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The presence of the army worries traders.", ["the army"]),
        ("Threats from the front continued.", ["the front"]),
        ("Fighting between the army and the front resumed.", ["the army", "the front"]),
    ],
)
def test_an_act_may_stand_before_whose_it_is(text, who):
    assert arguments(text, seen=[(name, "Organisation") for name in who])["actors"] == who


def test_a_plural_in_men_is_people_whatever_its_lemma():
    assert arguments("Gunmen burned the market.")["actors"] == ["Gunmen"]


def test_who_acts_is_named_without_a_description_behind_the_name():
    assert arguments("Smugglers with rifles crossed the river.")["actors"] == ["Smugglers"]


def test_an_act_is_nobody_even_where_the_model_sees_a_body():
    seen = (("The homicides", "Organisation"), ("Perrin", "Location"))
    assert arguments("The homicides continued in Perrin.", seen=seen) == {"places": ["Perrin"]}


def test_who_could_not_be_reached_is_silent():
    seen = (("The harbour office", "Organisation"),)
    found = arguments("The harbour office could not be reached.", seen=seen, modality=Modality.GAP)
    assert found["actors"] == ["The harbour office"]


def test_a_name_beside_what_somebody_is_suffers_in_its_place():
    text, seen = "Police arrested the gang leader Tomas Vell in Perrin.", [("Tomas Vell", "Person")]
    found = arguments(text, seen=[*seen, ("the gang leader Tomas Vell", "Person")])
    assert found["targets"] == ["Tomas Vell"]


def test_one_of_several_is_the_name_behind():
    text, seen = "Police arrested one of his advisers, the lawyer Ila Venn.", [("Ila Venn", "Person")]
    assert arguments(text, seen=[*seen, ("one of his advisers", "Person")])["targets"] == ["Ila Venn"]
