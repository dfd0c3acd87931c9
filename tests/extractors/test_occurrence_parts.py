"""The parts of which occurrences are made, where no text of the corpus shows what they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import sql_files
from timeline.extractors import occurrences
from timeline.extractors.occurrences.clauses import Clause, clauses
from timeline.extractors.occurrences.participants import NameIndex
from timeline.extractors.occurrences.salience import BASE, SHOWN_PER_MILLE, WORTH
from timeline.language.document import Document
from timeline.model.article import Article
from timeline.model.span import Span


def document(text: str, title: str | None = None) -> Document:
    """An article as extractors see it."""
    return Document(Article(key="any", text=text, title=title, published="2024-08-13"))


def test_a_sentence_without_times_is_left_whole() -> None:
    """
    Clauses are for dating: where no time is, there is nothing to tell apart.
    """
    text = "The crew slept in the hold and the mate slept on deck."

    assert (Clause(Span(0, len(text)), "main"),) == clauses(text, Span(0, len(text)), [])


def test_a_name_that_the_end_of_a_clause_cuts_takes_no_part() -> None:
    """
    Evidence of a clause lies in it.
    """
    text = "They praised the film Long Velmora Winter for an hour."
    index = NameIndex(document(text))

    assert ((Span(22, 41),), ()) == index.participants_and_places(Span(0, len(text)))
    assert ((), ()) == index.participants_and_places(Span(0, text.index("Winter")))


def test_blanks_report_nothing() -> None:
    """
    An article without a paragraph has no sentence that says something.
    """
    assert [] == list(occurrences.extract(document(" \n ")))


@pytest.mark.parametrize(
    ("title", "place"), [(" Ferry sinks near harbour. ", "headline"), ("Four drown", "body"), (None, "body")]
)
def test_a_first_line_that_holds_the_title_is_a_headline(title: str | None, place: str) -> None:
    """
    It may end like a sentence; a sentence under another title is the body's.
    """
    first, *_ = occurrences.extract(document("Ferry sinks near harbour.\n\nFour people drowned.", title))

    assert place == first.place


def test_what_is_told_is_the_same_to_views_and_readers() -> None:
    """
    Views take what extractors let count as told, and the page for readers says what each sign is worth.
    """
    page = (Path(__file__).parents[2] / "docs" / "how-happenings-are-told.md").read_text("utf-8")

    assert f"salience >= {SHOWN_PER_MILLE}" in sql_files.find("macros", "is_told").sql
    assert f"begins with {BASE}; from {SHOWN_PER_MILLE} on it is told" in page
    assert [] == [sign for sign, worth in WORTH.items() if f"{worth:+d}" not in page]
