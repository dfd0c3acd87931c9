"""What is asked costs what the answer needs, not what the log holds."""

from __future__ import annotations

import time

import pytest

import timeline
from bench import commands
from bench.newsroom import Newsroom
from building import article, extracted, said
from timeline import cli
from timeline.log.append import append_articles

SMALL_EVENTS, LARGE_EVENTS = 2_000, 20_000
MOST_TIMES = 3.0
"""A log of ten times as many events may take no more than so many times as long to answer."""

ROUNDS = 3


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """A small and a large log, each with what to ask it for."""
    folder = tmp_path_factory.mktemp("growth")
    paths = [folder / f"{events}.duckdb" for events in (SMALL_EVENTS, LARGE_EVENTS)]
    for path, events in zip(paths, (SMALL_EVENTS, LARGE_EVENTS), strict=True):
        commands.make(path, events)
    return [(path, commands.known(path)) for path in paths]


@pytest.mark.parametrize("command", commands.COMMANDS)
def test_answers_do_not_grow_with_the_log(logs, command, capsys):
    """
    Ten times as many events take a command at most three times as long, CPU time of all threads.
    """
    small, large = (min(took(commands.words(command, *log), capsys) for _ in range(ROUNDS)) for log in logs)
    assert MOST_TIMES >= large / small, f"{small:.3f} s and {large:.3f} s"


def took(words, capsys):
    """CPU seconds of a command line in this process."""
    begun = time.process_time()
    assert 0 == cli.main(words)
    ended = time.process_time()
    capsys.readouterr()
    return ended - begun


def test_finding_what_is_told_again_is_linear(tmp_path):
    """
    Four times as many statements of one speaker on one day take less than six times as long, copies and all.
    """
    small, large = (said_in_a_day(tmp_path / f"{count}.duckdb", count) for count in (2_000, 8_000))
    assert large / small < 6


def said_in_a_day(path, count):
    """CPU seconds for listing so many statements, a quarter of which are one, told by others."""
    log = timeline.open(path)
    news = Newsroom()
    quotes = [
        "the same bridge is safe for everybody" if number % 4 == 0 else news.clause(8, 8) for number in range(count)
    ]
    append_articles(
        log.event_log,
        [
            extracted(
                article(f"{first}"), *(said("Ann", quote, text=f"{quote}.") for quote in quotes[first : first + 100])
            )
            for first in range(0, count, 100)
        ],
    )
    return min(spent(lambda: len(log.run("statement_lines"))) for _ in range(ROUNDS))


def spent(work):
    """CPU seconds."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
