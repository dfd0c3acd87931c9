"""Days and moments as arguments and options take them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import click

from timeline.cli.lazy import moments, written_times

if TYPE_CHECKING:
    from timeline.language.written_times import WrittenTime

PLAINLY = re.compile(r"\d{4}(-\d\d){0,2}|.*\d:\d\d.*")
"""A date that leaves no doubt which days it means, or one with a time of day."""


class Day(click.ParamType[date]):
    """
    A day as people write it: ``2026-03-10``, ``10 March 2026``, ``yesterday``.

    Of a longer time, as of ``2026-03`` or ``last week``, it is the first or last day; *end* says which, None that there
    may be no longer time. The reference is today in UTC. What days were meant is told unless it was written plainly.
    """

    name = "day"

    def __init__(self, *, end: Literal["first", "last"] | None = None) -> None:
        self.end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """
        The day meant by a text.

        Raises:
            click.UsageError: The text is no date, may be one of two, or is a longer time where there may be none.
        """
        if isinstance(value, date):
            return value
        written = _written(self, value, param, ctx)
        if self.end is None and written.first != written.last:
            self.fail(f"{value!r} is no single day but {written.days}: write YYYY-MM-DD.", param, ctx)
        return written.last if self.end == "last" else written.first


class Moment(click.ParamType[Any]):
    """A day or a moment, as people write it; of a longer time its last day. The reference is today in UTC."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """
        The day or moment written in a text.

        Raises:
            click.UsageError: The text is neither, or may be one of two.
        """
        try:
            return moments.parse_moment(value)
        except ValueError:
            written = _written(self, value, param, ctx)
            return written.moment or written.last


def _written(
    kind: click.ParamType[Any], value: str, param: click.Parameter | None, ctx: click.Context | None
) -> WrittenTime:
    """
    The time that a text names; which days these are is told where it was not written plainly.

    Raises:
        click.UsageError: The text is no date, or may be one of two.
    """
    try:
        written = written_times.written_time(value, written_times.today())
    except ValueError as error:
        kind.fail(f"{value!r} {error}.", param, ctx)
    if written.is_relative or not PLAINLY.fullmatch(value):
        option = param.opts[-1] if param is not None else kind.name
        click.echo(f"{option} {value!r}: {written.moment or written.days}.", err=True)
    return written
