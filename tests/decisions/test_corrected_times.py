"""A time that somebody corrected has the basis ``corrected``, wherever a basis is shown or decides something."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted, happened, named, said
from commands import run
from timeline import plugins, sql_files
from timeline.digests import Period
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles
from timeline.model.periods import period_start

ARTICLE, DAY = "2026-03-04", "2026-02-10"
BASES = ("basis", "said_basis")
AS_READ = {"statements": "publication", "occurrences": "publication", "dates": "absolute"}
FORMATS = sorted(plugins.discover("digests.formats"))
PERIODS = get_args(Period)


@pytest.fixture
def log(tmp_path):
    """A statement and a happening dated by publication, and a day that was named."""
    log = timeline.open(tmp_path / "log.duckdb")
    given = extracted(article(), said("Lind"))
    undated = happened("the bridge was closed", ARTICLE, basis="publication")
    others = Extraction("occurrences", 1, (undated,)), Extraction("dates", 1, (named("Monday", "2026-03-02"),))
    with freeze_time("2026-03-05"):
        append_articles(log.event_log, [with_more(given, *others)])
    return log


def with_more(given, *others):
    """What one extractor read, with what others did."""
    return type(given)(given.article, (*given.extractions, *others))


def ids(log):
    """Ids of what was read, by projection."""
    return {name: next(iter(log.sql(f"from {name}"))).event_id for name in AS_READ}


def correct(log, **changes):
    """Correct every event in the same way; returns the ids of the corrections."""
    with freeze_time("2026-03-06"):
        return [log.correct(event, changes, reason="Her diary.") for event in ids(log).values()]


SHOWN = [(room, name) for room in ("projections", "views") for name in sql_files.load(room)]
"""Every projection and view; those that show no basis are left out when they were asked once."""


def bases(log, **clocks):
    """Every basis that a projection or view shows, by its name and column."""
    found = {}
    for room, name in list(SHOWN):
        if room == "views":
            known = {each.name for each in sql_files.find("views", name).parameters}
            asked = {key: value for key, value in {"person": "Lind", **clocks}.items() if key in known}
            rows = log.run(name, **asked)
        else:
            rows = log.sql(f"from {name}(p_as_of := $as_of)", {"as_of": clocks.get("as_of")})
        shown = [column for column in BASES if column in rows.columns]
        found |= {f"{name}.{column}": row[column] for row in rows.dicts() for column in shown}
        if not shown:
            SHOWN.remove((room, name))
    return found


def test_corrected_time_has_its_basis_in_every_view(log):
    """
    Every projection and view that shows a basis shows ``corrected``; asked for the time before, what was read.
    """
    before = bases(log)
    assert {"statements.said_basis", "occurrences.basis", "dates.basis", "timeline.basis"} <= before.keys()
    assert {"who_said_what_when.said_basis", "person_lines.said_basis", "statement_lines.said_basis"} <= before.keys()
    assert {"digest_statements.said_basis", "digest_occurrences.basis"} <= before.keys()
    assert set(AS_READ.values()) == set(before.values())

    correct(log, when=DAY)

    assert dict.fromkeys(before, "corrected") == bases(log)
    assert before == bases(log, as_of="2026-03-05")


def test_basis_stays_when_something_else_is_corrected(log):
    """
    Only a corrected time has another basis.
    """
    before = bases(log)
    correct(log, paragraph="2")
    assert before == bases(log)


@pytest.mark.parametrize("ends", [{"said_from": "2026-02-10"}, {"said_to": "2026-02-11"}, {"said_precision": "day"}])
def test_each_part_of_a_time_counts(log, ends):
    """
    A beginning, an end or a precision that was corrected is a corrected time.
    """
    log.correct(ids(log)["statements"], ends, reason="x")
    assert ["corrected"] == [row.said_basis for row in log.sql("from statements")]


def test_basis_returns_when_the_correction_is_retracted(log):
    """
    What takes the correction back takes the basis back; one of two corrections leaves the other.
    """
    before = bases(log)
    first, second = correct(log, when=DAY), correct(log, when="2026-02-11")
    for event in first:
        log.retract(event, reason="no")
    assert dict.fromkeys(before, "corrected") == bases(log)
    for event in second:
        log.retract(event, reason="no")
    assert before == bases(log)


def test_basis_that_somebody_gives_is_theirs(log):
    """
    A basis given with the time, or after it, stands; a later time is corrected again.
    """
    event = ids(log)["statements"]
    log.correct(event, {"when": DAY, "said_basis": "cue-timex"}, reason="x")
    assert ["cue-timex"] == [row.said_basis for row in log.sql("from statements")]
    log.correct(event, {"when": "2026-02-11"}, reason="y")
    assert ["corrected"] == [row.said_basis for row in log.sql("from statements")]


def test_tables_and_evidence_stay_right(log):
    """
    The log verifies, tables are what a rebuild makes of them, and the event says what was read.
    """
    correct(log, when=DAY)
    assert [] == log.verify(projections=True).problems
    found = log.explain(ids(log)["statements"])
    assert "publication" == found.event.said_basis
    assert ["assertion_corrected"] == [row.type for row in found.decided]
    kept = sorted((row.position, row.said_basis) for row in log.sql("from statement_history"))
    log.rebuild()
    assert kept == sorted((row.position, row.said_basis) for row in log.sql("from statement_history"))


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_digest_files_it_under_the_corrected_day(log, form, period):
    """
    No format and no period calls a corrected time "by" a day, or dated by publication.
    """
    dated_by_publication = log.digest(form, period=period)
    correct(log, when=DAY)
    shown = log.digest(form, period=period)
    assert dated_by_publication != shown
    assert "By 10" not in shown
    assert "dated by publication" not in shown
    days = [row["date"] for row in json.loads(log.digest("json", period=period))["days"]]
    assert [period_start(date.fromisoformat(DAY), period).isoformat()] == days


def test_digest_of_salient_days_files_it_under_the_corrected_day(log):
    """
    What was corrected to a day tells of that day, and of no other.
    """
    correct(log, when=DAY)
    digest = log.salient(9, per_date=9)
    (section,) = [section for section in digest.sections if section.occurrences or section.statements]
    assert DAY == section.day.isoformat()
    assert ["the bridge was closed"] == [entry.text for entry in section.occurrences]
    assert ["the bridge is safe"] == [saying.quote for saying in section.statements]


def test_commands_show_it(log, capsys):
    """
    The command line corrects, quotes and digests in the same words.
    """
    for event in ids(log).values():
        run(capsys, "correct", str(event), f"when={DAY}", "--reason", "Her diary.", "--db", log.path)
    assert "10 Feb 2026" in run(capsys, "quotes", "--format", "table", "--db", log.path).out
    shown = run(capsys, "digest", "--period", "week", "--db", log.path).out
    assert "10 February 2026" in shown
    assert "corrected: Her diary." in shown
    assert "publication" not in shown.partition("“By” a day")[0]
