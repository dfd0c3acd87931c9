"""
Event-sourced news timelines: articles in; cited, dated events, timelines and who-said-what-when out.

>>> import timeline
>>> log = timeline.open("news.duckdb")
>>> log.append("article.txt")
>>> for row in log.statements(speaker="Zelenskyy"):
...     print(row.said_to, row.speaker, row.quote, row.citation)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.api.timeline import Timeline, open  # noqa: A004
    from timeline.errors import (
        ExtractionError,
        InputError,
        IntegrityError,
        LogError,
        LogLocked,
        NotFound,
        QueryError,
        TimelineError,
    )
    from timeline.events import Event
    from timeline.extractors import extract
    from timeline.language.document import Document
    from timeline.model.article import Article
    from timeline.model.span import Span
    from timeline.model.withdrawal import Withdrawal
    from timeline.store.rows import Rows

__all__ = [
    "Article",
    "Document",
    "Event",
    "ExtractionError",
    "InputError",
    "IntegrityError",
    "LogError",
    "LogLocked",
    "NotFound",
    "QueryError",
    "Rows",
    "Span",
    "Timeline",
    "TimelineError",
    "Withdrawal",
    "extract",
    "open",
]

_HOMES = {
    "api.timeline": ("Timeline", "open"),
    "errors": (*(name for name in __all__ if name.endswith("Error")), "LogLocked", "NotFound"),
    "events": ("Event",),
    "extractors": ("extract",),
    "language.document": ("Document",),
    "model.article": ("Article",),
    "model.span": ("Span",),
    "model.withdrawal": ("Withdrawal",),
    "store.rows": ("Rows",),
}


def __getattr__(name: str) -> Any:
    """Import on first use: the command line starts without the engine."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"timeline.{home}"), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
