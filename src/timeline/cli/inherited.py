"""Options that may stand before the command as well as behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Mapping


class Inherited(click.Option):
    """An option that may also be given before the command, `timeline --db FILE show`; its own place comes first."""

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> tuple[Any, ParameterSource]:
        """The value, and where it was given."""
        value, source = super().consume_value(ctx, opts)
        before = ctx.find_root().params.get(self.name or "")
        if before is None or source is ParameterSource.COMMANDLINE:
            return value, source
        return before, ParameterSource.COMMANDLINE
