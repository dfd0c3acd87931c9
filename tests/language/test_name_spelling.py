"""Test that names are brought to one spelling."""

from __future__ import annotations

import pytest

from timeline.language.name_spelling import folded, sounded


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("José Núñez", ("jose", "nunez")),
        ("Søren Łukasz", ("soren", "lukasz")),
        ("Mary-Ann O’Neil Jr.", ("mary", "ann", "oneil", "jr")),
    ],
)
def test_a_name_is_folded_to_plain_words(name: str, words: tuple[str, ...]) -> None:
    """
    Accents, stops and apostrophes go, hyphens part words.
    """
    assert words == folded(name)


@pytest.mark.parametrize(
    ("one", "other"), [("petrov", "petroff"), ("yuri", "iury"), ("al-amin", "amin"), ("schumann", "schuman")]
)
def test_ways_of_writing_one_sound_are_the_same(one: str, other: str) -> None:
    """
    A name written over from another alphabet sounds the same however that was done.
    """
    assert sounded(one) == sounded(other)
