"""Test sentences, repeated lines and captions against their corpora."""

from __future__ import annotations

import pytest

from reading import Example, cases


@pytest.mark.parametrize("example", cases("sentences"))
def test_sentences_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus splits into the sentences beside it.
    """
    document = example.document

    assert example.expected["sentences"] == [span.cut(example.text) for span in document.sentences]


@pytest.mark.parametrize("example", cases("repeats"))
def test_repeats_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus has the repeated lines and captions beside it.
    """
    document = example.document

    assert example.expected["repeats"] == [span.cut(example.text) for span in document.repeats]
    assert example.expected["captions"] == [span.cut(example.text) for span in document.captions]
