"""What a resource is: a path, what it may be asked, and what it answers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from timeline.api.timeline import Timeline
    from timeline.web.api.parameters import Pairs, Parameter
    from timeline.web.api.positions import Position, Positions

PREFIX = "/api/v1"
JSON = "application/json"


class Question(NamedTuple):
    """
    What a resource is asked.

    Attributes:
        log: The log that answers.
        positions: How far it goes.
        position: How far it went when the question came.
        path: As it stands in the address.
        pairs: Names and values of the address, as they stand there.
        values: The same, read, and what the path holds, by the names of the view.
        today: What days such as ``yesterday`` are counted from.
    """

    log: Timeline
    positions: Positions
    position: Position
    path: str
    pairs: Pairs
    values: Mapping[str, Any]
    today: date


class Resource(NamedTuple):
    """
    A path and what it answers.

    Attributes:
        path: Behind `PREFIX`, with the names of its parts: ``/events/{id}``.
        about: What it answers, in a sentence.
        parameters: What an address may hold.
        parts: What its path holds.
        answer: Gives the text of the answer.
        schema: The JSON Schema of what a log's answer is.
        streams: What else is answered, by media types, as OpenAPI has them.
        media_type: Of the answer.
    """

    path: str
    about: str
    parameters: tuple[Parameter, ...]
    parts: tuple[Parameter, ...]
    answer: Callable[[Question], str]
    schema: Callable[[Timeline], Mapping[str, Any]]
    streams: Mapping[str, Any] = MappingProxyType({})
    media_type: str = JSON

    @property
    def name(self) -> str:
        """What it is called: ``events``."""
        return self.path.split("/")[1]
