"""Read what was handed in on a page, a text, files and addresses, as articles, and say what appending them would do."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import InputError
from timeline.extractors import run_extractors
from timeline.model.article import Article
from timeline.model.periods import time_label
from timeline.readers import MAX_BYTES, InputContext, Network, read_articles

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from timeline.api.timeline import Timeline
    from timeline.model.withdrawal import Withdrawal

    Item = Article | Withdrawal | InputError

MOST_ARTICLES = 500
"""Of what is handed in at once."""

MOST_CHARACTERS = 40_000_000
TOO_MUCH = "holds more than {0} articles, or more text than is taken at once: append it with timeline append."
MOST_READ = 10
"""Of so many articles a preview shows what is read in them."""

MOST_LINES = 8
"""Of each kind."""

SECONDS = 5.0
"""CPU time for one of them."""

ADDRESS = re.compile(r"https?://\S+")
NO_NAME = re.compile(r"[^\w.() -]+")
KINDS = {
    "statement_reported": "statement",
    "occurrence_reported": "happening",
    "date_mentioned": "date",
    "figure_reported": "figure",
}


class Given(NamedTuple):
    """
    What was handed in.

    Attributes:
        text: An article's.
        stated: What was written about it: ``title``, ``published``, ``source``, ``url``.
        files: Names and contents.
        addresses: Where articles are.
    """

    text: str
    stated: dict[str, str]
    files: Sequence[tuple[str, bytes]]
    addresses: Sequence[str]


class Line(NamedTuple):
    """
    What became, or would become, of an article.

    Attributes:
        item: It, or what is wrong with it.
        outcome: What appending it would do.
        counts: How much would be read in it, by kind.
        said, happened: The first of these: who and what, when and what.
    """

    item: Item
    outcome: str
    counts: Sequence[tuple[str, int]] = ()
    said: Sequence[tuple[str, str]] = ()
    happened: Sequence[tuple[str, str]] = ()

    @property
    def wrong(self) -> str | None:
        """Why it is refused."""
        return str(self.item) if isinstance(self.item, InputError) else None


def read(given: Given, *, network: bool) -> list[Item]:
    """The articles that were handed in; errors stand for what is none, with names as they were given."""
    context = InputContext(path="the text", published=None, source=None, max_bytes=MAX_BYTES, warn=lambda _: None)
    stated = {name: value for name, value in given.stated.items() if value}
    found: list[Item] = []
    if given.text.strip():
        try:
            found.append(context.article(stated, given.text))
        except InputError as error:
            found.append(error)
    known: dict[str, Any] = {"source": stated.get("source")}
    if (given.files or given.addresses) and (day := stated.get("published")):
        try:
            moment = context.moment("publication date", day)
        except InputError as error:
            return [*found, error]
        known["published"] = moment if not hasattr(moment, "date") else moment.date()
    for number, (name, content) in enumerate(given.files):
        found += _of_file(name or f"file {number + 1}", content, known, found)
    for address in given.addresses:
        found += _of_address(address, known, found, network=network)
    return found


def previewed(log: Timeline, items: Sequence[Item]) -> list[Line]:
    """What appending them would do, and what is read in the first of them."""
    lines, read_in = [], 0
    for item, outcome in zip(items, log.preview(items), strict=True):
        if isinstance(outcome, InputError):
            lines.append(Line(outcome, "refused"))
        elif isinstance(item, Article) and outcome[1] != "unchanged" and read_in < MOST_READ:
            read_in += 1
            lines.append(_line(item, outcome[1]))
        else:
            lines.append(Line(item, outcome[1]))
    return lines


def _line(article: Article, outcome: str) -> Line:
    events = [event for each in run_extractors(article, max_seconds=SECONDS) for event in each.events]
    counts = Counter(event.type for event in events)
    said: list[Any] = [event for event in events if event.type == "statement_reported"]
    happened: list[Any] = [event for event in events if event.type == "occurrence_reported"]
    return Line(
        article,
        outcome,
        [(word, counts[kind]) for kind, word in KINDS.items() if counts[kind]],
        [(one.speaker or one.source_text or "not attributed", one.quote) for one in said[:MOST_LINES]],
        [
            (time_label(one.start, one.end, one.precision), one.text)
            for one in happened
            if one.kind in ("happening", "planned")
        ][:MOST_LINES],
    )


def _of_file(name: str, content: bytes, known: dict[str, Any], before: Sequence[Item]) -> list[Item]:
    """What a file holds, under the end of its name, which says what it is."""
    shown = NO_NAME.sub("_", name.replace("\\", "/").rpartition("/")[2])[-100:].lstrip(".- ") or "file"
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        path = Path(folder) / shown
        path.write_bytes(content)
        found = _limited(shown, _read(path, known), before)
        return [_without(item, f"{folder}/") for item in found]


def _of_address(address: str, known: dict[str, Any], before: Sequence[Item], *, network: bool) -> list[Item]:
    if not network:
        return [InputError("is not fetched: start the server with --allow-network.", path=address)]
    if ADDRESS.fullmatch(address) is None:
        return [InputError("is no address: it begins with https:// or http://.", path=address)]
    return _limited(address, _read(address, known, Network(follow=False)), before)


def _read(place: str | Path, known: dict[str, Any], network: Network | None = None) -> Generator[Item, None, None]:
    yield from read_articles([str(place)], network=network, **known)


def _limited(name: str, items: Generator[Item, None, None], before: Sequence[Item]) -> list[Item]:
    """All of them, or, where they and those before are too many, an error in their place; no more is read than that."""
    found: list[Item] = []
    count, characters = len(before), sum(map(_characters, before))
    for item in items:
        found.append(item)
        count, characters = count + 1, characters + _characters(item)
        if count > MOST_ARTICLES or characters > MOST_CHARACTERS:
            items.close()
            return [InputError(TOO_MUCH.format(MOST_ARTICLES), path=name)]
    return found or [InputError("holds no article.", path=name)]


def _characters(item: Item) -> int:
    return len(item.text) if isinstance(item, Article) else 0


def _without(item: Item, folder: str) -> Item:
    """An error that names a file as it was given."""
    return InputError(str(item).replace(folder, "")) if isinstance(item, InputError) else item


def articles(lines: Iterable[Line]) -> Iterator[Item]:
    """What is to be appended of what was looked at."""
    yield from (line.item for line in lines if not isinstance(line.item, InputError))
