"""What is exported of a log, and where it is written."""

from __future__ import annotations

import io
import json
from types import ModuleType

import openpyxl
import pytest

import timeline
from commands import run
from timeline import exporters, plugins
from timeline.errors import MissingExtra, NotFound, QueryError
from timeline.exporters import ask
from timeline.store import connections

POST = """The sea wall of Port Ellis collapsed on 4 March 2024.

Ann Lee, the mayor, said: "The quay is safe."

Two boats sank on 5 March 2024. The ferry will return to Port Ellis on 9 May 2030.
"""
SEA = """The sea wall of Port Ellis collapsed on 4 March 2024.

Cy Ray was arrested in Cape Ferry in February 2024.
"""
TEXTS = {"post": POST, "sea": SEA}


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """Two articles that tell of one thing in the same words."""
    log = timeline.open(tmp_path_factory.mktemp("exported") / "log.duckdb")
    for key, text in TEXTS.items():
        url = f"https://{key}.example/1"
        log.append(timeline.Article(key=key, text=text, published="2024-03-06", source=f"The {key}", url=url))
    return log


def told(log, **question):
    """What the log tells."""
    with connections.reading(log.path, wait=9) as connection:
        return ask(connection, question, statements=True)


def test_every_place_is_cited(log):
    """
    A happening that two articles tell in the same words has both, and the words stand where they are said to.
    """
    found = told(log)
    both = [one for one in found.happenings if len(one.citations) == 2]

    assert ["The sea wall of Port Ellis collapsed on 4 March 2024."] == [one.text for one in both]
    for line in (*found.happenings, *found.statements):
        assert line.citations
        assert all(place.quote in TEXTS[place.source.key] for place in line.citations)
    assert {"post", "sea"} == {source.key for source in found.sources}


def test_what_show_shows_is_exported(log):
    """
    The rows are those of the timeline with the same filters.
    """
    for question in ({}, {"about": ["boats"]}, {"publisher": "sea"}, {"kind": ["planned"]}, {"since": "2024-03-05"}):
        assert [row.text for row in log.timeline(**question)] == [one.text for one in told(log, **question).happenings]


def test_a_limit_takes_the_most_salient(log):
    """
    They stand in the order of time, and are those that count most.
    """
    salience = sorted((row.salience for row in log.timeline()), reverse=True)
    found = told(log, limit=2)

    assert salience[:2] == sorted((one.salience for one in found.happenings), reverse=True)
    assert [one.text for one in told(log).happenings if one in found.happenings] == [o.text for o in found.happenings]


def test_statements_are_asked_by_what_they_have(log):
    """
    Who asks for kinds or places of happenings is told no statements.
    """
    assert 1 == len(told(log).statements)
    assert 1 == len(told(log, about=["quay"]).statements)
    assert () == told(log, kind=["happening"]).statements
    assert () == told(log, place="Ellis").statements


def test_titles(log):
    """
    The topic and the days, unless there is another title.
    """
    assert "boats: Since 4 March 2024" == told(log, about=["boats"], since="2024-03-04").title
    assert "News of 6 March 2024" == told(log).title
    assert "At sea" == json.loads(log.export("timelinejs", title="At sea"))["title"]["text"]["headline"]


def test_what_cannot_be_exported(log):
    """
    A format, a suffix or a filter that there is not is named with those there are.
    """
    with pytest.raises(NotFound, match="no export format 'pdf'; there are events, annotations, csv"):
        log.export("pdf")
    with pytest.raises(NotFound, match=r"ics has no files that end in \.csv; there are \.ics"):
        log.export("ics", suffix=".csv")
    with pytest.raises(QueryError, match="no parameter 'colour'"):
        log.export("ics", colour="red")


def test_a_missing_library_is_named(log, monkeypatch):
    """
    One sentence says what to install.
    """
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match=r"writing XLSX files needs the extra `xlsx`: pip install"):
        log.export("xlsx")


@pytest.mark.parametrize("name", plugins.discover("exporters"))
def test_nothing_to_export(log, name):
    """
    Each format can say that there is nothing.
    """
    for suffix in exporters.exporter(name).WRITERS:
        nothing = log.export(name, suffix=suffix, about=["nothing of the kind"])
        assert len(nothing) < len(log.export(name, suffix=suffix))


@pytest.mark.parametrize("name", plugins.discover("exporters"))
def test_each_format_is_written_to_a_file(capsys, log, tmp_path, name):
    """
    A file holds what the library returns, and nothing is printed.
    """
    for suffix in exporters.exporter(name).WRITERS:
        file = tmp_path / f"out{suffix}"
        assert (0, "", "") == run(capsys, "export", name, "-o", file, "--db", log.path)
        made = log.export(name, suffix=suffix)
        assert name == "xlsx" or (made if isinstance(made, bytes) else made.encode()) == file.read_bytes()
    assert {f"out{suffix}" for suffix in exporters.exporter(name).WRITERS} == {file.name for file in tmp_path.iterdir()}


def test_show_writes_what_there_is_a_format_for(capsys, log, tmp_path):
    """
    A calendar, a page, a graph: as `export` writes it, with the filters given.
    """
    for suffix, name in ((".ics", "ics"), (".html", "html"), (".parquet", "parquet"), (".jsonld", "jsonld")):
        file = tmp_path / f"out{suffix}"
        assert 0 == run(capsys, "show", "--about", "boats", "-o", file, "--db", log.path).status
        made = log.export(name, about=["boats"])
        assert (made if isinstance(made, bytes) else made.encode()) == file.read_bytes()


def test_rows_are_written_as_a_workbook(capsys, log, tmp_path):
    """
    Every command that shows rows writes one.
    """
    for words in ("quotes", "articles", "status", "show --salient 2", "log"):
        file = tmp_path / "out.xlsx"
        assert (0, "", "") == run(capsys, *words.split(), "-o", file, "--db", log.path)
        rows = list(openpyxl.load_workbook(io.BytesIO(file.read_bytes())).worksheets[0].values)
        assert len(rows) > 1
        assert all(isinstance(name, str) for name in rows[0])


def test_events_are_exported_as_before(capsys, log, tmp_path):
    """
    The old form of the command says the new one, which prints the head.
    """
    ended = run(capsys, "export", tmp_path / "e.parquet", "--db", log.path)
    assert (2, True) == (ended.status, f"timeline export events -o {tmp_path}" in ended.err.replace("\n", ""))
    assert run(capsys, "head", "--db", log.path).out == run(
        capsys, "export", "events", "-o", tmp_path / "e.parquet", "--db", log.path
    ).out  # fmt: skip


def test_help_lists_the_formats(capsys):
    """
    With what each is for, and each has its own help.
    """
    assert "Excel workbook" in run(capsys, "export", "--help").out
    assert "iCalendar" in run(capsys, "export", "ics", "--help").out


def test_a_package_adds_a_format(capsys, log, tmp_path, monkeypatch):
    """
    A module with writers by suffix is a command, and `show -o` finds it.
    """
    kml = ModuleType("kml", "Places on a map (.kml).")
    kml.WRITERS = {".kml": lambda told: f"{len(told.happenings)} happenings, {len(told.statements)} statements"}
    monkeypatch.setitem(plugins.discover("exporters"), "kml", kml)

    assert "Places on a map" in run(capsys, "export", "--help").out
    assert "4 happenings, 0 statements" == run(capsys, "export", "kml", "--db", log.path).out
    assert 0 == run(capsys, "show", "--about", "boats", "-o", tmp_path / "a.kml", "--db", log.path).status
    assert "1 happenings, 0 statements" == (tmp_path / "a.kml").read_text("utf-8")
