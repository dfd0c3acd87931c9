"""How views are asked of a log."""

from __future__ import annotations

import pytest

import timeline
from building import article
from timeline.api import asking
from timeline.errors import NotFound


def test_story_that_is_named_stands_for_its_articles(tmp_path):
    """
    One text names a story, which has to be there; keys of articles and other values are passed on as they are.
    """
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article("a", "The bridge was closed on Monday.", published="2026-03-04"))

    found = asking.with_articles(path, {"story": "a", "since": "2026-03-01"}, wait=1)
    assert {"story": ["a"], "since": "2026-03-01"} == {**found, "story": list(found["story"])}
    assert {"story": ["b"]} == asking.with_articles(path, {"story": ["b"]}, wait=1)
    with pytest.raises(NotFound):
        asking.with_articles(path, {"story": "no-such-story"}, wait=1)
