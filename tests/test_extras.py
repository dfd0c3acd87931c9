"""Optional libraries: what is said where one is missing, and that every extra is one of the package's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline import extras
from timeline.errors import MissingExtra

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]


def test_what_is_missing_is_said_with_what_to_install():
    """
    The sentence names the task, the extra and the command that installs it.
    """
    with pytest.raises(MissingExtra) as raised:
        extras.need("no_such_library", extra="web", task="reading web pages")
    expected = "reading web pages needs the extra `web`: pip install 'news-timeline[web]'."
    assert expected == str(raised.value)


def test_the_distribution_is_the_one_that_is_built():
    """
    What people are told to install is what pyproject.toml calls this package.
    """
    assert PROJECT["name"] == extras.DISTRIBUTION


def test_all_brings_every_optional_part_but_those_of_developers():
    """
    `[all]` names every extra but `dev`, `bench` and itself.
    """
    optional = PROJECT["optional-dependencies"]
    (whole,) = optional["all"]
    named = whole.removeprefix(f"{extras.DISTRIBUTION}[").removesuffix("]").split(",")
    assert optional.keys() - {"all", "dev", "bench"} == set(named)
