"""This file is `timeline digest`: what happened and who said what, to be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli._options import database, examples, filters
from timeline.cli._output import destination

if TYPE_CHECKING:
    from timeline.cli._options import Database

SHORT = {"md": "markdown", "htm": "html"}
FORMAT_NAMES = "markdown, html, json"


@click.command(
    epilog=examples(
        "timeline digest",
        "timeline digest --since 2024-08 --until 2024-08 --period week -o august.html",
        "timeline digest --about Kursk --about Sumy --max-dates 10 --per-date 2",
    )
)
@click.option("--period", type=click.Choice(["day", "week", "month"]), default="day", show_default=True)
@click.option("--max-dates", type=click.IntRange(min=1), metavar="N", help="Only the N most salient periods.")
@click.option("--per-date", type=click.IntRange(min=1), metavar="N", help="Only the N most telling lines of each.")
@click.option(
    "--format", "form", metavar="NAME", help=f"{FORMAT_NAMES}, or a plug-in; by default what -o's suffix says."
)
@click.option("-o", "--output", "file", metavar="FILE", help="Write it there; it appears when complete.")
@filters
@database
def command(
    *,
    period: Any,
    max_dates: int | None,
    per_date: int | None,
    form: str | None,
    file: str | None,
    chosen: dict[str, Any],
    database: Database,
) -> None:
    """
    Write a chronological digest, every line in the article's own words and cited.

    Everything dated in the range is in it, unless --max-dates or --per-date choose.
    """
    suffix = Path(file).suffix.lower().removeprefix(".") if file else ""
    name = form or (suffix if suffix in {*SHORT, *SHORT.values(), "json"} else "markdown")
    text = database.open().digest(
        SHORT.get(name, name), period=period, max_dates=max_dates, per_date=per_date, **chosen
    )
    with destination(file) as stream:
        stream.write(text if text.endswith("\n") else f"{text}\n")
