"""The part of a `Timeline` for who wants to be told what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.api import asking
from timeline.api._handle import Handle
from timeline.digests import editions
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    from datetime import date
    from typing import Unpack
    from uuid import UUID

    from timeline.api.questions import WatchQuestion
    from timeline.digests import watching
    from timeline.store.rows import Rows
else:
    watching = lazy_module("timeline.digests.watching")


class Watches(Handle):
    """Watches are questions whose new answers are told once; the log knows them, and how far each was told."""

    def watch(
        self, name: str, *, from_start: bool = False, by: str | None = None, **question: Unpack[WatchQuestion]
    ) -> UUID:
        """
        Ask to be told, under a name, what is recorded from now on; returns the event's id.

        Args:
            name: Of the watch.
            from_start: Count what the log holds already as new, too.
            by: Who watches.
            question: What it is about; nothing is everything.

        Raises:
            QueryError: There is a watch of that name.
        """
        request = editions.parse_request(**question)
        return watching.add(self.event_log, name, request, from_start=from_start, by=by).event_id

    def unwatch(self, name: str, *, by: str | None = None) -> UUID:
        """
        Remove a watch; returns the event's id.

        Raises:
            NotFound: There is no such watch.
        """
        return watching.remove(self.event_log, name, by=by).event_id

    def watches(self, *, as_of: str | date | None = None, limit: int | None = None) -> Rows:
        """What is watched for, and how far that was told: see ``queries/views/watches.sql``."""
        return asking.ask(self.path, "watches", limit, {"as_of": as_of}, wait=self.wait)

    def news(self, name: str) -> watching.News:
        """
        What is new to a watch since it was told last; `mark_told` stores that its reader has it.

        Raises:
            NotFound: There is no such watch.
        """
        return watching.news(self.event_log, name)

    def mark_told(self, news: watching.News) -> None:
        """
        Record that news reached their reader; when there are none that leaves no trace.

        Raises:
            LogError: The watch was run or removed meanwhile: they may be told twice.
        """
        watching.mark_told(self.event_log, news)
