"""Test numbers against their corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import Example, cases
from timeline.language.numbers import lowered, number_value, numbers


@pytest.mark.parametrize("example", cases("numbers"))
def test_numbers_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus holds the numbers beside it.
    """
    found = example.document.numbers

    assert example.expected["numbers"] == [[one.span.cut(example.text), one.value] for one in found]


@given(st.integers(0, 10**15))
def test_digits_are_read_as_written(value: int) -> None:
    """
    A number in digits has its value, with separators or without.
    """
    assert value == number_value(str(value))
    assert isinstance(number_value(str(value)), int)
    assert [value] == [one.value for one in numbers(f"They saw {value:,} birds.")]


def test_a_whole_number_of_halves_is_an_int() -> None:
    """
    What amounts to a whole number is an int, however it is written.
    """
    assert [2, 3.5, 5] == [number_value(words) for words in ("2.0", "three and a half", "five")]
    assert isinstance(number_value("2.0"), int)


@given(st.text(max_size=40) | st.just("İstanbul İZMİR"))
def test_lower_case_keeps_every_character_at_its_place(text: str) -> None:
    """
    Letters whose lower case takes two characters keep one, so that spans fit both texts.
    """
    assert len(text) == len(lowered(text))
    assert "bonn" == lowered("BONN")
