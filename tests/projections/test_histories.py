"""Whatever happens, in whatever order: properties of every history of a log."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from freezegun import freeze_time
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import timeline
from building import TEXT, article, extracted, extracted_again, happened, said
from timeline.errors import NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles
from timeline.model.span import Span

KEYS = st.sampled_from(["a", "b", "c"])
SPEAKERS = st.sampled_from(["Putin", "Savill", "Vladimir Putin"])
CAPTURES = st.sampled_from([None, "2026-03-01", "2026-03-02", "2026-03-03"])
TEXTS = st.sampled_from([TEXT, f"New. {TEXT}", f"{TEXT} Corrected.", f"Ünïcödé 🌉 {TEXT}"])
DECISIONS = ("people_merged", "people_split", "mention_linked")
RETRACTED = ("statement_reported", "assertion_corrected", "assertion_retracted")
HELD = "select event_id, recorded_from, recorded_to from {}_history order by all"


def reading(text: str, version: int, speakers: list[str]) -> tuple[Extraction, ...]:
    """What two extractors of that version read in a text."""
    return (
        Extraction("occurrences", version, (happened("the bridge was closed", text=text),)),
        Extraction("statements", version, tuple(said(speaker, text=text) for speaker in speakers)),
    )


class Histories(RuleBasedStateMachine):
    """Publications, revisions, readings, decisions and withdrawals in any order, at a clock that jumps."""

    @initialize()
    def start(self):
        """A log that does not exist yet, beside a plain list of what was appended."""
        self.folder = tempfile.TemporaryDirectory()
        self.log = timeline.open(Path(self.folder.name) / "log.duckdb")
        self.clock = datetime(2026, 3, 5)
        self.rows: list[tuple] = []
        self.known: dict[datetime, list[tuple]] = {}

    def teardown(self):
        """Leave nothing behind."""
        self.folder.cleanup()

    @rule(key=KEYS, text=TEXTS, captured=CAPTURES, speakers=st.lists(SPEAKERS, max_size=2))
    def deliver(self, key, text, captured, speakers):
        """A publication, a revision, or nothing."""
        given = article(key, text=text, captured=captured)
        before = len(self.rows)
        with freeze_time(self.clock):
            (receipt,) = append_articles(self.log.event_log, [extracted(given)])
            if receipt.outcome != "unchanged":
                extracted_again(self.log.event_log, key, receipt.revision, reading(text, 2, speakers))
            (again,) = append_articles(self.log.event_log, [extracted(given)])
        assert ("unchanged", ()) == (again.outcome, again.rows)
        assert (receipt.outcome == "unchanged") == (before == self.count())

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), version=st.integers(1, 4), speakers=st.lists(SPEAKERS, max_size=2))
    def read_again(self, data, version, speakers):
        """Another version of the extractors reads a text that is there."""
        texts = {(row[1], row[2]) for row in self.rows if row[0] in ("article_published", "article_revised")}
        key, revision = data.draw(st.sampled_from(sorted(texts)))
        text = self.log.event_log.text(key, revision)[0].text
        with freeze_time(self.clock):
            extracted_again(self.log.event_log, key, revision, reading(text, version, speakers))
            again = extracted_again(self.log.event_log, key, revision, reading(text, version, speakers))
        assert [] == again

    @precondition(lambda self: any(row[0] == "statement_reported" for row in self.rows))
    @rule(data=st.data())
    def retract(self, data):
        """A person takes a statement back, of whatever revision, or a correction, or a retraction."""
        targets = [row[3] for row in self.rows if row[0] in RETRACTED]
        with freeze_time(self.clock), suppress(QueryError):
            self.log.retract(data.draw(st.sampled_from(targets)), reason="wrong")

    @precondition(lambda self: any(row[0] == "statement_reported" for row in self.rows))
    @rule(data=st.data(), speaker=SPEAKERS, when=st.sampled_from([None, "2026", "2026-02-11"]))
    def correct(self, data, speaker, when):
        """A person puts the speaker of a statement right, and perhaps its time."""
        target = data.draw(st.sampled_from([row[3] for row in self.rows if row[0] == "statement_reported"]))
        with freeze_time(self.clock):
            self.log.correct(target, {"speaker": speaker} | ({"when": when} if when else {}), reason="wrong")

    @precondition(lambda self: self.rows)
    @rule(extractor=st.sampled_from(["statements", "occurrences"]), version=st.integers(1, 4), away=st.booleans())
    def pin(self, extractor, version, away):
        """A version is pinned wherever it has read, or the pins are lifted."""
        with freeze_time(self.clock), suppress(NotFound):
            if away:
                self.log.unpin(extractor)
            else:
                self.log.pin(extractor, version)

    @precondition(lambda self: any(row[1] for row in self.rows))
    @rule(data=st.data())
    def withdraw(self, data):
        """The publisher withdraws an article."""
        with freeze_time(self.clock):
            self.log.withdraw(
                data.draw(st.sampled_from(sorted({row[1] for row in self.rows if row[1]}))), reason="gone"
            )

    @precondition(lambda self: self.rows)
    @rule(person=SPEAKERS, other=SPEAKERS, article=st.sampled_from([None, "a", "b"]))
    def decide_on_names(self, person, other, article):
        """Somebody merges two people or, in an article, tells them apart; the rules link what is left."""
        with freeze_time(self.clock), suppress(NotFound, QueryError):
            self.log.link()
            if article is None:
                self.log.merge(person, other, reason="one")
            else:
                self.log.split(person, into=other, article=article, reason="two")

    @precondition(lambda self: any(row[0] in DECISIONS for row in self.rows))
    @rule(data=st.data())
    def take_back(self, data):
        """A decision on names is retracted, if it is not already."""
        targets = [row[3] for row in self.rows if row[0] in DECISIONS]
        with freeze_time(self.clock), suppress(QueryError):
            self.log.retract(data.draw(st.sampled_from(targets)), reason="wrong")

    @rule(hours=st.integers(-5, 30))
    def jump(self, hours):
        """The clock moves, sometimes back."""
        self.clock += timedelta(hours=hours)

    @rule()
    def rebuild(self):
        """Somebody rebuilds for no reason."""
        if self.log.path.exists():
            self.log.rebuild()

    def count(self) -> int:
        """Events in the log."""
        return len(self.log.event_log.read()) if self.log.path.exists() else 0

    @invariant()
    def append_only(self):
        """What was there before is there still, in its place."""
        if not hasattr(self, "log") or not self.log.path.exists():
            return
        rows = [(e.type, e.article, e.revision, e.event_id, e.leaf) for e in self.log.event_log.read()]
        assert self.rows == rows[: len(self.rows)]
        self.rows = rows

    @invariant()
    def rebuilt_equals_caught_up(self):
        """Every projection is what a rebuild would make of it."""
        if hasattr(self, "log") and self.log.path.exists():
            assert [] == [found for found in self.log.rebuild(check=True) if not found.agrees]

    @invariant()
    def as_of_is_monotone(self):
        """What held at a moment that is past is what held then, whatever was recorded since."""
        if not self.rows:
            return
        last = self.log.status()["recorded_at"]
        found = {moment: self.held(moment) for moment in {*self.known, last}}
        assert self.known == {moment: rows for moment, rows in found.items() if moment in self.known}
        self.known = found
        assert self.held(None) == found[last]

    def held(self, as_of) -> list[tuple]:
        """Statements and texts that held at a moment."""
        rows = [*self.log.run("who_said_what_when", as_of=as_of), *self.log.run("publications", as_of=as_of)]
        return sorted((str(row.event_id), getattr(row, "speaker", None)) for row in rows)

    @invariant()
    def log_verifies(self):
        """Every hash, id, order and span holds."""
        if self.rows:
            assert [] == self.log.verify().problems
            texts = {(row.article, row.revision): row.text for row in self.log.sql("from article_history")}
            for row in self.log.sql("from statement_history"):
                quote = " / ".join(Span(*span).cut(texts[row.article, row.revision]) for span in row.evidence)
                assert row.quote == quote


Histories.TestCase.settings = settings(
    max_examples=3,
    stateful_step_count=14,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),  # to make a failure smaller takes longer than to read it
    suppress_health_check=list(HealthCheck),
)
TestHistories = Histories.TestCase
