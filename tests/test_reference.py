"""A log beside a reference in plain Python: whatever is done to both, they show the same."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from building import TEXT
from reference.machine import NOW, UNTIL, Beside
from reference.model import Reference

SHORT = settings(
    max_examples=3, stateful_step_count=20, deadline=None, database=None, derandomize=True,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


def test_log_shows_what_the_reference_says():
    """
    Publications, revisions, readings, decisions, erasures, killed commits and reopened files, in any order.

    A longer run is ``python -m reference 10000``.
    """
    run_state_machine_as_test(Beside, settings=SHORT)


def test_text_that_arrives_late_is_shown_as_the_reference_says():
    """
    Before and after an older text arrives, both show the same of each moment of print.
    """
    machine = Beside()
    machine.start()
    given = {"key": "a", "day": "2026-03-01", "statements": [("Ann", "was closed")], "killed": False}
    for captured, text in ("2026-03-03", TEXT), ("2026-03-02", f"New. {TEXT}"):
        machine.deliver(text=text, captured=captured, **given)
        for _ in UNTIL:
            machine.shows_what_the_reference_says()
    assert {("a", 2)} == machine.reference.articles(NOW, datetime(2026, 3, 2, 12))
    machine.teardown()


class Forgetful(Reference):
    """Forgets a text where there are several."""

    def _current(self, as_of, until):
        return super()._current(as_of, until)[:1]


@pytest.mark.parametrize("kind", [Reference, Forgetful])
def test_difference_is_noticed(kind):
    """
    A reference that is wrong about one text is told from the log, one that is right is not.
    """
    machine = type("Machine", (Beside,), {"reference_of": kind})()
    machine.start()
    for key in ("a", "b"):
        given = {"captured": None, "day": "2026-03-01", "statements": [("Ann", "was closed")], "killed": False}
        machine.deliver(key=key, text=TEXT, **given)
    with nullcontext() if kind is Reference else pytest.raises(AssertionError):
        machine.shows_what_the_reference_says()
    machine.teardown()
