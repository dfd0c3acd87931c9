"""This file sets a digest as JSON: days with entries and statements, each with its citations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.interval import iso

if TYPE_CHECKING:
    from timeline.digests import Citation, Digest, Entry, Saying, Section, Source, When


def render(digest: Digest) -> str:
    """
    ``{"title", "days": [{"date", "entries": [{"text", ...}], "statements": [...]}], "undated", "sources"}``.

    A day stands once. It is the first of its section, or of a time without a beginning the last; ``when``, ``start``,
    ``end`` (half-open), ``precision`` and ``basis`` of each line say more.
    """
    days: dict[str, dict[str, Any]] = {}
    undated: dict[str, Any] = {"entries": [], "statements": []}
    for section in digest.sections:
        into = undated
        if section.day is not None:
            day = section.day.isoformat()
            into = days.setdefault(day, _day(day, section))
        into["entries"] += [_entry(entry) for entry in section.entries]
        into["statements"] += [_saying(saying) for saying in section.statements]
    data = {
        "title": digest.title,
        "days": list(days.values()),
        "undated": undated,
        "sources": [_source(source) for source in digest.sources],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _day(day: str, section: Section) -> dict[str, Any]:
    score = {} if section.score is None else {"score": section.score}
    return {"date": day, "label": section.label} | score | {"entries": [], "statements": []}


def _entry(entry: Entry) -> dict[str, Any]:
    score = {} if entry.score is None else {"score": round(entry.score, 6)}
    about = {"modality": entry.modality, "place": entry.place}
    return {"text": entry.text} | _when(entry.when) | about | score | _cited(entry.citations)


def _saying(saying: Saying) -> dict[str, Any]:
    said = {"speaker": saying.speaker, "cue": saying.cue, "manner": saying.manner, "quote": saying.quote}
    return said | _when(saying.when) | _cited(saying.citations)


def _when(when: When) -> dict[str, Any]:
    times = {"when": when.label, "start": iso(when.start), "end": iso(when.end)}
    return times | {"precision": when.precision, "basis": when.basis}


def _cited(citations: tuple[Citation, ...]) -> dict[str, Any]:
    return {
        "citations": [
            {
                "source": one.source.number,
                "article": one.source.article,
                "published": one.source.published.isoformat(),
                "paragraph": one.paragraph,
                "span": [one.start, one.end],
                "event": one.event_id,
            }
            for one in citations
        ]
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "article": source.article,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "url": source.url,
    }
