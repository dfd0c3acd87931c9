"""This file defines a statement before its speaker is known by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import Factory, define

from timeline.extractors.statements.unit import Range
from timeline.language.lexicon.auxiliaries import CONTRACTED
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.unit import Unit


@define
class Draft:
    """
    Where a statement's content, cue and source stand.

    Attributes:
        rule: Name of the rule that read it.
        goes_on: A quotation that stands alone after it, in its paragraph, is more of it.
        bare: A quotation that stands alone: its source is still to be found.
        awaits: Its content is still to come, in the next paragraph.
        subject: The source, as tokens of the unit.
    """

    rule: str
    paragraph: int
    content: list[Span]
    cue: list[Span] = Factory(list)
    source: list[Span] = Factory(list)
    goes_on: bool = False
    bare: bool = False
    awaits: bool = False
    subject: Range | None = None


def _uncontracted(unit: Unit, source: Range) -> Span:
    """The place of a source without the verb in ``he's``."""
    span, last = unit.span(*source), unit.lower[source[1] - 1]
    return Span(span.start, span.end - len(last) + re.search("['’]", last).start()) if last in CONTRACTED else span  # type: ignore[union-attr]


class Reading:
    """
    A unit as the rules read it.

    Attributes:
        cues: Reporting verbs, in order.
        is_known: Whether the words at a place are the name of a person of the article.
        drafts: Statements read so far.
        taken: Index after the last token that a statement accounts for.
    """

    def __init__(self, unit: Unit, cues: list[Cue], is_known: Callable[[Span], bool] = bool) -> None:
        self.unit, self.cues, self.is_known = unit, cues, is_known
        self.drafts: list[Draft] = []
        self.taken = 0

    def draft(
        self, rule: str, content: list[Range], source: Range | None, cue: Range | None, *, goes_on: bool = False
    ) -> Draft:
        """A statement whose parts are ranges of tokens of the unit."""
        unit = self.unit
        return Draft(
            rule=rule,
            paragraph=unit.paragraph,
            content=[unit.span(*piece) for piece in content],
            cue=[unit.span(*cue)] if cue else [],
            source=[_uncontracted(unit, source)] if source else [],
            goes_on=goes_on,
            subject=source,
        )

    def next_cue(self, k: int) -> Cue | None:
        """The first cue after token *k*."""
        return next((cue for cue in self.cues if cue.at > k), None)
