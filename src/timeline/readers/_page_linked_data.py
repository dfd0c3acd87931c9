"""Read the JSON-LD of a page: which of its objects is the article, and what names stand in it."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = re.compile(r"\w*Article|\w*BlogPosting|Report|Review|ClaimReview")
PAGES = frozenset({"WebPage", "ItemPage", "CreativeWork"})
"""Types in JSON-LD that may be the article, where none is one."""

ASIDE = frozenset({
    "itemListElement", "hasPart", "isPartOf", "mentions", "citation", "isBasedOn", "itemReviewed", "comment", "review",
    "liveBlogUpdate", "video", "image", "publisher", "author", "relatedLink", "breadcrumb",
})  # fmt: skip
"""Where JSON-LD names other things than the page's own article."""

UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f]")
"""What no address holds."""

MAX_NODES = 5000
"""How much of a page's JSON-LD is looked at."""

BLANKS = re.compile(r"\s+")


def one_line(value: object) -> str:
    """Text on one line, without entities; empty where it is no text."""
    return BLANKS.sub(" ", unescape(value)).strip() if isinstance(value, str) else ""


def nodes_of(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD that may be its article, outer ones first."""
    waiting = [_json(script.text or "") for script in tree.xpath("//script[contains(@type, 'ld+json')]") if script.text]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            yield value
            waiting += [inner for name, inner in value.items() if name not in ASIDE and isinstance(inner, dict | list)]
            waiting += [value[name] for name in ("author", "publisher") if isinstance(value.get(name), dict)]


def _json(text: str) -> Any:
    """JSON as publishers embed it: in a comment, with line breaks in strings, ended by a semicolon."""
    stripped = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    stripped = stripped.removeprefix("//").strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
    try:
        return json.loads(stripped.removesuffix("//").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _types(node: dict[str, Any]) -> list[str]:
    stated = node.get("@type")
    return [
        each.rpartition("/")[2] for each in (stated if isinstance(stated, list) else [stated]) if isinstance(each, str)
    ]


def article_node(nodes: list[dict[str, Any]], url: str | None, titles: set[str]) -> dict[str, Any]:
    """The object of the page's own article; an empty one where there is none."""

    def order(node: dict[str, Any]) -> tuple[bool, bool, bool]:
        here = any(url and _same(each, url) for each in addresses(node))
        return (not (here or one_line(node.get("headline")) in titles - {""}), "datePublished" not in node, not here)

    articles = [node for node in nodes if any(ARTICLES.fullmatch(each) for each in _types(node))]
    pages = [node for node in nodes if PAGES.intersection(_types(node)) and "datePublished" in node]
    return next(iter([*sorted(articles, key=order), *sorted(pages, key=order)]), {})


def addresses(node: dict[str, Any]) -> list[str]:
    """What an object says that its page is."""
    of_page = node.get("mainEntityOfPage")
    named = [node.get("url"), of_page.get("@id") if isinstance(of_page, dict) else of_page, node.get("@id")]
    return [each for each in named if isinstance(each, str)]


def is_address(url: str) -> bool:
    """It is a whole address of the web."""
    scheme, host, _ = address_parts(url)
    return scheme in {"http", "https"} and host != "" and UNPRINTED.search(url) is None


def _same(one: str, other: str) -> bool:
    return address_parts(one)[1:3] == address_parts(other)[1:3]


def address_parts(url: str) -> tuple[str, str, str]:
    """Scheme, host without ``www.`` and path without a closing stroke; empty where it is no address."""
    try:
        parts = urlsplit(url.strip())
        return (parts.scheme.lower(), (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"))
    except ValueError:
        return ("", "", "")


def names_of(value: object, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Names of people and bodies, however JSON-LD writes them."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, list):
            yield from (name for inner in each if not isinstance(inner, list) for name in names_of(inner, {}))
        elif isinstance(each, dict):
            known = each if each.get("name") else by_id.get(str(each.get("@id")), each)
            stated = known.get("name") or f"{one_line(each.get('givenName'))} {one_line(each.get('familyName'))}"
            yield from map(one_line, stated if isinstance(stated, list) else [stated])
        else:
            yield one_line(each)
