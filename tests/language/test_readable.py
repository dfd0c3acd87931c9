"""Texts are read through what is not seen in them, and cited as they were given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extractors import extract
from timeline.language.readable import Reading
from timeline.model.article import Article
from timeline.model.span import Span


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ber\u00adgen", "Bergen"),
        ("\u200fMary\u200e Lind", "Mary Lind"),
        ("Rui\u0301z", "Ru\u00edz"),
        ("12\u202fAugust", "12 August"),
        ("&ldquo;No&rdquo; &amp; yes", "\u201cNo\u201d & yes"),
        ("R&D; Q&A &nosuch;", "R&D; Q&A &nosuch;"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    """
    Soft hyphens and marks of direction are no letters, accents belong to theirs, entities are what they stand for.
    """
    assert read == Reading(text).text


@given(st.text(alphabet="Aeof \u00ad\u202f\u0301&;amp\nid:-.,2", max_size=120))
def test_places_are_those_of_the_text_as_given(text: str) -> None:
    """
    What is read whole is the whole text, and every character of it has its place, in order.
    """
    reading = Reading(text)
    places = [reading.place(Span(at, at + 1)) for at in range(len(reading.text))]

    assert sorted(places) == places
    assert all(0 <= place.start < place.end <= len(text) for place in places)


def test_events_quote_the_text_as_given() -> None:
    """
    Spans, quotations and mentions are cut from the text as given; names are as they are read.
    """
    text = "Mary Lind left.\n&ldquo;It is la\u00adte,&rdquo; Li\u00adnd said."
    (event,) = [
        event for event in extract(Article(key="a", text=text, published=date(2024, 8, 13)))
        if event.type == "statement_reported"
    ]  # fmt: skip

    assert ("It is la\u00adte", "Li\u00adnd", "Mary Lind") == (event.quote, event.source_text, event.speaker)
    assert ["It is la\u00adte", "said", "Li\u00adnd"] == [span.cut(text) for span in event.evidence]
