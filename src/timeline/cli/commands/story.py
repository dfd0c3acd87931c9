"""`timeline story`: tell one story, and decide what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import counted, short_key, span
from timeline.cli.commands import quotes, show
from timeline.cli.destination import destination
from timeline.cli.exit_status import say, tell
from timeline.cli.lazy import essentials, table
from timeline.cli.options import BY, REASON, clocks, database, examples, output, recording
from timeline.cli.output import Listing, laid_out
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Layout, Output


class Telling(click.Group):
    """A group that tells a story where no command of its own is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is given, with the command that tells where none is."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["tell", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=Telling,
    epilog=examples(
        "timeline story ferry",
        "timeline story 'Ferry Alder sinks' --as-of 2024-08-13",
        "timeline story merge ferry 'captain arrested' --reason 'It is one case.' --by 'M. Ito'",
        "timeline story split mail-17 mail-18 --reason 'They are about another ferry.'",
        "timeline retract 9d1c0b7e --reason 'They are not.'     # undoes the decision of this id",
        "timeline digest --story ferry",
    ),
)
def command() -> None:
    """
    Tell one story, and decide what belongs to it.

    `timeline story STORY` tells what happened in it and who said what. STORY is its key, that of any of its articles,
    or a part of its title. After each append, rules place its articles in stories. A decision overrides the rules; it
    is an event like any other, changes no article and can be retracted.
    """


@command.command(name="tell")
@click.argument("story")
@click.option("--all", "every", is_flag=True, help="Also what counts less.")
@clocks
@output
@database
def tell_story(*, story: str, every: bool, chosen: dict[str, Any], database: Database, output: Output) -> None:
    """
    Tell what happened in STORY, and who said what. It is enough to write: timeline story STORY.

    Of a long story the lines that count most are shown; --all shows every one. Formats for programs have all of them,
    with a mark at those that count most.
    """
    log = database.open()
    found = log.story(story, **chosen)
    happened = log.timeline(story=found.story, **chosen).dicts()
    said = log.statements(story=found.story, **chosen).dicts()
    first = essentials.of_timeline(happened), essentials.of_statements(said)
    if output.format != "table":
        marked = [
            [row | {"essential": place in shown} for place, row in enumerate(rows)]
            for rows, shown in zip((happened, said), map(frozenset, first), strict=True)
        ]
        output.write(Listing((*found._fields, "timeline", "statements"), [(*found, *marked)]))
        return
    with destination(output.file) as stream:
        stream.writelines(f"{one_line(line)}\n" for line in _heading(found))
        for rows, shown, layout in zip((happened, said), first, (show.LAYOUT, quotes.LAYOUT), strict=True):
            if rows:
                _write(stream, rows if every else [rows[place] for place in shown], layout)
    if not every and (left := len(happened) + len(said) - sum(map(len, first))):
        tell(f"{counted(left, 'line')} that count{'s' if left == 1 else ''} less left out: --all shows every one.")


@command.command()
@click.argument("story")
@click.argument("other")
@REASON
@BY
@recording
def merge(*, story: str, other: str, reason: str, by: str | None, database: Database) -> None:
    """Record that OTHER is the same story as STORY."""
    say(f"merged by {database.open().merge_stories(story, other, reason=reason, by=by)}")


@command.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--into", metavar="STORY", help="The story that they report; by default one of their own.")
@REASON
@BY
@recording
def split(*, articles: tuple[str, ...], into: str | None, reason: str, by: str | None, database: Database) -> None:
    """Record that articles, given by their keys, report another story than the one they are in."""
    say(f"split by {database.open().split_story(articles, into=into, reason=reason, by=by)}")


def _heading(story: Any) -> list[str]:
    """What it is, how often and when it is told, and who and where."""
    sources = counted(story.sources, "source")
    lines = [story.title, f"{counted(story.articles, 'article')} of {sources}, {span(story.first_day, story.last_day)}"]
    lines[1] += f", story {short_key(story.story)}"
    named = {"who": story.people, "where": story.places}
    return lines + [f"{label}: {', '.join(names)}" for label, names in named.items() if names]


def _write(stream: Any, rows: list[dict[str, Any]], layout: Layout) -> None:
    headings, cells = laid_out(tuple(rows[0]), (tuple(row.values()) for row in rows), layout)
    stream.write("\n")
    table.write_table(stream, headings, cells, layout.wordy)
