"""Read what a page states about its article: JSON-LD first, then meta elements, then what is printed on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from attrs import frozen

from timeline.model.moments import Moment
from timeline.readers._page_dates import most_exact, stated_moment
from timeline.readers._page_linked_data import (
    address_parts,
    addresses,
    article_node,
    is_address,
    names_of,
    nodes_of,
    one_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date",
    "sailthru.date", "publish-date", "publish_date", "publication_date", "pubdate", "date.issued", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dc.date.created", "cxenseparse:recs:publishtime", "originalpublicationdate",
    "citation_publication_date", "citation_online_date", "bt:pubdate", "rnews:datepublished", "article_date_original",
    "og:published_time", "published_time", "dc.date", "dcterms.date", "date",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified", "last-modified")
TITLES = ("og:title", "parsely-title", "dc.title", "twitter:title", "headline")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "citation_author")
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title")
"""Names and properties of meta elements, the more exact before the less."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
BEFORE_NAMES = re.compile(r"^\W*(?:by|von|par|por|di)\s+", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r"\s*(?:;|,|\b(?:and|und|og|et)\b|&|\|)\s*")
NO_NAME = re.compile(r"://|[@:()<>]|^[a-z0-9_-]+$")
"""An address, a credit, a handle."""

NEWER = re.compile(r"updat|modif|revis", re.IGNORECASE)
TIMES = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//*[@itemprop='datePublished']/@content",
    "//time[contains(@class,'publi') or contains(@class,'entry-date')]/@datetime",
    "//article//time[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::a)]/@datetime",
    "//header//time[not(ancestor::nav)]/@datetime",
    "//main//time[not(ancestor::aside or ancestor::a)]/@datetime",
)
"""Where a page shows when it was published, the surer before the less sure."""


@frozen(kw_only=True)
class Facts:
    """
    What a page states.

    Attributes:
        published: As exact as it is stated; None where nothing states it outright.
        modified: When the text last changed, by the publisher.
        titles: The headline in every form, the best first.
        body: The text as JSON-LD has it.
    """

    published: Moment | None
    modified: Moment | None
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    source: str | None
    url: str | None
    language: str | None
    body: str


def facts(tree: Any, text: str, url: str | None) -> Facts:
    """
    What a page states about its article.

    Args:
        tree: What `lxml.html` made of it.
        text: How its markup begins.
        url: Where it was fetched from, where that is known.
    """
    meta = _meta(tree)
    printed = [one_line(each.text_content()) for each in tree.xpath("//h1")[:3]]
    address = _address(tree, meta, text, url)
    nodes = list(nodes_of(tree))
    node = article_node(nodes, address, {*printed, *_some(meta, TITLES)})
    address = address or next(filter(is_address, addresses(node)), None)
    by_id = {each["@id"]: each for each in nodes if isinstance(each.get("@id"), str) and "name" in each}
    titles = [one_line(node.get("headline")), *_some(meta, TITLES), *printed, one_line(tree.findtext(".//title"))]
    return Facts(
        published=most_exact(map(stated_moment, _published(tree, node, meta))),
        modified=next(filter(None, map(stated_moment, [node.get("dateModified"), *_some(meta, MODIFIED)])), None),
        titles=tuple(sorted(filter(None, titles), key=lambda title: not _is_headline(title, printed, titles))),
        authors=tuple(_authors(tree, node, meta, by_id)),
        source=_outlet(node, meta, by_id, address),
        url=address,
        language=_language(tree, node, meta),
        body=node["articleBody"] if isinstance(node.get("articleBody"), str) else "",
    )


def _is_headline(title: str, printed: list[str], titles: list[str]) -> bool:
    """It is printed on top, and has words in common with what the page calls itself elsewhere: it is not the outlet."""
    words = set(title.casefold().split())
    others = [set(other.casefold().split()) for other in titles if other and other != title]
    return title in printed and (
        not others or any(2 * len(words & other) >= min(len(words), len(other)) for other in others)
    )


def _meta(tree: Any) -> dict[str, list[str]]:
    """The contents of meta elements by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = one_line(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _some(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]


def _published(tree: Any, node: dict[str, Any], meta: dict[str, list[str]]) -> Iterator[object]:
    """What may be the publication date, the surest first."""
    yield node.get("datePublished")
    yield node.get("dateCreated") if "datePublished" not in node else None
    yield from _some(meta, PUBLISHED)
    for path in TIMES:
        for stated in tree.xpath(path)[:3]:
            holder = stated.getparent()
            if not NEWER.search(
                f"{holder.get('class')} {holder.get('itemprop')} {holder.getparent().text_content()[:40]}"
            ):
                yield str(stated)


def _address(tree: Any, meta: dict[str, list[str]], text: str, url: str | None) -> str | None:
    """The address that the page gives itself, else the one it was fetched or saved from."""
    saved = SAVED_FROM.search(text)
    base = url or (saved[1] if saved else None)
    own = [each.get("href") for each in tree.xpath("//link[@rel='canonical' and @href]")[:1]]
    for stated in [*own, *meta.get("og:url", ())[:1]]:
        try:
            whole = urljoin(base or "", one_line(stated)).partition("#")[0]
        except ValueError:
            continue
        _, host, path = address_parts(whole)
        is_far = base is not None and not _related(host, address_parts(base)[1])
        if is_address(whole) and (path or not address_parts(base or "")[2]) and not is_far:
            return whole
    return base if base and is_address(base) else None


def _related(one: str, other: str) -> bool:
    """Hosts of one publisher: the last two labels are the same."""
    return one.split(".")[-2:] == other.split(".")[-2:]


def _authors(
    tree: Any, node: dict[str, Any], meta: dict[str, list[str]], by_id: dict[str, dict[str, Any]]
) -> Iterator[str]:
    """Who wrote it, each once; addresses and handles are no names."""
    stated = [name for name in names_of(node.get("author"), by_id) if name and not NO_NAME.search(name)]
    stated = stated or next((found for name in AUTHORS if (found := _names_in(meta.get(name, [])))), [])
    stated = stated or [
        one_line(each.text_content()) for each in tree.xpath("//*[@rel='author' or @itemprop='author']")[:4]
    ]
    seen: set[str] = set()
    for each in stated:
        for part in BETWEEN_NAMES.split(BEFORE_NAMES.sub("", each)):
            name = part.strip(" .,;|")
            is_name = name and len(name) <= 80 and not NO_NAME.search(name)
            if is_name and name.casefold() not in seen:
                seen.add(name.casefold())
                yield name


def _names_in(stated: list[str]) -> list[str]:
    return [name for name in stated if not NO_NAME.search(name)]


def _outlet(
    node: dict[str, Any], meta: dict[str, list[str]], by_id: dict[str, dict[str, Any]], url: str | None
) -> str | None:
    """The outlet by the name that the site gives itself, else its publisher's, written with capitals; else its host."""
    stated = [*meta.get("og:site_name", ()), *names_of(node.get("publisher"), by_id), *_some(meta, OUTLETS)]
    names = [name for name in stated if name and len(name) <= 80 and "://" not in name]
    written = [name for name in names if name != name.lower() or name == name.upper()]
    return next(iter([*written, *names]), None) or (address_parts(url)[1] if url else None) or None


def _language(tree: Any, node: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The BCP 47 tag of the page."""
    root = tree.xpath("/html/@lang | /html/@*[name()='xml:lang']")
    for stated in [*root, node.get("inLanguage"), *_some(meta, ("content-language", "og:locale", "language"))]:
        if isinstance(stated, str) and LANGUAGE.fullmatch(stated.strip()):
            return stated.strip().replace("_", "-")
    return None
