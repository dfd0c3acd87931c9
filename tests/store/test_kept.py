"""What stays of an opening of a log for the next one: what was started and defined, never the file."""

from __future__ import annotations

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

import timeline
from building import article
from timeline.store import connections, kept, opening

OTHERS = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute(sys.argv[2])"
"""Another process, which knows of no lock of ours."""

pytestmark = pytest.mark.usefixtures("nothing_kept")


@pytest.fixture
def log(tmp_path):
    """A log of one article."""
    log = timeline.open(tmp_path / "log.duckdb", wait=0)
    log.append(article("a"))
    return log


@pytest.fixture
def started(monkeypatch):
    """The names of what was started."""
    names, connect = [], duckdb.connect
    monkeypatch.setattr(kept.duckdb, "connect", lambda name, **how: names.append(name) or connect(name, **how))
    return names


def by_another(path, sql):
    """A statement by another process, in which the file is the database."""
    subprocess.run([sys.executable, "-c", OTHERS, path, sql], check=True)


def articles(log):
    """The keys of its articles, by a query for which names have to be defined."""
    with connections.reading(log.path) as connection:
        return [key for (key,) in connection.execute("select article from articles order by all").fetchall()]


def opened_files(folder):
    """Files in a folder that this process has open."""
    found = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(each.readlink()))
        except FileNotFoundError:  # what the folder was listed by
            continue
    return [name for name in found if name.startswith(str(folder))]


def test_what_was_started_serves_the_next_opening(started, log):
    """
    Once for those who write and once for those who read, however often the file is opened.
    """
    for key in "bcd":
        log.append(article(key))
        articles(log)
    kinds = [name.split()[0].removeprefix(":memory:") for name in started]
    assert ["reading", "writing"] == sorted(kinds)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are not listed here")
@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
def test_the_file_is_not_kept_open(log, read_only):
    """
    It is closed with its journal, as before: a copy of it is whole.
    """
    with opening.opened(log.path, read_only=read_only, wait=0):
        assert [str(log.path)] == opened_files(log.path.parent)
    assert [] == opened_files(log.path.parent)
    assert not connections.journal_of(log.path).exists()


def test_others_write_between_two_openings(log):
    """
    What they wrote is read, and what they took away is missed.
    """
    assert ["a"] == articles(log)
    by_another(log.path, "update article_history set article = 'changed'")
    assert ["changed"] == articles(log)
    by_another(log.path, "drop table article_history")
    with pytest.raises(duckdb.CatalogException):
        articles(log)


def test_a_file_that_became_another_is_looked_through(log):
    """
    What must not be in a log is found at the next opening.
    """
    assert ["a"] == articles(log)
    by_another(log.path, "create table planted (a integer, b integer generated always as (a + 1))")
    with pytest.raises(opening.LogFormatError, match="planted"):
        articles(log)


def test_a_file_in_the_place_of_another(log, tmp_path):
    """
    A log that is moved to the name of another is the one that is read.
    """
    other = timeline.open(tmp_path / "other.duckdb", wait=0)
    other.append(article("other"))
    assert (["a"], ["other"]) == (articles(log), articles(other))
    other.path.replace(log.path)
    assert ["other"] == articles(log)
    log.path.unlink()
    with pytest.raises(opening.NotFound):
        articles(log)


def test_a_file_is_made_anew(log):
    """
    Where a log was and is no more, the next one is made as the first.
    """
    for _ in range(2):
        log.append(article("a"))
        log.path.unlink()
    log.append(article("b"))
    assert ["b"] == articles(log)


def test_settings_do_not_outlive_their_reader(log, started):
    """
    They hold for all that is started for the file, so that ends with who made them.
    """
    limit = "select current_setting('memory_limit')"
    with connections.reading(log.path) as connection:
        usual = connection.execute(limit).fetchall()
    with connections.reading(log.path, settings=["set memory_limit = '100MB'"]) as connection:
        assert usual != connection.execute(limit).fetchall()
    with connections.reading(log.path) as connection:
        assert usual == connection.execute(limit).fetchall()
    assert 2 == len([name for name in started if "reading" in name])


@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
def test_memory_does_not_stay(log, read_only):
    """
    What queries took goes back to the system by itself, as nobody ends what was started.
    """
    with opening.opened(log.path, read_only=read_only, wait=0) as connection:
        given_back = "select current_setting('allocator_background_threads')"
        assert [(True,)] == connection.execute(given_back).fetchall()


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_nothing_stays_of_work_that_failed(log, failure):
    """
    Neither what it had begun to write nor what it had made for itself.
    """

    def fail():
        with connections.writing(log.path) as connection:
            connection.keep("made", "select 1")
            connection.execute("begin")
            connection.execute("insert into stored.meta values ('half', 'done')")
            raise failure

    with pytest.raises(failure):
        fail()
    with connections.writing(log.path) as connection:
        assert [] == connection.execute("from stored.meta where key = 'half'").fetchall()
        with pytest.raises(duckdb.CatalogException):
            connection.execute("from made")


