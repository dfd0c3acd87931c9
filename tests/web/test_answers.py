"""Answers that are given again: worked out once, never those of another log, day or reader."""

from __future__ import annotations

import anyio
import pytest
from freezegun import freeze_time
from starlette.responses import Response

import looking
import timeline
from looking import Editor
from timeline.web import answers
from timeline.web.answers import Answers


class Working:
    """Work that counts how often it is done; its answer says so."""

    def __init__(self, bytes_of_each=1, seconds=0):
        self.done, self._bytes, self._seconds = 0, bytes_of_each, seconds

    def __call__(self):
        if self._seconds:
            anyio.from_thread.run(anyio.sleep, self._seconds)
        self.done += 1
        return Response(f"{self.done}".encode() * self._bytes)


def append(log, key):
    """Something that changes the log."""
    log.append([timeline.Article(key=key, text=f"A ship called {key} sank.", published="2024-03-06")])


@pytest.fixture
def small(tmp_path):
    """A log with one article."""
    log = timeline.open(tmp_path / "log.duckdb")
    append(log, "Elbe")
    return log


def bodies(path, *asked):
    """What is given for each address, one after the other; work or what is done in between."""

    async def ask():
        kept = Answers(path)
        return [(await kept.give(*each)).body if isinstance(each, tuple) else each() for each in asked]

    return [body for body in anyio.run(ask) if body is not None]


def test_an_answer_is_worked_out_once_for_each_state_of_the_log(small):
    """
    Asked again it is given again; once something was appended, anew.
    """
    work = Working()
    asked = (b"/", work)
    found = bodies(small.path, asked, asked, lambda: append(small, "Oder"), asked, asked, (b"/people", work))
    assert [b"1", b"1", b"2", b"2", b"3"] == found


def test_another_day_is_another_answer(small):
    """
    Pages say what is planned and what is over.
    """
    work = Working()
    with freeze_time("2024-03-06") as clock:
        found = bodies(small.path, (b"/", work), lambda: clock.move_to("2024-03-07"), (b"/", work))
    assert [b"1", b"2"] == found


def at_once(path, *asked):
    """What is given where all ask at the same moment, in the order in which they ask."""
    found = {}

    async def ask():
        kept = Answers(path)

        async def one(number, address, work):
            found[number] = (await kept.give(address, work)).body

        async with anyio.create_task_group() as group:
            for number, each in enumerate(asked):
                if callable(each):
                    await anyio.sleep(0.1)
                    each()
                else:
                    group.start_soon(one, number, *each)
                    await anyio.sleep(0.05)

    anyio.run(ask)
    return [found[number] for number in sorted(found)]


def test_who_asks_meanwhile_is_given_the_same(small):
    """
    Several who ask at once have it worked out once.
    """
    work = Working(seconds=0.3)
    assert [b"1"] * 3 == at_once(small.path, *[(b"/", work)] * 3)
    assert 1 == work.done


@pytest.mark.parametrize(("seconds", "expected"), [(10, b"1"), (0, b"2")])
def test_while_others_are_worked_out_an_older_answer_does(small, monkeypatch, seconds, expected):
    """
    For some seconds; then it is worked out, too, however many others are.
    """
    monkeypatch.setattr(answers, "STALE_SECONDS", seconds)
    page, slow = Working(), Working(seconds=0.6)
    asked = [(b"/", page), lambda: append(small, "Oder"), (b"/matrix", slow), (b"/", page)]
    assert [b"1", b"1", expected] == at_once(small.path, *asked)


def crowd(path, *asked, crowd=3):
    """What is given for each address where that many who ask are a crowd; what waits lets others be worked out."""

    async def ask():
        kept, found = Answers(path), []
        for each in asked:
            if callable(each):
                each()
            elif isinstance(each, float):
                await anyio.sleep(each)
            else:
                found.append((await kept.give(*each)).body)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "CROWD", crowd)
        return anyio.run(ask)


def test_nobody_of_a_crowd_waits(small):
    """
    They are given what there is, while it is worked out behind them, whatever was asked for last first.
    """
    page, slow = Working(), Working(seconds=0.2)
    asked, other = (b"/", page), (b"/matrix", slow)
    found = crowd(
        small.path, other, asked, asked, lambda: append(small, "Oder"), other, asked, asked, 0.5, asked, other
    )
    assert [b"1", b"1", b"1", b"1", b"1", b"1", b"2", b"2"] == found
    assert (2, 2) == (page.done, slow.done)


