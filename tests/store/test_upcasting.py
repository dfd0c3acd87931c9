"""Rows of earlier versions become rows of today."""

from __future__ import annotations

import pytest

from building import article, extracted, said
from timeline.errors import IntegrityError
from timeline.events import EVENT_TYPES, Assertion, event
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import upcasting
from timeline.testing import old
from timeline.testing.scenario import laid_over

GUSTS = """-- upcast: gust_measured@1 to 2
--
-- Knots became kilometres an hour.
json_object('speed', cast(cast(data ->> '$.knots' as integer) * 1.852 as integer))
"""


@pytest.fixture(autouse=True)
def gust(tmp_path):
    """A type that has changed once, as it is today."""
    path = tmp_path / "queries" / "upcasts" / "gust_measured.1.sql"
    path.parent.mkdir(parents=True)
    path.write_text(GUSTS)

    @event("gust_measured", version=2)
    class GustMeasured(Assertion):
        """A gust was measured."""

        speed: int

    with laid_over(tmp_path / "queries"):
        yield GustMeasured
    del EVENT_TYPES["gust_measured"]


@pytest.fixture
def rows(tmp_path, gust):
    """An article, two gusts of the earlier version, a statement, and a gust of today."""
    log = EventLog(tmp_path / "log.duckdb")
    then = [old("gust_measured", 1, knots=knots) for knots in (10, 50)]
    append_articles(log, [extracted(article(), *then, said("Ana Silva"), gust(rule="test", speed=30))])
    return log.read("type != 'extraction_completed'")


def test_only_what_is_old_is_changed(rows):
    """
    Payload and version of earlier rows are today's; the rows between them, and what is committed to, stay.
    """
    first, ten, fifty, statement, today = rows
    found = upcasting.upcast(rows)
    expected = [
        first, ten._replace(schema_version=2, data='{"speed":19}'),
        fifty._replace(schema_version=2, data='{"speed":93}'), statement, today,
    ]  # fmt: skip
    assert expected == found
    assert [first, statement, today] == upcasting.upcast([first, statement, today])


def test_what_is_erased_stays_erased(rows):
    """
    A row without payload is upcast to itself and is no event any more.
    """
    gone = rows[1]._replace(data=None)
    assert [gone] == upcasting.upcast([gone])
    with pytest.raises(IntegrityError):
        upcasting.event(gone)


def test_row_is_the_event_of_today(rows, gust):
    """
    The event of a row of an earlier version is one of today, that of any other the one that was appended.
    """
    found = [upcasting.event(row) for row in rows]
    assert [gust(rule="test", speed=speed) for speed in (19, 93, 30)] == [found[1], found[2], found[4]]
    assert said("Ana Silva") == found[3]


def test_what_cannot_be_upcast_stays_what_it_is():
    """
    A payload that is broken keeps its version and takes no other one down with it.
    """
    given = [("gust_measured", 1, data) for data in ('{"knots":10}', "{", '{"knots":50}')]
    assert [(2, '{"speed":19}'), (1, "{"), (2, '{"speed":93}')] == upcasting.payloads(given)
