"""What a digest can be asked by name, as type checkers and editors read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.api.parameters import Moment
    from timeline.digests import Period


class WatchQuestion(TypedDict, total=False):
    """
    Of `Timeline.watch`.

    Attributes:
        speaker: Whose words, and whom happenings name.
        publisher: Part of the outlet's name.
        place: Part of the name of a place where it happens.
        about: At least one of these words or phrases.
        and_about: And all of these there, too.
        not_about: And none of these.
    """

    speaker: str | None
    publisher: str | None
    place: str | None
    about: Iterable[str]
    and_about: Iterable[str]
    not_about: Iterable[str]


class SalientQuestion(TypedDict, total=False):
    """
    Of `Timeline.salient`: see `timeline.digests.Request`, too.

    Attributes:
        period: Length of a section: day, week or month.
        since: First day of the range, inclusive.
        until: Last day of the range, inclusive.
        about: At least one of these words or phrases in a line.
        and_about: And all of these there, too.
        not_about: And none of these.
        as_of: What the log held at that moment; a day means its end, UTC.
        reported_until: Only what had been printed by that moment.
        speaker: Whose words, and whom the occurrences name.
        publisher: Part of the outlet's name.
        place: Part of the name of a place where it happens.
        story: Key of a story, or a part of its title; or the keys of its articles.
        why: Show the scores by which days and sentences were chosen.
    """

    period: Period
    since: Moment | None
    until: Moment | None
    about: Iterable[str]
    and_about: Iterable[str]
    not_about: Iterable[str]
    as_of: Moment | None
    reported_until: Moment | None
    speaker: str | None
    publisher: str | None
    place: str | None
    story: str | Iterable[str] | None
    why: bool


class DigestQuestion(SalientQuestion, total=False):
    """
    Of `Timeline.digest` and `Timeline.edition`: the same, and how much of it.

    Attributes:
        max_dates: At most so many periods, the most salient ones.
        per_date: At most so many lines in each, the most telling ones.
        min_sources: Only what so many articles tell that print no copy of each other.
        title: What stands above it; by default the topic and the days.
        to: Of an e-mail: the addresses that it goes to.
        sender: Of an e-mail: whom it is from.
        subject: Of an e-mail: by default the title.
    """

    max_dates: int | None
    per_date: int | None
    min_sources: int | None
    title: str | None
    to: Iterable[str]
    sender: str | None
    subject: str | None
