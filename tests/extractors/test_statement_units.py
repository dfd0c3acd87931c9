"""Units: what the rules for statements read at once."""

from __future__ import annotations

import pytest

from building import article
from timeline.extractors import statements
from timeline.extractors.statements.unit import units
from timeline.language.document import Document


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Ana Ruiz said so ."], "Boats wait. Ana Ruiz said so. Crews wait."),
        (["It is “ bad ” ."], "It is “bad”. Crews wait."),
        (["Crews : boats wait ."], "Boats wait. Crews: boats wait."),
        ([], "Boats wait. Crews wait."),
        (["“ Boats wait . Crews wait , ” she said ."], "“Boats wait. Crews wait,” she said."),
    ],
    ids=["a reporting verb", "a quotation", "a colon", "nothing", "a quotation of two sentences"],
)
def test_sentences_that_can_hold_a_statement(expected, text):
    """
    Only sentences with a reporting word, a colon or a quotation are read; a quotation joins its sentences.
    """
    assert expected == [" ".join(unit.words) for unit in units(Document(article(text=text)))]


def test_words_of_cue_and_source_are_kept():
    """
    A statement holds its cue and source as they stand in the text; a quotation that stands alone has none.
    """
    text = "“Nobody knows how long it will be.”\nAna Ruiz has said ships must wait."
    alone, said = statements.extract(Document(article(text=text)))

    assert (None, None) == (alone.source_text, alone.cue_text)
    assert ("Ana Ruiz", "has said") == (said.source_text, said.cue_text)
