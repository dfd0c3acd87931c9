"""An extractor that takes too long for an article has failed for it; what else there is to do is done."""

from __future__ import annotations

import gc
import re
import signal
from contextlib import suppress
from itertools import count
from threading import Thread

import pytest

from building import article
from repetitions import REPETITIONS
from timeline import plugins
from timeline.extractors import run_extractors
from timeline.extractors._time_limit import TookTooLong, within
from timeline.ingest.append import append
from timeline.ingest.reextract import reextract
from timeline.log.event_log import EventLog

LONG = article("long", text="".join(REPETITIONS) * 20)


@pytest.fixture(autouse=True)
def _no_hooks():
    """What is raised while another library's hook at a collection runs is lost, and comes a second later."""
    hooks = gc.callbacks.copy()
    gc.callbacks.clear()
    yield
    gc.callbacks.extend(hooks)


def endless():
    """Work that does not end."""
    for _ in count():
        pass


def stubborn():
    """Work that goes on whatever is raised in it."""
    while True:
        with suppress(Exception):
            endless()


def backtracking():
    """A regular expression that tries for ever."""
    re.match(r"(?:a+)+b", "a" * 60)


@pytest.mark.parametrize("work", [endless, stubborn, backtracking])
def test_what_does_not_end_is_stopped(work):
    """
    A loop is stopped, one that catches what is raised in it too, and so is a regular expression.
    """
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(TookTooLong):
        within(0.05, work)
    assert (before, (0.0, 0.0)) == (signal.getsignal(signal.SIGVTALRM), signal.getitimer(signal.ITIMER_VIRTUAL))


def too_long(_seconds, _work):
    """Work that takes too long, whatever it may take."""
    raise TookTooLong


def test_what_ends_in_time_is_left_alone():
    """
    Work that takes less gives what it gives, or raises what it raises, and the timer is off.
    """
    assert 2 == within(10, lambda: 1 + 1)
    with pytest.raises(ZeroDivisionError):
        within(10, lambda: 1 // 0)
    assert (0.0, 0.0) == signal.getitimer(signal.ITIMER_VIRTUAL)


def test_nothing_is_limited_in_another_thread():
    """
    Where signals do not arrive, work is not stopped.
    """
    found = []
    thread = Thread(target=lambda: found.append(within(1e-9, lambda: sum(range(10**6)))))
    thread.start()
    thread.join()
    assert [sum(range(10**6))] == found


def test_the_others_still_run(monkeypatch):
    """
    One extractor that takes its share of the time takes no other down, and the reason says so.
    """

    class Endless:
        VERSION = 1

        @staticmethod
        def extract(document):  # noqa: ARG004 - as extractors do
            endless()
            yield

    run_extractors(article())
    extractors = {"a": Endless} | plugins.discover("extractors")
    monkeypatch.setattr("timeline.extractors._run.discover", lambda _: extractors)
    first, *others = run_extractors(article(), max_seconds=2)
    assert "TookTooLong: more than 0.4 s of CPU time, its share of the 2 s for an article" == first.error
    assert [None, None, None, None] == [extraction.error for extraction in others]
    assert any(extraction.events for extraction in others)


def test_small_share_is_told_in_thousandths(monkeypatch):
    """
    However little is left of the time, it is told in plain figures.
    """
    monkeypatch.setattr("timeline.extractors._run.within", too_long)
    errors = {each.error for each in run_extractors(article(), max_seconds=0.0001)}
    assert {"TookTooLong: more than 0 s of CPU time, its share of the 0.0001 s for an article"} == errors


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_article_is_appended(tmp_path, jobs):
    """
    In this process and in others the article is appended without what took too long, and can be read again.
    """
    log = EventLog(tmp_path / "log.duckdb")
    appended = append(log, [LONG], jobs=jobs, max_seconds=0.01)
    assert (1, 4) == (appended.published, appended.events["extraction_failed"])
    assert all("TookTooLong: more than 0" in str(failure) for failure in appended.failures)
    again = reextract(log, max_seconds=None)
    assert (1, 4, []) == (again.texts, again.events["extraction_completed"], again.failures)
