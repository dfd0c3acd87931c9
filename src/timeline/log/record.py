"""Take rows that were recorded elsewhere into a transaction, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import IntegrityError
from timeline.events.article_text import ArticleText
from timeline.events.types.payload_erased import PayloadErased
from timeline.store import upcasting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.envelope import RecordedEvent
    from timeline.log.transaction import Transaction

TEXTS = ("article_published", "article_revised")


def record(transaction: Transaction, rows: Sequence[RecordedEvent]) -> list[RecordedEvent]:
    """
    Add those rows that are not there yet, in order; returns them.

    Raises:
        IntegrityError: Another event stands in the place of one, one is not the next one in the log or in its stream,
            or holds what was erased elsewhere.
    """
    if rows:
        _refuse_others(transaction, rows)
    fresh = [row for row in rows if row.position > transaction.after]
    keys = {row.article for row in fresh if row.article is not None}
    transaction.look_up({row.stream for row in fresh}, articles=keys)
    for row in fresh:
        transaction.take(row)
    for row in upcasting.upcast(fresh):
        _enter_text(transaction, row)
    return fresh


def _refuse_others(transaction: Transaction, rows: Sequence[RecordedEvent]) -> None:
    known = dict(
        transaction.connection.execute(
            "select position, leaf from log where position between $first and $last",
            {"first": rows[0].position, "last": rows[-1].position},
        ).fetchall()
    )
    for row in rows:
        if known.get(row.position, row.leaf) != row.leaf:
            raise IntegrityError(
                f"position {row.position}: the log holds another event at this position: import into a new log.",
                position=row.position,
                column="leaf",
            )


def _enter_text(transaction: Transaction, row: RecordedEvent) -> None:
    """Enter the text of a row into the register of articles, if it states one."""
    if row.data is None:
        if row.type in TEXTS:
            transaction.articles.add_erased(row.article or "", seen=row.recorded_at, position=row.position)
        return
    event = upcasting.event(row)
    if isinstance(event, PayloadErased):
        _refuse_kept(transaction, row, event)
    elif isinstance(event, ArticleText):
        transaction.articles.add(event.article, seen=row.recorded_at, position=row.position)


def _refuse_kept(transaction: Transaction, row: RecordedEvent, event: PayloadErased) -> None:
    """What was erased there must not stay here, and is not erased on the quiet."""
    firsts, lasts = zip(*event.positions, strict=True) if event.positions else ((), ())
    ((kept,),) = transaction.connection.execute(
        sql_files.find("ingest", "payloads_in_ranges").sql,
        {"firsts": list(firsts), "lasts": list(lasts)},
    ).fetchall()
    if kept:
        raise IntegrityError(
            f"position {row.position}: {event.article} was erased in the file, not in this log: import into a new log.",
            position=row.position,
            column="data",
        )
