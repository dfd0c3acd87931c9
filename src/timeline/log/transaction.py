"""One commit in the making: rows with their envelope, the tree's new root, the writer's registers."""

from __future__ import annotations

import secrets
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import frozen

from timeline.errors import ConflictError, LogError
from timeline.events import Assertion, codec
from timeline.events.envelope import MICROSECOND, RecordedEvent, commitment, event_id, leaf
from timeline.log import clock
from timeline.log.article_register import ArticleRegister, Outcome
from timeline.log.merkle import Frontier
from timeline.log.streams import ARTICLE, LINKS, StreamRegister, article_stream, expect
from timeline.store.opening import KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from timeline.events import Event
    from timeline.model.article import Article
    from timeline.store.connection import Connection

    Latest = Callable[[datetime], datetime]


@frozen(kw_only=True)
class Origin:
    """
    What the events of one batch share.

    Attributes:
        stream: What they are about.
        article, revision: The text their evidence points into.
        reported_at: When that text was printed.
        extraction, extractor, extractor_version: Who found it, for what an extractor found.
    """

    stream: str
    article: str | None = None
    revision: int | None = None
    reported_at: datetime | None = None
    extraction: UUID | None = None
    extractor: str | None = None
    extractor_version: int | None = None

    @property
    def streams(self) -> set[str]:
        """The stream of the events, and that of the article they are about."""
        return {self.stream} if self.article is None else {self.stream, article_stream(self.article)}


Draft = tuple["Event", Origin, int | None]
"""An event before it has its envelope: its origin, and its number within its extraction, if an extractor found it."""


