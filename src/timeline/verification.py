"""This file recomputes what the log claims: positions, ids, hashes, roots, times, and every quoted span."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

from timeline import codec
from timeline.envelope import COLUMNS, HASHED, RecordedEvent, commitment, event_id, leaf
from timeline.errors import IntegrityError, TimelineError
from timeline.events._text import ArticleText
from timeline.merkle import EMPTY, Frontier
from timeline.transaction import extraction_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from uuid import UUID

    import duckdb

    from timeline.events import Event

BATCH = 5_000
TEXTS = 2_000
"""Texts kept at hand; an event nearly always follows its text."""

MOST = 100
"""Problems reported before giving up: a broken log is broken from there on."""


@define
class Verification:
    """What was checked, and what is wrong (empty when all is well)."""

    events: int = 0
    heads: int = 0
    root: str = EMPTY
    problems: list[IntegrityError] = Factory(list)

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return not self.problems


def verify(connection: duckdb.DuckDBPyConnection, *, progress: Callable[[int], None] | None = None) -> Verification:
    """Check every row, in order; *progress* is told the position reached."""
    return _Verifier(connection).run(progress)


class _Verifier:
    """One walk over the log."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.found = Verification()
        self.tree = Frontier()
        self.streams: dict[str, int] = {}
        self.texts: OrderedDict[tuple[str | None, int | None], str] = OrderedDict()
        self.extractions: dict[UUID, tuple[object, ...]] = {}
        self.last: datetime | None = None

    def run(self, progress: Callable[[int], None] | None) -> Verification:
        heads = self.connection.execute(
            "select tree_size, root, frontier, recorded_at from heads order by tree_size"
        ).fetchall()
        self.found.heads = len(heads)
        roots = {size: (root, frontier, recorded_at) for size, root, frontier, recorded_at in heads}
        for row in self._rows():
            self._row(row)
            if head := roots.pop(row.position, None):
                self._head(row, *head)
            if len(self.found.problems) >= MOST:
                break
            if progress is not None and row.position % BATCH == 0:
                progress(row.position)
        self.found.events, self.found.root = self.tree.size, self.tree.root
        for size in roots:
            self._problem(size, "heads", f"a head of {size} events", f"a log of {self.tree.size}")
        if heads and heads[-1][0] != self.tree.size:
            self._problem(self.tree.size, "heads", f"{self.tree.size} events", f"a last head of {heads[-1][0]}")
        return self.found

    def _rows(self) -> Iterator[RecordedEvent]:
        cursor = self.connection.cursor()
        cursor.execute(f"select {', '.join(COLUMNS)} from log order by position")
        while rows := cursor.fetchmany(BATCH):
            yield from (RecordedEvent(*row) for row in rows)

    def _row(self, row: RecordedEvent) -> None:
        self._expect(row, "position", self.tree.size + 1)
        self._expect(row, "commitment", commitment(row.salt, row.data))
        expected = leaf([getattr(row, name) for name in HASHED])
        self._expect(row, "leaf", expected)
        self.tree.append(bytes.fromhex(expected))
        self._expect(row, "stream_position", self.streams.get(row.stream, 0) + 1)
        self.streams[row.stream] = row.stream_position
        if self.last is not None and row.recorded_at < self.last:
            self._problem(row.position, "recorded_at", f"no time before {self.last}", row.recorded_at)
        self.last = row.recorded_at
        try:
            event = codec.decode(row.type, row.schema_version, row.data, rule=row.rule, confidence=row.confidence)
        except TimelineError as error:
            self._problem(row.position, "data", "a payload of its type", str(error))
            return
        self._payload(row, event)

    def _payload(self, row: RecordedEvent, event: Event) -> None:
        occurred = event.occurred
        self._expect(row, "data", codec.encode(event))
        self._expect(row, "evidence", [list(span) for span in event.evidence])
        self._expect(row, "occurred_from", occurred.start)
        self._expect(row, "occurred_to", occurred.end)
        self._expect(row, "precision", occurred.precision)
        self._expect(row, "causation", event.causation)
        if isinstance(event, ArticleText):
            self._remember(row, event.text)
            self._expect(row, "article", event.key)
        text = self._text(row)
        self._expect(row, "event_id", self._event_id(row, text))
        if event.evidence:
            for span in event.evidence:
                if text is None or not 0 <= span.start <= span.end <= len(text):
                    self._problem(row.position, "evidence", "spans within the text", list(span))
                    return
            for name, words in event.recut(text or "").items():
                if getattr(event, name) != words:
                    self._problem(row.position, f"data.{name}", words, getattr(event, name))

    def _event_id(self, row: RecordedEvent, text: str | None) -> UUID:
        if row.ordinal is None or row.extraction is None:
            return event_id(row.stream, row.stream_position, row.type)
        origin = (row.article, row.revision, row.extractor, row.extractor_version)
        if self.extractions.get(row.extraction) != origin:
            article, revision = row.article or "", row.revision or 0
            expected = extraction_id(article, revision, text or "", row.extractor or "", row.extractor_version or 0)
            self._expect(row, "extraction", expected)
            self.extractions = {row.extraction: origin}
        return event_id(row.extraction, row.ordinal)

    def _remember(self, row: RecordedEvent, text: str) -> None:
        self.texts[row.article, row.revision] = text
        if len(self.texts) > TEXTS:
            self.texts.popitem(last=False)

    def _text(self, row: RecordedEvent) -> str | None:
        if row.revision is None:
            return None
        if (row.article, row.revision) not in self.texts:
            found = self.connection.execute(
                "select data ->> '$.text' from log where article = $article and revision = $revision"
                " and type in ('article_published', 'article_revised')",
                {"article": row.article, "revision": row.revision},
            ).fetchall()
            if not found:
                return None
            self._remember(row, found[0][0])
        return self.texts[row.article, row.revision]

    def _head(self, row: RecordedEvent, root: str, frontier: str, recorded_at: datetime) -> None:
        for column, expected, actual in (
            ("heads.root", self.tree.root, root),
            ("heads.frontier", self.tree.text, frontier),
            ("heads.recorded_at", row.recorded_at, recorded_at),
        ):
            if expected != actual:
                self._problem(row.position, column, expected, actual)

    def _expect(self, row: RecordedEvent, column: str, expected: Any) -> None:
        actual = getattr(row, column)
        if actual != expected:
            self._problem(row.position, column, expected, actual)

    def _problem(self, position: int, column: str, expected: object, actual: object) -> None:
        message = f"position {position}, {column}: expected {_shown(expected)}, found {_shown(actual)}."
        self.found.problems.append(IntegrityError(message, position=position, column=column))


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
