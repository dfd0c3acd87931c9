"""
Recompute what the log claims: positions, ids, hashes, roots, times, and every quoted span.

SQL goes over the log first (``queries/checks``), stretch by stretch: it computes every leaf and names the events that
it cannot vouch for. Those, and events of types it has no check for, are read by their records, whose word is final.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

from timeline import sql_files
from timeline.errors import IntegrityError, TimelineError
from timeline.events import codec
from timeline.events.article_text import ArticleText
from timeline.events.envelope import COLUMNS, HASHED_COLUMNS, TIMES, RecordedEvent, commitment, event_id, leaf
from timeline.events.types.payload_erased import PayloadErased
from timeline.log.merkle import EMPTY, Frontier
from timeline.log.streams import extraction_id
from timeline.store import opening
from timeline.store.upcasting import upcast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from timeline.events import Event
    from timeline.store.connection import Connection

STRETCH_EVENTS = 250_000
"""Events checked at a time: enough for all cores, little enough for memory."""

BATCH_EVENTS = 5_000
COMMITS_FORMAT = 3
"""Since when times tell where commits end."""

MOST_PROBLEMS = 100
"""Problems of one kind that are told; after so many events that are wrong no others are looked at."""


@define
class Verification:
    """
    What was checked, what is wrong (empty when all is well), and what was erased on order.

    Of many problems the first are listed, and *more* were found. Of the first *untold* events, which an earlier version
    recorded, nothing tells where commits ended: whether a head is missing there cannot be seen.
    """

    events: int = 0
    heads: int = 0
    untold: int = 0
    root: str = EMPTY
    problems: list[IntegrityError] = Factory(list)
    more: int = 0
    erasures: list[PayloadErased] = Factory(list)

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return not self.problems

    def add(self, problems: Sequence[IntegrityError]) -> None:
        """Take the first `MOST_PROBLEMS` of one kind, and count the others."""
        self.problems += problems[:MOST_PROBLEMS]
        self.more += len(problems[MOST_PROBLEMS:])


def verify(connection: Connection, *, progress: Callable[[int], None] | None = None) -> Verification:
    """Check every row, in order; *progress* is told the position reached."""
    for query in sql_files.load("checks/macros").values():
        connection.execute(f"create or replace temp macro {query.value('macro')} as ({query.sql})")
    try:
        return _Verifier(connection).run(progress)
    finally:
        connection.let_go("verified_texts")  # of the last stretch


class _Verifier:
    """One walk over the log."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.found = Verification()
        self.tree = Frontier()
        self.heads: dict[int, tuple[str, str]] = {}
        self.sizes: list[int] = []
        self.checks = {
            kind: query
            for query in sql_files.load("checks/payloads").values()
            for kind in query.value("reads").split(", ")
            if kind == f"{(name := kind.partition('@')[0])}@{codec.event_type(name).version}"
        }

    def run(self, progress: Callable[[int], None] | None) -> Verification:
        heads = self._rows("select tree_size, root, frontier from heads order by tree_size")
        self.heads = {size: (root, frontier) for size, root, frontier in heads}
        self.sizes = list(self.heads)
        self.found.heads, last = len(heads), heads[-1][0] if heads else 0
        for stretch in self._stretches():
            self._stretch(*stretch)
            if len(self.found.problems) >= MOST_PROBLEMS:
                self.heads.clear()  # those behind were not come to
                break
            if progress is not None:
                progress(stretch[1])
        self._compare("order")
        self._compare("erased")
        self.found.erasures = list(self._erasures())
        self.found.events, self.found.root = self.tree.size, self.tree.root
        for size in self.heads:
            self._problem(size, "heads", f"a head of {size} events", f"a log of {self.tree.size}")
        if last != self.tree.size:
            self._problem(self.tree.size, "heads", f"{self.tree.size} events", f"a last head of {last}")
        if len(heads) != len({size for size, *_ in heads}):
            self._problem(last, "heads", "one head a commit", "several of one size")
        notes = dict(self._rows("select key, value from meta"))
        self.found.untold = self._untold(notes)
        self._compare("commits", untold=self.found.untold)
        if not self.found.problems:
            self._compare("registers")
            if "batches" in self.connection.tables:
                self._compare("batches")
        self.found.problems.sort(key=lambda problem: problem.position or 0)
        return self.found

    def _untold(self, notes: Mapping[str, str]) -> int:
        """How many events there were before times told commits."""
        if int(notes["format"]) < COMMITS_FORMAT:
            return self.tree.size
        untold = notes.get(opening.UNTOLD, "0")
        if untold not in {"0", *map(str, self.sizes)}:
            self._problem(0, "meta", "the size of a head", untold)
            return 0
        return int(untold)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """First and last positions that hold the whole log, whatever numbers stand in it."""
        query = "select min(position) from log where position > $after or $after is null"
        ((first,),) = self._rows(query, after=None)
        while first is not None:
            last = first + STRETCH_EVENTS - 1
            yield first, last
            ((first,),) = self._rows(query, after=last)

    def _stretch(self, first: int, last: int) -> None:
        inside = {"first": first, "last": last}
        elsewhere = [position for (position,) in self._check("elsewhere", inside)]
        texts = sql_files.find("checks", "texts").sql
        self.connection.keep("verified_texts", texts, {**inside, "elsewhere": elsewhere})
        suspicious = {position for (position,) in self._check("extractions", inside)}
        for kind, query in self.checks.items():
            name, _, version = kind.partition("@")
            events = sql_files.find("verification", "events_of_type").sql
            kinds = {"type": name, "version": int(version)}
            rows = self._rows(f"with events as ({events}) from ({query.sql})", **inside, **kinds)
            suspicious.update(position for (position,) in rows)
        suspicious.update(self._walk(inside))
        for row, today, text in self._recorded(suspicious):
            self._row(row, today, text)
            if len(self.found.problems) >= MOST_PROBLEMS:
                return

    def _erasures(self) -> Iterator[PayloadErased]:
        """What was erased and why, as far as it can be read: what cannot was named as a problem."""
        rows = self._rows("select schema_version, data from log where type = 'payload_erased' order by position")
        for version, data in rows:
            with suppress(TimelineError, TypeError):
                event = codec.decode(PayloadErased.type, version, data)
                if isinstance(event, PayloadErased):
                    yield event

    def _walk(self, inside: dict[str, int]) -> Iterator[int]:
        """Grow the tree, hold it beside the heads, and name the events whose hashes or ids look wrong."""
        rows = self.connection.execute(sql_files.find("checks", "hashes").sql, {**inside, "checked": list(self.checks)})
        while row := rows.fetchone():
            first, events, leaves, suspicious, positions = row
            self._grow(positions or range(first, first + events), bytes.fromhex(leaves))
            yield from suspicious or ()

    def _grow(self, positions: Sequence[int], leaves: bytes) -> None:
        """Add leaves up to one head after the other, and where a position is not the next one each by itself."""
        straight = isinstance(positions, range) and positions[0] == self.tree.size + 1
        stops = self._heads_up_to(positions[-1]) if straight else positions
        at = 0
        for stop in stops:
            if not straight and stop != self.tree.size + 1:
                self._problem(stop, "position", self.tree.size + 1, stop)
            until = stop - positions[0] + 1 if straight else at + 1
            self.tree.extend(leaves[32 * at : 32 * until])
            at = until
            if head := self.heads.pop(stop, None):
                self._head(stop, *head)
        self.tree.extend(leaves[32 * at :])

    def _heads_up_to(self, position: int) -> list[int]:
        """Sizes of the heads between the tree and a position."""
        after = bisect_right(self.sizes, self.tree.size)
        return self.sizes[after : bisect_right(self.sizes, position, after)]

    def _recorded(self, positions: set[int]) -> Iterator[tuple[RecordedEvent, RecordedEvent, str | None]]:
        """Whole rows, the same in today's version, and the text they point into."""
        sql = sql_files.find("verification", "events_at_positions").sql
        query = f"select {', '.join(COLUMNS)}, text from ({sql}\n)"
        if positions:
            found = self.connection.execute(query, {"positions": list(positions)})
            while batch := found.fetchmany(BATCH_EVENTS):
                rows = [RecordedEvent(*values[:-1]) for values in batch]
                yield from zip(rows, upcast(rows), (values[-1] for values in batch), strict=True)

    def _row(self, row: RecordedEvent, today: RecordedEvent, text: str | None) -> None:
        if beyond := [name for name in TIMES if isinstance(getattr(row, name), str)]:
            self._problem(row.position, beyond[0], "a time of the years 1 to 9999", getattr(row, beyond[0]))
            return
        self._expect(row, "leaf", leaf([getattr(row, name) for name in HASHED_COLUMNS]))
        if row.data is None:
            self._expect(row, "event_id", self._event_id(row, None))
            return
        self._expect(row, "commitment", commitment(row.salt or "", row.data))
        self._expect(row, "event_id", self._event_id(row, text))
        try:
            event = codec.decode(
                today.type, today.schema_version, today.data or "", rule=today.rule, confidence=today.confidence
            )
        except TimelineError as error:
            self._problem(row.position, "data", "a payload of its type", str(error))
            return
        if row is today:
            self._expect(row, "data", codec.encode(event))
        self._payload(row, event)
        self._evidence(row, event, text)

    def _payload(self, row: RecordedEvent, event: Event) -> None:
        occurred = event.occurred
        self._expect(row, "evidence", [list(span) for span in event.evidence])
        self._expect(row, "occurred_from", occurred.start)
        self._expect(row, "occurred_to", occurred.end)
        self._expect(row, "precision", occurred.precision)
        self._expect(row, "causation", event.causation)
        if isinstance(event, ArticleText):
            self._expect(row, "article", event.key)

    def _evidence(self, row: RecordedEvent, event: Event, text: str | None) -> None:
        for span in event.evidence:
            if text is None or None in span or not 0 <= span.start <= span.end <= len(text):
                self._problem(row.position, "evidence", "spans within the text", list(span))
                return
        for name, words in event.recut(text or "").items():
            if getattr(event, name) != words:
                self._problem(row.position, f"data.{name}", words, getattr(event, name))

    def _event_id(self, row: RecordedEvent, text: str | None) -> UUID:
        if row.extraction is not None:
            self._expect(row, "stream", f"article/{row.article}")
        if row.extraction is not None and row.data is not None:
            parts: list[Any] = [row.article, row.revision, text, row.extractor, row.extractor_version]
            self._expect(row, "extraction", None if None in parts else extraction_id(*parts))
        if row.extraction is None or row.ordinal is None:
            return event_id(row.stream, row.stream_position, row.type)
        return event_id(row.extraction, row.ordinal)

    def _head(self, position: int, root: str, frontier: str) -> None:
        compared = ("heads.root", self.tree.root, root), ("heads.frontier", self.tree.text, frontier)
        for column, expected, actual in compared:
            if expected != actual:
                self._problem(position, column, expected, actual)

    def _compare(self, name: str, **values: object) -> None:
        """Problems that SQL names itself, over the whole log."""
        for problem in self._rows(f"from ({sql_files.find('checks', name).sql}) limit {MOST_PROBLEMS}", **values):
            self._problem(*problem)

    def _check(self, name: str, inside: dict[str, int]) -> list[Any]:
        return self._rows(sql_files.find("checks", name).sql, **inside)

    def _rows(self, sql: str, **values: object) -> list[Any]:
        return self.connection.execute(sql, values).fetchall()

    def _expect(self, row: RecordedEvent, column: str, expected: Any) -> None:
        actual = getattr(row, column)
        if actual != expected:
            self._problem(row.position, column, expected, actual)

    def _problem(self, position: int, column: str, expected: object, actual: object) -> None:
        if len(self.found.problems) >= MOST_PROBLEMS:
            self.found.more += 1
            return
        message = f"position {position}, {column}: expected {_shown(expected)}, found {_shown(actual)}."
        self.found.problems.append(IntegrityError(message, position=position, column=column))


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
