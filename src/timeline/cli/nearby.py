"""Who may be meant, where nothing was found of the person asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.cli.exit_status import tell
from timeline.cli.lazy import nearby

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.api.timeline import Timeline
    from timeline.cli.output import NamedRows

    People = Iterable[tuple[str, Iterable[str]]]

FILTERS = frozenset(
    ("since", "until", "as_of", "reported_until", "publisher", "story", "about", "and_about", "not_about")
)
"""What narrows who speaks, in `timeline speakers` as in other commands."""


class OrNearby:
    """
    Rows; if there are none though a person was asked for, standard error says whose names are like that.

    Args:
        rows: They.
        name: The person, if one was asked for.
        people: Who else there is, each with other names; asked only if there are no rows.
    """

    def __init__(self, rows: NamedRows, name: str | None, people: Callable[[], People]) -> None:
        self._rows, self._name, self._people = rows, name, people

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._rows.columns

    def __iter__(self) -> Iterator[Any]:
        none = True
        for row in self._rows:
            none = False
            yield row
        if none:
            tell_nearby(self._name, self._people)


def or_speakers(rows: NamedRows, log: Timeline, chosen: dict[str, Any]) -> OrNearby:
    """Rows, or the speakers who may be meant: of those who speak where all else that was asked holds."""
    return OrNearby(rows, chosen.get("speaker"), lambda: speakers(log, chosen))


def speakers(log: Timeline, chosen: dict[str, Any]) -> People:
    """Who speaks where all that was asked holds, but for the speaker; those who say most first."""
    rows = log.speakers(**{key: value for key, value in chosen.items() if key in FILTERS})
    return ((row.speaker, row.names or ()) for row in rows)


def tell_nearby(name: str | None, people: Callable[[], People]) -> None:
    """Say whose names are like one; nothing if somebody has it."""
    if name and (names := nearby.near(name, people())):
        tell(f"nobody is called {name!r} there: {nearby.meant(names)}")
