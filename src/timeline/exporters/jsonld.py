"""schema.org in JSON-LD: articles, what happened, who said what (.jsonld)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.model.periods import period_end

if TYPE_CHECKING:
    from timeline.exporters import Citation, Extent, Happening, Source, Statement, Told

STATEMENTS = True

SCHEDULED = "https://schema.org/EventScheduled"


def render(told: Told) -> str:
    """
    ``{"@context": "https://schema.org", "@graph": [...]}``: a NewsArticle for each source, Events, Quotations.

    Ids of articles are their URLs, those of events and quotations ``urn:uuid:`` and the id in the log. What is not
    known is left out; ``startDate`` and ``endDate`` (inclusive) of an Event are as fine as the text is.
    """
    graph = [*map(_article, told.sources), *map(_event, told.happenings), *map(_quotation, told.statements)]
    return json_text({"@context": "https://schema.org", "@graph": graph}, indent=1) + "\n"


WRITERS = {".jsonld": render}


def _article(source: Source) -> dict[str, Any]:
    return _known({
        "@type": "NewsArticle",
        "@id": source.uri,
        "identifier": source.key,
        "headline": source.title,
        "url": source.link,
        "datePublished": source.published.isoformat(),
        "inLanguage": source.language,
        "author": [{"@type": "Person", "name": name} for name in source.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": source.publisher} if source.publisher else None,
    })  # fmt: skip


def _event(one: Happening) -> dict[str, Any]:
    start, end = _dates(one.when)
    return _known({
        "@type": "Event",
        "@id": f"urn:uuid:{one.citations[0].event_id}",
        "name": one.words,
        "description": one.citations[0].quote,
        "disambiguatingDescription": one.when.label,
        "startDate": start,
        "endDate": end,
        "eventStatus": SCHEDULED if one.kind == "planned" else None,
        "location": [{"@type": "Place", "name": name} for name in one.places],
        "subjectOf": [_cited(place) for place in one.citations],
    })  # fmt: skip


def _quotation(one: Statement) -> dict[str, Any]:
    start, _ = _dates(one.when)
    return _known({
        "@type": "Quotation",
        "@id": f"urn:uuid:{one.citations[0].event_id}",
        "text": one.quote,
        "description": None if one.manner == "direct" else one.line,
        "spokenByCharacter": {"@type": "Person", "name": one.who} if one.speaker or one.source_mention else None,
        "dateCreated": start,
        "about": [{"@type": "Thing", "name": name} for name in one.about],
        "isPartOf": [_cited(place) for place in one.citations],
    })  # fmt: skip


def _cited(place: Citation) -> dict[str, Any]:
    """The part of an article where it stands, and, by its id, the article."""
    return _known({
        "@type": "WebPageElement",
        "name": place.label,
        "text": place.quote,
        "url": place.url,
        "isPartOf": {"@id": place.source.uri},
    })  # fmt: skip


def _dates(when: Extent) -> tuple[str | None, str | None]:
    """First and last moment, day, month or year, in ISO 8601; None where it is not known."""
    if when.clock and when.start and when.end:
        start, end = (f"{moment.isoformat()}Z" for moment in (when.start, when.end))
        return start, None if when.precision in ("second", "minute") else end
    if when.days is None:
        return None, None
    first, last = when.days
    chars = 10
    if first.day == 1 and last == period_end(last, "month"):
        chars = 4 if (first.month, last.month) == (1, 12) else 7
    begins = first.isoformat()[:chars] if when.start else None
    return begins, last.isoformat()[:chars] if when.end else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in values.items() if value not in (None, [])}
