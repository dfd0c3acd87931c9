"""What excludes that two reports are one happening, though their words are alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from reported import DAY, report

from timeline.language.lexicon.opposites import OTHER_SIDE, SIDES_OF
from timeline.stories.oppositions import exclude

if TYPE_CHECKING:
    from timeline.stories.reports import Report

STATED = {"basis": "clause-timex"}

EXCLUDING = [
    (report("The mill closed for four weeks in a row.", "closed"),
     report("The mill closed for five weeks in a row.", "closed")),
    (report("Bread rose for the 3rd straight month.", "rose"),
     report("Bread rose for a fourth consecutive month.", "rose")),
    (report("The lake stood at its lowest level since May.", "stood"),
     report("The lake stood at its lowest level since October.", "stood")),
    (report("It was the worst harvest since 1994.", "was"), report("It was the worst harvest since 2003.", "was")),
    (report("Rents moved higher in Lindow.", "moved"), report("Rents moved lower in Lindow.", "moved")),
    (report("Wheat fell, pushing bread prices higher.", "fell"),
     report("Bread prices dropped as wheat fell.", "dropped")),
    (report("The council approved the bridge.", "approved"), report("The council rejected the bridge.", "rejected")),
    (report("Jo Brook was convicted.", "convicted"), report("Jo Brook was acquitted.", "acquitted")),
    (report("The fair opened in Lindow.", "opened"), report("The fair closed in Lindow.", "closed")),
    (report("Rents have risen since the flood.", "risen"), report("Rents rose Wednesday.", "rose", **STATED)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), EXCLUDING)
def test_what_excludes(one: Report, other: Report) -> None:
    """
    Longer streaks, other months since when, opposite moves and acts, and all of a time against one day of it.
    """
    assert exclude(one, other)
    assert exclude(other, one)


NEIGHBOURS = [
    (report("The mill closed for four weeks in a row.", "closed"), report("The mill closed.", "closed")),
    (report("The lake stood at its lowest level since May.", "stood"),
     report("The lake stood at its lowest level since May 2025.", "stood")),
    (report("It has rained since May.", "rained"), report("It has rained since June.", "rained")),
    (report("Wheat fell as bread prices rose.", "fell"), report("Bread prices rose as wheat fell.", "rose")),
    (report("Jo Brook was arrested and later released.", "arrested"), report("Jo Brook was released.", "released")),
    (report("A quake killed 9 in Lindow.", "killed"), report("The toll of the quake in Lindow rose to 17.", "rose")),
    (report("Rents have risen since the flood.", "risen"),
     report("Rents have risen as of Wednesday.", "risen", **STATED)),
    (report("Rents have risen 40 percent since the flood.", "risen"),
     report("Rents rose Wednesday to 40 percent more.", "rose", **STATED)),
    (report("Rents have risen since the flood.", "risen"),
     report("Rents rose in March.", "rose", until=DAY + timedelta(days=9), **STATED)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_what_does_not(one: Report, other: Report) -> None:
    """
    What says less, both of two opposites, a rising toll, or the same figure may be one happening.
    """
    assert not exclude(one, other)
    assert not exclude(other, one)


def test_sides_are_two_and_two() -> None:
    """
    Each side of a table has one other, and no word is on both.
    """
    assert all(OTHER_SIDE[OTHER_SIDE[side]] == side for side in OTHER_SIDE)
    assert not [word for word, sides in SIDES_OF.items() if {OTHER_SIDE[side] for side in sides} & sides]
