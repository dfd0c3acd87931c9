"""Which resources there are: one table, of which the routes and the OpenAPI document are made."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.people import identities
from timeline.web.api import digests, events, log_facts
from timeline.web.api.listings import Listing, listing
from timeline.web.api.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.api.timeline import Timeline
    from timeline.web.api.resource import Resource

PERSON = Parameter("name", "person", "text", "a name of the person, or a part of it that nobody else shares")


def _found(log: Timeline, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the name that the person goes by."""
    return {**fields, "person": identities.find(log.event_log, fields["person"])}


LISTINGS = {
    "/timeline": Listing("timeline"),
    "/reports": Listing("reports", order="day, position"),
    "/statements": Listing("who_said_what_when"),
    "/speakers": Listing("speakers"),
    "/who/{name}": Listing("person_lines", parts=(PERSON,), found=_found),
    "/people": Listing("people"),
    "/articles": Listing("publications"),
    "/stories": Listing("stories"),
    "/figures": Listing("figure_steps"),
    "/conflicts": Listing("conflicts"),
    "/copies": Listing("copies"),
}
"""The lists, by their paths."""


@cache
def resources() -> tuple[Resource, ...]:
    """All of them."""
    listed = tuple(listing(path, told) for path, told in LISTINGS.items())
    return (*listed, *events.resources(), *log_facts.resources(), *digests.resources())
