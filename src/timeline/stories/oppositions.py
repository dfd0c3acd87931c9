"""What excludes that two reports are one happening, however alike their words are: opposites, streaks, what lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.language.lexicon.opposites import OTHER_SIDE
from timeline.stories.marks import opposite

if TYPE_CHECKING:
    from timeline.stories.marks import Marks
    from timeline.stories.reports import Report


def exclude(one: Report, other: Report) -> bool:
    """By what they say neither can be what the other is."""
    mine, theirs = one.marks, other.marks
    return (
        _move_apart(mine, theirs)
        or _undo(mine, theirs)
        or apart(mine.streaks, theirs.streaks)
        or apart(mine.extremes, theirs.extremes)
        or (mine.is_lasting and not theirs.is_perfect and _is_of_a_day(other, one))
        or (theirs.is_lasting and not mine.is_perfect and _is_of_a_day(one, other))
    )


def apart(one: frozenset[object], other: frozenset[object]) -> bool:
    """Both have some, and none is the same."""
    return bool(one and other and not one & other)


def _move_apart(one: Marks, other: Marks) -> bool:
    """Something goes up in the one, and down in the other."""
    return bool(one.moves and other.moves) and any(opposite(move) in other.moves for move in one.moves)


def _undo(one: Marks, other: Marks) -> bool:
    """Their verbs say opposites, and neither speaks of both."""
    return bool(one.sides and other.sides) and any(
        OTHER_SIDE[side] in other.sides and OTHER_SIDE[side] not in one.said and side not in other.said
        for side in one.sides
    )


def _is_of_a_day(report: Report, lasting: Report) -> bool:
    """It says on which day it was, and has no figure of what is told of all the time since something."""
    return report.day is not None and not report.figures & lasting.figures
