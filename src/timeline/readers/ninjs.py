"""ninjs: news in JSON as newswires send it (IPTC, versions 1 to 3), an item a file or a list of them."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import InputError
from timeline.readers._newswire import Item, read_items
from timeline.readers._paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.readers import InputContext

SUFFIXES = (".json", ".ninjs")

NAMES = (b'"versioncreated"', b'"pubstatus"', b'"representationtype"', b'"headlines"', b'"bodies"', b'"body_text"')
"""Some that every item has one of."""

MAIN = ("main", "")
"""Roles of the headline and the body that stand for the item; the first of others does where none has one."""

MARKUP = ("html", "xml")
"""What a type of content says where it is markup."""


def looks_like(beginning: bytes) -> bool:
    """It is JSON and has names that ninjs gives."""
    lowered = beginning.lower()
    return lowered.startswith((b"{", b"[")) and b'"uri"' in lowered and any(name in lowered for name in NAMES)


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | Withdrawal | InputError]:
    """
    The items of a file, numbered where there are several; a withdrawn one is a withdrawal.

    Names are taken in any case: version 3 writes ``versionCreated`` where 1 and 2 have ``versioncreated``.

    Raises:
        InputError: The file is no JSON, too long, or holds something other than items.
    """
    data = stream.read(context.max_bytes + 1)
    if len(data) > context.max_bytes:
        raise context.too_long()
    try:
        found = json.loads(context.decode(data))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise context.error(f"is not JSON ({reason}).") from None
    items = found if isinstance(found, list) else [found]
    yield from read_items(items, _item, context)


def _item(value: Any, context: InputContext) -> Item:
    """
    What an item states.

    Raises:
        InputError: It is none.
    """
    fields = _lowered(value)
    if not isinstance(value, dict) or not _text(fields.get("uri")):
        raise context.error('is not ninjs (an item has a "uri"): give --reader for another form.')
    if _text(fields.get("type")) not in ("", "text", "composite"):
        raise context.error(f"is a {_text(fields['type'])[:40]!r} and no text: only its caption could be read.")
    return Item(
        key=_text(fields["uri"]),
        status=_text(fields.get("pubstatus")),
        version=_text(fields.get("version")),
        version_created=_text(fields.get("versioncreated")),
        published=_text(fields.get("firstcreated") or fields.get("contentcreated")),
        embargoed=_text(fields.get("embargoed")),
        note=_text(fields.get("ednote")),
        title=_chosen(fields.get("headlines")) or _plain(fields.get("headline") or fields.get("title")),
        authors=_authors(fields),
        source=_source(fields),
        url=_text(fields.get("url")),
        language=_text(fields.get("language")),
        text=_body(fields),
    )


def _body(fields: dict[str, Any]) -> str:
    """The text: a body of version 2 or 3, else ``body_text`` or ``body_html`` and its like of version 1."""
    if bodies := fields.get("bodies"):
        return _chosen(bodies)
    if text := _text(fields.get("body_text")):
        return text
    return next((paragraphs(_text(fields[name])) for name in sorted(fields) if name.startswith("body_")), "")


def _chosen(values: Any) -> str:
    """The text of the main one of several headlines or bodies, in paragraphs."""
    each = [_lowered(value) for value in values] if isinstance(values, list) else []
    each.sort(
        key=lambda value: (_text(value.get("role")).lower() not in MAIN, "html" in _text(value.get("contenttype")))
    )
    for value in each:
        text = _text(value.get("value"))
        is_markup = any(part in _text(value.get("contenttype")).lower() for part in MARKUP)
        if shown := paragraphs(text) if is_markup else text.strip():
            return shown
    return ""


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    """Who wrote it: people with that role, else the byline."""
    people = fields.get("people")
    named = [_lowered(person) for person in people] if isinstance(people, list) else []
    writers = (
        person for person in named if _text(person.get("rel") or person.get("role")).lower() in ("author", "byline")
    )
    found = tuple(name for person in writers if (name := _text(person.get("name"))))
    byline = _plain(fields.get("byline") or fields.get("by"))
    return found or ((byline.removeprefix("By ").removeprefix("by "),) if byline else ())


def _source(fields: dict[str, Any]) -> str:
    """The outlet: the first source named, else whose rights they are."""
    sources = fields.get("infosources")
    named = (_text(_lowered(source).get("name")) for source in (sources if isinstance(sources, list) else []))
    return next(filter(None, named), "") or _text(fields.get("source")) or _text(fields.get("copyrightholder"))


def _lowered(value: Any) -> dict[str, Any]:
    """An object by its names in lower case; of anything else an empty one."""
    return {name.lower(): each for name, each in value.items()} if isinstance(value, dict) else {}


def _plain(value: Any) -> str:
    """Text of one line, its entities resolved."""
    return " ".join(unescape(_text(value)).split())


def _text(value: Any) -> str:
    """A value that is text or a number; anything else says nothing."""
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
