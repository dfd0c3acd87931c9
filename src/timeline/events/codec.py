"""Turn events into canonical JSON text and back; the only user of cattrs."""

from __future__ import annotations

import json
import typing
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import attrs
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from timeline.errors import CatalogueError, IntegrityError
from timeline.events import EVENT_TYPES, Event
from timeline.model.moments import Moment, iso_text, parse_moment
from timeline.model.span import Span
from timeline.plugins import discover

CANONICAL_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(data: dict[str, Any]) -> str:
    """JSON text with sorted keys, no blanks, and characters as they are: the same data gives the same bytes."""
    return CANONICAL_ENCODER.encode(data)


def encode(event: Event) -> str:
    """The payload of an event; what belongs to the envelope is left out."""
    return canonical(to_data(event))


def to_data(event: Event) -> dict[str, Any]:
    """The payload as JSON values."""
    data: dict[str, Any] = _converter().unstructure(event)
    return data


def decode(type_name: str, version: int, data: str, **envelope: Any) -> Event:
    """
    The event of a payload in its newest version.

    Args:
        type_name: Name in the catalogue.
        version: Schema version of the payload; older ones are upcast in SQL before they come here.
        data: JSON text.
        envelope: ``rule`` and ``confidence``, for what an extractor read.

    Raises:
        CatalogueError: No such type, or a later version.
        IntegrityError: The payload is of an earlier version, or not of that type's form.
    """
    cls = event_type(type_name)
    if version < cls.version:
        raise IntegrityError(f"its payload of version {version} could not be brought to version {cls.version}.")
    if version > cls.version:
        raise CatalogueError(f"{type_name} has version {cls.version} here, not {version}: install a newer timeline.")
    kept = {name: envelope[name] for name in envelope_fields(cls)}
    try:
        return _converter().structure(json.loads(data) | kept, cls)
    except Exception as error:  # cattrs groups errors of every kind
        raise IntegrityError(
            f"payload is not a valid {type_name}@{version}: {'; '.join(transform_error(error))}"
        ) from error


def event_type(name: str) -> type[Event]:
    """
    The record of an event type.

    Raises:
        CatalogueError: No such type.
    """
    discover("events.types")
    try:
        return EVENT_TYPES[name]
    except KeyError:
        raise CatalogueError(f"no event type {name!r}: `timeline catalogue` lists them.") from None


def envelope_fields(cls: type[Event]) -> tuple[str, ...]:
    """Fields of a record that the log keeps outside of the payload."""
    fields = attrs.fields_dict(cls)  # type: ignore[arg-type]
    return tuple(name for name, field in fields.items() if field.metadata.get("envelope"))


def quoting_fields(cls: type[Event]) -> set[str]:
    """Fields of a record that point into the text, or hold its words at such a place."""
    hints = typing.get_type_hints(cls)
    spans = {name for name, hint in hints.items() if hint in (Span, tuple[Span, ...])}
    return spans | {name for name in hints if name.removesuffix("_text") in spans}


@cache
def _converter() -> Converter:
    """One converter for all types: unknown keys are an error, spans are pairs, midnights are days."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Span, list)
    converter.register_unstructure_hook_func(lambda kind: kind == tuple[Span, ...], _span_pairs)
    converter.register_structure_hook(Span, lambda value, _: Span(*value))
    converter.register_unstructure_hook(UUID, str)
    converter.register_structure_hook(UUID, lambda value, _: UUID(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, iso_text)
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_unstructure_hook_func(_is_moment, lambda value: value.isoformat())
    converter.register_structure_hook_func(_is_moment, lambda value, _: parse_moment(value))
    converter.register_unstructure_hook_factory(_is_event, lambda cls: _unstructure_hook(converter, cls))
    converter.register_structure_hook_factory(
        _is_event, lambda cls: make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    )
    return converter


def _span_pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as JSON has them: pairs of start and end."""
    return [[start, end] for start, end in spans]


def _is_moment(kind: Any) -> bool:
    """A type hint is that of a day or moment."""
    return bool(kind == Moment)


def _is_event(cls: Any) -> bool:
    """A type hint is that of a record of events."""
    return isinstance(cls, type) and issubclass(cls, Event)


def _unstructure_hook(converter: Converter, cls: type[Event]) -> Any:
    """Write a record without the fields that the envelope keeps."""
    omitted = {name: override(omit=True) for name in envelope_fields(cls)}
    return make_dict_unstructure_fn(cls, converter, **omitted)  # type: ignore[arg-type]
