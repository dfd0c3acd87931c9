"""A statement before its speaker is known by name, and the state of parsing a unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import Factory, define

from timeline.events.types.statement_reported import Modality
from timeline.extractors.statements.unit import Range
from timeline.language.lexicon.auxiliaries import CONTRACTED
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.unit import Unit

LONGEST_SOURCE_CHARS = 1000
"""A source has at most so many characters; several statements may share one, and each event repeats it."""


@define
class Draft:
    """
    Where a statement's content, cue and source stand.

    Attributes:
        rule: Name of the rule that read it.
        may_continue: A quotation that stands alone after it, in its paragraph, is more of it.
        lacks_source: A quotation that stands alone: its source is still to be found.
        must_join: Alone it is none: a title, a word, or between single marks.
        awaits_content: Its content is still to come, in the next paragraph.
        subject: The source, as tokens of the unit.
        modality: Whether it was said at all.
    """

    rule: str
    paragraph: int
    content: list[Span]
    cue: list[Span] = Factory(list)
    source: list[Span] = Factory(list)
    may_continue: bool = False
    lacks_source: bool = False
    must_join: bool = False
    awaits_content: bool = False
    subject: Range | None = None
    modality: Modality = "asserted"


def _uncontracted(unit: Unit, source: Range) -> Span:
    """The place of a source without the verb in ``he's``."""
    span, last = unit.span(*source), unit.lower[source[1] - 1]
    return Span(span.start, span.end - len(last) + re.search("['’]", last).start()) if last in CONTRACTED else span  # type: ignore[union-attr]


class ParseState:
    """
    A unit, and what the rules have read of it so far.

    Attributes:
        cues: Reporting verbs, in order.
        is_known: Whether the words at a place are the name of a person of the article.
        drafts: Statements read so far.
        taken_until: Index after the last token that a statement accounts for.
        cuts: For each cue where a content ends that starts far before it, once that was asked.
    """

    def __init__(self, unit: Unit, cues: list[Cue], is_known: Callable[[Span], bool] = bool) -> None:
        self.unit, self.cues, self.is_known = unit, cues, is_known
        self.drafts: list[Draft] = []
        self.taken_until = 0
        self.cuts: list[int | None] | None = None

    def draft(
        self, rule: str, content: list[Range], source: Range | None, cue: Range | None, *, may_continue: bool = False
    ) -> Draft:
        """A statement whose parts are ranges of tokens of the unit; too long a source is left out."""
        unit = self.unit
        if source:
            start, end = unit.span(*source)
            source = source if end - start <= LONGEST_SOURCE_CHARS else None
        return Draft(
            rule=rule,
            paragraph=unit.paragraph,
            content=[unit.span(*piece) for piece in content],
            cue=[unit.span(*cue)] if cue else [],
            source=[_uncontracted(unit, source)] if source else [],
            may_continue=may_continue,
            subject=source,
        )

    def next_cue(self, k: int, *, active: bool = False) -> Cue | None:
        """The first cue after token *k*, or the first whose subject does the saying."""
        at = bisect_right(self.cues, k, key=lambda cue: cue.at)
        following = self.following_active if active else self.cues
        return following[at] if at < len(following) else None

    @cached_property
    def following_active(self) -> list[Cue | None]:
        """For each cue itself, or the first after it, whose subject does the saying."""
        found: list[Cue | None] = []
        for cue in reversed(self.cues):
            found.append(cue if not cue.passive else found[-1] if found else None)
        return found[::-1]
