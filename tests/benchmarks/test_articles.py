"""The texts that speed is measured with."""

import pytest

from benchmarks.articles import ARTICLE_WORDS, invent_articles, read_articles


def test_the_same_articles_are_invented_every_time():
    assert invent_articles(3) == invent_articles(4)[:3]


def test_an_article_has_about_a_thousand_words():
    for article in invent_articles(10):
        assert ARTICLE_WORDS <= len(article.split()) < 1.2 * ARTICLE_WORDS


def test_hardly_a_paragraph_is_invented_twice():
    paragraphs = [p for article in invent_articles(50) for p in article.split("\n\n")]
    assert len(set(paragraphs)) > 0.99 * len(paragraphs)


def test_given_texts_are_joined_and_cut_and_used_again_when_there_are_too_few(tmp_path):
    (tmp_path / "a.txt").write_text("word " * 600 + "\n\n" + "term " * 600, encoding="utf-8")
    articles = read_articles(tmp_path, 3)
    assert [len(article.split()) for article in articles] == [1200] * 3


def test_a_folder_without_texts_is_refused_with_its_name(tmp_path):
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        read_articles(tmp_path, 1)
