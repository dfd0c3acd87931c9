"""The append-only log in a DuckDB file: its only writer, and a reader of its rows."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import NotFound
from timeline.events import upcasts
from timeline.events.article_text import ArticleText
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.log import clock
from timeline.log.commit_summary import CommitSummary
from timeline.log.record import record
from timeline.log.transaction import Origin, Transaction
from timeline.store import connections, upcasting
from timeline.store.lock import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline.events import Event
    from timeline.log.article_register import ArticleRegister, Verdict
    from timeline.model.article import Article
    from timeline.store.connection import Connection

    OnCommit = Callable[[Connection, CommitSummary], None]


class EventLog:
    """
    An append-only log in a DuckDB file.

    Connections are opened late and closed early; nothing is held between calls. *on_commit* runs inside each
    transaction, after the rows are written: what it writes is committed with them or not at all.

    Articles are appended by `timeline.log.append`, decisions by `timeline.decisions`; both stand on `transaction`.
    """

    def __init__(
        self, path: str | Path, *, on_commit: Sequence[OnCommit] = (), wait: float = WAIT, accept_clock: bool = False
    ) -> None:
        self.path = Path(path)
        self.wait = wait
        self.accept_clock = accept_clock
        self._on_commit = tuple(on_commit)
        upcasts.check_steps()

    def append(
        self, events: Sequence[tuple[Event, Origin]], *, expected_version: Mapping[str, int] | None = None
    ) -> list[RecordedEvent]:
        """
        Append events in one commit, recorded at one moment.

        Args:
            events: Each with its origin, in order.
            expected_version: How many events streams have, by their names.

        Raises:
            ConflictError: A stream has not so many; nothing was appended.
            LogError: The file cannot be written; nothing was appended.
        """
        with self.transaction() as transaction:
            return transaction.append(events, expected_version=expected_version)

    def record(self, rows: Sequence[RecordedEvent]) -> int:
        """
        Take rows that were recorded elsewhere, as they are, in one commit; returns how many were new.

        Raises:
            IntegrityError: A row is not the next one, or not the one that is there; nothing was appended.
        """
        with self.transaction() as transaction:
            return len(record(transaction, rows))

    def read(self, where: str = "true", *, limit: int | None = None, **values: object) -> list[RecordedEvent]:
        """Rows of the log in order; *where* is SQL over its columns, with ``$name`` for values."""
        query = f"select {', '.join(COLUMNS)} from log where {where} order by position limit $limit_"
        with connections.reading(self.path, wait=self.wait) as connection:
            rows = connection.execute(query, {**values, "limit_": limit}).fetchall()
        return [RecordedEvent(*row) for row in rows]

    def size(self) -> int:
        """How many events there are."""
        with suppress(NotFound), connections.reading(self.path, wait=self.wait) as connection:
            ((size,),) = connection.execute("select coalesce(max(tree_size), 0) from heads").fetchall()
            return int(size)
        return 0

    def note(self, key: str, value: object) -> None:
        """Write beside the log, in ``meta``, what is known of it and would take long to find out again."""
        with connections.committing(self.path, wait=self.wait) as connection:
            connection.execute("delete from stored.meta where key = $key", {"key": key})
            connection.execute("insert into stored.meta values ($key, $value)", {"key": key, "value": str(value)})

    def text(self, article: str, revision: int | None = None) -> tuple[Article, Origin]:
        """
        A text of an article, by default that of the highest revision, and the origin of what is found in it.

        Raises:
            NotFound: No such article or revision, or its text was erased.
        """
        where = "article = $article and type in ('article_published', 'article_revised')"
        rows = self.read(where, article=article)
        for row in reversed(rows):
            if revision in (None, row.revision):
                if row.data is None:
                    raise NotFound(f"the text of {article!r} was erased: `timeline history {article}` says why.")
                stated = upcasting.event(row)
                assert isinstance(stated, ArticleText)  # noqa: S101 - by the where above
                origin = Origin(stream=row.stream, article=article, revision=row.revision, reported_at=row.reported_at)
                return stated.article, origin
        raise NotFound(f"no article {article!r} in {self.path}: `timeline articles` lists the keys.")

    def judged(
        self, articles: Sequence[Article], register: ArticleRegister, *, wait: float | None = None
    ) -> list[Verdict]:
        """
        What appending each article would come to, in order; they are entered into *register* as if they had been.

        Lets a caller skip extracting from what is already there, and from what was erased; the commit judges again.

        Raises:
            LogLocked: Another process wrote for longer than *wait* seconds, by default as long as the log waits.
        """
        patience = self.wait if wait is None else wait
        with suppress(NotFound), connections.reading(self.path, wait=patience) as connection:
            register.look_up(connection, (article.key for article in articles))
        verdicts: list[Verdict] = []
        for article in articles:
            verdict: Verdict = "erased" if register.is_erased(article.key) else register.judge(article)
            if verdict in ("published", "revised"):
                register.add(article, seen=clock.now(), position=0)
            verdicts.append(verdict)
        return verdicts

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """
        One commit: what is added to it is written with its head, the registers and the followers' work, or not at all.

        Raises:
            LogError: The file cannot be written, or the clock is too far ahead and *accept_clock* was not given.
        """
        with connections.committing(self.path, wait=self.wait) as connection:
            latest = None if self.accept_clock else partial(clock.latest, self.path)
            transaction = Transaction(connection, latest=latest)
            yield transaction
            if transaction.rows:
                transaction.write()
                commit = CommitSummary.of(transaction)
                for follow in self._on_commit:
                    follow(connection, commit)
