"""Ask the log for what is exported, in one connection, and write it in a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.digests import editions
from timeline.digests.compose import title_of
from timeline.errors import NotFound
from timeline.exporters._told import Citation, Extent, Happening, Source, Statement, Told
from timeline.plugins import discover, ours
from timeline.projections import views
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path
    from types import ModuleType

    from timeline.store.connection import Connection

STATEMENTS = "who_said_what_when"
NAMED = ("since", "until", "speaker", "publisher", "place", "about", "and_about", "not_about")
"""Parameters that a title names."""


def exporter(name: str) -> ModuleType:
    """
    The module of a format.

    Raises:
        NotFound: No such format.
    """
    module = ours("exporters", name) or discover("exporters").get(name)
    if module is None:
        raise NotFound(f"no export format {name!r}; there are {', '.join(('events', *discover('exporters')))}.")
    return module


def export(
    path: Path,
    format_name: str,
    question: Mapping[str, Any],
    *,
    suffix: str | None = None,
    title: str | None = None,
    wait: float,
) -> str | bytes:
    """
    What happened when, of a log, in a format, for a file with a *suffix*: see `ask`.

    Raises:
        NotFound: No such format, no such suffix in it, or no log.
        QueryError: No such parameter, or a value that is not of its type.
    """
    module = exporter(format_name)
    writer = module.WRITERS.get(suffix or next(iter(module.WRITERS)))
    if writer is None:
        raise NotFound(f"{format_name} has no files that end in {suffix}; there are {', '.join(module.WRITERS)}.")
    with connections.reading(path, wait=wait) as connection:
        asked = {"limit": getattr(module, "LIMIT", None), **question}
        told = ask(connection, asked, title=title, statements=getattr(module, "STATEMENTS", False))
    written: str | bytes = writer(told)
    return written


def ask(
    connection: Connection,
    question: Mapping[str, Any],
    *,
    title: str | None = None,
    statements: bool = False,
) -> Told:
    """
    What happened when, with every place where it stands, and what was said.

    Args:
        connection: To the log.
        question: Parameters of the view ``timeline``; *limit* takes the most salient of those that are dated, and so
            many statements, the first. One that ``who_said_what_when`` has not asks for happenings alone.
        title: By default the topic and the range of days, in words.
        statements: What was said is asked for, too.
    """
    question = {name: value for name, value in question.items() if value is not None}
    limit = question.pop("limit", None)
    happened = _chosen(_rows(connection, "timeline", question), limit)
    known = {each.name for each in sql_files.find("views", STATEMENTS).parameters}
    said = _rows(connection, STATEMENTS, question)[:limit] if statements and question.keys() <= known else []
    cited = _citations(connection, [*happened, *said], question)
    lines = tuple(_happening(row, cited) for row in happened), tuple(_said(row, cited) for row in said)
    told = Told(title or "", *lines)
    return told if title else told._replace(title=_title(question, (source.published for source in told.sources)))


def _rows(connection: Connection, view: str, question: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = connection.execute(*views.bind(view, question)).fetchall()
    names = [column[0] for column in connection.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _chosen(rows: list[dict[str, Any]], limit: int | None) -> list[dict[str, Any]]:
    """At most so many rows, in their order: dated ones first, then the most salient, then what most articles tell."""
    if limit is None or len(rows) <= limit:
        return rows

    def weight(place: int) -> tuple[bool, int, int, int]:
        row = rows[place]
        dated = _extent(row, "occurred_from", "occurred_to", "precision", "basis").days is not None
        return not dated, -(row["salience"] or 0), -row["articles"], place

    return [rows[place] for place in sorted(sorted(range(len(rows)), key=weight)[:limit])]


def _citations(
    connection: Connection, rows: Iterable[Mapping[str, Any]], question: Mapping[str, Any]
) -> dict[str, Citation]:
    """Where each event stands, by its id."""
    clocks = {clock: views.moment_text(question.get(clock)) for clock in ("as_of", "reported_until")}
    events = sorted({str(event) for row in rows for event in row["event_ids"]})
    places = connection.execute(sql_files.find("exporters", "places").sql, {"events": events, **clocks}).fetchall()
    articles = sorted({place[1] for place in places})
    texts = connection.execute(sql_files.find("exporters", "texts").sql, {"articles": articles, **clocks}).fetchall()
    sources = {text[0]: Source(*text)._replace(authors=tuple(text[5] or ())) for text in texts}
    return {event: Citation(event, sources[article], *where) for event, article, *where in places if article in sources}


def _extent(row: Mapping[str, Any], start: str, end: str, precision: str, basis: str) -> Extent:
    """When it was; what no time in the text dates had happened by the day it was printed, or is yet to happen."""
    if row[basis] == "publication" and start == "occurred_from":
        return Extent(None, None if row["kind"] == "planned" else row[end], row[precision], row[basis])
    return Extent(row[start], row[end], row[precision], row[basis])


def _happening(row: Mapping[str, Any], cited: Mapping[str, Citation]) -> Happening:
    return Happening(
        when=_extent(row, "occurred_from", "occurred_to", "precision", "basis"),
        text=row["text"],
        subject=tuple(row["subject"] or ()),
        kind=row["kind"],
        modality=row["modality"],
        place=row["place"],
        salience=row["salience"] or 0,
        participants=tuple(row["participants"] or ()),
        places=tuple(row["places"] or ()),
        correction=row["correction"],
        citations=_cited(row, cited),
    )


def _said(row: Mapping[str, Any], cited: Mapping[str, Citation]) -> Statement:
    kept = ("speaker", "source_mention", "cue", "manner", "modality", "quote", "correction")
    return Statement(
        when=_extent(row, "said_from", "said_to", "said_precision", "said_basis"),
        about=tuple(row["about"] or ()),
        citations=_cited(row, cited),
        **{name: row[name] for name in kept},
    )


def _cited(row: Mapping[str, Any], cited: Mapping[str, Citation]) -> tuple[Citation, ...]:
    """Every place of a row, first the one whose words it has."""
    ids = dict.fromkeys(map(str, (row["event_id"], *row["event_ids"])))
    return tuple(cited[event] for event in ids if event in cited)


def _title(question: Mapping[str, Any], published: Iterable[date]) -> str:
    """The topic, and the range asked for, else the days on which the articles were published."""
    asked = editions.parse_request(**{name: question[name] for name in NAMED if question.get(name)})
    return title_of(asked, published)
