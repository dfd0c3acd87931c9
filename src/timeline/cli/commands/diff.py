"""`timeline diff`: compare what the log knew at two moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_id, short_key, when
from timeline.cli.days import Moment
from timeline.cli.lazy import text_diff
from timeline.cli.options import DAYS, NAMES, REPORTED_UNTIL, STORY, choosing, database, examples, limit, output
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

AROUND_WORDS = 6
"""Words shown before and after a change in a table."""


@click.command(
    epilog=examples(
        "timeline diff 2024-08-13                         # since then",
        "timeline diff 2024-08-13 2024-08-20 --speaker putin",
        "timeline diff 2024-08-13T09:00 --about killed --change changed",
        "timeline diff 2024-08-13 2024-08-14 --printed    # how the news changed, whenever it was appended",
        "timeline diff 2024-08-13 --format jsonl | jq 'select(.figures_after != [])'",
    )
)
@click.argument("after", metavar="T1", type=Moment())
@click.argument("as_of", metavar="[T2]", type=Moment(), required=False)
@click.option("--change", type=click.Choice(["new", "gone", "changed"]), help="Only changes of this kind.")
@click.option("--kind", type=click.Choice(["article", "statement", "happening"]), help="Only rows of this kind.")
@click.option("--article", metavar="KEY", help="Only in this article.")
@click.option("--printed", is_flag=True, help="Compare what had been published by T1 and by T2, as known now.")
@choosing(*DAYS, REPORTED_UNTIL, *NAMES, STORY)
@limit
@output
@database
def command(
    *, printed: bool, database: Database, chosen: dict[str, Any], limit: int | None, output: Output, **asked: Any
) -> None:
    """
    Compare what the log knew at T1 and at T2 (by default now): what is new, gone or changed.

    A day means its end, UTC. Gone is what was retracted or withdrawn, or is missing from a revision or re-extraction.
    Changed is what the same article now says in other words, shown as [-before-]{+after+}.
    """
    if printed:
        if "reported_until" in chosen:
            raise click.UsageError("--printed compares what had been published: leave out --reported-until.")
        chosen |= {"printed_after": asked.pop("after"), "reported_until": asked.pop("as_of")}
    rows = database.open().run("log_diff", limit=limit, **asked, **chosen)
    output.write(rows, LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    what = row["after"] or row["before"]
    if row["change"] == "changed":
        what = text_diff.marked(row["before"], row["after"], around=AROUND_WORDS)
    who = row["who"] or row["kind"]
    if row["change"] == "changed" and row["was_who"] != row["who"]:
        who = f"{row['was_who'] or 'nobody'} → {row['who'] or 'nobody'}"
    was, now = (when(row, *names) for names in (WAS, NOW))
    if row["change"] == "changed" and was != now:
        what = f"{what} ({was} → {now})"
    if row["change"] == "changed" and row["was_modality"] != row["modality"]:
        what = f"{what} ({row['was_modality']} → {row['modality']})"
    reason = " — ".join(filter(None, (row["reason"], row["by"])))
    paragraph = f" ¶{row['paragraph']}" if row["paragraph"] else ""
    return (
        row["change"],
        f"{row['why']}: {reason}" if reason else row["why"],
        who,
        what,
        f"{short_key(row['publisher'] or row['article'])}{paragraph}",
        short_id(row),
    )


NOW, WAS = ("time_from", "time_to", "precision"), ("was_from", "was_to", "was_precision")
LAYOUT = Layout(("change", "why", "who", "what", "source", "event"), _cells, ("what", "why", "who"))
