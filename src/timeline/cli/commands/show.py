"""`timeline show`: show what happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline import plugins
from timeline.cli.cells import place, short_id, short_key, when
from timeline.cli.destination import UnknownSuffix, suffix_of, write_text_or_bytes
from timeline.cli.exit_status import tell
from timeline.cli.nearby import or_speakers
from timeline.cli.options import confident, examples, judged, over_view, placed, sourced
from timeline.cli.output import SUFFIXES, Layout, Listing
from timeline.model.clause import with_subject
from timeline.model.periods import happened_between

if TYPE_CHECKING:
    from timeline.api.timeline import Timeline
    from timeline.cli.options import Database
    from timeline.cli.output import Output
    from timeline.digests import Digest


@click.command(
    epilog=examples(
        "timeline show",
        "timeline show --since 2024-08 --until 2024-08 --about evacuated",
        "timeline show --salient 10 --about evacuated",
        "timeline show --all --kind state --kind speech",
        "timeline show --place Kursk --format jsonl",
        "timeline show --as-of 2024-08-13 --format csv -o timeline.csv",
    )
)
@click.option("--salient", type=click.IntRange(min=1), metavar="N", help="Only the N most salient days, with scores.")
@click.option("--all", "every", is_flag=True, help="Also what is no happening: states, what was said, boilerplate.")
@over_view
@placed
@judged
@confident
@sourced
def command(
    *,
    database: Database,
    chosen: dict[str, Any],
    limit: int | None,
    salient: int | None,
    every: bool,
    output: Output,
) -> None:
    """
    Show what happened and what is planned, in chronological order.

    Sentences that tell no happening, or hardly one, are left out: --all shows them, --kind and --min-salience choose
    otherwise. What several articles tell of one happening is one row, in the words of one that says when; `timeline
    explain EVENT` shows the sentence it comes from, and the others.
    """
    if every:
        chosen = {"min_salience": 0} | chosen
    if salient is None and (name := _exporter(output)):
        asked = chosen if limit is None else chosen | {"limit": limit}
        write_text_or_bytes(output.file, database.open().export(name, suffix=suffix_of(output.file), **asked))
        return
    if salient is not None:
        if given := [option for option in UNRANKED if option in chosen]:
            name = "--all" if every else f"--{given[0].replace('_', '-')}"
            raise click.UsageError(f"--salient ranks whole days: leave out {name}.")
        rows = _salient(database.open().salient(salient, **chosen))
        output.write(Listing(SALIENT, rows if limit is None else rows[:limit]), SALIENT_LAYOUT)
        return
    log = database.open()
    found = or_speakers(log.timeline(limit=limit, **chosen), log, chosen)
    output.write(found, LAYOUT, limited=limit is not None)
    if output.format == "table" and limit is None and not chosen.keys() & {"kind", "min_salience"}:
        _tell_of_the_rest(log, chosen)


def _exporter(output: Output) -> str | None:
    """
    The format of an export, if the name of the file asks for one that rows are not written in.

    Raises:
        UnknownSuffix: Neither rows nor timelines are written to files that end so.
    """
    suffix = suffix_of(output.file)
    if output.form or suffix in ("", *SUFFIXES):
        return None
    found = {name: module.WRITERS for name, module in plugins.discover("exporters").items()}
    named = suffix.removeprefix(".")
    for name in (named, *found):  # of several the one that is called so
        if suffix in found.get(name, ()):
            return name
    every = dict.fromkeys((*SUFFIXES, *(each for writers in found.values() for each in writers)))
    raise UnknownSuffix(str(output.file), sorted(every), otherwise=", or say --format")


def _tell_of_the_rest(log: Timeline, chosen: dict[str, Any]) -> None:
    """Say how many rows are not shown because they tell no happening."""
    if rest := len(log.timeline(min_salience=0, **chosen)) - len(log.timeline(**chosen)):
        tell(
            f"{rest:,} more {'row tells' if rest == 1 else 'rows tell'} no happening, or hardly one: --all shows them."
        )


UNRANKED = ("min_confidence", "min_sources", "kind", "min_salience")
"""What `--salient` cannot be asked for."""


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    time = _time(row)
    if above and time == _time(above):
        time = ""
    mark = _mark(row)
    what = with_subject(row["text"], row["subject"]) + (f" ({mark})" if mark else "")
    what += f" [corrected: {row['correction']}]" if row["correction"] else ""
    others = f" +{row['independent'] - 1}" if row["independent"] > 1 else ""
    return time, what, place(row, row["publisher"] or row["article"]) + others, short_id(row)


def _mark(row: dict[str, Any]) -> str:
    """That it is planned, possible or denied; what happened bears no mark, whatever is said beside it."""
    if row["kind"] in ("planned", "happening"):
        return "planned" if row["kind"] == "planned" else ""
    return "" if row["modality"] == "asserted" else str(row["modality"])


def _time(row: dict[str, Any]) -> str:
    """When it happened; what no time in the text dates had happened by the day it was printed, or is yet to happen."""
    start, end = happened_between(row["occurred_from"], row["occurred_to"], row["basis"], row["kind"])
    return when(row | {"occurred_from": start, "occurred_to": end}, "occurred_from", "occurred_to", "precision")


def _salient(digest: Digest) -> list[tuple[Any, ...]]:
    """The chosen days in chronological order, each with its most important lines."""
    rows: list[tuple[Any, ...]] = []
    for section in digest.sections:
        why = section.salience
        scores = (why.rank, why.score, why.articles, why.later) if why else (None,) * 4
        for entry in section.occurrences:
            cited = entry.citations[0]
            told = (entry.when.label, entry.text, entry.subject)
            where = (cited.article.key, cited.article.publisher, cited.event_id)
            rows.append((section.day, *scores, *told, *where))
    return rows


def _salient_cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:  # noqa: ARG001 - as `_cells`
    why = f"{row['salience']:g} ({row['articles']}, {row['later']} later)"
    what = f"{row['when']} — {with_subject(row['text'], row['subject'])}"
    return str(row["day"]), why, what, short_key(row["publisher"] or row["article"]), short_id(row)


SALIENT = (
    "day", "rank", "salience", "articles", "later", "when", "text", "subject", "article", "publisher", "event_id",
)  # fmt: skip
SALIENT_LAYOUT = Layout(("day", "salience", "what happened", "source", "event"), _salient_cells, ("what happened",))

LAYOUT = Layout(("when", "what happened", "source", "event"), _cells, ("what happened",))
