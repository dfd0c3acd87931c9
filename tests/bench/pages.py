"""
The command ``python -m bench pages``: how long the server of pages takes, in logs of several sizes.

Each page is asked for over HTTP, in turns with one that reads no log; then many readers ask at once while articles are
appended by another process.
"""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import timeline

from .commands import elsewhere, known, make

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.synchronize import Event
    from pathlib import Path

EMPTY = "/help"
"""A page that reads no log."""

READERS = 50
READING_SECONDS = 30
ADDRESS = re.compile(rb"http://([\d.]+):(\d+)/")


ANEW = "n={}"
"""What makes an address that was not asked for, of the same page: names that are not known mean nothing."""


class Answer(NamedTuple):
    """Seconds until the first byte came and until the last, bytes, and the status."""

    first: float
    whole: float
    size: int
    status: int


def addresses(path: Path) -> dict[str, str]:
    """Each page, by its name, with something in the log to show."""
    names = elsewhere(known, path)
    story = elsewhere(_story, path)
    day = elsewhere(_last_day, path)
    month = f"since={day - timedelta(days=30)}&until={day}"
    speaker = names["speaker"].replace(" ", "%20")
    found = {
        "timeline": "/", "timeline of a month": f"/?{month}", "timeline of all": "/?range=all",
        "timeline by person": "/?lanes=person", "timeline about a word": "/?about=harbour",
        "event": f"/event/{names['event']}", "article": f"/article/{names['article']}", "articles": "/articles",
        "people": "/people", "person": f"/person/{speaker}", "matrix": "/matrix", "stories": "/stories",
        "digests": "/digests", "digest": f"/digest/day/{day}", "search": f"/search?q={speaker}", "log": "/log",
    }  # fmt: skip
    return found | ({"story": f"/story/{quote(story)}"} if story else {})


def _story(path: Path) -> str | None:
    rows = [row.story for row in timeline.open(path).run("stories", min_articles=1, limit=1)]
    return rows[0] if rows else None


def _last_day(path: Path) -> date:
    (row,) = timeline.open(path).sql("select max(published) as day from articles")
    return row.day


@contextmanager
def serving(path: Path) -> Iterator[tuple[tuple[str, int], float]]:
    """A server of its own: its address, and the seconds until it answered."""
    line = [sys.executable, "-m", "timeline", "serve", "--port", "0", "--db", str(path)]
    began = time.perf_counter()
    with subprocess.Popen(line, stderr=subprocess.PIPE) as child:
        assert child.stderr is not None
        told = ADDRESS.search(child.stderr.readline())
        try:
            if told is None:
                raise RuntimeError("the server did not start")
            place = (told[1].decode(), int(told[2]))
            ask(place, EMPTY)
            yield place, time.perf_counter() - began
        finally:
            child.terminate()


def ask(place: tuple[str, int], address: str) -> Answer:
    """Ask for a page, on a connection of its own."""
    connection = http.client.HTTPConnection(*place, timeout=60)
    began = time.perf_counter()
    connection.request("GET", address)
    response = connection.getresponse()
    start = response.read(1)
    first = time.perf_counter() - began
    size = len(start) + len(response.read())
    connection.close()
    return Answer(first, time.perf_counter() - began, size, response.status)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of them is not above."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def measure(path: Path, rounds: int) -> Iterator[list[str]]:
    """
    A line of the table for each page: milliseconds to the first byte where it is worked out and where it was before,
    the same of the empty page, and its size.
    """
    with serving(path) as (place, up):
        yield ["(server is up)", f"{1000 * up:,.0f}", "", "", "", ""]
        for name, address in addresses(path).items():
            ask(place, address)
            anew = [f"{address}{'&' if '?' in address else '?'}{ANEW.format(number)}" for number in range(rounds)]
            turns = [(ask(place, each), ask(place, address), ask(place, EMPTY)) for each in anew]
            if wrong := {answer.status for turn in turns for answer in turn} - {200}:
                raise RuntimeError(f"{address}: {wrong}")
            firsts = [[answer.first for answer in each] for each in zip(*turns, strict=True)]
            found = [quantile(firsts[0], 0.5), *(quantile(each, 0.95) for each in firsts)]
            size = max(answer.size for _, answer, _ in turns)
            yield [name, *(f"{1000 * each:,.1f}" for each in found), f"{size / 1000:,.0f}"]
        yield ["**50 readers, one appends**", *_at_once(path, place), "", ""]


def _at_once(path: Path, place: tuple[str, int]) -> list[str]:
    """Many ask for pages at random while another process appends: p50, p99, and how many failed."""
    found = list(addresses(path).values())
    answers: list[Answer] = []
    failed = count()
    context = get_context("spawn")
    ended = context.Event()
    writer = context.Process(target=_append, args=(path, ended))
    writer.start()
    until = time.perf_counter() + READING_SECONDS

    def read(number: int) -> None:
        for each in count(number):
            if time.perf_counter() > until:
                return
            try:
                answer = ask(place, found[each % len(found)])
            except OSError:
                next(failed)
                continue
            answers.append(answer)
            if answer.status != 200:
                next(failed)

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    ended.set()
    writer.join()
    times = [answer.first for answer in answers]
    median, late = (f"{1000 * quantile(times, share):,.0f}" for share in (0.5, 0.99))
    return [median, f"p99 {late}", f"{next(failed)} of {len(answers):,} failed"]


def _append(path: Path, ended: Event) -> None:
    """An article a second, as a newsroom does."""
    log = timeline.open(path)
    for number in count():
        if ended.wait(1):
            return
        text = f"The harbour of Port Ellis was closed for {number + 2} days on Monday. “We wait,” said Ann Lee."
        log.append([timeline.Article(key=f"bench {number}", text=text, published="2026-03-04")])


def run(folder: Path, sizes: list[int], rounds: int, logs: list[Path]) -> str:
    """Make the logs, serve them and those that are there, and give the tables."""
    paths = {f"{size:,} events": folder / f"{size}.duckdb" for size in sizes}
    for size, path in zip(sizes, paths.values(), strict=True):
        elsewhere(make, path, size)
    parts = []
    for size, path in (paths | {path.name: path for path in logs}).items():
        headings = [f"page, {size}", "first byte p50 ms", "p95", "p95 again", "p95 of an empty page", "kB"]
        lines = [headings, ["---", *("---:" for _ in headings[1:])], *measure(path, max(rounds, 20))]
        parts.append("".join(f"| {' | '.join(line)} |\n" for line in lines))
    return "\n".join(parts)
