"""The Python API: append, ask, explain, digest."""

from __future__ import annotations

from pathlib import Path

import pytest
from freezegun import freeze_time

import timeline
from building import article
from timeline import plugins
from timeline.errors import ExtractionError, NotFound, QueryError

SEED = Path(__file__).parent.parent / "golden" / "seed" / "article.txt"


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    """A timeline of the seed article."""
    log = timeline.open(tmp_path_factory.mktemp("seed") / "log.duckdb")
    with freeze_time("2026-11-22 10:15:04"):
        assert log.append(SEED).ok
    return log


def test_seed_article_is_read_end_to_end(seed):
    """
    A real article gives statements with speakers, dated happenings, and mentions of dates.
    """
    speakers = {row.speaker for row in seed.statements()}
    assert {"Volodymyr Zelenskyy", "Vladimir Putin", "Matthew Savill"} <= speakers
    assert {"weekend", "day", "month", "year"} <= {row.precision for row in seed.timeline()}
    assert 1 == sum("T-72 tank" in row.text for row in seed.timeline())


def test_every_span_cuts_the_text_it_claims(seed):
    """
    Evidence of each event lies in the text, and the quoted words are those at its spans.
    """
    (stated,) = seed.sql("from articles")
    assert SEED.read_text("utf-8") == stated.text
    for row in [*seed.sql("from occurrences"), *seed.sql("from dates")]:
        assert row.text == stated.text[row.span_start : row.span_end]
    assert [] == seed.verify().problems


def test_failing_extractor_takes_nothing_else_down(tmp_path, monkeypatch):
    """
    When one extractor raises, the article and the others' events are appended and the failure is reported.
    """

    class Broken:
        VERSION = 7

        @staticmethod
        def extract(document):
            raise ValueError(document.article.key)
            yield

    found = plugins.discover("extractors") | {"broken": Broken}
    monkeypatch.setattr("timeline.extractors._run.discover", lambda _: found)
    log = timeline.open(tmp_path / "log.duckdb")

    appended = log.append(SEED)

    (failure,) = appended.failures
    assert isinstance(failure, ExtractionError)
    assert "broken raised ValueError" in str(failure)
    assert (1, 1) == (appended.published, appended.events["extraction_failed"])
    assert len(log.statements()) > 10
    with pytest.raises(ExtractionError):
        timeline.extract(article())


def test_explanation_leads_back_to_the_sentence(seed):
    """
    An event is explained by its rule, its sentence, its article and its place in the tree.
    """
    row = next(row for row in seed.timeline() if row.precision == "month")
    found = seed.explain(str(row.event_id)[:8])
    assert "which it invaded two and a half years ago" in found.passage.cut(found.article.text)
    assert (found.tree_size, found.root) == (seed.status()["events"], seed.status()["root"])
    assert (11, ()) == (found.paragraph, found.decided)
    with pytest.raises(NotFound, match="timeline log"):
        seed.explain("ffff0000")
    with pytest.raises(QueryError, match="not an event id"):
        seed.explain("it")


def test_digest_is_the_same_bytes_for_the_same_log(seed):
    """
    Two digests of one log do not differ, in any format.
    """
    for name in ("markdown", "html", "json"):
        assert seed.digest(name) == seed.digest(name)
    with pytest.raises(NotFound, match="html, json, markdown"):
        seed.digest("papyrus")


def test_rows_are_named_and_counted(seed):
    """
    An answer iterates as named tuples, has a length, and gives dictionaries.
    """
    rows = seed.sql("select type, count(*) as n from log group by type order by type")
    assert ("type", "n") == rows.columns
    assert [row.type for row in rows] == [row["type"] for row in rows.dicts()]
    assert len(rows) == len(list(rows))
    with pytest.raises(QueryError, match="spaeker"):
        list(seed.sql("select spaeker from statements"))


def test_own_sql_cannot_write(seed):
    """
    Python's `sql` is read-only.
    """
    with pytest.raises(QueryError, match="read-only"):
        list(seed.sql("insert into stored.meta values ('a', 'b')"))


def test_rows_hand_over_to_arrow(seed):
    """
    Where pyarrow is installed, rows come as a table.
    """
    pytest.importorskip("pyarrow")
    assert len(seed.statements()) == seed.statements().arrow().num_rows


def test_tables_say_what_can_be_asked(seed):
    """
    Every projection and view is listed with its grain and columns.
    """
    found = {row.name: row for row in seed.tables()}
    assert {"log", "statements", "timeline", "who_said_what_when", "activity"} <= found.keys()
    assert "verbatim" in found["statements"].columns
    assert "one row per happening" in found["timeline"].grain
