"""Write whatever a query returns as JSON text."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from timeline.model.visible_text import escaped_json


def json_text(value: Any, *, indent: int | None = None) -> str:
    """
    One line of JSON (or an indented text), characters as they are, but for those that control whoever shows it.

    Times are ISO 8601, ids and durations text, bytes hexadecimal, decimals numbers where a double holds them and text
    where not, what JSON cannot say (infinities) text.
    """
    try:
        text = json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False, indent=indent)
    except (TypeError, ValueError):  # a key that is no text, an infinity: rare, so looked for only now
        text = json.dumps(_sayable(value), ensure_ascii=False, allow_nan=False, indent=indent)
    return escaped_json(text)


def _plain(value: Any) -> Any:
    """A value of a kind that JSON does not have."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return list(value) if isinstance(value, set | frozenset) else str(value)


def _number(value: Decimal) -> int | float | str:
    if value.is_finite() and value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if value.is_finite() and Decimal(repr(near)) == value else str(value)


def _sayable(value: Any) -> Any:
    """The same with keys made text, and numbers that are none made text."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(_plain(key)): _sayable(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_sayable(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return value if value is None or isinstance(value, str | int) else _plain(value)
