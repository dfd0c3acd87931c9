"""The public face is typed: what methods can be asked by is what the views' headers say."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import get_args

import attrs
import pytest

import signatures
import timeline
from timeline import sql_files
from timeline.api import parameters, questions
from timeline.digests import Request, watching
from timeline.errors import QueryError
from timeline.events.types.watch_added import WatchAdded

DIGEST_VIEWS = ("digest_occurrences", "digest_statements", "digest_mentions")

PUBLIC = [
    method for name, method in inspect.getmembers(timeline.Timeline, inspect.isfunction) if not name.startswith("_")
]


def test_parameters_are_those_of_the_views():
    """
    The module is what the headers of the views make of it: run ``python tests/signatures.py`` after changing one.
    """
    assert signatures.text() == signatures.FILE.read_text("utf-8")


def test_every_type_of_a_parameter_is_known():
    """
    Each type that a view's header names has one in Python.
    """
    named = {each.type for query in sql_files.load("views").values() for each in query.parameters}
    assert set() == named - {*signatures.TYPES, "date[]"}
    assert {str, list[str], tuple[str, ...]} == set(get_args(parameters.Texts))


def test_whatever_can_be_about_something_can_be_about_both_or_not():
    """
    A view that has ``about`` has ``and_about`` and ``not_about``, of the same type.
    """
    topics = ["about", "and_about", "not_about"]
    asked = {
        name: {each.name: each.type for each in query.parameters} for name, query in sql_files.load("views").items()
    }
    about = {name: [known.get(topic) for topic in topics] for name, known in asked.items() if topics[0] in known}
    assert len(about) >= 11
    assert {name: ["varchar[]"] * 3 for name in about} == about


def test_a_digest_can_be_asked_what_its_views_can():
    """
    What the views of digests are asked by can be asked of `Timeline.digest`, and nothing that a request does not know.
    """
    asked = set(questions.DigestQuestion.__annotations__)
    views = {each.name for name in DIGEST_VIEWS for each in sql_files.find("views", name).parameters}
    assert set() == views - asked - {
        "recorded_after",
        "chosen",
        "lead",
        "days",
        "titled",
    }  # what composing a digest asks
    assert {"recorded_after", "recorded_at"} == set(Request._fields) - asked
    assert set() == asked - set(Request._fields)


def test_a_watch_can_be_asked_what_its_event_holds():
    """
    Each question of a watch is a field of the event that adds it, of the view of watches, and of what is composed.
    """
    asked = set(questions.WatchQuestion.__annotations__)
    assert {*watching.ASKED} == asked == asked & set(attrs.fields_dict(WatchAdded)) & set(Request._fields)
    assert set() == asked - set(sql_files.find("views", "watches").column_notes.keys() | {"publisher", "place"})


def test_a_digest_is_not_asked_by_any_name(tmp_path):
    """
    A misspelt question is refused in a sentence that says what can be asked.
    """
    with pytest.raises(QueryError, match=r"cannot be asked for 'spaeker'; it can for period, since, .*not_about"):
        timeline.open(tmp_path / "log.duckdb").digest(spaeker="Lind")


@pytest.mark.parametrize("method", PUBLIC, ids=lambda method: method.__name__)
def test_no_method_takes_anything_by_any_name(method):
    """
    Keyword arguments have names and types; only a view that is named by text takes any, each of a type.
    """
    caught = [each for each in inspect.signature(method).parameters.values() if each.kind is each.VAR_KEYWORD]
    assert [] == [each.annotation for each in caught if not str(each.annotation).startswith(("Unpack[", "Value"))]


def test_calls_are_checked_where_the_source_is():
    """
    The calls that mypy has to accept and refuse are among the files that it checks.
    """
    calls = Path(__file__).parent.parent / "typed" / "public.py"
    refused = [line for line in calls.read_text("utf-8").splitlines() if "# type: ignore[" in line]
    assert len(refused) >= 10
    assert ast.parse(calls.read_text("utf-8"))
    assert '"tests/typed"' in (Path(__file__).parent.parent.parent / "pyproject.toml").read_text("utf-8")
