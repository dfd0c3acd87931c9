"""Words by which two happenings exclude each other: moves up and down, and acts that undo others."""

from __future__ import annotations

from collections import defaultdict

from timeline.language.lexicon.acts import forms
from timeline.language.lexicon.number_words import ORDINALS
from timeline.language.lexicon.words import words

UP_AND_DOWN = """
    rise rose risen rising higher highest, increase, gain, jump, surge, soar, rally rallied, rebound, strengthen
    / fall fell fallen falling lower lowest, drop dropped dropping, decline, slide slid sliding, plunge, tumble,
      decrease, slump, weaken, ease
"""
OPPOSITE_ACTS = """
    begin began begun beginning, start, open / end, finish, conclude, close
    raise / cut cutting, lower, reduce
    resume / suspend, halt
    approve, pass, adopt, uphold upheld / reject, block, veto vetoed, scrap scrapped, overturn, quash, annul
    arrest, detain, jail, imprison / release, free
    convict / acquit acquitted acquitting, exonerate
    hire, appoint, elect / dismiss, sack, oust, resign
    join / leave left leaving, quit quitting
    impose / lift
    install / remove
    grant / deny denied
    expand, grow grew grown / shrink shrank shrunk
    survive / kill, die dying
    marry / divorce
    build built / demolish, destroy
"""
"""A line each: what is done, and what undoes or excludes it; forms as in `SAME_ACTS`."""


def _sides() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    sides: dict[str, set[str]] = defaultdict(set)
    other: dict[str, str] = {}
    for line in [UP_AND_DOWN, *OPPOSITE_ACTS.strip().splitlines()]:
        one, two = (half.strip() for half in line.split("/"))
        first, second = (half.split(maxsplit=1)[0].strip(",") for half in (one, two))
        other |= {first: second, second: first}
        for name, half in ((first, one), (second, two)):
            for form in forms(half):
                sides[form].add(name)
    return {form: frozenset(names) for form, names in sides.items()}, other


SIDES_OF, OTHER_SIDE = _sides()
"""Word -> the sides of the tables that it is on, each by its first word; and what is on the other side of each."""

MOVES = frozenset((RISE := "rise", "fall"))
"""The sides of what goes up and what goes down."""

OF_STREAKS = words("row running straight consecutive successive")
"""Words of which one stands where something was so several times, one after the other."""
LATER = ORDINALS.keys() - {"first"}
"""Ordinals of what was not the first."""
BESIDE_VERBS = LATER | words("another again has have")
"""Words that say, beside a verb, that it was done before or is still so."""
CUES = OF_STREAKS | BESIDE_VERBS | {"since"}
