"""In what a place lies, as the words beside it say."""

from __future__ import annotations

import pytest

from timeline.language.nested_places import nested


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Belovsky district, Kursk region, was left.", "Belovsky, Kursk", ["Belovsky district, Kursk region"]),
        ("A storm hit Paris, Texas, on Monday.", "Paris", ["Paris, Texas"]),
        ("It derailed near Springfield, Ill., on Monday.", "Springfield", ["Springfield, Illinois"]),
        ("It burned in the town of Mayfield in western Kentucky.", "Mayfield, Kentucky", ["Mayfield, Kentucky"]),
        ("They fled Sudzha in the Kursk region.", "Sudzha, Kursk", ["Sudzha, Kursk region"]),
        ("They fled to Waco, Texas, United States.", "Waco", ["Waco, Texas, United States"]),
        ("They fled Russia's Belgorod region.", "Russia", ["Belgorod region, Russia"]),
        ("They fled the United States’ Texas.", "United States, Texas", ["Texas, United States"]),
    ],
)  # fmt: skip
def test_what_lies_in_what(text, names, expected):
    """
    Commas, in, of and a genitive say so, with the nouns of regions and directions; states are written in full.
    """
    assert expected == [", ".join(map(str, place)) for place in nested(text, names.split(", "))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Paris, London and Berlin.", "Paris, London, Berlin"),
        ("They met in Paris, London, Bonn, or Rome.", "Paris, London, Bonn, Rome"),
        ("They met in Moscow in March.", "Moscow"),
        ("They met in Berlin, Scholz said.", "Berlin"),
        ("They met in Berlin's Reichstag.", "Berlin"),
        ("They met in Berlin. In Paris, it rained.", "Berlin, Paris"),
    ],
)
def test_what_stands_beside_a_place_may_be_another(text, names):
    """
    Places of a list do not lie in each other, nor in what nothing shows to be a place.
    """
    assert names.split(", ") == [", ".join(map(str, place)) for place in nested(text, names.split(", "))]


def test_a_name_within_another_is_none():
    """
    Only whole words are the name of a place, each place is told once, and one that is not there not at all.
    """
    assert [] == list(nested("They left Romeville.", ["Rome"]))
    assert ["Rome"] == [str(place[0]) for place in nested("From Rome to Rome.", ["Rome"])]
    assert ["Rome"] == [str(place[0]) for place in nested("They left Rome.", ["Rome", "Bonn"])]


def test_nesting_ends():
    """
    No more than four levels are read.
    """
    names = ["Bonn", "Rome", "Oslo", "Lima", "Riga"]
    assert ["Bonn, Rome, Oslo, Lima", "Riga"] == [
        ", ".join(map(str, place)) for place in nested(f"in {', '.join(names)}.", names)
    ]
