"""This file tests numbers against their corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import Example, cases
from timeline.language.numbers import number_value, numbers


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
    assert [value] == [one.value for one in numbers(f"They saw {value:,} birds.")]
