"""What a report says of the course of things: where they go, for how long they went so, and whether they did before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.number_words import ORDINALS, spelled
from timeline.language.lexicon.opposites import BESIDE_VERBS, LATER, MOVES, OF_STREAKS, RISE, SIDES_OF
from timeline.language.lexicon.times import MONTHS, UNITS
from timeline.language.lexicon.words import alternatives
from timeline.stories.report_words import NONE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from timeline.stories.report_words import Token

REACH = 4
"""So many words before one for a move stands what moves."""
_SHORT = 50
"""So many letters before a verb are looked at."""
_NUMBERS = spelled(2, 19) | ORDINALS
_UNIT = alternatives(UNITS)
_STREAK = re.compile(
    rf"\b({alternatives(_NUMBERS)}|\d+)(?:st|nd|rd|th)?[ -](?:(?:{_UNIT}) (?:in a row|running)"
    rf"|(?:straight|consecutive|successive)[ -](?:\w+[ -])?(?:{_UNIT}))\b"
)
_EXTREME = re.compile(
    r"\b(?:\w+est|worst|most|least|first|record)\b[^.;]{1,80}?\bsince (?:[a-z-]+ ){0,2}?"
    rf"({alternatives(MONTHS)}|(?:19|20)\d\d)\b(?:,? (\d{{4}}))?"
)
_NEXT = rf"another|a (?:{alternatives(LATER)})"
_FURTHER_BEFORE = re.compile(rf"\b(?:again|(?:{_NEXT})(?: (?:\w+ ){{1,3}}(?:was|were|been|being))?) $")
_FURTHER_BEHIND = re.compile(rf" (?:\w+ )?(?:again|{_NEXT})\b")
_PERFECT = re.compile(r"\b(?:has|have)(?: \w+)? $")


class Marks(NamedTuple):
    """
    What must not differ besides figures and days.

    Attributes:
        sides: Of the tables of opposites, those that its verb takes.
        said: Those that any of its words takes; none where its verb takes none.
        moves: What is said to rise, behind ``+``, and to fall, behind ``-``.
        streaks: How many weeks or the like it was so, one after the other.
        extremes: Months and years since which nothing was higher, lower or the like.
        is_further: It was done before, or to somebody or something else.
        is_perfect: Its verb stands in the perfect.
        is_lasting: It is told in it of all the time since something.
    """

    sides: frozenset[str] = NONE
    said: frozenset[str] = NONE
    moves: frozenset[str] = NONE
    streaks: frozenset[str] = NONE
    extremes: frozenset[str] = NONE
    is_further: bool = False
    is_perfect: bool = False
    is_lasting: bool = False


NO_MARKS = Marks()


def marks(low: str, pieces: Sequence[tuple[int, Token]], verb: str, act: str) -> Marks:
    """
    Read the marks of a report.

    Args:
        low: Its text in lower case.
        pieces: Its words, each with the place where it begins.
        verb: Its trigger.
        act: The act that it says.
    """
    telling = [token for _, token in pieces if token.is_mark]
    if not telling:
        return NO_MARKS
    plain = {token.plain for token in telling}
    said = NONE.union(*[token.sides for token in telling])
    further = perfect = lasting = False
    if not BESIDE_VERBS.isdisjoint(plain):
        begin, end = _verb(low, pieces, verb, act)
        further = _is_further(low, begin, end)
        perfect = _PERFECT.search(low, max(0, begin - _SHORT), begin) is not None
        lasting = perfect and " since " in low[end:]
    taken = SIDES_OF.get(verb, NONE)
    found = Marks(
        sides=taken,
        said=said if taken else NONE,
        moves=frozenset(_moves(pieces)) if said & MOVES else NONE,
        streaks=frozenset(_streaks(low)) if not OF_STREAKS.isdisjoint(plain) else NONE,
        extremes=frozenset(_extremes(low)) if "since" in plain else NONE,
        is_further=further,
        is_perfect=perfect,
        is_lasting=lasting,
    )
    return found if any(found) else NO_MARKS


def opposite(move: str) -> str:
    """What rises falls, and the other way round."""
    return ("-" if move[0] == "+" else "+") + move[1:]


def _verb(low: str, pieces: Sequence[tuple[int, Token]], verb: str, act: str) -> tuple[int, int]:
    """Where the word for the act stands, else the trigger."""
    begin = low.find(verb) if verb else len(low)
    said = ((place, place + len(token.plain)) for place, token in pieces if act and token.act == act)
    return next(said, (begin, begin + len(verb)))


def _moves(pieces: Sequence[tuple[int, Token]]) -> Iterator[str]:
    """What goes up or down by a word behind it; neither what does both, nor names."""
    found: set[str] = set()
    for number, (_, mover) in enumerate(pieces):
        for side in mover.sides & MOVES:
            sign = "+" if side == RISE else "-"
            for place, token in pieces[max(0, number - REACH) : number]:
                if token.stem.isalpha() and not token.sides and not (token.name and place):
                    found.add(sign + token.stem)
    yield from (move for move in found if opposite(move) not in found)


def _streaks(low: str) -> Iterator[str]:
    for number in _STREAK.findall(low):
        yield str(_NUMBERS.get(number, number))


def _extremes(low: str) -> Iterator[str]:
    for found in _EXTREME.findall(low):
        yield from filter(None, found)


def _is_further(low: str, begin: int, end: int) -> bool:
    before = _FURTHER_BEFORE.search(low, max(0, begin - _SHORT), begin)
    return before is not None or _FURTHER_BEHIND.match(low, end) is not None


def packed(marks: Marks) -> list[object] | None:
    """Marks as JSON can write them, from which `unpacked` makes them again; None where there are none."""
    if marks is NO_MARKS:
        return None
    return [sorted(value) if isinstance(value, frozenset) else value for value in marks]


def unpacked(values: Collection[list[str] | bool] | None) -> Marks:
    """The marks that values stand for."""
    if values is None:
        return NO_MARKS
    return Marks(*((frozenset(value) or NONE) if isinstance(value, list) else value for value in values))  # type: ignore[arg-type]
