"""The SQL that goes over a log first vouches for what is well, and never for what its record would refuse."""

from __future__ import annotations

import json

import attrs
import duckdb
import pytest

import timeline
from bench.newsroom import EVENTS, Newsroom
from building import article, extracted, extracted_again, happened, named, said
from timeline.events import codec
from timeline.events.envelope import HASHED_COLUMNS, commitment, leaf
from timeline.events.extraction import Extraction
from timeline.integrity import verification
from timeline.log.append import ExtractedArticle, append_articles
from timeline.model.span import Span

TEXT = "Ünïcödé 🌉 “The bridge is safe,” said the mayor, “and will stay so.” On Monday the bridge was closed."
AT = {"statement_reported": 6, "occurrence_reported": 4, "date_mentioned": 2, "article_published": 1}

FORGED = [
    ("statement_reported", {"manner": "loud"}),
    ("statement_reported", {"manner": None}),
    ("statement_reported", {"modality": "sung"}),
    ("statement_reported", {"modality": None}),
    ("statement_reported", {"said_basis": "hearsay"}),
    ("statement_reported", {"said_precision": "fortnight"}),
    ("statement_reported", {"said_to": "2026-03-05T00:00:00"}),
    ("statement_reported", {"said_to": "soon"}),
    ("statement_reported", {"quote": None}),
    ("statement_reported", {"quote": "The bridge"}),
    ("statement_reported", {"paragraph": "1"}),
    ("statement_reported", {"paragraph": None}),
    ("statement_reported", {"paragraph": 1.0}),
    ("statement_reported", {"content": [[12, 30, 31]]}),
    ("statement_reported", {"content": [[12, None]]}),
    ("statement_reported", {"content": None}),
    ("statement_reported", {"added": 1}),
    ("statement_reported", {"about": [None]}),
    ("statement_reported", {"about": None}),
    ("occurrence_reported", {"basis": "guess"}),
    ("occurrence_reported", {"modality": "sure"}),
    ("occurrence_reported", {"place": "margin"}),
    ("occurrence_reported", {"text": "the bridge was open"}),
    ("occurrence_reported", {"sentence": None}),
    ("occurrence_reported", {"span": [0, 5000]}),
    ("date_mentioned", {"kind": "ERA"}),
    ("date_mentioned", {"timex": None}),
    ("date_mentioned", {"text": "Friday"}),
    ("date_mentioned", {"start": "2026-03-03"}),
    ("article_published", {"key": "b"}),
    ("article_published", {"published": "2026-02-30"}),
    ("article_published", {"published": "some day"}),
    ("article_published", {"captured": "noon"}),
    ("article_published", {"authors": [None]}),
    ("article_published", {"authors": "Ann"}),
]  # fmt: skip


@pytest.fixture
def log(tmp_path):
    """An article with an event of each type that SQL checks."""
    log = timeline.open(tmp_path / "log.duckdb")
    statement = said("the mayor", quote=TEXT[12:30], text=TEXT, cue=(Span(33, 37),), cue_text="said",
                     content=(Span(12, 30), Span(50, 66)), source=(Span(38, 47),), source_text="the mayor")  # fmt: skip
    readings = (
        Extraction("dates", 1, (named("Monday", "2026-03-02", text=TEXT),)),
        Extraction("occurrences", 1, (happened("the bridge was closed", text=TEXT),)),
        Extraction("statements", 1, (quoted(statement),)),
    )
    append_articles(log.event_log, [ExtractedArticle(article("a", text=TEXT), readings)])
    return log


def quoted(statement):
    """The same with the words its spans give."""
    return attrs.evolve(statement, **statement.recut(TEXT))


def looked_at(log, monkeypatch):
    """Positions that SQL left to the records."""
    seen = []
    check = verification._Verifier._row

    def note(self, row, text):
        seen.append(row.position)
        check(self, row, text)

    monkeypatch.setattr(verification._Verifier, "_row", note)
    found = log.verify()
    monkeypatch.undo()
    return seen, found


def test_sound_events_are_vouched_for(log, monkeypatch):
    """
    What is well, SQL says so itself: else verifying would be right but slow.

    A field that is new in a record has to be named in ``queries/checks/payloads``.
    """
    for group in Newsroom().groups(20 * EVENTS):
        append_articles(log.event_log, group)
    append_articles(
        log.event_log, [extracted(article("c", published="2026-03-04T10:00:00+01:00", captured="2026-03-04T11:30:00"))]
    )
    seen, found = looked_at(log, monkeypatch)
    assert ([], []) == (seen, found.problems)


def test_stretches_change_nothing(log, monkeypatch):
    """
    A text that lies in another stretch of the log than the events read in it is found.
    """
    monkeypatch.setattr(verification, "STRETCH_EVENTS", 3)
    extracted_again(
        log.event_log, "a", 1, [Extraction("statements", 2, (said("the mayor", quote=TEXT[12:30], text=TEXT),))]
    )
    seen, found = looked_at(log, monkeypatch)
    assert ([], []) == (seen, found.problems)
    assert log.status()["root"] == found.root


@pytest.mark.parametrize(("kind", "change"), FORGED, ids=json.dumps)
def test_record_has_the_last_word(log, kind, change):
    """
    A payload of another form or content is found, though commitment and leaf are forged to fit it.
    """
    row = log.event_log.read(f"position = {AT[kind]}")[0]
    assert kind == row.type
    found = forged(log, row, codec.canonical(json.loads(row.data) | change))
    assert any(problem.position == row.position and "heads" not in problem.column for problem in found.problems)


@pytest.mark.parametrize("data", ["", "null", "[]", '{"a":', "\x00", "{} {}"])
@pytest.mark.parametrize("position", [1, 2, 4, 6, 7])
def test_what_is_no_payload_is_found(log, position, data):
    """
    Text that is no JSON stops nothing and is named.
    """
    found = forged(log, log.event_log.read(f"position = {position}")[0], data)
    assert (position, "data") in {(problem.position, problem.column) for problem in found.problems}


def forged(log, row, data):
    """Exchange a payload behind the log's back, commitment and leaf too."""
    row = row._replace(data=data, commitment=commitment(row.salt, data))
    row = row._replace(leaf=leaf([getattr(row, name) for name in HASHED_COLUMNS]))
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute(
            "update log set data = ?, commitment = ?, leaf = ? where position = ?",
            [row.data, row.commitment, row.leaf, row.position],
        )
    return log.verify()
