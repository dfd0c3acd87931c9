"""A piece of work that is disturbed, an append or an erasure, and what has to hold whatever comes."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import timeline
from timeline.errors import QueryError

from .checking import problems
from .newspaper import article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import CompletedProcess

    from timeline.api.timeline import Timeline

FEED, LOG = "feed.jsonl", "log.duckdb"
GONE, NEW, KEPT = "gone", "new", "kept"

WORK: dict[str, tuple[list[str], Callable[[Timeline], object]]] = {
    "append": (["append", FEED], lambda log: log.append(article(NEW))),
    "erase": (["erase", GONE, "--reason", "kill notice"], lambda log: log.erase(GONE, reason="kill notice")),
}
"""The command line that is disturbed, and the same afterwards in peace."""

ENDED = (0, 1, 3, 4)
"""Exit statuses that a fault may end in: done, refused, not taken in; 4 when what was read is not what was written."""


def prepare(folder: Path) -> None:
    """A log of a few articles, and a feed with another."""
    log = timeline.open(folder / LOG)
    for key in (GONE, KEPT):
        log.append(article(key))
    given = article(NEW)
    row = {"id": NEW, "published": "2026-03-04", "title": given.title, "text": given.text}
    (folder / FEED).write_text(json.dumps(row) + "\n", "utf-8")


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of a folder that goes away at the end."""
    with tempfile.TemporaryDirectory() as place:
        yield Path(shutil.copytree(folder, Path(place) / "log"))


def command(folder: Path, work: str) -> list[str]:
    """The words of the command line, to be run from anywhere."""
    given = [str(folder / word) if word == FEED else word for word in WORK[work][0]]
    return [sys.executable, "-m", "timeline", *given, "--db", str(folder / LOG)]


def aftermath(folder: Path, work: str, done: CompletedProcess[str]) -> Iterator[str]:
    """What is wrong after a command line was disturbed, a sentence each; the work is done again at the end."""
    try:
        yield from _wrong(folder, work, done)
    except Exception as error:  # noqa: BLE001 - whatever is raised here is what the fault did
        yield f"then raised {error!r}"


def _wrong(folder: Path, work: str, done: CompletedProcess[str]) -> Iterator[str]:
    path, said = folder / LOG, done.stderr.splitlines()
    if done.returncode not in ENDED or (done.returncode and not said):
        yield f"ended with status {done.returncode}: {done.stderr[-300:]}"
    if any(not line.startswith("timeline: ") or "(a bug" in line for line in said):
        yield f"said: {done.stderr[-500:]}"
    yield from problems(path, [], {GONE} if work == "erase" and not done.returncode else set())
    query = "select distinct article from log where data is not null"
    there = {row.article for row in timeline.open(path).sql(query)}
    if KEPT not in there or (work == "append" and not done.returncode and NEW not in there):
        yield "lost: what was acknowledged"
    with suppress(QueryError):  # it was erased, but for the answer
        WORK[work][1](timeline.open(path))
    yield from (f"and done again: {one}" for one in problems(path, [], {GONE} if work == "erase" else set()))
