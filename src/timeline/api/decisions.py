"""The part of a `Timeline` for what people decide: what is wrong, what is gone, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.api._handle import Handle
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from timeline.admin import erasure
    from timeline.decisions import corrections, pins, withdrawals
    from timeline.people import identities
    from timeline.stories import decisions as story_decisions
    from timeline.stories import happening_decisions, linking
else:
    erasure = lazy_module("timeline.admin.erasure")
    corrections = lazy_module("timeline.decisions.corrections")
    pins = lazy_module("timeline.decisions.pins")
    withdrawals = lazy_module("timeline.decisions.withdrawals")
    identities = lazy_module("timeline.people.identities")
    story_decisions = lazy_module("timeline.stories.decisions")
    happening_decisions = lazy_module("timeline.stories.happening_decisions")
linking = lazy_module("timeline.stories.linking")


class Decisions(Handle):
    """Decisions are events with a reason and an author, and can be retracted; only what was erased is gone for good."""

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that the publisher withdrew an article: it leaves all current views; returns the event's id."""
        return withdrawals.withdraw(self.event_log, article, reason=reason, by=by).event_id

    def retract(self, event_id: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that an event, given by the beginning of its id, is wrong; returns the retraction's id."""
        target = self.explain(event_id).recorded
        retraction = corrections.retract(self.event_log, target.event_id, reason=reason, by=by)
        if target.type in story_decisions.DECIDING:
            story_decisions.retracted(self.event_log, target)
        return retraction.event_id

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
        return corrections.correct(self.event_log, target, changes, reason=reason, by=by).event_id

    def pin(
        self,
        extractor: str,
        version: int,
        articles: Iterable[str] | None = None,
        *,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Let views show what a version found, wherever it did or in some articles; returns in how many it is new."""
        return len(pins.pin(self.event_log, extractor, version, articles, reason=reason, by=by))

    def unpin(
        self,
        extractor: str,
        articles: Iterable[str] | None = None,
        *,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Let views show the latest version again; returns in how many articles it was not."""
        return len(pins.unpin(self.event_log, extractor, articles, reason=reason, by=by))

    def erase(self, article: str, *, reason: str, by: str | None = None) -> erasure.Erased:
        """
        Erase the payloads of an article for good, by writing the log anew: see `timeline.admin.erasure.erase`.

        Names are linked anew if links went with it.
        """
        erased = erasure.erase(self.path, article, reason=reason, by=by, wait=self.wait, accept_clock=self.accept_clock)
        if erased.links:
            identities.relink(self.event_log)
        return erased

    def link(self) -> int:
        """Link all names anew, as appending does for its own; returns how many changed."""
        return len(identities.relink(self.event_log))

    def relink(self, *, progress: Callable[[str], None] | None = None) -> int:
        """
        Link anew all that stands in several articles, names among it; returns how many links changed.

        The result is the same in whatever order the articles came; what people decided stays.
        """
        if progress is not None:
            progress("people")
        return self.link() + len(linking.relink(self.event_log, progress))

    def merge(self, person: str, other: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that *other* is *person*; returns the event's id, by which it can be retracted."""
        return identities.merge(self.event_log, person, other, reason=reason, by=by).event_id

    def split(self, name: str, *, into: str, article: str | None = None, reason: str, by: str | None = None) -> UUID:
        """Record that a name, everywhere or in one article, is that of *into*; returns the event's id."""
        return identities.split(self.event_log, name, into=into, article=article, reason=reason, by=by).event_id

    def merge_stories(self, story: str, other: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that *other* is *story*, each by its key or a part of its title; returns the event's id."""
        return story_decisions.merge(self.event_log, story, other, reason=reason, by=by).event_id

    def split_story(
        self, articles: Iterable[str], *, into: str | None = None, reason: str, by: str | None = None
    ) -> UUID:
        """Record that some articles of a story report another one, or one of their own; returns the event's id."""
        return story_decisions.split(self.event_log, list(articles), into=into, reason=reason, by=by).event_id

    def join_happenings(self, event: str | UUID, other: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that two reports, given by ids of theirs, tell of one happening; returns the event's id."""
        return happening_decisions.join(self.event_log, event, other, reason=reason, by=by).event_id

    def part_happening(self, event: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that a report does not tell of the happening that it was linked to; returns the event's id."""
        return happening_decisions.part(self.event_log, event, reason=reason, by=by).event_id
