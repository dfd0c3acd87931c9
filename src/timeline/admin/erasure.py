"""
Erase payloads that may not be kept: the log is written anew without them and put in the old one's place.

Nothing is changed in place, which triggers refuse and which would leave the bytes in free blocks and in the write-ahead
log. Leaves bind the hash of salt and payload, so the tree over them stays as it was.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import frozen

from timeline import sql_files
from timeline.errors import IntegrityError, LogError, NotFound, QueryError
from timeline.events.types.payload_erased import PayloadErased
from timeline.integrity import verification
from timeline.log.event_log import EventLog
from timeline.log.streams import article_stream
from timeline.log.transaction import Origin
from timeline.projections import indexes, tables
from timeline.store import connections, new_files, opening
from timeline.store.lock import INTENT, LOCK, WAIT

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.store.connection import Connection

CHUNK_EVENTS = 250_000
"""Events copied at a time."""

LEFT_SUFFIXES = ("", ".wal", LOCK, INTENT)
"""What may be left of an unfinished file, by what its name ends in."""


@frozen(kw_only=True)
class Erased:
    """
    What an erasure came to.

    Attributes:
        event_id: Of the event that records it.
        payloads: How many are gone.
        links: Of these, names linked by rules.
        decisions: Of these, decisions of people on names; those still needed have to be taken again.
    """

    event_id: UUID
    payloads: int
    links: int
    decisions: int


@frozen
class Plan:
    """What has to go, and the head that the log has before: size and root."""

    gone: tuple[int, ...]
    links: int
    decisions: int
    size: int
    root: str


def erase(
    path: Path, article: str, *, reason: str, by: str | None = None, wait: float = WAIT, accept_clock: bool = False
) -> Erased:
    """
    Erase what the log holds of an article: texts, what was read in them, what people said about that, its names.

    Needs as much room beside the log as the log takes. Stopped at any moment, the old log or the new one is there,
    whole; what an interruption leaves of an unfinished file is removed by the next erasure.

    Raises:
        NotFound: No such article, or no log.
        QueryError: It is erased already.
        LogError: The log cannot be read, or the new one not written; nothing was erased.
        IntegrityError: The log does not verify; nothing was erased.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    with connections.alone(path, wait=wait) as opened:
        _clear(unfinished)
        try:
            with opened(False) as connection:  # noqa: FBT003 - it takes in what a killed writer left
                plan = _plan(connection, article)
                connection.execute("checkpoint stored")
            event = PayloadErased(article=article, positions=_stretches(plan.gone), reason=reason, by=by)
            with new_files.as_private_as(path):
                _copy(path, unfinished, plan)
                event_id = _record(unfinished, event, accept_clock=accept_clock)
                _settle(unfinished)
            _check(unfinished, path)
            with opened(True) as connection:  # noqa: FBT003 - no other program writes while this is open
                if _head(connection) != (plan.size, plan.root):
                    raise LogError(f"{path} was meanwhile written by another program: try again.")
                _put_in_place(path, unfinished)
        except connections.DatabaseError as error:
            raise LogError(f"{article} could not be erased: {opening.said(error)}") from error
        finally:
            _clear(unfinished)
    return Erased(event_id=event_id, payloads=len(plan.gone), links=plan.links, decisions=plan.decisions)


def _plan(connection: Connection, article: str) -> Plan:
    if not tables.is_current(connection):
        connection.execute("begin")
        tables.rebuild(connection)
        connection.execute("commit")
    rows = connection.execute(sql_files.find("erasure", "payloads").sql, {"article": article}).fetchall()
    if not rows:
        known = connection.execute("select 1 from revisions where article = $article limit 1", {"article": article})
        if known.fetchall():
            raise QueryError(f"{article} was already erased: `timeline history {article}` says why.")
        raise NotFound(f"no article {article!r}: `timeline articles` lists the keys.")
    kinds = [kind for _, kind in rows]
    decisions = kinds.count("people_merged") + kinds.count("people_split")
    return Plan(tuple(position for position, _ in rows), kinds.count("mention_linked"), decisions, *_head(connection))


def _head(connection: Connection) -> tuple[int, str]:
    ((size, root),) = connection.execute("select max(tree_size), arg_max(root, tree_size) from heads").fetchall()
    return int(size), str(root)


def _stretches(positions: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """First and last of each run of positions."""
    found: list[tuple[int, int]] = []
    for position in positions:
        if found and found[-1][1] == position - 1:
            found[-1] = (found[-1][0], position)
        else:
            found.append((position, position))
    return tuple(found)


def _copy(path: Path, unfinished: Path, plan: Plan) -> None:
    """Log, heads and registers as they were, without what has to go; what else there is follows from them."""
    place = str(path).replace("'", "''")
    with connections.writing(unfinished) as connection:
        connection.execute(f"attach '{place}' as old (read_only)")
        for first in range(1, plan.size + 1, CHUNK_EVENTS):
            last = first + CHUNK_EVENTS - 1
            inside = [position for position in plan.gone if first <= position <= last]
            rows = sql_files.find("erasure", "log").sql
            connection.execute(f"insert into stored.log by name {rows}", {"first": first, "last": last, "gone": inside})
        connection.execute(f"insert into stored.meta {sql_files.find('erasure', 'meta').sql}", {"index": indexes.KEY})
        connection.execute("insert into stored.heads by name from old.heads order by tree_size")
        connection.execute("insert into stored.streams by name from old.streams")
        connection.execute("insert into stored.batches by name from old.batches")
        connection.execute(f"insert into stored.revisions by name {sql_files.find('erasure', 'revisions').sql}")
        connection.execute("detach old")


def _record(unfinished: Path, event: PayloadErased, *, accept_clock: bool) -> UUID:
    """Append the erasure to the new file, which also builds its projections."""
    origin = Origin(stream=article_stream(event.article), article=event.article)
    log = EventLog(unfinished, on_commit=[tables.catch_up], accept_clock=accept_clock)
    (row,) = log.append([(event, origin)])
    return row.event_id


def _settle(unfinished: Path) -> None:
    """
    Take everything into the one file that is renamed.

    Closing a file tries that too, but says nothing when it fails: what was appended would be left in the journal.
    """
    with connections.writing(unfinished) as connection:
        connection.execute("checkpoint stored")
    if connections.journal_of(unfinished).exists():
        raise LogError(
            f"{unfinished} could not be written completely, and nothing was erased: check the disk, then try again."
        )


def _check(unfinished: Path, path: Path) -> None:
    """The new file verifies, up to every head that the old one had."""
    with connections.reading(unfinished) as connection:
        found = verification.verify(connection)
    if not found.ok:
        raise IntegrityError(
            f"nothing was erased, because {path} does not hold what was appended: {found.problems[0]}",
            position=found.problems[0].position,
            column=found.problems[0].column,
        )


def _put_in_place(path: Path, new: Path) -> None:
    """Let a closed file take the place of the log: what a crash leaves is the one or the other, whole."""
    if (journal := connections.journal_of(path)).exists():
        raise LogError(f"{journal} appeared meanwhile, because another program wrote to the log: try again.")
    try:
        was = path.stat()
        new.chmod(stat.S_IMODE(was.st_mode))
        if os.geteuid() == 0:
            os.chown(new, was.st_uid, was.st_gid)
        _flush(new)
        new.replace(path)
        _flush(path.parent)
    except OSError as error:
        raise LogError(f"{path} cannot be replaced: {error.strerror}.") from error


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _clear(unfinished: Path) -> None:
    """Remove what is left of an unfinished file."""
    for ending in LEFT_SUFFIXES:
        unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
