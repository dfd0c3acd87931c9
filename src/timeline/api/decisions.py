"""This file is what people say about a log: what is wrong in it, what is gone, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.api.maintenance import Keeping
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from timeline.admin.erasure import Erased
    from timeline.provenance.explanation import Explanation


class Deciding(Keeping):
    """Decisions are events with a reason and an author, and can be retracted; only what was erased is gone for good."""

    def explain(
        self, event_id: str | UUID, *, as_of: str | date | None = None, reported_until: str | date | None = None
    ) -> Explanation:
        """
        From an event, or the beginning of its id, back to rule, sentence and article.

        Raises:
            NotFound: No such event, or none by the moments asked for.
            QueryError: The beginning fits several events.
        """
        from timeline.provenance import explanation  # noqa: PLC0415 - start-up time

        with connections.reading(self.path, wait=self.wait) as connection:
            return explanation.explain(connection, str(event_id), as_of=as_of, reported_until=reported_until)

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that the publisher withdrew an article: it leaves all current views; returns the event's id."""
        return self._log.withdraw(article, reason=reason, by=by).event_id

    def retract(self, event_id: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that an event, given by the beginning of its id, is wrong; returns the retraction's id."""
        return self._log.retract(self.explain(event_id).recorded.event_id, reason=reason, by=by).event_id

    def correct(self, event_id: str | UUID, changes: Mapping[str, str], *, reason: str, by: str | None = None) -> UUID:
        """
        Record what an event, given by the beginning of its id, should say; returns the correction's id.

        Args:
            event_id: The event.
            changes: Fields of its payload with their values as text, JSON where a text is none; empty means null.
                ``when`` stands for the fields of its time: a day, a month or a year.
            reason: Why, in a sentence.
            by: Who says so.
        """
        target = self.explain(event_id).recorded.event_id
        return self._log.correct(target, changes, reason=reason, by=by).event_id

    def pin(
        self,
        extractor: str,
        version: int,
        articles: Iterable[str] | None = None,
        *,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Let views show what a version read, wherever it did or in some articles; returns in how many it is new."""
        from timeline.decisions import pins  # noqa: PLC0415 - start-up time

        return len(pins.pin(self._log, extractor, version, articles, reason=reason, by=by))

    def unpin(
        self,
        extractor: str,
        articles: Iterable[str] | None = None,
        *,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Let views show the latest version again; returns in how many articles it was not."""
        from timeline.decisions import pins  # noqa: PLC0415 - start-up time

        return len(pins.unpin(self._log, extractor, articles, reason=reason, by=by))

    def erase(self, article: str, *, reason: str, by: str | None = None) -> Erased:
        """
        Erase the payloads of an article for good, by writing the log anew: see `timeline.admin.erasure.erase`.

        Names are linked anew if links went with it.
        """
        from timeline.admin import erasure  # noqa: PLC0415 - start-up time
        from timeline.people import identities  # noqa: PLC0415 - start-up time

        erased = erasure.erase(self.path, article, reason=reason, by=by, wait=self.wait)
        if erased.links:
            identities.relink(self._log)
        return erased

    def link(self) -> int:
        """Link all names anew, as appending does for its own; returns how many changed."""
        from timeline.people import identities  # noqa: PLC0415 - start-up time

        return len(identities.relink(self._log))

    def merge(self, person: str, other: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that *other* is *person*; returns the event's id, by which it can be retracted."""
        from timeline.people import identities  # noqa: PLC0415 - start-up time

        return identities.merge(self._log, person, other, reason=reason, by=by).event_id

    def split(self, name: str, *, into: str, article: str | None = None, reason: str, by: str | None = None) -> UUID:
        """Record that a name, everywhere or in one article, is that of *into*; returns the event's id."""
        from timeline.people import identities  # noqa: PLC0415 - start-up time

        return identities.split(self._log, name, into=into, article=article, reason=reason, by=by).event_id
