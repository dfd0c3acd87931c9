"""Feeds: RSS, Atom, RDF and JSON Feed, an article an entry."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import evolve

from timeline.errors import InputError
from timeline.extras import need
from timeline.readers._feed_entry import Entry
from timeline.readers._page_dates import stated_moment
from timeline.readers._page_encoding import decode
from timeline.readers._paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".rss", ".atom", ".rdf", ".xml", ".json")

ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?://|\\/\\/)jsonfeed\.org', re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")

MAX_ENTRIES = 5_000
"""Feeds have some hundred; what more would take is a second for each thousand."""

LONG_TAG = re.compile(r"<[^<>]{1000000}")
"""Attributes without end take a hundred times their length."""

MAX_TAGS = 500_000
"""Angle brackets, in a feed of that many entries."""


def looks_like(beginning: bytes) -> bool:
    """Its first element is that of a feed, or it names the version of JSON Feed."""
    is_json = beginning.startswith(b"{")
    return bool(JSON_FEED.search(beginning) if is_json else beginning.startswith(b"<") and ROOT.search(beginning))


def links(stream: BinaryIO, context: InputContext) -> Iterator[tuple[str, Article | InputError]]:
    """The addresses of the pages of a feed, '' where there is none, each with what the feed has of the article."""
    for item in read_articles(stream, evolve(context, warn=lambda _: None)):
        yield "" if isinstance(item, InputError) else item.url or "", item


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The entries of a feed, in its order: the full text where there is one, else the summary, and a note on which.

    The key is the entry's guid, else its address, so that one whose text has changed is a revision.

    Raises:
        InputError: It is no feed, too long, or declares entities.
        MissingExtra: It is of XML, and feedparser is not installed.
    """
    data = stream.read(context.max_bytes + 1)
    if len(data) > context.max_bytes:
        raise context.too_long()
    if not data.strip():
        raise context.error("is empty.")
    text = decode(data).lstrip()
    entries = _json_entries(text, context) if text.startswith(("{", "[")) else _xml_entries(text, context)
    summaries = number = 0
    for number, entry in enumerate(entries, 1):
        here = evolve(context, path=f"{context.path}, entry {number:,}")
        try:
            body, is_full = entry.text()
            yield entry.article(body, here)
            summaries += not is_full
        except InputError as error:
            yield error
    if not number:
        context.warn(str(context.error("is a feed without entries.")))
    elif summaries:
        which = (
            "a summary alone" if summaries == number else f"full texts, and of {summaries:,} of {number:,} a summary"
        )
        context.warn(str(context.error(f"has {which}: append the pages themselves for the full text.")))


def _xml_entries(text: str, context: InputContext) -> list[Entry]:
    """
    The entries of a feed of XML.

    Raises:
        InputError: It is none, is too much, or declares entities.
    """
    if "<!ENTITY" in text.upper():
        raise context.error("declares entities, which can grow without end, so it is not read.")
    if (
        text.count("<") + text.count("&lt;") > MAX_TAGS
        or len(re.findall(r"<(?:\w+:)?(?:item|entry)\b", text)) > MAX_ENTRIES
    ):
        raise context.error(f"has more than {MAX_ENTRIES:,} entries, or more markup than so many have: split it.")
    if LONG_TAG.search(text):
        raise context.error("has an element of more than a million characters before its text, so it is not read.")
    feedparser = need("feedparser", extra="feeds", task="reading feeds")
    stream = io.BytesIO(DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        found = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - whatever a stranger's feed provokes in it
        raise context.error(f"is no feed that can be read ({type(error).__name__}): fetch it again.") from None
    reason = " ".join(str(dict.get(found, "bozo_exception", "")).split())[:100]
    if not dict.get(found, "version") and not found.entries:
        raise context.error(f"is no feed that can be read ({reason or 'it has neither channel nor entries'}).")
    if found.bozo and "<unknown>" in reason:
        context.warn(
            str(context.error(f"is not well-formed ({reason.replace('<unknown>:', 'line ')}): read as far as it goes."))
        )
    return [_entry(entry, found.feed) for entry in found.entries]


def _entry(entry: Any, feed: Any) -> Entry:
    """An entry as feedparser has it; its own names are asked for, as it answers for others, too."""
    contents = [
        each.get("value") or "" for each in dict.get(entry, "content", ()) if "image" not in str(each.get("type"))
    ]
    names = [each.get("name") for each in dict.get(entry, "authors", ())]
    source = dict.get(entry, "source") or {}
    link = _text(dict.get(entry, "link"))
    return Entry(
        guid=_text(dict.get(entry, "id")) or link,
        url=link if link.startswith("http") else "",
        title=_line(dict.get(entry, "title")),
        full=max(contents, key=len, default=""),
        summary=_text(dict.get(entry, "summary")),
        authors=tuple(filter(None, map(_line, names or [dict.get(entry, "author")]))),
        source=_line(source.get("title")) or _line(dict.get(feed, "title")),
        language=_text(dict.get(feed, "language")),
        published=stated_moment(dict.get(entry, "published")) or stated_moment(dict.get(entry, "created")),
        updated=stated_moment(dict.get(entry, "updated")),
    )


def _json_entries(text: str, context: InputContext) -> list[Entry]:
    """
    The entries of a JSON Feed.

    Raises:
        InputError: It is none.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise context.error(f"is not JSON ({reason}).") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise context.error('is no JSON Feed: it has no list of "items".')
    return [_json_entry(item, feed) for item in items if isinstance(item, dict)]


def _json_entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    url = _text(item.get("url")) or _text(item.get("external_url"))
    people = item.get("authors") or [item.get("author")]
    names = [each.get("name") for each in (people if isinstance(people, list) else []) if isinstance(each, dict)]
    number = item.get("id")
    return Entry(
        guid=str(number) if isinstance(number, int) else _text(number) or url,
        url=url if url.startswith("http") else "",
        title=_line(item.get("title")),
        full=_text(item.get("content_html")) or _plain(item.get("content_text")),
        summary=_plain(item.get("summary")),
        authors=tuple(filter(None, map(_line, names))),
        source=_line(feed.get("title")),
        language=_text(item.get("language")) or _text(feed.get("language")),
        published=stated_moment(item.get("date_published")),
        updated=stated_moment(item.get("date_modified")),
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _line(value: object) -> str:
    """Text without markup, on one line."""
    return " ".join(paragraphs(_text(value)).split())


def _plain(value: object) -> str:
    """Plain text as markup that shows it, its lines and paragraphs kept."""
    escaped = _text(value).replace("&", "&amp;").replace("<", "&lt;")
    return escaped.replace("\r\n", "\n").replace("\n\n", "<p>").replace("\n", "<br>")
