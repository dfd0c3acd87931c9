"""The public face is typed: what methods can be asked by is what the views' headers say."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import get_args

import pytest

import signatures
import timeline
from timeline import sql_files
from timeline.api import parameters

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
