"""The table of samples: which texts of a log are worth comparing, without reading them."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline import sql_files
from timeline.stories.shingles import sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from timeline.store.connection import Connection

DAYS = 31
"""Texts are compared that were printed within so many days."""
COMMON_DAYS = 6
"""What stands in print on more days of that time is a site's or a form's, and tells nothing of a report."""
LEAST_COMMON, PART = 2, 0.25
"""So many shingles of the smaller sample, and such a part of it, must be in both: half of what copies have at least."""
CROWD = 60
"""Of texts with the same shingle all are compared with so many, the earliest."""
MOST_UNSAMPLED = 5_000
"""What was appended without links is sampled with the next that is linked, the last so many; by a relink, all."""
READ_AT_ONCE = 1_000


class Sampled(NamedTuple):
    """
    A text as the table has it.

    Attributes:
        position: Of the event that brought it.
        printed: The day on which its article was printed first.
    """

    position: int
    printed: date
    shingles: Sequence[int]


class Text(NamedTuple):
    """A current text of a log, with when its article was printed first, UTC."""

    position: int
    article: str
    title: str | None
    text: str
    printed: datetime


def add(connection: Connection, texts: Iterable[Sampled]) -> None:
    """Put in texts."""
    with connection.appender("samples") as appender:
        appender.append_rows([(text.position, text.printed, list(text.shingles)) for text in texts])


def catch_up(connection: Connection) -> None:
    """Put in the texts that came since the last one that is there, or the last of them."""
    if missing := rows(connection, "unsampled_texts", most=MOST_UNSAMPLED):
        _fill(connection, sorted(position for (position,) in missing))


def refill(connection: Connection) -> None:
    """Put in the current text of each article, and nothing else."""
    connection.execute("delete from stored.samples")
    _fill(connection, [position for (position,) in rows(connection, "current_texts")])


def _fill(connection: Connection, positions: Sequence[int]) -> None:
    for at in range(0, len(positions), READ_AT_ONCE):
        found = texts(connection, positions[at : at + READ_AT_ONCE])
        add(connection, [Sampled(text.position, text.printed.date(), sample(text.text)) for text in found])


def texts(connection: Connection, positions: Iterable[int]) -> list[Text]:
    """Those of the texts at some positions that are current."""
    return [Text(*row) for row in rows(connection, "printed_texts", positions=list(positions))]


def similar(connection: Connection, added: Sequence[Sampled]) -> set[tuple[int, int]]:
    """Positions, the lower first, of texts that are worth comparing: of one that is being added and any other."""
    having: defaultdict[int, list[tuple[date, int, int]]] = defaultdict(list)
    for text in added:
        for shingle in text.shingles:
            having[shingle].append((text.printed, text.position, len(text.shingles)))
    if not having:
        return set()
    days = [text.printed for text in added]
    first, last = min(days) - timedelta(days=DAYS), max(days) + timedelta(days=DAYS)
    for position, printed, size, shingle in rows(
        connection, "similar_samples", shingles=list(having), first=first, last=last
    ):
        having[shingle].append((printed, position, size))
    return {pair for text in added for pair in _similar(text, having)}


def _similar(text: Sampled, having: dict[int, list[tuple[date, int, int]]]) -> Iterator[tuple[int, int]]:
    common = Counter[tuple[int, int]]()
    for shingle in text.shingles:
        near = [each for each in having[shingle] if abs(each[0] - text.printed).days <= DAYS]
        if len(near) > 1 and len({printed for printed, *_ in near}) <= COMMON_DAYS:
            common.update((position, size) for _, position, size in sorted(near)[:CROWD])
    for (position, size), count in common.items():
        least = max(LEAST_COMMON, PART * min(size, len(text.shingles)))
        if position != text.position and count >= least:
            yield min(position, text.position), max(position, text.position)


def all_similar(connection: Connection) -> list[tuple[int, int]]:
    """Positions of texts that are worth comparing, of all texts that are there."""
    return rows(
        connection, "similar_pairs",
        least=LEAST_COMMON, part=PART, days=DAYS, most_days=COMMON_DAYS, crowd=CROWD,
    )  # fmt: skip


def rows(connection: Connection, query: str, **values: object) -> list[Any]:
    """The answer to a query in ``queries/stories``."""
    return connection.execute(sql_files.find("stories", query).sql, values).fetchall()
