"""Test the extractor of statements against its corpus."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import Example, cases, load
from timeline.extractors import statements
from timeline.extractors.statements.confidence import CONFIDENCE, confidence
from timeline.extractors.statements.rules import CUE_RULES, LAST_RULES, UNIT_RULES
from timeline.language.document import Document
from timeline.language.lexicon.words import words
from timeline.model.article import Article
from timeline.model.moments import iso_text

PIECES = words(
    """Ana Ruiz Berg she who said told added, saying that to the harbour is closed. " ” “ '' ' — , : ; (AP) As according
    on Monday and asked whether called "quoted words here ." while he's Mrs. U.S. 3.5 reports"""
)


@pytest.mark.parametrize("example", cases("statements"))
def test_statements_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus gives the events beside it, in order, and no others.
    """
    found = [_shown(example.text, event) for event in statements.extract(example.document)]
    expected = example.expected["events"]

    assert (
        expected
        == [{key: shown[key] for key in wanted} for wanted, shown in zip(expected, found, strict=False)]
        + found[len(expected) :]
    )


@pytest.mark.parametrize("example", [one for one in load("statements") if not one.fails], ids=lambda one: one.why)
def test_what_every_statement_holds(example: Example) -> None:
    """
    What a statement quotes is cut from the text, its rule has a confidence, and it was said by the end of the day.
    """
    for event in statements.extract(example.document):
        kept = {"quote": event.quote, "source_text": event.source_text, "cue_text": event.cue_text}
        assert {key: value for key, value in kept.items() if value} == event.recut(example.text)
        assert 0 < event.confidence < 1000
        assert event.said_to <= datetime(2024, 8, 14)
        assert (event.said_basis == "publication") == (event.said_from is None)


@given(st.lists(st.sampled_from([*sorted(PIECES), "\n"]), max_size=40))
def test_every_statement_lies_in_its_text(pieces: list[str]) -> None:
    """
    Whatever the text, spans are in it as it is read and not empty, what is quoted is cut from it, and twice gives the
    same.
    """
    document = _document(" ".join(pieces))
    text, found = document.text, list(statements.extract(document))

    assert all(0 <= span.start < span.end <= len(text) for event in found for span in event.evidence)
    assert all(event.quote == event.recut(text)["quote"] for event in found)
    assert found == list(statements.extract(_document(" ".join(pieces))))


def test_every_rule_has_an_example_and_a_confidence() -> None:
    """
    The rules that read the corpus are those that have a confidence.
    """
    read = {event.rule for example in load("statements") for event in statements.extract(example.document)}
    rules = [*UNIT_RULES, *CUE_RULES, *LAST_RULES]

    assert read == {group[0] for group in CONFIDENCE if len(group) == 1}
    assert len(read) == len(rules)


def test_confidence_is_that_of_the_narrowest_group_measured() -> None:
    """
    What a named speaker said within marks is surer than what nobody is there to speak; a group without a
    figure has its rule's.
    """
    said = confidence("content-cue", "direct", "said", "Ana Ruiz", "Ana Ruiz")

    assert said > confidence("cue-content", "indirect", "claimed", "officials", None)
    assert said > confidence("bare-quotation", "direct", None, None, None)
    assert CONFIDENCE[("introduced",)] == confidence("introduced", "mixed", "continued", "she", None)


def test_paragraphs_are_counted_from_one() -> None:
    """
    A statement names the paragraph in which its content starts.
    """
    example = load("statements")[6]

    assert [1, 2] == [event.paragraph for event in statements.extract(example.document)]


def _document(text: str) -> Document:
    """A new document over a text."""
    return Document(Article(key="words", text=text, published=date(2024, 8, 13)))


def _shown(text: str, event: statements.StatementReported) -> dict[str, str | list[str]]:
    """An event as the corpus writes it."""
    return {
        "quote": event.quote,
        "cue": " / ".join(span.cut(text) for span in event.cue),
        "source": " / ".join(span.cut(text) for span in event.source),
        "speaker": event.speaker or "",
        "manner": event.manner,
        "modality": event.modality,
        "rule": event.rule,
        "about": list(event.about),
        "said": f"{iso_text(event.said_from)} {iso_text(event.said_to)} {event.said_basis}",
    }
