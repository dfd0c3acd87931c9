"""Articles are taken in group by group, in their order, whatever some of them provoke."""

from __future__ import annotations

import fcntl
from contextlib import ExitStack
from threading import Timer

import pytest

from building import article
from commands import run
from timeline.admin.erasure import erase
from timeline.errors import InputError, LogLocked
from timeline.ingest import append as ingest
from timeline.ingest.append import append
from timeline.log.event_log import EventLog
from timeline.store import opening
from timeline.store.lock import lock


class Nothing:
    """An extractor that finds nothing, and raises at an article called so."""

    VERSION = 1

    @staticmethod
    def extract(document):
        if document.article.key == "broken":
            raise ValueError(document.article.key)
        yield from ()


@pytest.fixture
def log(tmp_path):
    """A log that does not exist yet."""
    return EventLog(tmp_path / "log.duckdb", wait=0)


@pytest.fixture(autouse=True)
def _one_extractor(monkeypatch):
    """This process has one extractor, which is quick."""
    monkeypatch.setattr("timeline.extractors._run.discover", lambda _: {"nothing": Nothing})


@pytest.fixture
def grouped(monkeypatch):
    """Let a commit hold so much."""

    def limit(articles, characters=1000):
        monkeypatch.setattr(ingest, "GROUP_ARTICLES", articles)
        monkeypatch.setattr(ingest, "GROUP_CHARACTERS", characters)

    return limit


def keys(log):
    """Keys of the texts in the log, in order."""
    return [row.article for row in log.read("type in ('article_published', 'article_revised')")]


def test_outcomes_are_counted(log):
    """
    Articles are counted by what became of them, failures among what is done, extractors that raised beside it.
    """
    first = append(log, [article("a"), article("b")])
    assert (True, 2, 2) == (first.ok, first.published, first.done)
    given = [article("a"), article("b", title="New"), InputError("is empty."), article("broken")]
    second = append(log, given)
    assert (1, 1, 1, 4, False) == (second.published, second.revised, second.unchanged, second.done, second.ok)
    assert ["is empty.", "broken: nothing raised ValueError: broken"] == [str(failure) for failure in second.failures]
    assert {"article_published": 1, "article_revised": 1, "extraction_completed": 1, "extraction_failed": 1} == dict(
        second.events
    )


def test_what_cannot_be_stored_stops_nothing(log):
    """
    An article that the log cannot hold is a failure with its cause; those of its group are appended.
    """
    half = article("half", text="Half a pair: \ud83c")
    (failure,) = (appended := append(log, [article("a"), half, article("b")])).failures
    assert (2, ["a", "b"]) == (appended.published, keys(log))
    assert (InputError, UnicodeEncodeError) == (type(failure), type(failure.__cause__))
    assert str(failure).startswith("half cannot be stored: 'utf-8' codec can't encode")


def test_erased_articles_are_failures(log):
    """
    What was erased is neither appended nor unchanged; the sentence says where the reason stands.
    """
    append(log, [article("a"), article("b")])
    erase(log.path, "a", reason="They asked for it.")
    appended = append(log, [article("a"), article("b"), article("c")])
    assert (1, 1, 3) == (appended.published, appended.unchanged, appended.done)
    assert [True] == [str(failure).startswith("a was erased and cannot be") for failure in appended.failures]


def test_article_erased_meanwhile(log, grouped):
    """
    What is erased between the look and the commit is a failure that says so, in its own words.
    """
    grouped(1)
    append(log, [article("a")])

    def inputs():
        yield article("a", title="New")
        erase(log.path, "a", reason="They asked for it.")
        yield article("b")

    (failure,) = (appended := append(log, inputs())).failures
    assert (0, 1) == (appended.revised, appended.published)
    assert str(failure).startswith("a was erased and cannot be appended again")
    assert None is failure.__cause__


@pytest.mark.parametrize(
    ("captured", "order"), [(None, "in the order given"), ("2026-03-09", "by its capture time")], ids=str
)
def test_same_key_twice_is_said(log, captured, order):
    """
    Two texts of one call under one key become revisions, and a note says in which order.
    """
    appended = append(log, [article("a"), article("b"), article("a", title="New", captured=captured)])
    assert (2, 1) == (appended.published, appended.revised)
    assert [f"a was given more than once and recorded as revisions {order}."] == appended.notes


@pytest.mark.parametrize(
    ("limits", "lengths", "steps"),
    [
        ((2, 1000), [10, 10, 10, 10, 10], [2, 4, 5]),
        ((2, 1000), [10, 10], [2]),
        ((9, 1000), [10, 10, 10], [3]),
        ((9, 20), [10, 10, 10, 10, 10], [2, 4, 5]),
        ((9, 20), [30, 10, 10, 30, 10], [1, 3, 4, 5]),
    ],
)
def test_groups_are_of_so_many_articles_or_characters(log, grouped, limits, lengths, steps):
    """
    A commit holds as many articles, and as much text, as it may; an article that is longer has one for itself.
    """
    grouped(*limits)
    given = [article(f"a{at}", text="x" * length) for at, length in enumerate(lengths)]
    told = []
    append(log, given, progress=told.append)
    assert steps == [step.done for step in told]
    assert [2 * step for step in steps] == [step.events for step in told]
    assert [each.key for each in given] == keys(log)


