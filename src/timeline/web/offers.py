"""Which actions can be taken on a page, each with its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.plugins import discover
from timeline.web.action import Offer

if TYPE_CHECKING:
    from timeline.web.asked import Asked
    from timeline.web.page import Page

TAKING_BACK = "Taken back by who recorded it."
"""The reason that the button beside what was just recorded gives."""


def offers(asked: Asked, page: Page) -> list[Offer]:
    """Those of the room whose forms stand on such a page; none where only reading is allowed."""
    if asked.session is None:
        return []
    found = []
    for name, action in discover("web.actions").items():
        if page.template in action.ON and (given := action.offer(asked, page.values)) is not None:
            found.append(Offer(name, action, action.fields(asked.log, given)))
    return found
