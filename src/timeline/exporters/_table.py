"""The same rows for every format that is a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from timeline.exporters import Citation, Extent, Told

HAPPENINGS = {
    "when": "varchar", "from": "timestamp", "to": "timestamp", "precision": "varchar", "what": "varchar",
    "kind": "varchar", "modality": "varchar", "places": "varchar", "participants": "varchar",
    "outlet": "varchar", "published": "date", "title": "varchar", "paragraph": "integer", "articles": "integer",
    "url": "varchar", "salience": "integer", "correction": "varchar", "article": "varchar", "event": "varchar",
}  # fmt: skip
"""Columns of what happened, with their types in SQL; *to* is exclusive, times are UTC."""

STATEMENTS = {
    "when": "varchar", "from": "timestamp", "to": "timestamp", "who": "varchar", "how": "varchar", "what": "varchar",
    "manner": "varchar", "about": "varchar", "outlet": "varchar", "published": "date", "title": "varchar",
    "paragraph": "integer", "articles": "integer", "url": "varchar", "correction": "varchar", "article": "varchar",
    "event": "varchar",
}  # fmt: skip
"""Columns of who said what."""

SOURCES = {
    "published": "date", "outlet": "varchar", "title": "varchar", "authors": "varchar", "url": "varchar",
    "article": "varchar",
}  # fmt: skip
"""Columns of the articles that are cited."""


class Sheet(NamedTuple):
    """
    A table.

    Attributes:
        columns: Their names and types, as above.
        rows: Values in the order of the columns.
    """

    name: str
    columns: dict[str, str]
    rows: Iterable[Sequence[Any]]


def happenings(told: Told) -> Sheet:
    """What happened, one row each."""
    rows = [
        _in_order(HAPPENINGS, _when(one.when), _where(one.citations), {
            "precision": one.when.precision, "what": one.words, "kind": one.kind, "modality": one.modality,
            "places": "; ".join(one.places), "participants": "; ".join(one.participants),
            "salience": one.salience, "correction": one.correction,
        })
        for one in told.happenings
    ]  # fmt: skip
    return Sheet("What happened", HAPPENINGS, rows)


def statements(told: Told) -> Sheet:
    """Who said what, one row each."""
    rows = [
        _in_order(STATEMENTS, _when(one.when), _where(one.citations), {
            "who": one.who, "how": one.cue, "what": one.words, "manner": one.manner, "about": "; ".join(one.about),
            "correction": one.correction,
        })
        for one in told.statements
    ]  # fmt: skip
    return Sheet("Who said what", STATEMENTS, rows)


def sources(told: Told) -> Sheet:
    """The articles that are cited."""
    rows = [
        (one.published, one.outlet, one.title, "; ".join(one.authors), one.link, one.key)
        for one in sorted(told.sources, key=lambda one: (one.published, one.outlet, one.key))
    ]
    return Sheet("Articles", SOURCES, rows)


def _in_order(columns: dict[str, str], *parts: dict[str, Any]) -> tuple[Any, ...]:
    values: dict[str, Any] = {}
    for part in parts:
        values |= part
    return tuple(values[name] for name in columns)


def _when(when: Extent) -> dict[str, str | datetime | None]:
    return {"when": when.label, "from": when.start, "to": when.end}


def _where(citations: tuple[Citation, ...]) -> dict[str, str | int | date | None]:
    """Where it stands, first of all; how many articles tell it."""
    first = citations[0]
    return {
        "outlet": first.source.outlet, "published": first.source.published, "title": first.source.title,
        "paragraph": first.paragraph, "articles": len({place.source.key for place in citations}), "url": first.url,
        "article": first.source.key, "event": first.event_id,
    }  # fmt: skip