class Transaction:
    """
    One commit in the making.

    Streams and articles are looked up before anything is said about them: many at once is what makes a large commit
    cheap.

    Attributes:
        connection: In a transaction of the database.
        latest: Tells from the last recorded time which moment can be now at most; none: any.
        after: Last position before the commit.
        rows: What was added so far.
        streams, articles: The writer's registers, as the commit will leave them.
    """

    def __init__(self, connection: Connection, *, latest: Latest | None = None) -> None:
        self.connection = connection
        size, frontier, recorded_at = connection.execute(
            "select tree_size, frontier, recorded_at from heads where tree_size = (select max(tree_size) from heads)"
        ).fetchone() or (0, "", datetime.min)  # noqa: DTZ901 - naive UTC
        self.after: int = size
        self.recorded_at: datetime = recorded_at
        self._recorded_before: datetime = recorded_at
        self._latest = datetime.max if latest is None else latest(recorded_at)  # noqa: DTZ901 - naive UTC
        self.rows: list[RecordedEvent] = []
        self.streams = StreamRegister()
        self.articles = ArticleRegister()
        self._frontier = Frontier.of_text(size, frontier)

    @property
    def position(self) -> int:
        """Of the last event so far."""
        return self.after + len(self.rows)

    def look_up(self, streams: Iterable[str] = (), *, articles: Collection[str] = ()) -> None:
        """Read how far these streams and those of these articles are, and which texts there are of the articles."""
        own = {article_stream(key) for key in articles}
        self.streams.look_up(self.connection, {*streams, *own})
        if articles:
            self.articles.look_up(self.connection, articles, positions=self.streams.positions(own))

    def known_articles(self) -> frozenset[str]:
        """Keys of articles that were there before and are touched now."""
        touched = {article_stream(row.article) for row in self.rows if row.article is not None}
        return frozenset(stream.removeprefix(ARTICLE) for stream in self.streams.known(touched))

    def known_links(self) -> frozenset[str]:
        """Streams of people, copies, stories and happenings that had events before and have again."""
        return self.streams.known({row.stream for row in self.rows if row.stream.startswith(LINKS)})

    def tick(self) -> datetime:
        """
        The recorded time of the next batch: a microsecond after the last of this commit, later after one before it.

        So the times, which are hashed, tell which events were committed together, and none goes back.

        Raises:
            LogError: The clock is not to be believed, or there is no later time.
        """
        if (now := clock.now()) > self._latest:
            raise LogError(clock.BEYOND_BELIEF.format(now))
        before, least = (self.rows[-1].recorded_at, 1) if self.rows else (self._recorded_before, 2)
        if datetime.max - before < least * MICROSECOND:  # noqa: DTZ901 - naive UTC
            raise LogError(clock.NO_LATER)
        next_at = before + least * MICROSECOND
        self.recorded_at = next_at if self.rows else max(now, next_at)
        return self.recorded_at

    def judge(self, article: Article) -> tuple[Outcome, int, Origin]:
        """
        What appending an article comes to, its revision, and the origin of what is said in that text.

        A text that is new is entered into the register and begins a batch.

        Raises:
            InputError: The article was erased.
        """
        outcome, text = self.articles.judge_and_enter(article, at=self.tick, position=self.position + 1)
        origin = Origin(
            stream=article_stream(article.key), article=article.key, revision=text.revision,
            reported_at=article.reported_at(text.revision),
        )  # fmt: skip
        return outcome, text.revision, origin

    def append(
        self, events: Iterable[tuple[Event, Origin]], *, expected_version: Mapping[str, int] | None = None
    ) -> list[RecordedEvent]:
        """
        Add events of streams that need not be looked up yet, as one batch.

        Raises:
            ConflictError: A stream has not as many events as *expected_version* says.
        """
        given = list(events)
        self.look_up({stream for _, origin in given for stream in origin.streams})
        for stream, version in (expected_version or {}).items():
            if (length := self.streams.length(stream)) != version:
                raise ConflictError(stream, expected=version, actual=length)
        self.tick()
        return self.extend((event, origin, None) for event, origin in given)

    def extend(self, drafts: Iterable[Draft]) -> list[RecordedEvent]:
        """Give events their envelope and add them to the batch."""
        return [self._add(*draft) for draft in drafts]

    def _add(self, event: Event, origin: Origin, ordinal: int | None) -> RecordedEvent:
        position = self.position + 1
        number = self.streams.extend(origin.stream, position)
        name = event_id(origin.stream, number, event.type) if ordinal is None else event_id(origin.extraction, ordinal)
        rule, confidence = (event.rule, event.confidence) if isinstance(event, Assertion) else (None, None)
        occurred, data, salt = event.occurred, codec.encode(event), secrets.token_hex(16)
        values = (
            position, name, origin.stream, number, event.type, event.version,
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
        expect(row, position=self.position + 1, stream_position=self.streams.length(row.stream) + 1)
        self.streams.extend(row.stream, row.position)
        self.recorded_at = max(self.recorded_at, row.recorded_at)
        self.rows.append(row)

    def write(self) -> None:
        """Put the rows, the new head and the registers into the database."""
        with self.connection.appender("log") as appender:
            appender.append_rows(self.rows)
        self._note_kinds()
        with self.connection.appender("heads") as appender:
            appender.append_rows([self._head(rows) for rows in self._commits()])
        self.streams.save(self.connection, self.rows)
        self.articles.save(self.connection)

    def _commits(self) -> Iterator[list[RecordedEvent]]:
        """The rows by the commits that their times tell: one, or those of the log that they were taken from."""
        first = 0
        for at, (row, following) in enumerate(pairwise(self.rows), 1):
            if following.recorded_at - row.recorded_at > MICROSECOND:
                yield self.rows[first:at]
                first = at
        yield self.rows[first:]

    def _head(self, rows: list[RecordedEvent]) -> tuple[int, str, str, datetime]:
        """The head after a commit of these rows."""
        tree = self._frontier
        tree.extend(bytes.fromhex("".join([row.leaf for row in rows])))
        return tree.size, tree.root, tree.text, rows[-1].recorded_at

    def _note_kinds(self) -> None:
        """Enter new types and versions into ``meta``, so that a version of ours that does not know them can say so."""
        kinds = {(KIND + row.type, row.schema_version) for row in self.rows}
        meta = self.connection.execute("select key, value from meta").fetchall()  # ten rows: a filter takes longer
        newest = {key: int(value) for key, value in meta if key.startswith(KIND)}
        for key, version in sorted(kinds):
            if version > newest.get(key, 0):
                self.connection.execute("delete from stored.meta where key = $key", {"key": key})
                self.connection.execute(
                    "insert into stored.meta values ($key, $version)", {"key": key, "version": str(version)}
                )
