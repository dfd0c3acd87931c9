"""One HTML page that needs nothing else: what happened, who said what, every line linked (.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.digests.formats import html
from timeline.exporters import _page

if TYPE_CHECKING:
    from timeline.exporters import Told

STATEMENTS = True


def render(told: Told) -> str:
    """A page that looks as a digest does, of what these filters choose."""
    return html.render(_page.digest(told))


WRITERS = {".html": render, ".htm": render}
