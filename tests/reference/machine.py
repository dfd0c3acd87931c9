"""A machine that does whatever can be done to a log, in any order, with the reference beside it after each step."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from freezegun import freeze_time
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import timeline
from building import TEXT, article, extracted_again, happened, said
from reference.model import Reference, printed_at
from timeline.errors import InputError, NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.log.append import ExtractedArticle, append_articles

KEYS = st.sampled_from(["a", "b", "c"])
SPEAKERS = st.sampled_from(["Putin", "Savill"])
CAPTURES = st.sampled_from([None, "2026-03-01", "2026-03-02", "2026-03-03"])
DAYS = st.sampled_from(["2026-03-01", "2026-03-04"])
PRINTED = st.sampled_from([TEXT, f"New. {TEXT}", f"{TEXT} Corrected.", f"{TEXT} {TEXT}"])
QUOTES = st.sampled_from(["the bridge is safe", "bridge is safe", "the bridge was closed"])
STATEMENTS = st.lists(st.tuples(SPEAKERS, QUOTES), max_size=3)
VERSIONS = st.integers(1, 4)

NOW = datetime(2999, 1, 1)
UNTIL = (datetime(2026, 3, 1), datetime(2026, 3, 2, 12), datetime(2026, 3, 3))
CLOCKS = {"as_of": "p_as_of", "until": "p_reported_until"}
STATEMENT = "cast(event_id as varchar), speaker, said_from, said_to"


class Killed(Exception):
    """Stands for the end of the process in the middle of a commit."""


def reading(text: str, version: int, statements: list[tuple[str, str]]) -> tuple[Extraction, ...]:
    """What two extractors of that version read in a text."""
    found = [said(speaker, quote, text=text) for speaker, quote in statements]
    return (
        Extraction("occurrences", version, (happened("the bridge was closed", text=text),)),
        Extraction("statements", version, tuple(found)),
    )


class Beside(RuleBasedStateMachine):
    """A log, and the reference that is told the same."""

    whole_checks = 1
    """Verify, and rebuild, after every so many steps."""

    reference_of = Reference
    """What makes the reference."""

    @initialize()
    def start(self):
        """A log that does not exist yet."""
        self.folder = tempfile.TemporaryDirectory()
        self.log = timeline.open(Path(self.folder.name) / "log.duckdb")
        self.reference = self.reference_of()
        self.clock, self.position, self.steps = datetime(2026, 3, 5), 0, 0
        self.hold()

    def hold(self):
        """Keep the file open until `let_go`."""
        self.log.__enter__()

    def let_go(self):
        """Close the file."""
        self.log.__exit__(None, None, None)

    def teardown(self):
        """Verify once more, and leave nothing behind."""
        if hasattr(self, "log"):
            self.let_go()
            if self.position:
                self.check_whole()
            self.folder.cleanup()

    def sync(self, expected: int | None = None):
        """Tell the reference what was recorded; as many events as *expected*."""
        try:
            rows = self.log.event_log.read("position > $after", after=self.position)
        except NotFound:  # nothing was committed yet
            rows = []
        if expected is not None:
            assert expected == len(rows)
        for row in rows:
            self.reference.take(row)
        self.position += len(rows)

    def draw(self, data, *types):
        """Some event of these types that is there."""
        return data.draw(st.sampled_from([row for row in self.reference.rows if row.type in types]))

    @rule(key=KEYS, text=PRINTED, captured=CAPTURES, day=DAYS, statements=STATEMENTS, killed=st.booleans())
    def deliver(self, *, key, text, captured, day, statements, killed):
        """An article is handed in; perhaps the process is killed in the middle of it."""
        given = article(key, text=text, captured=captured, published=day)
        readings = ExtractedArticle(given, reading(text, 1, statements))
        outcome = self.reference.outcome(given)
        if killed:
            self.killed(lambda: append_articles(self.log.event_log, [readings]), outcome not in ("unchanged", "erased"))
            return
        with freeze_time(self.clock):
            if outcome == "erased":
                with pytest.raises(InputError):
                    append_articles(self.log.event_log, [readings])
                return
            (receipt,) = append_articles(self.log.event_log, [readings])
        assert outcome == receipt.outcome
        self.sync(0 if outcome == "unchanged" else 4 + len(statements))
        if outcome != "unchanged":
            text = self.reference.texts[key, receipt.revision]
            assert printed_at(given, receipt.revision) == text.row.reported_at

    def killed(self, act, writes):
        """Something is done and fails before it is committed: the log is as it was."""

        def fail(*_):
            raise Killed

        followers = self.log.event_log._on_commit
        self.log.event_log._on_commit = (*followers, fail)
        try:
            with freeze_time(self.clock), suppress(InputError):
                if writes:
                    with pytest.raises(Killed):
                        act()
                else:
                    act()
        finally:
            self.log.event_log._on_commit = followers
        self.reopen()
        self.sync(0)

    @precondition(lambda self: self.reference.texts)
    @rule(data=st.data(), version=VERSIONS, statements=STATEMENTS, failed=st.booleans())
    def read_again(self, data, version, statements, failed):
        """Another version of the extractors reads a text; perhaps one fails."""
        text = data.draw(st.sampled_from(list(self.reference.texts.values())))
        readings = reading(text.article.text, version, statements)
        if failed:
            readings = (readings[0], Extraction("statements", version, error="boom"))
        with freeze_time(self.clock):
            extracted_again(self.log.event_log, text.row.article, text.row.revision, readings)
        self.sync()

    @precondition(lambda self: any(row.type == "statement_reported" for row in self.reference.rows))
    @rule(data=st.data())
    def retract(self, data):
        """Somebody takes back a statement, a correction or a retraction."""
        target = self.draw(data, "statement_reported", "assertion_corrected", "assertion_retracted")
        refused = self.reference.refuses_retraction(target)
        with freeze_time(self.clock):
            if refused:
                with pytest.raises(QueryError):
                    self.log.retract(target.event_id, reason="wrong")
            else:
                self.log.retract(target.event_id, reason="wrong")
        self.sync(0 if refused else 1)

    @precondition(lambda self: any(row.type == "statement_reported" for row in self.reference.rows))
    @rule(data=st.data(), speaker=SPEAKERS, when=st.sampled_from([None, "2026", "2026-02-11"]))
    def correct(self, data, speaker, when):
        """Somebody puts a statement right."""
        target = self.draw(data, "statement_reported")
        with freeze_time(self.clock):
            self.log.correct(target.event_id, {"speaker": speaker} | ({"when": when} if when else {}), reason="wrong")
        self.sync(1)

    @precondition(lambda self: self.reference.texts)
    @rule(extractor=st.sampled_from(["statements", "occurrences"]), version=VERSIONS, away=st.booleans())
    def pin(self, extractor, version, away):
        """A version is pinned wherever it has read, or pins are lifted."""
        with freeze_time(self.clock), suppress(NotFound):
            if away:
                self.log.unpin(extractor)
            else:
                self.log.pin(extractor, version)
        self.sync()

    @precondition(lambda self: self.reference.texts)
    @rule(data=st.data())
    def withdraw(self, data):
        """The publisher withdraws an article."""
        text = data.draw(st.sampled_from(list(self.reference.texts.values())))
        with freeze_time(self.clock):
            self.log.withdraw(text.row.article, reason="gone")
        self.sync(1)

    @precondition(lambda self: len(self.reference.texts) > 3)
    @rule(data=st.data())
    def erase(self, data):
        """A court has an article erased."""
        key = data.draw(st.sampled_from(list(self.reference.texts.values()))).row.article
        self.let_go()
        with freeze_time(self.clock):
            self.log.erase(key, reason="order")
        self.hold()
        self.reference.erase(key)
        self.sync()
        self.reference.erase(key)

    @rule(hours=st.integers(-5, 30))
    def jump(self, hours):
        """The clock moves, sometimes back."""
        self.clock += timedelta(hours=hours)

    @rule()
    def reopen(self):
        """The process ends, another opens the log."""
        self.let_go()
        self.log = timeline.open(self.log.path)
        self.hold()

    @invariant()
    def shows_what_the_reference_says(self):
        """Statements and texts are the reference's: now, at earlier moments, and by what had been printed."""
        if not getattr(self, "position", 0):
            return
        self.steps += 1
        moments = self.reference.moments() or [NOW]  # all may have been erased
        for as_of in (NOW, moments[self.steps * 7 % len(moments)]):
            for until in (None, UNTIL[self.steps % len(UNTIL)]):
                asked = {"as_of": as_of, "until": until}
                statements = self.held(STATEMENT, "statements", asked)
                assert self.reference.statements(as_of, until) == statements
                assert self.reference.articles(as_of, until) == self.held("article, revision", "articles", asked)
        if self.steps % self.whole_checks == 0:
            self.check_whole()

    def held(self, columns: str, projection: str, asked: dict) -> set[tuple]:
        """Rows of a projection at a moment, by what had been printed."""
        values = {name: str(value) for name, value in asked.items() if value not in (NOW, None)}
        clocks = ", ".join(f"{CLOCKS[name]} := ${name}" for name in values)
        return {tuple(row) for row in self.log.sql(f"select {columns} from {projection}({clocks})", values)}

    def check_whole(self):
        """The log verifies, and every table is what a rebuild makes of it."""
        found = self.log.verify(projections=True)
        assert [] == found.problems
        assert self.position == found.events
