"""Look tokens up in a unit of any length without reading it anew for each of its verbs."""

from __future__ import annotations

from bisect import bisect_left
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from timeline.extractors.statements.finite import is_finite
from timeline.language.lexicon.auxiliaries import FINITE

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extractors.statements.unit import Unit

    Kind = Callable[[Unit, int], bool]
    """Whether a token of a unit is such as is looked for."""

P = ParamSpec("P")
R = TypeVar("R")
SHORT_TOKENS = 48
"""A stretch of so few tokens is read as it is; for a longer one the places of all such tokens are noted once."""


def remembered(function: Callable[Concatenate[Unit, P], R]) -> Callable[Concatenate[Unit, P], R]:
    """The same function, worked out once for a unit and further arguments."""

    @wraps(function)
    def looked_up(unit: Unit, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (function, args)
        if key not in unit.known:
            unit.known[key] = function(unit, *args, **kwargs)
        found: R = unit.known[key]
        return found

    return cast("Callable[Concatenate[Unit, P], R]", looked_up)


@remembered
def _places(unit: Unit, is_such: Kind) -> list[int]:
    """The indices of all tokens of a kind, in order."""
    return [k for k in range(len(unit.words)) if is_such(unit, k)]


def first(unit: Unit, is_such: Kind, start: int, end: int) -> int | None:
    """The index of the first token of a kind from *start* up to, not including, *end*."""
    end = min(end, len(unit.words))
    if end - start <= SHORT_TOKENS:
        for k in range(start, end):  # a generator takes as long as what it looks at
            if is_such(unit, k):
                return k
        return None
    places = _places(unit, is_such)
    at = bisect_left(places, start)
    return places[at] if at < len(places) and places[at] < end else None


def last(unit: Unit, is_such: Kind, start: int, end: int) -> int | None:
    """The index of the last token of a kind from *start* up to, not including, *end*."""
    end = min(end, len(unit.words))
    if end - start <= SHORT_TOKENS:
        for k in range(end - 1, start - 1, -1):
            if is_such(unit, k):
                return k
        return None
    places = _places(unit, is_such)
    at = bisect_left(places, end) - 1
    return places[at] if at >= 0 and places[at] >= start else None


def any_of(unit: Unit, is_such: Kind, start: int, end: int) -> bool:
    """Whether a token of a kind stands from *start* up to, not including, *end*."""
    return first(unit, is_such, start, end) is not None


def is_comma(unit: Unit, k: int) -> bool:
    """A comma, quoted or not."""
    return unit.words[k] == ","


def is_no_comma(unit: Unit, k: int) -> bool:
    """Anything but a comma."""
    return unit.words[k] != ","


def has_finite_form(unit: Unit, k: int) -> bool:
    """A word that is a finite verb for sure."""
    return unit.lower[k] in FINITE


def looks_finite(unit: Unit, k: int) -> bool:
    """A word that looks like a finite verb, or holds one."""
    return is_finite(unit.lower[k])


def is_quoted(unit: Unit, k: int) -> bool:
    """A word or mark inside of a quotation."""
    return unit.quoted[k] > 0
