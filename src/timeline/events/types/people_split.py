"""Somebody decided that a name is not that person's."""

from __future__ import annotations

from timeline.events import Event, event


@event("people_split", version=1)
class PeopleSplit(Event):
    """
    A name became another person's, wherever it stands or in one article; no later link by a machine changes that.

    Attributes:
        person: Whose it was taken for.
        into: Whose it is.
        name: The name.
        article: Key of the only article where that is so; null: wherever the name stands.
        reason: Why, in a sentence.
        by: Who says so.
    """

    person: str
    into: str
    name: str
    article: str | None = None
    reason: str
    by: str | None = None
