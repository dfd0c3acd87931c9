"""The benchmarks run; how fast things are is never a test."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from bench import running
from bench.newsroom import EVENTS, Newsroom
from bench.results import Result, table
from bench.setting import Setting

NEEDS = {"DuckDB, Arrow": "pyarrow", "eventsourcing, SQLite": "eventsourcing",
         "eventsourcing, SQLite, held open": "eventsourcing"}  # fmt: skip
"""Sides that need a library of the extra bench."""


@pytest.fixture(scope="module")
def setting(tmp_path_factory):
    """A log of some articles."""
    setting = Setting(tmp_path_factory.mktemp("bench"), 10 * EVENTS)
    setting.prepare()
    return setting


@pytest.mark.parametrize("name", running.NAMES)
def test_benchmark_runs(name, setting):
    """
    Every side of every benchmark does some work and says how much.
    """
    sides = [side for side in running.load(name).SIDES if side not in NEEDS or find_spec(NEEDS[side])]
    measures = {side: [running.measure(name, side, setting)] for side in sides}
    result = Result(name, running.load(name).UNIT, measures)
    assert [] == [side for side, (measure,) in measures.items() if measure.units <= 0 or measure.wall <= 0]
    assert len(sides) + 2 == len(table([result]).splitlines())


def test_made_up_news_are_the_same_for_the_same_seed():
    """
    Two runs measure the same work, and every span lies on its words.
    """
    first, again = (list(Newsroom(seed=5).deliveries(300)) for _ in range(2))
    assert first == again
    for delivery in first:
        for event in (event for extraction in delivery.extractions for event in extraction.events):
            assert event.recut(delivery.article.text) == {
                name: getattr(event, name) for name in event.recut(delivery.article.text)
            }
