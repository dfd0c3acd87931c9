"""Append the same payloads with the package eventsourcing, on SQLite, as durably: one sync per commit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from timeline.events.envelope import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def domain_events(rows: Sequence[Sequence[Any]]) -> list[Any]:
    """Ready domain events of one stream per article, with the payload and times of the rows."""
    from eventsourcing.domain import DomainEvent, datetime_now_with_tzinfo  # noqa: PLC0415 - of the extra bench

    events = []
    for values in rows:
        row = dict(zip(COLUMNS, values, strict=True))
        event = object.__new__(DomainEvent)
        vars(event).update(
            originator_id=uuid5(NAMESPACE_URL, row["stream"]), originator_version=row["stream_position"],
            timestamp=datetime_now_with_tzinfo(), type=row["type"], article=row["article"], revision=row["revision"],
            rule=row["rule"], extractor=row["extractor"], data=json.loads(row["data"]),
        )  # fmt: skip
        events.append(event)
    return events


def application(path: Path) -> Any:
    """An application with an event store in a SQLite file: write-ahead log, SQLite's own ``synchronous=full``."""
    from eventsourcing.application import Application  # noqa: PLC0415

    return Application(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)})
