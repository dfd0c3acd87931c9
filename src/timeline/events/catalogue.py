"""Write and check the published contract of the events: JSON Schemas by type and version, frozen by checksums."""

from __future__ import annotations

import hashlib
import json
import re
import types
import typing
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import attrs

from timeline import _resources
from timeline.errors import TimelineError
from timeline.events import EVENT_TYPES, Event, codec
from timeline.model.moments import Moment
from timeline.model.span import Span
from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Upcast = Callable[[Sequence[tuple[str, int, str]]], list[tuple[int, str]]]

SUMS_FILE = "SHA256SUMS"
ATTRIBUTE_NOTE = re.compile(r"^ {8}(\w+(?:, \w+)*): (.+(?:\n {12}.+)*)", re.MULTILINE)
SCALAR_SCHEMAS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    UUID: {"type": "string", "format": "uuid"},
    datetime: {
        "type": "string",
        "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{6})?)?$",
        "description": "naive UTC; a midnight is written as its day",
    },
    Moment: {
        "type": "string",
        "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{6})?([+-]\d\d:\d\d)?)?$",
        "description": "a day, or a moment with the offset it was given with; UTC without one",
    },
    dict[str, Any]: {"type": "object"},
    Span: {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
        "minItems": 2,
        "maxItems": 2,
        "description": "[start, end) in code points of the article's text",
    },
}


def schema(cls: type[Event]) -> dict[str, Any]:
    """The JSON Schema of a type's payload; every field is required, and no other is allowed."""
    hints = typing.get_type_hints(cls)
    kept = codec.envelope_fields(cls)
    names = [name for name in attrs.fields_dict(cls) if name not in kept]  # type: ignore[arg-type]
    notes = _field_notes(cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{cls.type}@{cls.version}",
        "description": " ".join((cls.__doc__ or "").split("Attributes:")[0].split()),
        "type": "object",
        "properties": {
            name: _schema_of(hints[name]) | ({"description": notes[name]} if name in notes else {})
            for name in sorted(names)
        },
        "required": sorted(names),
        "additionalProperties": False,
    }


def check(folder: Path | None = None, *, upcast: Upcast) -> list[str]:
    """
    What is wrong with the catalogue, a sentence each; empty when all is well.

    Every type has a schema that is the one of its record, and an example that is canonical and survives the codec;
    published files are those that `SUMS_FILE` names. *upcast* gives the newest version and payload of each type,
    version and payload: `timeline.store.upcasting.payloads`.
    """
    folder = folder or _resources.catalogue()
    return [*_check_types(folder, upcast), *_check_sums(folder)]


def freeze(folder: Path | None = None, *, upcast: Upcast) -> list[str]:
    """
    Write schemas, index and sums; examples are written by hand. Returns what is still wrong.
    """
    folder = folder or _resources.catalogue()
    for cls in _event_types():
        place = folder / cls.type
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{cls.version}.schema.json").write_text(_json_text(schema(cls)), "utf-8")
    (folder / "README.md").write_text(_index_page(), "utf-8")
    sums = [f"{_checksum(path)}  {path.relative_to(folder).as_posix()}" for path in _published_files(folder)]
    (folder / SUMS_FILE).write_text("\n".join(sums) + "\n", "utf-8")
    return check(folder, upcast=upcast)


def _check_types(folder: Path, upcast: Upcast) -> Iterator[str]:
    for cls in _event_types():
        path = folder / cls.type / f"{cls.version}.schema.json"
        if not path.exists() or path.read_text("utf-8") != _json_text(schema(cls)):
            yield f"{cls.type}@{cls.version}: the schema is not that of the record; publish a new version."
        example = folder / cls.type / f"{cls.version}.example.json"
        if not example.exists():
            yield f"{cls.type}@{cls.version}: no example; write {example.name}."
            continue
        data = codec.canonical(json.loads(example.read_text("utf-8")))
        envelope = dict.fromkeys(codec.envelope_fields(cls), "example")
        event = codec.decode(cls.type, cls.version, data, **{**envelope, "confidence": 1000})
        if codec.encode(event) != data:
            yield f"{cls.type}@{cls.version}: the example does not survive the codec."
        yield from _check_upcasts(folder, cls, {**envelope, "confidence": 1000}, upcast)


def _check_upcasts(folder: Path, cls: type[Event], envelope: dict[str, Any], upcast: Upcast) -> Iterator[str]:
    """Examples of earlier versions are read as records of today."""
    for version in range(1, cls.version):
        example = folder / cls.type / f"{version}.example.json"
        if not example.exists():
            yield f"{cls.type}@{version}: its example is missing; it says what has to be upcast for ever."
            continue
        data = codec.canonical(json.loads(example.read_text("utf-8")))
        try:
            codec.decode(cls.type, *upcast([(cls.type, version, data)])[0], **envelope)
        except TimelineError as error:
            yield f"{cls.type}@{version}: its example cannot be upcast: {error}"


def _check_sums(folder: Path) -> Iterator[str]:
    """Published files whose checksum is another one, or missing, and names of files that are not there."""
    path = folder / SUMS_FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    named = {name: total for total, name in (line.split("  ") for line in lines)}
    for file in _published_files(folder):
        name = file.relative_to(folder).as_posix()
        if named.pop(name, None) != _checksum(file):
            yield f"{name}: is not what {SUMS_FILE} names."
    yield from (f"{name}: is missing." for name in named)


def _event_types() -> list[type[Event]]:
    """All event types, sorted by name."""
    discover("events.types")
    return [EVENT_TYPES[name] for name in sorted(EVENT_TYPES)]


def _published_files(folder: Path) -> list[Path]:
    """Schemas and examples, sorted."""
    return sorted(folder.glob("*/*.json"))


def _checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _json_text(value: Any) -> str:
    """JSON as published files have it: indented, characters as they are."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _index_page() -> str:
    """The table of event types in Markdown."""
    lines = [
        "# Event catalogue",
        "",
        "Generated by `timeline catalogue freeze`; published files never change, a change is a new version.",
        "",
        "| type | version | meaning |",
        "|---|---|---|",
    ]
    lines += [
        f"| [`{cls.type}`]({cls.type}/{cls.version}.schema.json) ([example]({cls.type}/{cls.version}.example.json))"
        f" | {cls.version} | {schema(cls)['description']} |"
        for cls in _event_types()
    ]
    return "\n".join(lines) + "\n"


def _field_notes(cls: type[Event]) -> dict[str, str]:
    """What the docstrings of a record and its parents say about its fields."""
    notes: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        for found in ATTRIBUTE_NOTE.finditer(each.__doc__ or ""):
            notes.update((name, " ".join(found[2].split())) for name in found[1].split(", "))
    return notes


def _schema_of(hint: Any) -> dict[str, Any]:
    """The JSON Schema of a field, by its type hint."""
    if hint in SCALAR_SCHEMAS:
        return SCALAR_SCHEMAS[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if origin in (types.UnionType, typing.Union):
        parts = [part for part in arguments if part is not type(None)]
        rest = Moment if set(parts) == {date, datetime} else parts[0]
        return {"anyOf": [_schema_of(rest), {"type": "null"}]}
    raise TypeError(f"no JSON Schema for {hint!r}: add it to SCALARS.")
