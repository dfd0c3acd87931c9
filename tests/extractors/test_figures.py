"""What is read as a figure, against its corpus."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import Example, cases, load
from timeline.events.codec import to_data
from timeline.extractors import figures, occurrences
from timeline.language.document import Document
from timeline.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.types.figure_reported import FigureReported

PARAGRAPHS = [example.text.strip() for example in load("figures")]


def stated(events: Iterable[FigureReported], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of events that a corpus states, nothing as an empty text, names as words."""
    rows = [to_data(event) | {"rule": event.rule, "confidence": event.confidence} | named(event) for event in events]
    asked = [tuple(fields) for fields in wanted] + [("text",)] * len(rows)
    return [
        {key: row[key] if row[key] is not None else "" for key in keys} for row, keys in zip(rows, asked, strict=False)
    ]


def named(event: FigureReported) -> dict[str, list[str]]:
    """What spans inside of a clause say."""
    before, spans = event.clause.start, {"names": event.names, "places": event.places}
    return {name: [event.clause_text[at.start - before : at.end - before] for at in spans[name]] for name in spans}


@pytest.mark.parametrize("example", cases("figures"))
def test_figures_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus states the figures beside it.
    """
    wanted = example.expected["events"]

    assert wanted == stated(figures.extract(example.document), wanted)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), st.dates(max_value=date(9999, 12, 30)))
@settings(max_examples=100, deadline=None)
def test_figures_cut_from_the_text_say_what_stands_there(paragraphs: list[str], day: date) -> None:
    """
    Whatever the article and the day: words are the text's own, and a figure stands in its clause.
    """
    document = Document(Article(key="any", text="\n\n".join(paragraphs), published=day))

    for event in figures.extract(document):
        assert event.recut(document.text) == {"text": event.text, "clause_text": event.clause_text}
        assert all(event.clause.covers(span) for span in (event.span, *event.names, *event.places))
        assert None in (event.value, event.low, event.high) or event.low == event.high == event.value


def test_nothing_is_stated_where_nothing_is_read(monkeypatch) -> None:
    """
    A failure of what tells when things happened is its own: no figure is read, and no error raised.
    """

    def fail(document: Document) -> None:
        raise RuntimeError(document.text)

    monkeypatch.setattr(occurrences, "extract", fail)

    assert [] == list(figures.extract(load("figures")[0].document))
