"""This file is `timeline extract`: articles in, events out, no log."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import FAILED, tell
from timeline.cli.inputs import inputs
from timeline.cli.lazy import codec, extractors, json_text
from timeline.cli.options import examples
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.cli.inputs import Articles
    from timeline.model.article import Article

ASSUMPTION = (
    "no time zone is stated: days are taken as days of the calendar where it was published, times of day as UTC"
    " unless the text names a zone (said once)."
)
"""What is taken for granted of an article that does not say where its clock stands."""


@click.command(
    epilog=examples(
        "timeline extract article.txt",
        "timeline extract --date 2024-08-13 - < article.txt",
        "timeline extract feed.jsonl.gz | grep statement_reported",
    )
)
@inputs
def command(articles: Articles) -> int:
    """
    Print what is read in articles, without a log.

    One event a line: {"type", "version", "article", "data", "rule", "confidence"}. FILE is a text, JSON Lines, either
    compressed (.gz), a folder, a glob, or - for standard input.
    """
    gc.set_threshold(
        100_000
    )  # documents are dropped whole; looking for cycles more often takes a twentieth of the time
    failed = told = False
    for article in articles:
        if isinstance(article, InputError):
            tell(str(article))
            failed = True
            continue
        if article.offset is None and not told:
            tell(ASSUMPTION)
            told = True
        lines, errors = _lines(article)
        sys.stdout.write("".join(lines))
        sys.stdout.flush()
        for error in errors:
            tell(error)
        failed = failed or bool(errors)
    return FAILED if failed else 0


def _lines(article: Article) -> tuple[list[str], list[str]]:
    """What the extractors find in an article, as JSON Lines, and what those that raised said."""
    encode, write = codec.encode, json_text.json_text
    key = write(article.key)
    rules: dict[str | None, str] = {}
    lines, errors = [], []
    for extraction in extractors.run_extractors(article):
        if extraction.error is not None:
            errors.append(f"{article.key}: extractor {extraction.extractor} raised {extraction.error}")
        for event in extraction.events:
            rule = getattr(event, "rule", None)
            if rule not in rules:
                rules[rule] = f'"rule":{write(rule)},"confidence":'
            lines.append(
                f'{{"type":"{event.type}","version":{event.version},"article":{key},"data":{encode(event)},'
                f"{rules[rule]}{write(getattr(event, 'confidence', None))}}}\n"
            )
    return lines, errors
