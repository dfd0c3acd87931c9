"""What a report says of the course of things."""

from __future__ import annotations

import pytest
from reported import report

from timeline.stories.reports import packed, unpacked


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Rents rose in Lindow.", {"+rents"}),
        ("Pears and plums were lower.", {"-pears", "-plums"}),
        ("Rents rose and rents fell.", set()),
        ("Prices at Alder rose.", {"+prices"}),
        ("Rents stayed.", set()),
    ],
)
def test_what_moves_stands_before_it(text: str, moves: set[str]) -> None:
    """
    What rises and falls in one report moves nowhere, and names do not move.
    """
    assert moves == report(text).marks.moves


@pytest.mark.parametrize(
    ("text", "streaks", "extremes"),
    [
        ("It snowed for three days running.", {"3"}, set()),
        ("It snowed for the 23rd straight day, the longest since March 2019.", {"23"}, {"march", "2019"}),
        ("It snowed four times in a row.", set(), set()),
        ("The street is straight, and has been since May.", set(), set()),
    ],
)
def test_streaks_and_extremes(text: str, streaks: set[str], extremes: set[str]) -> None:
    """
    Of units of time one after the other, and of months and years behind a superlative.
    """
    assert (streaks, extremes) == (report(text).marks.streaks, report(text).marks.extremes)


@pytest.mark.parametrize(
    ("text", "verb", "is_further"),
    [
        ("Police arrested another man.", "arrested", True),
        ("Police arrested a fourth man.", "arrested", True),
        ("A second man was arrested.", "arrested", True),
        ("He was again arrested.", "arrested", True),
        ("He won it again.", "won", True),
        ("Officials confirmed that police arrested another man.", "confirmed", True),
        ("Police arrested the man, another blow to his club.", "arrested", False),
        ("Another captain, Jo Brook, was arrested.", "arrested", False),
        ("He said again he was arrested.", "arrested", False),
        ("The first man was arrested.", "arrested", False),
    ],
)
def test_what_is_done_again_stands_beside_the_verb(text: str, verb: str, is_further: bool) -> None:  # noqa: FBT001
    """
    What else is one more in a sentence says nothing of what was done.
    """
    assert is_further == report(text, verb).marks.is_further


@pytest.mark.parametrize(
    ("text", "verb", "is_perfect", "is_lasting"),
    [
        ("Rents have risen since May.", "risen", True, True),
        ("Rents have also risen.", "risen", True, False),
        ("Rents rose, as they have since May.", "rose", False, False),
    ],
)
def test_what_lasts(text: str, verb: str, is_perfect: bool, is_lasting: bool) -> None:  # noqa: FBT001
    """
    The verb itself stands in the perfect, and *since* behind it.
    """
    marks = report(text, verb).marks
    assert (is_perfect, is_lasting) == (marks.is_perfect, marks.is_lasting)


def test_marks_are_kept() -> None:
    """
    What is compared in a later append is what was read in an earlier one.
    """
    one = report("Rents have risen for two months running, the most since May, and fell again.", "risen")
    assert one == unpacked(packed(one))
