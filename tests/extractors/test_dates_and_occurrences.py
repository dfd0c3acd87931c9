"""What is read as a mention of a time, and as an occurrence, against their corpora."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import Example, cases, load
from timeline.events.codec import to_data
from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.extractors import dates, occurrences
from timeline.language.document import Document
from timeline.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events import Assertion

PARAGRAPHS = [example.text.strip() for name in ("dates", "occurrences") for example in load(name)]


def said(events: Iterable[Assertion], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of events that a corpus states, an open bound as an empty text, names as words."""
    rows = [to_data(event) | {"rule": event.rule, "confidence": event.confidence} | named(event) for event in events]
    asked = [tuple(fields) for fields in wanted] + [("text",)] * len(rows)
    return [
        {key: row[key] if row[key] is not None else "" for key in keys} for row, keys in zip(rows, asked, strict=False)
    ]


def named(event: Assertion) -> dict[str, list[str]]:
    """What spans inside of an occurrence say."""
    if not isinstance(event, OccurrenceReported):
        return {}
    spans = {"trigger": event.trigger, "participants": event.participants, "places": event.places}
    before = event.span.start
    return {name: [event.text[at.start - before : at.end - before] for at in spans[name]] for name in spans}


@pytest.mark.parametrize("example", cases("dates"))
def test_dates_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus mentions the times beside it.
    """
    wanted = example.expected["events"]

    assert wanted == said(dates.extract(example.document), wanted)


@pytest.mark.parametrize("example", cases("occurrences"))
def test_occurrences_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus reports what stands beside it, at that time.
    """
    wanted = example.expected["events"]

    assert wanted == said(occurrences.extract(example.document), wanted)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), st.dates(max_value=date(9999, 12, 30)))
@settings(max_examples=100, deadline=None)
def test_events_cut_from_the_text_say_what_stands_there(paragraphs: list[str], day: date) -> None:
    """
    Whatever the article and the day: words are the text's own, spans lie in it, intervals are not empty.
    """
    document = Document(Article(key="any", text="\n\n".join(paragraphs), published=day))

    for event in [*dates.extract(document), *occurrences.extract(document)]:
        occurred = event.occurred
        assert event.recut(document.text) == {"text": event.text}
        assert all(0 <= span.start < span.end <= len(document.text) for span in event.evidence)
        assert all(word in event.text for words in named(event).values() for word in words)
        assert occurred.start is None or occurred.end is None or occurred.start < occurred.end


def test_what_would_begin_before_the_year_one_has_no_beginning():
    """
    A length that leads out of the calendar says only by when something happened.
    """
    document = Document(Article(key="old", text="Rents fell in the last two years.", published=date(2, 1, 1)))
    (event,) = occurrences.extract(document)

    assert (event.basis, event.start, str(event.end)) == ("unread", None, "0002-01-02 00:00:00")


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_each_sentence_is_reported_once(paragraphs: list[str]) -> None:
    """
    A sentence has one occurrence of its own; those of its clauses lie inside of it.
    """
    document = Document(Article(key="any", text="\n\n".join(paragraphs), published="2024-08-13"))
    found = list(occurrences.extract(document))
    own = [event for event in found if event.rule == "sentence"]

    assert len(own) == len({event.sentence for event in own})
    assert all(document.sentences[event.sentence].covers(event.span) for event in found)
    assert all(document.sentences[event.sentence].start == event.span.start for event in own)
