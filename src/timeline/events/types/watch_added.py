"""A person asked to be told what is new about something."""

from __future__ import annotations

from timeline.events import Event, event


@event("watch_added", version=1)
class WatchAdded(Event):
    """
    From here on what is recorded and answers the question is told once.

    Attributes:
        name: Which watch; one name, one reader.
        position: Last position that is not new to its reader.
        speaker: Part of the name of somebody, whose words are told, and what names them; null for anybody.
        publisher: Part of an outlet's name, or null.
        place: Part of a place's name, or null.
        about: Words or phrases of which at least one is wanted.
        and_about: Words or phrases that are all wanted, too.
        not_about: Words or phrases of which none is wanted.
        by: Who watches.
    """

    name: str
    position: int
    speaker: str | None = None
    publisher: str | None = None
    place: str | None = None
    about: tuple[str, ...] = ()
    and_about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    by: str | None = None
