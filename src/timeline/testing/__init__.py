"""
This room is the test kit for projections, views and upcasts: given these events, when that happens, then these rows.

>>> from timeline.testing import given, published, said, withdrawn
>>> story = given(published("a", "The mayor said the bridge is safe.", said("the mayor", "the bridge is safe")))
>>> story = story.then("statements", [{"speaker": "the mayor", "quote": "the bridge is safe"}])
>>> story = story.when(withdrawn("a")).then("statements", [])

A step is whatever can be done with a `Timeline`: one of the functions below, or any function that takes it.
"""

from __future__ import annotations

from timeline.testing.events import happened, named, old, said
from timeline.testing.scenario import Scenario, given
from timeline.testing.steps import published, reextracted, retracted, withdrawn

__all__ = [
    "Scenario",
    "given",
    "happened",
    "named",
    "old",
    "published",
    "reextracted",
    "retracted",
    "said",
    "withdrawn",
]
