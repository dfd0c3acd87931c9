"""Copies of one report have one origin, whatever the order in which they came."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, strategies

from timeline.stories.origins import Likeness, origins

AT = datetime(2026, 3, 2)


def pair(article: str, of: str, kind: str = "copy") -> Likeness:
    """Two articles, named by the order in which they were printed."""
    return Likeness(article, of, kind, 900)


def chosen(*pairs: Likeness, refused: tuple[str, ...] = ()) -> dict[str, str]:
    """Of what each article is what, as `copy of a`; pairs that were refused as two letters."""
    printed = {key: AT.replace(day=ord(key) - ord("a") + 1) for each in pairs for key in each[:2]}
    found = origins(pairs, printed, {frozenset(each) for each in refused})
    return {key: f"{each.kind} of {each.of}" for key, each in found.items()}


@pytest.mark.parametrize(
    ("why", "found", "pairs"),
    [
        ("the earliest is the origin", {"b": "copy of a", "c": "copy of a"}, ["c copy b", "c copy a", "b copy a"]),
        ("a pair may be given either way", {"b": "copy of a"}, ["a copy b"]),
        ("a copy of a copy is one of its origin", {"b": "copy of a", "c": "copy of a"}, ["b copy a", "c copy b"]),
        ("a copy is no update", {"c": "copy of b"}, ["c update a", "c copy b"]),
        ("an update is of no series", {"c": "update of b"}, ["c series a", "c update b"]),
        ("a copy of an update is one of it", {"b": "update of a", "c": "copy of b"}, ["b update a", "c copy b"]),
        ("an update of a copy is one of it", {"b": "copy of a", "c": "update of b"}, ["b copy a", "c update b"]),
    ],
)
def test_each_article_is_something_to_one_earlier_article(why, found, pairs):
    """
    A copy says more than an update, an update more than a form; of several the earliest counts.
    """
    assert found == chosen(*(pair(*each.split()[::2], each.split()[1]) for each in pairs)), why


def test_what_is_one_by_another_copy_says_so():
    """
    A copy of a copy may share less with its origin than it takes.
    """
    found = origins([pair("b", "a"), pair("c", "b")], dict.fromkeys("abc", AT))
    assert [False, True] == [found[key].through for key in "bc"]


def test_of_what_was_printed_at_one_moment_the_key_orders():
    """
    Days without a time are one moment.
    """
    assert {"b": pair("b", "a")} == origins([pair("a", "b")], dict.fromkeys("ab", AT))


def test_what_somebody_refused_is_no_origin():
    """
    An article that is no copy of another is none of its copies, either, nor of what the other is a copy of.
    """
    every = [pair("b", "a"), pair("c", "a"), pair("c", "b")]
    assert {"b": "copy of a"} == chosen(*every, refused=("ac",))
    assert {"c": "copy of a"} == chosen(*every, refused=("ab", "bc"))
    assert {"b": "copy of a"} == chosen(*every, refused=("cb",))
    assert {"c": "update of b"} == chosen(pair("c", "a"), pair("c", "b", "update"), refused=("ca",))


@given(
    strategies.lists(
        strategies.tuples(
            strategies.sampled_from("abcdef"), strategies.sampled_from("abcdef"),
            strategies.sampled_from(["copy", "update", "series"]),
        ).filter(lambda each: each[0] != each[1]),
        unique_by=lambda each: frozenset(each[:2]),
    ).flatmap(lambda found: strategies.tuples(strategies.just(found), strategies.permutations(found)))
)  # fmt: skip
def test_order_does_not_matter_and_an_origin_is_no_copy(orders):
    """
    Pairs come in any order; what stands for copies is a copy of nothing.
    """
    one, other = (chosen(*(pair(*each) for each in order)) for order in orders)
    assert one == other
    of = {found[-1] for found in one.values() if found.startswith("copy")}
    assert not any(one.get(key, "").startswith("copy") for key in of)
