"""This file is the only writer of the log: it appends deliveries and decisions, all or nothing, and reads."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from timeline.decisions.corrections import correction, retractable
from timeline.errors import LogError, NotFound
from timeline.events import upcasts
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.events.types.article_published import ArticlePublished
from timeline.events.types.article_revised import ArticleRevised
from timeline.events.types.article_withdrawn import ArticleWithdrawn
from timeline.events.types.assertion_retracted import AssertionRetracted
from timeline.log.append import Delivery, Receipt, completed, deliver, read
from timeline.log.article_register import Register
from timeline.log.commit import Commit
from timeline.log.transaction import PERSON, Origin, Transaction, now
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from timeline.events import Event
    from timeline.events.types.digest_delivered import DigestDelivered
    from timeline.extractors import Reading
    from timeline.model.article import Article

    OnCommit = Callable[[duckdb.DuckDBPyConnection, "Commit"], None]


class Log:
    """
    An append-only log in a DuckDB file.

    Connections are opened late and closed early; nothing is held between calls. *on_commit* runs inside each
    transaction, after the rows are written: what it writes is committed with them or not at all.
    """

    def __init__(self, path: str | Path, *, on_commit: Sequence[OnCommit] = (), wait: float = connections.WAIT) -> None:
        self.path = Path(path)
        self.wait = wait
        self._on_commit = tuple(on_commit)
        upcasts.check()

    def append(self, deliveries: Sequence[Delivery]) -> list[Receipt]:
        """
        Append articles and readings in one commit; an article that is already there appends nothing.

        Raises:
            LogError: The file cannot be written; nothing was appended.
        """
        with self.transaction() as transaction:
            keys = [delivery.article.key for delivery in deliveries]
            streams = {f"article/{key}" for key in keys}
            transaction.look_up(streams)
            register = Register()
            register.look_up(transaction.connection, keys, positions=transaction.positions(streams))
            with _uncollected():
                done = [deliver(transaction, register, delivery) for delivery in deliveries]
            register.save(transaction.connection)
        return done

    def read_again(self, article: str, revision: int, readings: Iterable[Reading]) -> list[RecordedEvent]:
        """
        Append what other extractors or versions read in a text that is there.

        A version that completed it before appends nothing.

        Raises:
            NotFound: No such article or revision.
        """
        return self.read_all_again([(article, revision, tuple(readings))])

    def read_all_again(self, texts: Sequence[tuple[str, int, tuple[Reading, ...]]]) -> list[RecordedEvent]:
        """
        `read_again` for several texts in one commit: article, revision, and what was read in it.

        Raises:
            NotFound: No such article or revision; nothing was appended.
        """
        stated = [(*self.text(article, revision), readings) for article, revision, readings in texts]
        with self.transaction() as transaction:
            transaction.look_up({origin.stream for _, origin, _ in stated})
            rows = []
            for article, origin, readings in stated:
                transaction.tick()
                for reading in readings:
                    if not completed(transaction, origin, reading):
                        rows += read(transaction, article, origin, reading)
            return rows

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> RecordedEvent:
        """
        Record that the publisher withdrew an article.

        Raises:
            NotFound: No such article.
        """
        _, text = self.text(article)
        with self.transaction() as transaction:
            transaction.look_up({text.stream})
            transaction.tick()
            return transaction.add(ArticleWithdrawn(reason=reason, by=by), Origin(stream=text.stream, article=article))

    def retract(self, event_id: UUID, *, reason: str, by: str | None = None) -> RecordedEvent:
        """
        Record that an event is wrong; retracting a retraction restores what it took back.

        Raises:
            NotFound: No such event, or one that is no assertion, decision on a name, or retraction of one.
            QueryError: It is retracted already.
        """
        with self.transaction() as transaction:
            target = retractable(transaction.connection, event_id)
            stream = target.stream if target.stream.startswith(PERSON) else f"correction/{event_id}"
            origin = Origin(stream=stream, article=target.article, revision=target.revision)
            transaction.look_up({origin.stream, f"article/{origin.article}"})
            transaction.tick()
            return transaction.add(AssertionRetracted(target=event_id, reason=reason, by=by), origin)

    def correct(
        self, event_id: UUID, changes: Mapping[str, str], *, reason: str, by: str | None = None
    ) -> RecordedEvent:
        """
        Record what an event should say: fields with their values as text, see `correction`.

        Raises:
            NotFound: No such event, or one that no extractor read.
            QueryError: No such field, or no value of its kind.
        """
        with self.transaction() as transaction:
            target, event = correction(transaction.connection, event_id, changes, reason=reason, by=by)
            origin = Origin(stream=f"correction/{event_id}", article=target.article, revision=target.revision)
            transaction.look_up({origin.stream, f"article/{origin.article}"})
            transaction.tick()
            return transaction.add(event, origin)

    def deliver(self, event: DigestDelivered, *, editions: int) -> RecordedEvent:
        """
        Record that a digest was delivered, after so many earlier *editions* of it.

        Raises:
            LogError: Another edition was delivered meanwhile; nothing was appended.
        """
        stream = f"digest/{event.name}"
        with self.transaction() as transaction:
            transaction.look_up({stream})
            transaction.tick()
            row = transaction.add(event, Origin(stream=stream))
            if row.stream_position != editions + 1:
                raise LogError(f"another edition of {event.name!r} was delivered meanwhile: this one is not counted.")
            return row

    def record(self, events: Sequence[tuple[Event, Origin]]) -> list[RecordedEvent]:
        """Append events that people or rules decided on, all in one commit."""
        with self.transaction() as transaction:
            transaction.look_up({origin.stream for _, origin in events})
            transaction.tick()
            return [transaction.add(event, origin) for event, origin in events]

    def note(self, key: str, value: object) -> None:
        """Write beside the log, in ``meta``, what is known of it and would take long to find out again."""
        with connections.writing(self.path, wait=self.wait) as connection:
            connection.execute("begin")
            connection.execute("delete from meta where key = $key", {"key": key})
            connection.execute("insert into meta values ($key, $value)", {"key": key, "value": str(value)})
            connection.execute("commit")

    def size(self) -> int:
        """How many events there are."""
        with suppress(NotFound), connections.reading(self.path, wait=self.wait) as connection:
            ((size,),) = connection.execute("select coalesce(max(tree_size), 0) from heads").fetchall()
            return int(size)
        return 0

    def events(self, where: str = "true", *, limit: int | None = None, **values: object) -> list[RecordedEvent]:
        """Rows of the log in order; *where* is SQL over its columns, with ``$name`` for values."""
        query = f"select {', '.join(COLUMNS)} from log where {where} order by position limit $limit_"
        with connections.reading(self.path, wait=self.wait) as connection:
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
                if row.data is None:
                    raise NotFound(f"the text of {article!r} was erased: `timeline history {article}` says why.")
                stated = upcasts.event(row)
                assert isinstance(stated, ArticlePublished | ArticleRevised)  # noqa: S101 - by the where above
                origin = Origin(stream=row.stream, article=article, revision=row.revision, reported_at=row.reported_at)
                return stated.article, origin
        raise NotFound(f"no article {article!r} in {self.path}: `timeline articles` lists those that are there.")

    def unseen(self, articles: Sequence[Article], register: Register) -> list[Article]:
        """
        Those articles that would append something, entered into *register* as if they had.

        Lets a caller skip reading what is already there, and what was erased; `append` decides again.
        """
        with suppress(NotFound), connections.reading(self.path, wait=self.wait) as connection:
            register.look_up(connection, (article.key for article in articles))
        fresh = []
        for article in articles:
            if not register.is_erased(article.key) and register.decide(article) != "unchanged":
                register.add(article, seen=now(), position=0)
                fresh.append(article)
        return fresh

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """
        One commit: what is added to it is written with its head, the registers and the followers' work, or not at all.

        Raises:
            LogError: The file cannot be written.
        """
        with connections.writing(self.path, wait=self.wait) as connection:
            try:
                connection.execute("begin")
                transaction = Transaction(connection)
                yield transaction
                if not transaction.rows:
                    connection.execute("rollback")
                    return
                transaction.write()
                commit = Commit.of(transaction)
                for follow in self._on_commit:
                    follow(connection, commit)
                connection.execute("commit")
            except duckdb.InterruptException:
                raise KeyboardInterrupt from None
            except duckdb.Error as error:
                raise LogError(f"{self.path} could not be written: {str(error).splitlines()[0]}") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows in the making have no cycles: looking for some among thousands again and again took a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
