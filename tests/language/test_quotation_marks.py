"""Test quotation marks against their corpus."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import Example, cases
from timeline.language.paragraphs import paragraphs
from timeline.language.quotation_marks import quotations


@pytest.mark.parametrize("example", cases("quotation_marks"))
def test_quotations_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus has the quotations beside it, and no others are left open or resumed.
    """
    found = example.document.quotations

    def cut(kept):
        return [quotation.span.cut(example.text) for quotation in kept]

    assert example.expected["quotations"] == cut(found)
    assert example.expected.get("left_open", []) == cut(one for one in found if not one.closed)
    assert example.expected.get("resumed", []) == cut(one for one in found if one.resumed)


@given(st.text(alphabet="aB .,\n\"'“”‘’`«»", max_size=60))
def test_quotations_are_apart_and_within_their_paragraphs(text: str) -> None:
    """
    Whatever the marks, quotations are in order, do not overlap, are not empty, and lie each in one paragraph.
    """
    lines = paragraphs(text)
    found = quotations(text, lines)

    assert all(one.after <= other.outer for one, other in pairwise(found))
    assert all(one.outer <= one.start < one.end <= one.after for one in found)
    assert all(any(line.start <= one.outer and one.after <= line.end for line in lines) for one in found)
