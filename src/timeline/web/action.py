"""What an action on a page is: the form that it asks with, and what it records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType
    from uuid import UUID


class Field(NamedTuple):
    """
    What a form asks for, beside the reason.

    Attributes:
        name: What it is called when it is sent.
        label: In words.
        kind: ``hidden`` is known already, ``several`` are boxes to be ticked.
        value: What stands in it at first.
        hint: What it may be.
        choices: Values and words of what can be ticked.
        required: It cannot be left empty.
    """

    name: str
    label: str = ""
    kind: Literal["hidden", "text", "several"] = "text"
    value: str = ""
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    required: bool = True


class Recorded(NamedTuple):
    """
    What an action came to.

    Attributes:
        event_id: The event that was appended.
        sentence: What it says.
        can_be_undone: By a retraction of it.
    """

    event_id: UUID
    sentence: str
    can_be_undone: bool = True


class Offer(NamedTuple):
    """
    An action that can be taken on a page.

    Attributes:
        name: Of its file.
        action: Its module.
        fields: What its form asks for.
        given: What was sent before, when that was not enough.
        reason: As it was sent before.
    """

    name: str
    action: ModuleType
    fields: Sequence[Field]
    reason: str = ""

    @property
    def label(self) -> str:
        """In words, as the button has it."""
        return str(self.action.LABEL)

    @property
    def note(self) -> str:
        """What it means."""
        return str(self.action.NOTE)


def one(given: Mapping[str, Sequence[str]], name: str) -> str:
    """The value of a field; empty where nothing was sent."""
    return next(iter(given.get(name, ())), "").strip()


def event_id(text: str) -> str:
    """The id of an event that is written as such, or as the address of its page."""
    _, found, behind = text.strip().partition("/event/")
    return (behind if found else text.strip()).partition("?")[0].partition("#")[0]


def shown(value: Any) -> str:
    """A value of an event as a field of a form has it."""
    return "" if value is None else str(value)
