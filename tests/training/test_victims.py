import pytest

from reportedly.compose.trees import plant
from training.victims import KILLING, TAKING, count_victims, harms_civilians


@pytest.fixture(scope="module")
def sentences(pipeline):
    """The sentences of a text as the shipped model reads them."""

    def read(text):
        return plant(pipeline.read(text.encode(), name="report.txt").readings).trees

    return read


@pytest.mark.parametrize(
    ("text", "killed", "taken"),
    [
        ("Guards killed two insurgents and detained a leader.", 2, 1),
        ("Three insurgents were killed by the guards.", 3, 0),
        ("Guards detained several insurgents near the river.", 0, 3),
        ("Guards captured a leader and four insurgents near the river.", 0, 5),
        ("Guards detained numerous suspects. Later the suspects were questioned.", 0, 4),
        ("Guards detained several suspects. In all, six suspects were detained.", 0, 6),
        ("Guards searched the village to capture a leader.", 0, 0),
        ("Guards did not kill the insurgents.", 0, 0),
        ("Guards detained more than 30 insurgents near the river.", 0, 31),
        ("Guards killed five civilians near the river.", 0, 0),
        ("Guards captured four rifles near the river.", 0, 0),
    ],
)
def test_the_least_number_that_the_words_allow_is_counted(sentences, text, killed, taken):
    found = sentences(text)
    assert (count_victims(found, KILLING), count_victims(found, TAKING)) == (killed, taken)


def test_civilians_are_told_apart(sentences):
    assert harms_civilians(sentences("Guards killed five civilians near the river."))
    assert not harms_civilians(sentences("Guards killed five insurgents. No civilians were killed."))
