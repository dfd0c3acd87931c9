"""Test names against their corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import Example, cases
from timeline.language.names import names


@pytest.mark.parametrize("example", cases("names"))
def test_names_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus has the names and titles beside it; people and others are told apart where that shows.
    """
    found = example.document.names

    assert example.expected["names"] == [[name.text, name.title] for name in found]
    assert set(example.expected.get("people", [])) <= {name.text for name in found if name.person}
    assert set(example.expected.get("others", [])) <= {name.text for name in found if name.person is False}
    assert set(example.expected.get("unknown", [])) <= {name.text for name in found if name.person is None}
    for key, gender in (("he", "he"), ("she", "she"), ("neither", None)):
        assert set(example.expected.get(key, [])) <= {name.text for name in found if name.gender == gender}


@given(st.text(alphabet="AaBe .’'-TheMrdevan\n", max_size=60))
def test_names_lie_in_the_text(text: str) -> None:
    """
    Whatever the text, names are in order, not empty, and their last word stands where they end.
    """
    found = names(text)

    assert sorted(found) == list(found)
    assert all(name.outer <= name.start < name.end <= len(text) for name in found)
    assert all(text[: name.end].endswith(name.words[-1]) for name in found)
