"""Words as a part of a regular expression that writes common beginnings once."""

from __future__ import annotations

import re

import pytest

from timeline.language.lexicon.finite_verbs import PAST_VERBS
from timeline.language.lexicon.words import alternatives, tree


@pytest.mark.parametrize("table", [{"a"}, {"do", "done", "does"}, {"e.g", "e", "a few", "a-b"}, PAST_VERBS], ids=len)
def test_a_tree_finds_what_alternatives_find(table):
    """The longest word that stands at a place is found, and a shorter one where more is asked for behind it."""
    text = " ".join([*sorted(table), *(f"{word}s" for word in sorted(table)), "DONE don"])
    for behind in ("", r"\b", "s"):
        expected = re.findall(rf"(?:{alternatives(table)}){behind}", text)
        assert expected == re.findall(rf"(?:{tree(table)}){behind}", text)


def test_a_tree_writes_common_beginnings_once():
    """No letter that several words begin with is written twice."""
    assert 1 == tree(["doing", "does", "done"]).count("d")
