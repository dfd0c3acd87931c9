"""`timeline digest`: write a chronological digest of what happened and who said what."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import click

from timeline import plugins
from timeline.cli.destination import UnknownSuffix, destination, suffix_of
from timeline.cli.exit_status import tell
from timeline.cli.nearby import speakers, tell_nearby
from timeline.cli.options import examples, filters, placed, recording, sourced

if TYPE_CHECKING:
    from timeline.cli.options import Database

SHORT = {"md": "markdown", "txt": "markdown", "htm": "html"}
SUFFIXES = frozenset((*SHORT, *SHORT.values(), "json", "atom", "eml"))
FORMAT_NAMES = "markdown, html, json, atom, eml"


@click.command(
    epilog=examples(
        "timeline digest",
        "timeline digest --since 2024-08 --until 2024-08 --period week -o august.html",
        "timeline digest --about Kursk --about Sumy --max-dates 10 --per-date 2 --why",
        "timeline digest --speaker Zelenskyy --format atom -o zelenskyy.atom",
        "timeline digest --place Kursk --period week",
        "timeline digest --new morning --to desk@example.org --skip-empty -o morning.eml",
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
@click.option("--title", metavar="TEXT", help="What stands above it; by default the topic and the days.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Of an e-mail: whom it goes to; may be repeated.")
@click.option("--from", "sender", metavar="ADDRESS", help="Of an e-mail: whom it is from.")
@click.option("--subject", metavar="TEXT", help="Of an e-mail: by default the title.")
@click.option("--skip-empty", is_flag=True, help="Write nothing where there is nothing to tell.")
@filters
@placed
@sourced
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
    skip_empty: bool,
    title: str | None,
    chosen: dict[str, Any],
    database: Database,
    **mail: Any,
) -> None:
    """
    Write a chronological digest in which every line is quoted from an article, with its source.

    It holds everything dated in the range, unless --max-dates or --per-date select from it. With --new, digests of one
    name repeat nothing and miss nothing: the log notes how far each of them went, once it is written.
    """
    name = _format(form, file)
    if (given := [option for option in ("to", "sender", "subject") if mail[option]]) and name != "eml":
        option = given[0].replace("sender", "from")
        raise click.UsageError(f"--{option} is of an e-mail: write one with --format eml or -o FILE.eml.")
    question = {"period": period, "max_dates": max_dates, "per_date": per_date, "why": why, "title": title, **mail}
    gc.disable()  # a digest makes no garbage before it is written; looking for it takes a fifth of the time
    timeline = database.open()
    edition = timeline.edition(new, name, **question, **chosen)
    if skip_empty and edition.empty:
        tell("there is nothing to tell, so nothing was written.")
        return
    with destination(file) as stream:
        stream.write(edition.text if edition.text.endswith("\n") else f"{edition.text}\n")
    tell_nearby(chosen.get("speaker"), lambda: speakers(timeline, chosen))
    timeline.mark_delivered(edition)


def _format(form: str | None, file: str | None) -> str:
    """
    The format that was given, else that of the file's suffix, else Markdown.

    Raises:
        UnknownSuffix: No format is called so.
    """
    suffix = suffix_of(file).removeprefix(".")
    name = form or suffix or "markdown"
    if not form and name not in SUFFIXES and name not in plugins.discover("digests.formats"):
        known = sorted({*SUFFIXES, *plugins.discover("digests.formats")})
        raise UnknownSuffix(str(file), [f".{each}" for each in known], otherwise=", or say --format")
    return SHORT.get(name, name)
