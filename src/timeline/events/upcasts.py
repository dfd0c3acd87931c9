"""
The steps that bring payloads of earlier versions into their newest form; those of later versions are refused.

Each step is a file ``queries/upcasts/<type>.<version>.sql``: a header ``upcast: <type>@<version> to <version + 1>`` and
one SQL expression over ``data``, the payload as JSON text. A type's steps are a chain from version 1 to its newest.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from timeline import _resources, sql_files
from timeline.errors import CatalogueError
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.events import codec
    from timeline.sql_files import Query
else:  # types of ours need no records
    codec = lazy_module("timeline.events.codec")

STEP = re.compile(r"(?P<type>\w+)@(?P<first>[1-9]\d*) to (?P<next>[1-9]\d*)")


def newest_version(type_name: str) -> int | None:
    """The version of a type that is written; None for an unknown type."""
    published = _published_versions().get(type_name)
    if published is not None:
        return published
    try:
        return codec.event_type(type_name).version
    except CatalogueError:
        return None


def check_steps() -> None:
    """
    The steps of every type are a chain from version 1 to its newest: no gap, no cycle, nothing twice.

    Raises:
        CatalogueError: They are not; the message names the file.
    """
    steps: dict[tuple[str, int], str] = {}
    for query in sql_files.load("upcasts").values():
        kind, version = _step_of(query)
        if (kind, version) in steps:
            raise CatalogueError(
                f"{steps[kind, version]}.sql and {query.name}.sql both upcast {kind}@{version}: delete one of them."
            )
        steps[kind, version] = query.name
        if version >= (last := newest_version(kind) or 0):
            there = f"{kind} has version {last}" if last else f"there is no event type {kind}"
            raise CatalogueError(f"upcasts/{query.name}.sql leads to {kind}@{version + 1}, but {there}: delete it.")
    for kind, last in sorted(
        {**_published_versions(), **{kind: newest_version(kind) or 0 for kind, _ in steps}}.items()
    ):
        for version in range(1, last):
            if (kind, version) not in steps:
                raise CatalogueError(f"nothing upcasts {kind}@{version}: write queries/upcasts/{kind}.{version}.sql.")


def upcast_stages(source: str = "log") -> list[str]:
    """Common table expressions from a relation like the log to ``upcast``, the same in the newest versions."""
    check_steps()
    found = []
    for query in sorted(sql_files.load("upcasts").values(), key=_step_of):
        kind, version = _step_of(query)
        applies = f"type = '{kind}' and schema_version = {version} and data is not null"
        name = f"upcast_{kind}_{version}"
        found.append(
            f"""{name} as (
                select * replace (
                    case when {applies} then cast(({query.sql}\n) as varchar) else data end as data,
                    case when {applies} then {version + 1} else schema_version end as schema_version
                ) from {source}
            )"""
        )
        source = name
    return [*found, f"upcast as (select * from {source})"]


def refusal(kinds: Iterable[tuple[str, int]]) -> str | None:
    """Why a log with events of these types and versions is not for us, as half a sentence; None when it is."""
    for kind, version in kinds:
        last = newest_version(kind)
        if last is None:
            return f"holds {kind} events, which are not known here"
        if version > last:
            return f"holds {kind} events of version {version}, newer than {last}"
    return None


def _step_of(query: Query) -> tuple[str, int]:
    """Type and version that a file starts from."""
    found = STEP.fullmatch((query.header.get("upcast") or [""])[0])
    if found is None:
        raise CatalogueError(f"upcasts/{query.name}.sql: its first line has to read `-- upcast: <type>@1 to 2`.")
    kind, version = found["type"], int(found["first"])
    if int(found["next"]) != version + 1:
        raise CatalogueError(
            f"upcasts/{query.name}.sql leads from {version} to {found['next']}, not to the next version."
        )
    if query.name not in (f"{kind}.{version}", f"{kind}.{version:02}"):
        raise CatalogueError(f"upcasts/{query.name}.sql upcasts {kind}@{version}: name it {kind}.{version}.sql.")
    return kind, version


@cache
def _published_versions() -> dict[str, int]:
    """Newest versions by type, read from the catalogue's files: no record is imported for that."""
    return dict(_newest_schemas())


def _newest_schemas() -> Iterator[tuple[str, int]]:
    """Each type of the catalogue and its newest version with a schema."""
    for folder in _resources.catalogue().iterdir():
        versions = [int(path.name.split(".")[0]) for path in folder.glob("*.schema.json")]
        if versions:
            yield folder.name, max(versions)
