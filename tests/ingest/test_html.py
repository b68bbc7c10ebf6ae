"""Pages: the article, its kinds, and what the page says about itself."""

import pytest

from reportedly.ingest import ingest
from tests.ingest.invented import PARAGRAPH, SECOND, page

BODY = f"""<h1>Harbour chief says patrols doubled</h1><p class="byline">By Ann Writer</p>
<figure><img src="x.jpg"><figcaption>Boats leave the harbour of Velt on Monday.</figcaption></figure>
<p>{PARAGRAPH}</p><p>In its yearly report the coast office noted:</p>
<blockquote><p>Thefts of fuel rose by 12 percent. The office could not say who paid for it.</p></blockquote>
<h2>What comes next</h2><p>{SECOND}</p><ul><li>Two boats were seized in May.</li></ul>
<p>&ldquo;We will stay,&rdquo; the chief said.<br><br>He did not say for how long the patrols would go on.</p>
<section class="comments"><p>first!! a silly comment by a reader of this page</p></section>"""


def test_an_article_keeps_its_kinds_and_loses_the_furniture() -> None:
    document = ingest(page(BODY))
    found = [(p.kind.value, document.text[p.span.begin : p.span.end]) for p in document.passages]
    assert found[0] == ("title", "Harbour chief says patrols doubled")
    assert ("caption", "Boats leave the harbour of Velt on Monday.") in found
    assert ("heading", "What comes next") in found
    assert ("paragraph", "Two boats were seized in May.") in found
    assert found[-1][1] == "He did not say for how long the patrols would go on."
    assert not any("comment" in words or "All rights" in words or words == "Home" for _, words in found)
    quotation = next(p for p in document.passages if p.kind == "block-quotation")
    introduction = document.passages[quotation.governed_by or 0]
    assert document.text[introduction.span.begin : introduction.span.end].endswith("noted:")


def test_json_ld_is_read_inside_a_graph_with_its_time_and_offset() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
      {"@type": ["NewsArticle"], "headline": "Patrols doubled", "datePublished": "2031-05-02T08:30:00+03:00",
       "publisher": {"@type": "Organization", "name": "Coast Post"}, "url": "https://post.example/a"}]}</script>"""
    document = ingest(page(f"<p>{PARAGRAPH}</p><p>{SECOND}</p>", head=head))
    assert document.published == "2031-05-02T08:30:00+03:00"
    assert document.published_reason is None
    assert (document.title, document.publisher) == ("Patrols doubled", "Coast Post")
    assert document.url == "https://post.example/a"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2031-05-02T08:30:00Z">', ""),
        ('<meta name="DC.date.issued" content="2031-05-02T08:30:00Z">', ""),
        ('<meta itemprop="datePublished" content="2031-05-02T08:30:00Z">', ""),
        ("", '<time itemprop="datePublished" datetime="2031-05-02T08:30:00Z">2 May</time>'),
        ("", '<time class="entry-date published" datetime="2031-05-02T08:30:00Z">2 May</time>'),
        ("", '<time datetime="2031-05-02T08:30:00Z">2 May</time>'),
        ('<meta name="date" content="2031-05-02">', '<time datetime="2031-05-02T08:30:00Z">2 May</time>'),
    ],
)
def test_each_usual_place_of_a_date_is_read(head: str, body: str) -> None:
    document = ingest(page(f"<h1>Patrols</h1>{body}<p>{PARAGRAPH}</p>", head=head))
    assert document.published == "2031-05-02T08:30:00+00:00"


def test_a_date_that_cannot_be_read_is_shown_in_the_reason() -> None:
    document = ingest(
        page(f"<h1>Patrols</h1><p>{PARAGRAPH}</p>", head='<meta name="date" content="long ago">')
    )
    assert document.published is None
    assert "long ago" in (document.published_reason or "")


def test_address_publisher_and_language_are_taken_from_the_head() -> None:
    head = '<link rel="canonical" href="https://post.example/a"><title>Patrols - Coast Post</title>'
    document = ingest(page(f"<h1>Patrols</h1><p>{PARAGRAPH}</p>", head=head, lang="en-gb"))
    assert document.url == "https://post.example/a"
    assert document.publisher == "post.example"
    assert document.language == "en-GB"
    assert document.title == "Patrols"


def test_a_declared_encoding_is_obeyed_and_a_wrong_one_is_not() -> None:
    words = PARAGRAPH.replace("chief", "chief “Ä”")
    for codec, declared in (("cp1252", "windows-1252"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-8")):
        content = page(f"<h1>Patrols</h1><p>{words}</p>", head=f'<meta charset="{declared}">').decode()
        assert words in ingest(content.encode(codec), name="a.html").text


def test_external_entities_are_not_resolved() -> None:
    hostile = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + page(
        f"<h1>A</h1><p>{PARAGRAPH} &x;</p>"
    )
    assert PARAGRAPH in ingest(hostile, name="a.html").text


def test_broken_json_ld_does_not_matter() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert ingest(page(f"<h1>A</h1><p>{PARAGRAPH}</p>", head=head + deep)).published is None


def test_a_whole_page_in_a_text_file_is_read_as_a_page_and_a_stray_tag_is_not() -> None:
    assert "<p>" not in ingest(page(f"<h1>A</h1><p>{PARAGRAPH}</p>"), name="a.txt").text
    assert ingest(f"<p>{PARAGRAPH}".encode(), name="a.txt").text == f"<p>{PARAGRAPH}"
