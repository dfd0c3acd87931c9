"""
What an event is, and the register of event types.

An event is a frozen record in the past tense. Its type has a name and a version in the published catalogue
(``/events``); the log gives it an envelope (position, times, hashes) and derives the envelope's evidence and time from
the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

import attrs

from timeline.model.interval import UNDATED, Interval

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from timeline.model.span import Span

E = TypeVar("E", bound="Event")

EVENT_TYPES: dict[str, type[Event]] = {}
"""Event types by name, in their newest version; filled by the modules of this folder."""

PIECE_SEPARATOR = " / "
"""Joins the pieces of a quotation that its cue interrupts."""


class Event:
    """Something that was stated, read or decided, as it was at that moment."""

    __slots__ = ()
    type: ClassVar[str]
    version: ClassVar[int]

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Where the article says so."""
        return ()

    @property
    def occurred(self) -> Interval:
        """When it happened or was said."""
        return UNDATED

    @property
    def causation(self) -> UUID | None:
        """The event that this one corrects or retracts."""
        return None

    def recut(self, text: str) -> dict[str, str]:
        """The values of fields that quote the article, cut from its text again."""
        del text
        return {}


def envelope_field(**arguments: Any) -> Any:
    """Declare a field of a record that the log keeps in the envelope and not in the payload."""
    return attrs.field(metadata={"envelope": True}, **arguments)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field, envelope_field))
def record(cls: type[E]) -> type[E]:
    """Make a class a frozen record of keywords, one that events share."""
    return attrs.frozen(kw_only=True)(cls)


@record
class Assertion(Event):
    """
    Something that an extractor found in an article; it may be wrong.

    Attributes:
        rule: Name of the rule that found it.
        confidence: Per mille, 0 to 1000.
    """

    rule: str = envelope_field()
    confidence: int = envelope_field(default=1000)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field, envelope_field))
def event(name: str, *, version: int) -> Callable[[type[E]], type[E]]:
    """Make a class a frozen record and publish it under a name and version."""

    def publish(cls: type[E]) -> type[E]:
        """Freeze and register the class."""
        cls.type, cls.version = name, version
        record = attrs.frozen(kw_only=True)(cls)
        EVENT_TYPES[name] = record
        return record

    return publish
