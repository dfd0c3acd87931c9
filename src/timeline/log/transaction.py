"""This file gathers what one commit appends: rows with their envelope, the tree's new root, the writer's registers."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from hashlib import md5, sha256
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import frozen

from timeline.errors import IntegrityError
from timeline.events import Assertion, codec
from timeline.events.envelope import MICROSECOND, RecordedEvent, commitment, event_id, leaf
from timeline.log.merkle import Frontier
from timeline.store.connections import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from timeline.events import Event

PERSON = "person/"
"""Begins the streams of events that say which names are a person's; an id follows, for names can be erased."""


@frozen(kw_only=True)
class Origin:
    """
    What events of one batch share.

    Attributes:
        stream: What they are about.
        article, revision: The text their evidence points into.
        reported_at: When that text was printed.
        extraction, extractor, extractor_version: Who read it, for what an extractor read.
    """

    stream: str
    article: str | None = None
    revision: int | None = None
    reported_at: datetime | None = None
    extraction: UUID | None = None
    extractor: str | None = None
    extractor_version: int | None = None


def extraction_id(article: str, revision: int, text: str, extractor: str, version: int) -> UUID:
    """Names one reading of one text by one version of one extractor."""
    return event_id(article, revision, sha256(text.encode()).hexdigest(), extractor, version)


def person_stream(name: str) -> str:
    """The stream of a person who goes by that name, which it does not tell."""
    return f"{PERSON}{event_id('person', name)}"


def number(subject: str) -> int:
    """The number that stands for a subject in ``batches``: DuckDB's ``md5_number_lower``."""
    return int.from_bytes(md5(subject.encode(), usedforsecurity=False).digest()[8:], "little")


