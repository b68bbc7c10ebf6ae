"""Who acts, and where, when more than the proposition's own words is asked."""

from tests.compose.invented import Report, bare, only

BURNED = "soldiers burned two ferries"
ATTACK = ("attack", 0.9)


def names(mentions):
    return [mention.name for mention in mentions]


def told(*before):
    """A trader in Perrin tells of burned ferries, behind other sentences."""
    report = Report()
    for text in before:
        report.passage(text).named("Perrin", "Location")
    report.passage("A trader in Perrin said soldiers burned two ferries.")
    report.named("Perrin", "Location", len(before)).voiced("A trader in Perrin", "said", BURNED)
    return only(report.proposed(BURNED, activity=ATTACK).composed())


def test_a_sentence_says_in_front_where_it_happens():
    report = Report().passage("In Perrin, soldiers burned two ferries.").named("Perrin", "Location")
    found = only(report.proposed(BURNED, activity=ATTACK).composed())
    assert names(found.places) == ["Perrin"]
    assert found.places[0].span == report.span("Perrin")
    assert found.rules[-1] == "place before"


def test_what_is_told_may_lie_elsewhere_than_who_tells_it():
    assert told().places == ()


def test_a_place_that_the_report_names_again_is_where_what_is_told_happens():
    assert names(told("The homicides continued in Perrin.").places) == ["Perrin"]


def test_a_place_that_is_seen_elsewhere_is_one_wherever_it_is_named():
    report = Report().passage("The homicides continued in Perrin.").named("Perrin", "Location")
    report.passage("Police in Perrin burned two ferries.").named("Police in Perrin", "Organisation")
    found = only(report.proposed("Police in Perrin burned two ferries", activity=ATTACK).composed())
    assert names(found.places) == ["Perrin"]
    assert found.rules[-1] == "place inside"


def test_whoever_counts_the_dead_killed_nobody():
    report = Report().passage("The province recorded 90 homicides.").named("The province", "Location")
    found = only(
        report.proposed("The province recorded 90 homicides", activity=("casualties", 0.9)).composed()
    )
    assert found.activity.id == "casualties"
    assert found.actors == ()


def test_we_of_a_statement_are_the_body_that_issues_it():
    report = Report().title("Harbour Board of Lomar: Statement on the Ferries", read=bare)
    report.passage("We burned two ferries.").proposed("We burned two ferries", activity=ATTACK)
    found = only(report.composed())
    assert names(found.actors) == ["Harbour Board of Lomar"]
    assert found.actors[0].span == report.span("We")
