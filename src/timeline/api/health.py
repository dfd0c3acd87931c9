"""Whether all is well with an installation and a log: one finding after the other, none of which stops the rest."""

from __future__ import annotations

import os
import platform
import re
import shutil
import stat
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.errors import NotFound, TimelineError
from timeline.extras import DISTRIBUTION, PURPOSES
from timeline.plugins import ROOMS, installed
from timeline.store import connections
from timeline.store.definitions import STORED
from timeline.store.lock import holder
from timeline.store.lock_holder import Holder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.api.maintenance import Maintenance

State = Literal["ok", "missing", "problem"]

LEAST_FREE_BYTES = 100_000_000
"""A disk with less free is nearly full, whatever the size of the log."""

UNITS = (("GB", 10**9), ("MB", 10**6), ("kB", 10**3))

REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^]]*\])?[^;]*?(?:>=([\d.]+)[^;]*)?(?:;.*extra == ['\"]([\w-]+)['\"])?")
"""What the metadata of a distribution say that it needs: a name, the least version, and for which extra."""


class Finding(NamedTuple):
    """
    What was found on one point.

    Attributes:
        check: What was looked at.
        state: It is as it should be; an optional part is missing; or something has to be done.
        found: What there is.
        note: What to do, or what it is for; None for nothing.
        error: What went wrong, when that says more about the kind of problem.
    """

    check: str
    state: State
    found: str
    note: str | None = None
    error: TimelineError | None = None


def examine(
    log: Maintenance, *, expected: bool = True, progress: Callable[[int], None] | None = None
) -> Iterator[Finding]:
    """
    All findings, the installation's before the log's.

    Args:
        log: Where the log is, or would be.
        expected: There should be one; that there is none is a problem then.
        progress: Told the position reached while the log is verified.
    """
    yield from _versions()
    yield from _extras()
    yield _plugins()
    yield _disk(log.path)
    if log.path.exists():
        yield from _file(log.path)
        yield from _contents(log, progress)
        return
    advice = "append an article, or name another file with --db"
    missing = NotFound(f"no log at {log.path}: {advice}.") if expected else None
    yield Finding("log", "problem" if expected else "missing", f"none at {log.path}", advice, missing)
    yield Finding("clock", "ok", _now())


def _versions() -> Iterator[Finding]:
    """This package with its place, Python, and each library that is always needed."""
    place = Path(__file__).parent.parent
    try:
        ours, needed = metadata.version(DISTRIBUTION), metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Finding("timeline", "problem", f"run from {place}, not installed", "pip install .")
        ours, needed = "", []
    if ours:
        yield Finding("timeline", "ok", f"{ours} in {place}")
    yield Finding("Python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for requirement in needed:
        if (found := REQUIREMENT.match(requirement)) and not found[3]:
            lack = _lack(found[1], found[2])
            version = lack or metadata.version(found[1])
            advice = f"pip install --upgrade {DISTRIBUTION}" if lack else None
            yield Finding("DuckDB" if found[1] == "duckdb" else found[1], "problem" if lack else "ok", version, advice)


def _extras() -> Iterator[Finding]:
    """Each optional part: whether its libraries are installed, and what it is for."""
    try:
        needed = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return
    wanted = [found for requirement in needed if (found := REQUIREMENT.match(requirement))]
    for extra, purpose in PURPOSES.items():
        libraries = [(found[1], found[2]) for found in wanted if found[3] == extra and found[1] != DISTRIBUTION]
        lacking = [lack for name, least in libraries if (lack := _lack(name, least))]
        present = ", ".join(f"{name} {metadata.version(name)}" for name, least in libraries if not _lack(name, least))
        note = f"{purpose}: pip install '{DISTRIBUTION}[{extra}]'" if lacking else purpose
        yield Finding(f"extra {extra}", "missing" if lacking else "ok", ", ".join(lacking) or present, note)


def _lack(name: str, least: str | None) -> str | None:
    """What is wrong with an installed library, in a few words; None for nothing."""
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"{name} is not installed"
    return f"{name} {version} is older than {least}" if least and _numbers(version) < _numbers(least) else None


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)[:3]]


def _plugins() -> Finding:
    """How many plug-ins of installed packages there are, and which of them are left out."""
    theirs = [plugin for room in ROOMS for plugin in installed(room) if plugin.package]
    broken = [f"{plugin}: {plugin.problem}" for plugin in theirs if plugin.problem]
    found = "; ".join(broken) or f"{len(theirs)} from installed packages"
    return Finding("plug-ins", "problem" if broken else "ok", found, "mend or uninstall it" if broken else None)


def _disk(path: Path) -> Finding:
    """Room for the log to be copied or rebuilt."""
    folder = next(parent for parent in path.absolute().parents if parent.is_dir())
    free = shutil.disk_usage(folder).free
    size = path.stat().st_size if path.exists() else 0
    short = free < max(LEAST_FREE_BYTES, size)
    advice = "make room: a backup or a rebuild takes as much as the log" if short else None
    return Finding("disk", "problem" if short else "ok", f"{_readable(free)} free in {folder}", advice)


def _file(path: Path) -> Iterator[Finding]:
    """Size and permissions of the log's file, and who uses it now."""
    stated = path.stat()
    exposed = bool(stated.st_mode & stat.S_IWOTH)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    found = f"{path}, {_readable(stated.st_size)}, {stat.filemode(stated.st_mode)}"
    advice = f"anybody can change it: chmod o-w {path}" if exposed else None if writable else "you can only read it"
    yield Finding("log", "problem" if exposed else "ok", found, advice)
    try:
        user = holder(path)
    except TimelineError as error:
        yield Finding("lock", "problem", str(error), None, error)
        return
    who = "another process" if user.process is None else f"process {user.process}"
    doing = {True: " (writing)", False: " (reading)", None: ""}[user.writes]
    yield Finding("lock", "ok", "nobody uses it" if user == Holder() else f"{who}{doing} uses it")


def _contents(log: Maintenance, progress: Callable[[int], None] | None) -> Iterator[Finding]:
    """Format, tables and clock of a log, and whether it holds what was appended."""
    check = "format"
    try:
        with connections.reading(log.path, wait=log.wait, as_is=True) as connection:
            found = connection.execute(f"select value from {STORED}.meta where key = 'format'").fetchall()
        yield Finding(check, "ok", f"log format {found[0][0]}")
        check = "verify"
        verified = log.verify(progress=progress)
        if verified.problems:
            more = len(verified.problems) + verified.more - 1
            rest = f" (and {more:,} more)" if more else ""
            first = verified.problems[0]
            yield Finding(check, "problem", f"{first}{rest}", "`timeline verify` lists all: restore a backup", first)
            return
        yield Finding(check, "ok", f"intact: {verified.events:,} events in {verified.heads:,} commits")
        check = "tables"
        status = log.status()
        state, _, advice = str(status["projections"]).partition(": ")
        yield Finding(check, "problem" if advice else "ok", state, advice or None)
        ahead = status.get("clock")
        yield Finding("clock", "problem" if ahead else "ok", _now(), str(ahead).rstrip(".") if ahead else None)
    except TimelineError as error:
        yield Finding(check, "problem", str(error), None, error)


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _readable(size: int) -> str:
    """Bytes in the unit that leaves three digits or fewer before the point."""
    unit, divisor = next((each for each in UNITS if size >= each[1]), ("bytes", 1))
    return f"{size / divisor:,.1f} {unit}" if divisor > 1 else f"{size} bytes"
