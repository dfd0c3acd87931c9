"""The log of an earlier day opens, verifies, is brought up to date and shows what it showed then."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict

import pytest

import golden_log
import timeline
from building import article
from timeline import cli
from timeline.errors import QueryError
from timeline.events import EVENT_TYPES
from timeline.plugins import discover
from timeline.store import connections, definitions, opening


@pytest.fixture(params=golden_log.NAMES)
def number(request):
    """A format in which a log was made."""
    return request.param


@pytest.fixture
def kept(number, tmp_path):
    """The log, as it was made."""
    path = tmp_path / "log.duckdb"
    path.write_bytes(gzip.decompress(golden_log.log_of(number).read_bytes()))
    return timeline.open(path)


@pytest.fixture
def expected(number):
    """What it held and showed when it was made."""
    return json.loads(golden_log.expected_of(number).read_text("utf-8"))


def test_it_opens_and_verifies(kept, expected):
    """
    Every leaf is what it was, the root too, and nothing is wrong; what was erased is known as such.
    """
    found = kept.verify()
    assert [] == found.problems
    assert expected["root"] == found.root == kept.status()["root"]
    assert expected["leaves"] == [event.leaf for event in kept.event_log.read()]
    assert ["private"] == [erasure.article for erasure in found.erasures]


def test_it_shows_what_it_showed(kept, expected):
    """
    Rebuilt by this version's queries, statements, texts, dates, occurrences and names are those of then.
    """
    kept.rebuild()
    assert expected == golden_log.shown(kept)
    assert all(found.agrees for found in kept.rebuild(check=True))


def test_its_events_are_read(kept):
    """
    Payloads of every type that is there become records of today.
    """
    discover("events.types")
    of_type = defaultdict(list)
    for event in kept.event_log.read():
        if event.data is not None:
            of_type[event.type].append(event.event_id)
    explained = [kept.explain(each).event.type for ids in of_type.values() for each in (*ids[:2], *ids[-2:])]
    assert set(explained) <= set(EVENT_TYPES)
    assert len(of_type) >= 16


def test_it_goes_on(kept, expected):
    """
    An article is appended, another read again; the old leaves stay, and the tree holds.
    """
    kept.append(article("new", "The mayor, Karin Lind, said the ferry is full."))
    kept.reextract()
    assert [] == kept.verify(projections=True).problems
    assert expected["leaves"] == [event.leaf for event in kept.event_log.read()][: len(expected["leaves"])]


def test_first_writer_brings_it_to_todays_format(kept, number):
    """
    Readers leave the format as it is; whoever writes adds the tables that are new, filled from the log.
    """
    asked = "select (select value from meta where key = 'format') as format, count(*) as tables from duckdb_tables()"
    (before,) = kept.sql(asked)
    kept.withdraw("ferry", reason="Gone.")
    (after,) = kept.sql(asked)
    assert (str(number), str(opening.FORMAT)) == (before.format, after.format)
    assert len(definitions.TABLES) + len(definitions.derived()) == after.tables > before.tables
    assert [] == kept.verify(projections=True).problems


def test_missing_heads_are_named_from_format_3_on(kept, number):
    """
    What was recorded before its times told commits is counted; a head that is missing behind it is a problem.
    """
    before = kept.verify()
    assert (before.events if number < 3 else 0) == before.untold
    kept.withdraw("ferry", reason="Gone.")
    kept.withdraw("bridge", reason="Gone, too.")
    with connections.writing(kept.path) as connection:
        connection.execute("delete from stored.heads where tree_size = $size", {"size": before.events + 1})
    found = kept.verify()
    assert (before.untold, [before.events + 1]) == (found.untold, [problem.position for problem in found.problems])
    assert "a head of" in str(found.problems[0])


def test_verify_says_how_many_events_lack_that(kept, number, capsys):
    """
    It is a line of its own, where there are such events.
    """
    assert 0 == cli.main(["verify", "--db", str(kept.path)])
    assert (number < 3) == ("an earlier version recorded" in capsys.readouterr().out)


def test_it_is_not_made_again():
    """
    The script that made it leaves it alone.
    """
    with pytest.raises(SystemExit, match="worth what it is because it stays"):
        golden_log.main()


def test_tables_of_another_version_say_how_to_make_them_anew(kept):
    """
    What asks a table that the file does not have yet names the command that makes it.
    """
    with connections.writing(kept.path) as connection:
        connection.execute("drop table if exists stored.statement_history")
    with pytest.raises(QueryError, match="run `timeline rebuild`"):
        len(kept.statements())
    kept.rebuild()
    assert len(kept.statements())
