"""Gold for texts that we may not carry."""

from __future__ import annotations

import hashlib
import json

from quality import elsewhere, statements
from timeline.model.span import Span


def test_gold_is_offsets_alone():
    """
    Every span lies in a text of the stated length, and no row carries more than names of the article.
    """
    rows = elsewhere.gold()
    spans = [(row, Span(*span)) for row in rows for said in row["statements"] for span in _spans(said)]
    assert 50 == len(rows) == len({row["sha256"] for row in rows})
    assert [] == [span for row, span in spans if not 0 <= span.start < span.end <= row["length"]]
    assert {"content", "cue", "source", "speaker", "manner"} == {
        key for row in rows for said in row["statements"] for key in said
    }


def test_articles_are_known_by_their_text(tmp_path, monkeypatch):
    """
    An article is scored when its text is the annotated one, whatever its key, and passed over otherwise.
    """
    text = "The harbour is closed, said Ana Ruiz."
    said = {"content": [[0, 21]], "cue": [[23, 27]], "source": [[28, 36]], "speaker": "Ana Ruiz", "manner": "indirect"}
    checksum = hashlib.sha256(text.encode()).hexdigest()
    row = {"article": "a", "sha256": checksum, "length": len(text), "statements": [said]}
    gold, articles = tmp_path / "gold.jsonl", tmp_path / "articles.jsonl"
    gold.write_text(json.dumps(row), "utf-8")
    given = {"id": "another key", "published": "2026-03-04", "text": text}
    articles.write_text(json.dumps(given) + "\n" + json.dumps({**given, "text": text + " Really."}), "utf-8")
    monkeypatch.setattr(elsewhere, "GOLD", gold)
    (case,) = elsewhere.cases(articles)
    assert {"match50": 1, "exact": 1, "e2e": 1, "speaker": 1} == statements.score([case])


def _spans(said):
    return [*said["content"], *said["cue"], *said["source"]]
