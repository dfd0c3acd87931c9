"""Reading texts again with newer extractors."""

from __future__ import annotations

import pytest

import timeline
from building import article, said
from commands import run
from timeline import plugins
from timeline.errors import NotFound
from timeline.extractors.statements import VERSION
from timeline.ingest import reextract


@pytest.fixture
def log(tmp_path):
    """A log of three articles, one of them revised."""
    log = timeline.open(tmp_path / "log.duckdb")
    log.append([article("a"), article("b"), article("c"), article("a", title="New")])
    return log


def extractor(version, *speakers, fails=()):
    """An extractor of that version that reads these speakers in every article, or raises."""

    class Extractor:
        VERSION = version

        @staticmethod
        def extract(document):
            if document.article.key in fails:
                raise ValueError(document.article.key)
            yield from (said(speaker) for speaker in speakers)

    return Extractor


def install(monkeypatch, **extractors):
    """Let these be the extractors there are."""
    monkeypatch.setattr("timeline.extractors._run.discover", lambda _: plugins.discover("extractors") | extractors)


def test_same_versions_read_nothing_again(log):
    """
    When every extractor has read every text, nothing is appended.
    """
    before = log.status()["events"]
    assert (0, 0) == (log.reextract().texts, log.status()["events"] - before)


def test_newer_version_reads_the_newest_texts(log, monkeypatch):
    """
    A new version reads each article's newest text once, its reading is shown, and the old one as of before.
    """
    before = log.status()["recorded_at"]
    install(monkeypatch, statements=extractor(VERSION + 1, "Putin"))
    assert 3 == log.reextract(extractor="statements").texts
    assert 0 == log.reextract().texts
    assert ["Putin"] * 3 == [row.speaker for row in log.sql("from statements")]
    assert ["Putin"] * 3 != [row.speaker for row in log.sql("from statements(p_as_of := $at)", {"at": before})]
    assert {1, 2} == {row.revision for row in log.sql("select revision from statement_history where speaker = 'Putin'")}
    assert log.verify().ok
    assert all(found.agrees for found in log.rebuild(check=True))


def test_only_what_is_named_is_read_again(log, monkeypatch):
    """
    One article, or one extractor, is read again on its own; the others are left for the next call.
    """
    install(monkeypatch, extra=extractor(1, "Savill"), more=extractor(1))
    assert (1, 3) == ((first := log.reextract(["b"])).texts, first.events.total())
    assert (2, 4) == ((second := log.reextract(extractor="extra")).texts, second.events.total())
    assert (2, 2) == ((third := log.reextract()).texts, third.events.total())


def test_failure_is_tried_again(log, monkeypatch):
    """
    A text an extractor raised at is reported, and read by the next call when the extractor can.
    """
    install(monkeypatch, extra=extractor(1, fails="b"))
    first = log.reextract()
    assert (3, ["b: extra raised ValueError: b"]) == (first.texts, [str(failure) for failure in first.failures])
    install(monkeypatch, extra=extractor(1, "Savill"))
    assert (1, 2) == ((second := log.reextract()).texts, second.events.total())


def test_interruption_costs_one_group(log, monkeypatch):
    """
    Stopped between two commits, the next call reads only what is left.
    """
    monkeypatch.setattr(reextract, "GROUP_TEXTS", 1)
    install(monkeypatch, extra=extractor(1, "Savill"))

    def stop(done):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        log.reextract(progress=stop)
    assert 1 == log.reextract().texts


def test_unknown_names(capsys, log):
    """
    An extractor or article that is not there is named, with exit status 5.
    """
    with pytest.raises(NotFound, match="there are dates"):
        log.reextract(extractor="gossip")
    assert 5 == run(capsys, "reextract", "--db", log.path, "nothing").status
    assert "re-extracted 0 articles" in run(capsys, "reextract", "--db", log.path, "a").out
