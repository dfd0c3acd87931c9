"""Hand articles to the server that writes to a log, in the place of appending them beside it."""

from __future__ import annotations

import http.client
import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from timeline.cli.lazy import appended as came_to
from timeline.cli.lazy import withdrawal
from timeline.errors import ExtractionError, InputError, LogError, LogLocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.api.timeline import Timeline
    from timeline.ingest.appended import Appended, Progress
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.store.server_lock import Server

    Item = Article | Withdrawal | InputError

PATH = "/api/v1/articles"
GROUP_ARTICLES = 64
GROUP_CHARACTERS = 4_000_000
"""So much is handed over at once, and acknowledged."""

LONGEST_SECONDS = 600
"""So long an answer is waited for: others may be appending."""

REFUSED = "refused"


def send(log: Timeline, server: Server, items: Iterable[Item], *, progress: Callable[[Progress], None]) -> Appended:
    """
    Append articles through a server; withdrawals are recorded here, behind all of them.

    Raises:
        LogLocked: The log was in use for longer than the server waits.
        LogError: The server refuses, or does not answer; what it has acknowledged is in the log.
    """
    appended, withdrawals = came_to.Appended(), list[Any]()
    for group in _groups(items, appended, withdrawals):
        answer = _posted(server, group)
        for article, told in zip(group, answer["articles"], strict=True):
            _note(appended, article, told)
        appended.notes += answer["notes"]
        progress(came_to.Progress(appended.done, appended.events.total()))
    if withdrawals:
        own = log.append(withdrawals)
        appended.outcomes += own.outcomes
        appended.events += own.events
        appended.notes += own.notes
    return appended


def _groups(items: Iterable[Item], appended: Appended, withdrawals: list[Withdrawal]) -> Iterator[list[Article]]:
    """Articles to hand over together; what else there is goes where it belongs."""
    group: list[Article] = []
    size = 0
    for item in items:
        if isinstance(item, InputError):
            appended.failures.append(item)
        elif isinstance(item, withdrawal.Withdrawal):
            withdrawals.append(item)
        else:
            if group and (len(group) == GROUP_ARTICLES or size + len(item.text) > GROUP_CHARACTERS):
                yield group
                group, size = [], 0
            group.append(item)
            size += len(item.text)
    if group:
        yield group


def _posted(server: Server, group: list[Article]) -> dict[str, Any]:
    """
    What the server answers.

    Raises:
        LogLocked: The log was in use.
        LogError: It is no answer, or a refusal.
    """
    body = "".join(f"{json.dumps(_fields(article))}\n" for article in group).encode()
    where = urlsplit(server.url)
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/x-ndjson"}
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=LONGEST_SECONDS)
    try:
        connection.request("POST", PATH, body, headers)
        answer = connection.getresponse()
        told = json.loads(answer.read())
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise LogError(
            f"the server at {server.url}, which writes to this log, does not answer ({type(error).__name__}): what it"
            " acknowledged is in the log; run the command again to continue."
        ) from error
    finally:
        connection.close()
    if "articles" not in told:
        kind = LogLocked if answer.status == http.client.SERVICE_UNAVAILABLE else LogError
        raise kind(f"the server at {server.url} says: {told.get('detail', answer.reason)}")
    return dict(told)


def _fields(article: Article) -> dict[str, Any]:
    """An article as JSON Lines have it, which reads as the same."""
    captured = article.captured and article.captured.isoformat()
    return {
        "id": article.key, "text": article.text, "published": article.published.isoformat(), "title": article.title,
        "source": article.source, "url": article.url, "authors": article.authors, "language": article.language,
        "captured": captured,
    }  # fmt: skip


def _note(appended: Appended, article: Article, told: dict[str, Any]) -> None:
    """What became of one article."""
    refused = told["outcome"] == REFUSED
    if not refused:
        appended.outcomes.append((article.key, told["outcome"]))
        appended.events += Counter(told["events"])
    if told["reason"]:
        appended.fail(article.key, (InputError if refused else ExtractionError)(told["reason"]))
