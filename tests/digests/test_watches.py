"""Watches tell what is new, each thing once."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

import timeline
from building import article, extracted, happened, said
from commands import process, run
from timeline.errors import LogError, NotFound, QueryError
from timeline.log.append import append_articles

FERRY = "The mayor said the ferry will run. On Monday the ferry reached Holm."
TUG = "The pilot said the tug was late. On Friday the tug sank."


def print_(log, key, text=FERRY, speaker="Ann Lind", **fields):
    """An article with a statement and a happening."""
    quote, what = (text.partition(" said ")[2].partition(".")[0], text.partition("On ")[2].rstrip("."))
    given = extracted(
        article(key, text, **fields), said(speaker, quote, text), happened(what.partition(" ")[2], text=text)
    )
    append_articles(log.event_log, [given])


@pytest.fixture
def log(tmp_path):
    """A log of an article about a ferry."""
    log = timeline.open(tmp_path / "log.duckdb")
    print_(log, "first")
    return log


def told(log, name):
    """What a watch tells; it reached its reader."""
    news = log.news(name)
    log.mark_told(news)
    return [line.text for line in news.lines]


RUN, REACHED = "the ferry will run", "the ferry reached Holm"


def test_what_is_new_is_told_once(log):
    """
    A watch tells what is recorded after it was added, once; what its question leaves out never.
    """
    log.watch("ferries", about=["ferry", "boat"], not_about="Holm")
    assert [] == told(log, "ferries")
    print_(log, "second")
    print_(log, "third", TUG)
    assert [RUN] == told(log, "ferries")
    assert [] == told(log, "ferries")


def test_a_watch_from_the_start_tells_what_is_there(log):
    """
    What the log holds already can count as new; watches tell each in its own place, until they are removed.
    """
    log.watch("all", from_start=True)
    log.watch("lind", speaker="lind")
    print_(log, "second", TUG, "Ann Lind")
    assert {RUN, REACHED, "the tug was late", "the tug sank"} == set(told(log, "all"))
    assert ["the tug was late"] == told(log, "lind")
    log.unwatch("lind")
    with pytest.raises(NotFound, match=r"^no watch 'lind'; there are all\.$"):
        log.news("lind")
    log.watch("lind", speaker="lind")
    assert [] == told(log, "lind")


def test_a_watch_can_come_before_the_log(tmp_path):
    """
    Where nothing was recorded yet everything will be new.
    """
    log = timeline.open(tmp_path / "none.duckdb")
    log.watch("ferries", about="ferry")
    print_(log, "first")
    assert [REACHED, RUN] == told(log, "ferries")


def test_what_did_not_reach_its_reader_is_told_again(log):
    """
    Asking marks nothing.
    """
    log.watch("ferries", from_start=True)
    assert log.news("ferries").lines == log.news("ferries").lines != ()
    assert [REACHED, RUN] == told(log, "ferries")


def test_words_of_a_revision_that_were_there_before_are_not_new(log):
    """
    A later text of an article tells only what is new in it.
    """
    log.watch("ferries", from_start=True)
    told(log, "ferries")
    print_(log, "first", FERRY.replace("Holm", "Cork"))
    assert ["the ferry reached Cork"] == told(log, "ferries")


def test_a_line_says_where_it_stands(log):
    """
    News name who, what, when and where, and how many articles have these words.
    """
    log.watch("ferries", about="ferry")
    print_(log, "b", source="The Cape", url="https://cape.example/b")
    print_(log, "c")
    happening, statement = log.news("ferries").lines
    assert ("ferries", "happening", "2 March 2026", None, REACHED, 2) == (
        happening.watch, happening.kind, happening.when, happening.who, happening.text, happening.articles,
    )  # fmt: skip
    assert ("statement", "by 4 March 2026", "Ann Lind", "indirect", "The Cape", "https://cape.example/b") == (
        statement.kind, statement.when, statement.who, statement.manner, statement.publisher, statement.url,
    )  # fmt: skip
    assert ("b", "b") == (happening.article, log.explain(happening.event_id).recorded.article)


def test_the_log_knows_the_watches(log):
    """
    Who watches for what, since when, and how often something was told: now, and as of a moment.
    """
    print_(log, "second", TUG)
    log.watch("tugs", about=["tug"], and_about=["sank"], not_about=("ferry",), place="Cork", by="Ito")
    log.watch("all", from_start=True)
    told(log, "all")
    told(log, "all")
    everything, tugs = log.watches()
    assert ("all", [], 1, 2) == (everything.name, everything.about, everything.times, everything.version)
    assert ("tugs", ["tug"], ["sank"], ["ferry"], "Cork", "Ito", 0, None) == (
        tugs.name, tugs.about, tugs.and_about, tugs.not_about, tugs.place, tugs.by, tugs.times, tugs.told_at,
    )  # fmt: skip
    log.unwatch("tugs", by="Ito")
    assert ["all"] == [row.name for row in log.watches()]
    assert [] == list(log.watches(as_of="2020-01-01"))
    assert [] == log.verify(projections=True).problems


def test_names_of_watches(log):
    """
    A name is given once, and is not blank; what is not there cannot be removed.
    """
    log.watch("ferries")
    with pytest.raises(QueryError, match="there is a watch 'ferries' already: remove it first"):
        log.watch("ferries", about="tug")
    with pytest.raises(QueryError, match=r"^a watch needs a name\.$"):
        log.watch(" ")
    with pytest.raises(NotFound, match="there are ferries"):
        log.unwatch("tugs")
    log.unwatch("ferries")
    with pytest.raises(NotFound, match="`timeline watch add` adds one"):
        log.news("ferries")


def test_of_two_runs_at_once_one_counts(log):
    """
    News that were asked for before others were marked, or the watch removed, are not counted.
    """
    log.watch("ferries", from_start=True)
    one, other = log.news("ferries"), log.news("ferries")
    log.mark_told(one)
    with pytest.raises(LogError, match="was run or removed meanwhile: this is not counted"):
        log.mark_told(other)
    assert 1 == log.watches()[0].times


def test_the_command(capsys, log):
    """
    Watches are added, listed, run and removed on the command line; the exit status can say that there is news.
    """
    db = ("--db", log.path)
    assert 0 == run(capsys, "watch", "add", "ferries", "--about", "ferry", "--from-start", *db).status
    assert 0 == run(capsys, "watch", "add", "lind", "--speaker", "Lind", "--not", "Holm", "--by", "Ito", *db).status
    ran = run(capsys, "watch", "run", "--exit-code", "--format", "csv", *db)
    assert (10, "", 3) == (ran.status, ran.err, ran.out.count("\n"))
    assert (0, "") == run(capsys, "watch", "run", "--exit-code", *db)[:2]
    print_(log, "second")
    ran = run(capsys, "watch", "run", "lind", *db)
    assert (0, [RUN]) == (ran.status, [json.loads(line)["text"] for line in ran.out.splitlines()])
    shown = run(capsys, "watch", "list", "--format", "table", *db).out.splitlines()
    assert ["ferry", "Lind, not Holm"] == [" ".join(line.split()[1:-3]) for line in shown[1:]]
    assert 0 == run(capsys, "watch", "add", "all", *db).status
    assert "everything" in run(capsys, "watch", "list", "--format", "table", *db).out
    assert 0 == run(capsys, "watch", "remove", "all", *db).status
    assert ["1", "1"] == [line.split()[-1] for line in shown[1:]]
    table = run(capsys, "watch", "run", "--format", "table", *db).out
    assert ["watch", "when", "who", "how", "what", "source", "event"] == table.split("\n")[0].split()
    assert "ferries" in table
    assert "nothing found" in run(capsys, "watch", "run", "--format", "table", *db).err
    assert 0 == run(capsys, "watch", "remove", "lind", *db).status
    assert 5 == run(capsys, "watch", "run", "lind", *db).status


def test_a_run_that_cannot_be_written_is_told_again(capsys, log, tmp_path):
    """
    Only what was written out counts as told.
    """
    log.watch("ferries", from_start=True)
    assert 1 == run(capsys, "watch", "run", "-o", tmp_path / "none" / "new.csv", "--db", log.path).status
    assert 0 == log.watches()[0].times
    assert 0 == run(capsys, "watch", "run", "-o", tmp_path / "new.csv", "--db", log.path).status
    assert 3 == (tmp_path / "new.csv").read_text("utf-8").count("\n")
    assert 1 == log.watches()[0].times


def test_a_run_that_is_killed_between_telling_and_marking_is_told_again(log):
    """
    What was printed when the process is killed before the log notes it is printed by the next run, too.
    """
    log.watch("ferries", from_start=True)
    words = ["watch", "run", "--db", str(log.path)]
    program = (
        "import os, signal; from timeline import cli; from timeline.api.watches import Watches\n"
        "Watches.mark_told = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"cli.main({words})"
    )
    killed = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    assert -signal.SIGKILL == killed.returncode
    again = process(*words)
    assert (0, killed.stdout.decode()) == (again.status, again.out)
    assert 2 == again.out.count("\n")
    assert (0, "", "") == process(*words)
