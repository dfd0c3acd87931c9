"""Stages of what holds: one with nothing to say is left out, and a relation of its columns takes its place."""

from __future__ import annotations

import pytest

import timeline
from building import article, extracted, said
from timeline import sql_files
from timeline.log.append import append_articles
from timeline.projections import stages
from timeline.store import connections


@pytest.fixture
def connection(tmp_path):
    """A log in which an article was revised and an event corrected; each extractor read each text once."""
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Putin"))])
    append_articles(log.event_log, [extracted(article(title="New"), said("Putin"))])
    (statement, *_) = log.statements()
    log.correct(str(statement.event_id), {"speaker": "Zelenskyy"}, reason="misread")
    with connections.reading(log.path) as connection:
        yield connection


def columns(connection, sql):
    """Names and types of what a statement gives."""
    return [tuple(row[:2]) for row in connection.execute(f"describe {sql}").fetchall()]


@pytest.mark.parametrize("name", stages.optional())
def test_idle_stage_has_the_columns_of_the_stage(connection, name):
    """
    The columns that a header declares are those of its statement, in name and type.
    """
    before = ", ".join([*stages.upcast(), *(f"{each.name} as ({each.sql}\n)" for each in stages.stages())])
    declared = columns(connection, stages._empty(sql_files.find("assertions", name)))
    assert declared == columns(connection, f"with {before} from {name}")


def test_only_stages_with_something_to_say_are_read(connection):
    """
    A revision is for ``current_texts``, a correction for ``corrections``; ``shown_extractions`` idles up to a
    second extraction.
    """
    assert ["shown_extractions"] == stages.idle(connection, "stored.log")
    first = "(from stored.log where revision = 1 and type not in ('assertion_corrected'))"
    assert ["corrections", "current_texts", "shown_extractions"] == stages.idle(connection, first)
    assert stages.optional() == stages.idle(connection, "(from stored.log limit 0)")


def test_stages_that_only_idle_ones_read_are_left_out():
    """
    Without corrections neither decisions nor their targets are read.
    """
    assert {"texts", "current_texts", "corrections", "shown_extractions", "valid_assertions"} == {
        each.name for each in stages.stages(["corrections", "shown_extractions"])
    }
    assert ["valid_assertions"] == [each.name for each in stages.stages(stages.optional())]


def test_simple_form_says_what_the_stages_say(connection):
    """
    Where all stages are idle, ``valid_assertions`` has the same rows simply and through empty stages.
    """
    log = "with log as (from stored.log where revision = 1 and position < 4)"
    whole, simple = (f"{log}, {stages.expressions(idle)} from valid_assertions" for idle in ((), stages.optional()))
    assert sorted(columns(connection, whole)) == sorted(columns(connection, simple))
    names = ", ".join(name for name, _ in sorted(columns(connection, whole)))
    rows = [connection.execute(f"{each} select {names} order by position").fetchall() for each in (whole, simple)]
    assert rows[0]
    assert rows[0] == rows[1]
