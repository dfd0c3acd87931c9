"""W3C Web Annotations: every citation with its exact words and their place (.jsonld)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.exporters import Citation, Told

STATEMENTS = True

CONTEXT_CHARS = 32
"""Characters of the article before and behind the words, by which they are found again."""


def render(told: Told) -> str:
    """
    An AnnotationPage (Web Annotation Data Model): one annotation for each place where something is told.

    Its target is the article, the words selected twice: as TextQuoteSelector with what is around them, and as
    TextPositionSelector, code points into the text as the log has it.
    """
    happened = ((one.when, one.words, one.citations) for one in told.happenings)
    said = ((one.when, f"{one.who}: {one.words}", one.citations) for one in told.statements)
    items = [
        _annotation(f"{when.label}: {words}", place)
        for when, words, citations in (*happened, *said)
        for place in citations
    ]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return json_text(page, indent=1) + "\n"


WRITERS = {".jsonld": render}


def _annotation(value: str, place: Citation) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{place.event_id}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": _moment(place.recorded_at),
        "generator": {"type": "Software", "name": "timeline"},
        "body": [{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}],
        "target": {"source": place.source.uri, "selector": _selectors(place)},
    }


def _selectors(place: Citation) -> list[dict[str, Any]]:
    text, start, end = place.source.text, place.start, place.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": place.quote,
        "prefix": text[max(0, start - CONTEXT_CHARS) : start],
        "suffix": text[end : end + CONTEXT_CHARS],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _moment(moment: datetime) -> str:
    return f"{moment.isoformat()}Z"
