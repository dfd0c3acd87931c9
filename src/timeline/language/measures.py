"""Read the unit of measurement or the currency behind a number."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from timeline.language.lexicon.quantity_words import (
    AREAS_AND_VOLUMES,
    CODE_NAMES,
    CURRENCY_CODES,
    CURRENCY_WORDS,
    MARKS,
    MEASURES,
    NATIONAL_DOLLARS,
    ONLY_ATTACHED,
    SIGNS_OF_CASE,
    TEMPERATURES,
)

UNIT = re.compile(r"(?P<joint>[ -]?)(?P<word>[a-z°µμ¢][a-z°µμ/²³.-]*[\d²³]?|[″′])")
NEXT = re.compile(r"[ -]?([a-z]+)")
DOLLARS = re.compile(r" (u\.s\.|[a-z]+)(?: [a-z]+)? dollars?\b")
RATE = re.compile(r"(?: per |/| an? | each | every )(?:square )?([a-z]+)\b")
BY_ARTICLE = frozenset(("year", "day", "week", "month", "share", "hour", "head", "piece"))
"""With money, ``a`` is as good as ``per`` before these and before units of measurement."""


class Unit(NamedTuple):
    """
    A unit behind a number.

    Attributes:
        name: The singular of a unit of measurement, or the code or name of a currency.
        kind: Which of the two.
        end: Where its words end.
    """

    name: str
    kind: Literal["measure", "money"]
    end: int


def unit_behind(text: str, lower: str, at: int) -> Unit | None:
    """The unit whose words begin behind a number that ends at a place; *lower* is the text in lower case."""
    found = UNIT.match(lower, at)
    if found is None:
        return None
    word = found["word"].rstrip(".-")
    end = found.start("word") + len(word)
    return _currency(text, lower, found, end) or _measure(text, lower, found, end)


def rate_behind(lower: str, at: int, *, is_money: bool) -> tuple[str, int] | None:
    """``/barrel`` of ``per barrel``, and where it ends; None where no rate is stated."""
    found = RATE.match(lower, at)
    if found is None:
        return None
    if found[0].startswith((" a ", " an ")) and not (is_money and (found[1] in BY_ARTICLE or found[1] in MEASURES)):
        return None
    return f"/{found[1]}", found.end()


def _currency(text: str, lower: str, found: re.Match[str], end: int) -> Unit | None:
    """A currency by its name, its code, or whose dollars it is."""
    word, given = lower[found.start("word") : end], text[found.start("word") : end]
    if word in CURRENCY_WORDS and found["joint"]:
        return Unit(CURRENCY_WORDS[word], "money", end)
    if word in CURRENCY_CODES and given.isupper():
        return Unit(CODE_NAMES.get(word, given), "money", end)
    dollars = DOLLARS.match(lower, found.start())
    if dollars and dollars[1] in NATIONAL_DOLLARS:
        return Unit(NATIONAL_DOLLARS[dollars[1]], "money", dollars.end())
    return None


def _measure(text: str, lower: str, found: re.Match[str], end: int) -> Unit | None:
    """A unit of measurement by its name or sign, with what makes another one of it."""
    word, given = lower[found.start("word") : end], text[found.start("word") : end]
    following = NEXT.match(lower, end)
    if word in AREAS_AND_VOLUMES:
        return _of_area(AREAS_AND_VOLUMES[word], following)
    name = MARKS.get(word) or _name(word, given, is_attached=not found["joint"])
    if name is None:
        first, _, second = word.partition("/")
        by = f"{MEASURES[first]}/{MEASURES.get(second, second)}" if second and first in MEASURES else None
        return None if by is None else Unit(by, "measure", end)
    if name == "degree" and following and following[1] in TEMPERATURES:
        return Unit(TEMPERATURES[following[1]], "measure", following.end())
    if name.endswith("watt") and following and following[1] in ("hour", "hours"):
        return Unit(f"{name} hour", "measure", following.end())
    return Unit(name, "measure", end)


def _name(word: str, given: str, *, is_attached: bool) -> str | None:
    """The unit of a name or sign; a short sign is one only right behind digits."""
    if is_attached or not (given in ONLY_ATTACHED or word in ONLY_ATTACHED):
        return SIGNS_OF_CASE.get(given) or MEASURES.get(word)
    return SIGNS_OF_CASE.get(given) if given not in ONLY_ATTACHED else None


def _of_area(prefix: str, following: re.Match[str] | None) -> Unit | None:
    """``square miles``, ``metric tons``."""
    name = None if following is None else MEASURES.get(following[1]) or SIGNS_OF_CASE.get(following[1])
    if following is None or name is None:
        return None
    return Unit("tonne" if prefix == "metric" else f"{prefix} {name}", "measure", following.end())