def now() -> datetime:
    """The clock, naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


class Transaction:
    """One commit in the making."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        size, frontier, recorded_at = connection.execute(
            "select tree_size, frontier, recorded_at from heads where tree_size = (select max(tree_size) from heads)"
        ).fetchone() or (0, "", datetime.min)  # noqa: DTZ901 - naive UTC
        self.after: int = size
        self.recorded_at: datetime = recorded_at
        self.rows: list[RecordedEvent] = []
        self._frontier = Frontier.of_text(size, frontier)
        self._streams: dict[str, tuple[int, int]] = {}
        self._known_streams: dict[str, int] = {}
        self._places: dict[int, list[tuple[int, int]]] = {}

    @property
    def position(self) -> int:
        """Of the last event so far."""
        return self.after + len(self.rows)

    def look_up(self, streams: set[str]) -> None:
        """Read how far these streams are, and where what is known of them and of these articles stands."""
        numbers = {number(stream): stream for stream in streams}
        found = self.connection.execute(
            "select subject, first, last from batches where subject in (select unnest($numbers))",
            {"numbers": list(numbers)},
        ).fetchall()
        if not found:
            return
        for subject, first, last in found:
            self._places.setdefault(subject, []).append((first, last))
        rows = self.connection.execute(
            "select stream, events, first_position, rowid from streams"
            " where first_position in (select unnest($firsts))",
            {"firsts": [first for _, first, _ in found]},
        )
        for stream, events, first, row in rows.fetchall():
            if stream in streams:
                self._streams[stream] = (events, first)
                self._known_streams[stream] = row

    def positions(self, streams: Iterable[str]) -> list[int]:
        """Where events of these streams, or about these articles, stand; there may be others among them."""
        places = (place for stream in streams for place in self._places.get(number(stream), ()))
        return sorted({position for first, last in places for position in range(first, last + 1)})

    def known_articles(self) -> frozenset[str]:
        """Keys of articles that were there before and are touched now."""
        touched = {row.article for row in self.rows if row.article is not None}
        return frozenset(key for key in touched if f"article/{key}" in self._known_streams)

    def known_people(self) -> frozenset[str]:
        """Ids of people whose names were decided on before and are again."""
        touched = {row.stream for row in self.rows if row.stream.startswith(PERSON)} & self._known_streams.keys()
        return frozenset(stream.removeprefix(PERSON) for stream in touched)

    def batches(self) -> list[tuple[int, int, int]]:
        """What was recorded at one time of a stream or about an article, from where to where."""
        found: dict[tuple[str, datetime], tuple[int, int]] = {}
        for row in self.rows:
            for about in (row.stream,) if row.article is None else {row.stream, f"article/{row.article}"}:
                batch = (about, row.recorded_at)
                found[batch] = (found.get(batch, (row.position,))[0], row.position)
        return [(number(about), first, last) for (about, _), (first, last) in found.items()]

    def tick(self) -> datetime:
        """The recorded time of the next batch: never the same twice, never going back."""
        self.recorded_at = max(now(), self.recorded_at + MICROSECOND)
        return self.recorded_at

    def add(self, event: Event, origin: Origin, *, ordinal: int | None = None) -> RecordedEvent:
        """Give an event its envelope."""
        events, first = self._streams.get(origin.stream, (0, self.position + 1))
        events += 1
        self._streams[origin.stream] = (events, first)
        name = event_id(origin.stream, events, event.type) if ordinal is None else event_id(origin.extraction, ordinal)
        rule, confidence = (event.rule, event.confidence) if isinstance(event, Assertion) else (None, None)
        occurred, data, salt = event.occurred, codec.encode(event), secrets.token_hex(16)
        values = (
            self.position + 1, name, origin.stream, events, event.type, event.version,
            origin.article, origin.revision, [list(span) for span in event.evidence],
            occurred.start, occurred.end, occurred.precision, origin.reported_at, self.recorded_at,
            origin.extraction, origin.extractor, origin.extractor_version, ordinal,
            rule, confidence, event.causation,
        )  # fmt: skip
        committed = commitment(salt, data)
        row = RecordedEvent(*values, data, salt, committed, leaf((*values, committed)))
        self.rows.append(row)
        return row

    def take(self, row: RecordedEvent) -> None:
        """
        Add a row that was recorded elsewhere, as it is.

        Raises:
            IntegrityError: It is not the next one, in the log or in its stream.
        """
        events, first = self._streams.get(row.stream, (0, row.position))
        for column, expected in (("position", self.position + 1), ("stream_position", events + 1)):
            if getattr(row, column) != expected:
                message = f"position {row.position}: {column} {expected} was expected, not {getattr(row, column)}."
                raise IntegrityError(message, position=row.position, column=column)
        self._streams[row.stream] = (row.stream_position, first)
        self.recorded_at = max(self.recorded_at, row.recorded_at)
        self.rows.append(row)

    def write(self) -> None:
        """Put the rows, the new head and the registers into the database."""
        with self.connection.appender("log") as appender:
            appender.append_rows(self.rows)
        self._note_kinds()
        frontier = self._frontier
        frontier.extend(bytes.fromhex("".join([row.leaf for row in self.rows])))
        self.connection.execute(
            "insert into heads values (?, ?, ?, ?)", [frontier.size, frontier.root, frontier.text, self.recorded_at]
        )
        if self._known_streams:
            rows = list(self._known_streams.values())
            self.connection.execute("delete from streams where rowid in (select unnest($rows))", {"rows": rows})
        with self.connection.appender("batches") as appender:
            appender.append_rows(self.batches())
        with self.connection.appender("streams") as appender:
            appender.append_rows([(stream, *values) for stream, values in self._streams.items()])

    def _note_kinds(self) -> None:
        """Enter new types and versions into ``meta``, so that a version of ours that does not know them can say so."""
        kinds = {(KIND + row.type, row.schema_version) for row in self.rows}
        meta = self.connection.execute("select key, value from meta").fetchall()  # ten rows: a filter takes longer
        newest = {key: int(value) for key, value in meta if key.startswith(KIND)}
        for key, version in sorted(kinds):
            if version > newest.get(key, 0):
                self.connection.execute("delete from meta where key = $key", {"key": key})
                self.connection.execute(
                    "insert into meta values ($key, $version)", {"key": key, "version": str(version)}
                )
