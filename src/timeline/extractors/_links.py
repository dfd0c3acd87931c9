"""This file ties quotations that stand alone to the statement before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.document import Document
    from timeline.extractors._draft import Draft
    from timeline.extractors._unit import Unit


def linked(document: Document, readings: list[tuple[Unit, list[Draft]]]) -> list[Draft]:
    """
    All statements, with quotations that stand alone joined or attributed.

    In the paragraph of a quotation it is more of the same; in another one the same speaker goes on, and it is more of
    the same only when the marks say so.
    """
    del document
    found: list[Draft] = []
    last: Draft | None = None
    paragraph = 0
    latest: Draft | None = None
    for unit, drafts in readings:
        if unit.paragraph != paragraph:
            paragraph, latest = unit.paragraph, None
        for draft in drafts:
            if draft.bare:
                resumed = unit.quotations[0].quotation.resumed
                if latest is not None and latest.goes_on:
                    latest.content += draft.content
                    continue
                if last is not None and resumed and last.goes_on:
                    last.content += draft.content
                    latest = last
                    continue
                if last is not None:
                    draft.source = last.source
            found.append(draft)
            latest = last = draft
    return found
