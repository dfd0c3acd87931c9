"""Payloads of earlier versions are read as those of today, those of later ones refused."""

from __future__ import annotations

import json

import duckdb
import pytest

import timeline
from building import TEXT, article, extracted, said
from commands import run
from timeline.errors import CatalogueError, IntegrityError, LogFormatError
from timeline.events import EVENT_TYPES, Assertion, catalogue, codec, event
from timeline.events.types.date_mentioned import DateMentioned
from timeline.events.types.statement_reported import StatementReported
from timeline.log.append import append_articles
from timeline.store import opening
from timeline.store.upcasting import event as event_of
from timeline.store.upcasting import payloads
from timeline.testing import given, old, published
from timeline.testing.scenario import laid_over

PROJECTION = """-- projection: tides
-- history:    tide_history
-- grain:      one row per tide
-- key:        event_id, recorded_from
-- by:         article
-- order:      position
-- reads:      tide_measured@3
select position, event_id, article, schema_version, cast(data ->> '$.centimetres' as integer) as centimetres,
    data ->> '$.at' as at_, recorded_from, recorded_to
from assertions
where type = 'tide_measured'
"""
METRES = """-- upcast: tide_measured@1 to 2
--
-- Metres became centimetres.
json_object('centimetres', cast(100 * cast(data ->> '$.metres' as double) as integer)) -- rounded
"""
PLACE = """-- upcast: tide_measured@2 to 3
--
-- Where it was measured: always here, then.
json_merge_patch(data, '{"at": "the pier"}')
"""
FIRST = old("tide_measured", 1, metres=1.5)
SECOND = old("tide_measured", 2, centimetres=160)


@pytest.fixture
def queries(tmp_path):
    """A folder with the upcasts of a type that has changed twice."""
    folder = tmp_path / "queries"
    for name, text in {
        "projections/tides": PROJECTION, "upcasts/tide_measured.1": METRES, "upcasts/tide_measured.2": PLACE,
    }.items():  # fmt: skip
        path = folder / f"{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture
def tide():
    """The type of today: its third version."""

    @event("tide_measured", version=3)
    class TideMeasured(Assertion):
        """A tide was measured."""

        centimetres: int
        at: str

    yield TideMeasured
    del EVENT_TYPES["tide_measured"]


def test_all_versions_are_projected_as_the_newest(queries, tide):
    """
    A payload goes through every step from its version on; those of today through none.
    """
    now = tide(rule="test", centimetres=170, at="the lock")
    given(published("a", TEXT, FIRST, SECOND, now), queries=queries).then(
        "tides",
        [
            {"centimetres": 150, "at_": "the pier", "schema_version": 3},
            {"centimetres": 160, "at_": "the pier", "schema_version": 3},
            {"centimetres": 170, "at_": "the lock", "schema_version": 3},
        ],
    )


def test_record_is_what_the_projection_sees(queries, tide):
    """
    Records are made of the same upcasts, so that what is explained is what is shown.
    """
    with laid_over(queries):
        (version, data), unknown = payloads([("tide_measured", 1, '{"metres":1.5}'), ("other", 7, "{}")])
        assert (7, "{}") == unknown
        assert tide(rule="r", centimetres=150, at="the pier") == codec.decode(
            "tide_measured", version, data, rule="r", confidence=1000
        )


def test_log_of_an_earlier_version_is_kept_whole(queries, tide, tmp_path):
    """
    A log with payloads of earlier versions verifies, is explained, exported and imported; its bytes stay.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    with laid_over(queries):
        append_articles(
            log.event_log, [extracted(article(), FIRST, SECOND, tide(rule="test", centimetres=1, at="sea"))]
        )
        assert [] == log.verify().problems
        first = log.event_log.read("type = 'tide_measured'")[0]
        assert ('{"metres":1.5}', 1) == (first.data, first.schema_version)
        assert tide(rule="test", centimetres=150, at="the pier") == log.explain(first.event_id).event
        log.export_events(tmp_path / "events.parquet")
        other = timeline.open(tmp_path / "other.duckdb")
        assert 5 == other.import_events(tmp_path / "events.parquet")
        assert log.event_log.read() == other.event_log.read()
        assert all(found.agrees for found in other.rebuild(check=True))


@pytest.mark.usefixtures("tide")
def test_broken_payload_of_an_earlier_version_is_named(queries, tmp_path):
    """
    Verification goes on behind a payload that cannot be upcast, and one that is upcast to nonsense.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    with laid_over(queries):
        append_articles(log.event_log, [extracted(article(), FIRST, SECOND, SECOND)])
        with duckdb.connect(str(log.path)) as connection:
            connection.execute("drop trigger log_refuse_update on log")
            connection.execute("update log set data = '{' where position = 2")
            connection.execute("update log set data = replace(data, '160', '\"deep\"') where position = 3")
        found = {(problem.position, problem.column) for problem in log.verify().problems}
    assert {(2, "commitment"), (2, "data"), (3, "commitment"), (3, "data")} == found - {(None, "definitions")}


