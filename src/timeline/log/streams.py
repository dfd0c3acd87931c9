"""Names of streams, and the register of how many events each has and where they stand."""

from __future__ import annotations

from hashlib import md5, sha256
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import IntegrityError
from timeline.events.envelope import event_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from timeline.events.envelope import RecordedEvent
    from timeline.store.connection import Connection

ARTICLE = "article/"
"""Begins the streams of articles; the key follows."""

PERSON = "person/"
"""Begins the streams of events that say which names are a person's; an id follows, for names can be erased."""

COPY = "copy/"
"""Begins the streams of events that say of which article another is a copy; the key of that other follows."""

STORY = "story/"
"""Begins the streams of events that say which articles report one story; the key of its earliest follows."""

HAPPENING = "happening/"
"""Begins the streams of events that say which occurrences are one happening; the id of the earliest follows."""

LINKS = (PERSON, COPY, STORY, HAPPENING)
"""What the streams begin with whose events link what stands in several articles."""


def article_stream(key: str) -> str:
    """The stream of an article."""
    return f"{ARTICLE}{key}"


def person_stream(name: str) -> str:
    """The stream of a person who goes by that name, which it does not tell."""
    return f"{PERSON}{event_id('person', name)}"


def extraction_id(article: str, revision: int, text: str, extractor: str, version: int) -> UUID:
    """The id of the extraction by one version of one extractor from one text."""
    return event_id(article, revision, sha256(text.encode()).hexdigest(), extractor, version)


def subject_number(subject: str) -> int:
    """The number that stands for a stream in ``batches``: DuckDB's ``md5_number_lower``."""
    return int.from_bytes(md5(subject.encode(), usedforsecurity=False).digest()[8:], "little")


class StreamRegister:
    """
    How many events the streams have, and where in the log they stand: as it is, and as one commit will leave it.

    Streams are looked up before they are asked about (`look_up`).
    """

    def __init__(self) -> None:
        self._ends: dict[str, tuple[int, int]] = {}
        self._known_rows: dict[str, int] = {}
        self._batches: dict[int, list[tuple[int, int]]] = {}

    def look_up(self, connection: Connection, streams: set[str]) -> None:
        """Read how far these streams are, and the batches that hold their events or are about these articles."""
        found = connection.execute(
            "select subject, first, last from batches where subject in (select unnest($numbers))",
            {"numbers": [subject_number(stream) for stream in streams]},
        ).fetchall()
        if not found:
            return
        for subject, first, last in found:
            self._batches.setdefault(subject, []).append((first, last))
        rows = connection.execute(
            sql_files.find("registers", "stream_ends").sql,
            {"firsts": [first for _, first, _ in found]},
        )
        for stream, events, first, row in rows.fetchall():
            if stream in streams:
                self._ends[stream] = (events, first)
                self._known_rows[stream] = row

    def known(self, streams: Iterable[str]) -> frozenset[str]:
        """Those of the streams that had events before this commit."""
        return frozenset(stream for stream in streams if stream in self._known_rows)

    def length(self, stream: str) -> int:
        """How many events a stream has."""
        return self._ends.get(stream, (0, 0))[0]

    def positions(self, streams: Iterable[str]) -> list[int]:
        """Where events of these streams, or about these articles, stand; there may be others among them."""
        batches = (batch for stream in streams for batch in self._batches.get(subject_number(stream), ()))
        return sorted({position for first, last in batches for position in range(first, last + 1)})

    def extend(self, stream: str, position: int) -> int:
        """Enter that a stream's next event stands at a position; returns its number in the stream."""
        events, first = self._ends.get(stream, (0, position))
        self._ends[stream] = (events + 1, first)
        return events + 1

    def save(self, connection: Connection, rows: Iterable[RecordedEvent]) -> None:
        """Write the streams as they are now, and the batches of these rows."""
        if self._known_rows:
            numbers = list(self._known_rows.values())
            connection.execute("delete from stored.streams where rowid in (select unnest($rows))", {"rows": numbers})
        with connection.appender("batches") as appender:
            appender.append_rows(batches(rows))
        with connection.appender("streams") as appender:
            appender.append_rows([(stream, *end) for stream, end in self._ends.items()])


def batches(rows: Iterable[RecordedEvent]) -> list[tuple[int, int, int]]:
    """Subject, first and last position of what was recorded at one time in a stream or about an article."""
    found: dict[tuple[str, object], tuple[int, int]] = {}
    for row in rows:
        for subject in (row.stream,) if row.article is None else {row.stream, article_stream(row.article)}:
            batch = (subject, row.recorded_at)
            found[batch] = (found.get(batch, (row.position,))[0], row.position)
    return [(subject_number(subject), first, last) for (subject, _), (first, last) in found.items()]


def expect(row: RecordedEvent, **expected: int) -> None:
    """
    Check the numbers of a row that was recorded elsewhere.

    Raises:
        IntegrityError: It is not the next one, in the log or in its stream.
    """
    for column, value in expected.items():
        if getattr(row, column) != value:
            message = f"position {row.position}: {column} {value} was expected, not {getattr(row, column)}."
            raise IntegrityError(message, position=row.position, column=column)
