"""What was fetched, kept in a file beside the log: hosts are asked for what has changed since."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from timeline.errors import NotFound
from timeline.log.article_register import ArticleRegister
from timeline.readers import Validator
from timeline.store import connections, new_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from timeline.log.event_log import EventLog

SUFFIX = ".fetched"


def remembered(log: EventLog) -> dict[str, Validator]:
    """
    Validators by address, of those alone whose articles the log holds.

    A file that is not there, or that nobody can read, costs one fetching anew and nothing else.
    """
    try:
        rows = json.loads(_place(log).read_text("utf-8"))
        found = {
            str(url): Validator(row["etag"], row["last_modified"], tuple(map(str, row["articles"])))
            for url, row in rows.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
    register = ArticleRegister()
    try:
        with connections.reading(log.path, wait=log.wait) as connection:
            register.look_up(connection, {key for each in found.values() for key in each.articles})
    except NotFound:
        return {}
    return {url: each for url, each in found.items() if each.articles and all(map(register.texts, each.articles))}


def remember(log: EventLog, fresh: Mapping[str, Validator]) -> None:
    """
    Keep the validators of what was fetched and appended, beside those kept before.

    Raises:
        OSError: The file cannot be written.
    """
    if not fresh:
        return
    kept = remembered(log) | dict(fresh)
    rows = {
        url: {"etag": each.etag, "last_modified": each.last_modified, "articles": each.articles}
        for url, each in sorted(kept.items())
    }
    place = _place(log)
    part = new_files.part_of(place)
    try:
        with os.fdopen(new_files.made(part, like=log.path), "w", encoding="utf-8") as stream:
            json.dump(rows, stream, ensure_ascii=False, indent=1)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _place(log: EventLog) -> Path:
    return log.path.with_name(log.path.name + SUFFIX)
