import pytest

from reportedly.resolve.parts import split_name

PARTICLES = frozenset("al el the of ud".split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Abd al-Latif Veld", ("abdlatif", "veld")),
        ("Abdullatif Veld", ("abdlatif", "veld")),
        ("Abdul Rashid", ("abdrashid",)),
        ("Abdurrashid", ("abdrashid",)),
        ("Nur al-Din", ("nurdin",)),
        ("Burhan ud-Din", ("burhandin",)),
        ("Burhanuddin", ("burhandin",)),
        ("Rahmat Allah", ("rahmatalah",)),
        ("Rahmatullah", ("rahmatalah",)),
        ("Mullah Veld", ("mullah", "veld")),
        ("U.S. Harbour Board", ("us", "harbour", "board")),
        ("Lomar's Board", ("lomar", "board")),
        ("the boards' council", ("boards", "council")),
        ('Tomas "El Faro" Veld', ("tomas", "veld")),
        ("Front–South/East", ("front", "south", "east")),
        ("Sha'abi", ("sha'abi",)),
    ],
)
def test_a_name_is_split_into_the_words_that_are_compared(name, words):
    assert split_name(name, PARTICLES) == words


def test_a_name_of_nothing_but_particles_keeps_them():
    assert split_name("The Al", PARTICLES) == ("the", "al")


def test_nothing_has_no_words():
    assert split_name(" - ", PARTICLES) == ()
