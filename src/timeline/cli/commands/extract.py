"""`timeline extract`: extract events from articles and print them, without a log."""

from __future__ import annotations

import gc
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import FAILED, tell
from timeline.cli.inputs import inputs
from timeline.cli.lazy import codec, extractors, json_text
from timeline.cli.options import examples, max_seconds
from timeline.errors import InputError
from timeline.model.visible_text import escaped_json
from timeline.model.withdrawal import Withdrawal

if TYPE_CHECKING:
    from timeline.cli.inputs import Articles
    from timeline.model.article import Article

NO_TIME_ZONE = (
    "an article states no time zone: its days are taken as local days of the place of publication, times of day as UTC"
    " unless the text names a zone (this note appears once)."
)
"""The assumption about an article that does not state an offset from UTC."""
MOST_ENVELOPES = 4096
"""So many pairs of rule and confidence, of which there are few, are written but once."""


@click.command(
    epilog=examples(
        "timeline extract article.txt",
        "timeline extract --date 2024-08-13 - < article.txt",
        "timeline extract feed.jsonl.gz | grep statement_reported",
    )
)
@max_seconds
@inputs
def command(articles: Articles, max_seconds: float) -> int:
    """
    Extract events from articles and print them, without a log.

    Each line is an event: {"type", "version", "article", "data", "rule", "confidence"}. FILE is plain text, JSON Lines,
    either of them compressed (.gz), a folder, a glob, or - for standard input.
    """
    gc.set_threshold(100_000)  # few objects are in cycles; looking for them more often takes a twentieth of the time
    failed = told = False
    for article in articles:
        if isinstance(article, InputError):
            tell(str(article))
            failed = True
            continue
        if isinstance(article, Withdrawal):
            tell(f"{article.key} was withdrawn by its publisher.")
            continue
        if article.offset is None and not told:
            tell(NO_TIME_ZONE)
            told = True
        lines, errors = _lines(article, max_seconds)
        sys.stdout.write("".join(lines))
        sys.stdout.flush()
        for error in errors:
            tell(error)
        failed = failed or bool(errors)
    return FAILED if failed else 0


def _lines(article: Article, max_seconds: float) -> tuple[list[str], list[str]]:
    """The events extracted from an article as JSON Lines, and a message for each extractor that raised."""
    encode, key = codec.encode, json_text.json_text(article.key)
    lines, errors = [], []
    for extraction in extractors.run_extractors(article, max_seconds=max_seconds):
        if extraction.error is not None:
            errors.append(f"{article.key}: extractor {extraction.extractor} raised {extraction.error}")
        for event in extraction.events:
            envelope = _envelope(getattr(event, "rule", None), getattr(event, "confidence", None))
            lines.append(
                f'{{"type":"{event.type}","version":{event.version},"article":{key},"data":{escaped_json(encode(event))},'
                f"{envelope}}}\n"
            )
    return lines, errors


@lru_cache(maxsize=MOST_ENVELOPES)
def _envelope(rule: str | None, confidence: int | None) -> str:
    """What the log keeps of an event outside of its payload, as JSON."""
    return f'"rule":{json_text.json_text(rule)},"confidence":{json_text.json_text(confidence)}'
