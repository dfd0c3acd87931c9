"""JSON Lines: one happening a line, with every citation, its words and its link (.jsonl)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.model.moments import iso_text

if TYPE_CHECKING:
    from timeline.exporters import Citation, Happening, Told


def render(told: Told) -> str:
    """``{"when", "from", "to", "precision", "basis", "text", ..., "citations": [{"event", "url", "quote", ...}]}``."""
    return "".join(f"{json_text(_row(one))}\n" for one in told.happenings)


WRITERS = {".jsonl": render, ".ndjson": render}


def _row(one: Happening) -> dict[str, Any]:
    return {
        "when": one.when.label, "from": iso_text(one.when.start), "to": iso_text(one.when.end),
        "precision": one.when.precision, "basis": one.when.basis, "text": one.text, "subject": one.subject,
        "kind": one.kind, "modality": one.modality, "salience": one.salience, "participants": one.participants,
        "places": one.places, "correction": one.correction, "citations": [_cited(place) for place in one.citations],
    }  # fmt: skip


def _cited(place: Citation) -> dict[str, Any]:
    source = place.source
    return {
        "event": place.event_id, "article": source.key, "title": source.title, "publisher": source.publisher,
        "published": source.published.isoformat(), "paragraph": place.paragraph, "span": [place.start, place.end],
        "quote": place.quote, "url": place.url,
    }  # fmt: skip
