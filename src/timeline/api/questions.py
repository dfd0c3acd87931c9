"""What a digest can be asked by name, as type checkers and editors read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.api.parameters import Moment
    from timeline.digests import Period


class SalientQuestion(TypedDict, total=False):
    """Of `Timeline.salient`: see `timeline.digests.Request`."""

    period: Period
    since: Moment | None
    until: Moment | None
    about: Iterable[str]
    as_of: Moment | None
    reported_until: Moment | None
    speaker: str | None
    publisher: str | None
    place: str | None
    why: bool


class EditionQuestion(SalientQuestion, total=False):
    """Of `Timeline.edition`: the same, and how much of it."""

    max_dates: int | None
    per_date: int | None
