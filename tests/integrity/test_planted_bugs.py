"""The tests of the verifier find bugs in the verifier: each planted here lets some tampering through, or cries wolf."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest

from tampering import flips, forgeries, others, registers, story
from timeline import _resources, sql_files
from timeline.integrity import verification

VERIFIER = "verification.py"

SPAN_CUT = "and payload.text = substring(text, payload.span[1] + 1, payload.span[2] - payload.span[1])"

BUGS = [
    # where, what stands there, what is put there, the tampering that is then not found; None: a sound log is accused
    (VERIFIER, "if not straight and stop != self.tree.size + 1:", "if False:", "row doubled"),
    (VERIFIER, "self.tree.root, root)", "root, root)", "heads.root"),
    (VERIFIER, "self.tree.text, frontier)", "frontier, frontier)", "heads.frontier"),
    (VERIFIER, '"heads.root", self.tree.root, root', '"heads.root", root, root', "heads.root"),
    (VERIFIER, "if last != self.tree.size:", "if False:", "heads shortened"),
    (VERIFIER, "for size in self.heads:", "for size in ():", "head of nothing"),
    (VERIFIER, "if len(heads) != len(", "if False and len(", "heads doubled"),
    (VERIFIER, 'self._compare("order")', "pass", "time going back"),
    (VERIFIER, 'self._compare("registers")', "pass", "streams.events"),
    (VERIFIER, "self.tree.extend(leaves[32 * at : 32 * until])", "self.tree.extend(bytes(32 * (until - at)))", None),
    (VERIFIER, 'self._compare("erased")', "pass", "salt = null"),
    (VERIFIER, 'self._expect(row, "event_id", self._event_id(row, None))', "pass", "id of what was erased"),
    (VERIFIER, 'self._expect(row, "commitment", commitment(row.salt or "", row.data))', "pass", "salt"),
    (VERIFIER, 'self._expect(row, "leaf", leaf([getattr(row, name) for name in HASHED_COLUMNS]))', "pass",
     "rule"),
    (VERIFIER, "leaf([getattr(row, name) for name in HASHED_COLUMNS])",
     'leaf([*map(row.__getattribute__, HASHED_COLUMNS[:-1]), ""])', None),
    (VERIFIER, 'self._compare("batches")', "pass", "batches shortened"),
    (VERIFIER, 'self._compare("commits", untold=self.found.untold)', "pass", "first head removed"),
    (VERIFIER, 'if untold not in {"0", *map(str, self.sizes)}:', "if False:", "commits that need no heads"),
    (VERIFIER, 'int(notes["format"]) < COMMITS_FORMAT', "True", "earlier heads removed"),
    ("commits", "> 1", "> 0", None),
    ("commits", "position not in (select tree_size from heads)", "false", "earlier heads removed"),
    ("batches", "from counted except all from batches", "from counted limit 0", "batches shortened"),
    ("batches", "from batches except all from counted", "from batches limit 0", "batches doubled"),
    (VERIFIER, 'self._expect(row, "event_id", self._event_id(row, text))', "self._event_id(row, text)", "id"),
    (VERIFIER, 'self._expect(row, "extraction", None if None in parts else extraction_id(*parts))', "pass",
     "extraction"),
    (VERIFIER, 'self._expect(row, "stream", f"article/{row.article}")', "pass", "forged stream"),
    (VERIFIER, 'self._problem(row.position, "data", "a payload of its type", str(error))', "pass", "lost field"),
    (VERIFIER, 'self._expect(row, "data", codec.encode(event))', "pass", "blanks"),
    (VERIFIER, 'self._expect(row, "evidence", [list(span) for span in event.evidence])', "pass", "spans moved"),
    (VERIFIER, 'self._expect(row, "occurred_from", occurred.start)', "pass", "day of an occurrence"),
    (VERIFIER, 'self._expect(row, "occurred_to", occurred.end)', "pass", "said later"),
    (VERIFIER, 'self._expect(row, "precision", occurred.precision)', "pass", "precision of an occurrence"),
    (VERIFIER, 'self._expect(row, "causation", event.causation)', "pass", "cause of a retraction"),
    (VERIFIER, 'self._expect(row, "article", event.key)', "pass", "key"),
    (VERIFIER, "span.start <= span.end <= len(text)", "span.start <= span.end", "spans beyond the text"),
    (VERIFIER, "if getattr(event, name) != words:", "if False:", "words of a date"),
    (VERIFIER, "yield from suspicious or ()", "yield from ()", "rule"),
    (VERIFIER, 'for (position,) in self._check("extractions", inside)', "for position in ()", "version of the reader"),
    (VERIFIER, "suspicious.update(position for (position,) in rows)", "pass", "quote"),
    (VERIFIER, "if actual != expected:", "if actual is None:", "blanks"),
    ("hashes", "expected = leaf", "true", "rule"),
    ("hashes", "netstring(rule),", "", None),
    ("hashes", "<> range(min(position % 4096), max(position % 4096) + 1)", "is null", "row doubled"),
    ("hashes", "string_agg(expected, '' order by position)", "string_agg(expected, '' order by expected)", None),
    ("hashes", "commitment = sha256(salt || data)", "true", "salt"),
    ("hashes", "and is_uuid5(event_id, digest)", "", "id"),
    ("hashes", "and (extraction is null or stream = 'article/' || article)", "", "forged stream"),
    ("hashes", "list_contains($checked, type || '@' || schema_version)", "len($checked) > 0", "retraction of nothing"),
    ("extractions", "is not true", "is null", "version of the reader"),
    ("extractions", "part(extractor_version)", "part(1)", "version of the reader"),
    ("order", "stream_position <> expected", "false", "stream with a hole"),
    ("order", "recorded_at < before", "false", "time going back"),
    ("order", "log.recorded_at <> heads.recorded_at", "false", "heads.recorded_at"),
    ("registers", "from counted except all from streams", "from counted limit 0", "streams shortened"),
    ("registers", "from streams except all from counted", "from streams limit 0", "streams doubled"),
    ("registers", "from texts except all from revisions", "from texts limit 0", "revisions shortened"),
    ("registers", "from revisions except all from texts", "from revisions limit 0", "revisions doubled"),
    ("registers", "netstring(payload.url)", "'-,'", None),
    ("registers", "from kinds except all from noted", "from kinds limit 0", "meta shortened"),
    ("registers", "from noted except all from kinds", "from noted limit 0", "meta doubled"),
    ("erased", "anti join erased using (position)", "semi join erased using (position)", "data = null"),
    ("erased", "where (lacks_data and lacks_salt) is not true", "where false", "salt of what was erased"),
    ("statement_reported", "cast(to_json(payload) as varchar) = data", "true", "added field"),
    ("statement_reported", "and payload.manner in ('direct', 'indirect', 'mixed')", "", "manner"),
    ("statement_reported", "and payload.modality in ('asserted', 'unsaid', 'asked', 'conditional')", "", "modality"),
    ("statement_reported", "payload.quote = cut(passage, payload.content, first)", "true", "quote"),
    ("statement_reported", "payload.cue_text = cut(passage, payload.cue, first)", "true", "cue"),
    ("statement_reported", "payload.source_text = cut(passage, payload.source, first)", "true", "source"),
    ("statement_reported", "payload.said_to is not distinct from iso(occurred_to)", "true", "said later"),
    ("statement_reported", "evidence = list_concat(payload.content, payload.cue, payload.source)", "true",
     "span added"),
    ("occurrence_reported", SPAN_CUT, "", "words of an occurrence"),
    ("occurrence_reported", "and payload.start is not distinct from iso(occurred_from)", "", "day of an occurrence"),
    ("occurrence_reported", "payload.precision is not distinct from precision", "true", "precision of an occurrence"),
    ("date_mentioned", SPAN_CUT, "", "words of a date"),
    ("date_mentioned", "and evidence = [payload.span]", "", "forged evidence"),
    ("date_mentioned", "payload.kind in ('DATE', 'TIME', 'DURATION', 'SET')", "true", "kind of a date"),
    ("article_texts", "payload.key = article", "true", "key"),
    ("article_texts", "are_words(payload.authors)", "true", "authors"),
    ("extraction_completed", "regexp_full_match(data, '\\{\"events\":(0|[1-9][0-9]{0,8})\\}')", "true", "count"),
    ("extraction_completed", "and causation is null", "", "cause of a completion"),
    ("is_uuid5", "digest[1:12]", "replace(cast(id as varchar), '-', '')[1:12]", "beginning of an id"),
]  # fmt: skip

ROOMS = ("checks", "checks/payloads", "checks/macros")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A log with an event of every type."""
    with story(tmp_path_factory.mktemp("told") / "log.duckdb") as connection:
        yield connection


