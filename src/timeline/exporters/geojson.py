"""GeoJSON: what happened at places that are named, for maps (.geojson; needs the extra `places`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.exporters import _gazetteer
from timeline.json_text import json_text
from timeline.language.nested_places import nested
from timeline.model.moments import iso_text

if TYPE_CHECKING:
    from timeline.exporters import Citation, Happening, Told
    from timeline.exporters._gazetteer import Spot
    from timeline.language.nested_places import Nested


def render(told: Told) -> str:
    """
    A FeatureCollection (RFC 7946) of what happened where, each with its sources; of nowhere known without geometry.

    Raises:
        MissingExtra: The extra is not installed.
    """
    placed = ((one, nested(one.text, one.places)) for one in told.happenings)
    collection = {
        "type": "FeatureCollection",
        "title": told.title,
        "attribution": _gazetteer.ATTRIBUTION,
        "features": [_feature(one, places) for one, places in placed if places],
    }
    return json_text(collection, indent=1) + "\n"


WRITERS = {".geojson": render}


def _feature(one: Happening, places: tuple[Nested, ...]) -> dict[str, Any]:
    found = [(place, _gazetteer.locate(place)) for place in places]
    spots = list(dict.fromkeys(spot for _, spot in found if spot))
    return {
        "type": "Feature",
        "id": f"urn:uuid:{one.citations[0].event_id}",
        "geometry": _geometry(spots),
        "properties": {
            "when": one.when.label, "from": iso_text(one.when.start), "to": iso_text(one.when.end),
            "precision": one.when.precision, "text": one.words, "kind": one.kind, "modality": one.modality,
            "salience": one.salience, "places": [_place(*pair) for pair in found],
            "sources": list(dict.fromkeys(place.source.outlet for place in one.citations)),
            "citations": [_cited(place) for place in one.citations], "correction": one.correction,
        },
    }  # fmt: skip


def _geometry(spots: list[Spot]) -> dict[str, Any] | None:
    points = [[spot.longitude, spot.latitude] for spot in spots]
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points} if points else None


def _place(place: Nested, spot: Spot | None) -> dict[str, Any]:
    """As the text names it; the country, and whether the point is that of a city, a region or a country."""
    name = ", ".join(map(str, place))
    if spot is None:
        return {"name": name}
    return {"name": name, "located": spot.name, "level": spot.level, "country": spot.country}


def _cited(place: Citation) -> dict[str, Any]:
    return {
        "label": place.full_label, "quote": place.quote, "url": place.url, "article": place.source.key,
        "published": place.source.published.isoformat(), "event": place.event_id,
    }  # fmt: skip
