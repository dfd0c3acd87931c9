"""
Run a stranger's SQL in a process of its own that can read one log and nothing else.

Called as ``python -m timeline.store.sandbox`` it is that process: a request on standard input, JSON lines out.

What holds it, from the inside out: one statement that only reads; a read-only connection; no files, no network, no
extensions, no Python objects; limits on memory and threads; settings that can no longer be changed; a timer that
interrupts; limits of the operating system; and a parent that kills it when all that fails, and with which it ends.
The statement's type alone would not do: a DELETE or COPY inside a WITH counts as SELECT.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from timeline.errors import IntegrityError, LogError, LogFormatError, LogLocked, NotFound, QueryError
from timeline.json_text import json_text
from timeline.plugins import lazy_module
from timeline.store import definitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from timeline.store import connections, strangers_query
    from timeline.store.connection import Connection
else:  # only the child needs them
    duckdb = lazy_module("duckdb")
    connections = lazy_module("timeline.store.connections")
    strangers_query = lazy_module("timeline.store.strangers_query")

GRACE = 10.0
"""Seconds beyond all its own limits after which the child is killed."""

SPARE_BYTES = 256 << 20
"""What the child may take beside the memory of the query: for reading its rows, for threads' stacks."""
OPEN_FILES = 64
ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
"""What the child is told of its parent's environment, which may hold secrets."""

SETTINGS = (
    "set temp_directory = ''",
    "set enable_external_access = false",
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set allow_community_extensions = false",
    "set python_enable_replacements = false",
    "set threads = 1",
    "set disabled_filesystems = 'LocalFileSystem'",
)

LISTS_NAMES = re.compile(
    r"\bshow\b|\binformation_schema\b|\bpg_catalog\b|\bduckdb_(?:views|functions|columns|tables)\b", re.IGNORECASE
)
"""What lists the views and macros that there are: then all are made."""

STOPPED = 124
"""Exit status of a child that ran on after it had been interrupted."""

HARD_STOP = 2.0
"""Seconds after the interruption: some functions do not look up from their work."""

LOOK_SECONDS = 0.25
"""How often the child looks whether its parent, which alone reads its answer, is still there."""

KIND = re.compile(r"^(?:[A-Z][A-Za-z]* )+Error: ")
"""What DuckDB puts before its messages."""

ERRORS = {cls.__name__: cls for cls in (IntegrityError, LogError, LogFormatError, LogLocked, NotFound, QueryError)}
BATCH = 1000


@frozen(kw_only=True)
class Limits:
    """
    How much a query may take.

    Attributes:
        seconds: Of running and answering.
        rows: Of the answer; the rest is left out.
        bytes: Of the answer as JSON; the rest is left out.
        megabytes: Of memory for the query.
    """

    seconds: float = 30.0
    rows: int = 100_000
    bytes: int = 256_000_000
    megabytes: int = 512


@frozen
class Answer:
    """
    Rows as JSON has them.

    Attributes:
        columns: Names, as the query gives them.
        rows: One value per column.
        cut: There were more rows than the limits allow.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)


def ask(
    path: str | Path,
    query: str,
    parameters: dict[str, str] | None = None,
    *,
    limits: Limits | None = None,
    wait: float = 10,
) -> Answer:
    """
    The answer to one reading statement; ``$name`` in it stands for a parameter's value.

    Raises:
        QueryError: It is no such statement, it fails, or it takes more than *limits* allow.
        LogLocked: Another process wrote for longer than *wait* seconds.
        NotFound: There is no such file.
        LogError: The file cannot be read.
    """
    limits = limits or Limits()
    request = {
        "path": str(path), "query": query, "parameters": parameters or {}, "limits": asdict(limits), "wait": wait,
        "parent": os.getpid(),
    }  # fmt: skip
    environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    command = [sys.executable, "-P", "-m", "timeline.store.sandbox"]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=json.dumps(request).encode(), capture_output=True, env=environment, check=False,
            timeout=limits.seconds + wait + GRACE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise QueryError(_too_slow(limits)) from None
    if done.returncode == STOPPED:
        raise QueryError(_too_slow(limits))
    lines = done.stdout.splitlines()
    last = json.loads(lines[-1]) if lines and lines[-1].startswith(b"{") else {}
    if "error" in last:
        raise ERRORS[last["kind"]](last["error"])
    if "cut" not in last:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said and done.returncode > 0 else "it took more memory than it may"
        raise QueryError(f"the query's process ended with status {done.returncode}: {reason}.")
    columns, *rows = (tuple(json.loads(line)) for line in lines[:-1])
    return Answer(columns, rows, last["cut"])


def _limit_process(limits: Limits, wait: float) -> None:
    """What the operating system is to refuse: writing any file, opening many, using up the machine."""
    seconds = int(limits.seconds + wait + GRACE)
    os.environ.pop("HOME", None)  # DuckDB tells of folders below it
    for what, most in (
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CPU, seconds),
    ):
        _limit(what, most)


def _limit_memory(limits: Limits) -> None:
    """The query's memory beside what the process has taken already."""
    with suppress(FileNotFoundError):  # there is no such file but on Linux
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + int(limits.megabytes * 1e6) + SPARE_BYTES)


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (least, least))


