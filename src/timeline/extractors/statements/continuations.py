"""Join quotations that stand alone to the statement before them, or give them its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extractors.statements.draft import Draft
    from timeline.extractors.statements.unit import Unit


def linked(readings: Iterable[tuple[Unit, list[Draft]]]) -> list[Draft]:
    """
    All statements, with quotations that stand alone joined or attributed.

    In the paragraph of a quotation it is more of the same; in another one the same speaker goes on, and it is more of
    the same only when the marks say so. A cue that waits for its content gets the paragraph that follows.
    """
    chain = _Chain()
    for unit, drafts in readings:
        chain.enter(unit.paragraph)
        for draft in drafts:
            if draft.content and draft.content[0].start < chain.turn_end:
                continue
            if draft.lacks_source and (
                chain.join(draft, resumed=unit.quotations[0].quotation.resumed) or draft.must_join
            ):
                continue
            chain.add(draft)
    return [draft for draft in chain.found if draft.content]


REACH_PARAGRAPHS = 1
"""A speaker speaks on for so many paragraphs; a quotation farther away was theirs less than half of the time."""


class _Chain:
    """
    The statements so far.

    Attributes:
        last: The last one of the article.
        latest: The last one of this paragraph.
        quoting: The last one of this paragraph that is a quotation.
        turn_end: Where the last turn of a transcript ends.
    """

    def __init__(self) -> None:
        self.found: list[Draft] = []
        self.last: Draft | None = None
        self.latest: Draft | None = None
        self.quoting: Draft | None = None
        self.paragraph = self.turn_end = 0

    def enter(self, paragraph: int) -> None:
        """Read on in a paragraph, perhaps a new one."""
        if paragraph != self.paragraph:
            self.paragraph, self.latest, self.quoting = paragraph, None, None

    def join(self, draft: Draft, *, resumed: bool) -> bool:
        """Make a quotation part of the statement before it, or give it its speaker; whether it was joined."""
        if self.quoting is not None and self.latest is not None and self.latest.source == self.quoting.source:
            self.quoting.content += draft.content
            return True
        if self.last is None:
            return False
        if self.last.awaits_content or (resumed and self.last.may_continue):
            if self.last.awaits_content:
                self.last.paragraph, self.last.awaits_content = draft.paragraph, False
            self.last.content += draft.content
            self.latest = self.quoting = self.last
            return True
        if draft.paragraph - self.last.paragraph <= REACH_PARAGRAPHS:
            draft.source = self.last.source
        return False

    def add(self, draft: Draft) -> None:
        """A statement of its own. What somebody was asked has no speaker to go on."""
        self.found.append(draft)
        if draft.rule == "named-turn":
            self.turn_end = draft.content[-1].end
        if draft.source or draft.lacks_source:
            self.latest = self.last = draft
            self.quoting = draft if draft.may_continue else self.quoting
