import datetime

from reportedly.samples import load_sample


def test_the_sample_is_plain_text_of_a_few_hundred_words():
    words = load_sample().content.decode("utf-8").split()
    assert 200 <= len(words) <= 400


def test_the_sample_has_a_publication_date_that_fits_its_tuesday():
    published = datetime.date.fromisoformat(load_sample().published)
    assert (published - datetime.timedelta(days=1)).strftime("%A") == "Tuesday"


def test_the_sample_shows_what_the_program_is_for():
    text = load_sample().content.decode("utf-8")
    for words in ("noted that the Interior Ministry said", "denied", "very likely", "reportedly"):
        assert words in text
    assert "could not provide information" in text
