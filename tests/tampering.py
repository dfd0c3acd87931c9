"""A log with an event of every type, and ways to change it behind its back: plain DuckDB, triggers dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from attrs import evolve, frozen

import timeline
from building import article, extracted, happened, named, said
from timeline import _resources
from timeline.events import EVENT_TYPES, Assertion, codec
from timeline.events.envelope import COLUMNS, HASHED_COLUMNS, RecordedEvent, commitment, leaf
from timeline.events.extraction import Extraction
from timeline.integrity import verification
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.merkle import Frontier
from timeline.log.transaction import Origin
from timeline.model.span import Span
from timeline.plugins import discover
from timeline.store import opening
from timeline.store.connection import Connection

TEXT = "Ünïcödé 🌉 “The bridge is safe,” said the mayor, “and will stay so.” On Monday the bridge was closed."
EXAMPLES = _resources.catalogue()

CHANGES: dict[str, Any] = {
    "position": 999, "event_id": UUID(int=7), "stream": "article/z", "stream_position": 99, "type": "nonsense_told",
    "schema_version": 9, "article": "z", "revision": 9, "evidence": [[0, 1]], "occurred_from": datetime(1999, 1, 1),
    "occurred_to": datetime(1999, 1, 2), "precision": "century", "reported_at": datetime(1999, 1, 1),
    "recorded_at": datetime(1999, 1, 1), "extraction": UUID(int=8), "extractor": "x", "extractor_version": 77,
    "ordinal": 55, "rule": "x", "confidence": 1, "causation": UUID(int=9), "data": "{}", "salt": "00" * 16,
    "commitment": "00" * 32, "leaf": "00" * 32,
}  # fmt: skip
"""A value for every column that no event has."""

REGISTERS = {
    "heads": {"tree_size": 3, "root": "00" * 32, "frontier": "00" * 32, "recorded_at": datetime(1999, 1, 1)},
    "streams": {"stream": "article/z", "events": 99, "first_position": 99},
    "revisions": {
        "article": "z", "revision": 9, "fingerprint": "00" * 32, "seen": datetime(1999, 1, 1), "position": 99,
    },
    "batches": {"subject": 99, "first": 99, "last": 99},
    "meta": {"key": "event nonsense_told", "value": "1000"},
}  # fmt: skip
"""The same for the tables that the writer keeps beside the log."""

FREE = {
    "reported_at",
    "recorded_at",
    "extractor",
    "rule",
    "confidence",
    "salt",
    "leaf",
    "position",
    "commitment",
    "data",
}
"""Columns that nothing else in the log says again, or that a forger computes anew, or that are forged apart."""

UNREAD = {"article", "revision", "extractor_version", "ordinal"}
"""The same for events that nobody has read in a text."""


@frozen
class Tampering:
    """
    One way to change a log, and where verification has to find it.

    Attributes:
        name: What is done.
        act: Does it.
        position: Of the event that has to be named, or of each; None: any.
        column: That has to be named; None: any.
    """

    name: str
    act: Callable[[Connection], object]
    position: int | Sequence[int] | None = None
    column: str | None = None

    def is_found(self, connection: Connection, verify: Callable[..., Any] = verification.verify) -> bool:
        """Verification of the log so changed names what it has to; the change is taken back."""
        with changed(connection):
            self.act(connection)
            problems = verify(connection).problems
        named = {problem.position for problem in problems if self.column in (None, problem.column)}
        if self.position is None:
            return bool(named)
        return named >= ({self.position} if isinstance(self.position, int) else set(self.position))


@contextmanager
def changed(connection: Connection):
    """Whatever is done inside is undone."""
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")


@contextmanager
def story(path) -> Iterator[Connection]:
    """A log with an event of every type, open for whoever wants to change it."""
    log = timeline.open(path)
    statement = said("the mayor", quote=TEXT[12:30], text=TEXT, cue=(Span(33, 37),), cue_text="said",
                     content=(Span(12, 30), Span(50, 66)), source=(Span(38, 47),), source_text="the mayor",
                     about=("Putin",))  # fmt: skip
    statement = evolve(statement, **statement.recut(TEXT))
    readings = (
        Extraction("dates", 1, error="ValueError: no"),
        Extraction("occurrences", 1, (happened("the bridge was closed", text=TEXT),)),
        Extraction("statements", 1, (statement, named("Monday", "2026-03-02", text=TEXT))),
    )
    with log:
        append_articles(
            log.event_log, [ExtractedArticle(article("a", text=TEXT, authors=["Ann", "Bo"], url="a.example"), readings)]
        )
        append_articles(log.event_log, [extracted(article("b", captured="2026-03-05T10:00:00"))])
        append_articles(log.event_log, [extracted(article("a", title="New"), said("the mayor"))])
        log.retract(next(iter(log.statements())).event_id, reason="wrong")
        log.withdraw("b", reason="gone")
        append_articles(log.event_log, [extracted(article("c"), said("Ann")), extracted(article("d"))])
        append_articles(log.event_log, [extracted(article("read", text=_published("article_published")["text"]))])
    log.erase("c", reason="by order", by="court")
    with log:
        discover("events.types")
        there = {row.type for row in log.log()}
        log.event_log.append([_example(name) for name in sorted(set(EVENT_TYPES) - there)])
    with opening.attached(path, read_only=False) as connection:
        for trigger in ("update", "delete"):
            connection.execute(f"drop trigger log_refuse_{trigger} on stored.log")
        yield connection


def _example(name: str):
    """The published example of a type, for what the story does not tell of itself."""
    event = codec.decode(name, EVENT_TYPES[name].version, json.dumps(_published(name)), rule="example", confidence=900)
    key = "read" if isinstance(event, Assertion) else "a"
    return event, Origin(stream=f"example/{name}", article=key, revision=1, extractor="example", extractor_version=1)


def _published(name: str) -> dict[str, Any]:
    """What the published example of a type holds."""
    return json.loads((EXAMPLES / name / f"{EVENT_TYPES[name].version}.example.json").read_text("utf-8"))


def events(connection: Connection) -> list[RecordedEvent]:
    """The whole log."""
    found = connection.execute(f"select {', '.join(COLUMNS)} from log order by position").fetchall()
    return [RecordedEvent(*row) for row in found]


def kinds(connection: Connection) -> list[RecordedEvent]:
    """The first event of every type."""
    found = sorted(events(connection), key=lambda row: (row.type, row.position))
    return [next(group) for _, group in groupby(found, key=lambda row: row.type)]


def update(at: int, /, **values: object) -> Callable[[Connection], object]:
    """Change columns of an event and nothing else."""
    changes = ", ".join(f"{name} = ${name}" for name in values)

    def act(connection: Connection) -> object:
        return connection.execute(f"update stored.log set {changes} where position = $at_", {**values, "at_": at})

    return act


def forge(row: RecordedEvent, /, **values: object) -> Callable[[Connection], object]:
    """Change columns of an event and compute its commitment, its leaf and all heads anew, as a forger would."""
    row = row._replace(**values)
    if "data" in values:
        row = row._replace(commitment=commitment(row.salt, row.data))
    row = row._replace(leaf=leaf([getattr(row, name) for name in HASHED_COLUMNS]))

    def act(connection: Connection) -> None:
        update(row.position, **{name: getattr(row, name) for name in (*values, "commitment", "leaf")})(connection)
        reroot(connection)

    return act


def reroot(connection: Connection) -> None:
    """Heads that fit the leaves as they are now."""
    tree, sizes = Frontier(), {size for (size,) in connection.execute("select tree_size from heads").fetchall()}
    for (hashed,) in connection.execute("select leaf from log order by position").fetchall():
        tree.append(bytes.fromhex(hashed))
        if tree.size in sizes:
            connection.execute(
                "update stored.heads set root = ?, frontier = ? where tree_size = ?", [tree.root, tree.text, tree.size]
            )


def payload(row: RecordedEvent, **values: object) -> str:
    """The payload of an event with other values."""
    return codec.canonical({**json.loads(row.data), **values})


def flips(connection: Connection) -> Sequence[Tampering]:
    """Every column of every kind of event, to another value; and to NULL where that is allowed and news."""
    nulls = (
        "select column_name from duckdb_columns() where database_name = 'stored' and table_name = 'log' and is_nullable"
    )
    nullable = {name for (name,) in connection.execute(nulls).fetchall()}
    log, named = kinds(connection), {"position": "position", "data": "commitment", "salt": "commitment"}
    found = [
        Tampering(
            column, together(*(update(row.position, **{column: CHANGES[column]}) for row in log)),
            None if column == "position" else [row.position for row in log], named.get(column, "leaf"),
        )
        for column in COLUMNS
    ]  # fmt: skip
    for column in sorted(nullable):
        rows = [row for row in log if getattr(row, column) is not None]
        act = together(*(update(row.position, **{column: None}) for row in rows))
        says = column if column in ("data", "salt") else "leaf"
        found.append(Tampering(f"{column} = null", act, [row.position for row in rows], says))
    return found


def forgeries(connection: Connection) -> Sequence[Tampering]:
    """The same with all hashes made to fit, for those columns that other columns or the payload give away."""
    found = []
    for column in COLUMNS:
        rows = [row for row in kinds(connection) if row.extraction is not None or column not in UNREAD]
        if column not in FREE:
            act = together(*(forge(row, **{column: CHANGES[column]}) for row in rows))
            found.append(Tampering(f"forged {column}", act, [row.position for row in rows]))
    return found


def together(*acts: Callable[[Connection], object]) -> Callable[[Connection], object]:
    """One after the other."""

    def act(connection: Connection) -> None:
        for each in acts:
            each(connection)

    return act


def registers(connection: Connection) -> Sequence[Tampering]:
    """Every column of heads, streams, revisions and meta; an entry that is gone, and one that is there twice."""
    del connection
    found = []
    for table, columns in REGISTERS.items():
        names = ("heads", "heads.root", "heads.frontier", "heads.recorded_at") if table == "heads" else (table,) * 9
        last = f"(select max(rowid) from stored.{table})"
        found += [
            Tampering(
                f"{table}.{column}",
                _run(f"update stored.{table} set {column} = ? where rowid = {last}", value),
                None,
                name,
            )
            for (column, value), name in zip(columns.items(), names, strict=False)
        ]
        found += [
            Tampering(f"{table} shortened", _run(f"delete from stored.{table} where rowid = {last}"), None, table),
            Tampering(
                f"{table} doubled",
                _run(f"insert into stored.{table} from stored.{table} where rowid = {last}"),
                None,
                table,
            ),
        ]
    return found


def others(connection: Connection) -> Sequence[Tampering]:
    """Rows that are gone or have moved, times that go back, payloads of another form or content."""
    log = events(connection)
    first = {row.type: row for row in kinds(connection)}
    said, printed, undone = first["statement_reported"], first["article_published"], first["assertion_retracted"]
    occurred, dated, done = first["occurrence_reported"], first["date_mentioned"], first["extraction_completed"]
    last, erased = log[-1], next(row for row in log if row.data is None)
    return [
        Tampering("payload that was erased", update(erased.position, data="{}", salt="00"), erased.position, "data"),
        Tampering("salt of what was erased", update(erased.position, salt="00"), erased.position, "salt"),
        Tampering("leaf of what was erased", update(erased.position, leaf="00" * 32), erased.position, "leaf"),
        Tampering("id of what was erased", forge(erased, event_id=UUID(int=9)), erased.position, "event_id"),
        Tampering("row deleted", _run("delete from stored.log where position = 5"), 6, "position"),
        Tampering("row doubled", _run("insert into stored.log from stored.log where position = 5"), None, "position"),
        Tampering("tail cut", _run("delete from stored.log where position = ?", last.position), None, "heads"),
        Tampering("heads removed", _run("delete from stored.heads"), last.position, "heads"),
        Tampering("first head removed",
                  _run("delete from stored.heads where tree_size = (select min(tree_size) from heads)"), None, "heads"),
        Tampering("earlier heads removed",
                  _run("delete from stored.heads where tree_size < ?", last.position), None, "heads"),
        Tampering("commits that need no heads", together(
                  _run("delete from stored.heads where tree_size < ?", last.position),
                  _run("insert into stored.meta values ('commits untold', ?)", str(last.position - 1))), None, "meta"),
        Tampering("head of nothing",
                  _run("insert into stored.heads select 0, * exclude (tree_size) from heads limit 1"), None, "heads"),
        Tampering("time going back", forge(last, recorded_at=datetime(1999, 1, 1)), last.position, "recorded_at"),
        Tampering("stream with a hole", forge(last, stream_position=9), last.position, "stream_position"),
        Tampering("quote", forge(said, data=payload(said, quote="The fridge")), said.position, "data.quote"),
        Tampering("cue", forge(said, data=payload(said, cue_text="denied")), said.position, "data.cue_text"),
        Tampering("source", forge(said, data=payload(said, source_text="he")), said.position, "data.source_text"),
        Tampering("blanks", forge(said, data=f" {said.data}"), said.position, "data"),
        Tampering("added field", forge(said, data=payload(said, added=1)), said.position, "data"),
        Tampering("lost field", forge(said, data="{}"), said.position, "data"),
        Tampering("manner", forge(said, data=payload(said, manner="loud")), said.position, "data"),
        Tampering("modality", forge(said, data=payload(said, modality="sung")), said.position, "data"),
        Tampering("spans beyond the text", _beyond(said), said.position, "evidence"),
        Tampering("said later", forge(said, occurred_to=datetime(1999, 1, 1)), said.position, "occurred_to"),
        Tampering("spans moved", forge(said, evidence=[[0, 1]]), said.position, "evidence"),
        Tampering("span added", forge(said, evidence=[*said.evidence, [12, 13]]), said.position, "evidence"),
        Tampering("words of an occurrence", forge(occurred, data=payload(occurred, text="x")), occurred.position,
                  "data.text"),
        Tampering("day of an occurrence", forge(occurred, occurred_from=datetime(1999, 1, 1)), occurred.position,
                  "occurred_from"),
        Tampering("precision of an occurrence", forge(occurred, precision="year"), occurred.position, "precision"),
        Tampering("words of a date", forge(dated, data=payload(dated, text="Friday")), dated.position, "data.text"),
        Tampering("spans of a date", forge(dated, data=payload(dated, span=[1, 2])), dated.position, "evidence"),
        Tampering("kind of a date", forge(dated, data=payload(dated, kind="ERA")), dated.position, "data"),
        Tampering("key", forge(printed, data=payload(printed, key="b")), printed.position, "article"),
        Tampering("authors", forge(printed, data=payload(printed, authors=[None])), printed.position, "data"),
        Tampering("count", forge(done, data='{"events":1.0}'), done.position, "data"),
        Tampering("cause of a completion", forge(done, causation=UUID(int=9)), done.position, "causation"),
        Tampering("cause of a retraction", forge(undone, causation=UUID(int=9)), undone.position, "causation"),
        Tampering("retraction of nothing", forge(undone, data="{}"), undone.position, "data"),
        Tampering("id", forge(said, event_id=UUID(int=9)), said.position, "event_id"),
        Tampering("beginning of an id", forge(said, event_id=_begun(said.event_id)), said.position, "event_id"),
        Tampering("id of a completion", forge(done, event_id=UUID(int=9)), done.position, "event_id"),
        Tampering("extraction", forge(said, extraction=UUID(int=9)), said.position, "extraction"),
        Tampering("version of the reader", forge(said, extractor_version=9), said.position, "extraction"),
    ]  # fmt: skip


def _begun(name: UUID) -> UUID:
    """The same id with another first digit."""
    return UUID(int=name.int ^ 1 << 127)


def _beyond(said: RecordedEvent) -> Callable[[Connection], object]:
    """Spans that end behind the text, in payload and envelope."""
    spans = [[12, 5000], *said.evidence[1:]]
    return forge(said, evidence=spans, data=payload(said, content=[[12, 5000], said.evidence[1]]))


def _run(sql: str, *values: object) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(sql, values)
