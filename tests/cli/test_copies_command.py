"""`timeline copies`."""

from __future__ import annotations

import json

import timeline
from commands import run
from wires import FORM, article, changed


def test_it_shows_what_articles_are_to_earlier_ones(capsys, tmp_path, monkeypatch):
    """
    A table has a line for each copy under the one it is of; other formats have the keys and all that the view has.
    """
    monkeypatch.setenv("COLUMNS", "200")
    db = str(tmp_path / "news.duckdb")
    given = [
        article("wire-1", title="Harbour to close"), article("post-1", hours=3, title="Harbour closes"),
        article("daily-1", hours=5), article("bank-1", FORM),
        article("bank-2", changed(FORM, ("400", "500")), hours=168, title="Bills"),
    ]  # fmt: skip
    assert timeline.open(db).append(given).ok
    rows = [json.loads(line) for line in run(capsys, "copies", "--db", db, "--format", "jsonl").out.splitlines()]
    found = {(row["article"], row["of"], row["kind"], row["shared"]) for row in rows}
    assert {("post-1", "wire-1", "copy", 1000), ("daily-1", "wire-1", "copy", 1000)} <= found
    assert ("bank-2", "bank-1", "series") in {row[:3] for row in found}
    table = run(capsys, "copies", "--db", db, "--format", "table", "--until", "2026-03-05").out
    lines = [" ".join(line.split()) for line in table.splitlines()]
    assert any("post Harbour closes post-1 copy 100 %" in line for line in lines), table
    assert 1 == table.count("wire-1")
    assert "bank" not in table
