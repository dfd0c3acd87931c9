"""Say what is wrong with a log after a fault: what was lost, half-written, or left where it must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from timeline.errors import NotFound
from timeline.extractors import versions

from .newspaper import mark
from .victim import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.integrity.proofs import Head

UNEQUAL = """
    select extraction, count(*) as rows,
        any_value(cast(data ->> '$.events' as bigint)) filter (type = 'extraction_completed') as events
    from log where extraction is not null and data is not null
    group by extraction having rows is distinct from events + 1
"""
"""Extractions that say they read another number of events than there are."""

UNREAD = """
    select article, revision from log as stated
    where type in ('article_published', 'article_revised') and data is not null and not starts_with(article, $bare)
        and (
            select count(*) from log as done
            where done.article = stated.article and done.revision = stated.revision and type = 'extraction_completed'
        ) <> $extractors
"""
"""Texts that were to be appended with what was read in them, and were not."""

HALF_ERASED = """
    select article from log where article is not null and type <> 'payload_erased'
    group by article having count(data) not in (0, count(*))
"""


def problems(path: Path, acknowledged: list[tuple[str, Head]], erased: set[str]) -> Iterator[str]:
    """
    A sentence for each thing that is wrong.

    Args:
        path: Of the log.
        acknowledged: Keys and heads that were told, in order.
        erased: Keys whose erasure was acknowledged.
    """
    log = timeline.open(path)
    kept = acknowledged[-1][1] if acknowledged else None
    try:
        found = log.verify(kept=kept)
    except NotFound:
        if kept is not None:
            yield f"lost: all of {kept.size} acknowledged events"
        return
    yield from (f"does not verify: {problem}" for problem in found.problems)
    if not found.events:
        return
    yield from (f"half-written: {row}" for row in log.sql(UNEQUAL))
    yield from (f"half-written: {row}" for row in log.sql(UNREAD, {"bare": BARE, "extractors": len(versions())}))
    yield from (f"half-erased: {row.article}" for row in log.sql(HALF_ERASED))
    yield from (f"not caught up: {table}" for table in log.rebuild(check=True) if not table.agrees)
    there = {row.article for row in log.sql("select distinct article from log where data is not null and revision = 1")}
    yield from (f"erased and there: {key}" for key in sorted(erased & there))
    held = b"".join(file.read_bytes() for file in (path, path.with_name(f"{path.name}.wal")) if file.exists())
    yield from (f"erased and to be found in the file: {key}" for key in sorted(erased) if mark(key).encode() in held)
