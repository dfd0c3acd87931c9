"""Follow the log."""

from __future__ import annotations

from itertools import islice

import pytest

from building import article, extracted
from timeline.log import subscription
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.log.subscription import subscribe


def test_each_event_is_given_once_and_looked_for_again(tmp_path, monkeypatch):
    """
    A follower of a log that is not there yet waits between two looks that find nothing, and then only.
    """
    log, slept = EventLog(tmp_path / "log.duckdb"), []

    def sleep(seconds):
        slept.append(seconds)
        append_articles(log, [extracted(article(f"a{len(slept)}"))])

    monkeypatch.setattr(subscription.time, "sleep", sleep)
    told = [event.position for event in islice(subscribe(log, poll=7), 6)]
    assert (list(range(1, 7)), [7, 7, 7]) == (told, slept)


@pytest.mark.parametrize("after", [1, 3])
def test_only_what_is_behind_is_given(tmp_path, after, monkeypatch):
    """
    Behind a position, events are given in order, in as many looks as it takes.
    """
    log = EventLog(tmp_path / "log.duckdb")
    append_articles(log, [extracted(article(key)) for key in "abc"])
    monkeypatch.setattr(subscription, "BATCH_EVENTS", 2)
    told = [event.position for event in islice(subscribe(log, after=after), 6 - after)]
    assert list(range(after + 1, 7)) == told
