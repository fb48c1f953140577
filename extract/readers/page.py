"""What a web page says of itself: title, date, author, site and address.

Taken in this order, as news sites fill them: JSON-LD, Open Graph and its like, <meta> names,
microdata, <time>, then <title> and <h1>. The sources are schema.org and ogp.me.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from extract.texts.dating import iso_date

ARTICLES = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report\w*|Webpage|WebPage|PodcastEpisode|VideoObject)$"
)
TITLES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "title",
)
SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher",
)
AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
)
DATES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "date.release",
    "release_date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "date",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; `date` is ISO 8601 and given by the page, never read off its words."""

    title: str = ""
    date: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None


def read_page_facts(root: Any, address: str = "") -> Facts:
    """The facts of a page from its tree; `address` is where it was fetched, if anywhere."""
    meta = _meta(root)
    linked = next(_articles(root), {})
    source = _name(linked.get("publisher")) or _first(meta, SITES)
    titles = [_text(linked.get("headline")), _first(meta, TITLES), *_of(root, "title"), *_of(root, "h1")]
    title = next((text for text in titles if text), "")
    heading = next(_of(root, "h1"), "")
    dates = chain(
        [linked.get("datePublished")],
        (meta.get(name) for name in DATES),
        [linked.get("dateCreated")],
        _microdata(root, "datePublished"),
        _times(root),
    )
    authors = chain([_names(linked.get("author"))], (meta.get(name) for name in AUTHORS), _bylines(root))
    return Facts(
        title=_without_site(title, source, heading),
        date=next((made for date in dates if date and (made := iso_date(str(date)))), None),
        author=next((name for text in authors if (name := _author(text))), None),
        source=source,
        url=_address(root, meta, linked, address),
    )


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content[:1000])
    return found


def _articles(root: Any) -> Iterator[Mapping[str, Any]]:
    """The descriptions in JSON-LD that are of an article, the most telling first."""
    found: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                found += _nodes(json.loads(script.text.strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    known = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 1}
    whole = [
        {key: known.get(value["@id"], value) if _is_link(value) else value for key, value in node.items()}
        for node in found
        if any(ARTICLES.match(str(kind)) for kind in _list(node.get("@type")))
    ]
    return iter(sorted(whole, key=lambda node: ("headline" not in node, "datePublished" not in node)))


def _nodes(value: Any) -> list[Mapping[str, Any]]:
    nodes: list[Mapping[str, Any]] = []
    waiting = [value]
    while waiting and len(nodes) < 1000:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:1000]
        elif isinstance(item, dict):
            nodes.append(item)
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]
    return nodes


def _is_link(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) == 1


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    names = [item.get("name") if isinstance(item, dict) else item for item in _list(value)]
    return next((made for name in names if (made := _text(name))), None)


def _names(value: Any) -> str:
    return ", ".join(filter(None, (_name(item) for item in _list(value)[:5])))


def _text(value: Any) -> str:
    from html import unescape

    return " ".join(unescape(value).split())[:500] if isinstance(value, str) else ""


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next(
        (meta[name] for name in names if name in meta and not meta[name].startswith(("http", "@"))), None
    )


def _of(root: Any, tag: str) -> Iterator[str]:
    for element in root.iter(tag):
        if text := " ".join("".join(element.itertext()).split()):
            yield text[:500]


def _microdata(root: Any, name: str) -> Iterator[str]:
    for element in root.xpath("//*[@itemprop=$name]", name=name):
        yield element.get("datetime") or element.get("content") or "".join(element.itertext())


def _times(root: Any) -> Iterator[str]:
    """Dates of <time>: those marked as published, then the first other; none of lists and comments."""
    marked: list[str] = []
    others: list[str] = []
    for element in root.iter("time"):
        around = [element, *element.iterancestors()]
        if any(_aside(item) for item in around):
            continue
        said = " ".join(
            f"{item.get('class') or ''} {item.get('itemprop') or ''}" for item in around[:3]
        ).lower()
        value = element.get("datetime") or "".join(element.itertext())
        published = re.search(r"publish|posted|dateline|byline|entry-date", said) is not None
        published = published or element.get("pubdate") is not None
        if not published and re.search(r"updat|modif", said):
            continue
        (marked if published else others).append(value)
    yield from marked
    yield from others[:1]


def _aside(element: Any) -> bool:
    if element.tag in ("aside", "nav", "footer"):
        return True
    said = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return (
        re.search(r"comment|related|recommend|sidebar|most-read|latest|teaser|widget|promo", said) is not None
    )


def _bylines(root: Any) -> Iterator[str]:
    for element in root.xpath("//*[@itemprop='author']"):
        yield element.get("content") or " ".join(element.itertext())
    for element in root.xpath("//a[@rel='author']"):
        yield " ".join(element.itertext())
    named = "self::p or self::span or self::div or self::address"
    said = "contains(@class, 'byline') or contains(@class, 'author') or contains(@class, 'Byline')"
    for element in root.xpath(f"//*[@class and ({said}) and ({named})]"):
        if not any(map(_aside, element.iterancestors())):
            yield " ".join(element.itertext())


def _author(text: str | None) -> str | None:
    """A name without "By", roles and dates; None for an address or a sentence."""
    made = re.sub(r"^(?:(?:written |reported |words )?by|from)\b[:\s]*", "", _text(text), flags=re.IGNORECASE)
    made = re.split(r"\s+[|•·–—]\s*|\s{2,}|,?\s+(?:in|at)\s+[A-Z]|\bPublished\b|\bUpdated\b|\d", made)[
        0
    ].strip(" ,;|")
    return made if made and len(made) <= 120 and "://" not in made and "@" not in made else None


def _without_site(title: str, source: str | None, heading: str) -> str:
    """A title without the name of the site that many put behind it."""
    parts = re.split(r"\s+[|–—·»-]\s+|\s+::\s+", title)
    if len(parts) < 2:
        return title
    if heading and (heading == parts[0] or title.startswith(heading)):
        return heading
    if source and any(part.casefold() == source.casefold() for part in parts[1:]):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-:")
    return parts[0] if "|" in title and len(parts[0]) > 15 else title


def _address(root: Any, meta: Mapping[str, str], linked: Mapping[str, Any], address: str) -> str | None:
    from urllib.parse import urljoin

    canonical = [
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    about = linked.get("mainEntityOfPage")
    about = about.get("@id") if isinstance(about, dict) else about
    base = address if re.match(r"https?://", address) else ""
    for found in (*canonical, meta.get("og:url"), linked.get("url"), about, address):
        if isinstance(found, str) and found.strip():
            try:
                whole = urljoin(base, found.strip())
            except ValueError:
                continue
            if re.match(r"https?://[^\s<>\"]+$", whole):
                return whole[:2000]
    return None
