"""`timeline digest`: write a chronological digest of what happened and who said what."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.nearby import speakers, tell_nearby
from timeline.cli.options import examples, filters, placed, recording
from timeline.cli.output import destination

if TYPE_CHECKING:
    from timeline.cli.options import Database

SHORT = {"md": "markdown", "htm": "html"}
SUFFIXES = frozenset((*SHORT, *SHORT.values(), "json", "atom", "eml"))
FORMAT_NAMES = "markdown, html, json, atom, eml"


@click.command(
    epilog=examples(
        "timeline digest",
        "timeline digest --since 2024-08 --until 2024-08 --period week -o august.html",
        "timeline digest --about Kursk --about Sumy --max-dates 10 --per-date 2 --why",
        "timeline digest --speaker Zelenskyy --format atom -o zelenskyy.atom",
        "timeline digest --place Kursk --period week",
        "timeline digest --new morning -o morning.eml",
    )
)
@click.option("--period", type=click.Choice(["day", "week", "month"]), default="day", show_default=True,
              help="Length of a section.")  # fmt: skip
@click.option("--max-dates", type=click.IntRange(min=1), metavar="N", help="Only the N most salient periods.")
@click.option("--per-date", type=click.IntRange(min=1), metavar="N", help="Only the N most important lines of each.")
@click.option(
    "--format",
    "form",
    metavar="NAME",
    help=f"{FORMAT_NAMES} or a plug-in; by default what the suffix of -o says, else markdown.",
)
@click.option("-o", "--output", "file", metavar="FILE", help="Write to FILE, which appears when it is complete.")
@click.option("--new", metavar="NAME", help="Only what was recorded since the last digest of this name.")
@click.option("--why", is_flag=True, help="With --max-dates or --per-date: print the scores behind the choice.")
@filters
@placed
@recording
def command(
    *,
    period: Any,
    max_dates: int | None,
    per_date: int | None,
    form: str | None,
    file: str | None,
    new: str | None,
    why: bool,
    chosen: dict[str, Any],
    database: Database,
) -> None:
    """
    Write a chronological digest in which every line is quoted from an article, with its source.

    It holds everything dated in the range, unless --max-dates or --per-date select from it. With --new, digests of one
    name repeat nothing and miss nothing: the log notes how far each of them went, once it is written.
    """
    suffix = Path(file).suffix.lower().removeprefix(".") if file else ""
    name = form or (suffix if suffix in SUFFIXES else "markdown")
    name = SHORT.get(name, name)
    question = {"period": period, "max_dates": max_dates, "per_date": per_date, "why": why, **chosen}
    gc.disable()  # a digest makes no garbage before it is written; looking for it takes a fifth of the time
    timeline = database.open()
    edition = None if new is None else timeline.edition(new, name, **question)
    text = timeline.digest(name, **question) if edition is None else edition.text
    with destination(file) as stream:
        stream.write(text if text.endswith("\n") else f"{text}\n")
    tell_nearby(chosen.get("speaker"), lambda: speakers(timeline, chosen))
    if edition is not None:
        timeline.mark_delivered(edition)
