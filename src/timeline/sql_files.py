"""Load the SQL files: a comment header of ``key: value`` lines, then one statement."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline import _resources
from timeline.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path

HEADER_LINE = re.compile(r"-- ([a-z]+):\s+(.*)")
PARAMETER = re.compile(r"(?P<name>\w+)\s+(?P<type>[\w\[\]]+)\s*=\s*(?P<default>\S+)\s*(?P<meaning>.*)")
COLUMN_NOTE = re.compile(r"(\w+),?\s+-- (.+)")


class Parameter(NamedTuple):
    """A named value of a query: its SQL type, its default as SQL text, and what it means."""

    name: str
    type: str
    default: str
    meaning: str


class Query(NamedTuple):
    """
    A file of SQL.

    Attributes:
        name: The file's name without suffix.
        header: Values of each header key, in the order of the lines.
        about: The prose of the header.
        sql: The statement, comments kept.
        parameters: What ``$name`` stands for in it.
        fingerprint: Hash of header and statement: another one means that what it built is out of date.
    """

    name: str
    header: dict[str, list[str]]
    about: str
    sql: str
    parameters: tuple[Parameter, ...]
    fingerprint: str

    def value(self, key: str) -> str:
        """The one value of a header key."""
        (value,) = self.header[key]
        return value

    @property
    def column_notes(self) -> dict[str, str]:
        """Trailing comments by the column they stand behind."""
        return {found[1]: found[2].strip() for found in COLUMN_NOTE.finditer(self.sql)}


def parse(name: str, text: str) -> Query:
    """Split a file into header, prose, parameters and statement."""
    header: dict[str, list[str]] = {}
    about: list[str] = []
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if not line.startswith("--")), len(lines))
    for line in lines[:first]:
        if found := HEADER_LINE.match(line):
            header.setdefault(found[1], []).append(found[2].strip())
        elif words := line.removeprefix("--").strip():
            about.append(words)
    parameters = tuple(_parameter(name, value) for value in header.get("parameter", ()))
    sql = "\n".join(lines[first:]).strip().removesuffix(";")
    fingerprint = hashlib.sha256(f"{header}{sql}".encode()).hexdigest()
    return Query(name, header, " ".join(about), sql, parameters, fingerprint)


def _parameter(name: str, value: str) -> Parameter:
    found = PARAMETER.fullmatch(value)
    if found is None:
        raise ValueError(f"{name}.sql: write a parameter as `name type = default meaning`, not {value!r}.")
    return Parameter(**found.groupdict())


@cache
def load(room: str) -> dict[str, Query]:
    """The queries of a folder by name, sorted."""
    folder: Path = _resources.queries() / room
    return {path.stem: parse(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.sql"))}


def find(room: str, name: str) -> Query:
    """
    One query.

    Raises:
        NotFound: No file of that name; the message lists those that are there.
    """
    try:
        return load(room)[name]
    except KeyError:
        raise NotFound(f"no {room.removesuffix('s')} named {name!r}; there are {', '.join(load(room))}.") from None


def in_order(room: str, reads: str = r"\b{}\(") -> list[Query]:
    """The queries of a folder, those first that others read; *reads* is how one is named there, as a pattern."""
    waiting = dict(load(room))
    ready: list[Query] = []
    while waiting:
        name = next(
            name for name, query in waiting.items()
            if not any(re.search(reads.format(other), query.sql) for other in waiting if other != name)
        )  # fmt: skip
        ready.append(waiting.pop(name))
    return ready
