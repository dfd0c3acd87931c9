"""This file is the only writer of the log: it appends deliveries and decisions, all or nothing, and reads."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from attrs import Factory, frozen

from timeline import codec, database
from timeline.article import Article, utc
from timeline.envelope import COLUMNS, RecordedEvent
from timeline.errors import LogError, NotFound
from timeline.events.article_published import ArticlePublished
from timeline.events.article_revised import ArticleRevised
from timeline.events.article_withdrawn import ArticleWithdrawn
from timeline.events.assertion_retracted import AssertionRetracted
from timeline.events.extraction_completed import ExtractionCompleted
from timeline.events.extraction_failed import ExtractionFailed
from timeline.reading import Reading
from timeline.register import Outcome, Register
from timeline.transaction import Origin, Transaction, extraction_id, now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

    from timeline.events import Event

    OnCommit = Callable[[duckdb.DuckDBPyConnection, "Commit"], None]


@frozen
class Delivery:
    """An article and what the extractors read in it."""

    article: Article
    readings: tuple[Reading, ...] = ()


@frozen
class Receipt:
    """What became of a delivery: its outcome, and the rows that were written for it (none when it was there)."""

    article: str
    revision: int
    outcome: Outcome
    rows: tuple[RecordedEvent, ...]


@frozen
class Commit:
    """
    What a commit added, for those who follow the log.

    Attributes:
        after: Last position before it.
        position: Last position after it.
        known: Articles that were in the log before and are touched again, with the position of their first event.
        people: The same for people.
    """

    after: int
    position: int
    known: dict[str, int]
    people: dict[str, int] = Factory(dict)


class Log:
    """
    An append-only log in a DuckDB file.

    Connections are opened late and closed early; nothing is held between calls. *on_commit* runs inside each
    transaction, after the rows are written: what it writes is committed with them or not at all.
    """

    def __init__(self, path: str | Path, *, on_commit: Sequence[OnCommit] = (), wait: float = database.WAIT) -> None:
        self.path = Path(path)
        self.wait = wait
        self._on_commit = tuple(on_commit)

    def append(self, deliveries: Sequence[Delivery]) -> list[Receipt]:
        """
        Append articles and readings in one commit; an article that is already there appends nothing.

        Raises:
            LogError: The file cannot be written; nothing was appended.
        """
        with self._transaction() as transaction:
            keys = [delivery.article.key for delivery in deliveries]
            register = Register()
            register.look_up(transaction.connection, keys)
            transaction.look_up({f"article/{key}" for key in keys})
            done = [_deliver(transaction, register, delivery) for delivery in deliveries]
            register.save(transaction.connection)
        return done

    def read_again(self, article: str, revision: int, readings: Iterable[Reading]) -> list[RecordedEvent]:
        """
        Append what other extractors or versions read in a text that is there.

        A version that completed it before appends nothing.

        Raises:
            NotFound: No such article or revision.
        """
        stated, origin = self.text(article, revision)
        with self._transaction() as transaction:
            transaction.look_up({origin.stream})
            transaction.tick()
            return [
                row
                for reading in readings
                if not _completed(transaction, article, revision, reading)
                for row in _read(transaction, stated, origin, reading)
            ]

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> RecordedEvent:
        """
        Record that the publisher withdrew an article.

        Raises:
            NotFound: No such article.
        """
        _, origin = self.text(article)
        return self._decide(ArticleWithdrawn(reason=reason, by=by), Origin(stream=origin.stream, article=article))

    def retract(self, event_id: UUID, *, reason: str, by: str | None = None) -> RecordedEvent:
        """
        Record that an event is wrong.

        Raises:
            NotFound: No such event, or one that no extractor read.
        """
        target = next(iter(self.events("event_id = $event_id and extractor is not null", event_id=event_id)), None)
        if target is None:
            raise NotFound(f"no event {event_id} that an extractor read: `timeline log` lists the ids.")
        origin = Origin(stream=f"correction/{event_id}", article=target.article, revision=target.revision)
        return self._decide(AssertionRetracted(target=event_id, reason=reason, by=by), origin)

    def record(self, events: Sequence[tuple[Event, Origin]]) -> list[RecordedEvent]:
        """Append events that link articles, all in one commit."""
        with self._transaction() as transaction:
            transaction.look_up({origin.stream for _, origin in events})
            transaction.tick()
            return [transaction.add(event, origin) for event, origin in events]

    def events(self, where: str = "true", *, limit: int | None = None, **values: object) -> list[RecordedEvent]:
        """Rows of the log in order; *where* is SQL over its columns, with ``$name`` for values."""
        query = f"select {', '.join(COLUMNS)} from log where {where} order by position limit $limit_"
        with database.reading(self.path, wait=self.wait) as connection:
            rows = connection.execute(query, {**values, "limit_": limit}).fetchall()
        return [RecordedEvent(*row) for row in rows]

    def text(self, article: str, revision: int | None = None) -> tuple[Article, Origin]:
        """
        A text of an article, by default that of the highest revision, and where its events belong.

        Raises:
            NotFound: No such article or revision.
        """
        where = "article = $article and type in ('article_published', 'article_revised')"
        rows = self.events(where, article=article)
        for row in reversed(rows):
            if revision in (None, row.revision):
                stated = codec.decode(row.type, row.schema_version, row.data)
                assert isinstance(stated, ArticlePublished | ArticleRevised)  # noqa: S101 - by the where above
                origin = Origin(stream=row.stream, article=article, revision=row.revision, reported_at=row.reported_at)
                return stated.article, origin
        raise NotFound(f"no article {article!r} in {self.path}: `timeline articles` lists those that are there.")

    def unseen(self, articles: Sequence[Article], register: Register) -> list[Article]:
        """
        Those articles that would append something, entered into *register* as if they had.

        Lets a caller skip reading what is already there; `append` decides again.
        """
        with suppress(NotFound), database.reading(self.path, wait=self.wait) as connection:
            register.look_up(connection, (article.key for article in articles))
        fresh = []
        for article in articles:
            if register.decide(article) != "unchanged":
                register.add(article, seen=now(), position=0)
                fresh.append(article)
        return fresh

    def _decide(self, event: Event, origin: Origin) -> RecordedEvent:
        with self._transaction() as transaction:
            transaction.look_up({origin.stream, f"article/{origin.article}"})
            transaction.tick()
            return transaction.add(event, origin)

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        with database.writing(self.path, wait=self.wait) as connection:
            try:
                connection.execute("begin")
                transaction = Transaction(connection)
                yield transaction
                if not transaction.rows:
                    connection.execute("rollback")
                    return
                transaction.write()
                known = transaction.known_articles(), transaction.known_people()
                commit = Commit(transaction.after, transaction.position, *known)
                for follow in self._on_commit:
                    follow(connection, commit)
                connection.execute("commit")
            except duckdb.InterruptException:
                raise KeyboardInterrupt from None
            except duckdb.Error as error:
                raise LogError(f"{self.path} could not be written: {str(error).splitlines()[0]}") from error


def _deliver(transaction: Transaction, register: Register, delivery: Delivery) -> Receipt:
    article = delivery.article
    outcome = register.decide(article)
    if outcome == "unchanged":
        return Receipt(article.key, len(register.texts(article.key)), outcome, ())
    before, recorded_at = len(transaction.rows), transaction.tick()
    text = register.add(article, seen=recorded_at, position=transaction.position + 1)
    origin = Origin(
        stream=f"article/{article.key}", article=article.key, revision=text.revision,
        reported_at=_reported_at(article, text.revision),
    )  # fmt: skip
    kind = ArticlePublished if outcome == "published" else ArticleRevised
    transaction.add(kind.of(article), origin)
    for reading in delivery.readings:
        _read(transaction, article, origin, reading)
    return Receipt(article.key, text.revision, outcome, tuple(transaction.rows[before:]))


def _reported_at(article: Article, revision: int) -> datetime:
    return article.captured if revision > 1 and article.captured else utc(article.published)


def _read(transaction: Transaction, article: Article, text: Origin, reading: Reading) -> list[RecordedEvent]:
    """Append a reading: its events and their completion, or its failure."""
    assert text.article is not None  # noqa: S101 - readings are of articles
    assert text.revision is not None  # noqa: S101
    origin = Origin(
        stream=text.stream, article=text.article, revision=text.revision, reported_at=text.reported_at,
        extraction=extraction_id(text.article, text.revision, article.text, reading.extractor, reading.version),
        extractor=reading.extractor, extractor_version=reading.version,
    )  # fmt: skip
    if reading.error is not None:
        return [transaction.add(ExtractionFailed(error=reading.error), origin)]
    completed = ExtractionCompleted(events=len(reading.events))
    return [transaction.add(event, origin, ordinal=at) for at, event in enumerate((*reading.events, completed))]


def _completed(transaction: Transaction, article: str, revision: int, reading: Reading) -> bool:
    found = transaction.connection.execute(
        "select 1 from log where type = 'extraction_completed' and article = $article and revision = $revision"
        " and extractor = $extractor and extractor_version = $version limit 1",
        {"article": article, "revision": revision, "extractor": reading.extractor, "version": reading.version},
    )
    return bool(found.fetchall())
