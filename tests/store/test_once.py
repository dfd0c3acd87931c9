"""What is worked out once is, and keeps no other thread from working out its own."""

from __future__ import annotations

import threading
from pathlib import Path

from timeline.store.once import once
from timeline.store.rows import Rows


class Counted:
    """Something that counts how often it works."""

    def __init__(self):
        self.times = 0

    @once
    def answer(self):
        """So many times."""
        self.times += 1
        return self.times


def test_it_is_worked_out_once_for_each():
    """
    Asked again it is the same; that of another is its own, and that of the class says what it is.
    """
    one, other = Counted(), Counted()
    assert [1, 1, 1] == [one.answer, one.answer, other.answer]
    assert "So many times." == Counted.answer.__doc__


def test_queries_of_two_threads_do_not_wait_for_each_other(monkeypatch):
    """
    Each is answered while the other is at work: one alone would wait for ever.
    """
    both = threading.Barrier(2, timeout=30)

    def asked(*_):
        both.wait()
        return ("name",), [("row",)]

    monkeypatch.setattr(Rows, "_asked", asked)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(Rows(Path("log.duckdb"), "").dicts())) for _ in range(2)
    ]  # fmt: skip
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [[{"name": "row"}]] * 2 == found
