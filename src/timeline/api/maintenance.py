"""The part of a `Timeline` for its keeper: verify, prove, rebuild, follow, back up, export and import."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.api._handle import Handle
from timeline.errors import IntegrityError, LogFormatError, NotFound
from timeline.log import clock
from timeline.log.merkle import EMPTY
from timeline.plugins import lazy_module
from timeline.projections import tables
from timeline.store import catalogue, connections, opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent import futures
    from uuid import UUID

    from timeline.admin import backup, export_import
    from timeline.events.envelope import RecordedEvent
    from timeline.integrity import definitions, proofs, verification
    from timeline.log import subscription
    from timeline.projections.tables import RebuildCheck
else:
    futures = lazy_module("concurrent.futures")
    backup = lazy_module("timeline.admin.backup")
    export_import = lazy_module("timeline.admin.export_import")
    definitions = lazy_module("timeline.integrity.definitions")
    proofs = lazy_module("timeline.integrity.proofs")
    verification = lazy_module("timeline.integrity.verification")
    subscription = lazy_module("timeline.log.subscription")


UNMATCHED = ("assertion_retracted", "assertion_corrected")
"""Types of the decisions that may be found unmatched: a log without them is not searched."""


class Maintenance(Handle):
    """All that can be done with a log whatever it tells: verify, prove, rebuild, follow, copy, export and import it."""

    def verify(
        self,
        *,
        kept: proofs.Head | None = None,
        projections: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> verification.Verification:
        """
        Recompute everything the log claims.

        Args:
            kept: A head that was kept elsewhere: does the log still hold it?
            projections: Also hold every projection beside what a rebuild would make of it.
            progress: Told the position reached.
        """
        with connections.reading(self.path, wait=self.wait, as_is=True) as connection:
            with futures.ThreadPoolExecutor(1) as beside:
                ours = beside.submit(definitions.made)
                if not catalogue.has_tables(connection):
                    return verification.Verification(
                        problems=definitions.compare_definitions(connection, ours.result())
                    )
                found = verification.verify(connection, progress=progress)
                foreign = definitions.compare_definitions(connection, ours.result())
            found.add(foreign)
            if kept is not None:
                try:
                    proofs.compare(connection, kept)
                except IntegrityError as error:
                    found.problems.append(error)
            is_begun = found.heads or tables.is_built(connection)
            if projections and is_begun and all(each.column != "projections" for each in foreign):
                found.problems += definitions.compare_projections(connection)
            return found

    def head(self) -> proofs.Head:
        """What the log is now: keep it elsewhere, `verify` and `prove` hold it against what the log is then."""
        with connections.reading(self.path, wait=self.wait) as connection:
            return proofs.head(connection)

    def prove(self, given: str | UUID | proofs.Head) -> proofs.Proof:
        """
        That an event, or everything under an earlier head, is under the newest head.

        Raises:
            NotFound: No such event.
            IntegrityError: The log never had that head.
        """
        if isinstance(given, proofs.Head):
            with connections.reading(self.path, wait=self.wait) as connection:
                return proofs.consistency(connection, given)
        position = self.explain(given).recorded.position
        with connections.reading(self.path, wait=self.wait) as connection:
            return proofs.inclusion(connection, position)

    def rebuild(self, *, check: bool = False, on_change: Callable[[str], None] | None = None) -> list[RebuildCheck]:
        """
        Make every projection anew; with *check* only hold the tables beside what they would be.

        What somebody else defined in the file is taken out, and what protects the log put back.

        Args:
            check: Change nothing.
            on_change: Told, in a few words, of each thing that was taken out or put back.

        Raises:
            NotFound: There is no log.
            LogFormatError: The tables that were to be checked are those of another version.
        """
        if not check:
            if not self.path.exists():
                raise NotFound(f"no log at {self.path}: append an article first.")
            with connections.committing(self.path, wait=self.wait, as_is=True) as connection:
                changes = definitions.restore_definitions(connection)
                opening.upgrade(connection)
                tables.rebuild(connection)
            if on_change is not None:
                for change in changes:
                    on_change(change)
        with connections.reading(self.path, wait=self.wait) as connection:
            if not tables.is_current(connection):
                raise LogFormatError(f"the tables in {self.path} are of another version: run `timeline rebuild`.")
            if check and (foreign := definitions.compare_definitions(connection)):
                raise foreign[0]
            return tables.compare_with_rebuild(connection)

    def status(self) -> dict[str, Any]:
        """How the log stands: counts, the newest head, failed extractions, whether the projections are current."""
        with connections.reading(self.path, wait=self.wait) as connection:
            current = tables.is_current(connection)
            head = connection.execute(
                "select tree_size, root, recorded_at from heads order by tree_size desc limit 1"
            ).fetchall()
            counts = dict(connection.execute("select type, count(*) from log group by type order by type").fetchall())
            unmatched: int | None = 0 if current else None
            if current and not counts.keys().isdisjoint(UNMATCHED):
                ((unmatched,),) = connection.execute("select count(*) from unmatched").fetchall()
            ((erased,),) = connection.execute("select count(*) from log where data is null").fetchall()
        size, root, recorded_at = head[0] if head else (0, EMPTY, None)
        ahead = isinstance(recorded_at, datetime) and clock.is_ahead(recorded_at)
        return {
            "log": str(self.path), "bytes": self.path.stat().st_size, "events": size, "root": root,
            "recorded_at": recorded_at, **({"clock": clock.AHEAD.format(recorded_at)} if ahead else {}),
            "projections": "current" if current else "out of date: run `timeline rebuild`",
            "unmatched": unmatched, **({"payloads erased": erased} if erased else {}), **counts,
        }  # fmt: skip

    def subscribe(self, after: int = 0) -> Iterator[RecordedEvent]:
        """Every event behind a position, once and in order, for ever: see `timeline.log.subscription.subscribe`."""
        return subscription.subscribe(self.event_log, after=after)

    def backup(self, target: str | Path) -> proofs.Head:
        """Copy the log to a new file while others read it; returns the head of the copy."""
        return backup.backup(self.path, Path(target), wait=self.wait)

    def export_events(self, target: str | Path) -> proofs.Head:
        """Write every event to a ``.jsonl`` or ``.parquet`` file; returns the head to keep with it."""
        with connections.reading(self.path, wait=self.wait) as connection:
            return export_import.export(connection, Path(target))

    def import_events(self, source: str | Path, *, progress: Callable[[int], None] | None = None) -> int:
        """Append exported events as they were recorded, checked as they arrive; returns how many were new."""
        return export_import.import_events(self.event_log, Path(source), progress=progress)