def test_commits_follow_the_reading(log, grouped):
    """
    While inputs are still coming, all but the last few groups are in the log.
    """
    grouped(1)
    sizes = []

    def inputs():
        for at in range(5):
            sizes.append(log.size())
            yield article(f"a{at}")

    append(log, inputs())
    assert [0, 0, 0, 2, 4] == sizes


def test_what_is_there_needs_no_writer(log):
    """
    While others read, and so keep writers out, articles that are there already are unchanged.
    """
    append(log, [article("a")])
    with lock(log.path, fcntl.LOCK_SH, 0):
        assert 1 == append(log, [article("a")]).unchanged


def test_several_jobs_read_in_processes_of_their_own(log):
    """
    With two jobs articles are read elsewhere, where all extractors are; with one they are read here.
    """
    here, elsewhere = (append(log, [article(str(jobs))], jobs=jobs) for jobs in (1, 2))
    assert (1, True) == (here.events["extraction_completed"], elsewhere.events["extraction_completed"] > 1)


def test_input_order_holds_for_any_number_of_workers(log, tmp_path, monkeypatch):
    """
    With two workers the log is the one of a single worker, but for times and salts.
    """
    monkeypatch.undo()
    monkeypatch.setattr(ingest, "GROUP_ARTICLES", 64)
    given = [article(f"a{at}", text=f"On Monday {at} people left, the mayor said.") for at in range(130)]
    logs, steps = [log, EventLog(tmp_path / "other.duckdb")], []
    for jobs, each in enumerate(logs, 1):
        append(each, given, jobs=jobs, progress=steps.append)
    one, two = ([(row.position, row.event_id, row.data) for row in each.read()] for each in logs)
    assert one == two
    assert [64, 128, 130] * 2 == [step.done for step in steps]


def test_earlier_text_again(log):
    """
    A text that was replaced, given again, is said to be there as an earlier revision; a later capture makes it current.
    """
    for text in ("First.", "Second."):
        assert [] == append(log, [article(text=text)]).notes
    again = append(log, [article(text="First.")])
    assert (1, True) == (again.unchanged, "there already, as the earlier revision 1; current is 2" in again.notes[0])
    assert [] == append(log, [article(text="Second.")]).notes
    current = append(log, [article(text="First.", captured="2999-01-01")])
    assert (1, []) == (current.revised, current.notes)
    assert "First." == log.text("a")[0].text


def test_capture_time_of_articles_that_state_none(tmp_path, capsys):
    """
    --captured now makes an earlier text current again.
    """
    words = ["append", "--db", tmp_path / "log.duckdb", "--date", "2026-03-04", tmp_path / "a.txt"]
    for text in ("First.", "Second."):
        (tmp_path / "a.txt").write_text(f"Id: a\nDate: 2026-03-04\n\n{text}")
        assert 0 == run(capsys, *words).status
    (tmp_path / "a.txt").write_text("Id: a\nDate: 2026-03-04\n\nFirst.")
    assert "--captured now" in run(capsys, *words).err
    assert "revised    1 article" in run(capsys, *words, "--captured", "now").out
    assert 2 == run(capsys, *words, "--captured", "soon").status


def appended_while_written(log, given, monkeypatch):
    """What appending comes to while another writes until the article is extracted from, and how often it opened."""
    log.wait = 10
    opened, attached = [], opening.attached
    monkeypatch.setattr(opening, "attached", lambda path, **how: opened.append(how) or attached(path, **how))
    other = ExitStack()
    other.enter_context(lock(log.path, fcntl.LOCK_EX, 0))
    extract = ingest.run_extractors_on_all

    def extracted_then_free(articles, **how):
        found = extract(articles, **how)
        Timer(0.05, other.close).start()
        return found

    monkeypatch.setattr(ingest, "run_extractors_on_all", extracted_then_free)
    return append(log, given), opened


def test_a_few_articles_are_extracted_while_others_write(log, monkeypatch):
    """
    What appending them comes to is told in the opening of the file that commits them.
    """
    append(log, [article("a")])
    appended, opened = appended_while_written(log, [article("a"), article("b")], monkeypatch)
    assert [("a", "unchanged"), ("b", "published")] == appended.outcomes
    assert ["a", "b"] == keys(log)
    assert [False] == [how["read_only"] for how in opened[:1]]


def test_what_others_append_meanwhile_is_not_appended_again(log, monkeypatch):
    """
    An earlier text is said to be one, an erased article is refused, one in another language is told once.
    """
    append(log, [article("a"), article("a", title="Later"), article("gone")])
    erase(log.path, "gone", reason="asked")
    given = [article("a"), article("gone", title="Again"), article("de", language="de")]
    appended, _ = appended_while_written(log, given, monkeypatch)
    assert [("a", "unchanged"), ("de", "published")] == appended.outcomes
    assert ["gone was erased"] == [str(failure)[:15] for failure in appended.failures]
    assert 2 == len(appended.notes)
    assert "earlier revision 1" in appended.notes[0]
    assert "not in English" in appended.notes[1]


def test_many_articles_are_judged_before_they_are_extracted(log, monkeypatch):
    """
    To extract from what is there already would take longer than to wait: whoever has the file is waited for.
    """
    monkeypatch.setattr(ingest, "FEW_CHARACTERS", 10)
    append(log, [article("a")])
    with lock(log.path, fcntl.LOCK_EX, 0), pytest.raises(LogLocked):
        append(log, [article("b")])
