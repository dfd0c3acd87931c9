"""This file is how a log is kept: checked, proved, rebuilt, followed, copied and carried."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from timeline.errors import IntegrityError, LogFormatError, NotFound
from timeline.log.merkle import EMPTY
from timeline.projections import tables
from timeline.store import connections, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from timeline.events.envelope import RecordedEvent
    from timeline.integrity import proofs
    from timeline.integrity.verification import Verification
    from timeline.log.event_log import Log
    from timeline.projections.tables import RebuildCheck


class Keeping:
    """
    A log in a file, and all that can be done with it whatever it tells.

    Nothing is opened until it is needed and nothing stays open: several processes can take turns. Only in a block
    ``with timeline.open(path) as log:`` the file stays open, and the others' turn comes when the block ends, from the
    first thing that is written: many small appends are several times faster so.
    """

    def __init__(self, path: str | Path, *, wait: float = connections.WAIT) -> None:
        self.path = Path(path)
        self.wait = wait

    def __enter__(self) -> Self:
        session.take(self.path)
        return self

    def __exit__(self, *_: object) -> None:
        session.leave(self.path)

    @cached_property
    def _log(self) -> Log:
        from timeline.log.event_log import Log  # noqa: PLC0415 - start-up time: what only reads needs no events

        return Log(self.path, on_commit=[tables.catch_up], wait=self.wait)

    def verify(
        self,
        *,
        kept: proofs.Head | None = None,
        projections: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> Verification:
        """
        Recompute everything the log claims.

        Args:
            kept: A head that was kept elsewhere: does the log still hold it?
            projections: Also hold every projection beside what a rebuild would make of it.
            progress: Told the position reached.
        """
        from timeline.integrity import proofs, verification  # noqa: PLC0415 - start-up time

        with connections.reading(self.path, wait=self.wait) as connection:
            found = verification.verify(connection, progress=progress)
            if kept is not None:
                try:
                    proofs.compare(connection, kept)
                except IntegrityError as error:
                    found.problems.append(error)
            if projections:
                found.problems += verification.projected(connection)
            return found

    def head(self) -> proofs.Head:
        """What the log is now: keep it elsewhere, `verify` and `prove` hold it against what the log is then."""
        from timeline.integrity import proofs  # noqa: PLC0415 - start-up time

        with connections.reading(self.path, wait=self.wait) as connection:
            return proofs.head(connection)

    def prove(self, given: str | UUID | proofs.Head) -> proofs.Proof:
        """
        That an event, or everything under an earlier head, is under the newest head.

        Raises:
            NotFound: No such event.
            IntegrityError: The log never had that head.
        """
        from timeline.integrity import proofs  # noqa: PLC0415 - start-up time
        from timeline.provenance import explanation  # noqa: PLC0415 - start-up time

        with connections.reading(self.path, wait=self.wait) as connection:
            if isinstance(given, proofs.Head):
                return proofs.consistency(connection, given)
            return proofs.inclusion(connection, explanation.explain(connection, str(given)).recorded.position)

    def rebuild(self, *, check: bool = False) -> list[RebuildCheck]:
        """
        Make every projection anew; with *check* only hold the tables beside what they would be.

        Raises:
            NotFound: There is no log.
            LogFormatError: The tables that were to be checked are those of another version.
        """
        if not check:
            if not self.path.exists():
                raise NotFound(f"no log at {self.path}: append an article first.")
            with connections.writing(self.path, wait=self.wait) as connection:
                connection.execute("begin")
                tables.rebuild(connection)
                connection.execute("commit")
        with connections.reading(self.path, wait=self.wait) as connection:
            if not tables.is_current(connection):
                raise LogFormatError(f"the tables in {self.path} are of another version: run `timeline rebuild`.")
            return tables.compare_with_rebuild(connection)

    def status(self) -> dict[str, Any]:
        """How the log stands: counts, the newest head, failed extractions, whether the projections are current."""
        with connections.reading(self.path, wait=self.wait) as connection:
            current = tables.is_current(connection)
            head = connection.execute(
                "select tree_size, root, recorded_at from heads order by tree_size desc limit 1"
            ).fetchall()
            unmatched = connection.execute("select count(*) from unmatched").fetchall() if current else [(None,)]
            counts = dict(connection.execute("select type, count(*) from log group by type order by type").fetchall())
            ((erased,),) = connection.execute("select count(*) from log where data is null").fetchall()
        size, root, recorded_at = head[0] if head else (0, EMPTY, None)
        return {
            "log": str(self.path), "bytes": self.path.stat().st_size, "events": size, "root": root,
            "recorded_at": recorded_at, "projections": "current" if current else "out of date: run `timeline rebuild`",
            "unmatched": unmatched[0][0], **({"payloads erased": erased} if erased else {}), **counts,
        }  # fmt: skip

    def subscribe(self, after: int = 0) -> Iterator[RecordedEvent]:
        """Every event behind a position, once and in order, for ever: see `timeline.log.subscription.subscribe`."""
        from timeline.log.subscription import subscribe  # noqa: PLC0415 - start-up time

        return subscribe(self._log, after=after)

    def backup(self, target: str | Path) -> proofs.Head:
        """Copy the log to a new file while others read it; returns the head of the copy."""
        from timeline.admin.backup import backup  # noqa: PLC0415

        return backup(self.path, Path(target), wait=self.wait)

    def export(self, target: str | Path) -> proofs.Head:
        """Write every event to a ``.jsonl`` or ``.parquet`` file; returns the head to keep with it."""
        from timeline.admin import export_import  # noqa: PLC0415

        with connections.reading(self.path, wait=self.wait) as connection:
            return export_import.export(connection, Path(target))

    def take_in(self, source: str | Path, *, progress: Callable[[int], None] | None = None) -> int:
        """Append exported events as they were recorded, checked as they arrive; returns how many were new."""
        from timeline.admin import export_import  # noqa: PLC0415

        return export_import.take_in(self._log, Path(source), progress=progress)
