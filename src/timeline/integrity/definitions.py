"""Compare what is defined in a log's file, and what its projections hold, with what timeline makes there."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from timeline import sql_files
from timeline.errors import IntegrityError, LogFormatError
from timeline.projections import tables
from timeline.store import catalogue, connections, definitions, opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store.catalogue import Definition
    from timeline.store.connection import Connection

CODE = ("view", "macro", "table macro")
MACRO = re.compile(r"CREATE MACRO (\S+)")


class Made(NamedTuple):
    """What timeline makes in a file: all that the catalogue tells of it, and the lines of its export."""

    definitions: list[Definition]
    export: list[str]


def compare_definitions(connection: Connection, ours: Made | None = None) -> list[IntegrityError]:
    """
    What in the file is not of timeline's making, what is missing, and what stands in tables that take nothing.

    Where another version of timeline made the projections, they and the views and macros are passed over. *ours* is
    what `made` gives.
    """
    ours = made() if ours is None else ours
    made_here, found = Counter(_made(connection, ours)), Counter(_found(connection))
    spare, lacking = found - made_here, made_here - found
    replaced = {each.place for each in spare}
    return [
        *(_problem(f"the {each} is not of timeline's making", each) for each in spare),
        *(_problem(f"the {each} is missing", each) for each in lacking if each.place not in replaced),
        *(_defaults(connection, ours) if not spare and not lacking else ()),
        *_notes(connection),
    ]


def compare_projections(connection: Connection) -> list[IntegrityError]:
    """Projections that are not what a rebuild would make of the log."""
    if not tables.is_current(connection):
        return [IntegrityError("projections: they are of another version: run `timeline rebuild`.", column="queries")]
    try:
        compared = tables.compare_with_rebuild(connection)
    except connections.DatabaseError as error:
        if opening.is_damage(error):
            raise
        said = f"projections: no rebuild can read the log, restore a backup. ({opening.said(error)})"
        return [IntegrityError(said, column="projections")]
    return [
        IntegrityError(
            f"projection {each.projection}: {each.missing:,} rows missing, {each.spurious:,} too many:"
            " run `timeline rebuild`.",
            column=each.projection,
        )
        for each in compared
        if not each.agrees
    ]


def restore_definitions(connection: Connection) -> list[str]:
    """
    Take out of the file what is not of timeline's making, and put back the triggers that are; says what was done.

    Views and macros go whoever made them: rebuilding the projections makes ours anew.

    Raises:
        LogFormatError: A table of the log itself is missing, or another one than ours.
    """
    made_here, found = Counter(_made(connection)), Counter(_found(connection))
    spare, lacking = found - made_here, made_here - found
    if lost := [each for each in (*spare, *lacking) if _is_lost(each)]:
        raise LogFormatError(f"the {lost[0]} is not as timeline makes it: restore a backup.")
    code = [each for each in catalogue.read(connection) if each.kind in CODE]
    catalogue.remove(connection, [*code, *(each for each in spare if each.kind not in CODE)])
    triggers = [each for each in lacking if each.kind == "trigger"]
    with connection.within_file():
        for each in triggers:
            connection.database.execute(each.sql)
    connection.execute("delete from stored.guard")
    return [f"the {each} was removed" for each in spare] + [f"the {each} was put back" for each in triggers]


def _is_lost(each: Definition) -> bool:
    """It is a table that nothing else in the file can replace."""
    return each.kind == "table" and each.schema == "main" and each.name in definitions.TABLES


def made() -> Made:
    """What timeline makes in a file."""
    return _made_by(tables.fingerprint(), *(sql_files.find("log", name).sql for name in opening.CREATE))


@lru_cache(maxsize=1)
def _made_by(*_: str) -> Made:
    """What is made by the files in ``queries/``, which are given to be told from others."""
    with opening.in_memory() as log:
        tables.rebuild(log)
        return Made(catalogue.read(log), _export(log))


def _export(connection: Connection) -> list[str]:
    """
    The lines of an export of the tables, views and macros in a file, without rows.

    It tells what the catalogue does not: the defaults of macros' parameters.
    """
    with TemporaryDirectory() as folder, connection.cursor() as own:
        place, copied = folder.replace("'", "''"), f'"{Path(folder).name}"'
        own.database.execute(f"attach ':memory:' as {copied}")
        try:
            own.database.execute(f"copy from database {definitions.STORED} to {copied} (schema)")
            own.database.execute(f"export database {copied} to '{place}'")
        finally:
            own.database.execute(f"detach {copied}")
        return catalogue.steady((Path(folder) / "schema.sql").read_text("utf-8")).splitlines()


def _defaults(connection: Connection, ours: Made) -> Iterator[IntegrityError]:
    """Macros of a file that differ from ours in nothing but the defaults of their parameters."""
    if not tables.is_current(connection):
        return
    for line in sorted((Counter(_export(connection)) - Counter(ours.export)).keys()):
        name = found[1] if (found := MACRO.match(line)) else line
        yield IntegrityError(
            f"definitions: the macro {name} is not of timeline's making: run `timeline rebuild`.", column="definitions"
        )


def _made(connection: Connection, ours: Made | None = None) -> list[Definition]:
    """What timeline makes in a file of this format, as far as it is looked at."""
    ours = made() if ours is None else ours
    newer = "from meta where key = 'format' and value <> '1'"
    has_batches = "batches" in connection.tables or connection.execute(newer).fetchall()
    return _looked_at(connection, [each for each in ours.definitions if each.name != "batches" or has_batches])


def _found(connection: Connection) -> list[Definition]:
    return _looked_at(connection, catalogue.read(connection))


def _looked_at(connection: Connection, found: list[Definition]) -> list[Definition]:
    if tables.is_current(connection):
        return found
    derived = definitions.derived()
    return [each for each in found if each.kind not in CODE and not (each.kind == "table" and each.name in derived)]


def _problem(found: str, each: Definition) -> IntegrityError:
    if _is_lost(each):
        return IntegrityError(f"tables: {found}: restore a backup.", column="tables")
    column = "projections" if each.kind == "table" and each.name in definitions.derived() else "definitions"
    return IntegrityError(f"{column}: {found}: run `timeline rebuild`.", column=column)


def _notes(connection: Connection) -> Iterator[IntegrityError]:
    """Rows where none may be, and notes that say two things."""
    if "guard" in connection.tables and connection.execute("from guard limit 1").fetchall():
        yield IntegrityError("guard: the table holds rows: run `timeline rebuild`.", column="guard")
    for (key,) in connection.execute("select key from meta group by key having count(*) > 1 order by key").fetchall():
        yield IntegrityError(f"meta: {key} is stated twice: restore a backup.", column="meta")
