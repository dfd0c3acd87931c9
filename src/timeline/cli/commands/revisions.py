"""`timeline revisions`: show how the revisions of an article differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_id
from timeline.cli.lazy import text_diff
from timeline.cli.options import clocks, database, examples, limit, output
from timeline.cli.output import Layout, Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.options import Database
    from timeline.cli.output import Output
    from timeline.provenance.revisions import Revision

AROUND_WORDS = 8
"""Words shown before and after a change in a table."""

KINDS = ("text", "paragraph", "statement", "happening")


@click.command(
    epilog=examples(
        "timeline revisions harbour-fire                  # each revision against the one before",
        "timeline revisions harbour-fire 1 3              # the third against the first",
        "timeline revisions harbour-fire --kind statement",
        "timeline revisions harbour-fire --format jsonl | jq 'select(.figures_after != [])'",
    )
)
@click.argument("article")
@click.argument("first", metavar="[R1", type=click.IntRange(min=1), required=False)
@click.argument("second", metavar="R2]", type=click.IntRange(min=1), required=False)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True,
              help="Only rows of this kind; by default all but happenings, which the paragraphs show.")  # fmt: skip
@clocks
@limit
@output
@database
def command(
    *,
    article: str,
    first: int | None,
    second: int | None,
    kinds: tuple[str, ...],
    chosen: dict[str, Any],
    limit: int | None,
    database: Database,
    output: Output,
) -> None:
    """
    Show how the revisions of ARTICLE differ: its paragraphs, and the statements and figures in them.

    Each revision is compared with the one before it; with R1 and R2, only R2 with R1. Changes are shown as
    [-before-]{+after+}.
    """
    wanted = kinds or KINDS[:3]
    found = database.open().revisions(article, first, second, **chosen)
    rows = [row for revision in found for row in _rows(revision) if row[3] in wanted]
    output.write(Listing(COLUMNS, rows if limit is None else rows[:limit]), LAYOUT, limited=limit is not None)


def _rows(found: Revision) -> Iterator[tuple[Any, ...]]:
    """A row for the text, one for each paragraph that differs, one for each claim that does."""

    def row(kind: str, change: str, before: str | None, after: str | None, **other: Any) -> tuple[Any, ...]:
        old, new = text_diff.figures(before, after) if before and after else ([], [])
        texts = {"text": found.number, "against": found.against, "reported_at": found.reported_at}
        what = {"kind": kind, "change": change, "before": before, "after": after, "event_id": found.event_id}
        own = {**texts, **what, "figures_before": old, "figures_after": new, **other}
        return tuple(own.get(column) for column in COLUMNS)

    yield row("text", "published" if found.against is None else "revised", found.title_before, found.title)
    for line in found.paragraphs:
        numbers = {"paragraph_before": line.before_number, "paragraph": line.after_number}
        yield row("paragraph", line.change, line.before, line.after, **numbers)
    for claim in found.claims:
        numbers = {"paragraph" if claim["after"] else "paragraph_before": claim["paragraph"]}
        kept = {name: claim[name] for name in ("who", "event_id")} | {"who_before": claim["was_who"]}
        yield row(claim["kind"], claim["change"], claim["before"], claim["after"], **numbers, **kept)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    texts = str(row["text"]) if row["against"] is None else f"{row['against']} → {row['text']}"
    what = row["after"] or row["before"] or ""
    if row["before"] and row["after"]:
        what = text_diff.marked(row["before"], row["after"], around=AROUND_WORDS)
    if row["kind"] == "text":
        what = f"{what} ({row['reported_at']:%Y-%m-%d %H:%M})"
    if who := row["who"]:
        moved = row["change"] == "changed" and row["who_before"] != who
        what = f"{row['who_before'] or 'nobody'} → {who}: {what}" if moved else f"{who}: {what}"
    repeated = bool(above) and (above["text"], above["against"]) == (row["text"], row["against"])
    number = row["paragraph"] or row["paragraph_before"]
    place = f"¶{number}" if number else ""
    return "" if repeated else texts, row["kind"], row["change"], place, what, short_id(row)


COLUMNS = (
    "text", "against", "reported_at", "kind", "change", "paragraph_before", "paragraph", "who_before", "who", "before",
    "after", "figures_before", "figures_after", "event_id",
)  # fmt: skip
LAYOUT = Layout(("texts", "kind", "change", "¶", "what", "event"), _cells, ("what",))
