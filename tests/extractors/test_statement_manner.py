"""Contents are trimmed to their words, and keep the marks that belong to them."""

from __future__ import annotations

import pytest

from building import article
from timeline.extractors.statements.manner import trimmed_contents
from timeline.language.document import Document
from timeline.model.span import Span


def cut(text, *pieces):
    """The contents that some pieces of a text have."""
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    return [span.cut(text) for span in trimmed_contents(Document(article(text=text)), spans)]


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        (["Ships must wait"], ["Ships must wait,"]),
        (["Ships", "Ana Ruiz"], ["Ana Ruiz", "Ships"]),
        ([], [","]),
        (["Ships"], [",", "Ships"]),
    ],
    ids=["a comma at the end", "in order", "nothing but a comma", "one of commas only"],
)
def test_commas_and_order(expected, pieces):
    """
    Contents stand in the order of the text, without a comma at their end; commas alone are none.
    """
    assert expected == cut("Ships must wait, Ana Ruiz said.", *pieces)


@pytest.mark.parametrize(
    ("expected", "piece"),
    [
        ("the plan is “a very bad joke”", "the plan is “a very bad joke"),
        ("the plan is “a very", "the plan is “a very"),
        ("“a very bad joke” now", "a very bad joke” now"),
        ("a very bad joke", "a very bad joke"),
    ],
    ids=["at its end", "not where it is cut", "at its start", "not alone"],
)
def test_marks_around_part_of_a_content(expected, piece):
    """
    A quotation that a content begins or ends with keeps its marks when other words belong to the content.
    """
    assert [expected] == cut("She says the plan is “a very bad joke” now.", piece)
