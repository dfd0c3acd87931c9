"""What differs between two texts is marked, and both can be read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.provenance.text_diff import line_changes, marked, pieces

LINES = st.lists(st.sampled_from(["a b c d", "a b c e", "f g h", "f g i", "j", "", "12 houses"]), max_size=6)


@given(st.text(), st.text())
def test_both_texts_can_be_read_from_the_pieces(before, after):
    """
    What is the same with what is gone is the first text, with what is new the second.
    """
    found = pieces(before, after)
    assert before == "".join(text for kind, text in found if kind != "new")
    assert after == "".join(text for kind, text in found if kind != "gone")


@given(LINES, LINES)
def test_lines_are_accounted_for(before, after):
    """
    Every line that differs is in one change, and the first text without what went and with what came is the second.
    """
    changes = line_changes(before, after)
    went = [change.before for change in changes if change.before is not None]
    came = [change.after for change in changes if change.after is not None]
    assert sorted([*before, *came]) == sorted([*after, *went])
    for change in changes:
        assert change.before_number is None or before[change.before_number - 1] == change.before
        assert change.after_number is None or after[change.after_number - 1] == change.after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("At least 12 people died.", "At least 15 people died.", "At least [-12-]{+15+} people died."),
        ("It cost $1,200.50.", "It cost $1,300.50.", "It cost $[-1,200.50-]{+1,300.50+}."),
        ("He came at last.", "She went at last.", "[-He came-]{+She went+} at last."),
        ("It is safe.", "It is safe.", "It is safe."),
        ("It is safe.", "It is not safe.", "It is {+not +}safe."),
        ("Ann, 12, left.", "Ann, 15, left.", "Ann, [-12-]{+15+}, left."),  # a word before or behind is not between
        ("12 people fled, 3 died.", "15 people fled, 9 died.", "[-12-]{+15+} people fled, [-3-]{+9+} died."),
    ],
)
def test_words_are_marked(before, after, shown):
    """
    Whole words and figures are marked; a word between two changes goes with them.
    """
    assert shown == marked(before, after)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "One two three four five six seven eight nine ten eleven.",
            "One two three four five six 7 eight nine ten eleven.",
            "… five six [-seven-]{+7+} eight nine …",
        ),
        ("One two three four 5", "One two three four 6", "… three four [-5-]{+6+}"),
        ("One two three 5", "One two three 6", "One two three [-5-]{+6+}"),  # one word left out saves nothing
        ("1 two three four five six 7", "8 two three four five six 9", "[-1-]{+8+} two three four five six [-7-]{+9+}"),
        (
            "1 two three four five six seven 8",
            "9 two three four five six seven 0",
            "[-1-]{+9+} two three … six seven [-8-]{+0+}",
        ),
        ("One two three four five six.", "One two three four five six.", "One two three four five six."),
    ],
)
def test_only_words_around_a_change_are_kept(before, after, shown):
    """
    Of what is the same, as many words as asked for stand beside each change, where that leaves out more than one.
    """
    assert shown == marked(before, after, around=2)


def test_lines_move():
    """
    A line that stands elsewhere has moved; one that shares half of its words has changed.
    """
    before, after = ["moved", "k", "l", "a b c d", "gone for good"], ["k", "l", "a b c e", "moved", "quite new"]
    found = [(change.change, change.before_number, change.after_number) for change in line_changes(before, after)]
    assert [("changed", 4, 3), ("removed", 5, None), ("moved", 1, 4), ("added", None, 5)] == found


def test_a_line_that_is_gone_stands_behind_what_stayed_above_it():
    """
    A line above it that moved does not take it along.
    """
    before, after = ["a b", "m n o p", "moved", "gone"], ["moved", "a b", "m n o q"]
    assert ["moved", "changed", "removed"] == [change.change for change in line_changes(before, after)]
