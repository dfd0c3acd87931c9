"""JSON Lines: an article a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import InputError
from timeline.readers._records import named, refuse_exports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".jsonl", ".ndjson")

TEXT_FIELDS = ("id", "title", "published", "source", "url", "language", "captured")
"""Text, or absent, or null; fields other than these, ``authors`` and ``text`` are ignored."""


def looks_like(beginning: bytes) -> bool:
    """It begins with an opening brace."""
    return beginning.startswith(b"{")


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of a file, line by line; blank lines are skipped, and a bad line does not stop the rest.

    A line is ``{"id", "title"?, "published", "source"?, "url"?, "authors"?, "language"?, "captured"?, "text"}``; the
    usual other names of these fields are known, and ``context.columns`` gives further ones.

    Raises:
        InputError: It holds the events of a log.
    """
    number = 0
    while line := stream.readline(context.max_bytes + 1):
        number += 1
        if len(line) > context.max_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield context.too_long(number)
            continue
        if line.strip():
            try:
                row = _row(line, context, number)
            except InputError as error:
                yield error
                continue
            refuse_exports(row, context)
            try:
                yield _article(row, context, number)
            except InputError as error:
                yield error


def _skip_line(stream: BinaryIO) -> None:
    """Skip the rest of a line without keeping it in memory."""
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _row(line: bytes, context: InputContext, number: int) -> dict[str, Any]:
    """
    The fields of a line.

    Raises:
        InputError: It is no JSON object.
    """
    try:
        row = json.loads(context.decode(line, number))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise context.error(f"is not JSON ({reason}).", number) from None
    if not isinstance(row, dict):
        raise context.error('is not an article: write {"id", "published", "text", ...}.', number)
    return row


def _article(row: dict[str, Any], context: InputContext, number: int) -> Article:
    """
    The article of a line.

    Raises:
        InputError: The line is none.
    """
    names = named(row, context.columns)
    if names.get("text") not in row:
        raise context.error(f'lacks "{names.get("text", "text")}".', number)
    known = {field: names.get(field, field) for field in (*TEXT_FIELDS, "text")}
    stated = {
        field: text
        for field, name in known.items()
        if (text := _text_field(row, name, context, number, number_too=field == "id")) is not None
    }
    text = stated.pop("text", "")
    return context.article(stated, text, _authors(row, names.get("authors", "authors"), context, number), number)


def _text_field(row: dict[str, Any], name: str, context: InputContext, number: int, *, number_too: bool) -> str | None:
    """
    A field that is text, or a whole number where it may be.

    Raises:
        InputError: It is something else.
    """
    value = row.get(name)
    if number_too and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise context.error(f'"{name}" must be text, not {json.dumps(value)[:40]}.', number)
    return value


def _authors(row: dict[str, Any], name: str, context: InputContext, number: int) -> tuple[str, ...]:
    """
    Names of authors; one name may stand without a list.

    Raises:
        InputError: They are something else.
    """
    value = row.get(name)
    names = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise context.error(f'"{name}" must be a list of names.', number)
    return tuple(names)
