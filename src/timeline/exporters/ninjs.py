"""ninjs 3: the timeline as one item for an editorial system, its sources as associations (.json)."""

from __future__ import annotations

import hashlib
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.digests.identity import tag
from timeline.json_text import json_text
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.exporters import Citation, Happening, Source, Statement, Told

STATEMENTS = True

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
}


def render(told: Told) -> str:
    """
    A news item (IPTC ninjs 3.0): headline, body as plain text and as XHTML, people, places, and each article cited.

    Its `uri` hangs on the title alone, `versionCreated` is when the log recorded the last of it: a later one is a new
    version of the same item.
    """
    lines = [*map(_happened, told.happenings), *map(_said, told.statements)]
    plain = "\n\n".join(f"{time}: {words} ({_labels(cited)})" for time, words, cited in lines)
    rich = "".join(f"<p><b>{escape(time)}</b> {escape(words)} {_links(cited)}</p>" for time, words, cited in lines)
    item = {
        "uri": tag("timeline", hashlib.sha256(told.title.encode("utf-8", "replace")).hexdigest()[:32]),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "profile": "timeline",
        "versionCreated": f"{told.recorded_at.isoformat()}Z" if told.recorded_at else None,
        "language": "en",
        "headlines": [{"role": "main", "value": one_line(told.title)}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": plain},
            {"role": "richtext", "contentType": "application/xhtml+xml", "value": rich},
        ],
        "people": _named((one.speaker for one in told.statements), "mentions"),
        "places": _named((place for one in told.happenings for place in one.places), "mentions"),
        "infoSources": _named((source.publisher for source in told.sources), None),
        "associations": [_source(number, source) for number, source in enumerate(told.sources, 1)],
    }
    return json_text(_known(item), indent=1) + "\n"


WRITERS = {".json": render}


def _happened(one: Happening) -> tuple[str, str, tuple[Citation, ...]]:
    return one.when.label, one.words, one.citations


def _said(one: Statement) -> tuple[str, str, tuple[Citation, ...]]:
    return one.when.label, one.line, one.citations


def _labels(citations: Iterable[Citation]) -> str:
    return "; ".join(place.label for place in citations)


def _links(citations: Iterable[Citation]) -> str:
    return "; ".join(
        f'<a href="{escape(place.url)}">{escape(place.label)}</a>' if place.url else escape(place.label)
        for place in citations
    )


def _named(names: Iterable[str | None], rel: str | None) -> list[dict[str, Any]]:
    """Each name once, in the order in which they are first told."""
    return [_known({"name": one_line(name), "rel": rel}) for name in dict.fromkeys(filter(None, names)) if name]


def _source(number: int, source: Source) -> dict[str, Any]:
    return _known({
        "name": f"source-{number}",
        "uri": source.uri,
        "rel": "source",
        "type": "text",
        "representationType": "partial",
        "language": source.language,
        "headlines": [{"value": one_line(source.title)}] if source.title else [],
        "by": one_line(", ".join(source.authors)) or None,
        "infoSources": [{"name": one_line(source.publisher)}] if source.publisher else [],
    })  # fmt: skip


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in values.items() if value not in (None, [])}