def test_who_is_no_crowd_is_given_the_newest(small):
    """
    Fewer in the same time, or as many in a longer one.
    """
    page = Working()
    asked = [(b"/", page)] * 2 + [lambda: append(small, "Oder"), (b"/", page)]
    assert b"2" == crowd(small.path, *asked, crowd=4)[-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "CROWD_SECONDS", 0)
        assert b"4" == crowd(small.path, *asked, lambda: append(small, "Elbe 2"), (b"/", page))[-1]


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def later(self, seconds):
        """What moves it."""
        return lambda: setattr(self, "now", self.now + seconds)


@pytest.fixture
def clock(monkeypatch):
    """One by which answers are kept."""
    made = Clock()
    monkeypatch.setattr(answers, "monotonic", made)
    return made


def test_what_a_crowd_is_given_is_not_too_old(small, clock):
    """
    It counts since when the log was seen as it was then, by whatever was asked.
    """
    page, other = (b"/", Working()), (b"/help", Working())
    long, grow = clock.later(answers.STALE_SECONDS), [lambda: append(small, "Oder"), lambda: append(small, "Weser")]
    assert b"1" == crowd(small.path, page, long, *[other] * 3, grow[0], page)[-1]
    assert b"3" == crowd(small.path, page, *[other] * 3, grow[1], long, *[other] * 3, page)[-1]


def test_what_fails_behind_a_crowd_is_told_to_who_waits(small, clock):
    """
    Those who were given an older answer never hear of it.
    """

    def fail():
        raise timeline.errors.QueryError("no")

    page, failing = (b"/", Working()), (b"/", fail)
    assert [b"1"] * 5 == crowd(small.path, *[page] * 3, lambda: append(small, "Oder"), failing, 0.1, page)
    long = clock.later(answers.STALE_SECONDS)
    with pytest.raises(timeline.errors.QueryError):
        crowd(small.path, *[page] * 3, lambda: append(small, "Weser"), long, failing)


def test_states_of_the_log_are_forgotten(small, monkeypatch):
    """
    What was worked out so many states ago is too old.
    """
    monkeypatch.setattr(answers, "MOST_STATES", 1)
    page = Working()
    assert b"2" == crowd(small.path, *[(b"/", page)] * 3, lambda: append(small, "Oder"), (b"/", page))[-1]


def test_an_error_is_not_kept(small):
    """
    What could not be worked out is tried again, for those who waited, too.
    """

    def fail():
        raise timeline.errors.QueryError("no")

    with pytest.raises(timeline.errors.QueryError):
        bodies(small.path, (b"/", fail))

    async def ask():
        kept = Answers(small.path)
        with pytest.raises(timeline.errors.QueryError):
            await kept.give(b"/", fail)
        return (await kept.give(b"/", Working())).body

    assert b"1" == anyio.run(ask)


def test_memory_is_limited(small, monkeypatch):
    """
    What nobody asked for since longest is forgotten; what is larger than an answer should be is not kept.
    """
    monkeypatch.setattr(answers, "MOST_BYTES", 10)
    monkeypatch.setattr(answers, "LARGEST_BYTES", 6)
    first, second, large = Working(5), Working(5), Working(7)
    asked = [(b"/a", first), (b"/b", second), (b"/a", first), (b"/c", Working(5)), (b"/a", first), (b"/b", second)]
    bodies(small.path, *asked, (b"/d", large), (b"/d", large))
    assert [1, 2, 2] == [work.done for work in (first, second, large)]


def test_who_edits_is_given_their_own_page(tmp_path):
    """
    Their forms are never shown to others, nor are pages without them to those who may edit.
    """
    editor = Editor(looking.written(tmp_path / "log.duckdb"))
    reader = looking.client(editor.log, access=editor.access)
    path = f"/event/{next(iter(editor.log.statements())).event_id}"
    for _ in range(2):
        assert "/do/retract" not in looking.Seen(reader.get(path).text).forms
        assert "/do/retract" in editor.get(path).forms


def test_queries_are_run_each_time(log):
    """
    What they ask for may be chance.
    """
    site = looking.client(log, options=["sql"])
    asked = "/sql.json?query=select uuid() as id"
    assert site.get(asked).json()["rows"] != site.get(asked).json()["rows"]


def test_pages_are_given_again_until_something_is_appended(small, monkeypatch):
    """
    Over HTTP: the page of people is worked out once, and again when somebody else speaks.
    """
    asked, found = timeline.web.pages.people.answer, []
    monkeypatch.setattr(timeline.web.pages.people, "answer", lambda given: found.append(given) or asked(given))
    site = looking.client(small)
    for _ in range(3):
        assert "Ann Lee" not in site.get("/people").text
    small.append([timeline.Article(key="c", text="“It sank,” said Ann Lee.", published="2024-03-06")])
    assert "Ann Lee" in site.get("/people").text
    assert 2 == len(found)