@pytest.mark.parametrize(
    ("name", "header", "message"),
    [
        ("tide_measured.3", "tide_measured@3 to 4", r"tide_measured.3.sql leads to tide_measured@4, but .* version 3"),
        ("tide_measured.01", "tide_measured@1 to 2", "both upcast tide_measured@1: delete one"),
        ("tide_measured.2", "tide_measured@2 to 1", "leads from 2 to 1, not to the next version"),
        ("tide_measured.2", "tide_measured@2 to 2", "leads from 2 to 2, not to the next version"),
        ("tide_measured.1", "tide_measured@2 to 3", r"name it tide_measured.2.sql"),
        ("tide_measurd.1", "tide_measurd@1 to 2", "there is no event type tide_measurd"),
        ("tide_measured.2", "from 2", "its first line has to read"),
        ("tide_measured.1", None, r"nothing upcasts tide_measured@1: write queries/upcasts/tide_measured.1.sql"),
    ],
)
@pytest.mark.usefixtures("tide")
def test_chain_is_checked_at_the_start(queries, tmp_path, name, header, message):
    """
    A gap, a cycle, a step given twice or one that leads too far is named before anything is appended.
    """
    path = queries / "upcasts" / f"{name}.sql"
    if header is None:
        path.unlink()
    else:
        path.write_text(f"-- upcast: {header}\n\ndata\n")
    with laid_over(queries):
        with pytest.raises(CatalogueError, match=message):
            timeline.open(tmp_path / "log.duckdb").append(article())
        assert not (tmp_path / "log.duckdb").exists()


@pytest.mark.usefixtures("tide")
def test_a_step_without_a_header_is_named(queries, tmp_path):
    """
    A file that does not say what it upcasts is none.
    """
    (queries / "upcasts" / "tide_measured.1.sql").write_text("data\n")
    with laid_over(queries), pytest.raises(CatalogueError, match="its first line has to read"):
        timeline.open(tmp_path / "log.duckdb").append(article())


def test_earlier_examples_are_upcast_by_the_catalogue_check(queries, tide, tmp_path):
    """
    What was published as an example of an earlier version has to become a record of today.
    """
    folder = tmp_path / "events" / "tide_measured"
    folder.mkdir(parents=True)
    (folder / "1.example.json").write_text(json.dumps({"metres": "deep"}))
    (folder / "3.schema.json").write_text(catalogue._json_text(catalogue.schema(tide)))
    (folder / "3.example.json").write_text(json.dumps({"centimetres": 1, "at": "sea"}))
    with laid_over(queries):
        found = [line for line in catalogue.check(folder.parent, upcast=payloads) if line.startswith("tide")]
    assert "tide_measured@1: its example cannot be upcast" in found[0]
    assert ["tide_measured@2: its example is missing; it says what has to be upcast for ever."] == found[1:2]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        *(
            (
                f"update meta set value = '{later}' where key = '{opening.KIND}statement_reported'",
                f"version {later}, newer than {StatementReported.version}",
            )
            for later in (StatementReported.version + 1, 99)
        ),
        (
            f"insert into meta values ('{opening.KIND}omen_seen', '1')",
            "holds omen_seen events, which are not known",
        ),
        *(
            (f"update meta set value = '{later}' where key = 'format'", f"log format {later}, newer than")
            for later in (opening.FORMAT + 1, 99)
        ),
    ],
)
def test_log_of_a_later_version_is_refused_everywhere(tmp_path, capsys, change, message):
    """
    Reading, appending, projecting, verifying: one sentence says what is too new and what to do.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Ann"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute(change)
    for act in (
        lambda: log.append(article("b")), lambda: list(log.statements()), log.rebuild, log.verify, log.head, log.status,
        lambda: log.rebuild(check=True), lambda: log.export_events(tmp_path / "e.jsonl"),
        lambda: log.backup(tmp_path / "b"), log.reextract, log.digest, lambda: next(log.subscribe()),
    ):  # fmt: skip
        with pytest.raises(LogFormatError, match=f"{message}.*: install a newer timeline"):
            act()
    for words in ("show", "quotes", "status", "verify", "log", "rebuild", ("sql", "select 1"), "head"):
        ended = run(capsys, *((words,) if isinstance(words, str) else words), "--db", str(log.path))
        assert ("", 1) == (ended.out, ended.err.count("\n"))
        assert "install a newer timeline" in ended.err


@pytest.mark.parametrize("later", [DateMentioned.version + 1, 9])
def test_later_events_are_refused_by_an_import(tmp_path, later):
    """
    An export of a later version appends nothing.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), old("date_mentioned", later, text="Monday"))])
    with pytest.raises(LogFormatError, match=f"date_mentioned events of version {later}, newer than 2"):
        log.export_events(tmp_path / "events.jsonl")
    with pytest.raises(CatalogueError, match=f"has version 2 here, not {later}: install a newer timeline"):
        event_of(old_row(later))
    with pytest.raises(IntegrityError, match="payload of version 0 could not be brought to version 2"):
        event_of(old_row(0))


def old_row(version):
    """A row of that version."""
    from timeline.events.envelope import COLUMNS, RecordedEvent  # noqa: PLC0415

    values = dict.fromkeys(COLUMNS) | {"type": "date_mentioned", "schema_version": version, "data": "{}"}
    return RecordedEvent(**values)
