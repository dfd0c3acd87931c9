"""Write the pages of a log as files: from the first pages along their links, until all that can be reached is there."""

from __future__ import annotations

import shutil
from collections import deque
from typing import TYPE_CHECKING

from timeline.errors import NotFound
from timeline.store import connections
from timeline.web import rendering
from timeline.web.asked import Asked
from timeline.web.assets import STATIC, static
from timeline.web.site.addresses import Address, pages, read
from timeline.web.site.folder import WAITING, Folder
from timeline.web.site.links import hrefs, relative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from timeline.api.timeline import Timeline

FIRST = ("/", "/?range=all", "/stories", "/people", "/matrix", "/articles", "/digests", "/log", "/help")

THINGS = frozenset(("event", "article", "person", "story"))
"""Pages that are written wherever something leads to them."""

LISTS = frozenset(("timeline", "story", "person"))
"""Pages on which days have a place that can be led to."""


class Site:
    """
    The pages that are written, each under its file.

    Attributes:
        files: Of the pages that there are, in the order in which they were found.
        days: Of lists of days, by page without days: the file on which a day stands first.
    """

    def __init__(self, log: Timeline, moment: datetime, folder: Folder) -> None:
        self.log, self.moment, self.folder = log, moment, folder
        self.files: dict[str, Address] = {}
        self.days: dict[tuple[str, str], dict[str, str]] = {}
        self.waiting: deque[Address] = deque()
        self.known: set[str] = set()

    def find(self, done: Callable[[int, int], None]) -> None:
        """Make each page that can be reached, and put it aside."""
        for url in FIRST:
            self._await(url)
        while self.waiting:
            address = self.waiting.popleft()
            self.folder.check(address.file)  # before all others are made
            with_links = self._made(address)
            if with_links is None:
                continue
            self._aside(address.file).write_bytes(with_links.encode("utf-8", "replace"))
            self.files[address.file] = address
            done(len(self.files), len(self.files) + len(self.waiting))

    def finish(self) -> Iterator[str]:
        """Write each page with its links; the names of all files of the site."""
        for file in self.files:
            text = self._aside(file).read_text("utf-8")
            self.folder.write(file, relative(text, file, self.target).encode())
            yield file
        for name in STATIC:
            self.folder.write(f"static/{name}", static(name))
            yield f"static/{name}"

    def target(self, url: str) -> str | None:
        """The file, and the place in it, that an address of the server leads to in the site."""
        found = read(url)
        if found is None:
            return None
        address, place = found
        if address.days is None:
            return (f"{address.file}#{place}" if place else address.file) if address.file in self.files else None
        first, last = address.days
        days = self.days.get((address.page, address.path), {})
        day = min((day for day in days if first <= day <= last), default=None)
        return f"{days[day]}#day-{day}" if day else None

    def _made(self, address: Address) -> str | None:
        """A page as it is served; None where nothing has that name."""
        given = {name: (value,) for name, value in address.given} | {"as_of": (str(self.moment),)}
        asked = Asked(self.log, address.path, dict(address.parts), given, {}, moment=self.moment)
        try:
            page = pages()[address.page][1].answer(asked)
        except NotFound:
            return None
        text = rendering.html(page, asked)
        for url in hrefs(text):
            self._follow(address, url)
        if page.next:
            self._await(page.next)
        if address.page in LISTS:
            days = self.days.setdefault((address.page, address.path), {})
            for day in page.values.get("days", ()):
                name = day["day"] if isinstance(day, dict) else day[0]
                if name is not None:
                    days.setdefault(str(name), address.file)
        return text

    def _follow(self, source: Address, url: str) -> None:
        """A link may lead to a page that is to be written."""
        found = read(url)
        if found is None:
            return
        address, _ = found
        given = dict(address.given).keys()
        of_story = source.page == "story" and (address.page == "digest" or address.path == source.path)
        if (
            (address.page in THINGS and not given)
            or (of_story and not given - {"story", "range", "lines"})
            or (source.page == "digests" and address.page == "digest" and not given)
        ):
            self._await(url)

    def _await(self, url: str) -> None:
        found = read(url)
        if found is not None and found[0].file not in self.known:
            self.known.add(found[0].file)
            self.waiting.append(found[0])

    def _aside(self, file: str) -> Path:
        path = self.folder.path / WAITING / file.replace("/", "~")
        path.parent.mkdir(exist_ok=True)
        return path


def write(log: Timeline, out: Path, *, done: Callable[[int, int], None]) -> int:
    """
    Write the pages into a folder; the same log makes the same bytes.

    Args:
        log: What is shown, as it was when it was last recorded to.
        out: The folder; made if it is not there, an earlier site in it is replaced.
        done: Is told how many pages are made, of how many that are known so far.

    Returns:
        How many pages there are.

    Raises:
        LogError: The folder holds something else, or cannot be written.
        NotFound: There is no such log, or nothing in it.
    """
    with connections.kept_open(log.path, wait=log.wait):
        moment = log.status()["recorded_at"]
        if moment is None:
            raise NotFound(f"{log.path} holds nothing yet: articles come in with `timeline append`.")
        folder = Folder(out)
        site = Site(log, moment, folder)
        try:
            site.find(done)
            names = list(site.finish())
        finally:
            shutil.rmtree(out / WAITING, ignore_errors=True)
        folder.finish(names, as_of=str(moment), root=log.head().root)
    return len(site.files)