def _define(connection: Connection, query: str) -> None:
    """Make the names that a stranger's statement reads, however it is written."""
    if LISTS_NAMES.search(query):
        connection.define(*definitions.every_key())
    connection.define_all(query)


def _start_timers(connection: Connection, limits: Limits) -> None:
    for timer in (
        threading.Timer(limits.seconds, connection.database.interrupt),
        threading.Timer(limits.seconds + HARD_STOP, os._exit, (STOPPED,)),
    ):
        timer.daemon = True
        timer.start()


def _end_with(parent: int) -> None:
    """Let this process end soon after the one that started it, however that ends."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os._exit(STOPPED)


def _answer(request: dict[str, Any]) -> Iterator[str]:
    """The lines that answer a request: the columns, the rows, and how it ended."""
    limits = Limits(**request["limits"])
    threading.Thread(target=_end_with, args=(request["parent"],), daemon=True).start()
    _limit_process(limits, request["wait"])
    settings = (*SETTINGS, f"set memory_limit = '{int(limits.megabytes)}MB'", "set lock_configuration = true")
    with connections.reading(Path(request["path"]), wait=request["wait"], settings=settings) as connection:
        statement = strangers_query.reading_statement(connection, request["query"])
        _limit_memory(limits)
        _define(connection, request["query"])
        _start_timers(connection, limits)
        found = connection.execute(statement, request["parameters"])
        yield json_text([column[0] for column in found.description])
        rows, size = 0, 0
        while batch := connection.fetchmany(BATCH):
            for row in batch:
                line = json_text(row)
                rows, size = rows + 1, size + len(line)
                if rows > limits.rows or size > limits.bytes:
                    yield json_text({"cut": True})
                    return
                yield line
    yield json_text({"cut": False})


def _sentence(error: Exception, limits: Limits) -> tuple[str, str]:
    """What went wrong, as the class of our errors that says it and one sentence."""
    kinds = {type(each).__name__ for each in (error, error.__cause__)}
    if kinds & {"MemoryError", "OutOfMemoryException"}:
        return (
            "QueryError",
            f"the query needs more than {limits.megabytes} MB of memory: ask for less, or raise --memory.",
        )
    if type(error).__name__ in ERRORS:
        return type(error).__name__, str(error)
    text = str(error).strip()
    if type(error).__name__ == "InterruptException":
        return "QueryError", _too_slow(limits)
    if "pytz" in text:
        return "QueryError", "times with a time zone cannot be shown: cast them, as in `now()::timestamp`."
    sentence = KIND.sub("", " ".join(text.split("\n\n")[0].split()))
    return "QueryError", sentence or type(error).__name__


def _too_slow(limits: Limits) -> str:
    return f"the query was stopped after {limits.seconds:g} s: ask for less, or raise --timeout."


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    out = sys.stdout
    out.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for line in _answer(request):
            out.write(line + "\n")
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is to hear of it
        kind, sentence = _sentence(error, Limits(**request["limits"]))
        out.write(json_text({"error": sentence, "kind": kind}) + "\n")
    out.flush()


if __name__ == "__main__":
    main()
