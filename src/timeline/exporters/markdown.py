"""Markdown: what happened, who said what, every line with its source (.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.digests.formats import markdown
from timeline.exporters import _page

if TYPE_CHECKING:
    from timeline.exporters import Told

STATEMENTS = True


def render(told: Told) -> str:
    """Text that looks as a digest does, of what these filters choose."""
    return markdown.render(_page.digest(told))


WRITERS = {".md": render, ".markdown": render}
