"""JSON Lines: an article a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers import Origin

SUFFIXES = (".jsonl", ".ndjson")

FIELDS = ("id", "title", "published", "source", "url", "language", "captured")
"""Text, or absent, or null; other fields than these, ``authors`` and ``text`` are let be."""


def read(stream: BinaryIO, origin: Origin) -> Iterator[Article | InputError]:
    """
    Articles line by line; blank lines are passed over, and a bad line does not stop the rest.

    A line is ``{"id", "title"?, "published", "source"?, "url"?, "authors"?, "language"?, "captured"?, "text"}``.
    """
    number = 0
    while line := stream.readline(origin.max_bytes + 1):
        number += 1
        if len(line) > origin.max_bytes and not line.endswith(b"\n"):
            _pass_over(stream)
            yield origin.too_long(number)
            continue
        if line.strip():
            try:
                yield _article(line, origin, number)
            except InputError as error:
                yield error


def _pass_over(stream: BinaryIO) -> None:
    """Go to the end of a line without holding it."""
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _article(line: bytes, origin: Origin, number: int) -> Article:
    """
    The article of a line.

    Raises:
        InputError: The line is none.
    """
    try:
        row = json.loads(origin.decode(line, number))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise origin.error(f"is not JSON ({reason}).", number) from None
    if not isinstance(row, dict):
        raise origin.error('is no article: write {"id", "published", "text", ...}.', number)
    if "text" not in row:
        raise origin.error('lacks "text".', number)
    stated = {name: text for name in FIELDS if (text := _text(row, name, origin, number)) is not None}
    text = _text(row, "text", origin, number)
    return origin.article(stated, text or "", _authors(row, origin, number), number)


def _text(row: dict[str, Any], name: str, origin: Origin, number: int) -> str | None:
    """
    A field that is text; a number is good for an id.

    Raises:
        InputError: It is something else, or cannot be written as UTF-8.
    """
    value = row.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise origin.error(f'"{name}" must be text, not {json.dumps(value)[:40]}.', number)
    if value is not None and (not value.isascii() or "\0" in value):
        _check(value, name, origin, number)
    return value


def _check(value: str, name: str, origin: Origin, number: int) -> None:
    """
    Refuse what no text holds.

    Raises:
        InputError: Half of a surrogate pair, or a zero character.
    """
    if "\0" in value:
        raise origin.error(f'"{name}" holds a zero character (\\u0000): it is no text.', number)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(value[error.start]):04x}"
        raise origin.error(
            f'"{name}" holds half a surrogate pair ({half}): write the character whole.', number
        ) from None


def _authors(row: dict[str, Any], origin: Origin, number: int) -> tuple[str, ...]:
    """
    Names of authors; one name may stand without a list.

    Raises:
        InputError: They are something else.
    """
    value = row.get("authors")
    names = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise origin.error('"authors" must be a list of names.', number)
    for name in names:
        _check(name, "authors", origin, number)
    return tuple(names)