@pytest.fixture(scope="module")
def tamperings(told):
    """All of them by name."""
    return {each.name: each for way in (flips, forgeries, registers, others) for each in way(told)}


@contextmanager
def planted(where, there, instead):
    """The verifier with a bug in it: some text of it stands for another."""
    if where == VERIFIER:
        text = Path(verification.__file__).read_text("utf-8")
        assert there in text
        module = ModuleType("planted")
        exec(compile(text.replace(there, instead, 1), VERIFIER, "exec"), module.__dict__)  # noqa: S102 - our own
        yield module.verify
        return
    path = next(path for room in ROOMS if (path := _resources.queries() / room / f"{where}.sql").exists())
    text = path.read_text("utf-8")
    assert there in text
    bug, load = sql_files.parse(where, text.replace(there, instead, 1)), sql_files.load
    room = path.parent.relative_to(_resources.queries()).as_posix()
    with patch.object(sql_files, "load", lambda name: load(name) | ({where: bug} if name == room else {})):
        yield verification.verify


@pytest.mark.parametrize("bug", BUGS, ids=[f"{bug[0]}: {bug[1]}" for bug in BUGS])
def test_planted_bug_is_found(told, tamperings, bug):
    """
    With the bug, a tampering that is found without it is not, or an untouched log is accused.
    """
    where, there, instead, lets = bug
    with planted(where, there, instead) as verify:
        if lets is None:
            assert verify(told).problems
        else:
            assert not tamperings[lets].is_found(told, verify)
