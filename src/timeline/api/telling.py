"""The part of a `Timeline` that tells what it holds: digests, and exports for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.api._handle import Handle
from timeline.digests import editions
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Unpack
    from uuid import UUID

    from timeline import digests, exporters
    from timeline.api.parameters import TimelineParameters
    from timeline.api.questions import DigestQuestion, SalientQuestion
    from timeline.digests.editions import Edition
    from timeline.provenance import citing
    from timeline.stories import finding
else:
    citing = lazy_module("timeline.provenance.citing")
    exporters = lazy_module("timeline.exporters")
    finding = lazy_module("timeline.stories.finding")


class Telling(Handle):
    """What a log holds, written out: a digest, the most salient days, a timeline in the format of another program."""

    def export(
        self,
        format: str,  # noqa: A002 - the user's word
        *,
        suffix: str | None = None,
        title: str | None = None,
        **question: Unpack[TimelineParameters],
    ) -> str | bytes:
        """
        What happened when in the format of another program, such as ``timelinejs``, ``ics`` or ``xlsx``.

        Args:
            format: See `timeline.exporters`.
            suffix: Of the file that it is for, where the format has several; with its dot.
            title: By default the topic and the days.
            **question: As of `timeline`; *limit* takes the most salient.

        Returns:
            Text, or the bytes of what is none.

        Raises:
            NotFound: No such format or suffix, or no log.
            MissingExtra: The format needs a library that is not installed.
        """
        told = self._with_story({"title": title, **question})
        title = told.pop("title")
        asked = {name: value for name, value in told.items() if value is not None}
        return exporters.export(self.path, format, asked, suffix=suffix, title=title, wait=self.wait)

    def cite(
        self,
        event_id: str | UUID,
        style: str = "text",
        *,
        as_of: str | date | None = None,
        reported_until: str | date | None = None,
    ) -> str:
        """
        The words of an event with their place and a link that opens there; styles: text, md, bibtex and csl.

        Raises:
            NotFound: No such event, none by the moments asked for, or none that stands in an article.
            QueryError: The beginning of the id fits several events, or there is no such style.
        """
        return citing.cite(self.explain(event_id, as_of=as_of, reported_until=reported_until), style)

    def digest(self, format: str = "markdown", **question: Unpack[DigestQuestion]) -> str:  # noqa: A002 - the user's word
        """
        What happened when, and who said what, as text; see `timeline.digests.Request` for what can be chosen.

        Raises:
            NotFound: No such format, or no log.
            QueryError: Something that cannot be asked, or a day or moment that is none.
        """
        request = editions.parse_request(**self._with_story(question))
        return editions.render_edition(self.path, format, request, wait=self.wait).text

    def edition(
        self,
        name: str | None,
        format: str = "markdown",  # noqa: A002 - the user's word
        **question: Unpack[DigestQuestion],
    ) -> Edition:
        """
        The digest of what was recorded after the last edition delivered under a name; `mark_delivered` stores its end.

        Without a name it is that of everything: as of `digest`, and whether it tells anything.

        Raises:
            NotFound: No such format, or no log.
            QueryError: An edition cannot go back to what was known at another time.
        """
        request = editions.parse_request(**self._with_story(question))
        return editions.render_edition(self.path, format, request, name=name, wait=self.wait)

    def mark_delivered(self, edition: Edition) -> None:
        """
        Record that an edition reached its reader: the next one goes on after it. An empty one leaves no trace.

        Raises:
            LogError: Another edition of that name was delivered meanwhile.
        """
        editions.mark_delivered(self.event_log, edition)

    def salient(self, dates: int, *, per_date: int = 1, **question: Unpack[SalientQuestion]) -> digests.Digest:
        """The most salient days with their most telling lines, each with its scores."""
        request = editions.parse_request(max_dates=dates, per_date=per_date, **self._with_story(question))
        return editions.compose_digest(self.path, request, wait=self.wait)

    def _with_story(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """A question with the articles of the story that it names, and the story's title where none is given."""
        asked = dict(question)
        if isinstance(story := asked.get("story"), str):
            clocks = {name: asked.get(name) for name in finding.CLOCKS}
            found = finding.find(self.path, story, wait=self.wait, **clocks)
            asked["story"] = finding.articles_of(self.path, found, wait=self.wait, **clocks)
            asked["title"] = asked.get("title") or finding.title_of(self.path, found, wait=self.wait, **clocks)
        return asked
