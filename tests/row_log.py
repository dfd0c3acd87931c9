"""A log in memory whose tables are filled row by row: what queries do with rows, without article or extractor."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from timeline.projections import stages, tables, views
from timeline.store import opening

if TYPE_CHECKING:
    from timeline.store.connection import Connection

MARCH = datetime(2026, 3, 1)
PRINTED: dict[str, Any] = {"reported_at": MARCH, "reported_to": None, "recorded_from": MARCH, "recorded_to": None}
DEFAULTS: dict[str, dict[str, Any]] = {
    "article": PRINTED | {"article": "a", "revision": 1, "title": "Title", "publisher": "The Cape", "published": MARCH,
                          "text": "Text"},
    "statement": PRINTED | {
        "article": "a", "revision": 1, "speaker": None, "source_mention": None, "manner": "indirect",
        "modality": "asserted", "quote": "yes",
        "said_to": MARCH + timedelta(days=1), "said_basis": "publication", "paragraph": 1, "span_start": 0,
        "span_end": 3, "confidence": 900,
    },
    "occurrence": PRINTED | {
        "article": "a", "revision": 1, "text": "it rained", "subject": [], "occurred_from": MARCH,
        "occurred_to": MARCH + timedelta(days=1), "precision": "day", "basis": "clause-timex", "modality": "asserted",
        "kind": "happening", "salience": 600,
        "place": "body", "places": [], "participants": [], "paragraph": 1, "sentence": 0, "span_start": 0,
        "span_end": 9, "confidence": 900,
    },
    "date": PRINTED | {
        "article": "a", "revision": 1, "text": "1 March", "kind": "DATE", "date_from": MARCH,
        "date_to": MARCH + timedelta(days=1), "precision": "day", "basis": "absolute", "paragraph": 1,
    },
    "mention": PRINTED | {"article": "a", "revision": 1, "part": "by", "resolved": True, "mention": None},
    "identity": {"recorded_from": MARCH, "recorded_to": None, "article": None, "decided": False, "rule": "name",
                 "confidence": 900},
    "decision": PRINTED | {"article": "a", "revision": 1, "type": "statement_reported", "retracted": True},
}  # fmt: skip
"""What a row of each history has that a test is not about."""


def day(number: int) -> datetime:
    """A day of that March."""
    return MARCH + timedelta(days=number - 1)


class RowLog:
    """Tables in memory, empty at first; rows are numbered in the order in which they are added."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.count = connection, 0

    def add(self, kind: str, /, **columns: Any) -> UUID:
        """Add a row to a history; returns the id of its event."""
        self.count += 1
        row = {"position": self.count, "event_id": UUID(int=self.count), **DEFAULTS[kind], **columns}
        self._insert(f"{kind}_history", row)
        return row["event_id"]

    def event(self, type: str, *, data: dict[str, Any] | None = None, **columns: Any) -> UUID:  # noqa: A002
        """Add an event to the log, a day after the one before it; returns its id."""
        self.count += 1
        row = {
            "position": self.count, "event_id": UUID(int=self.count), "stream": "article/a",
            "stream_position": self.count, "type": type, "schema_version": 1, "article": "a", "revision": 1,
            "evidence": [], "recorded_at": day(self.count), "reported_at": MARCH, "data": json.dumps(data or {}),
            "salt": "", "commitment": "", "leaf": "", **columns,
        }  # fmt: skip
        self._insert("log", row)
        return row["event_id"]

    def extracted(
        self, kind: str, version: int, *, at: tuple[int, int] = (0, 4), revision: int = 1, **data: Any
    ) -> UUID:
        """Add an event that a version of an extractor, called as the type, read at a place of a text."""
        return self.event(
            kind, data=data, evidence=[[*at]], revision=revision,
            extraction=uuid5(NAMESPACE_OID, f"{kind} {revision} {version}"), extractor=kind, extractor_version=version,
            ordinal=self.count,
        )  # fmt: skip

    def view(self, name: str, **parameters: Any) -> list[Any]:
        """The rows of a view as dictionaries."""
        found = self.connection.execute(*views.bind(name, parameters))
        columns = [column[0] for column in found.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def stage(self, name: str) -> list[dict[str, Any]]:
        """The rows of a stage over the events of the log."""
        found = self.connection.execute(f"with {stages.expressions()} from {name}")
        columns = [column[0] for column in found.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def value(self, expression: str, **values: Any) -> Any:
        """What a macro comes to."""
        return self.connection.execute(f"select {expression}", values).fetchall()[0][0]

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        columns = ", ".join(f"${name} as {name}" for name in row)
        self.connection.execute(f"insert into stored.{table} by name select {columns}", row)


def in_memory() -> Connection:
    """Empty tables with every view over them."""
    connection = opening.in_memory()
    tables.rebuild(connection)
    return connection
