"""Who may be meant is said where nobody is called what was asked for, and nowhere else."""

from __future__ import annotations

import pytest

import timeline
from building import article
from commands import run

TEXT = '"The bridge is safe," said Lena Brandt on Monday. "It is not," said Tom Hale.'


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """A log in which two people speak."""
    path = tmp_path_factory.mktemp("log") / "log.duckdb"
    timeline.open(path).append(article("a", TEXT, published="2026-03-04"))
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("quotes", "--speaker", "Brant"),
        ("quotes", "--speaker", "Brant", "--min-confidence", "1", "--format", "csv"),
        ("show", "--speaker", "Brant"),
        ("speakers", "--speaker", "Brant", "--about", "bridge"),
        ("matrix", "--speaker", "Brant"),
        ("digest", "--speaker", "Brant"),
        ("people", "list", "Brant"),
    ],
)
def test_who_is_near_is_said_when_nothing_is_found(capsys, log, words):
    """
    One sentence on standard error; the command succeeds, and its output is what it is for nothing.
    """
    ended = run(capsys, *words, "--db", log)
    assert (0, "timeline: nobody is called 'Brant' there: did you mean Lena Brandt?\n") == (ended.status, ended.err)


@pytest.mark.parametrize(
    "words",
    [
        ("quotes", "--speaker", "brandt"),
        ("quotes", "--speaker", "brandt", "--about", "ferry"),
        ("quotes", "--speaker", "Brant", "--about", "ferry"),
        ("quotes", "--speaker", "Qqq"),
        ("digest", "--speaker", "Brandt"),
        ("quotes", "--about", "ferry"),
        ("people", "list", "Hale"),
    ],
)
def test_nothing_is_said_otherwise(capsys, log, words):
    """
    Somebody is called so, or nobody near says anything that was asked for, or no person was asked for.
    """
    assert "" == run(capsys, *words, "--db", log).err


def test_who_names_those_near(capsys, log):
    """
    `timeline who` has to be about somebody: it ends with status 5, and says who may be meant.
    """
    ended = run(capsys, "who", "Brant", "--db", log)
    assert (5, "timeline: nobody is called 'Brant': did you mean Lena Brandt?\n") == (ended.status, ended.err)
    assert "`timeline people list` shows all names" in run(capsys, "who", "Qqq", "--db", log).err
