"""What a page says about itself: address, title, publisher, language and date of publication.

Read from schema.org JSON-LD first, then from `<meta>` and micro-data, then from visible `<time>`.
Sources: schema.org/Article; ogp.me (article:published_time); Dublin Core terms (dcterms.issued).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reportedly.ingest.phrases import word_set
from reportedly.ingest.published import parse_published

NO_DATE = "the page states no publication date; give it with --published"
UNREADABLE_DATE = "the page's publication date cannot be read: "
MAX_JSON_CHARACTERS = 2_000_000
MAX_JSON_NODES = 5_000

ARTICLE_TYPES = word_set(
    """
    article newsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle reportagenewsarticle
    reviewnewsarticle report blogposting liveblogposting techarticle scholarlyarticle socialmediaposting
    satiricalarticle askpublicnewsarticle
    """
)
DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "pubdate",
    "date",
)
_TIME_MARKS = ("publish", "entry-date", "post-date", "dateline", "pubdate", "timestamp", "article-date")

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Each field as the page states it, or None; `published_reason` says why there is no date."""

    url: str | None
    title: str | None
    publisher: str | None
    language: str | None
    published: str | None
    published_reason: str | None


def metadata_of(tree: HtmlElement) -> PageMetadata:
    """Reads a parsed page's metadata.

    Args:
        tree: the whole page, before anything is taken out of it.

    Returns:
        What it states. The date keeps the precision and offset of its source; of several sources,
        the first readable one in the order above counts, or a later one that adds the time to it.
    """
    named = _named(tree)
    nodes = list(_articles(tree))
    published, reason = _published(tree, nodes, named)
    url = _url(tree, nodes, named)
    return PageMetadata(
        url=url,
        title=_title(tree, nodes, named),
        publisher=_publisher(nodes, named) or (urlsplit(url).hostname if url else None),
        language=_language(tree, nodes, named),
        published=published,
        published_reason=reason,
    )


def _named(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _squeezed(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Json]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_parsed(script.text_content())):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.split("/")[-1].lower() in ARTICLE_TYPES for name in names):
                yield node


def _parsed(written: str) -> Json:
    if len(written) > MAX_JSON_CHARACTERS:
        return None
    try:
        parsed: Json = json.loads(written.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None
    return parsed


def _nodes(parsed: Json) -> Iterator[dict[str, Json]]:
    # Breadth first through lists and objects, so that "@graph" and "mainEntity" are found, too.
    queue: list[Json] = [parsed]
    for _ in range(MAX_JSON_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, (list, dict)))
        elif isinstance(node, list):
            queue.extend(node)


def _published(
    tree: HtmlElement, nodes: list[dict[str, Json]], named: dict[str, str]
) -> tuple[str | None, str | None]:
    written = [
        *_dates_in_json(nodes),
        *(named[name] for name in DATE_NAMES if name in named),
        *_marked_times(tree),
    ]
    read = [date for date in map(parse_published, written) if date]
    if not read:
        return None, f"{UNREADABLE_DATE}{written[0][:60]!r}" if written else NO_DATE
    timed = [date for date in read if "T" in date and date.startswith(read[0])]
    return (timed[0] if timed else read[0]), None


def _dates_in_json(nodes: list[dict[str, Json]]) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        for node in nodes:
            value = node.get(key)
            if isinstance(value, str) and value.strip():
                yield value


def _marked_times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("datetime") or element.get("content") or element.text_content()
    times = [element for element in tree.iter("time") if element.get("datetime")]
    for element in times:
        marks = " ".join((element.get("class") or "", element.get("itemprop") or "")).lower()
        if element.get("pubdate") is not None or any(mark in marks for mark in _TIME_MARKS):
            yield element.get("datetime") or ""
    for holder in tree.iter("article", "main"):
        yield from (element.get("datetime") or "" for element in list(holder.iter("time"))[:1])
        return


def _url(tree: HtmlElement, nodes: list[dict[str, Json]], named: dict[str, str]) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    candidates: list[Json] = [*links, named.get("og:url"), *(node.get("url") for node in nodes)]
    for candidate in candidates:
        if isinstance(candidate, str) and candidate.strip().lower().startswith(("http://", "https://")):
            return candidate.strip()
    return None


def _title(tree: HtmlElement, nodes: list[dict[str, Json]], named: dict[str, str]) -> str | None:
    headings = [_squeezed(element.text_content()) for element in tree.iter("h1")]
    stated = [*(_text(node.get("headline")) for node in nodes), named.get("og:title"), named.get("dc.title")]
    for candidate in stated:
        if candidate:
            # A page's name is often put behind or before the headline; the heading lacks it.
            return next((heading for heading in headings if heading and heading in candidate), candidate)
    if len(headings) == 1 and headings[0]:
        return headings[0]
    titles = [_squeezed(element.text_content()) for element in tree.iter("title")]
    return next((title for title in titles if title), None)


def _publisher(nodes: list[dict[str, Json]], named: dict[str, str]) -> str | None:
    for node in nodes:
        publishers = node.get("publisher")
        for publisher in publishers if isinstance(publishers, list) else [publishers]:
            name = _text(publisher.get("name") if isinstance(publisher, dict) else publisher)
            if name and not name.startswith("http"):
                return name
    return next(
        (named[key] for key in ("og:site_name", "dc.publisher", "dcterms.publisher") if key in named), None
    )


def _language(tree: HtmlElement, nodes: list[dict[str, Json]], named: dict[str, str]) -> str | None:
    stated = [tree.get("lang"), named.get("og:locale"), *(_text(node.get("inLanguage")) for node in nodes)]
    for tag in stated:
        # The text was found to be English; a page template's "fr" is then wrong about it.
        if tag and tag.lower().startswith("en"):
            language, _, region = tag.strip().replace("_", "-").partition("-")
            return f"en-{region.upper()}" if language.lower() == "en" and len(region) == 2 else "en"
    return None


def _text(value: Json) -> str | None:
    return _squeezed(value) if isinstance(value, str) else None


def _squeezed(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