def test_what_was_left_undone_is_undone(log):
    """
    A transaction that nobody ended, an answer that nobody read to its end, another connection that nobody closed.
    """
    with connections.writing(log.path) as connection:
        connection.execute("begin")
        connection.execute("insert into stored.meta values ('half', 'done')")
        other = connection.cursor()
        other.execute("from range(1_000_000)").fetchmany(1)
    with pytest.raises(duckdb.ConnectionException, match="closed"):
        other.execute("select 1")
    with connections.writing(log.path) as connection:
        assert [] == connection.execute("from stored.meta where key = 'half'").fetchall()
        connection.execute("begin")
        connection.execute("rollback")


def test_what_was_computed_once_is_let_go(log):
    """
    A relation that was kept for the work takes no memory when that is done.
    """
    for _ in range(2):
        with connections.writing(log.path) as connection:
            with pytest.raises(duckdb.CatalogException):
                connection.execute("from made")
            connection.keep("made", "from range(10)")


def test_a_relation_may_take_the_name_of_a_view(log):
    """
    Until it is let go: then the name means the view again, to what reads it as well.
    """
    with connections.writing(log.path) as connection:
        before = connection.execute("from publications").fetchall()
        connection.keep("articles", "from range(10)")
        assert 10 == len(connection.execute("from articles").fetchall())
        connection.let_go("articles")
        assert before == connection.execute("from publications").fetchall() != []


def test_a_relation_may_take_the_name_of_a_view_that_an_earlier_opening_made(log):
    """
    Also where the tables are no longer those that the view was made for.
    """
    with connections.writing(log.path) as connection:
        connection.execute("from articles")
    by_another(log.path, "create table harmless (a integer)")
    with connections.writing(log.path) as connection:
        connection.keep("articles", "from range(10)")
        assert 10 == len(connection.execute("from articles").fetchall())


def test_names_that_a_transaction_took_back_are_made_again(log):
    """
    What was defined in work that was rolled back is not taken for defined.
    """
    with connections.writing(log.path) as connection:
        connection.execute("begin")
        connection.execute("from articles")
    for _ in range(2):
        with connections.writing(log.path) as connection:
            assert 1 == len(connection.execute("from articles").fetchall())


@pytest.fixture
def logs(tmp_path):
    """Logs of one article each, which has the name of its log."""
    logs = [timeline.open(tmp_path / f"{number}.duckdb", wait=0) for number in range(kept.MOST + 3)]
    for number, log in enumerate(logs):
        log.append(article(str(number)))
    return logs


def test_one_log_after_the_other_is_served_by_what_was_started_once(logs, started):
    """
    Each by its own rows; an older one of them may lack a table.
    """
    by_another(logs[1].path, "drop table article_history")
    assert ["0"] == articles(logs[0])
    with pytest.raises(duckdb.CatalogException):
        articles(logs[1])
    assert [[str(number)] for number in range(2, len(logs))] == [articles(log) for log in logs[2:]]
    assert 2 == len(started)  # nothing stays of work that failed


def test_a_few_are_kept(logs):
    """
    Of those that served last; where more logs were open at once, of the others nothing stays.
    """
    with ExitStack() as opened:
        for log in logs:
            opened.enter_context(connections.reading(log.path))
    assert kept.MOST == len(kept._FREE)
    assert all(each.idle is not None and not each.open for each in kept._FREE)
    assert {} == kept._SERVING
    assert [[str(number)] for number in range(len(logs))] == [articles(log) for log in logs]


def test_a_file_that_cannot_be_opened_leaves_nothing(tmp_path):
    """
    Who asks for what is no log does not make this process remember it.
    """
    (tmp_path / "none.duckdb").write_text("no database")
    with pytest.raises(opening.LogFormatError), connections.reading(tmp_path / "none.duckdb"):
        pass
    assert ([], {}) == (kept._FREE, kept._SERVING)


def test_what_nobody_refers_to_is_closed_at_any_moment(log, monkeypatch):
    """
    Who began to read and was forgotten is found by chance, maybe in the middle of another opening.
    """
    forgotten = connections.reading(log.path)
    forgotten.__enter__()
    forgotten.itself = forgotten
    del forgotten
    connect = duckdb.connect
    monkeypatch.setattr(kept.duckdb, "connect", lambda name, **how: gc.collect() and connect(name, **how))
    assert ["a"] == articles(log)
    assert {} == kept._SERVING
    log.append(article("b"))
    assert ["a", "b"] == articles(log)


def test_threads_share_what_was_started(log):
    """
    Those who read at once read by connections of their own, and the file is closed with the last of them.
    """
    with ThreadPoolExecutor(8) as pool:
        assert [["a"]] * 40 == list(pool.map(articles, [log] * 40))
    gc.collect()
    assert {} == kept._SERVING
    log.append(article("b"))
    assert ["a", "b"] == articles(log)
