"""
The command ``python -m bench commands``: what each reading command costs, in logs of several sizes.

Each runs as a process of its own, start-up and all, as people run it: the median of some runs.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import timeline
from timeline.log.append import append_articles

from .multiplied import multiply
from .newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Result = TypeVar("Result")

LIMIT_ROWS = "20"
REPEATED_EVENTS = 100_000
"""A larger log is one of so many events, repeated at other times."""

COMMANDS = {
    "articles": ("articles", "--limit", LIMIT_ROWS),
    "articles of a speaker": ("articles", "--speaker", "{speaker}", "--limit", LIMIT_ROWS),
    "show": ("show", "--limit", LIMIT_ROWS),
    "show of a month": ("show", "--since", "2024-01", "--until", "2024-01", "--limit", LIMIT_ROWS),
    "quotes": ("quotes", "--limit", LIMIT_ROWS),
    "quotes of a month": ("quotes", "--since", "2024-01", "--until", "2024-01", "--limit", LIMIT_ROWS),
    "quotes of a speaker": ("quotes", "--speaker", "{speaker}", "--limit", LIMIT_ROWS),
    "who": ("who", "{speaker}", "--limit", LIMIT_ROWS),
    "speakers": ("speakers", "--limit", LIMIT_ROWS),
    "people list": ("people", "list", "--limit", LIMIT_ROWS),
    "people roles": ("people", "roles", "--limit", LIMIT_ROWS),
    "digest of three days": ("digest", "--since", "2024-01-10", "--until", "2024-01-12"),
    "activity": ("run", "activity", "--limit", LIMIT_ROWS),
    "log": ("log", "--limit", LIMIT_ROWS),
    "history": ("history", "{article}"),
    "revisions": ("revisions", "{article}"),
    "explain": ("explain", "{event}"),
    "status": ("status",),
}
"""Words of the command lines by what they ask; ``{speaker}`` is the one who says most."""


class Cost(NamedTuple):
    """CPU seconds of a command, and the most memory it held, in MB."""

    cpu: float
    peak: float


def known(path: Path) -> dict[str, str]:
    """Somebody and something in a log to ask for."""
    log = timeline.open(path)
    (said,) = log.sql(
        "select any_value(speaker) as speaker, arg_min(article, position) as article, min(event_id) as event"
        " from (select *, count(*) over (partition by speaker) as times from statements where speaker is not null)"
        " group by times order by times desc limit 1"
    )
    return {"speaker": said.speaker, "article": said.article, "event": str(said.event)}


def words(command: str, path: Path, names: dict[str, str]) -> list[str]:
    """The words of a command line."""
    return [*(word.format_map(names) for word in COMMANDS[command]), "--db", str(path)]


def make(path: Path, events: int) -> None:
    """A log of so many made-up events."""
    times = max(1, events // REPEATED_EVENTS)
    with timeline.open(path) as log:
        for group in Newsroom().groups(events // times):
            append_articles(log.event_log, group)
    if times > 1:
        multiply(path, times)


def cost(arguments: list[str]) -> Cost:
    """
    What a command line takes.

    Raises:
        RuntimeError: It failed.
    """
    line = [sys.executable, "-m", "timeline", *arguments]
    nothing = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawn(sys.executable, line, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 1)])
    os.close(nothing)
    _, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError(" ".join(line))
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(paths: dict[str, Path], rounds: int, largest: str) -> Iterator[list[str]]:
    """A line of the table for each command: CPU milliseconds and MB in each log, and growth from first to largest."""
    names = {size: elsewhere(known, path) for size, path in paths.items()}
    for command in COMMANDS:
        costs = {}
        for size, path in paths.items():
            runs = [cost(words(command, path, names[size])) for _ in range(rounds)]
            costs[size] = Cost(median(run.cpu for run in runs), max(run.peak for run in runs))
        first, last = next(iter(costs.values())), costs[largest]
        cells = [text for one in costs.values() for text in (f"{1000 * one.cpu:,.0f}", f"{one.peak:,.0f}")]
        yield [command, *cells, f"{last.cpu / first.cpu:.2f}"]


def elsewhere(work: Callable[..., Result], *given: object) -> Result:
    """Work that a process of its own does: what this one holds counts as held by those that it starts."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def run(folder: Path, sizes: list[int], rounds: int, logs: list[Path]) -> str:
    """Make the logs, ask them and those that are there all there is to ask, and give the table."""
    paths = {f"{size:,}": folder / f"{size}.duckdb" for size in sizes}
    for size, path in zip(sizes, paths.values(), strict=True):
        elsewhere(make, path, size)
    largest = list(paths)[-1]
    paths |= {path.name: path for path in logs}
    headings = ["command", *(f"{what} at {size}" for size in paths for what in ("CPU ms", "MB")), "CPU ×"]
    lines = [headings, ["---", *("---:" for _ in headings[1:])], *measure(paths, rounds, largest)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
