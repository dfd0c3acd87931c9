"""How to read these pages: the three clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/help"


def answer(asked: Asked) -> Page:  # noqa: ARG001 - as every page
    """The same for all."""
    return Page("help.html", "How to read this")
