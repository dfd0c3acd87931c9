"""Names that are written like one that nobody has."""

from __future__ import annotations

import pytest

from timeline.people.nearby import meant, near

PEOPLE = [
    ("Volodymyr Zelenskyy", ("Zelensky",)),
    ("Lena Brandt", ()),
    ("Lena Brand", ()),
    ("Tom Hale", ("Thomas Hale",)),
    ("Toma Hala", ()),
    ("Tim Hall", ()),
    ("Pyotr Tchaikovsky", ()),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Selenskyj", ["Volodymyr Zelenskyy"]),
        ("zelinsky", ["Volodymyr Zelenskyy"]),
        ("Volodimir Zelenski", ["Volodymyr Zelenskyy"]),
        ("Chaykovskiy", ["Pyotr Tchaikovsky"]),
        ("Brandtt", ["Lena Brandt"]),
        ("Brandd", ["Lena Brand", "Lena Brandt"]),
        ("Tomas Hale", ["Tom Hale", "Toma Hala"]),
        ("Hele", ["Tom Hale"]),
        ("Lena Zzz", []),
        ("Xi", []),
        ("", []),
    ],
)
def test_every_word_is_like_one_of_a_name(asked, expected):
    """
    Of four letters one may differ, or all if it sounds the same; the likest come first.
    """
    assert expected == near(asked, PEOPLE)


def test_a_name_that_somebody_has_is_not_wrong():
    """
    A part of a name, in any case, is what was found; then nobody else is meant.
    """
    assert [] == near("brand", PEOPLE)
    assert [] == near("thomas", PEOPLE)


def test_three_at_most_the_first_of_equals():
    """
    Of people whose names are equally like it those that come first are kept.
    """
    people = [(f"Ann Lund{letter}", ()) for letter in "abcd"]
    assert ["Ann Lunda", "Ann Lundb", "Ann Lundc"] == near("Lundx", people)


@pytest.mark.parametrize(
    ("names", "question"),
    [
        ([], ""),
        (["A"], "did you mean A?"),
        (["A", "B"], "did you mean A or B?"),
        (["A", "B", "C"], "did you mean A, B or C?"),
    ],
)
def test_question(names, question):
    """
    One, two or three names are listed as in a sentence.
    """
    assert question == meant(names)
