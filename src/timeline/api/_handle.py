"""The handle on a log in a file that all parts of a `Timeline` stand on."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.plugins import lazy_module
from timeline.projections import tables
from timeline.store import connections, session
from timeline.store.lock import WAIT

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from timeline.log import event_log
    from timeline.provenance import explanation
else:
    event_log = lazy_module("timeline.log.event_log")
    explanation = lazy_module("timeline.provenance.explanation")


class Handle:
    """
    A log in a file.

    Nothing is opened until it is needed and nothing stays open: several processes can take turns. Only in a block
    ``with timeline.open(path) as log:`` the file stays open, and the others' turn comes when the block ends, from the
    first thing that is written: many small appends are several times faster so.
    """

    def __init__(self, path: str | Path, *, wait: float = WAIT, accept_clock: bool = False) -> None:
        self.path = Path(path)
        self.accept_clock = accept_clock
        self.wait = wait

    def __enter__(self) -> Self:
        session.take(self.path)
        return self

    def __exit__(self, *_: object) -> None:
        session.leave(self.path)

    @cached_property
    def event_log(self) -> event_log.EventLog:
        """The log itself, whose commits keep the projections up to date: for those who append events, not articles."""
        return event_log.EventLog(
            self.path, on_commit=[tables.catch_up], wait=self.wait, accept_clock=self.accept_clock
        )

    def explain(
        self, event_id: str | UUID, *, as_of: str | date | None = None, reported_until: str | date | None = None
    ) -> explanation.Explanation:
        """
        From an event, or the beginning of its id, back to rule, sentence and article.

        Raises:
            NotFound: No such event, or none by the moments asked for.
            QueryError: The beginning fits several events.
        """
        with connections.reading(self.path, wait=self.wait) as connection:
            return explanation.explain(connection, str(event_id), as_of=as_of, reported_until=reported_until)
